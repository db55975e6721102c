#!/usr/bin/python3
"""What belongs here: the pictures of the README, taken from the real program on a screen in memory: `make pictures`.
What does not: the made-up answers they show (sample_library.py), pictures for looking over every screen (step_looks.py).

Writes assets/pictures/{en,ko}/NAME.png anew, in light colours, at 1100 x 720. The way to each screen
stands in app.py.
"""
import argparse
import os
import shutil
import struct
import sys
import tempfile
import time
import zlib
from pathlib import Path

sys.dont_write_bytecode = True  # leave no caches in the source tree

import numpy as np

import app
import checks
import procs
import rig
import sample_library

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "ko")
SEED = "58"  # a question about an experience

def go(tour, screen):
    """Goes to a screen. The keys may lead to where we are already, so nothing is waited for but rest."""
    for key in app.KEYS_TO[screen]:
        tour.app.key(key)
        tour.rig.screen.calm(tour.app.window)


def palette_of(picture):
    """At most 256 colours of a picture, and for each pixel the number of its colour."""
    flat = picture.reshape(-1, 3).astype(np.uint32)
    codes = flat[:, 0] << 16 | flat[:, 1] << 8 | flat[:, 2]
    colours, places, counts = np.unique(codes, return_inverse=True, return_counts=True)
    often = colours[np.argsort(-counts, kind="stable")[:256]]
    channels = np.stack([often >> 16, often >> 8 & 255, often & 255], 1).astype(np.int32)
    own = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], 1).astype(np.int32)
    nearest = np.array([np.argmin(((channels - one) ** 2).sum(1)) for one in own], np.uint8)
    return channels.astype(np.uint8), nearest[places].reshape(picture.shape[:2])


def write_small_png(path, picture):
    """A PNG with a palette: a third of the bytes, and nobody sees the colours that went."""
    colours, pixels = palette_of(picture)
    rows, columns = pixels.shape
    lines = np.zeros((rows, 1 + columns), np.uint8)
    lines[:, 1:] = pixels

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", columns, rows, 8, 3, 0, 0, 0))
                     + chunk(b"PLTE", colours.tobytes()) + chunk(b"IDAT", zlib.compress(lines.tobytes(), 9))
                     + chunk(b"IEND", b""))


class Album:
    """Takes the pictures of one language."""

    def __init__(self, tour, language, out):
        self.tour, self.language, self.out = tour, language, out / language

    def keep(self, name, still=True):
        seen = self.tour.rig.screen.calm(self.tour.app.window) if still else self.tour.app.picture()
        path = self.out / f"{name}.png"
        write_small_png(path, seen)
        print(f"  {self.language}/{name}.png, {path.stat().st_size / 1000:.0f} kB", flush=True)

    def start(self):
        """Opens the library and waits until every answer in it was analysed."""
        tour = self.tour
        run = tour.start("--language", self.language, "--seed", SEED)
        run.resize(*app.WINDOW)
        takes = len(tour.library.attempts())
        procs.until(lambda: len(list(tour.library.path.glob("cache/speech/*.speech"))) >= takes, 90,
                    f"the analysis of {takes} answers")

    def looking_back(self):
        go(self.tour, "today")
        self.keep("today")
        go(self.tour, "progress")
        self.keep("progress")
        go(self.tour, "stories")
        self.tour.app.key("t")
        self.tour.rig.screen.calm(self.tour.app.window)
        self.keep("coverage")
        go(self.tour, "timeline")
        self.keep("timeline")
        self.tour.app.key("Home", "Down")
        self.tour.changes(["Return"], "the review of the latest answer")
        self.keep("review")
        self.tour.app.key("Escape")

    def answering(self):
        """A question, the answer, the cue, and two seconds later."""
        tour = self.tour
        go(tour, "practice")
        tour.app.key("n")
        tour.rig.screen.calm(tour.app.window)
        if self.language == "en":
            tour.changes(["v"], "the question in English")
        self.keep("practice")
        known = {one.folder.name for one in tour.library.attempts()}
        attempt = tour.record(known)
        korean = tour.rig.sound.start_speaking(tour.speech["ko"][0])
        time.sleep(7)
        tour.app.key("e")
        procs.until(tour.app.shows_cue, 5, "the cue to fill the window", pause=0.01)
        time.sleep(0.2)
        self.keep("cue", still=False)
        procs.stop(korean)
        time.sleep(2)
        tour.rig.sound.start_speaking(tour.speech["en"][0])
        time.sleep(2)
        self.keep("recording", still=False)
        self.stop(attempt)

    def debrief(self):
        """Answers the one question that is left of the session; what follows is its debrief."""
        tour = self.tour
        go(tour, "interview")
        tour.changes(["space"], "the last question of the session")
        known = {one.folder.name for one in tour.library.attempts()}
        attempt = tour.record(known)
        tour.rig.sound.start_speaking(tour.speech["ko"][0])
        time.sleep(6)
        self.stop(attempt)
        cached = tour.library.path / "cache" / "speech" / f"{attempt.folder.name}.speech"
        procs.until(cached.exists, 20, "the analysis of the last answer")
        self.keep("debrief")

    def stop(self, attempt):
        self.tour.app.key("space")
        procs.until(lambda: attempt.wav.exists() and attempt.again().state == "complete", 10, "the finished answer.wav")
        self.tour.rig.sound.quiet()

    def all_of_it(self):
        self.start()
        self.looking_back()
        self.answering()
        self.debrief()
        self.tour.close()


def main():
    built = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=built / "release" / "retake")
    parser.add_argument("--out", type=Path, default=ROOT / "assets" / "pictures")
    args = parser.parse_args()
    binary = args.binary.resolve()
    if not binary.is_file():
        sys.exit(f"There is no program at {args.binary}; build it with: cargo build --release --locked")
    procs.die_on_signals()
    work = Path(tempfile.mkdtemp(prefix="retake-pictures-")).resolve()
    place = tour = None
    try:
        place = rig.start_rig()
        tour = checks.Tour(place, binary, work, work)
        place.settle()
        for language in LANGUAGES:
            library = work / f"library-{language}"
            sample_library.SampleLibrary(place, library, language).write()
            tour.library = app.Library(library)
            Album(tour, language, args.out.resolve()).all_of_it()
            shutil.rmtree(library)
        return 0
    except (procs.Failure, OSError) as failure:
        print(f"No pictures: {failure}", file=sys.stderr)
        if tour:
            tour.failed(failure)
            print(f"The screen is kept in {work}.", file=sys.stderr)
            work = None
        return 1
    finally:
        if tour:
            tour.end()
        if place:
            place.stop()
        if work:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
