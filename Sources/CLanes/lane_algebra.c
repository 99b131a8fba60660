// Goals, in order: the same arithmetic in every lane; speed on the processor at hand; one text for every level.
// Intrinsics lost: the compiler's vectors give the same instructions and run on arm64 as well.

#include "lane_algebra.h"

#include <string.h>


#define LOAD(pointer) (*(const v8 *)(pointer))
#define STORE(pointer, value) (*(v8 *)(pointer) = (value))
#define CHOOSE(mask, then, otherwise) ((v8)(((v8_mask)(then) & (mask)) | ((v8_mask)(otherwise) & ~(mask))))

#define LANES_BODY "lane_algebra_body.h"
#include "at_every_level.h"

LANES_DISPATCH(patency_lanes_keep, keep,
               (double *base, const double *next, const double *accepted, ptrdiff_t count), (base, next, accepted, count))

LANES_DISPATCH(patency_lanes_combine, combine,
               (double *result, const double *base, const double *weights, const double *terms, ptrdiff_t term_count,
                ptrdiff_t count),
               (result, base, weights, terms, term_count, count))

LANES_DISPATCH(patency_lanes_stage, stage,
               (double *result, const double *rate, const double *weights, const double *terms, ptrdiff_t term_count,
                const double *step, double slope_weight, const double *slope, ptrdiff_t count),
               (result, rate, weights, terms, term_count, step, slope_weight, slope, count))

LANES_DISPATCH(patency_lanes_assemble, assemble,
               (double *values, ptrdiff_t value_count, const double *jacobian, const int32_t *places,
                ptrdiff_t jacobian_count, const int32_t *diagonal, double *scales, const double *step, double gamma,
                ptrdiff_t count),
               (values, value_count, jacobian, places, jacobian_count, diagonal, scales, step, gamma, count))

LANES_DISPATCH(patency_lanes_factor, factor,
               (double *values, const int32_t *program, const int32_t *order, const double *scales, double *faults,
                ptrdiff_t count),
               (values, program, order, scales, faults, count))

LANES_DISPATCH(patency_lanes_solve, solve,
               (const double *values, const int32_t *program, ptrdiff_t forward_count, double *vector, ptrdiff_t count),
               (values, program, forward_count, vector, count))

LANES_DISPATCH(patency_lanes_error, error,
               (double *sums, const double *error, const double *base, const double *next, double relative,
                const double *absolute, ptrdiff_t count),
               (sums, error, base, next, relative, absolute, count))
