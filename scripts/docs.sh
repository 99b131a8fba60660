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
# The plugin's pins must not stay in Package.resolved, or every later build would fetch it after all.
pins="$(mktemp)"
[ ! -f Package.resolved ] || cp Package.resolved "$pins"
trap 'if [ -s "$pins" ]; then cp "$pins" Package.resolved; else rm -f Package.resolved; fi; rm -f "$pins"' EXIT

targets="$(swift package --scratch-path "$scratch" describe --type json 2>/dev/null | python3 -c '
import json, sys
package = json.load(sys.stdin)
public = {name for product in package["products"] if "library" in product["type"] for name in product["targets"]}
for target in package["targets"]:
    if target["name"] in public and target["module_type"] == "SwiftTarget":
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
