// The functions of LLVM's C interface that are used, declared by hand: no headers of LLVM are needed to build. Handles
// are opaque, so all of them are `void *`.
#ifndef PATENCY_LLVM_FUNCTIONS_H
#define PATENCY_LLVM_FUNCTIONS_H

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#define LLVM_ARCHITECTURE(each) \
    each(void, InitializeX86TargetInfo, (void)) each(void, InitializeX86Target, (void)) \
    each(void, InitializeX86TargetMC, (void)) each(void, InitializeX86AsmPrinter, (void))
#define LLVM_INITIALIZE(llvm) \
    ((llvm).InitializeX86TargetInfo(), (llvm).InitializeX86Target(), (llvm).InitializeX86TargetMC(), \
     (llvm).InitializeX86AsmPrinter())
#elif defined(__aarch64__)
#define LLVM_ARCHITECTURE(each) \
    each(void, InitializeAArch64TargetInfo, (void)) each(void, InitializeAArch64Target, (void)) \
    each(void, InitializeAArch64TargetMC, (void)) each(void, InitializeAArch64AsmPrinter, (void))
#define LLVM_INITIALIZE(llvm) \
    ((llvm).InitializeAArch64TargetInfo(), (llvm).InitializeAArch64Target(), (llvm).InitializeAArch64TargetMC(), \
     (llvm).InitializeAArch64AsmPrinter())
#else
#define LLVM_ARCHITECTURE(each)
#define LLVM_INITIALIZE(llvm) ((void)0)
#endif

/// Each with its result, its name without the prefix LLVM, its parameters. Errors and booleans: not zero is failure.
#define LLVM_FUNCTIONS(each)                                                                                         \
    LLVM_ARCHITECTURE(each)                                                                                          \
    each(char *, GetDefaultTargetTriple, (void))                                                                     \
    each(int, GetTargetFromTriple, (const char *triple, void **target, char **message))                              \
    each(void *, CreateTargetMachine, (void *target, const char *triple, const char *cpu, const char *features,      \
                                       int optimization, int relocation, int code_model))                            \
    each(void, DisposeMessage, (char *message))                                                                      \
    each(void *, CreateMemoryBufferWithMemoryRangeCopy, (const char *text, size_t length, const char *name))         \
    each(int, ParseIRInContext, (void *context, void *buffer, void **module, char **message))                        \
    each(char *, GetErrorMessage, (void *error))                                                                     \
    each(void, DisposeErrorMessage, (char *message))                                                                 \
    each(void *, OrcCreateNewThreadSafeContext, (void))                                                              \
    each(void *, OrcThreadSafeContextGetContext, (void *context))                                                    \
    each(void, OrcDisposeThreadSafeContext, (void *context))                                                         \
    each(void *, OrcCreateNewThreadSafeModule, (void *module, void *context))                                        \
    each(void, OrcDisposeThreadSafeModule, (void *module))                                                           \
    each(void *, OrcJITTargetMachineBuilderCreateFromTargetMachine, (void *machine))                                 \
    each(void *, OrcCreateLLJITBuilder, (void))                                                                      \
    each(void, OrcLLJITBuilderSetJITTargetMachineBuilder, (void *builder, void *machine_builder))                    \
    each(void *, OrcCreateLLJIT, (void **jit, void *builder))                                                        \
    each(void *, OrcDisposeLLJIT, (void *jit))                                                                       \
    each(void *, OrcLLJITGetMainJITDylib, (void *jit))                                                               \
    each(char, OrcLLJITGetGlobalPrefix, (void *jit))                                                                 \
    each(void *, OrcCreateDynamicLibrarySearchGeneratorForProcess,                                                   \
         (void **generator, char prefix, void *filter, void *filter_context))                                        \
    each(void, OrcJITDylibAddGenerator, (void *library, void *generator))                                            \
    each(void *, OrcLLJITAddLLVMIRModule, (void *jit, void *library, void *module))                                  \
    each(void *, OrcLLJITLookup, (void *jit, uint64_t *address, const char *name))

#define LLVM_MEMBER(result, name, parameters) result(*name) parameters;
typedef struct llvm_functions {
    LLVM_FUNCTIONS(LLVM_MEMBER)
} llvm_functions;

/// The functions, or NULL; `patency_llvm_problem` says why.
const llvm_functions *llvm_loaded(void);

#endif
