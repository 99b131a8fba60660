#ifndef PATENCY_INSTRUCTIONS_H
#define PATENCY_INSTRUCTIONS_H

#include "lanes.h"

/// The operations of models, in the order of `Modeling.Operation`, whose raw values these are; a test compares the names.
#define PATENCY_OPERATIONS(each)                                                                                      \
    each(add) each(subtract) each(multiply) each(divide) each(negate) each(power)                                     \
    each(exp) each(ln) each(log10) each(sqrt) each(abs) each(floor) each(ceiling) each(factorial)                     \
    each(sin) each(cos) each(tan) each(asin) each(acos) each(atan)                                                    \
    each(sinh) each(cosh) each(tanh) each(asinh) each(acosh) each(atanh)                                              \
    each(min) each(max) each(remainder) each(quotient)                                                                \
    each(less) each(lessOrEqual) each(greater) each(greaterOrEqual) each(equal) each(notEqual)                        \
    each(and) each(or) each(xor) each(not) each(select)

/// Two operations in one instruction, over a, b and c: a·b + c, a·b − c, c − a·b, a·b·c, (a − b)·c.
#define PATENCY_JOINED_OPERATIONS(each) \
    each(productPlus) each(productMinus) each(minusProduct) each(tripleProduct) each(differenceTimes)

#define PATENCY_EVERY_OPERATION(each) PATENCY_OPERATIONS(each) PATENCY_JOINED_OPERATIONS(each)

#define PATENCY_ENUMERATOR(name) patency_##name,
typedef enum patency_operation {
    PATENCY_EVERY_OPERATION(PATENCY_ENUMERATOR) patency_operation_count
} patency_operation;

/// One step of a register program: `register[target] = operation(register[a], register[b], register[c])`.
typedef struct patency_instruction {
    int32_t operation;
    int32_t target;
    int32_t a;
    int32_t b;
    int32_t c;
} patency_instruction;

/// Name of an operation.
const char *patency_operation_name(int32_t operation);

/// Runs a straight-line program for one subject.
void patency_single_run(double *registers, const patency_instruction *code, int64_t count);

/// Runs a straight-line program for eight subjects.
///
/// - registers: eight lanes a register, lane fastest, aligned to 64 bytes.
void patency_lanes_run(patency_level level, double *registers, const patency_instruction *code, int64_t count);

#endif
