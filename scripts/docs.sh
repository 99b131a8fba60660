#!/usr/bin/env bash
# One DocC page set per Swift library product of this package, under out/docs/TARGET. Warnings fail.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
# Package.swift depends on the documentation plugin only when this is set, so other builds do not fetch it.
export PATENCY_DOCS=1
# A folder of its own: the extra dependency would invalidate the ordinary build each time.
scratch=.build-docs

targets="$(swift package --scratch-path "$scratch" describe --type json 2>/dev/null | python3 -c '
import json, sys
for target in json.load(sys.stdin)["targets"]:
    if target["type"] == "library" and target["module_type"] == "SwiftTarget" and target.get("product_memberships"):
        print(target["name"])')"
[ -n "$targets" ] || { echo "docs: the package has no Swift library product" >&2; exit 1; }
mkdir -p out/docs
for target in $targets; do
    echo "docs: $target"
    swift package --scratch-path "$scratch" --allow-writing-to-directory out/docs \
        generate-documentation --target "$target" --warnings-as-errors \
        --disable-indexing --transform-for-static-hosting --hosting-base-path "$target" \
        --output-path "out/docs/$target"
done
