#ifndef PATENCY_LANE_ALGEBRA_H
#define PATENCY_LANE_ALGEBRA_H

#include <stddef.h>
#include <stdint.h>

#include "lanes.h"

// Vector operations of a Rosenbrock step over eight subjects. Every array is lane-fastest, `value[index * 8 + lane]`,
// and aligned to 64 bytes; no operation mixes lanes.

/// base = next in lanes where `accepted` [8] is not 0.
void patency_lanes_keep(patency_level level, double *base, const double *next, const double *accepted, ptrdiff_t count);

/// result = base + Σ weights[j] · terms[j], one weight for all lanes; terms [term_count × count × 8].
void patency_lanes_combine(patency_level level, double *result, const double *base, const double *weights,
                           const double *terms, ptrdiff_t term_count, ptrdiff_t count);

/// result = rate + Σ (weights[j] / step) · terms[j] + slope_weight · step · slope; `slope` may be NULL; at most 8 terms.
void patency_lanes_stage(patency_level level, double *result, const double *rate, const double *weights,
                         const double *terms, ptrdiff_t term_count, const double *step, double slope_weight,
                         const double *slope, ptrdiff_t count);

/// Writes I/(γ step) − J into `values` by the places of J's elements; `scales` gets the sizes of the diagonal.
void patency_lanes_assemble(patency_level level, double *values, ptrdiff_t value_count, const double *jacobian,
                            const int32_t *places, ptrdiff_t jacobian_count, const int32_t *diagonal, double *scales,
                            const double *step, double gamma, ptrdiff_t count);

/// Factors by a program: per pivot {place, rows}, per row {place, updates}, per update {target, right}.
///
/// Pivots are left as reciprocals. `faults` [8] becomes 1 where a pivot has lost its digits or is no number, else 0.
void patency_lanes_factor(patency_level level, double *values, const int32_t *program, const int32_t *order,
                          const double *scales, double *faults, ptrdiff_t count);

/// Solves in place by a program: forward rows, then backward rows, each {row, place, terms}, per term {place, column}.
void patency_lanes_solve(patency_level level, const double *values, const int32_t *program, ptrdiff_t forward_count,
                         double *vector, ptrdiff_t count);

/// sums [8] = Σ (error / (relative · max(|base|, |next|) + absolute))².
void patency_lanes_error(patency_level level, double *sums, const double *error, const double *base,
                         const double *next, double relative, const double *absolute, ptrdiff_t count);

#endif
