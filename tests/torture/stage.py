"""What belongs here: what every torture needs: the program on the rig, a microphone that never stops, a witness.
What does not: when to kill (moments.py), what must hold afterwards (aftermath.py, disks.py).

The microphone hears noise all the time, so that each quarter of a second is one of a kind. The witness records
the same microphone from the first moment to the last. Where the end of a take lies in what the witness heard
says what of it was lost, to about 0.05 s: sound travels to both in packets of 20 ms.
"""
import os
import re
import sys
import time
from pathlib import Path

import numpy as np

sys.dont_write_bytecode = True  # leave no caches in the source tree
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "tour"))

import app  # noqa: E402
import procs  # noqa: E402
import rig as rigs  # noqa: E402
import sound  # noqa: E402

LOUDNESS = 2000  # of the noise, of 32768
LOOP = 30  # seconds until the noise repeats; longer than any look back
BACK = 14  # seconds that the witness is asked about
PIECE = sound.RATE // 4
GOOD_FIT = 0.9
PATIENCE = 30  # for what must happen; machines may be slow

READ = re.compile(r"DEBUG retake::app::disk(?:::\w+)?: library read attempts=(\d+) faults=(\d+) repaired=(\d+)")


class Stage:
    """The rig with noise in the microphone and a witness, and the program on it."""

    def __init__(self, binary, work):
        self.binary, self.work = Path(binary), Path(work)
        self.rig = rigs.start_rig()
        self.rig.env["RETAKE_LOG"] = "warn,winit=error,retake::app::disk=debug"
        self.run, self.runs = None, 0
        self.witness = self.work / "witness.raw"
        try:
            self.rig.settle()
            self._make_noise()
            self._call_witness()
        except BaseException:
            self.end()
            raise

    def _make_noise(self):
        noise = np.random.default_rng(1).normal(0, LOUDNESS, LOOP * sound.RATE).astype("<i2")
        file = self.work / "noise.raw"
        file.write_bytes(noise.tobytes())
        play = (f"pacat --playback --raw --rate={sound.RATE} --channels=1 --format=s16le --latency-msec=50"
                " --device=micfeed")
        self.rig.children.append(procs.start(
            ["sh", "-c", f"while cat '{file}'; do :; done | {play}"], self.rig.env, self.rig.home / "noise.log"))

    def _call_witness(self):
        with self.witness.open("wb") as out:
            self.rig.children.append(procs.start(
                ["parec", "--device=mic", f"--rate={sound.RATE}", "--channels=1", "--format=s16le",
                 "--latency-msec=20", "--raw"], self.rig.env, self.rig.home / "parec.log", stdout=out))
        procs.until(lambda: self._loud_enough(), 10, "the witness to hear the noise")

    def _loud_enough(self):
        heard = self._heard(self.frames(), 1)[1]
        return len(heard) > PIECE and np.max(np.abs(heard[-PIECE:])) > 0.02

    def end(self):
        if self.run and self.run.process.poll() is None:
            self.run.kill()
        self.rig.stop()

    # The witness.

    def frames(self):
        """How much the witness has heard until now: a moment to be compared with the end of a take."""
        return self.witness.stat().st_size // 2

    def _heard(self, until, seconds):
        """Number of the first frame, and the samples, of what was heard up to a moment and a little beyond."""
        first = max(0, until - int(seconds * sound.RATE))
        with self.witness.open("rb") as file:
            file.seek(2 * first)
            raw = file.read(2 * (until - first) + 2 * sound.RATE // 2)
        return first, np.frombuffer(raw[:len(raw) // 2 * 2], "<i2") / 32768

    def lost(self, wav, until):
        """Seconds of sound that lie between the end of a file and a moment; None if the file is too short to tell."""
        samples, rate = sound.read_wav(wav)
        if rate != sound.RATE:
            raise procs.Failure(f"{wav} has {rate} frames per second, the witness {sound.RATE}")
        piece = min(PIECE, len(samples))
        if piece < PIECE // 5:
            return None
        time.sleep(0.1)  # until the witness has heard what the file may hold
        first, heard = self._heard(until, BACK)
        # From the end backwards: a place that a busy machine lost is silent in the file, or missing in the witness.
        for end in range(len(samples), piece - 1, -piece)[:20]:
            match = sound.find(samples[end - piece:end], heard)
            if match.fit >= GOOD_FIT:
                end_of_file = first + match.start + piece + len(samples) - end
                return (until - end_of_file) / sound.RATE
        raise procs.Failure(f"{wav.parent.name} does not hold what the microphone heard")

    # The program.

    def start(self, library, seed=1):
        """Starts the program and waits until it has read its library; returns what it said of it."""
        for patience in (2, 1, 0):
            self.runs += 1
            log = self.work / f"app-{self.runs}.log"
            try:
                self.run = app.App(self.rig, self.binary, library, log, "--language", "en", "--seed", str(seed))
                break
            except procs.Failure as failure:
                # A busy machine: the window came and did not get the keyboard in time. It was killed: one more kill.
                if not patience or "ended with" in str(failure):
                    raise
        said = procs.until(lambda: READ.search(self.log()), PATIENCE, "the library to be read")
        return tuple(int(number) for number in said.groups())

    def log(self):
        """What the running or the last program said."""
        return self.run.log.read_text(encoding="utf-8", errors="replace")

    def still(self):
        """Waits until nothing moves."""
        return self.rig.screen.calm(self.run.window)

    def strike(self, *words):
        """Sends keys without waiting for them to arrive; returns the process that sends them."""
        return procs.start(["xdotool", *words], self.rig.env, self.rig.home / "xdotool.log")

    def kill(self):
        """Ends the program without asking it. Returns when, as the witness and the system's clock count."""
        moment = self.frames(), time.time()
        self.run.kill()
        return moment


def start_of(parser):
    """The option that all tortures have."""
    built = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    parser.add_argument("--binary", type=Path, default=built / "release" / "retake")


def binary_of(args):
    binary = args.binary.resolve()
    if not binary.is_file():
        sys.exit(f"There is no program at {args.binary}; build it with: cargo build --release --locked")
    return binary
