#!/usr/bin/env bash
# Opens a report in headless Chromium, saves a screenshot, and fails when a chart is not drawn,
# when the page writes to the console, or when it wants something from the network.
#   scripts/check-report.sh REPORT.html [SCREENSHOT.png]
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
program=check-report
# shellcheck source=scripts/packages.sh
. "$here/packages.sh"

[ $# -ge 1 ] || fail "usage: scripts/check-report.sh REPORT.html [SCREENSHOT.png]"
[ -r "$1" ] || fail "no readable file $1 (make run writes the example report)"
report="$(realpath "$1")"
screenshot="$(realpath -m "${2:-${1%.html}.png}")"

printf '%s\n' 'chromium opens the report as a reader would' 'fonts-dejavu-core letters for the charts' | install_missing
command -v chromium >/dev/null || fail "chromium is installed but not on PATH"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
rm -f "$screenshot"
# --no-sandbox: containers seldom allow Chromium its own; the page is one we wrote. Virtual time waits for the charts.
timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars \
    --user-data-dir="$work/profile" --enable-logging=stderr --v=0 --virtual-time-budget=20000 \
    --host-resolver-rules='MAP * ~NOTFOUND' --window-size="${PATENCY_WINDOW:-1280,4000}" \
    --screenshot="$screenshot" --dump-dom "file://$report" >"$work/dom.html" 2>"$work/log" ||
    { tail -n 20 "$work/log" >&2; fail "chromium could not open $report"; }
[ -s "$screenshot" ] || fail "chromium wrote no screenshot"

# Chromium logs every console call at one level. Vega starts its advice with WARN: shown, not fatal.
messages="$(sed -n 's/^.*:CONSOLE[:(][0-9]*)*\] //p' "$work/log")"
advice="$(grep '^"WARN' <<<"$messages" || true)"
errors="$(grep -v -e '^"WARN' -e '^$' <<<"$messages" || true)"
[ -z "$advice" ] || warn "advice from the chart library:"$'\n'"$advice"
[ -z "$errors" ] || warn "the page wrote to the console:"$'\n'"$errors"

python3 - "$work/dom.html" <<'PY' || fail "the page is not complete (reason above); screenshot: $screenshot"
import sys
from html.parser import HTMLParser

VOID = set("area base br col embed hr img input link meta source track wbr".split())


class Page(HTMLParser):
    """Looks inside each element of class "chart" (or made one by vegaEmbed) for the drawing, which Vega marks "marks"."""

    def __init__(self):
        super().__init__()
        self.open, self.charts, self.remote = [], [], []

    def handle_starttag(self, tag, attributes):
        attributes = {key: value or "" for key, value in attributes}
        classes = attributes.get("class", "").split()
        chart = None
        if tag == "div" and ("chart" in classes or "vega-embed" in classes):
            chart = {"name": attributes.get("id", "(no id)"), "drawn": False, "parent": None}
            outer = [entry for _, entry in self.open if entry]
            chart["parent"] = outer[-1] if outer else None
            self.charts.append(chart)
        if tag in ("canvas", "svg") and "marks" in classes:
            for _, entry in self.open:
                if entry:
                    entry["drawn"] = True
        for key in ("src", "href"):
            loads = tag in ("script", "img", "iframe") or (tag == "link" and "stylesheet" in attributes.get("rel", ""))
            if loads and attributes.get(key, "").startswith(("http:", "https:", "//")):
                self.remote.append(attributes[key])
        if tag not in VOID:
            self.open.append((tag, chart))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index][0] == tag:
                del self.open[index:]
                return


page = Page()
page.feed(open(sys.argv[1], encoding="utf-8").read())
empty = [chart["name"] for chart in page.charts if not chart["drawn"]]
for name in empty:
    print(f"chart {name} holds no drawing", file=sys.stderr)
for address in page.remote:
    print(f"the page loads {address}; a report must work offline", file=sys.stderr)
if not page.charts:
    print('no <div class="chart"> in the page', file=sys.stderr)
print(f"check-report: {len([c for c in page.charts if not c['parent']])} charts, {len(empty)} empty")
sys.exit(1 if empty or page.remote or not page.charts else 0)
PY
[ -z "$errors" ] || fail "a finished report writes nothing to the console; screenshot: $screenshot"
say "screenshot: $screenshot"
