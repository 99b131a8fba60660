#include <stdlib.h>
#include <string.h>

#include "levels.h"

static const char *const names[] = {"baseline", "avx2", "avx512"};
static patency_level highest;
static patency_level current;

/// Runs before `main`, so that no reader needs a lock.
__attribute__((constructor)) static void choose_level(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        highest = patency_level_avx2;
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) highest = patency_level_avx512;
    }
#endif
    current = highest;
    const char *wanted = getenv("PATENCY_LANES");
    for (patency_level level = patency_level_baseline; wanted && level < highest; level++)
        if (strcmp(wanted, names[level]) == 0) current = level;
}

patency_level patency_lanes_current_level(void) { return current; }
patency_level patency_lanes_highest_level(void) { return highest; }
const char *patency_lanes_level_name(patency_level level) { return names[level]; }
const char *patency_lanes_level(void) { return names[current]; }
