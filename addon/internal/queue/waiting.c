#include "waiting.h"

#include <stddef.h>

void tm_waiting_append(tm_waiting *jobs, tm_waiting more) {
  more.head->previous = jobs->tail;
  if (jobs->tail != NULL)
    jobs->tail->next = more.head;
  else
    jobs->head = more.head;
  jobs->tail = more.tail;
}

void tm_waiting_remove(tm_waiting *jobs, tm_job *job) {
  if (job->previous != NULL)
    job->previous->next = job->next;
  else
    jobs->head = job->next;
  if (job->next != NULL)
    job->next->previous = job->previous;
  else
    jobs->tail = job->previous;
  job->next = job->previous = NULL;
}
