"""What belongs here: speaking into the microphone, listening to the speaker, comparing sounds.
What does not: what must be heard when; that stands in the steps of the tour.
"""
import contextlib
import os
import struct
import time
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import procs

RATE = 48000


@dataclass
class Match:
    """Where a sound lies in another, and how well it fits. 1 is the same sound, 0 has nothing to do with it."""

    start: int
    fit: float
    worst: float

    def __str__(self):
        return f"correlation {self.fit:.4f}, worst half second {self.worst:.3f}, at {self.start / RATE:.2f} s"


def find(needle, hay):
    """Looks for `needle` in `hay` by normalised cross-correlation."""
    if len(needle) > len(hay):
        hay = np.concatenate([hay, np.zeros(len(needle) - len(hay), hay.dtype)])
    size = 1 << (len(needle) + len(hay) - 1).bit_length()
    spectrum = np.fft.rfft(hay, size) * np.conj(np.fft.rfft(needle, size))
    dots = np.fft.irfft(spectrum, size)[:len(hay) - len(needle) + 1]
    sums = np.concatenate([[0.0], np.cumsum(hay.astype(np.float64) ** 2)])
    energy = np.sum(needle.astype(np.float64) ** 2)
    local = np.maximum(sums[len(needle):] - sums[:-len(needle)], energy * 1e-3)
    scores = dots / np.sqrt(local * max(energy, 1e-9))
    best = int(np.argmax(scores))
    found = hay[best:best + len(needle)]
    return Match(best, float(scores[best]), _worst(needle, found))


