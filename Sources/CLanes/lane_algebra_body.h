// The operations once; lane_algebra.c includes them for each instruction set.

static void PATENCY_NAMED(keep)(double *base, const double *next, const double *accepted, int32_t count) {
    const mask8 chosen = LOAD(accepted) != 0.0;
    for (int32_t i = 0; i < count; i++) {
        STORE(base + 8 * i, CHOOSE(chosen, LOAD(next + 8 * i), LOAD(base + 8 * i)));
    }
}

static void PATENCY_NAMED(combine)(double *result, const double *base, const double *weights, const double *terms,
                                   int32_t term_count, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        value8 sum = LOAD(base + 8 * i);
        for (int32_t j = 0; j < term_count; j++) sum += weights[j] * LOAD(terms + 8 * (j * count + i));
        STORE(result + 8 * i, sum);
    }
}

static void PATENCY_NAMED(stage)(double *result, const double *rate, const double *weights, const double *terms,
                                 int32_t term_count, const double *step, double slope_weight, const double *slope,
                                 int32_t count) {
    const value8 h = LOAD(step);
    value8 scaled[8];
    for (int32_t j = 0; j < term_count; j++) scaled[j] = weights[j] / h;
    const value8 drift = slope_weight * h;
    for (int32_t i = 0; i < count; i++) {
        value8 sum = LOAD(rate + 8 * i);
        for (int32_t j = 0; j < term_count; j++) sum += scaled[j] * LOAD(terms + 8 * (j * count + i));
        if (slope) sum += drift * LOAD(slope + 8 * i);
        STORE(result + 8 * i, sum);
    }
}

static void PATENCY_NAMED(assemble)(double *values, int32_t value_count, const double *jacobian, const int32_t *places,
                                    int32_t jacobian_count, const int32_t *diagonal, double *scales,
                                    const double *step, double gamma, int32_t count) {
    memset(values, 0, sizeof(double) * 8 * (size_t)value_count);
    for (int32_t i = 0; i < jacobian_count; i++) STORE(values + 8 * places[i], -LOAD(jacobian + 8 * i));
    const value8 shift = 1.0 / (gamma * LOAD(step));
    for (int32_t i = 0; i < count; i++) {
        double *element = values + 8 * diagonal[i];
        const value8 old = LOAD(element);
        STORE(scales + 8 * i, shift + __builtin_elementwise_abs(old));
        STORE(element, shift + old);
    }
}

static void PATENCY_NAMED(factor)(double *values, const int32_t *program, const int32_t *order, const double *scales,
                                  double *faults, int32_t count) {
    mask8 sound = {-1, -1, -1, -1, -1, -1, -1, -1};
    for (int32_t k = 0; k < count; k++) {
        double *diagonal = values + 8 * *program++;
        const value8 pivot = LOAD(diagonal);
        sound &= __builtin_elementwise_abs(pivot) > 1e-12 * LOAD(scales + 8 * order[k]);
        const value8 reciprocal = 1.0 / pivot;
        STORE(diagonal, reciprocal);
        for (int32_t rows = *program++; rows > 0; rows--) {
            double *place = values + 8 * *program++;
            const value8 left = LOAD(place) * reciprocal;
            STORE(place, left);
            for (int32_t updates = *program++; updates > 0; updates--) {
                double *target = values + 8 * program[0];
                STORE(target, LOAD(target) - left * LOAD(values + 8 * program[1]));
                program += 2;
            }
        }
    }
    const value8 zero = {0}, one = {1, 1, 1, 1, 1, 1, 1, 1};
    STORE(faults, CHOOSE(sound, zero, one));
}

static void PATENCY_NAMED(solve)(const double *values, const int32_t *program, int32_t forward_count, double *vector,
                                 int32_t count) {
    for (int32_t i = 0; i < forward_count; i++) {
        double *row = vector + 8 * program[0];
        int32_t terms = program[2];
        value8 sum = LOAD(row);
        for (program += 3; terms > 0; terms--, program += 2) {
            sum -= LOAD(values + 8 * program[0]) * LOAD(vector + 8 * program[1]);
        }
        STORE(row, sum);
    }
    for (int32_t i = 0; i < count; i++) {
        double *row = vector + 8 * program[0];
        const value8 reciprocal = LOAD(values + 8 * program[1]);
        int32_t terms = program[2];
        value8 sum = LOAD(row);
        for (program += 3; terms > 0; terms--, program += 2) {
            sum -= LOAD(values + 8 * program[0]) * LOAD(vector + 8 * program[1]);
        }
        STORE(row, sum * reciprocal);
    }
}

static void PATENCY_NAMED(error)(double *sums, const double *error, const double *base, const double *next,
                                 double relative, const double *absolute, int32_t count) {
    value8 sum = {0};
    for (int32_t i = 0; i < count; i++) {
        const value8 size = __builtin_elementwise_max(__builtin_elementwise_abs(LOAD(base + 8 * i)),
                                                      __builtin_elementwise_abs(LOAD(next + 8 * i)));
        const value8 ratio = LOAD(error + 8 * i) / (relative * size + absolute[i]);
        sum += ratio * ratio;
    }
    STORE(sums, sum);
}

static const patency_lane_algebra PATENCY_NAMED(table) = {
    .name = PATENCY_LEVEL_NAME,
    .keep = PATENCY_NAMED(keep),
    .combine = PATENCY_NAMED(combine),
    .stage = PATENCY_NAMED(stage),
    .assemble = PATENCY_NAMED(assemble),
    .factor = PATENCY_NAMED(factor),
    .solve = PATENCY_NAMED(solve),
    .error = PATENCY_NAMED(error),
};
