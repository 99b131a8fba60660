#!/usr/bin/env bash
# Counts the instructions of small fixed pieces of work under valgrind and compares them with docs/instructions.tsv.
#   scripts/bench-check.sh PROGRAM            fails where one takes over 3 % more
#   scripts/bench-check.sh PROGRAM --accept   writes the present counts instead
# Counts, unlike seconds, are the same on a busy machine; of another compiler, C library or instruction set they are not.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
readonly here
readonly committed="$here/../docs/instructions.tsv"
readonly tolerance=3
program=bench-check
# shellcheck source=scripts/packages.sh
. "$here/packages.sh"
command -v valgrind >/dev/null || fail "no valgrind on PATH; scripts/setup.sh --bench installs it"

bench="${1:?names no patency-bench}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# Of hashes no seed, of lanes the level that every machine and valgrind know.
count() {
    SWIFT_DETERMINISTIC_HASHING=1 PATENCY_LANES=baseline valgrind --tool=callgrind --callgrind-out-file="$work/out" \
        "$bench" workload "$1" >/dev/null 2>"$work/log" || { cat "$work/log" >&2; fail "workload $1 failed"; }
    sed -n 's/^\(summary\|totals\): *\([0-9]*\).*/\2/p' "$work/out" | head -n 1
}

# This valgrind gives up on the debug information of newer compilers.
objcopy --strip-debug "$bench" "$work/bench"
bench="$work/bench"

base="$(count nothing)"
for workload in load evaluations single rosenbrock lanes; do
    printf '%s\t%s\n' "$workload" "$(($(count "$workload") - base))"
done >"$work/counts"

if [ "${2:-}" = --accept ]; then
    cp "$work/counts" "$committed"
    say "accepted:"
    cat "$committed"
    exit
fi
[ -r "$committed" ] || fail "no $committed; make bench-check ACCEPT=yes writes it"
awk -F '\t' -v tolerance="$tolerance" '
    NR == FNR { was[$1] = $2; next }
    !($1 in was) { printf "%-12s %14d  not committed\n", $1, $2; worse++; next }
    {
        change = 100 * ($2 / was[$1] - 1)
        verdict = change > tolerance ? "WORSE" : change < -tolerance ? "better: accept it" : "as before"
        printf "%-12s %14d  was %14d  %+6.1f %%  %s\n", $1, $2, was[$1], change, verdict
        if (change > tolerance) worse++
    }
    END { exit worse > 0 }
' "$committed" "$work/counts" ||
    fail "more than $tolerance % more instructions. Where that is meant: make bench-check ACCEPT=yes, and say why in the commit"
