"""What belongs here: the moments at which the program is killed: what it was doing, how long after which key.
What does not: what must hold afterwards (aftermath.py).

Each of these acts on a running program that has read its library, kills it, and returns a Moment.
"""
import os
import subprocess
import time
from dataclasses import dataclass

import app
import procs
from stage import PATIENCE

NOTES = "kept even so "


@dataclass
class Moment:
    """A kill: when it was, and until when sound had to be kept."""

    killed: tuple  # frames of the witness, seconds of the clock
    after_ms: float  # after the last key was sent
    until: int | None = None  # frames of the witness: where the take ought to end; None without a take
    again: float | None = None  # killed a second time, so many milliseconds after the next start
    grown: bytes | None = None  # the growing file after the first of two kills


def _kill_after(stage, seconds):
    """Kills so many seconds from now."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        time.sleep(left if left > 0.002 else 0)
    return stage.kill()


def _let_go(sender):
    """Waits for the end of what sends keys: ended earlier it would leave a key held down for the next window."""
    try:
        sender.wait(PATIENCE)
    except subprocess.TimeoutExpired as late:
        procs.stop(sender)
        raise procs.Failure("xdotool did not end") from late


def _struck(stage, wait, *words):
    """Sends keys and kills; the keys may still be on their way."""
    sender = stage.strike(*words)
    moment = _kill_after(stage, wait)
    _let_go(sender)
    return Moment(moment, 1000 * wait)


def _folders(library):
    return set(library.path.glob("attempts/*/*"))


def record(stage, library):
    """Space, and waits until sound is on the disk; returns the growing file."""
    before = _folders(library)
    stage.run.key("space")

    def growing():
        for folder in _folders(library) - before:
            part = folder / "answer.wav.part"
            if part.exists() and part.stat().st_size > 44:
                return part
        return None

    return procs.until(growing, PATIENCE, "sound of the new attempt on the disk", pause=0.01)


def begin(stage, library, chance):
    """Before, at and after the first samples."""
    moment = _struck(stage, chance.uniform(0, 0.8), "key", "space")
    moment.until = moment.killed[0]
    return moment


def middle(stage, library, chance):
    """While an answer is recorded, with marks."""
    record(stage, library)
    time.sleep(chance.uniform(0, 1.2))
    wait = chance.uniform(0, 0.6)
    moment = _struck(stage, wait, "key", "--delay", "20", *chance.choice((["m"], ["e"], ["m", "e", "m"])))
    moment.until = moment.killed[0]
    return moment


def stop(stage, library, chance):
    """After the key that ends an answer."""
    record(stage, library)
    time.sleep(chance.uniform(0, 0.6))
    until = stage.frames()
    moment = _struck(stage, chance.uniform(0, 0.4), "key", "space")
    moment.until = min(until, moment.killed[0])
    return moment


def rename(stage, library, chance):
    """Around the moment at which answer.wav.part becomes answer.wav."""
    part = record(stage, library)
    time.sleep(chance.uniform(0, 0.3))
    until, start = stage.frames(), time.monotonic()
    sender = stage.strike("key", "space")
    name = str(part)
    while os.path.exists(name) and time.monotonic() - start < PATIENCE:
        pass
    moment = _kill_after(stage, chance.choice((0, 0, 0.002, 0.005, 0.01, 0.02)) * chance.random())
    _let_go(sender)
    return Moment(moment, 1000 * (time.monotonic() - start), until)


def _open_review(stage, chance):
    """The review of one of the newest attempts."""
    stage.run.go("timeline")
    before = stage.still()
    if downs := chance.randrange(3):
        stage.run.key(*["Down"] * downs)
        before = stage.still()
    stage.run.key("Return")
    procs.until(lambda: (stage.run.picture() != before).any(), PATIENCE, "the review")
    stage.still()


def rate(stage, library, chance):
    """While digits are pressed quickly one after another."""
    _open_review(stage, chance)
    digits = [str(chance.randint(1, 5)) for _ in range(chance.randint(2, 10))]
    return _struck(stage, chance.uniform(0.01, 0.3), "key", "--delay", str(chance.choice((1, 8, 20))), *digits)


def notes(stage, library, chance):
    """While notes are typed, and after the field was left."""
    _open_review(stage, chance)
    stage.run.click(app.NOTES_FIELD)
    stage.rig.screen.type_text(NOTES)
    stage.run.key("ctrl+End")
    if chance.random() < 0.6:
        return _struck(stage, chance.uniform(0.01, 0.3), "key", "Escape")
    return _struck(stage, chance.uniform(0.5, 1.4), "type", "--delay", "15", "and more of it")


def delete(stage, library, chance):
    """After an attempt was moved to the trash."""
    stage.run.go("timeline")
    stage.still()
    if downs := chance.randrange(3):
        stage.run.key(*["Down"] * downs)
        stage.still()
    return _struck(stage, chance.uniform(0, 0.2), "key", "Delete")


def undo(stage, library, chance):
    """After it was taken back."""
    stage.run.go("timeline")
    stage.still()
    before = library.trash()
    stage.run.key("Delete")
    procs.until(lambda: library.trash() - before, PATIENCE, "the attempt in the trash")
    return _struck(stage, chance.uniform(0, 0.2), "key", "ctrl+z")


def settings(stage, library, chance):
    """While the plan is changed, which is saved at once."""
    presses = ["p"] * chance.randint(1, 5)
    return _struck(stage, chance.uniform(0.01, 0.15), "key", "--delay", str(chance.choice((1, 10, 20))), *presses)


def mending(stage, library, chance):
    """In mid-answer, and once more while the next start makes the answer whole."""
    before = _folders(library)
    moment = middle(stage, library, chance)
    part = next(iter(_folders(library) - before)) / "answer.wav.part"
    moment.grown = part.read_bytes()
    stage.runs += 1
    log = stage.work / f"app-{stage.runs}.log"
    born = time.monotonic()
    process = procs.start([stage.binary, "--library", library.path, "--language", "en"], stage.rig.env, log)
    if chance.random() < 0.5:
        # Between the sound made whole and the attempt's file that is told so, or shortly after.
        while os.path.exists(part) and time.monotonic() - born < PATIENCE:
            pass
        time.sleep(chance.choice((0, 0, 0.002, 0.005, 0.02)) * chance.random())
    else:
        time.sleep(chance.uniform(0.04, 0.4))
    process.kill()
    moment.again = 1000 * (time.monotonic() - born)
    process.wait(5)
    return moment


# What is done, how often of a hundred times, and whether there must be an answer already.
ALL = {
    "begin": (begin, 14, False),
    "middle": (middle, 14, False),
    "stop": (stop, 17, False),
    "rename": (rename, 13, False),
    "rate": (rate, 13, True),
    "delete": (delete, 7, True),
    "undo": (undo, 7, True),
    "settings": (settings, 5, False),
    "notes": (notes, 5, True),
    "mending": (mending, 5, False),
}


def plan(kills, chance):
    """Names of what is done, in order: each once in every so often, then by chance and weight."""
    names = list(ALL)
    order = sorted(names, key=lambda _: chance.random())
    weights = [ALL[name][1] for name in names]
    while len(order) < kills:
        order += chance.choices(names, weights)
    return order[:kills]
