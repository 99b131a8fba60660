// Without -mavx the compiler passes wide vectors in memory, even to a function with a target attribute, while libmvec
// takes them in registers. So the calls are made here by hand; only the x86-64 calling convention is used.
#include "vector_math.h"

#ifdef PATENCY_HAS_LIBMVEC

#define CALL(name, second, move, first_register, vector_function, clear) \
    __asm__(".text\n"                                                    \
            ".p2align 4\n"                                               \
            ".globl " #name "\n"                                         \
            ".hidden " #name "\n"                                        \
            ".type " #name ", @function\n"                               \
            #name ":\n"                                                  \
            ".cfi_startproc\n"                                           \
            "pushq %rbx\n"                                               \
            ".cfi_def_cfa_offset 16\n"                                   \
            ".cfi_offset %rbx, -16\n"                                    \
            "movq %rdi, %rbx\n"                                          \
            #move " (%rsi), %" #first_register "0\n"                     \
            second                                                       \
            "call " #vector_function "@PLT\n"                            \
            #move " %" #first_register "0, (%rbx)\n"                     \
            clear                                                        \
            "popq %rbx\n"                                                \
            ".cfi_def_cfa_offset 8\n"                                    \
            "ret\n"                                                      \
            ".cfi_endproc\n"                                             \
            ".size " #name ", . - " #name "\n");

#define UNARY(name, move, kind, function, clear) CALL(name, "", move, kind, function, clear)
#define BINARY(name, move, kind, function, clear) \
    CALL(name, #move " (%rdx), %" #kind "1\n", move, kind, function, clear)

UNARY(patency_exp8, vmovupd, zmm, _ZGVeN8v_exp, "vzeroupper\n")
UNARY(patency_exp4, vmovupd, ymm, _ZGVdN4v_exp, "vzeroupper\n")
UNARY(patency_exp2, movupd, xmm, _ZGVbN2v_exp, "")
UNARY(patency_ln8, vmovupd, zmm, _ZGVeN8v_log, "vzeroupper\n")
UNARY(patency_ln4, vmovupd, ymm, _ZGVdN4v_log, "vzeroupper\n")
UNARY(patency_ln2, movupd, xmm, _ZGVbN2v_log, "")
BINARY(patency_pow8, vmovupd, zmm, _ZGVeN8vv_pow, "vzeroupper\n")
BINARY(patency_pow4, vmovupd, ymm, _ZGVdN4vv_pow, "vzeroupper\n")
BINARY(patency_pow2, movupd, xmm, _ZGVbN2vv_pow, "")

#endif
