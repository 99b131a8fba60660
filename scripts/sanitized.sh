# shellcheck shell=bash
# Sourced by fuzz.sh and race.sh: compiles the reader and one program by itself, with a sanitizer, and nothing else.

# build_sanitized FOLDER SANITIZERS MAIN OPTIMISATION: leaves FOLDER/program; modules are compiled when a file changed.
build_sanitized() {
    local work="$1" main="$3" target
    local flags=("$4" -wmo -parse-as-library -swift-version 6 "-sanitize=$2" -I "$1" -I Sources/CLibSBML)
    mkdir -p "$work"
    for target in Modeling ModelFormats; do
        if [ -e "$work/$target.o" ] && [ -z "$(find "Sources/$target" -newer "$work/$target.o" -print -quit)" ]; then
            continue
        fi
        echo "compiling $target"
        # shellcheck disable=SC2046
        swiftc "${flags[@]}" -module-name "$target" -emit-module -emit-module-path "$work/$target.swiftmodule" -c \
            -o "$work/$target.o" $(find "Sources/$target" -name '*.swift')
    done
    swiftc "${flags[@]}" -module-name Program "$main" "$work/Modeling.o" "$work/ModelFormats.o" -lsbml \
        -o "$work/program"
}
