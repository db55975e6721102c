#!/usr/bin/python3
"""What belongs here: figures of the whole program, taken from outside: start, idle, memory, recording.
What does not: figures of single functions (the Rust benches), and any verdict on them.

Runs on the rig of the tour: a screen in memory, software OpenGL, a microphone in memory. The peer is
bare_window.rs: the same toolkit with one label. Prints Markdown.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

sys.dont_write_bytecode = True  # leave no caches in the source tree
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "tour"))

import procs  # noqa: E402
import rig as rigs  # noqa: E402
import screen  # noqa: E402

TICKS = os.sysconf("SC_CLK_TCK")
MANY = 10_000
SEED = "1"  # its first cue comes after minutes, so that no large letters are drawn meanwhile


# A library to open.

def make_library(path, count):
    """Writes `count` attempts without sound, spread over the last two years."""
    path.mkdir(parents=True)
    (path / "library.json").write_text('{"format": 1}\n', encoding="ascii")
    first = datetime(2024, 11, 21, 9, 0, 0)
    plans = ("ko-en", "ko", "en", "en-ko")
    for number in range(count):
        at = first + timedelta(minutes=number * 105)
        name = f"{at:%Y-%m-%d_%H%M%S}_bench-{number % 23:02}_{number:04x}"
        folder = path / "attempts" / f"{at:%Y}" / name
        folder.mkdir(parents=True)
        plan = plans[number % 4]
        text = json.dumps({
            "format": 1, "id": name, "created": f"{at:%Y-%m-%dT%H:%M:%S}+09:00[Asia/Seoul]", "app_version": "0.1.0",
            "question": {
                "id": f"bench-{number % 23:02}", "pack": "builtin", "principles": ["dive-deep", "ownership"],
                "text": {"en": f"Tell me about problem {number % 23}, and how you found its cause.",
                         "ko": f"{number % 23}번째 문제와 그 원인을 어떻게 찾았는지 말해 주세요."}},
            "plan": plan, "think_secs": 0, "target_secs": 120,
            "drill": {"seed": number, "cue_due_secs": 40.0} if "-" in plan else None,
            "take": {"file": "answer.wav", "state": "complete", "sample_rate_hz": 48000,
                     "frames": 48000 * (60 + number % 90), "device": {"id": "pulseaudio:mic", "name": "FakeMic"},
                     "gaps": []},
            "marks": [{"frame": 48000 * 40, "kind": "cue", "to": plan[-2:], "by": "drill"}] if "-" in plan else [],
            "ratings": [{"at": f"{at:%Y-%m-%dT%H:%M:%S}+09:00[Asia/Seoul]",
                         "scores": {"episode": 1 + number % 5, "action": 1 + number % 4}}] if number % 3 else [],
            "notes": "다음에는 수치를 먼저 말하기" if number % 5 == 0 else "", "starred": number % 50 == 0,
        }, ensure_ascii=False)
        (folder / "attempt.json").write_text(text, encoding="utf-8")


# One run of a program.

class Watch:
    """Says when the list of windows changes, without asking again and again."""

    def __init__(self, rig):
        self.process = procs.start(["stdbuf", "-oL", "xprop", "-root", "-spy", "_NET_CLIENT_LIST"], rig.env,
                                   stdout=subprocess.PIPE)
        os.set_blocking(self.process.stdout.fileno(), False)
        procs.until(self.changed, 5, "xprop to answer")

    def changed(self):
        """The last news since the last call: the windows there are; None if there is no news."""
        try:
            news = os.read(self.process.stdout.fileno(), 65536).decode().splitlines()
        except BlockingIOError:
            return None
        return news[-1] if news else None


class Run:
    """A program from exec to its end. `window` and `picture` are seconds after exec."""

    def __init__(self, rig, watch, command, place=None):
        self.rig = rig
        watch.changed()
        start = time.perf_counter()
        self.process = procs.start(command, rig.env, rig.home / "bench.log")
        self.window = self.picture = None
        while self.window is None or (place and self.picture is None):
            now = time.perf_counter() - start
            if now > 30 or self.process.poll() is not None:
                raise procs.Failure(f"{command[0]} showed no picture: "
                                    + (rig.home / "bench.log").read_text(errors="replace")[-500:])
            if self.window is None and "0x" in (watch.changed() or ""):
                self.window = now
            if place and self.picture is None:
                if not screen.blank(rig.screen.grab_box(*place)):
                    self.picture = now
            time.sleep(0.001)

    def place(self):
        found = procs.until(lambda: self.rig.screen.windows_of(self.process.pid), 10, "the window")
        return found[-1], self.rig.screen.place(found[-1])

    def memory(self):
        """Resident memory in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def ticks(self):
        """Clock ticks of processor time so far: all, and those of the threads that stand in for a graphics card."""
        every = drawing = 0
        for file in Path(f"/proc/{self.process.pid}/task").glob("*/stat"):
            head, _, tail = file.read_text(encoding="ascii").rpartition(")")
            fields = tail.split()
            every += int(fields[11]) + int(fields[12])
            if "(llvmpipe" in head:
                drawing += int(fields[11]) + int(fields[12])
        return every, drawing

    def end(self, place=None):
        procs.stop(self.process)
        if place:
            procs.until(lambda: screen.blank(self.rig.screen.grab_box(*place)), 5, "the window to be gone")


