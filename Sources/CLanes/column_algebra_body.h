// The operations of column_algebra.h on eight columns; column_algebra.c includes them for each instruction-set level.

LANES_TARGET static void LANES_NAME(multiply)(double *result, const double *values, const int32_t *program,
                                              const double *columns, ptrdiff_t row_count, int32_t adds) {
    for (ptrdiff_t i = 0; i < row_count; i++) {
        v8 sum = {0};
        if (adds) sum = LOAD(result + 8 * i);
        for (int32_t terms = *program++; terms > 0; terms--, program += 2) {
            sum += values[program[0]] * LOAD(columns + 8 * (ptrdiff_t)program[1]);
        }
        STORE(result + 8 * i, sum);
    }
}

LANES_TARGET static void LANES_NAME(column_solve)(const double *values, const int32_t *program, ptrdiff_t forward_count,
                                                  double *columns, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < forward_count + count; i++) {
        double *row = columns + 8 * (ptrdiff_t)program[0];
        const double reciprocal = i < forward_count ? 1.0 : values[program[1]];
        int32_t terms = program[2];
        v8 sum = LOAD(row);
        for (program += 3; terms > 0; terms--, program += 2) {
            sum -= values[program[0]] * LOAD(columns + 8 * (ptrdiff_t)program[1]);
        }
        STORE(row, sum * reciprocal);
    }
}
