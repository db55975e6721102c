#!/usr/bin/env bash
# What belongs here: `make run`: the window where there is a screen, the tour where there is none.
# What does not: installing (setup.sh) and the tour itself (tests/tour).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set."
    echo "Running the tour instead, with a screen in memory. Its pictures go to ${TOUR_OUT:-tour}/."
    exec "${MAKE:-make}" --no-print-directory tour
fi
echo "Building Retake; the first time takes some minutes."
cargo build --release --locked
echo "Opening the window."
exec "${CARGO_TARGET_DIR:-target}/release/retake" "$@"