# The measurements.

def measure_starts(rig, commands, times):
    """Starts each program `times` times, in turn, so that a busy moment meets all of them."""
    watch = Watch(rig)
    places, found = {}, {name: [] for name in commands}
    for name, command in commands.items():  # the first start warms the caches and shows where the window goes
        run = Run(rig, watch, command)
        window, (x, y, wide, high) = run.place()
        places[name] = (x, y, wide, high)
        rig.screen.calm(window)
        run.end(places[name])
    for _ in range(times):
        for name, command in commands.items():
            run = Run(rig, watch, command, places[name])
            found[name].append((1000 * run.window, 1000 * run.picture))
            run.end(places[name])
    procs.stop(watch.process)
    return found


def measure_idle(rig, command, seconds):
    """Memory after start and the processor time of a window that nobody touches."""
    watch = Watch(rig)
    run = Run(rig, watch, command)
    time.sleep(3)
    before = run.ticks()[0]
    time.sleep(seconds)
    ticks = run.ticks()[0] - before
    memory = run.memory()
    run.end(run.place()[1])
    procs.stop(watch.process)
    return memory, ticks, 100 * ticks / TICKS / seconds


def measure_recording(rig, command, library, early, late):
    """Memory and processor time while recording speech."""
    speech = rig.home / "speech.wav"
    rig.sound.synthesise("ko", "지난해 저는 결제 시스템의 장애를 사흘 동안 조사했습니다. " * 20, speech)
    watch = Watch(rig)
    run = Run(rig, watch, command)
    rig.screen.activate(run.place()[0])
    time.sleep(1)
    rig.settle()
    rig.key("n")
    time.sleep(0.5)
    rig.key("space")
    procs.until(lambda: [part for part in library.glob("attempts/*/*/*.part") if part.stat().st_size > 44], 10,
                "the recording")
    rig.sound.start_speaking(speech)
    start = time.monotonic()
    found = []
    for at in (early, late):
        while time.monotonic() - start < at:
            time.sleep(0.05)
        found.append((run.memory(), run.ticks()))
    rig.key("space")
    time.sleep(1)
    rig.sound.quiet()
    run.end()
    procs.stop(watch.process)
    (before, ticks), (after, more) = found
    every, drawing = (100 * (new - old) / TICKS / (late - early) for new, old in zip(more, ticks))
    return before, after, every, every - drawing


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def spread(values):
    return f"{statistics.median(values):.0f} ms ({min(values):.0f}–{max(values):.0f})"


def report(rig, args, work):
    empty, many, recorded = work / "empty", work / "many", work / "recorded"
    make_library(empty, 0)
    make_library(many, args.attempts)
    make_library(recorded, 0)
    peer, full = "bare window", f"Retake, {args.attempts} attempts"

    def retake(library):
        return [args.binary, "--library", library, "--language", "ko", "--seed", SEED]

    commands = {peer: [args.peer], "Retake, empty library": retake(empty), full: retake(many)}
    if not args.peer.is_file():
        print(f"No peer at {args.peer}; the ratios are left out.\n", file=sys.stderr)
        del commands[peer]

    print(f"{os.cpu_count()} processors, software OpenGL, {args.times} starts each, in turn; median (range).\n")
    row("program", "exec to window", "exec to first picture", "against the bare window")
    row("---", "---:", "---:", "---:")
    found = measure_starts(rig, commands, args.times)
    for name, values in found.items():
        windows, pictures = zip(*values)
        ratio = "–"
        if peer in found:
            ratio = f"{statistics.median(pictures) / statistics.median(one[1] for one in found[peer]):.2f} ×"
        row(name, spread(windows), spread(pictures), ratio)

    print()
    row("program, idle", "resident memory", f"processor ticks in {args.idle} s", "of one processor")
    row("---", "---:", "---:", "---:")
    for name, command in commands.items():
        memory, ticks, share = measure_idle(rig, command, args.idle)
        row(name, f"{memory:.0f} MiB", ticks, f"{share:.1f} %")

    print()
    early, late = args.recording
    before, after, share, rest = measure_recording(rig, retake(recorded), recorded, early, late)
    row("recording", f"memory at {early} s", f"memory at {late} s", "growth", "of one processor",
        "without software drawing")
    row("---", "---:", "---:", "---:", "---:", "---:")
    row("Retake", f"{before:.1f} MiB", f"{after:.1f} MiB", f"{after - before:+.1f} MiB", f"{share:.1f} %", f"{rest:.1f} %")


def main():
    built = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=built / "retake")
    parser.add_argument("--peer", type=Path, default=built / "examples" / "bare_window")
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--idle", type=int, default=10, help="seconds")
    parser.add_argument("--attempts", type=int, default=MANY)
    parser.add_argument("--recording", type=int, nargs=2, default=(10, 70), metavar=("EARLY", "LATE"), help="seconds")
    args = parser.parse_args()
    if not args.binary.is_file():
        sys.exit(f"There is no program at {args.binary}; build it with: cargo build --release --locked")
    procs.die_on_signals()
    work = Path(tempfile.mkdtemp(prefix="retake-bench-"))
    rig = None
    try:
        rig = rigs.start_rig()
        report(rig, args, work)
        return 0
    except procs.Failure as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 1
    finally:
        if rig:
            rig.stop()
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
