#!/usr/bin/python3
"""What belongs here: killing the real program again and again, and counting what was lost.
What does not: the moments (moments.py), what must hold (aftermath.py), the stage (stage.py).

SIGKILL at random moments of recording, stopping, rating, deleting, taking back, saving settings and typing notes.
After each kill the program is started again, and the library is read by this script, not through the program:
no attempt may be missing or stand twice, no sound beyond one second and nothing that was told as saved may be lost,
nothing may be left that needs a person, and no finished answer may change by a byte. One line for each kill;
the end is 1 if anything was lost.

The library lies on whatever holds the temporary files; on a disk in memory nothing is said about syncing.
"""
import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

sys.dont_write_bytecode = True  # leave no caches in the source tree

import stage as stages  # first: it finds the modules of the tour
import aftermath
import app
import moments
import peers
import procs
import screen
import sound

MOST_LOST = 1.0  # seconds
COLUMNS = ("kill", "doing", "ms after the key", "at the kill", "afterwards", "lost s", "told as saved", "verdict")


class Torture:
    """A run of many kills on one library."""

    def __init__(self, stage, library, seed, out):
        self.stage, self.library, self.seed, self.out = stage, app.Library(library), seed, out
        self.lost, self.wrong, self.doing, self.found = [], [], Counter(), Counter()
        self.told, self.letters = 0, 0  # scores and letters of notes told as saved in a run that was then killed
        self.before = None  # the library when the program had read it

    def line(self, *cells):
        text = "\t".join(str(cell) for cell in cells)
        print(text, flush=True)
        self.out.write(text + "\n")
        self.out.flush()

    def first_answers(self):
        """Two whole answers, so that there is something to rate and to delete."""
        self.stage.start(self.library.path, self.seed)
        self.stage.still()
        for number in range(2):
            part = moments.record(self.stage, self.library)
            time.sleep(0.5)
            self.stage.run.key("space")
            procs.until(lambda: all(one.state == "complete" for one in self.library.attempts())
                        and not part.exists(), stages.PATIENCE, "a whole answer")
            if number == 0:
                self.stage.run.key("n")
                self.stage.still()
        code, _ = self.stage.run.close()
        if code != 0:
            raise procs.Failure(f"closing the window ended the program with {code}")

    def one_kill(self, number, name, chance):
        """Acts, kills, starts again, looks. The program is running when it returns."""
        act, _, needs_answers = moments.ALL[name]
        if needs_answers and not any(seen.place == "attempts" for seen in self.before.attempts.values()):
            name, act = "stop", moments.stop
        self.stage.still()
        moment = act(self.stage, self.library, chance)
        log = self.stage.log()
        killed = aftermath.Snapshot(self.library.path)
        wrong = aftermath.at_the_kill(killed, self.before, log)
        said = self.stage.start(self.library.path, self.seed + number)
        now = aftermath.Snapshot(self.library.path)
        wrong += aftermath.after_the_start(killed, now, said, self.stage.log())
        new = sorted(killed.folders - self.before.folders)
        lost = self._sound_of(moment, killed, now, new, log, wrong)
        told = aftermath.saved_by(log)[0]
        scores = sum(len(scores) for scores, _ in told.values())
        letters = sum(letters for _, letters in told.values())
        self.told, self.letters = self.told + scores, self.letters + letters
        self.doing[name] += 1
        self.found[f"{name}: {self._kind(killed, new)}"] += 1
        again = f" and {moment.again:.0f} after the start" if moment.again is not None else ""
        self.line(number, name, f"{moment.after_ms:.0f}{again}",
                  "; ".join(killed.attempts[one].told() for one in new) or "-",
                  "; ".join(now.attempts[one].told() if one in now.attempts else "gone" for one in new) or "-",
                  "-" if lost is None else f"{lost:.3f}", f"{scores} scores, {letters} letters",
                  "; ".join(wrong) or "ok")
        self.wrong += [f"kill {number}, {name}: {one}" for one in wrong]
        self.before = now

    def _kind(self, killed, new):
        """Which of the few ways it lay there, to see that the moments are spread."""
        if not new:
            return "before or after"
        seen = killed.attempts[new[-1]]
        if seen.json is None:
            return "folder alone"
        if seen.part is not None:
            return "growing" if seen.heard else "header only"
        if seen.wav is None:
            return "before the file"
        return "renamed, not yet told" if seen.state == "recording" else "whole"

    def _sound_of(self, moment, killed, now, new, log, wrong):
        """Seconds of sound that the kill cost; None where no take was running."""
        if moment.until is None or not new:
            return None
        name = new[-1]
        seen = killed.attempts[name]
        place = next(iter(self.library.path.glob(f"*/**/{name}")), None)
        wav = place / "answer.wav" if place else None
        try:
            if seen.heard and wav and wav.exists():
                grown = moment.grown or seen.part
                if grown and not aftermath.same_beginning(grown, wav):
                    wrong.append(f"{name}: the mended file does not hold the samples that were there")
                lost = self.stage.lost(wav, moment.until)
            else:
                lost = None
        except procs.Failure as failure:
            wrong.append(str(failure))
            return None
        if lost is None:
            # Too short to be compared: what was recorded since the program told of it, by the clock.
            began = aftermath.saved_by(log)[1].get(name)
            since = moment.killed[1] - datetime.fromisoformat(began).timestamp() if began else 0.0
            lost = since - seen.frames / sound.RATE
        self.lost.append(lost)
        if lost > MOST_LOST:
            wrong.append(f"{name}: {lost:.2f} s of sound were lost")
        return lost

    def run(self, kills):
        chance = random.Random(self.seed)
        self.first_answers()
        self.line(*COLUMNS)
        said = self.stage.start(self.library.path, self.seed)
        self.before = aftermath.Snapshot(self.library.path)
        self.wrong += aftermath.after_the_start(self.before, self.before, said, self.stage.log())
        for number, name in enumerate(moments.plan(kills, chance), 1):
            self.one_kill(number, name, chance)
        code, _ = self.stage.run.close()
        self.wrong += [] if code == 0 else [f"closing the window ended the program with {code}"]
        end = aftermath.Snapshot(self.library.path)
        self.wrong += aftermath.same_sounds(self.before, end)

    def summary(self, seconds):
        kept = self.before.sounds() if self.before else {}
        trash = sum(seen.place == "trash" for seen in kept.values())
        kills = sum(self.doing.values())
        print(f"\n{kills} kills in {seconds:.0f} s, {seconds / max(1, kills):.1f} s each: "
              + ", ".join(f"{name} {count}" for name, count in sorted(self.doing.items())))
        print("What lay on the disk: " + ", ".join(f"{kind} {count}" for kind, count in sorted(self.found.items())))
        print(f"{len(kept)} answers with sound at the end, {trash} of them in the trash; "
              f"{self.told} scores and {self.letters} letters of notes were told as saved just before a kill")
        if self.lost:
            print(f"Sound lost by a kill while a take ran, to about 0.05 s: at most {max(self.lost):.3f} s, "
                  f"median {statistics.median(self.lost):.3f} s, of {len(self.lost)} takes")
        print(f"Wrong: {len(self.wrong) or 'nothing'}")
        for one in self.wrong:
            print(f"  {one}")


