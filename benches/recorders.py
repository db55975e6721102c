#!/usr/bin/python3
"""What belongs here: recorders side by side: what reaches the file, and what it costs in processor and memory.
What does not: the window (process.py), single functions (the Rust benches), one take in fast motion (long_take.rs).

  recorders.py                              60 s
  recorders.py --busy                       60 s, with every processor kept busy
  recorders.py --busy --seconds 600         ten minutes, the run that stands in the README
  recorders.py --eager                      60 s from a microphone in a hurry, see below

The recorders are Retake's audio engine without the window (recorder.rs), parec and arecord. All record the same
microphone in memory at the same time, while noise from a fixed seed plays into it. The noise never repeats, so
each stretch of a recording has one place in it: a place that moves tells of samples lost (or added) before it.

What a recorder costs depends on how often the sound server hands it something, and the server goes by whoever is in
the greatest hurry. The microphone here is in none, as on a desktop where nothing else uses sound, so the recorders set
the pace. `--eager` records the microphone of the tour instead, which is held at blocks of 5 ms.
Prints Markdown, then one line of JSON.
"""
import argparse
import contextlib
import json
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np

sys.dont_write_bytecode = True  # leave no caches in the source tree
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "tour"))

import procs  # noqa: E402
import rig as rigs  # noqa: E402
import sound  # noqa: E402

TICKS = os.sysconf("SC_CLK_TCK")
RATE = sound.RATE
SEED = 20261121
HEADER = 44  # bytes of a WAV before its samples
BLOCK = RATE // 4
MARGIN = 15  # seconds that the noise lasts longer than the recordings
SETTLE = 2.0  # seconds that the recorders run before their processor time counts
RETAKE = "Retake's engine"
CALM = "calm"  # the sink whose monitor is the microphone in no hurry


# One recorder.

@dataclass
class Usage:
    """What a process has used up to a moment."""

    at: float
    processor_secs: float
    resident_kib: int
    wakeups: int
    threads: dict


@dataclass
class Recorder:
    """A program that records, and what was seen of it."""

    name: str
    command: list
    file: Path
    header: int
    process: object = None
    used: list = field(default_factory=list)

    def bytes(self):
        return self.file.stat().st_size if self.file.exists() else 0

    def note(self):
        self.used.append(usage(self.process.pid))

    def samples(self):
        raw = self.file.read_bytes()[self.header:]
        return np.frombuffer(raw[:len(raw) // 2 * 2], "<i2")


def usage(pid):
    """Processor time, memory and voluntary switches (each is a wait that ended: a wakeup) of a process."""
    wakeups, threads = 0, {}
    for task in sorted(Path(f"/proc/{pid}/task").iterdir()):
        name, _, tail = (task / "stat").read_text(encoding="ascii").partition("(")[2].rpartition(")")
        fields = tail.split()
        ticks = int(fields[11]) + int(fields[12])
        threads[f"{name} {task.name}"] = ticks / TICKS
        wakeups += _status(task, "voluntary_ctxt_switches")
    tail = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    processor = (int(tail[11]) + int(tail[12])) / TICKS
    return Usage(time.monotonic(), processor, _status(Path(f"/proc/{pid}"), "VmRSS"), wakeups, threads)


def _status(place, name):
    for line in (place / "status").read_text(encoding="ascii").splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1])
    raise procs.Failure(f"{place} does not tell {name}")


def recorders(args, work):
    """The programs, each with what makes it record the same source at 48 kHz, mono, 16 bits."""
    source = "mic" if args.eager else f"{CALM}.monitor"
    parec = ["parec", f"--device={source}", f"--rate={RATE}", "--channels=1", "--format=s16le", "--raw"]
    return [
        # Two seconds more, so that it still runs when the last figure is taken.
        Recorder(RETAKE, [args.binary, args.seconds + 2, work / "engine.wav", f"pulseaudio:{source}"],
                 work / "engine.wav.part", HEADER),
        Recorder("parec", [*parec, work / "parec.raw"], work / "parec.raw", 0),
        Recorder("parec, 50 ms", [*parec, "--latency-msec=50", work / "parec50.raw"], work / "parec50.raw", 0),
        Recorder("arecord", ["env", f"PULSE_SOURCE={source}", "arecord", "-q", "-D", "default", "-f", "S16_LE",
                             "-r", RATE, "-c", 1, "-t", "wav", work / "arecord.wav"], work / "arecord.wav", HEADER),
    ]


# The run.

def make_noise(seconds, path):
    """White noise that is the same each time and never repeats; 10 dB below full scale at its loudest."""
    noise = np.random.default_rng(SEED).integers(-10_000, 10_001, int(seconds * RATE), dtype=np.int16)
    sound.write_wav(path, noise)
    return noise


