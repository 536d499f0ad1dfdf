// The order in which the queue serves, without threads: small before large, but not for ever; environments in turn; what a
// small-document worker may take; and what the limit of memory lets in.
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "../../addon/internal/memory/memory.h"
#include "../../addon/internal/queue/capacity.h"
#include "../../addon/internal/queue/histogram.h"
#include "../../addon/internal/queue/memory_limit.h"
#include "../../addon/internal/queue/queue.h"

enum { SMALL = 1000, LARGE = 1 << 20 };

static tm_lane one, two;

static void push(tm_lane *lane, size_t length) {
  tm_job *job = tm_job_new(TM_BYTES, 0, 0);
  assert(job != NULL);
  job->document_length = length;
  job->lane = lane;
  tm_queue_push(job);
}

static void end(tm_job *job) {
  tm_queue_done(job);
  tm_queue_next(job->lane);
  tm_job_free(job);
}

static void free_all(tm_job *jobs) {
  while (jobs != NULL) {
    tm_job *next = jobs->next;
    tm_job_free(jobs);
    jobs = next;
  }
}

// Takes as many jobs as there are letters: s and l for small and large ones of the first environment, S and L of the second.
static void expect(const char *order) {
  for (const char *c = order; *c != '\0'; c++) {
    tm_job *job = tm_queue_take();
    char letter = job->document_length == SMALL ? 's' : 'l';
    if (job->lane == &two) letter += 'A' - 'a';
    if (letter != *c) printf("%s: expected %c at %d, but got %c\n", order, *c, (int)(c - order), letter);
    assert(letter == *c);
    end(job);
  }
  assert(tm_queue_waiting(&one) == 0 && tm_queue_waiting(&two) == 0);
}

static void small_first(void) {
  for (int i = 0; i < 2; i++) push(&one, LARGE);
  for (int i = 0; i < 20; i++) push(&one, SMALL);
  expect("ssssssssssssssss" "l" "ssss" "l");
}

static void environments_in_turn(void) {
  for (int i = 0; i < 3; i++) push(&one, SMALL);
  for (int i = 0; i < 2; i++) push(&two, LARGE);
  push(&two, SMALL);
  expect("sSsLsL");
}

static void withdrawn_jobs_are_passed_over(void) {
  push(&one, LARGE);
  push(&one, SMALL);
  tm_job *withdrawn = one.small.head;
  assert(tm_queue_withdraw(withdrawn) && !tm_queue_withdraw(withdrawn));
  tm_job_free(withdrawn);
  expect("l");
  push(&one, LARGE);
  push(&one, SMALL);
  tm_job *dropped = tm_queue_drop(&one);
  assert(dropped->document_length == SMALL && dropped->next->document_length == LARGE);
  free_all(dropped);
  expect("");
}

// The first call of a turn is handed over at once; those that follow are together, in their order, and can be withdrawn before.
static void batches(void) {
  tm_queue_cork(&one);
  for (int i = 0; i < 4; i++) push(&one, SMALL / 4);
  assert(one.queued == 1 && tm_queue_waiting(&one) == 4 && tm_queue_waiting_bytes(&one) == SMALL);
  tm_job *withdrawn = one.batch.jobs.head->next, *last = one.batch.jobs.tail;
  assert(tm_queue_withdraw(withdrawn));
  tm_job_free(withdrawn);
  tm_queue_limits(&one, 4, 3, INT64_MAX);
  assert(tm_queue_check_capacity(&one, 1) == TM_QUEUE_FULL);
  tm_queue_limits(&one, 4, 1000, INT64_MAX);
  tm_queue_uncork(&one);
  assert(one.queued == 3 && one.small.tail == last && tm_queue_waiting(&one) == 3);
  for (int i = 0; i < 3; i++) {
    assert(i < 2 || one.small.head == last);
    end(tm_queue_take());
  }
  assert(tm_queue_check_capacity(&one, 1) == TM_PUSHED);

  tm_queue_cork(&one);
  for (int i = 0; i < 40; i++) push(&one, 1);
  assert(one.queued > 32);  // a flood does not wait
  push(&one, LARGE);
  assert(one.queued == 41);  // nor does a long document
  free_all(tm_queue_drop(&one));
  tm_queue_uncork(&one);
  assert(tm_queue_waiting(&one) == 0);
}

