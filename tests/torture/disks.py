#!/usr/bin/python3
"""What belongs here: disks that fail under the running program: full, read-only, a folder that is removed.
What does not: kills (kill.py), the stage (stage.py), what must hold of a whole library (aftermath.py).

Needs root and mounts of its own: a file system in memory, and ext4 in a file. Elsewhere it says so and ends well.
In each case: what was said up to then is kept and can be played, earlier answers keep every byte, the window lives
and tells, and after the disk is well again, and at most a new start, nothing is left that needs a person.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True  # leave no caches in the source tree

import stage as stages  # first: it finds the modules of the tour
import aftermath
import app
import moments
import procs
import sound

TOP = slice(0, 60)  # where a fault is told
SPOKEN = 3.0  # seconds said before the disk fails
MOST_LOST = 1.0  # seconds before the moment of the failure
# A file system that fails forgets what it had not yet written; the program asks it to write every second.
MOST_LOST_UNWRITTEN = 2.0
MOST_LOST_AT_THE_STOP = 2.0  # seconds, when only a folder was removed


def tool(*words, check=True):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=check)


class Trial:
    """One library on one disk."""

    def __init__(self, stage, name, library):
        self.stage, self.name, self.library = stage, name, app.Library(library)
        self.lines = []
        print(name, flush=True)

    def verify(self, so, what):
        if not so:
            raise procs.Failure(f"not so: {what}")
        self.lines.append(what)
        print(f"    ok: {what}", flush=True)

    def earlier(self):
        """One whole answer before anything is wrong."""
        self.stage.start(self.library.path)
        self.stage.still()
        part = moments.record(self.stage, self.library)
        time.sleep(1)
        self.stage.run.key("space")
        procs.until(lambda: not part.exists() and self.library.attempts()[0].state == "complete", stages.PATIENCE,
                    "the first answer")
        self.stage.run.key("n")
        self.stage.still()
        self.before = aftermath.Snapshot(self.library.path)

    def answer(self):
        """Begins another answer and speaks for a while."""
        part = moments.record(self.stage, self.library)
        time.sleep(SPOKEN)
        return part

    def told(self, before):
        """Waits until the window tells of something at its top."""
        procs.until(lambda: (self.stage.run.picture()[TOP] != before[TOP]).mean() > 0.2, 20,
                    "the window to tell of the fault")
        self.verify(self.stage.run.process.poll() is None, "the window lives and tells of it")

    def alive(self):
        """The window still answers keys."""
        view = self.stage.rig.screen
        before = view.calm(self.stage.run.window)
        self.stage.run.go("timeline")
        procs.until(lambda: (self.stage.run.picture() != before).any(), stages.PATIENCE, "the timeline")
        self.stage.run.go("practice")
        self.stage.still()

    def start_again(self):
        """Kills the program if need be, starts it anew and looks at the whole library."""
        if self.stage.run.process.poll() is None:
            self.stage.run.kill()
        said = self.stage.start(self.library.path)
        now = aftermath.Snapshot(self.library.path)
        wrong = aftermath.after_the_start(self.before, now, said, self.stage.log())
        self.verify(not wrong, f"after a new start the library is in order, {said[0]} attempts"
                    + (": " + "; ".join(wrong) if wrong else ", the earlier answer as it was, nothing left behind"))
        return now

    def kept(self, folder, until, most, what):
        """The answer is there, can be played, and holds what was said until a moment of the witness."""
        wav = self.library.path / "attempts" / folder.parent.name / folder.name / "answer.wav"
        self.verify(wav.exists(), f"{what}: the answer is there")
        channels, bits, rate, frames = sound.wav_shape(wav)
        self.verify((channels, bits) == (1, 16) and wav.stat().st_size == 2 * frames + aftermath.HEADER,
                    f"its header counts what it holds, {frames / rate:.2f} s")
        lost = self.stage.lost(wav, until)
        self.verify(lost is not None and lost <= most, f"it holds all but {lost:.2f} s of what was said until then, "
                    f"at most {most:g} s are allowed")


def fill(folder):
    """Leaves no byte free."""
    with open(folder / "filler", "ab", buffering=0) as file:
        for block in (1 << 16, 1 << 12, 1):
            try:
                while file.write(bytes(block)):
                    pass
            except OSError:
                continue


class Mounted:
    """A disk of its own that is always unmounted."""

    def __init__(self, work, name):
        self.folder = work / name
        self.folder.mkdir()

    def __enter__(self):
        self.mount()
        return self

    def __exit__(self, *_):
        # Lazily: a program that was killed a moment ago may still be leaving.
        tool("umount", "-l", self.folder, check=False)


class InMemory(Mounted):
    def mount(self):
        tool("mount", "-t", "tmpfs", "-o", "size=6m,mode=700", "tmpfs", self.folder)


class InFile(Mounted):
    """ext4 in a file, which becomes read-only at its first error."""

    def mount(self):
        self.image = self.folder.with_suffix(".ext4")
        if not self.image.exists():
            with open(self.image, "wb") as file:
                file.truncate(48 << 20)
            tool("mkfs.ext4", "-q", "-F", "-e", "remount-ro", self.image)
        tool("mount", "-o", "loop,errors=remount-ro", self.image, self.folder)
        self.device = tool("findmnt", "-n", "-o", "SOURCE", self.folder).stdout.strip()

    def fail(self):
        """The kernel meets an error on this disk."""
        Path(f"/sys/fs/ext4/{Path(self.device).name}/trigger_fs_error").write_text("1", encoding="ascii")

    def mend(self):
        """Unmounts, checks as the system does at its start, and mounts again."""
        tool("umount", self.folder)
        checked = tool("e2fsck", "-fy", self.image, check=False)
        if checked.returncode not in (0, 1):
            raise procs.Failure(f"e2fsck ended with {checked.returncode}: {checked.stdout[-300:]}")
        self.mount()


def full_while_recording(stage, work):
    with InMemory(work, "full") as disk:
        trial = Trial(stage, "the disk becomes full in mid-answer", disk.folder / "library")
        trial.earlier()
        part = trial.answer()
        before = stage.run.picture()
        on_disk = part.stat().st_size
        fill(disk.folder)
        until = stage.frames()
        trial.told(before)
        trial.alive()
        stage.run.kill()
        (disk.folder / "filler").unlink()
        now = trial.start_again()
        trial.kept(part.parent, until, MOST_LOST, "after space was made")
        frames = now.attempts[part.parent.name].frames
        trial.verify(2 * frames + aftermath.HEADER >= on_disk, "no frame that was on the disk is missing")
        trial.verify(stage.run.close()[0] == 0, "the window closes")


def full_while_rating(stage, work):
    with InMemory(work, "rating") as disk:
        trial = Trial(stage, "the disk is full while rating and saving settings", disk.folder / "library")
        trial.earlier()
        name = next(iter(trial.before.attempts))
        stage.run.go("timeline")
        before = stage.still()
        stage.run.key("Return")
        procs.until(lambda: (stage.run.picture() != before).any(), stages.PATIENCE, "the review")
        before = stage.still()
        fill(disk.folder)
        stage.run.key("4", "3")
        trial.told(before)
        trial.alive()
        now = aftermath.Snapshot(trial.library.path)
        trial.verify(not now.faults and not aftermath.scores_of(now.attempts[name].json),
                     "attempt.json is the former one, whole")
        settings = now.settings
        stage.run.key("p")
        stage.still()
        trial.verify(aftermath.Snapshot(trial.library.path).settings == settings
                     and stage.run.process.poll() is None, "settings.toml is the former one, whole")
        (disk.folder / "filler").unlink()
        stage.run.key("p")
        procs.until(lambda: aftermath.Snapshot(trial.library.path).settings != settings, stages.PATIENCE,
                    "the settings to be saved once there is space")
        stage.run.go("timeline")
        before = stage.still()
        stage.run.key("Return")
        procs.until(lambda: (stage.run.picture() != before).any(), stages.PATIENCE, "the review")
        stage.still()
        stage.run.key("5")
        scores = procs.until(lambda: aftermath.scores_of(trial.library.attempts()[0].json), stages.PATIENCE,
                             "the scores to be saved once there is space")
        trial.verify(sorted(scores.values()) == [3, 4, 5],
                     f"with space again the next score saves the earlier ones too: {scores}")
        trial.before = aftermath.Snapshot(trial.library.path)
        trial.start_again()
        trial.verify(stage.run.close()[0] == 0, "the window closes")


def read_only_while_recording(stage, work):
    with InFile(work, "read-only") as disk:
        trial = Trial(stage, "the disk becomes read-only in mid-answer", disk.folder / "library")
        trial.earlier()
        os.sync()
        part = trial.answer()
        before = stage.run.picture()
        disk.fail()
        until = stage.frames()
        trial.told(before)
        trial.alive()
        stage.run.kill()
        disk.mend()
        trial.start_again()
        trial.kept(part.parent, until, MOST_LOST_UNWRITTEN, "after the disk was checked and mounted again")
        trial.verify(stage.run.close()[0] == 0, "the window closes")


def folder_removed_while_recording(stage, work):
    trial = Trial(stage, "the folder of the attempt is removed in mid-answer", work / "removed" / "library")
    trial.library.path.parent.mkdir()
    trial.earlier()
    part = trial.answer()
    shutil.rmtree(part.parent)
    time.sleep(1)
    stopped = stage.frames()
    stage.run.key("space")
    wav = part.with_name("answer.wav")
    procs.until(wav.exists, 10, "answer.wav, written from the file that is still open")
    procs.until(lambda: (part.parent / "attempt.json").exists(), 10, "attempt.json beside it")
    trial.alive()
    stage.run.kill()
    trial.start_again()
    trial.kept(part.parent, stopped, MOST_LOST_AT_THE_STOP, "after a new start")
    trial.verify(stage.run.close()[0] == 0, "the window closes")


def why_not(work):
    """Why nothing can be mounted here; None when it can."""
    if os.geteuid() != 0:
        return "it needs root"
    probe = work / "probe"
    probe.mkdir()
    done = tool("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", probe, check=False)
    if done.returncode != 0:
        return f"nothing can be mounted here: {done.stderr.strip()}"
    tool("umount", probe)
    return None


def why_no_ext4(work):
    """Why ext4 cannot be mounted from a file, or not be made to fail; None when it can."""
    try:
        with InFile(work, "probe-ext4") as disk:
            trigger = Path(f"/sys/fs/ext4/{Path(disk.device).name}/trigger_fs_error")
            return None if trigger.exists() else f"there is no {trigger}"
    except (OSError, subprocess.CalledProcessError) as error:
        return str(getattr(error, "stderr", "") or error).strip()


TRIALS = {"full": full_while_recording, "rating": full_while_rating, "read-only": read_only_while_recording,
          "removed": folder_removed_while_recording}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    stages.start_of(parser)
    parser.add_argument("--only", default=",".join(TRIALS), help="some of: %(default)s")
    args = parser.parse_args()
    binary = stages.binary_of(args)
    procs.die_on_signals()
    work = Path(tempfile.mkdtemp(prefix="retake-disks-")).resolve()
    failed, left_out = [], []
    try:
        names = args.only.split(",")
        if why := why_not(work):
            left_out += [(name, why) for name in names if name != "removed"]
        elif "read-only" in names and (why := why_no_ext4(work)):
            left_out.append(("read-only", why))
        for name in names:
            if any(name == other for other, _ in left_out):
                continue
            place = work / name
            place.mkdir()
            stage = None
            try:
                stage = stages.Stage(binary, place)
                TRIALS[name](stage, place)
            except (procs.Failure, OSError, KeyError, subprocess.CalledProcessError) as failure:
                failed.append(name)
                print(f"    FAILED: {failure}", flush=True)
                if stage and stage.run:
                    print(stage.run.tail(8), flush=True)
            finally:
                if stage:
                    stage.end()
    finally:
        shutil.rmtree(work, ignore_errors=True)
    for name, why in left_out:
        print(f"{name}: left out, {why}")
    print(f"{len(names) - len(failed) - len(left_out)} of {len(names)} disks failed without a loss"
          + (f"; wrong: {', '.join(failed)}" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
