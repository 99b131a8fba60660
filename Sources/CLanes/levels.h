// What code at several instruction-set levels shares: the vector types and how a level is chosen.
//
// To add functions, write `thing_body.h` with
//     LANES_TARGET static void LANES_NAME(thing)(double *x, int64_t count) { … v8 … }
// and `thing.c` with
//     #define LANES_BODY "thing_body.h"
//     #include "at_every_level.h"
//     LANES_DISPATCH(patency_lanes_thing, thing, (double *x, int64_t count), (x, count))
// which defines `void patency_lanes_thing(patency_level level, double *x, int64_t count)`.
#ifndef PATENCY_LEVELS_H
#define PATENCY_LEVELS_H

#include "lanes.h"

/// Eight lanes in memory aligned to 64 bytes.
typedef double v8 __attribute__((vector_size(64), may_alias));
/// Eight lanes anywhere.
typedef double v8_unaligned __attribute__((vector_size(64), may_alias, aligned(8)));
/// What a comparison of `v8` gives: −1 where it holds, else 0.
typedef int64_t v8_mask __attribute__((vector_size(64), may_alias));

// Vectors cross no call: without -mavx the compiler passes them in memory, whatever a function's target attribute says.
#define LANES_INLINE static inline __attribute__((always_inline))

#if defined(__x86_64__)
#define LANES_LEVELS(function) {function##_baseline, function##_avx2, function##_avx512}
#else
#define LANES_LEVELS(function) {function##_baseline, function##_baseline, function##_baseline}
#endif

/// Defines `void name(patency_level level, …)`, which calls `function` as compiled for the level.
#define LANES_DISPATCH(name, function, parameters, arguments)                \
    LANES_DISPATCH_PREPENDING(name, function, LANES_UNPARENTHESISE parameters, parameters, arguments)
#define LANES_UNPARENTHESISE(...) __VA_ARGS__
#define LANES_DISPATCH_PREPENDING(name, function, plain, parameters, arguments) \
    void name(patency_level level, plain) {                                  \
        static void (*const levels[]) parameters = LANES_LEVELS(function);   \
        levels[level] arguments;                                             \
    }

#endif
