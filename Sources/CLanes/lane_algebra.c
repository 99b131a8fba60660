// Goals, in order: the same arithmetic in every lane; speed on the processor at hand; one text for all of them.
// Intrinsics lost: the compiler's vectors give the same instructions and also run on arm64.

#include "lane_algebra.h"

#include <string.h>

typedef double value8 __attribute__((vector_size(64), aligned(8)));
typedef int64_t mask8 __attribute__((vector_size(64), aligned(8)));

#define LOAD(pointer) (*(const value8 *)(pointer))
#define STORE(pointer, value) (*(value8 *)(pointer) = (value))
#define CHOOSE(mask, then, otherwise) ((value8)(((mask8)(then) & (mask)) | ((mask8)(otherwise) & ~(mask))))
#define PATENCY_JOIN(name, level) name##_##level
#define PATENCY_JOINED(name, level) PATENCY_JOIN(name, level)
#define PATENCY_NAMED(name) PATENCY_JOINED(name, PATENCY_LEVEL)

#define PATENCY_LEVEL baseline
#define PATENCY_LEVEL_NAME "baseline"
#include "lane_algebra_body.h"
#undef PATENCY_LEVEL
#undef PATENCY_LEVEL_NAME

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define PATENCY_LEVEL avx2
#define PATENCY_LEVEL_NAME "AVX2"
#include "lane_algebra_body.h"
#undef PATENCY_LEVEL
#undef PATENCY_LEVEL_NAME
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx2,fma,avx512f,avx512dq,avx512vl"))), apply_to = function)
#define PATENCY_LEVEL avx512
#define PATENCY_LEVEL_NAME "AVX-512"
#include "lane_algebra_body.h"
#undef PATENCY_LEVEL
#undef PATENCY_LEVEL_NAME
#pragma clang attribute pop
#endif

const patency_lane_algebra *patency_lane_algebra_best(void) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
        return &table_avx512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return &table_avx2;
#endif
    return &table_baseline;
}
