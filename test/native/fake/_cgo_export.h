// What cgo makes for the C files of the addon, without Go.
#ifndef FAKE_CGO_EXPORT_H
#define FAKE_CGO_EXPORT_H

#include "../../../addon/shim.h"

struct tmOpenEnvironment_return {
  uintptr_t r0;
  uint32_t r1;
};
struct tmStats_return {
  uint64_t r0, r1, r2, r3, r4, r5, r6, r7;
};

struct tmOpenEnvironment_return tmOpenEnvironment(void);
void tmConvertSync(tm_job *job);
void tmCheckOptions(tm_job *job);
void tmMemoryLimitChanged(void);
struct tmStats_return tmStats(uintptr_t handle);

#endif
