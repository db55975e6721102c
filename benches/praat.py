#!/usr/bin/env python3
"""What belongs here: the same figures as truth.py, of Praat instead of Retake, to stand beside them. Needs
praat-parselmouth and numpy in a Python of their own. What does not: any verdict.

    praat.py --folder FOLDER [--takes N] [--half a|b|all]

Pauses come from Praat's "To TextGrid (silences)" with its usual -25 dB; syllables from Praat's intensity and pitch by the
rule of de Jong and Wempe (2009), made anew.
"""
import argparse
import json
import sys
from pathlib import Path

import numpy as np
import parselmouth
from parselmouth.praat import call

sys.dont_write_bytecode = True  # leave no caches in the source tree

import speech  # noqa: E402
import truth  # noqa: E402

SILENCE_DB, PAUSE_SECS, RUN_SECS, DIP_DB = -25.0, 0.25, 0.1, 2.0


def analyse(wav):
    sound = parselmouth.Sound(str(wav))
    grid = call(sound, "To TextGrid (silences)", 100, 0.0, SILENCE_DB, PAUSE_SECS, RUN_SECS, "silent", "sounding")
    runs = []
    for number in range(1, call(grid, "Get number of intervals", 1) + 1):
        if call(grid, "Get label of interval", 1, number) == "sounding":
            runs.append({"start_secs": call(grid, "Get start time of interval", 1, number),
                         "end_secs": call(grid, "Get end time of interval", 1, number)})
    return {"runs": runs, "nuclei_secs": nuclei(sound, runs)}


def nuclei(sound, runs):
    intensity, pitch = sound.to_intensity(50.0), sound.to_pitch()
    times, levels = intensity.xs(), intensity.values[0]
    least = np.quantile(levels, 0.99) + SILENCE_DB
    found = []
    for run in runs:
        within = np.flatnonzero((times >= run["start_secs"]) & (times < run["end_secs"]))
        top, low = None, -np.inf
        for frame in within:
            if top is None:
                low = min(low, levels[frame])
                if levels[frame] >= low + DIP_DB or low == -np.inf:
                    top = frame
            elif levels[frame] > levels[top]:
                top = frame
            elif levels[frame] <= levels[top] - DIP_DB:
                found.append(top)
                top, low = None, levels[frame]
        if top is not None:
            found.append(top)
    return [float(times[frame]) for frame in found
            if levels[frame] >= least and not np.isnan(pitch.get_value_at_time(times[frame]))]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, required=True, help="takes that speech.py made")
    parser.add_argument("--takes", type=int, default=36)
    parser.add_argument("--half", choices=truth.HALVES, default="b")
    arguments = parser.parse_args()
    print("| " + " | ".join(truth.HEAD) + " |\n|" + "---|" * len(truth.HEAD))
    for noise in speech.NOISES:
        figures = truth.Figures()
        for number in range(arguments.takes):
            if number % 2 in truth.HALVES[arguments.half]:
                known = json.loads((arguments.folder / f"{number:03}.json").read_text(encoding="utf-8"))
                figures.add(known, analyse(arguments.folder / f"{number:03}_{noise}.wav"))
        print(truth.row(noise, figures), flush=True)


if __name__ == "__main__":
    main()
