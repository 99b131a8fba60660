#include <stdio.h>
#include <stdlib.h>

#include "functions.h"
#include "llvm.h"

struct patency_llvm_code {
    const llvm_functions *llvm;
    void *jit;
};

enum { relocation_pic = 2, code_model_for_jit = 1 };

/// Copies and frees an error's text; whether there was an error.
static int failed(const llvm_functions *llvm, void *error, char *message, size_t capacity) {
    if (!error) return 0;
    char *text = llvm->GetErrorMessage(error);
    snprintf(message, capacity, "%s", text);
    llvm->DisposeErrorMessage(text);
    return 1;
}

/// A thread-safe module that owns its context, NULL where the text is not IR.
static void *parse(const llvm_functions *llvm, const char *text, size_t length, char *message, size_t capacity) {
    void *context = llvm->OrcCreateNewThreadSafeContext();
    void *buffer = llvm->CreateMemoryBufferWithMemoryRangeCopy(text, length, "kernel");
    void *module = NULL, *result = NULL;
    char *reason = NULL;
    if (llvm->ParseIRInContext(llvm->OrcThreadSafeContextGetContext(context), buffer, &module, &reason)) {
        snprintf(message, capacity, "%s", reason ? reason : "the IR cannot be parsed");
        if (reason) llvm->DisposeMessage(reason);
    } else {
        result = llvm->OrcCreateNewThreadSafeModule(module, context);
    }
    llvm->OrcDisposeThreadSafeContext(context);
    return result;
}

/// A just-in-time linker for the processor, NULL where there is none.
static void *make_linker(const llvm_functions *llvm, const char *cpu, const char *features, int optimization,
                         char *message, size_t capacity) {
    char *triple = llvm->GetDefaultTargetTriple(), *reason = NULL;
    void *target = NULL, *machine = NULL, *jit = NULL;
    if (llvm->GetTargetFromTriple(triple, &target, &reason)) {
        snprintf(message, capacity, "%s", reason ? reason : "no such target");
        if (reason) llvm->DisposeMessage(reason);
    } else {
        machine = llvm->CreateTargetMachine(target, triple, cpu, features, optimization, relocation_pic,
                                            code_model_for_jit);
        if (!machine) snprintf(message, capacity, "no machine for %s %s", cpu, features);
    }
    llvm->DisposeMessage(triple);
    if (!machine) return NULL;
    void *builder = llvm->OrcCreateLLJITBuilder();
    llvm->OrcLLJITBuilderSetJITTargetMachineBuilder(
        builder, llvm->OrcJITTargetMachineBuilderCreateFromTargetMachine(machine));
    return failed(llvm, llvm->OrcCreateLLJIT(&jit, builder), message, capacity) ? NULL : jit;
}

patency_llvm_code *patency_llvm_compile(const char *text, size_t length, const char *cpu, const char *features,
                                        int optimization, char *message, size_t capacity) {
    const llvm_functions *llvm = llvm_loaded();
    if (!llvm) {
        snprintf(message, capacity, "%s", patency_llvm_problem());
        return NULL;
    }
    void *module = parse(llvm, text, length, message, capacity);
    if (!module) return NULL;
    void *jit = make_linker(llvm, cpu, features, optimization, message, capacity);
    if (!jit) {
        llvm->OrcDisposeThreadSafeModule(module);
        return NULL;
    }
    void *library = llvm->OrcLLJITGetMainJITDylib(jit), *generator = NULL;
    int is_bad = failed(llvm, llvm->OrcCreateDynamicLibrarySearchGeneratorForProcess(
                                  &generator, llvm->OrcLLJITGetGlobalPrefix(jit), NULL, NULL), message, capacity);
    if (is_bad) {
        llvm->OrcDisposeThreadSafeModule(module);
    } else {
        llvm->OrcJITDylibAddGenerator(library, generator);
        // The module is the linker's from here on, whether it is taken or not.
        is_bad = failed(llvm, llvm->OrcLLJITAddLLVMIRModule(jit, library, module), message, capacity);
    }
    patency_llvm_code *code = is_bad ? NULL : malloc(sizeof *code);
    if (!code) {
        failed(llvm, llvm->OrcDisposeLLJIT(jit), message, capacity);
        return NULL;
    }
    *code = (patency_llvm_code){llvm, jit};
    return code;
}

void *patency_llvm_function(patency_llvm_code *code, const char *name, char *message, size_t capacity) {
    uint64_t address = 0;
    if (failed(code->llvm, code->llvm->OrcLLJITLookup(code->jit, &address, name), message, capacity)) return NULL;
    return (void *)(uintptr_t)address;
}

void patency_llvm_dispose(patency_llvm_code *code) {
    char ignored[1];
    failed(code->llvm, code->llvm->OrcDisposeLLJIT(code->jit), ignored, sizeof ignored);
    free(code);
}
