"""What belongs here: a microphone that is pulled out in mid-answer, and going on from another with one key.
What does not: a sound server that dies (step_fault.py), faults that need no real sound server (the Rust tests).
"""
import time

import numpy as np

import procs
import sound
from checks import GOOD_FIT

SEED = "5"
SPOKEN = 4.0  # seconds said before the microphone is pulled out
TOLD_WITHIN = 2.0  # seconds in which the person must hear of it
TOP = slice(0, 60)  # rows of the window in which a fault is told


def pulled_out(tour):
    """The chosen microphone goes while another stays. The server moves the stream there without a word."""
    tour.step("the microphone is pulled out in mid-answer")
    tour.rig.sound.plug_in("headset", "Headset")
    run = tour.start("--language", "ko", "--seed", SEED)
    tour.changes(["n"], "a question")
    known = {one.folder.name for one in tour.library.attempts()}
    attempt = tour.record(known)
    tour.verify(attempt.json["take"]["device"]["id"].endswith(":mic"), "it records from the usual microphone")
    tour.rig.sound.start_speaking(tour.speech["ko"][0])
    time.sleep(SPOKEN)
    tour.rig.sound.quiet()
    before = run.picture()
    pulled = time.monotonic()
    tour.rig.sound.pull_out("mic")
    procs.until(lambda: (run.picture()[TOP] != before[TOP]).mean() > 0.2, 8, "the window to tell of the fault", pause=0.02)
    told = time.monotonic() - pulled
    tour.verify(told <= TOLD_WITHIN, f"it tells of it after {told:.2f} s")
    time.sleep(0.5)
    tour.picture("interrupted")
    tour.verify(attempt.again().state == "recording" and attempt.part.exists(), "the take waits and is not over")

    size = attempt.part.stat().st_size
    run.key("space")
    procs.until(lambda: attempt.part.stat().st_size > size, 6, "answer.wav.part to grow again")
    procs.until(lambda: attempt.again().json["take"]["device"]["id"].endswith(":headset"), 5,
                "attempt.json to name the other microphone")
    time.sleep(0.3)
    tour.picture("resumed", still=False)
    english = tour.rig.sound.start_speaking(tour.speech["en"][0])
    english.wait(20)
    time.sleep(0.5)
    run.key("space")
    procs.until(lambda: attempt.wav.exists() and attempt.again().state == "complete", 10, "the finished answer.wav")
    tour.picture("resumed-review")
    prove(tour, attempt.again())
    tour.close()
    tour.rig.sound.plug_in("mic", "FakeMic")
    tour.rig.sound.pull_out("headset")


def prove(tour, attempt):
    """Both halves are in the one file, and silence of the length that attempt.json names between them."""
    take = attempt.json["take"]
    gaps = take["gaps"]
    tour.verify(len(gaps) == 1 and gaps[0]["cause"] == "interrupted", f"one gap is noted: {gaps}")
    rate, frames = sound.wav_shape(attempt.wav)[2:]
    tour.verify(frames == take["frames"], f"one answer.wav of {frames} frames, as attempt.json says")
    own = sound.read_wav(attempt.wav)[0]
    start, length = gaps[0]["start_frame"], gaps[0]["frames"]
    tour.verify(length > 0 and not np.any(own[start:start + length]), f"the gap of {length / rate:.2f} s is silence")
    wav = sound.resample(attempt.wav, rate, tour.work / "pulled-48k.wav")
    first = sound.find(tour.speech["ko"][1][:int((SPOKEN - 1) * sound.RATE)], wav)
    second = sound.find(tour.speech["en"][1], wav)
    tour.verify(first.fit >= GOOD_FIT and second.fit >= GOOD_FIT, f"what was said before is in it: {first}")
    tour.verify(first.start < start * sound.RATE / rate <= second.start, f"and what was said after it: {second}")


def all_of_it(tour):
    pulled_out(tour)