def stuck(stage, library):
    """Says what helps to understand why something never happened."""
    if not stage.run:
        return
    print(stage.run.tail(), file=sys.stderr)
    heard = stage.frames()
    time.sleep(1)
    print(f"the witness heard {stage.frames() - heard} frames in the last second", file=sys.stderr)
    for attempt in library.attempts()[-1:]:
        sizes = {file.name: file.stat().st_size for file in attempt.folder.iterdir()}
        print(f"{attempt.folder.name}: {sizes} {attempt.state}", file=sys.stderr)
    for task in sorted(Path(f"/proc/{stage.run.process.pid}/task").glob("*")):
        name, waits = ((task / part).read_text(encoding="ascii").strip() for part in ("comm", "wchan"))
        print(f"  {name} in {waits}", file=sys.stderr)
    picture = stage.work / "stuck.png"
    screen.write_png(picture, stage.rig.screen.grab())
    print(f"with --keep its picture stays: {picture}", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    stages.start_of(parser)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1, help="of the moments; the machine adds its own chance")
    parser.add_argument("--out", type=Path, help="the lines go here too, with tabs between the columns")
    parser.add_argument("--peers", action="store_true", help="only show what arecord and parec leave when killed")
    parser.add_argument("--keep", action="store_true", help="keep the library and the logs, and say where")
    args = parser.parse_args()
    binary = None if args.peers else stages.binary_of(args)
    procs.die_on_signals()
    work = Path(tempfile.mkdtemp(prefix="retake-torture-")).resolve()
    stage = torture = None
    start = time.monotonic()
    try:
        stage = stages.Stage(binary or "", work)
        if args.peers:
            return peers.show(stage, work)
        with open(args.out or os.devnull, "w", encoding="utf-8") as out:
            torture = Torture(stage, work / "library", args.seed, out)
            torture.run(args.kills)
    except (procs.Failure, OSError) as failure:
        if torture is None:
            print(f"The stage was not set: {failure}", file=sys.stderr)
            return 1
        torture.wrong.append(f"it could not go on: {failure}")
        stuck(stage, torture.library)
    finally:
        if stage:
            stage.end()
        if args.keep:
            print(f"Kept: {work}")
        else:
            shutil.rmtree(work, ignore_errors=True)
    torture.summary(time.monotonic() - start)
    return 1 if torture.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
