#ifndef PATENCY_LANES_H
#define PATENCY_LANES_H

#include <stdint.h>

/// An instruction-set level that lane code exists for. Levels agree within rounding, not bit for bit.
typedef enum __attribute__((enum_extensibility(closed))) patency_level {
    patency_level_baseline,
    /// AVX2 with fused multiply-add.
    patency_level_avx2,
    /// AVX-512 F and DQ with fused multiply-add.
    patency_level_avx512,
} patency_level;

/// The highest level this processor runs, or the lower one that PATENCY_LANES names; fixed when the program starts.
patency_level patency_lanes_current_level(void);

/// The highest level this processor runs.
patency_level patency_lanes_highest_level(void);

/// "baseline", "avx2" or "avx512".
const char *patency_lanes_level_name(patency_level level);

/// Name of the current level, for manifests.
const char *patency_lanes_level(void);

#endif
