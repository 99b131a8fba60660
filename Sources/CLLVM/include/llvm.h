#ifndef PATENCY_LLVM_H
#define PATENCY_LLVM_H

#include <stddef.h>
#include <stdint.h>

/// Machine code of one module, and the just-in-time linker that owns its memory.
typedef struct patency_llvm_code patency_llvm_code;

/// Opens libLLVM 19 and its symbols, once for the process; NULL where that worked, else why not.
///
/// Nothing is loaded before the first call. PATENCY_LLVM names another file, or `none`.
const char *patency_llvm_problem(void);

/// Compiles textual IR. Undefined functions are looked for in the process.
///
/// - cpu, features: as LLVM names them; the code runs on every processor that has them.
/// - optimization: of code generation, 0 to 3.
/// - message: gets the reason, cut to `capacity` bytes with its terminator, where the result is NULL.
patency_llvm_code *patency_llvm_compile(const char *text, size_t length, const char *cpu, const char *features,
                                        int optimization, char *message, size_t capacity);

/// Address of a function of the module, NULL where it has none of that name or cannot be linked; `message` says which.
void *patency_llvm_function(patency_llvm_code *code, const char *name, char *message, size_t capacity);

/// Frees the code; no function of it may be running or be called afterwards.
void patency_llvm_dispose(patency_llvm_code *code);

#endif
