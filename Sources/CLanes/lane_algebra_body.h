// The operations of lane_algebra.h; lane_algebra.c includes them for each instruction-set level.

LANES_TARGET static void LANES_NAME(keep)(double *base, const double *next, const double *accepted, ptrdiff_t count) {
    const v8_mask chosen = LOAD(accepted) != 0.0;
    for (ptrdiff_t i = 0; i < count; i++) {
        STORE(base + 8 * i, CHOOSE(chosen, LOAD(next + 8 * i), LOAD(base + 8 * i)));
    }
}

LANES_TARGET static void LANES_NAME(combine)(double *result, const double *base, const double *weights, const double *terms,
                                   ptrdiff_t term_count, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < count; i++) {
        v8 sum = LOAD(base + 8 * i);
        for (ptrdiff_t j = 0; j < term_count; j++) sum += weights[j] * LOAD(terms + 8 * (j * count + i));
        STORE(result + 8 * i, sum);
    }
}

LANES_TARGET static void LANES_NAME(stage)(double *result, const double *rate, const double *weights, const double *terms,
                                 ptrdiff_t term_count, const double *step, double slope_weight, const double *slope,
                                 ptrdiff_t count) {
    const v8 h = LOAD(step);
    v8 scaled[8];
    for (ptrdiff_t j = 0; j < term_count; j++) scaled[j] = weights[j] / h;
    const v8 drift = slope_weight * h;
    for (ptrdiff_t i = 0; i < count; i++) {
        v8 sum = LOAD(rate + 8 * i);
        for (ptrdiff_t j = 0; j < term_count; j++) sum += scaled[j] * LOAD(terms + 8 * (j * count + i));
        if (slope) sum += drift * LOAD(slope + 8 * i);
        STORE(result + 8 * i, sum);
    }
}

LANES_TARGET static void LANES_NAME(assemble)(double *values, ptrdiff_t value_count, const double *jacobian, const int32_t *places,
                                    ptrdiff_t jacobian_count, const int32_t *diagonal, double *scales,
                                    const double *step, double gamma, ptrdiff_t count) {
    memset(values, 0, sizeof(double) * 8 * (size_t)value_count);
    for (ptrdiff_t i = 0; i < jacobian_count; i++) STORE(values + 8 * places[i], -LOAD(jacobian + 8 * i));
    const v8 shift = 1.0 / (gamma * LOAD(step));
    for (ptrdiff_t i = 0; i < count; i++) {
        double *element = values + 8 * diagonal[i];
        const v8 old = LOAD(element);
        STORE(scales + 8 * i, shift + __builtin_elementwise_abs(old));
        STORE(element, shift + old);
    }
}

LANES_TARGET static void LANES_NAME(factor)(double *values, const int32_t *program, const int32_t *order, const double *scales,
                                  double *faults, ptrdiff_t count) {
    v8_mask sound = {-1, -1, -1, -1, -1, -1, -1, -1};
    for (ptrdiff_t k = 0; k < count; k++) {
        double *diagonal = values + 8 * *program++;
        const v8 pivot = LOAD(diagonal);
        sound &= __builtin_elementwise_abs(pivot) > 1e-12 * LOAD(scales + 8 * order[k]);
        const v8 reciprocal = 1.0 / pivot;
        STORE(diagonal, reciprocal);
        for (int32_t rows = *program++; rows > 0; rows--) {
            double *place = values + 8 * *program++;
            const v8 left = LOAD(place) * reciprocal;
            STORE(place, left);
            for (int32_t updates = *program++; updates > 0; updates--) {
                double *target = values + 8 * program[0];
                STORE(target, LOAD(target) - left * LOAD(values + 8 * program[1]));
                program += 2;
            }
        }
    }
    const v8 zero = {0}, one = {1, 1, 1, 1, 1, 1, 1, 1};
    STORE(faults, CHOOSE(sound, zero, one));
}

LANES_TARGET static void LANES_NAME(solve)(const double *values, const int32_t *program, ptrdiff_t forward_count, double *vector,
                                 ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < forward_count; i++) {
        double *row = vector + 8 * program[0];
        int32_t terms = program[2];
        v8 sum = LOAD(row);
        for (program += 3; terms > 0; terms--, program += 2) {
            sum -= LOAD(values + 8 * program[0]) * LOAD(vector + 8 * program[1]);
        }
        STORE(row, sum);
    }
    for (ptrdiff_t i = 0; i < count; i++) {
        double *row = vector + 8 * program[0];
        const v8 reciprocal = LOAD(values + 8 * program[1]);
        int32_t terms = program[2];
        v8 sum = LOAD(row);
        for (program += 3; terms > 0; terms--, program += 2) {
            sum -= LOAD(values + 8 * program[0]) * LOAD(vector + 8 * program[1]);
        }
        STORE(row, sum * reciprocal);
    }
}

LANES_TARGET static void LANES_NAME(error)(double *sums, const double *error, const double *base, const double *next,
                                 double relative, const double *absolute, ptrdiff_t count) {
    v8 sum = {0};
    for (ptrdiff_t i = 0; i < count; i++) {
        const v8 size = __builtin_elementwise_max(__builtin_elementwise_abs(LOAD(base + 8 * i)),
                                                      __builtin_elementwise_abs(LOAD(next + 8 * i)));
        const v8 ratio = LOAD(error + 8 * i) / (relative * size + absolute[i]);
        sum += ratio * ratio;
    }
    STORE(sums, sum);
}
