"""What belongs here: the last part of the tour: the sound goes away in mid-answer, and is away at the start.
What does not: faults that need no real sound server; the Rust tests have them.
"""
import time

import procs
import sound
from checks import GOOD_FIT

SPOKEN = 4.0  # seconds said before the sound server dies


def sound_lost(tour):
    """The server dies while recording: what was said stays, the window stays awake and says so."""
    tour.step("the sound server dies in mid-answer")
    run = tour.start("--language", "ko", "--seed", "5")
    tour.changes(["n"], "a question")
    known = {one.folder.name for one in tour.library.attempts()}
    attempt = tour.record(known)
    tour.rig.sound.start_speaking(tour.speech["ko"][0])
    time.sleep(SPOKEN)
    before = tour.picture("before-fault", still=False)
    tour.rig.lose_sound()
    top = slice(0, 60)  # where a fault is told
    procs.until(lambda: (run.picture()[top] != before[top]).mean() > 0.2, 8, "the window to tell of the fault")
    time.sleep(0.5)
    tour.picture("fault-sound-lost", still=False)
    if attempt.again().state == "recording":
        run.key("Return")  # the take waits; Space would try to go on with it
    procs.until(lambda: attempt.wav.exists() and attempt.again().state == "complete", 10, "the finished answer.wav")
    rate = sound.wav_shape(attempt.wav)[2]
    wav = sound.resample(attempt.wav, rate, tour.work / "lost-48k.wav")
    match = sound.find(tour.speech["ko"][1][:int((SPOKEN - 1) * sound.RATE)], wav)
    tour.verify(match.fit >= GOOD_FIT, f"it tells of the fault and keeps what was said: {match}")
    tour.picture("fault-review", still=False)
    seconds = tour.close(words=["panicked"])
    tour.verify(seconds < 5, f"the window still closes, after {seconds:.2f} s")


def no_sound(tour):
    """No microphone at all: asking to record tells so, and nothing half-made stays behind as an answer."""
    tour.step("no sound at the start")
    run = tour.start("--language", "en", "--seed", "5")
    tour.changes(["n"], "a question")
    before = tour.picture("no-microphone")
    run.key("space")
    procs.until(lambda: (run.picture() != before).any(), 8, "the window to tell of the fault")
    time.sleep(1.5)
    tour.picture("no-microphone-asked", still=False)
    tour.verify(all(one.state != "recording" for one in tour.library.attempts()),
                "without a microphone nothing claims to be recording")
    tour.close(words=["panicked"])


def all_of_it(tour):
    sound_lost(tour)
    no_sound(tour)
