#ifndef PATENCY_COLUMN_ALGEBRA_H
#define PATENCY_COLUMN_ALGEBRA_H

#include <stddef.h>
#include <stdint.h>

#include "lanes.h"

// One sparse matrix and eight columns that share it. Matrix values are single numbers; columns are lane-fastest,
// `value[row * 8 + lane]`, aligned to 64 bytes.

/// result = M · columns, or result += M · columns where `adds`; per row of the program {terms}, per term {place, row}.
void patency_columns_multiply(patency_level level, double *result, const double *values, const int32_t *program,
                              const double *columns, ptrdiff_t row_count, int32_t adds);

/// Solves in place for eight columns by the program of `patency_lanes_solve`.
void patency_columns_solve(patency_level level, const double *values, const int32_t *program, ptrdiff_t forward_count,
                           double *columns, ptrdiff_t count);

/// Writes I/(γ step) − J into `values` and factors it by the program of `patency_lanes_factor`; `scales` [count] is scratch.
///
/// Returns 0 where a pivot has lost its digits or is no number, else 1.
int32_t patency_single_factor(double *values, ptrdiff_t value_count, const double *jacobian, const int32_t *places,
                              ptrdiff_t jacobian_count, const int32_t *diagonal, const int32_t *program,
                              const int32_t *order, double *scales, double step, double gamma, ptrdiff_t count);

/// Solves in place for one right-hand side [count].
void patency_single_solve(const double *values, const int32_t *program, ptrdiff_t forward_count, double *vector,
                          ptrdiff_t count);

#endif
