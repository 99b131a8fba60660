/* SUNDIALS for Swift: CVODES and IDAS (supersets of CVODE and IDA, whose libraries must not be loaded beside them),
   serial vectors, dense and sparse matrices, dense and KLU factorisation. Indices are 64 bit, reals are double. */
#ifndef PATENCY_CSUNDIALS_H
#define PATENCY_CSUNDIALS_H

#include <stddef.h>

/* First, because SUNDIALS says <klu.h>, which Debian keeps in a folder of its own. */
#include <suitesparse/klu.h>

#include <cvodes/cvodes.h>
#include <cvodes/cvodes_ls.h>
#include <idas/idas.h>
#include <idas/idas_ls.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_dense.h>
#include <sundials/sundials_types.h>
#include <sundials/sundials_version.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunmatrix/sunmatrix_sparse.h>

_Static_assert(sizeof(sunindextype) == 8, "SUNDIALS must be built with 64-bit indices");
_Static_assert(sizeof(realtype) == 8, "SUNDIALS must be built in double precision");

/* Values of a serial vector; inlined, unlike N_VGetArrayPointer, since every callback starts with it. */
static inline double *patency_vector_values(N_Vector vector) {
    return NV_DATA_S(vector);
}

/* Values of a dense matrix, column by column: [rowCount x columnCount]. */
static inline double *patency_dense_values(SUNMatrix matrix) {
    return SM_DATA_D(matrix);
}

/* Stored values of a compressed-column matrix: [nonZeroCount]. */
static inline double *patency_sparse_values(SUNMatrix matrix) {
    return SM_DATA_S(matrix);
}

/* Row index of each stored value: [nonZeroCount]. SUNDIALS wants them set again at each Jacobian. */
static inline sunindextype *patency_sparse_rows(SUNMatrix matrix) {
    return SM_INDEXVALS_S(matrix);
}

/* Start of each column among the stored values: [columnCount + 1]. */
static inline sunindextype *patency_sparse_column_starts(SUNMatrix matrix) {
    return SM_INDEXPTRS_S(matrix);
}

/* Number of values a sparse matrix has room for. */
static inline sunindextype patency_sparse_capacity(SUNMatrix matrix) {
    return SM_NNZ_S(matrix);
}

/* SUNTRUE and SUNFALSE have a type in C that Swift's importer drops. */
static inline booleantype patency_true(void) {
    return SUNTRUE;
}

static inline booleantype patency_false(void) {
    return SUNFALSE;
}

/* Stops a solver from printing on standard error; return codes carry the same facts. */
static inline void patency_cvode_silence(void *cvode) {
    (void)CVodeSetErrFile(cvode, NULL);
}

static inline void patency_ida_silence(void *ida) {
    (void)IDASetErrFile(ida, NULL);
}

/* dladdr under a name of our own: its declaration needs _GNU_SOURCE, which changes fd_set and clashes with Glibc. */
struct patency_dl_info {
    const char *file_name;
    void *file_base;
    const char *symbol_name;
    void *symbol_address;
};
extern int patency_dladdr(const void *address, struct patency_dl_info *info) __asm__("dladdr");

/* File of the CVODES library that was loaded, or NULL: tells the -O3 build from Debian's package. */
static inline const char *patency_sundials_library_path(void) {
    struct patency_dl_info info;
    const void *address = (const void *)CVodeCreate;
    return patency_dladdr(address, &info) != 0 ? info.file_name : NULL;
}

#endif
