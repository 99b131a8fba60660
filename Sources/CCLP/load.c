// libClp is opened when first used. Linked in, it brings LAPACK, whose Debian alternative OpenBLAS starts a thread on every
// core of every run: 30 ms a start, and a sixth of the time in which a large model is loaded.
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

#include "clp.h"

static patency_clp_functions functions;
static char problem[512];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *library = dlopen("libClp.so.1", RTLD_LAZY | RTLD_LOCAL);
    if (!library) {
        snprintf(problem, sizeof problem, "%s; Debian's package is coinor-libclp1", dlerror());
        return;
    }
#define LOAD(name)                                                                                                 \
    if (!(functions.name = (__typeof__(functions.name))dlsym(library, "Clp_" #name)))                              \
        snprintf(problem, sizeof problem, "libClp has no function Clp_" #name);
    PATENCY_CLP_FUNCTIONS(LOAD)
}

const char *patency_clp_problem(void) {
    pthread_once(&once, load);
    return problem[0] ? problem : NULL;
}

const patency_clp_functions *patency_clp(void) {
    pthread_once(&once, load);
    return &functions;
}