@contextlib.contextmanager
def busy(wanted, env):
    """Keeps every processor busy at normal priority while the block runs."""
    loops = [procs.start(["yes"], env) for _ in range(os.cpu_count() if wanted else 0)]
    try:
        yield
    finally:
        for loop in loops:
            procs.stop(loop)


def make_calm_microphone(rig):
    """A sink like the rig's, whose silent stream asks for 200 ms and not for 20."""
    procs.run(["pactl", "load-module", "module-null-sink", f"sink_name={CALM}", f"rate={RATE}", "channels=2"], rig.env)
    with open("/dev/zero", "rb") as silence:
        rig.children.append(procs.start(
            ["pacat", "--playback", "--raw", f"--rate={RATE}", "--channels=2", "--format=s16le", "--latency-msec=200",
             f"--device={CALM}"], rig.env, rig.home / "pacat.log", stdin=silence))
    rig.ready_at = time.time() + rigs.SETTLE


def run(rig, args, work, programs):
    """Records with all programs at once, the engine first in the list. Returns what the engine said."""
    if not args.eager:
        make_calm_microphone(rig)
    rig.settle()
    rig.children.append(procs.start(["paplay", f"--device={'micfeed' if args.eager else CALM}", work / "noise.wav"],
                                    rig.env, rig.home / "paplay.log"))
    time.sleep(1.5)
    told = work / "told.json"
    with busy(args.busy, rig.env), told.open("wb") as out:
        for program in programs:
            more = {"stdout": out} if program.name == RETAKE else {}
            program.process = procs.start(program.command, rig.env, rig.home / "recorders.log", **more)
        try:
            for program in programs:
                procs.until(lambda: alive(rig, program).bytes() > program.header, 20, f"{program.name} to record")
            start = time.monotonic()
            # The engine ends itself; everything is measured before.
            for at in np.linspace(SETTLE, args.seconds, 3):
                time.sleep(max(0.0, start + at - time.monotonic()))
                for program in programs:
                    alive(rig, program).note()
            programs[0].process.wait(60)
        finally:
            for program in programs:
                procs.stop(program.process)
    programs[0].file = work / "engine.wav"
    return json.loads(told.read_text(encoding="utf-8"))


def alive(rig, program):
    if program.process.poll() is not None:
        log = (rig.home / "recorders.log").read_text(errors="replace")[-400:]
        raise procs.Failure(f"{program.name} ended by itself with {program.process.returncode}: {log}")
    return program


# What reached the files.

@dataclass
class Compared:
    """A recording against the noise that was played."""

    frames: int
    lost: int = 0
    added: int = 0
    changed: int = 0
    unknown: int = 0
    places: list = field(default_factory=list)


def place_of(piece, noise, near, reach):
    """Where a piece lies in the noise, within `reach` frames of `near`; None if it is not there."""
    first = max(0, near - reach)
    found = sound.find(piece / 32768, noise[first:near + reach + len(piece)] / 32768)
    return first + found.start if found.fit > 0.95 else None


def compare(recorded, noise):
    """Follows a recording through the noise, block by block.

    `lost` and `added` are jumps between blocks whose places are certain. `changed` counts samples that differ in a
    block that both its neighbours place where it should be (silence in place of what was lost). `unknown` counts
    samples of the block in which a jump lies, which is neither the one nor the other.
    """
    told = Compared(len(recorded))
    at = place_of(recorded[BLOCK:2 * BLOCK], noise, 5 * RATE, 10 * RATE)
    if at is None:
        raise procs.Failure("a recording does not hold what was played")
    shift = at - BLOCK
    doubtful = []
    for start in range(0, len(recorded), BLOCK):
        piece = recorded[start:start + BLOCK]
        wrong = _wrong(piece, noise, start + shift)
        if wrong == 0:
            _settle(told, doubtful, jump=False)
            continue
        # The piece at the end may be too short to have one place only.
        whole = len(piece) == BLOCK
        near = place_of(piece, noise, max(0, start + shift), 3 * RATE) if whole else None
        if near is None or near == start + shift:
            doubtful.append((start, wrong))
            continue
        jump = near - (start + shift)
        told.lost += max(0, jump)
        told.added += max(0, -jump)
        told.places.append((start / RATE, jump))
        shift = near - start
        _settle(told, doubtful, jump=True)
    _settle(told, doubtful, jump=False)
    return told


def _wrong(piece, noise, at):
    """How many samples differ by more than rounding."""
    there = noise[max(0, at):at + len(piece)]
    if at < 0 or len(there) < len(piece):
        return len(piece)
    return int(np.count_nonzero(np.abs(piece.astype(np.int32) - there) > 1))


def _settle(told, doubtful, jump):
    wrong = sum(count for _, count in doubtful)
    if jump:
        told.unknown += wrong
    elif wrong:
        told.changed += wrong
        told.places += [(start / RATE, 0) for start, _ in doubtful]
    doubtful.clear()


