// The interpreter, included for one subject and, at each instruction-set level, for eight. Beside LANES_TARGET and
// LANES_NAME the including file says what a VALUE is: its lanes, truth, choice and elementary functions.

LANES_TARGET static void LANES_NAME(run)(double *registers, const patency_instruction *code, int64_t count) {
// A product is rounded before it is added to: a fused one can make x·x − y·y negative where x = y, and levels differ.
#pragma STDC FP_CONTRACT OFF
#define LABEL(name) &&do_##name,
    static const void *const labels[] = {PATENCY_EVERY_OPERATION(LABEL)};
#undef LABEL
    const patency_instruction *const end = code + count;
    VALUE *const values = (VALUE *)registers;
    const VALUE zero = {0};

// A jump of its own after every operation lets the processor predict each from what came before it.
#define NEXT                           \
    do {                               \
        if (++code == end) return;     \
        goto *labels[code->operation]; \
    } while (0)
#define R (values + code->target)
#define A (values + code->a)
#define B (values + code->b)
#define C (values + code->c)
#define EACH_LANE(expression)                                         \
    do {                                                              \
        double *r = (double *)R;                                      \
        const double *a = (const double *)A, *b = (const double *)B;  \
        for (int lane = 0; lane < VALUE_LANES; lane++) {              \
            double x = a[lane], y = b[lane];                          \
            (void)y;                                                  \
            r[lane] = (expression);                                   \
        }                                                             \
        NEXT;                                                         \
    } while (0)

    if (count <= 0) return;
    goto *labels[code->operation];

do_add: *R = *A + *B; NEXT;
do_subtract: *R = *A - *B; NEXT;
do_multiply: *R = *A * *B; NEXT;
do_divide: *R = *A / *B; NEXT;
do_negate: *R = -*A; NEXT;
do_sqrt: *R = __builtin_elementwise_sqrt(*A); NEXT;
do_abs: *R = __builtin_elementwise_abs(*A); NEXT;
do_exp: EXP(R, A); NEXT;
do_ln: LN(R, A); NEXT;
do_power: POWER(R, A, B); NEXT;
// The number, where one operand is NaN.
do_min: *R = CHOICE((*A <= *B) | (*B != *B), *A, *B); NEXT;
do_max: *R = CHOICE((*A > *B) | (*B != *B), *A, *B); NEXT;
do_less: *R = TRUTH(*A < *B); NEXT;
do_lessOrEqual: *R = TRUTH(*A <= *B); NEXT;
do_greater: *R = TRUTH(*A > *B); NEXT;
do_greaterOrEqual: *R = TRUTH(*A >= *B); NEXT;
do_equal: *R = TRUTH(*A == *B); NEXT;
do_notEqual: *R = TRUTH(*A != *B); NEXT;
do_and: *R = TRUTH((*A != zero) & (*B != zero)); NEXT;
do_or: *R = TRUTH((*A != zero) | (*B != zero)); NEXT;
do_xor: *R = TRUTH((*A != zero) ^ (*B != zero)); NEXT;
do_not: *R = TRUTH(*A == zero); NEXT;
do_select: *R = CHOICE(*A != zero, *B, *C); NEXT;
do_productPlus: *R = *A * *B + *C; NEXT;
do_productMinus: *R = *A * *B - *C; NEXT;
do_minusProduct: *R = *C - *A * *B; NEXT;
do_tripleProduct: *R = *A * *B * *C; NEXT;
do_differenceTimes: *R = (*A - *B) * *C; NEXT;
do_log10: EACH_LANE(log10(x));
do_floor: EACH_LANE(floor(x));
do_ceiling: EACH_LANE(ceil(x));
do_factorial: EACH_LANE(tgamma(x + 1));
do_sin: EACH_LANE(sin(x));
do_cos: EACH_LANE(cos(x));
do_tan: EACH_LANE(tan(x));
do_asin: EACH_LANE(asin(x));
do_acos: EACH_LANE(acos(x));
do_atan: EACH_LANE(atan(x));
do_sinh: EACH_LANE(sinh(x));
do_cosh: EACH_LANE(cosh(x));
do_tanh: EACH_LANE(tanh(x));
do_asinh: EACH_LANE(asinh(x));
do_acosh: EACH_LANE(acosh(x));
do_atanh: EACH_LANE(atanh(x));
do_remainder: EACH_LANE(fmod(x, y));
do_quotient: EACH_LANE(trunc(x / y));

#undef NEXT
#undef R
#undef A
#undef B
#undef C
#undef EACH_LANE
}
