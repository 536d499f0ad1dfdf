package main

// The headers come from the npm package node-api-headers: in a checkout it lies in node_modules; the build script names its
// place where it lies elsewhere. napi_* stay undefined at link time: the process that loads the addon has them.

// #cgo CFLAGS: -std=gnu11 -Wall -Wextra -DNAPI_VERSION=9
// #cgo CFLAGS: -I${SRCDIR}/../node_modules/node-api-headers/include
// #cgo darwin LDFLAGS: -Wl,-undefined,dynamic_lookup
// #include "napi.h"
import "C"
