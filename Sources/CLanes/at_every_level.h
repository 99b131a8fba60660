// Includes LANES_BODY once for each instruction-set level; no guard, since each `.c` file includes it for its own body.
#include "levels.h"

#define LANES_JOIN(name, level) name##_##level

#define LANES_TARGET
#define LANES_NAME(name) LANES_JOIN(name, baseline)
#include LANES_BODY
#undef LANES_TARGET
#undef LANES_NAME

#if defined(__x86_64__)
#define LANES_TARGET __attribute__((target("avx2,fma")))
#define LANES_NAME(name) LANES_JOIN(name, avx2)
#include LANES_BODY
#undef LANES_TARGET
#undef LANES_NAME

#define LANES_TARGET __attribute__((target("avx512f,avx512dq,avx2,fma")))
#define LANES_NAME(name) LANES_JOIN(name, avx512)
#include LANES_BODY
#undef LANES_TARGET
#undef LANES_NAME
#endif
