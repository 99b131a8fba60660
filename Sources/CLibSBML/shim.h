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
