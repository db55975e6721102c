#!/usr/bin/python3
"""How far the mark of a cue is from the moment in which the cue was on the screen, in frames of the recording.

  cue.py [--binary PATH] [--takes N] [--busy]

The microphone speaks the time: a pipe source whose samples count milliseconds. The screen is looked at without a
pause. So the sample that stands at the mark in answer.wav says when it was spoken, and that is compared with the
moment in which the cue was first seen, on the same clock. Positive: the mark is later than the sight of the cue.
Also told: from the key that orders the switch to the sight of the cue, the time of the key's way included.
"""
import argparse
import contextlib
import json
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import numpy as np

sys.dont_write_bytecode = True  # leave no caches in the source tree
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "tour"))

import checks  # noqa: E402
import procs  # noqa: E402
import rig as rigs  # noqa: E402
import sound  # noqa: E402

RATE = sound.RATE
WRAP = 30_000  # milliseconds until the counter begins again; samples are 16-bit
LOUD = 1_000  # the least sample: silence would be a fault of the microphone
BEFORE, AFTER = 2.5, 1.0  # seconds of a take before and after the cue


def speak_the_time(fifo, began):
    """Writes 48 samples a millisecond, each the number of that millisecond, for ever."""
    with open(fifo, "wb", buffering=0) as out:
        told = int((time.monotonic() - began) * 1000)
        while True:
            now = int((time.monotonic() - began) * 1000)
            if now > told:
                each = np.arange(told, now) % WRAP + LOUD
                out.write(np.repeat(each.astype("<i2"), RATE // 1000).tobytes())
                told = now
            time.sleep(0.0005)


@contextlib.contextmanager
def clock_for_a_microphone(rig, work):
    """A microphone that speaks the time, and when its time began."""
    fifo = work / "time.fifo"
    procs.run(["pactl", "load-module", "module-pipe-source", "source_name=clock", f"file={fifo}", "format=s16le",
               f"rate={RATE}", "channels=1"], rig.env)
    procs.run(["pactl", "set-default-source", "clock"], rig.env)
    began = time.monotonic()
    speaker = multiprocessing.Process(target=speak_the_time, args=(fifo, began), daemon=True)
    speaker.start()
    try:
        yield began
    finally:
        speaker.kill()


def one_take(tour, began):
    """Records, orders the switch, looks, stops; returns the two offsets in milliseconds."""
    known = {one.folder.name for one in tour.library.attempts()}
    tour.changes(["n"], "a question")
    attempt = tour.record(known)
    time.sleep(BEFORE)
    pressed = time.monotonic()
    tour.app.key("e")
    procs.until(tour.app.shows_cue, 5, "the cue to fill the window", pause=0)
    seen = time.monotonic()
    time.sleep(AFTER)
    tour.app.key("space")
    procs.until(lambda: attempt.wav.exists() and attempt.again().state == "complete", 10, "the finished answer.wav")
    attempt = attempt.again()
    frame = next(mark["frame"] for mark in attempt.json["marks"] if mark["kind"] == "cue")
    samples = np.round(sound.read_wav(attempt.wav)[0] * 32768).astype(int)
    spoken = samples[frame] - LOUD
    saw = (seen - began) * 1000
    offset = (spoken - saw + WRAP / 2) % WRAP - WRAP / 2
    return offset, (seen - pressed) * 1000


def main():
    built = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=built / "retake")
    parser.add_argument("--takes", type=int, default=20)
    parser.add_argument("--busy", action="store_true", help="one endless loop for each processor meanwhile")
    args = parser.parse_args()
    if not args.binary.is_file():
        sys.exit(f"There is no program at {args.binary}; build it with: cargo build --release --locked")
    procs.die_on_signals()
    work = Path(tempfile.mkdtemp(prefix="retake-cue-")).resolve()
    rig, loops = None, []
    try:
        rig = rigs.start_rig()
        tour = checks.Tour(rig, args.binary.resolve(), work / "pictures", work)
        rig.settle()
        with clock_for_a_microphone(rig, work) as began:
            tour.start("--language", "en", "--seed", "3")
            if args.busy:
                loops = [procs.start(["sh", "-c", "while :; do :; done"], rig.env, work / "loop.log")
                         for _ in range(os.cpu_count() or 1)]
            rows = np.array([one_take(tour, began) for _ in range(args.takes)])
            tour.close()
        report(rows, args)
        return 0
    except (procs.Failure, OSError) as failure:
        print(failure, file=sys.stderr)
        return 1
    finally:
        for loop in loops:
            procs.stop(loop)
        if rig:
            rig.stop()
        shutil.rmtree(work, ignore_errors=True)


def report(rows, args):
    """Prints what was found, for people and for programs."""
    print(f"{len(rows)} cues{', all processors busy' if args.busy else ''}; milliseconds: median, least, most")
    found = {}
    for name, column in (("mark after the sight of the cue", 0), ("key to the sight of the cue", 1)):
        values = rows[:, column]
        found[name] = [round(float(value), 1) for value in (np.median(values), values.min(), values.max())]
        print(f"  {name:34} {found[name][0]:7.1f} {found[name][1]:7.1f} {found[name][2]:7.1f}")
    print(json.dumps({"date": str(date.today()), "takes": len(rows), "busy": args.busy, **found}))


if __name__ == "__main__":
    sys.exit(main())
