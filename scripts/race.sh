#!/usr/bin/env bash
# Reads every committed input from several threads at once under ThreadSanitizer; a data race is a failure.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/sanitized.sh
. scripts/sanitized.sh

build_sanitized .build-race thread Fuzz/ReaderRace.swift -Onone
export SWIFT_BACKTRACE=enable=no TSAN_OPTIONS=halt_on_error=1
.build-race/program "${@:-Tests/ModelFormatsTests/Corpus}"
