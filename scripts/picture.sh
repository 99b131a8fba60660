#!/usr/bin/env bash
# Makes a picture of one output's card out of a report, for a few of its courses, through headless Chromium.
#   scripts/picture.sh REPORT.html PICTURE.png OUTPUT [COURSE ...]
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
program=picture
# shellcheck source=scripts/packages.sh
. "$here/packages.sh"

[ $# -ge 3 ] || fail "usage: scripts/picture.sh REPORT.html PICTURE.png OUTPUT [COURSE ...]"
[ -r "$1" ] || fail "no readable file $1 (make run writes the example report)"
report="$(realpath "$1")"
picture="$(realpath -m "$2")"
shift 2

printf '%s\n' 'chromium opens the report as a reader would' 'fonts-dejavu-core letters for the charts' | install_missing
command -v chromium >/dev/null || fail "chromium is installed but not on PATH"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# The report itself, with all but one card hidden and the other courses left out of its chart.
python3 - "$report" "$work/card.html" "$@" <<'PY' || fail "the card could not be made (reason above)"
import html
import json
import re
import sys

source, target, output, *courses = sys.argv[1:]
page = open(source, encoding="utf-8").read()
card = re.search(r'<figure class="panel" data-output="%s">.*?</figure>' % re.escape(html.escape(output)), page, re.S)
if not card:
    known = sorted(set(re.findall(r'<figure class="panel" data-output="([^"]*)"', page)))
    sys.exit(f"{output} is not drawn in the report (drawn are: {', '.join(known)})")
chart = re.search(r'id="(values-\d+)"', card[0])[1]
pattern = re.compile(r'(<script type="application/json" id="%s-spec">)(.*?)(</script>)' % chart, re.S)
spec = json.loads(pattern.search(page)[2])
known = [line["arm"] for line in spec["data"]["values"]]
for course in courses:
    if course not in known:
        sys.exit(f"'{course}' is not a course of the report (they are: {', '.join(known)})")
courses = [name for name in known if name in courses] or known
spec["data"]["values"] = [line for line in spec["data"]["values"] if line["arm"] in courses]


def with_legend(node):
    """Keeps the courses' colours and dashes and shows the legend, which the page has as buttons."""
    if isinstance(node, list):
        return [with_legend(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("field") == "arm" and "scale" in node:
        pairs = [pair for pair in zip(node["scale"]["domain"], node["scale"]["range"]) if pair[0] in courses]
        scale = {"domain": [name for name, _ in pairs], "range": [value for _, value in pairs]}
        return {key: value for key, value in node.items() if key != "legend"} | {"scale": scale}
    return {key: with_legend(value) for key, value in node.items()}


text = json.dumps(with_legend(spec), ensure_ascii=False)
for letter, escape in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
    text = text.replace(letter, escape)
page = pattern.sub(lambda found: found[1] + text + found[3], page)
figure = re.sub(r"<h4>.*", "</figure>", card[0], flags=re.S)
figure = re.sub(r'<p class="quiet">No course changes this\.</p>', "", figure)
page = re.sub(r"<main>.*</main>", lambda _: f"<main>{figure}</main>", page, flags=re.S)
style = "<style>body{background:var(--card)}main{padding:4px;max-width:none}main>*{max-width:none}.panel{border:0}.vega-embed summary{display:none}</style>"
page = page.replace("</head>", style + "</head>")
open(target, "w", encoding="utf-8").write(page)
PY

rm -f "$picture"
timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars \
    --user-data-dir="$work/profile" --virtual-time-budget=20000 --host-resolver-rules='MAP * ~NOTFOUND' \
    --force-device-scale-factor=1.5 --window-size="${PATENCY_WINDOW:-800,400}" --screenshot="$picture" \
    "file://$work/card.html" >"$work/log" 2>&1 ||
    { tail -n 20 "$work/log" >&2; fail "chromium could not draw $picture"; }
[ -s "$picture" ] || fail "chromium wrote no picture"
bytes="$(stat -c %s "$picture")"
[ "$bytes" -le 200000 ] || fail "$picture has $bytes bytes; at most 200000 belong in the repository"
say "picture: $picture ($bytes bytes)"