# What is printed.

def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def figures(program, noise):
    """All figures of one recorder, as they go into the JSON."""
    first, middle, last = program.used
    spent = last.at - first.at
    samples = program.samples()
    found = compare(samples, noise)
    percent = 100 / spent
    return {
        "name": program.name,
        "processor_percent": (last.processor_secs - first.processor_secs) * percent,
        "wakeups_per_sec": (last.wakeups - first.wakeups) / spent,
        "threads_percent": {name: round((secs - first.threads.get(name, 0.0)) * percent, 2)
                            for name, secs in last.threads.items()},
        "resident_mib": [one.resident_kib / 1024 for one in (first, middle, last)],
        "measured_secs": spent,
        "frames": found.frames,
        "secs": found.frames / RATE,
        "lost": found.lost,
        "added": found.added,
        "changed": found.changed,
        "near_jumps": found.unknown,
        "places": found.places,
    }


def report(args, programs, told, noise):
    rows = [figures(program, noise) for program in programs]
    load = f"{os.cpu_count()} loops at normal priority keep the processors busy" if args.busy else "no load of our own"
    pace = "a microphone in blocks of 5 ms" if args.eager else "a microphone in no hurry"
    print(f"{date.today()}, {os.cpu_count()} processors, {args.seconds} s, {pace}, {load}; "
          f"load average {os.getloadavg()[0]:.1f}.\n")
    row("recorder", "of one processor", "wakeups a second", "memory, start → middle → end", "recorded", "samples lost",
        "added", "changed")
    row("---", "---:", "---:", "---:", "---:", "---:", "---:", "---:")
    for one in rows:
        row(one["name"], f"{one['processor_percent']:.2f} %", f"{one['wakeups_per_sec']:.0f}",
            " → ".join(f"{mib:.1f}" for mib in one["resident_mib"]) + " MiB", f"{one['secs']:.2f} s", one["lost"],
            one["added"], one["changed"])
    print(f"\n{RETAKE} said: {told['frames']} frames at {told['sample_rate_hz']} Hz, {len(told['gaps'])} gaps, "
          f"{told['lost_frames']} frames lost, troubles {told['troubles'] or 'none'}, fault {told['fault'] or 'none'}, "
          f"peak {told['peak_dbfs']:.1f} dBFS, first samples after {1000 * told['secs_to_first_samples']:.0f} ms, "
          f"at most {1000 * told['longest_between_reports_secs']:.0f} ms between two reports.")
    for one in rows:
        for at, jump in one["places"][:20]:
            what = f"{jump} samples lost" if jump > 0 else f"{-jump} samples added" if jump else "samples changed"
            print(f"{one['name']}: {what} before {at:.2f} s")
    ours, peers = rows[0], rows[1:]
    least = min(one["processor_percent"] for one in peers)
    grown = ours["resident_mib"][2] - ours["resident_mib"][0]
    print(f"\nTargets: no sample lost or changed ({ours['lost'] + ours['added'] + ours['changed']}), memory constant "
          f"({grown:+.1f} MiB), at most one percent of a processor over the others "
          f"({ours['processor_percent'] - least:+.2f}).\n")
    print(json.dumps({"date": str(date.today()), "seconds": args.seconds, "busy": args.busy, "eager": args.eager,
                      "processors": os.cpu_count(), "recorders": rows, "told": told}))


def main():
    built = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=built / "examples" / "recorder")
    parser.add_argument("--seconds", type=int, default=60, help="at least 10")
    parser.add_argument("--busy", action="store_true", help="one endless loop for each processor meanwhile")
    parser.add_argument("--eager", action="store_true", help="a microphone that delivers every 5 ms")
    args = parser.parse_args()
    if args.seconds < 10:
        parser.error("ten seconds at least")
    if not args.binary.is_file():
        sys.exit(f"There is no program at {args.binary}; build it with: "
                 "cargo build --release --locked --example recorder")
    for tool, package in (("parec", "pulseaudio-utils"), ("arecord", "alsa-utils")):
        if not shutil.which(tool):
            sys.exit(f"{tool} is missing; on Debian and Ubuntu: apt-get install {package}")
    procs.die_on_signals()
    work = Path(tempfile.mkdtemp(prefix="retake-recorders-"))
    rig = None
    try:
        noise = make_noise(args.seconds + MARGIN, work / "noise.wav")
        rig = rigs.start_rig()
        programs = recorders(args, work)
        told = run(rig, args, work, programs)
        report(args, programs, told, noise)
        return 0
    except procs.Failure as failure:
        print(f"recorders: {failure}", file=sys.stderr)
        return 1
    finally:
        if rig:
            rig.stop()
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
