// Node-API, and how its statuses are dropped.
#ifndef TIDEMARK_NAPI_H
#define TIDEMARK_NAPI_H

#include <node_api.h>

// Ends a call of Node-API that may fail, and says why nothing is to be done about it then. Of all others the status is looked at:
// tools/napistatus checks it.
#define TM_MAY_FAIL(status, why) ((void)(status))

#endif
