// Documents that workers read where JavaScript has them.
#ifndef TIDEMARK_LOAN_H
#define TIDEMARK_LOAN_H

#include "environment.h"

// Up to so many bytes a copy costs less than a reference, and the result takes its place.
enum { TM_SHORT_LOAN = 16 << 10 };

// Makes a job that reads the bytes of a view where they are, for as long as the caller keeps the view. NULL if it cannot, or is not worth it.
tm_job *tm_borrowed_job(napi_env napi, napi_value options, napi_value view, napi_value *buffer);
// The same for a worker, and for a buffer that nobody else has.
tm_job *tm_lent_job(napi_env napi, napi_value options, napi_value view);

void tm_loan_begin(tm_env *env, const tm_job *job);     // before the job is pushed
void tm_loan_returned(tm_env *env, const tm_job *job);  // with the lock: no worker has the job any more
void tm_loan_end(napi_env napi, tm_job *job);           // JavaScript thread: the buffer may be collected
void tm_loans_returned(tm_env *env, const tm_job *jobs);  // of all that were taken off the queue
void tm_loans_wait(tm_env *env);                        // until no worker reads memory of this environment

#endif
