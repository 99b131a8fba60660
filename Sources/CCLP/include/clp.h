#ifndef PATENCY_CLP_H
#define PATENCY_CLP_H

#include <coin/Clp_C_Interface.h>

/// What is used of the C interface of CLP, COIN-OR's solver of linear programmes; each name without its `Clp_`.
#define PATENCY_CLP_FUNCTIONS(use)                                                                                 \
    use(newModel) use(deleteModel) use(setLogLevel) use(loadProblem) use(setOptimizationDirection)                 \
        use(chgObjCoefficients) use(primal) use(status) use(primalColumnSolution)

#define PATENCY_CLP_POINTER(name) __typeof__(&Clp_##name) _Nonnull name;
typedef struct {
    PATENCY_CLP_FUNCTIONS(PATENCY_CLP_POINTER)
} patency_clp_functions;
#undef PATENCY_CLP_POINTER

/// Opens libClp, once for the process; NULL where that worked, else why not.
const char *_Nullable patency_clp_problem(void);

/// The functions of libClp, where there is no problem.
const patency_clp_functions *_Nonnull patency_clp(void);

#endif
