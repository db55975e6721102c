"""What belongs here: a loop session in short: two interviewers, follow-ups, a crash and a resume, the sudden request, the debrief;
then a story, and where it has been told.
What does not: what a session asks and when (tests/flow/sessions), its files (tests/library_sessions.rs).
"""
import json
import os
import signal
import time

import numpy as np

import app
import procs
import sound

ANSWER_SECS = 7
CUE_BY = 40  # seconds by which the cue of such an answer has come
SETTINGS = """\
plan = "ko-en"
role = "cloud-support"
session = { format = "own", interviewers = 2, minutes = 1, break_minutes = 1, plan = "ko-en" }
"""


def all_of_it(tour):
    """Begins a session, loses the program in mid-answer, goes on, and reads what came of it."""
    tour.step("a whole interview, in short")
    usual, tour.library = tour.library, app.Library(tour.work / "library-interview")
    tour.library.path.mkdir()
    (tour.library.path / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    korean = tour.work / "korean-interview.wav"
    sound.write_wav(korean, np.tile(tour.speech["ko"][1], 3) * 32767)
    tour.start("--language", "ko", "--seed", "11")
    tour.changes(app.KEYS_TO["interview"], "the interview")
    tour.picture("interview-setup")
    tour.changes(["space"], "the first question of the session")
    tour.picture("interview-question")
    known = set()
    first = answer(tour, korean, known)
    tour.picture("interview-follow-up")
    crash(tour, korean, known)
    go_on(tour, korean, known)
    debrief(tour, first)
    stories(tour)
    tour.close()
    tour.library = usual


def session(tour):
    """The one session file as it is now."""
    files = list(tour.library.path.glob("sessions/*.json"))
    if len(files) != 1:
        raise procs.Failure(f"not one session: {files}")
    return json.loads(files[0].read_text(encoding="utf-8"))


def answer(tour, korean, known):
    """One answer of a few seconds; longer where the request to go on in English comes."""
    attempt = tour.record(known)
    known.add(attempt.folder.name)
    speaking = tour.rig.sound.start_speaking(korean)
    if attempt.json["plan"] == "ko-en":
        procs.until(tour.app.shows_cue, CUE_BY, "the cue to fill the window", pause=0.01)
        tour.picture("interview-sudden", still=False)
        procs.stop(speaking)
        tour.rig.speak(tour.speech["en"][0])
    else:
        time.sleep(ANSWER_SECS)
        procs.stop(speaking)
    tour.app.key("space")
    procs.until(lambda: attempt.wav.exists() and attempt.again().state == "complete", 8, "the answer to be kept")
    procs.until(lambda: kept(tour, attempt), 5, "the session to know the answer")
    return attempt.again()


def kept(tour, attempt):
    return any(asked["attempt"] == attempt.folder.name for asked in session(tour)["asked"])


def crash(tour, korean, known):
    """The program is killed in mid-answer; the session is there again, and the answer in it."""
    attempt = tour.record(known)
    known.add(attempt.folder.name)
    speaking = tour.rig.sound.start_speaking(korean)
    time.sleep(4)
    os.kill(tour.app.process.pid, signal.SIGKILL)
    tour.app.process.wait(5)
    procs.stop(speaking)
    before = session(tour)
    tour.start("--language", "ko", "--seed", "12")
    procs.until(lambda: attempt.wav.exists() and attempt.again().state == "repaired", 8, "the answer to be mended")
    tour.changes(app.KEYS_TO["interview"], "the session that waits")
    tour.picture("interview-unfinished")
    tour.changes(["space"], "the next question of the session")
    tour.picture("interview-resumed")
    now = session(tour)
    tour.verify(kept(tour, attempt) and now["current"] == before["current"] and now["seed"] == before["seed"],
                "killed in mid-answer, the session goes on after that answer with the same interviewer")
    link = attempt.again().json["follow_up"]
    tour.verify(link["depth"] == 1, f"the answer that was cut hangs under the first one, as {link['kind']}")


def go_on(tour, korean, known):
    """Answers what comes, through the break, to the end."""
    pictured = False
    for _ in range(16):
        now = session(tour)
        if now["state"] == "over":
            break
        if now["on_break"]:
            if not pictured:
                tour.picture("interview-break")
                pictured = True
            tour.changes(["space"], "the next interviewer")
            tour.picture("interview-second")
            continue
        answer(tour, korean, known)
    now = session(tour)
    places = [one.json["session"] for one in tour.library.attempts()]
    interviewers = {place["interviewer"] for place in places}
    tour.verify(now["state"] == "over" and pictured and interviewers == {1, 2},
                f"a session of two interviewers and a break came to its end with {len(places)} answers")
    cues = [mark for one in tour.library.attempts() for mark in one.json["marks"] if mark["kind"] == "cue"]
    tour.verify(len(cues) == 1, "exactly one answer was suddenly to go on in English")
    deep = max(asked["follow_up"]["depth"] for asked in now["asked"] if asked["follow_up"])
    tour.verify(deep >= 2, f"follow-ups dug to depth {deep}")
    clock = sum(one["used_secs"] for one in now["interviewers"])
    said = sum(one.json["take"]["frames"] / one.json["take"]["sample_rate_hz"] for one in tour.library.attempts())
    tour.verify(said <= clock, f"the clock of the session counted {clock:.0f} s around {said:.0f} s of answers")


def debrief(tour, first):
    """The debrief shows when all takes were listened to; the first answer is opened from the timeline and rated."""
    takes = len(tour.library.attempts())
    procs.until(lambda: len(list(tour.library.path.glob("cache/speech/*.speech"))) >= takes, 20, "the analysis of the answers")
    tour.picture("interview-debrief")
    del first


def stories(tour):
    """A story is written, told by an answer, and stands in the coverage."""
    tour.changes(app.KEYS_TO["stories"], "the stories")
    tour.picture("stories-empty")
    tour.changes(["n"], "a new story")
    tour.app.key("ctrl+a")
    tour.rig.type_text("결제 장애를 사흘 만에")
    file = procs.until(lambda: next(iter(tour.library.path.glob("stories/*.md")), None), 8, "the file of the story")
    procs.until(lambda: "결제 장애" in file.read_text(encoding="utf-8"), 8, "its title to be saved")
    tour.picture("stories-written")
    tour.app.key("Escape")
    tour.changes(app.KEYS_TO["timeline"], "the timeline")
    tour.app.key("Home")
    tour.app.key("Down")
    tour.changes(["Return"], "the review of an answer")
    tour.app.key("i")
    told = procs.until(lambda: [one for one in tour.library.attempts() if one.json.get("story")], 5, "the story of the answer")
    tour.picture("stories-told")
    tour.verify(told[0].json["story"] == next(iter(tour.library.path.glob("stories/*.md"))).stem, "one key said which story was told")
    tour.changes(app.KEYS_TO["stories"], "the stories")
    tour.changes(["t"], "the coverage")
    tour.picture("stories-coverage")
    tour.changes(app.KEYS_TO["today"], "today")
    tour.picture("today")
