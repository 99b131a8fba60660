# shellcheck shell=bash
# Source this: it tells the build and the program where setup.sh put its two products.
PATENCY_CACHE="${PATENCY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/patency}"
PATENCY_SUNDIALS=""
# setup.sh writes the chosen prefix here, so that version and build flags are decided in one place.
if [ -r "$PATENCY_CACHE/sundials-prefix" ]; then
    PATENCY_SUNDIALS="$(cat "$PATENCY_CACHE/sundials-prefix")"
    [ -d "$PATENCY_SUNDIALS/lib" ] || PATENCY_SUNDIALS=""
fi
PATENCY_VEGA="$PATENCY_CACHE/share/patency/vega-bundle.js"
# The Python that has the simulators we are compared with.
PATENCY_PYTHON="$PATENCY_CACHE/peers/bin/python"
# The Python that has AMICI and COPASI, with their own dependencies.
PATENCY_PEERS_PYTHON="$PATENCY_CACHE/peers-more/bin/python"
export PATENCY_CACHE PATENCY_SUNDIALS PATENCY_VEGA PATENCY_PYTHON PATENCY_PEERS_PYTHON
