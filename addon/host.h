// The program that has loaded this library.
#ifndef TIDEMARK_HOST_H
#define TIDEMARK_HOST_H

void *tm_host_symbol(const char *name);  // a function of it, NULL if it has none
void tm_host_stay(void);                 // keeps this library loaded until the process ends: its threads do not end before

#endif