def _worst(one, two, step=RATE // 2):
    """The poorest fit over half seconds in which something is said: a slip of the time axis shows here."""
    loud = np.sqrt(np.mean(one ** 2)) * 0.3
    fits = [1.0]
    for at in range(0, len(one) - step + 1, step):
        left, right = one[at:at + step], two[at:at + step]
        if np.sqrt(np.mean(left ** 2)) > loud:
            size = np.sqrt(np.sum(left ** 2) * np.sum(right ** 2))
            fits.append(float(np.sum(left * right) / size) if size > 0 else 0.0)
    return min(fits)


def slips(needle, hay, step=RATE // 4):
    """Where the time axis jumps: (second of the needle, frames lost or, if negative, added), piece by piece."""
    found, last = [], None
    for at in range(0, len(needle) - step + 1, step):
        piece = needle[at:at + step]
        if np.sqrt(np.mean(piece ** 2)) < 0.02:
            continue
        match = find(piece, hay)
        if match.fit > 0.95:
            if last is not None and match.start - at != last:
                found.append((at / RATE, last - (match.start - at)))
            last = match.start - at
    return found


def loudest(samples, seconds):
    """Where the loudest stretch of that length starts."""
    length = int(seconds * RATE)
    sums = np.concatenate([[0.0], np.cumsum(samples ** 2)])
    if len(samples) <= length:
        return 0
    return int(np.argmax(sums[length:] - sums[:-length]))


def read_wav(path):
    """Samples of a finished file as floats in one channel, and its rate."""
    with wave.open(str(path), "rb") as file:
        if file.getsampwidth() != 2:
            raise procs.Failure(f"{path} has {8 * file.getsampwidth()} bits per sample, expected 16")
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float64) / 32768
        return samples.reshape(-1, file.getnchannels()).mean(axis=1), file.getframerate()


def wav_shape(path):
    """Channels, bits, rate and frames of a WAV, from its header."""
    with wave.open(str(path), "rb") as file:
        return file.getnchannels(), 8 * file.getsampwidth(), file.getframerate(), file.getnframes()


class Capture:
    """A running recording of a source, raw mono 16-bit, that can be read while it grows."""

    def __init__(self, process, path):
        self.process, self.path = process, Path(path)

    def frames(self):
        return self.path.stat().st_size // 2

    def samples(self):
        raw = self.path.read_bytes()
        return np.frombuffer(raw[:len(raw) // 2 * 2], "<i2").astype(np.float64) / 32768


class Sound:
    """The microphone and the speaker of the rig."""

    def __init__(self, env, home):
        self.env = env
        self.home = Path(home)
        self.players = []

    def synthesise(self, language, text, path):
        """Speaks `text` with espeak-ng into a file at 48 kHz, mono, 16-bit."""
        raw = f"{path}.raw.wav"
        procs.run(["espeak-ng", "-v", language, "-s", "150", "-w", raw, text], self.env, 20)
        procs.run(["sox", "-R", raw, "-r", str(RATE), "-c", "1", "-b", "16", path, "gain", "-n", "-6"], self.env, 20)
        os.unlink(raw)
        return read_wav(path)[0]

    def start_speaking(self, path):
        """Plays a file into the microphone and returns at once."""
        player = procs.start(["paplay", "--device=micfeed", path], self.env, self.home / "paplay.log")
        self.players.append(player)
        return player

    def speak(self, path):
        """Plays a file into the microphone and waits for its end."""
        channels, _, rate, frames = wav_shape(path)
        del channels
        player = self.start_speaking(path)
        try:
            code = player.wait(frames / rate + 8)
        except Exception as late:
            procs.stop(player)
            raise procs.Failure(f"paplay did not end: {path}") from late
        if code != 0:
            raise procs.Failure(f"paplay failed with {code}: {path}")

    def plug_in(self, name, description, rate=RATE):
        """Adds a microphone that hears what is spoken; the first one becomes the usual one."""
        procs.run(["pactl", "load-module", "module-remap-source", "master=micfeed.monitor", f"source_name={name}",
                   f"rate={rate}", f"source_properties=device.description={description}"], self.env)
        if name == "mic":
            procs.run(["pactl", "set-default-source", name], self.env)

    def pull_out(self, name):
        """Takes a microphone away, as when its cable is pulled."""
        modules = procs.run(["pactl", "list", "short", "modules"], self.env)
        found = [line.split()[0] for line in modules.splitlines() if f"source_name={name} " in line + " "]
        if len(found) != 1:
            raise procs.Failure(f"not one microphone called {name}: {modules}")
        procs.run(["pactl", "unload-module", found[0]], self.env)

    @contextlib.contextmanager
    def capture(self, source, path):
        """Records a source while the block runs; `.wav` is written at its end, raw data beside it."""
        raw = Path(f"{path}.raw")
        with raw.open("wb") as out:
            process = procs.start(
                ["parec", f"--device={source}", f"--rate={RATE}", "--channels=1", "--format=s16le",
                 "--latency-msec=20", "--raw"], self.env, self.home / "parec.log", stdout=out)
        running = Capture(process, raw)
        try:
            procs.until(running.frames, 5, f"{source} to be heard")
            yield running
        finally:
            procs.stop(process)
            write_wav(path, np.frombuffer(raw.read_bytes()[:running.frames() * 2], "<i2"))

    def quiet(self):
        """Ends what still plays."""
        for player in self.players:
            procs.stop(player)
        self.players.clear()


def write_wav(path, samples):
    """Writes 16-bit samples as a mono file."""
    data = samples.astype("<i2").tobytes()
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 1, 1, RATE, RATE * 2, 2,
                       16, b"data", len(data))
    Path(path).write_bytes(head + data)


def resample(path, rate, target):
    """Brings a WAV to 48 kHz if it has another rate; returns its samples."""
    if rate == RATE:
        return read_wav(path)[0]
    procs.run(["sox", "-R", path, "-r", str(RATE), target], None, 30)
    return read_wav(target)[0]


def wait_for_sound(capture, limit, level=0.01):
    """Waits until a running capture hears something; returns when, on the clock of time.monotonic."""
    procs.until(lambda: np.max(np.abs(capture.samples()[-RATE // 5:]), initial=0.0) > level, limit, "sound")
    return time.monotonic()
