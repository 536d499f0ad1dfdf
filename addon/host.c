//go:build !windows

#define _GNU_SOURCE  // RTLD_DEFAULT
#include "host.h"

#include <dlfcn.h>

void *tm_host_symbol(const char *name) { return dlsym(RTLD_DEFAULT, name); }

#ifdef __APPLE__

void tm_host_stay(void) {
  Dl_info here;
  if (dladdr((void *)tm_host_stay, &here) != 0) dlopen(here.dli_fname, RTLD_LAZY | RTLD_NOLOAD | RTLD_NODELETE);
}

#else

// Go's linker says so in the file: -z nodelete.
void tm_host_stay(void) {}

#endif
