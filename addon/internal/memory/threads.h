// Locks and condition variables by the names that POSIX has for them, and as much of them as is used. Windows has the same by others.
#ifndef TIDEMARK_THREADS_H
#define TIDEMARK_THREADS_H

#ifdef _WIN32

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

typedef SRWLOCK pthread_mutex_t;
typedef CONDITION_VARIABLE pthread_cond_t;
typedef INIT_ONCE pthread_once_t;

#define PTHREAD_MUTEX_INITIALIZER SRWLOCK_INIT
#define PTHREAD_COND_INITIALIZER CONDITION_VARIABLE_INIT
#define PTHREAD_ONCE_INIT INIT_ONCE_STATIC_INIT

static inline void pthread_mutex_init(pthread_mutex_t *lock, const void *attributes) { (void)attributes, InitializeSRWLock(lock); }
static inline void pthread_mutex_destroy(pthread_mutex_t *lock) { (void)lock; }
static inline void pthread_mutex_lock(pthread_mutex_t *lock) { AcquireSRWLockExclusive(lock); }
static inline int pthread_mutex_trylock(pthread_mutex_t *lock) { return TryAcquireSRWLockExclusive(lock) ? 0 : 1; }
static inline void pthread_mutex_unlock(pthread_mutex_t *lock) { ReleaseSRWLockExclusive(lock); }

static inline void pthread_cond_init(pthread_cond_t *condition, const void *attributes) {
  (void)attributes, InitializeConditionVariable(condition);
}
static inline void pthread_cond_destroy(pthread_cond_t *condition) { (void)condition; }
static inline void pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *lock) {
  SleepConditionVariableSRW(condition, lock, INFINITE, 0);
}
static inline void pthread_cond_signal(pthread_cond_t *condition) { WakeConditionVariable(condition); }

static inline BOOL CALLBACK tm_call_once(INIT_ONCE *once, void *parameter, void **context) {
  (void)once, (void)context;
  (*(void (**)(void))parameter)();
  return TRUE;
}
static inline void pthread_once(pthread_once_t *once, void (*function)(void)) {
  InitOnceExecuteOnce(once, tm_call_once, &function, NULL);
}

#else

#include <pthread.h>

#endif
#endif
