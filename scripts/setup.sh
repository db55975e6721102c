#!/usr/bin/env bash
# What belongs here: finding out what this computer lacks, and installing it where apt can.
# What does not: the list of packages (packages.txt), building and testing (Makefile).
#
# Usage: setup.sh GROUP...     groups: rust, build, run, test, checks
# Says nothing when nothing is missing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

die() { printf '%s\n' "$@" >&2; exit 1; }

has() { command -v "$1" >/dev/null 2>&1; }

need_rust() {
    has cargo && return
    die "Rust is not installed: there is no cargo here." \
        "Install it from https://rustup.rs, open a new terminal and try again."
}

need_checks() {
    local missing=()
    cargo fmt --version >/dev/null 2>&1 || missing+=(rustfmt)
    cargo clippy --version >/dev/null 2>&1 || missing+=(clippy)
    [ ${#missing[@]} -eq 0 ] && return
    has rustup || die "Missing parts of Rust: ${missing[*]}." "Install them the way you installed Rust."
    echo "Adding parts of Rust: ${missing[*]}"
    rustup component add "${missing[@]}"
}

installed() {
    [ "$(dpkg-query -W -f='${Status}' "$1" 2>/dev/null)" = "install ok installed" ]
}

# Puts the missing packages of the named groups into `missing` and their reasons into `reasons`.
find_missing() {
    local group package reason
    missing=() reasons=()
    while read -r group package reason; do
        case " $* " in *" $group "*) ;; *) continue ;; esac
        installed "$package" && continue
        missing+=("$package")
        reasons+=("$(printf '  %-20s %s' "$package" "$reason")")
    done < <(grep -v -e '^#' -e '^$' "$here/packages.txt")
}

# The command that makes one root: nothing, or sudo. It does not ask for a password where nobody can type one.
root_command() {
    [ "$(id -u)" -eq 0 ] && return
    has sudo || die "Installing needs root, and there is no sudo here. As root, run:" \
        "  apt-get install --no-install-recommends ${missing[*]}"
    if [ -t 0 ]; then echo "sudo"; else echo "sudo -n"; fi
}

install_with_apt() {
    find_missing "$@"
    [ ${#missing[@]} -eq 0 ] && return
    printf 'Installing %s missing system packages with apt:\n' "${#missing[@]}"
    printf '%s\n' "${reasons[@]}"
    local root
    root=$(root_command)
    # --no-remove: a desktop may hold packages that exclude one of ours. They stay.
    # shellcheck disable=SC2086  # root is empty, or one or two words
    {
        $root apt-get update -q -o DPkg::Lock::Timeout=120 >/dev/null || echo "The package lists could not be renewed; trying with the old ones."
        $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends --no-remove \
            -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "${missing[@]}" </dev/null >"$log" 2>&1
    } || die "$(tail -n 15 "$log")" "" \
        "apt could not install them. If it says that packages need to be removed, your desktop's sound" \
        "excludes the PulseAudio daemon of the tour: run the tour in a container or a virtual machine."
}

# Linux without apt: the names differ everywhere, so look for the things themselves and say what they are.
check_by_hand() {
    local lacks=()
    case " $* " in *" build "*)
        has cc || lacks+=("a C compiler (gcc)")
        has pkg-config || lacks+=("pkg-config")
        pkg-config --exists alsa 2>/dev/null || lacks+=("the ALSA headers (Fedora: alsa-lib-devel, Arch: alsa-lib, openSUSE: alsa-devel)")
    esac
    case " $* " in *" test "*)
        local tool
        for tool in Xvfb openbox xdotool pulseaudio pacat pactl espeak-ng sox /usr/bin/python3; do
            has "$tool" || lacks+=("$tool")
        done
        /usr/bin/python3 -c 'import numpy' 2>/dev/null || lacks+=("numpy for /usr/bin/python3")
    esac
    [ ${#lacks[@]} -eq 0 ] && return
    printf '  %s\n' "${lacks[@]}" >&2
    die "There is no apt here. Please install the above with your package manager and try again." \
        "The window also needs OpenGL (Mesa), libxkbcommon, libxcursor, libxi and libxrandr; most desktops have them."
}

groups=()
for group in "$@"; do
    case $group in
        rust) need_rust ;;
        checks) need_checks ;;
        *) groups+=("$group") ;;
    esac
done
[ ${#groups[@]} -eq 0 ] && exit 0

case $(uname -s) in
    Linux)
        case " ${groups[*]} " in *" build "*) has cc || groups+=(cc) ;; esac
        if has apt-get && has dpkg-query; then
            log=$(mktemp)
            trap 'rm -f "$log"' EXIT
            install_with_apt "${groups[@]}"
        else
            check_by_hand "${groups[@]}"
        fi
        ;;
    Darwin)
        has cc || die "The command line tools of macOS are missing. Install them with: xcode-select --install"
        ;;
    MINGW* | MSYS* | CYGWIN*)
        if rustc -vV | grep -q 'host: .*-msvc' && ! [ -d "/c/Program Files (x86)/Microsoft Visual Studio" ] &&
            ! [ -d "/c/Program Files/Microsoft Visual Studio" ] && ! has link.exe; then
            die "Rust on Windows needs the C++ build tools of Visual Studio. Install" \
                "\"Desktop development with C++\" from https://visualstudio.microsoft.com/downloads and try again."
        fi
        ;;
    *)
        echo "This system is not known here. Needed are Rust, a C compiler and a window system with OpenGL." >&2
        ;;
esac
