// The order in which the queue serves, without threads: small before large, but not for ever; environments in turn; what a stand-in
// may take; and what the limit of memory lets in.
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "../../addon/shim.h"

enum { SMALL = 1000, LARGE = 1 << 20 };

static tm_env one, two;

void tm_env_drop(tm_env *env) { (void)env; }

static void push(tm_env *env, size_t length) {
  tm_job *job = tm_job_new(TM_BYTES, 0, 0);
  assert(job != NULL);
  job->document_length = length;
  job->env = env;
  tm_queue_push(job);
}

static void end(tm_job *job) {
  tm_queue_done(job);
  tm_queue_next(job->env);
  tm_job_free(job);
}

// Takes as many jobs as there are letters: s and l for small and large ones of the first environment, S and L of the second.
static void expect(const char *order) {
  for (const char *c = order; *c != '\0'; c++) {
    tm_job *job = tm_queue_take();
    char letter = job->document_length == SMALL ? 's' : 'l';
    if (job->env == &two) letter += 'A' - 'a';
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
  tm_job *withdrawn = one.lane.small.head;
  assert(tm_queue_withdraw(withdrawn) && !tm_queue_withdraw(withdrawn));
  tm_job_free(withdrawn);
  expect("l");
  push(&one, LARGE);
  push(&one, SMALL);
  tm_job *dropped = tm_queue_drop(&one);
  assert(dropped->document_length == SMALL && dropped->next->document_length == LARGE);
  tm_job_free_list(dropped);
  expect("");
}

// The first call of a turn is handed over at once; those that follow are together, in their order, and can be withdrawn before.
static void kept_jobs(void) {
  tm_queue_hold(&one);
  for (int i = 0; i < 4; i++) push(&one, SMALL / 4);
  assert(one.lane.queued == 1 && tm_queue_waiting(&one) == 4 && tm_queue_waiting_bytes(&one) == SMALL);
  tm_job *withdrawn = one.kept.jobs.head->next, *last = one.kept.jobs.tail;
  assert(tm_queue_withdraw(withdrawn));
  tm_job_free(withdrawn);
  tm_queue_limits(&one, 4, 3, INT64_MAX);
  assert(tm_queue_room(&one, 1) == TM_QUEUE_FULL);
  tm_queue_limits(&one, 4, 1000, INT64_MAX);
  tm_queue_wake(&one);
  assert(one.lane.queued == 3 && one.lane.small.tail == last && tm_queue_waiting(&one) == 3);
  for (int i = 0; i < 3; i++) {
    assert(i < 2 || one.lane.small.head == last);
    end(tm_queue_take());
  }
  assert(tm_queue_room(&one, 1) == TM_PUSHED);

  tm_queue_hold(&one);
  for (int i = 0; i < 40; i++) push(&one, 1);
  assert(one.lane.queued > 32);  // a flood does not wait
  push(&one, LARGE);
  assert(one.lane.queued == 41);  // nor does a long document
  tm_job_free_list(tm_queue_drop(&one));
  tm_queue_wake(&one);
  assert(tm_queue_waiting(&one) == 0);
}

// It would wait for ever if it might not stand in.
static void stand_ins(void) {
  push(&one, LARGE);
  tm_job *large = tm_queue_take();
  push(&one, SMALL);
  push(&two, LARGE);
  tm_job *small = tm_queue_take_small();
  assert(small->document_length == SMALL && small->stood_in);
  end(small);
  end(large);
  expect("L");
}

// What the limit of memory lets in.
static void ceiling(void) {
  const int64_t megabyte = 1 << 20;
  tm_ledger *ledger = tm_ceiling_ledger();
  assert(tm_ceiling_suggest(1) && !tm_ceiling_suggest(2) && tm_ceiling() == 1);
  tm_ceiling_set(16 * megabyte);
  assert(!tm_ceiling_suggest(2));
  assert(tm_ceiling_room(11 * megabyte) == TM_OVER_CEILING && tm_ceiling_room(10 * megabyte) == TM_PUSHED);

  ledger->taken = 10 * megabyte;
  assert(tm_ceiling_room(7 * megabyte) == TM_CEILING_FULL && tm_ceiling_room(6 * megabyte) == TM_PUSHED);
  ledger->taken = 0;
  tm_ceiling_external_add(10 * megabyte);
  assert(tm_ceiling_room(7 * megabyte) == TM_CEILING_FULL && tm_ceiling_held() == 10 * megabyte);
  tm_ceiling_external_add(-10 * megabyte);

  tm_job *job = tm_job_new(TM_BYTES, 3 * (size_t)megabyte, 0);
  assert(job->apart == 3 * (size_t)megabyte && tm_ceiling_held() > 3 * megabyte);
  assert(tm_ceiling_room(2 * megabyte) == TM_CEILING_FULL && tm_ceiling_room_of(job) == TM_PUSHED);  // a quarter is for inputs
  tm_ceiling_set(3 * megabyte);
  assert(tm_ceiling_room_of(job) == TM_OVER_CEILING);
  tm_ceiling_return(job);
  assert(tm_ceiling_returning());
  tm_job_drop_document(job);
  assert(tm_ceiling_held() < megabyte && job->document == NULL);
  tm_job_free(job);
  assert(!tm_ceiling_returning());
  tm_ceiling_set(0);
  assert(tm_ceiling_room(SIZE_MAX) == TM_PUSHED && tm_native_bytes() == 0);
}

static void times(void) {
  tm_times times;
  memset(&times, 0, sizeof times);
  assert(tm_times_quantile(&times, 0.5) == 0);
  for (int64_t milliseconds = 1; milliseconds <= 100; milliseconds++) tm_times_add(&times, milliseconds * 1000000);
  const double half = tm_times_quantile(&times, 0.5), most = tm_times_quantile(&times, 0.99);
  assert(half >= 50 && half <= 50 * 1.25 && most >= 99 && most <= 99 * 1.25);
  tm_times_add(&times, INT64_MAX);
  tm_times_add(&times, 0);
  assert(tm_times_quantile(&times, 0) < 0.001);
}

int main(void) {
  tm_env *const environments[] = {&one, &two};
  for (int i = 0; i < 2; i++) {
    environments[i]->workers = 4;
    tm_queue_limits(environments[i], 4, 1000, INT64_MAX);
  }
  small_first();
  environments_in_turn();
  withdrawn_jobs_are_passed_over();
  kept_jobs();
  stand_ins();
  ceiling();
  times();
  printf("ok\n");
  return 0;
}
