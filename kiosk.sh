#!/bin/sh
# Sets up what is missing, then runs `kiosk` with the same arguments; `kiosk.sh test` runs every test and check,
# `kiosk.sh benchmark` measures.
# A second start with nothing to install compares two stamps and goes on at once, without the network.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
environment="$here/.venv"
lock="$here/requirements.lock"
stamp="$environment/.installed"
system_stamp="$environment/.system"

say() { printf '%s\n' "kiosk.sh: $*" >&2; }
fail() { say "$*"; exit 2; }

# What Qt needs of the system to open a window, to draw and to speak to assistive technology.
libraries="libegl1 libgl1 libopengl0 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0
libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-shm0
libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1 libx11-xcb1 libwayland-client0 libwayland-cursor0 libwayland-egl1"

python_is_sound() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for candidate in "${KIOSK_PYTHON:-}" python3.13 python3.12 python3.11 python3; do
        [ -n "$candidate" ] || continue
        if command -v "$candidate" >/dev/null 2>&1 && python_is_sound "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

install_packages() {
    missing=""
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    root=""
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || fail "these system packages are missing and only an administrator can install them:$missing"
        root="sudo"
    fi
    say "installing with apt:$missing"
    $root env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
    # shellcheck disable=SC2086
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >&2
}

install_system() {
    if command -v apt-get >/dev/null 2>&1; then
        if find_python >/dev/null; then
            # shellcheck disable=SC2086
            install_packages $libraries ca-certificates
        else
            # shellcheck disable=SC2086
            install_packages python3 python3-venv $libraries ca-certificates
        fi
    fi
    find_python >/dev/null || fail "Python 3.11 or newer with venv is needed. Install it, or name it: KIOSK_PYTHON=/path/to/python sh kiosk.sh"
}

# A stamp is the lock file itself as it was installed: comparing needs nothing but the shell's neighbours.
if ! cmp -s "$lock" "$stamp" 2>/dev/null || [ ! -x "$environment/bin/python" ]; then
    [ -f "$system_stamp" ] || install_system
    python=$(find_python) || { install_system; python=$(find_python); }
    say "setting up Python packages in .venv (once)"
    [ -x "$environment/bin/python" ] || "$python" -m venv "$environment"
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --use-pep517 --require-hashes -r "$lock" >&2 \
        || fail "the packages could not be installed; is there a network? What was there before still works."
    : > "$system_stamp"
    cp "$lock" "$stamp"
fi

PYTHONPATH="$here${PYTHONPATH:+:$PYTHONPATH}"
export PYTHONPATH

if [ "${1:-}" = test ]; then
    shift
    cd "$here"
    QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software exec "$environment/bin/python" -m pytest "$@"
fi

if [ "${1:-}" = benchmark ]; then
    shift
    exec "$environment/bin/python" "$here/tests/benchmark" "$@"
fi

case "${1:-run}" in
run | -*)
    case "$(uname -s)" in
    Linux)
        if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}${INVOCATION_ID:-}" ]; then
            case " $* " in
            *" --wait "* | *" --help "* | *" -h "* | *" --version "*) ;;
            *)
                say "there is no display here; the proof sheet is rendered into proof/ instead"
                exec "$environment/bin/python" -m kiosk proof --out "$here/proof"
                ;;
            esac
        fi
        ;;
    esac
    ;;
esac
exec "$environment/bin/python" -m kiosk "$@"
