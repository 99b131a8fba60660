// libSBML's C interface, in one header for the module map.
#pragma once
#include <sbml/SBMLTypes.h>
#include <sbml/conversion/ConversionProperties.h>
#include <sbml/extension/SBasePlugin.h>

// Package fbc: its own headers are C++, so the few functions used are declared here.
typedef struct PatencyFbcElement PatencyFbcElement;
extern unsigned int FbcModelPlugin_getNumFluxBounds(SBasePlugin_t *plugin);
extern PatencyFbcElement *FbcModelPlugin_getFluxBound(SBasePlugin_t *plugin, unsigned int n);
extern unsigned int FbcModelPlugin_getNumObjectives(SBasePlugin_t *plugin);
extern PatencyFbcElement *FbcModelPlugin_getObjective(SBasePlugin_t *plugin, unsigned int n);
extern char *FbcModelPlugin_getActiveObjectiveId(SBasePlugin_t *plugin);
extern const char *FluxBound_getReaction(PatencyFbcElement *bound);
extern const char *FluxBound_getOperation(PatencyFbcElement *bound);
extern double FluxBound_getValue(PatencyFbcElement *bound);
extern const char *Objective_getId(const PatencyFbcElement *objective);
extern const char *Objective_getType(PatencyFbcElement *objective);
extern unsigned int Objective_getNumFluxObjectives(PatencyFbcElement *objective);
extern PatencyFbcElement *Objective_getFluxObjective(PatencyFbcElement *objective, unsigned int n);
extern const char *FluxObjective_getReaction(const PatencyFbcElement *part);
extern double FluxObjective_getCoefficient(const PatencyFbcElement *part);
extern char *FbcReactionPlugin_getLowerFluxBound(SBasePlugin_t *plugin);
extern char *FbcReactionPlugin_getUpperFluxBound(SBasePlugin_t *plugin);

#ifdef __linux__
#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// One heap for all threads, whose next 128 MiB the kernel may give in pages of 2 MiB; memory is taken as it is touched.
static inline void patency_share_one_heap(void) {
    enum { room = 128 << 20, large_page = 2 << 20 };
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TOP_PAD, room);
    char *const before = sbrk(0);
    void *blocks[8];
    int count = 0;
    // Blocks below the threshold of mmap, until the heap has grown.
    while (count < 8 && sbrk(0) == before) blocks[count++] = malloc(64 << 10);
    for (int i = 0; i < count; i++) free(blocks[i]);
    char *const first = before + (large_page - (unsigned long)before % large_page) % large_page;
    char *const end = sbrk(0);
    if (first < end) madvise(first, end - first, MADV_HUGEPAGE);
}
#endif