// It would wait for ever if it might not take any.
static void small_document_workers(void) {
  push(&one, LARGE);
  tm_job *large = tm_queue_take();
  push(&one, SMALL);
  push(&two, LARGE);
  tm_job *small = tm_queue_take_small();
  assert(small->document_length == SMALL && small->by_small_worker);
  end(small);
  end(large);
  expect("L");
}

// What the limit of memory lets in.
static void memory_limit(void) {
  const int64_t megabyte = 1 << 20;
  tm_memory_ledger *ledger = tm_memory_limit_ledger();
  assert(tm_memory_limit_suggest(1) && !tm_memory_limit_suggest(2) && tm_memory_limit() == 1);
  tm_memory_limit_set(16 * megabyte);
  assert(!tm_memory_limit_suggest(2));
  assert(tm_memory_check_capacity(11 * megabyte) == TM_OVER_MEMORY_LIMIT && tm_memory_check_capacity(10 * megabyte) == TM_PUSHED);

  ledger->taken = 10 * megabyte;
  assert(tm_memory_check_capacity(7 * megabyte) == TM_MEMORY_LIMIT_FULL && tm_memory_check_capacity(6 * megabyte) == TM_PUSHED);
  ledger->taken = 0;
  tm_memory_external_add(10 * megabyte);
  assert(tm_memory_check_capacity(7 * megabyte) == TM_MEMORY_LIMIT_FULL && tm_memory_texts() == 10 * megabyte);
  tm_memory_external_add(-10 * megabyte);

  tm_job *job = tm_job_new(TM_BYTES, 3 * (size_t)megabyte, 0);
  assert(job->document_block == 3 * (size_t)megabyte && tm_memory_texts() > 3 * megabyte);
  assert(tm_memory_check_capacity(2 * megabyte) == TM_MEMORY_LIMIT_FULL && tm_memory_check_counted(tm_job_bytes(job)) == TM_PUSHED);  // a quarter is for inputs
  tm_memory_limit_set(3 * megabyte);
  assert(tm_memory_check_counted(tm_job_bytes(job)) == TM_OVER_MEMORY_LIMIT);
  tm_job_return(job);
  assert(tm_memory_returning());
  tm_job_drop_document(job);
  assert(tm_memory_texts() < megabyte && job->document == NULL);
  tm_job_free(job);
  assert(!tm_memory_returning());
  tm_memory_limit_set(0);
  assert(tm_memory_check_capacity(SIZE_MAX) == TM_PUSHED && tm_native_bytes() == 0);
}

static void times(void) {
  tm_histogram times;
  memset(&times, 0, sizeof times);
  assert(tm_histogram_quantile(&times, 0.5) == 0);
  for (int64_t milliseconds = 1; milliseconds <= 100; milliseconds++) tm_histogram_add(&times, milliseconds * 1000000);
  const double half = tm_histogram_quantile(&times, 0.5), most = tm_histogram_quantile(&times, 0.99);
  assert(half >= 50 && half <= 50 * 1.25 && most >= 99 && most <= 99 * 1.25);
  tm_histogram_add(&times, INT64_MAX);
  tm_histogram_add(&times, 0);
  assert(tm_histogram_quantile(&times, 0) < 0.001);
}

int main(void) {
  tm_queue_workers(4);
  tm_queue_open(&one);
  tm_queue_open(&two);
  small_first();
  environments_in_turn();
  withdrawn_jobs_are_passed_over();
  batches();
  small_document_workers();
  memory_limit();
  times();
  printf("ok\n");
  return 0;
}
