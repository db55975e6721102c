#!/usr/bin/python3
"""What belongs here: how far what Retake says of a take is from the truth that speech.py knows. What does not: the
takes themselves, and any threshold.

    truth.py --binary RETAKE [--folder FOLDER] [--takes N] [--half a|b|all]

Thresholds are chosen on half a (even takes) and reported on half b (odd takes). Prints Markdown.
"""
import argparse
import itertools
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

sys.dont_write_bytecode = True  # leave no caches in the source tree

import speech  # noqa: E402

HALVES = {"a": (0,), "b": (1,), "all": (0, 1)}
BORDER_SECS = 0.05  # pauses that near to 250 ms may pass for either


def analyse(binary, wav, cue):
    command = [str(binary), "analyse", str(wav), "--json"]
    if cue is not None:
        command += ["--cue", f"{cue:.4f}"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def gaps(runs):
    return [(before[1], after[0]) for before, after in zip(runs, runs[1:])]


def overlap(one, other):
    """The share of the union that is in both."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0.0, both) / (max(one[1], other[1]) - min(one[0], other[0]))


def joined(stretches, least):
    runs = []
    for start, end in stretches:
        if runs and start - runs[-1][1] < least:
            runs[-1][1] = end
        else:
            runs.append([start, end])
    return runs


class Figures:
    """What is gathered over takes of one noise."""

    def __init__(self):
        self.onsets, self.offsets, self.latency, self.unclear = [], [], [], 0
        self.disengage = []
        self.found = self.true = self.hit = 0
        self.extra_near = self.missed_near = 0
        self.syllables = {"ko": [], "en": []}
        self.phonation = []

    def add(self, truth, said):
        runs = [(run["start_secs"], run["end_secs"]) for run in said["runs"]]
        if not runs:
            self.true += len(truth["runs"]) - 1
            return
        pauses, true = gaps(runs), gaps(truth["runs"])
        pairs = [(pause, best) for pause in pauses
                 for best in [max(true, key=lambda gap: overlap(pause, gap))] if overlap(pause, best) >= 0.5]
        self.found, self.true, self.hit = self.found + len(pauses), self.true + len(true), self.hit + len(pairs)
        # What only the border of 250 ms decides.
        wider = gaps(joined(truth["stretches"], speech.PAUSE_SECS - BORDER_SECS))
        self.extra_near += sum(1 for pause in pauses if pause not in [a for a, _ in pairs]
                               and any(overlap(pause, gap) >= 0.5 for gap in wider))
        self.missed_near += sum(1 for gap in true if gap not in [b for _, b in pairs]
                                and gap[1] - gap[0] < speech.PAUSE_SECS + BORDER_SECS)
        self.offsets += [a[0] - b[0] for a, b in pairs] + [runs[-1][1] - truth["runs"][-1][1]]
        self.onsets += [a[1] - b[1] for a, b in pairs] + [runs[0][0] - truth["runs"][0][0]]
        true_voice = sum(end - start for start, end in truth["runs"])
        self.phonation.append(sum(end - start for start, end in runs) / true_voice - 1)
        for language, counts in self.syllables.items():
            phrases = [phrase for phrase in truth["phrases"] if phrase["language"] == language]
            true_count = sum(phrase["syllables"] for phrase in phrases)
            if true_count:
                counts.append(sum(any(phrase["start"] - 0.05 <= nucleus <= phrase["end"] + 0.05 for phrase in phrases)
                                  for nucleus in said["nuclei_secs"]) / true_count - 1)
        self.add_switch(truth["cue"], said.get("switch"))

    def add_switch(self, cue, said):
        if cue is None or said is None:
            return
        if said["kind"] != "measured":
            self.unclear += 1
            return
        self.latency.append(said["latency_secs"] - cue["restart"])
        self.disengage.append(said["disengage_secs"] - cue["disengage"])

    def f1(self, near=False):
        """With `near`, pauses that only the border of 250 ms decides count for nothing."""
        extra = self.found - self.hit - (self.extra_near if near else 0)
        missed = self.true - self.hit - (self.missed_near if near else 0)
        return 2 * self.hit / max(1, 2 * self.hit + extra + missed)


def quantile(values, share):
    ordered = sorted(abs(value) for value in values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


def within(values, limit):
    return sum(abs(value) <= limit for value in values) / len(values) if values else float("nan")


def row(name, figures):
    cells = [name]
    for errors in (figures.onsets, figures.offsets):
        cells.append(f"{quantile(errors, 0.5) * 1000:.0f} / {quantile(errors, 0.95) * 1000:.0f}")
        cells.append(f"{within(errors, 0.1) * 100:.0f} %")
    cells += [f"{figures.f1():.3f} ({figures.f1(near=True):.3f})", f"{figures.true}"]
    tried = len(figures.latency) + figures.unclear
    good = sum(abs(error) <= 0.1 for error in figures.latency)
    cells.append(f"{good}/{tried}, {figures.unclear} unclear")
    cells.append(f"{statistics.median(figures.phonation) * 100:+.1f} %")
    for language, limit in (("ko", 0.10), ("en", 0.15)):
        errors = figures.syllables[language]
        cells.append(f"{statistics.mean(errors) * 100:+.0f} %, {within(errors, limit) * 100:.0f} % of takes"
                     if errors else "-")
    return "| " + " | ".join(cells) + " |"


HEAD = ["noise", "onset ms (median / 95 %)", "≤ 100 ms", "offset ms", "≤ 100 ms", "pauses F1 (without the border)",
        "pauses", "restart ≤ 0.1 s", "phonation", "syllables ko (within 10 %)", "syllables en (within 15 %)"]


def measure(binary, folder, takes, half, verbose):
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    for noise in speech.NOISES:
        figures = Figures()
        for number in range(takes):
            if number % 2 not in HALVES[half]:
                continue
            truth = json.loads((folder / f"{number:03}.json").read_text(encoding="utf-8"))
            said = analyse(binary, folder / f"{number:03}_{noise}.wav", truth["cue"] and truth["cue"]["at"])
            before = len(figures.latency), figures.hit, figures.found, figures.true, len(figures.onsets)
            figures.add(truth, said)
            if verbose:
                new = figures.found - before[2], figures.true - before[3], figures.hit - before[1]
                print(f"{number} {noise}: found {new[0]} true {new[1]} hit {new[2]}", figures.latency[before[0]:],
                      truth["cue"], said.get("switch"), file=sys.stderr)
        print(row(noise, figures), flush=True)


def hour(binary, folder, takes):
    """Seconds of processor time for an hour of sound, reading included."""
    path = folder / "hour.wav"
    left = 3600 * speech.RATE
    with wave.open(str(path), "wb") as long:
        long.setnchannels(1)
        long.setsampwidth(2)
        long.setframerate(speech.RATE)
        for number in itertools.cycle(range(takes)):
            with wave.open(str(folder / f"{number:03}_snr30.wav")) as take:
                frames = min(left, take.getnframes())
                long.writeframes(take.readframes(frames))
            left -= frames
            if not left:
                break
    seconds = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        analyse(binary, path, None)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    path.unlink()
    print(f"\n60 minutes at 48 kHz: {min(seconds):.2f} s of one processor")


def bench(arguments, folder):
    measure(arguments.binary, folder, arguments.takes, arguments.half, arguments.verbose)
    if arguments.hour:
        hour(arguments.binary, folder, arguments.takes)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", type=Path, required=True)
    parser.add_argument("--folder", type=Path, help="takes that speech.py made; made anew without it")
    parser.add_argument("--takes", type=int, default=36)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--half", choices=HALVES, default="b")
    parser.add_argument("--hour", action="store_true", help="also time an hour of sound")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    if arguments.folder:
        bench(arguments, arguments.folder)
        return
    with tempfile.TemporaryDirectory() as folder:
        speech.generate(Path(folder), arguments.takes, arguments.seed)
        bench(arguments, Path(folder))


if __name__ == "__main__":
    main()
