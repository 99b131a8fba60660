#!/usr/bin/env bash
# Writes anew what the program says of each input in Tests/ModelFormatsTests/Corpus; look at the difference before committing.
# scripts/diagnostics.sh PROGRAM, where PROGRAM is the path of a built patency.
set -euo pipefail
program="$(realpath "$1")"
cd "$(dirname "${BASH_SOURCE[0]}")/../Tests/ModelFormatsTests/Corpus"

for file in *.xml; do
    # Exit code 2 says that there are issues; the last line counts them. Anything else is a crash.
    code=0
    text="$("$program" check --quiet "$file")" || code=$?
    if [ "$code" -ne 0 ] && [ "$code" -ne 2 ]; then
        echo "$file: exit code $code" >&2
        exit 1
    fi
    sed '$d' <<<"$text" >"${file%.xml}.txt"
done
