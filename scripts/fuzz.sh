#!/usr/bin/env bash
# Fuzzes the SBML reader with libFuzzer and AddressSanitizer: scripts/fuzz.sh [SECONDS]
# Seeds are the committed inputs; what crashes is left in Fuzz/Found, to be mended and kept as a seed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/sanitized.sh
. scripts/sanitized.sh

work=.build-fuzz
build_sanitized "$work" fuzzer,address Fuzz/ReaderFuzz.swift -O
mkdir -p "$work/corpus"
# Swift's own backtraces trip AddressSanitizer and hide its report; libSBML's registries are never freed.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
"$work/program" "$work/corpus" Tests/ModelFormatsTests/Corpus Fuzz/Found -dict=Fuzz/sbml.dict \
    -artifact_prefix=Fuzz/Found/ -max_total_time="${1:-300}" -max_len=20000 -timeout=20 -rss_limit_mb=4096 \
    -print_final_stats=1
