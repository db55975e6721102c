#!/usr/bin/python3
"""What belongs here: the order of the tour and its end, good or bad.
What does not: the steps (step_*.py), the rig (rig.py), the tools (screen.py, sound.py, procs.py).

The tour drives the real program from outside, as a person does: it sees a screen, presses keys, speaks into
a microphone and listens to a speaker. It starts and ends all of these itself. Pictures go to tour/ (TOUR_OUT).
"""
import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True  # leave no caches in the source tree

import checks
import procs
import rig
import step_answer
import step_check
import step_drill
import step_fault
import step_hangul
import step_interview
import step_later
import step_looks
import step_reader
import step_replay
import step_trust
import step_voice

ROOT = Path(__file__).resolve().parents[2]


def travel(tour, only):
    """All steps in order, or a few by name for a developer."""
    attempt = step_answer.all_of_it(tour)
    if "later" in only:
        step_later.all_of_it(tour, attempt)
    if "looks" in only:
        step_looks.all_of_it(tour)
    if "check" in only:
        step_check.all_of_it(tour)
    if "drill" in only:
        step_drill.all_of_it(tour)
    if "interview" in only:
        step_interview.all_of_it(tour)
    if "voice" in only:
        step_voice.all_of_it(tour)
    if "replay" in only:
        step_replay.all_of_it(tour)
    if "hangul" in only:
        step_hangul.all_of_it(tour)
    if "trust" in only:
        step_trust.all_of_it(tour)
    if "reader" in only:
        step_reader.all_of_it(tour)
    if "fault" in only:
        step_fault.all_of_it(tour)  # the last one: it ends the sound of the rig


def main():
    built = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=built / "release" / "retake")
    parser.add_argument("--out", type=Path, default=Path(os.environ.get("TOUR_OUT", ROOT / "tour")))
    parser.add_argument("--only", default="later,looks,check,drill,interview,voice,replay,trust,reader,fault",
                        help="parts after the first, by default all: %(default)s")
    parser.add_argument("--keep", action="store_true", help="keep the library and the logs, and say where")
    args = parser.parse_args()
    binary = args.binary.resolve()
    if not binary.is_file():
        sys.exit(f"There is no program at {args.binary}; build it with: cargo build --release --locked")
    procs.die_on_signals()

    args.out.mkdir(parents=True, exist_ok=True)
    for old in args.out.glob("*.png"):
        old.unlink()
    work = Path(tempfile.mkdtemp(prefix="retake-tour-")).resolve()
    place = tour = None
    try:
        place = rig.start_rig()
        tour = checks.Tour(place, binary, args.out.resolve(), work)
        place.settle()
        travel(tour, args.only)
        tour.report()
        return 0
    except (procs.Failure, KeyError, OSError) as failure:
        if tour is None:
            print(f"The rig did not start: {failure}", file=sys.stderr)
        else:
            tour.failed(f"{type(failure).__name__}: {failure}" if isinstance(failure, KeyError) else failure)
        return 1
    finally:
        if tour:
            tour.end()
        if place:
            place.stop()
        if args.keep:
            print(f"Kept: {work}")
        else:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
