// Goals, in order: one factorisation for all columns; vectors over columns, so that no element is gathered; one text.
// A matrix for each column in lanes lost: it reads eight times the memory for numbers that are equal.

#include "column_algebra.h"

#include <math.h>
#include <string.h>

#define LOAD(pointer) (*(const v8 *)(pointer))
#define STORE(pointer, value) (*(v8 *)(pointer) = (value))

#define LANES_BODY "column_algebra_body.h"
#include "at_every_level.h"

LANES_DISPATCH(patency_columns_multiply, multiply,
               (double *result, const double *values, const int32_t *program, const double *columns, ptrdiff_t row_count,
                int32_t adds),
               (result, values, program, columns, row_count, adds))

LANES_DISPATCH(patency_columns_solve, column_solve,
               (const double *values, const int32_t *program, ptrdiff_t forward_count, double *columns, ptrdiff_t count),
               (values, program, forward_count, columns, count))

int32_t patency_single_factor(double *values, ptrdiff_t value_count, const double *jacobian, const int32_t *places,
                              ptrdiff_t jacobian_count, const int32_t *diagonal, const int32_t *program,
                              const int32_t *order, double *scales, double step, double gamma, ptrdiff_t count) {
    memset(values, 0, sizeof(double) * (size_t)value_count);
    for (ptrdiff_t i = 0; i < jacobian_count; i++) values[places[i]] = -jacobian[i];
    const double shift = 1.0 / (gamma * step);
    for (ptrdiff_t i = 0; i < count; i++) {
        double *element = values + diagonal[i];
        scales[i] = shift + fabs(*element);
        *element += shift;
    }
    int32_t is_sound = 1;
    for (ptrdiff_t k = 0; k < count; k++) {
        double *diagonal_element = values + *program++;
        // A pivot that is no number fails the comparison.
        if (!(fabs(*diagonal_element) > 1e-12 * scales[order[k]])) is_sound = 0;
        const double reciprocal = 1.0 / *diagonal_element;
        *diagonal_element = reciprocal;
        for (int32_t rows = *program++; rows > 0; rows--) {
            double *place = values + *program++;
            const double left = *place * reciprocal;
            *place = left;
            for (int32_t updates = *program++; updates > 0; updates--, program += 2) {
                values[program[0]] -= left * values[program[1]];
            }
        }
    }
    return is_sound;
}

void patency_single_solve(const double *values, const int32_t *program, ptrdiff_t forward_count, double *vector,
                          ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < forward_count + count; i++) {
        const int32_t row = program[0];
        const double reciprocal = i < forward_count ? 1.0 : values[program[1]];
        int32_t terms = program[2];
        double sum = vector[row];
        for (program += 3; terms > 0; terms--, program += 2) sum -= values[program[0]] * vector[program[1]];
        vector[row] = sum * reciprocal;
    }
}
