"""What belongs here: the second part of the tour: a killed recording, coming back later, trash, a second copy.
What does not: making the first answer (step_answer.py), how screens look (step_looks.py).
"""
import hashlib
import re
import time

import app
import procs
import sound
from checks import GOOD_FIT

SEED = "11"
SPOKEN = 4.5  # seconds said before the program is killed


def crash(tour, known):
    """Kills the program in mid-answer. A witness records the same microphone, so what is lost can be counted."""
    tour.step("killed in mid-answer")
    run = tour.start("--language", "ko", "--seed", SEED)
    tour.changes(["n"], "a question")
    with tour.rig.sound.capture("mic", tour.work / "witness.wav") as witness:
        attempt = tour.record(known)
        tour.rig.sound.start_speaking(tour.speech["ko"][0])
        time.sleep(SPOKEN / 2)
        run.key("e")
        procs.until(run.shows_cue, 5, "the cue asked for by hand", pause=0.01)
        time.sleep(SPOKEN / 2)
        run.kill()
        until = witness.frames()
    tour.rig.sound.quiet()
    tour.app = None
    tour.verify(attempt.part.exists() and not attempt.wav.exists(), "killed: the sound lies in answer.wav.part")

    tour.start("--language", "ko", "--seed", SEED)
    procs.until(lambda: attempt.again().state == "repaired", 10, "the attempt to be repaired")
    attempt = attempt.again()
    tour.picture("repaired")
    rate, frames = sound.wav_shape(attempt.wav)[2:]
    tour.verify(frames == attempt.json["take"]["frames"], f"started again: repaired, {frames} frames")
    said = sound.read_wav(tour.work / "witness.wav")[0]
    wav = sound.resample(attempt.wav, rate, tour.work / "repaired-48k.wav")
    at = sound.loudest(wav, 2)
    match = sound.find(wav[at:at + 2 * sound.RATE], said)
    tour.verify(match.fit >= GOOD_FIT, f"the repaired file holds what was said: {match} of the witness")
    lost = (until - (match.start - at) - len(wav)) / sound.RATE
    tour.verify(-0.1 < lost <= 1.0, f"the kill cost {lost:.2f} s of sound, at most 1 s is allowed")
    cues = [mark["by"] for mark in attempt.json["marks"] if mark["kind"] == "cue"]
    tour.verify(cues == ["hand"], "the cue asked for with E is kept too")
    return attempt


def word_of(attempt, others):
    """A Korean word of the question that no other question has."""
    rest = " ".join(other.json["question"]["text"]["ko"] for other in others)
    words = [word for word in re.findall(r"[가-힣]{2,}", attempt.json["question"]["text"]["ko"]) if word not in rest]
    if not words:
        raise procs.Failure("the two questions share all their words; choose another seed")
    return max(words, key=len)


def find_again(tour, attempt, other):
    """Search by a word, open with Enter, listen: it must be the first answer and not the other."""
    tour.step("found again by a word of the question")
    word = word_of(attempt, [other])
    tour.changes(app.KEYS_TO["timeline"], "the timeline")
    tour.app.key("slash")
    tour.rig.type_text(word)
    tour.rig.screen.calm(tour.app.window)
    tour.picture("timeline-search")
    tour.app.key("Escape")
    tour.app.key("Down")
    tour.changes(["Return"], "the review of the row")
    tour.picture("review-again")
    tour.hear(attempt, f"the search for {word} opens the first answer")
    kept = attempt.again().json
    tour.verify(kept["ratings"] == attempt.json["ratings"] and kept["notes"] == attempt.json["notes"],
                "its ratings and its note are as they were")


def _print_of(folder):
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}


def trash_and_back(tour):
    tour.step("deleted and taken back")
    before = {one.folder: _print_of(one.folder) for one in tour.library.attempts()}
    tour.changes(app.KEYS_TO["timeline"], "the timeline")
    tour.app.key("Down")
    tour.app.key("Delete")
    gone = procs.until(lambda: tour.library.trash(), 5, "the attempt to be in the trash")
    procs.until(lambda: len(tour.library.attempts()) == len(before) - 1, 5, "the attempt to be gone")
    tour.verify(len(gone) == 1, f"Delete moved {sorted(gone)} to the trash")
    tour.picture("timeline-deleted")
    tour.app.key("ctrl+z")
    procs.until(lambda: len(tour.library.attempts()) == len(before), 5, "the attempt to be back")
    after = {one.folder: _print_of(one.folder) for one in tour.library.attempts()}
    tour.verify(before == after and not tour.library.trash(), "Ctrl+Z brought it back, every file as it was")


def second_copy(tour):
    """Two programs must never write one library. The second may end at once, or show why it cannot record."""
    tour.step("a second copy on the same library")
    first, before = tour.app, {one.folder.name for one in tour.library.attempts()}
    log = tour.work / "second.log"
    second = procs.start([tour.binary, "--library", tour.library.path, "--language", "ko"], tour.rig.env, log)
    try:
        window = procs.until(lambda: tour.rig.screen.windows_of(second.pid) or second.poll() is not None, 10,
                             "the second copy to end or to show itself")
        if window is True:
            said = log.read_text(encoding="utf-8", errors="replace")
            tour.verify(second.returncode != 0 and str(tour.library.path) in said,
                        f"it ends with {second.returncode} and names the folder on standard error")
            return
        tour.rig.screen.activate(window[-1])
        tour.rig.screen.calm(window[-1])
        tour.rig.key("n", "space")
        time.sleep(2)
        tour.picture("second-copy", of=window[-1])
        after = {one.folder.name for one in tour.library.attempts()}
        tour.verify(before == after, "it shows a window that does not record; no attempt was made")
    finally:
        procs.stop(second)
    tour.rig.screen.activate(first.window)


def all_of_it(tour, attempt):
    other = crash(tour, {attempt.folder.name})
    find_again(tour, attempt, other)
    trash_and_back(tour)
    second_copy(tour)
    tour.close()
