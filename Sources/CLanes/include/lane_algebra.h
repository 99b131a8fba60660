#ifndef PATENCY_LANE_ALGEBRA_H
#define PATENCY_LANE_ALGEBRA_H

#include <stdint.h>

/// Vector operations of a Rosenbrock step over eight subjects.
///
/// Every array is lane-fastest, `value[index * 8 + lane]`, and no operation mixes lanes.
typedef struct {
    /// Instruction set in words.
    const char *name;

    /// base = next in lanes where `accepted` [8] is not 0.
    void (*keep)(double *base, const double *next, const double *accepted, int32_t count);

    /// result = base + Σ weights[j] · terms[j · count · 8…], one weight for all lanes.
    void (*combine)(double *result, const double *base, const double *weights, const double *terms,
                    int32_t term_count, int32_t count);

    /// result = rate + Σ (weights[j] / step) · terms[j] + slope_weight · step · slope; `slope` may be NULL.
    void (*stage)(double *result, const double *rate, const double *weights, const double *terms, int32_t term_count,
                  const double *step, double slope_weight, const double *slope, int32_t count);

    /// Writes I/(γ step) − J into `values` by the places of J's elements; `scales` gets the sizes of the diagonal.
    void (*assemble)(double *values, int32_t value_count, const double *jacobian, const int32_t *places,
                     int32_t jacobian_count, const int32_t *diagonal, double *scales, const double *step, double gamma,
                     int32_t count);

    /// Factors by a program: per pivot {place, rows}, per row {place, updates}, per update {target, right}.
    ///
    /// Pivots are left as reciprocals. `faults` [8] becomes 1 where a pivot has lost all its digits or is no number.
    void (*factor)(double *values, const int32_t *program, const int32_t *order, const double *scales, double *faults,
                   int32_t count);

    /// Solves in place by a program: forward rows, then backward rows, each {row, place, terms, (place, column)…}.
    void (*solve)(const double *values, const int32_t *program, int32_t forward_count, double *vector, int32_t count);

    /// sums [8] = Σ (error / (relative · max(|base|, |next|) + absolute))².
    void (*error)(double *sums, const double *error, const double *base, const double *next, double relative,
                  const double *absolute, int32_t count);
} patency_lane_algebra;

/// The operations for this processor.
const patency_lane_algebra *patency_lane_algebra_best(void);

#endif
