// libLLVM is opened when first used, with symbols of its own: linked in, it would cost every start of the program 17 ms
// and 47 MB.
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "functions.h"
#include "llvm.h"

static llvm_functions functions;
static char problem[512];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *open_library(void) {
    static const char *const names[] = {"libLLVM-19.so", "libLLVM.so.19.1", "libLLVM-19.so.1"};
    const char *named = getenv("PATENCY_LLVM");
    if (named && strcmp(named, "none") == 0) {
        snprintf(problem, sizeof problem, "PATENCY_LLVM=none forbids it");
        return NULL;
    }
    if (named) {
        void *library = dlopen(named, RTLD_LAZY | RTLD_LOCAL);
        if (!library) snprintf(problem, sizeof problem, "PATENCY_LLVM: %s", dlerror());
        return library;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        void *library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
        if (library) return library;
        if (i == 0) snprintf(problem, sizeof problem, "%s; Debian's package is libllvm19", dlerror());
    }
    return NULL;
}

static void load(void) {
#if !defined(__x86_64__) && !defined(__aarch64__)
    snprintf(problem, sizeof problem, "it is not used on this architecture");
    return;
#endif
    void *library = open_library();
    if (!library) return;
    problem[0] = 0;
#define LLVM_LOAD(result, name, parameters)                                                               \
    if (!(functions.name = (result(*) parameters)dlsym(library, "LLVM" #name)))                           \
        snprintf(problem, sizeof problem, "the library has no function LLVM" #name ", so it is not LLVM 19");
    LLVM_FUNCTIONS(LLVM_LOAD)
    if (!problem[0]) LLVM_INITIALIZE(functions);
}

const char *patency_llvm_problem(void) {
    pthread_once(&once, load);
    return problem[0] ? problem : NULL;
}

const llvm_functions *llvm_loaded(void) { return patency_llvm_problem() ? NULL : &functions; }
