#include "instructions.h"
#include "levels.h"
#include "vector_math.h"

// Eight lanes of exp, ln and pow at each level: as many vector calls as the level's registers need.
#ifdef PATENCY_HAS_LIBMVEC
#define EIGHT_LANES(name, level, width)                                                                        \
    static void name##_##level(double *result, const double *x) {                                              \
        for (int lane = 0; lane < 8; lane += width) patency_##name##width(result + lane, x + lane);            \
    }
#define EIGHT_LANES_POW(level, width)                                                                          \
    static void pow_##level(double *result, const double *x, const double *y) {                                \
        for (int lane = 0; lane < 8; lane += width) patency_pow##width(result + lane, x + lane, y + lane);     \
    }
#define EIGHT_LANES_ALL(level, width) \
    EIGHT_LANES(exp, level, width) EIGHT_LANES(ln, level, width) EIGHT_LANES_POW(level, width)
EIGHT_LANES_ALL(baseline, 2)
EIGHT_LANES_ALL(avx2, 4)
EIGHT_LANES_ALL(avx512, 8)
#else
static void exp_baseline(double *result, const double *x) {
    for (int lane = 0; lane < 8; lane++) result[lane] = exp(x[lane]);
}
static void ln_baseline(double *result, const double *x) {
    for (int lane = 0; lane < 8; lane++) result[lane] = log(x[lane]);
}
static void pow_baseline(double *result, const double *x, const double *y) {
    for (int lane = 0; lane < 8; lane++) result[lane] = pow(x[lane], y[lane]);
}
#endif

// One subject.
#define LANES_TARGET
#define LANES_NAME(name) name##_single
#define VALUE double
#define VALUE_LANES 1
#define TRUTH(mask) (double)(mask)
#define CHOICE(mask, then, otherwise) ((mask) ? (then) : (otherwise))
#define EXP(r, a) *(r) = exp(*(a))
#define LN(r, a) *(r) = log(*(a))
#define POWER(r, a, b) *(r) = pow(*(a), *(b))
#include "interpreter_body.h"
#undef LANES_TARGET
#undef LANES_NAME
#undef VALUE
#undef VALUE_LANES
#undef TRUTH
#undef CHOICE
#undef EXP
#undef LN
#undef POWER

// Eight subjects. Masks are handled by macros, since one handed to a function would cross a call in a debug build.
#define VALUE v8
#define VALUE_LANES 8
#define TRUTH(mask) (v8)((mask) & (v8_mask)(zero + 1.0))
#define CHOICE(mask, then, otherwise) (v8)(((mask) & (v8_mask)(then)) | (~(mask) & (v8_mask)(otherwise)))
#define EXP(r, a) LANES_NAME(exp)((double *)(r), (const double *)(a))
#define LN(r, a) LANES_NAME(ln)((double *)(r), (const double *)(a))
#define POWER(r, a, b) LANES_NAME(pow)((double *)(r), (const double *)(a), (const double *)(b))
#define LANES_BODY "interpreter_body.h"
#include "at_every_level.h"

void patency_single_run(double *registers, const patency_instruction *code, int64_t count) {
    run_single(registers, code, count);
}

LANES_DISPATCH(
    patency_lanes_run, run, (double *registers, const patency_instruction *code, int64_t count), (registers, code, count))

#define NAME(name) #name,
static const char *const operation_names[] = {PATENCY_EVERY_OPERATION(NAME)};

const char *patency_operation_name(int32_t operation) { return operation_names[operation]; }
