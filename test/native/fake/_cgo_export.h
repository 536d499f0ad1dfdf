// What cgo makes for the C files of the addon, without Go.
#ifndef FAKE_CGO_EXPORT_H
#define FAKE_CGO_EXPORT_H

#include <stdint.h>

#include "../../../addon/border.generated.h"
#include "../../../addon/internal/queue/job.h"

struct tmOpenEnvironment_return {
  uintptr_t r0;
  uint32_t r1;
};

struct tmOpenEnvironment_return tmOpenEnvironment(void);
void tmStartWorkers(void);
void tmConvertSync(tm_job *job);
void tmDocumentSend(tm_job *job, uintptr_t *handle);
void tmDocumentFree(uintptr_t handle);
void tmCheckOptions(tm_job *job);
void tmDescribeSelector(tm_job *job);
void tmMemoryLimitChanged(void);
void tmStats(uintptr_t handle, tm_go_stats *stats);

#endif
