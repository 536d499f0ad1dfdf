// Lists of jobs that wait.
#ifndef TIDEMARK_WAITING_H
#define TIDEMARK_WAITING_H

#include "job.h"

typedef struct {
  tm_job *head, *tail;
} tm_waiting;

void tm_waiting_append(tm_waiting *jobs, tm_waiting more);  // adds jobs to the end
void tm_waiting_remove(tm_waiting *jobs, tm_job *job);

#endif
