// exp, ln and pow of glibc's vector library, through memory: `result[i] = f(x[i])`, unaligned, in place allowed.
#ifndef PATENCY_VECTOR_MATH_H
#define PATENCY_VECTOR_MATH_H

#include <math.h>

#if defined(__x86_64__) && defined(__GLIBC__)
#define PATENCY_HAS_LIBMVEC 1

#define PATENCY_VECTOR_UNARY(name) __attribute__((visibility("hidden"))) void name(double *result, const double *x);
#define PATENCY_VECTOR_BINARY(name) \
    __attribute__((visibility("hidden"))) void name(double *result, const double *x, const double *y);

// The number of lanes of one call stands in the name: 8 needs AVX-512, 4 needs AVX2.
PATENCY_VECTOR_UNARY(patency_exp8)
PATENCY_VECTOR_UNARY(patency_exp4)
PATENCY_VECTOR_UNARY(patency_exp2)
PATENCY_VECTOR_UNARY(patency_ln8)
PATENCY_VECTOR_UNARY(patency_ln4)
PATENCY_VECTOR_UNARY(patency_ln2)
PATENCY_VECTOR_BINARY(patency_pow8)
PATENCY_VECTOR_BINARY(patency_pow4)
PATENCY_VECTOR_BINARY(patency_pow2)
#endif
#endif
