#!/usr/bin/env bash
# Exports the flagship, without doses and for some arms of the example, simulates each file here and with libroadrunner,
# and fails where a column differs by more than 1e-4 of its largest value.
#   scripts/compare-roadrunner.sh PATENCY
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
program=compare-roadrunner
# shellcheck source=scripts/packages.sh
. "$here/packages.sh"
# shellcheck source=scripts/env.sh
. "$here/env.sh"

[ $# -eq 1 ] || fail "usage: scripts/compare-roadrunner.sh PATENCY"
patency="$(realpath "$1")"
[ -x "$PATENCY_PYTHON" ] || fail "no Python with libroadrunner at $PATENCY_PYTHON (make setup)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# compare NAME OPTION...: one export, compared over 31 days at times that are no times of doses.
compare() {
    local name="$1"
    shift
    say "$name"
    "$patency" export flagship "$work/model.xml" "$@"
    "$patency" simulate "$work/model.xml" --end 746 --points 21 --rtol 1e-9 --out "$work/table.csv"
    "$PATENCY_PYTHON" "$here/compare-roadrunner.py" "$work/model.xml" "$work/table.csv"
}

example="$here/../Examples/newsletter.yaml"
compare "no doses"
for arm in "MK-4 10 mg by mouth" "MK-4 10 mg on the skin, daily" "on warfarin, no vitamin K"; do
    compare "$arm" --scenario "$example" --arm "$arm"
done
