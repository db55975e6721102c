"""What belongs here: the first part of the tour: one answer, from the first start to the closed window.
What does not: what happens to that answer later (step_later.py), how screens look (step_looks.py).
"""
import time
import unicodedata

import app
import procs
import sound
from checks import GOOD_FIT

SEED = "58"  # a question about an experience, and a cue after 16.3 s
CUE_PATIENCE = 20.0  # wait so long for a cue by itself, else ask for it by hand
LAST_WORDS = 0.6  # seconds that Korean goes on after the cue
RESTART = 2.6  # seconds from the cue to the first English word
NOTE = "신호 뒤에 첫 단어가 늦었다. 다음에는 바로 말하기"
DIGITS = "4354434354"


def first_start(tour):
    tour.step("the first start")
    run = tour.start("--language", "ko", "--seed", SEED)
    tour.verify(run.painted_ms < 5000, f"the window appears {run.window_ms:.0f} ms after the start, "
                f"its first picture {run.painted_ms:.0f} ms")
    view = tour.rig.screen
    tour.verify(view.name(run.window) == "Retake" and "retake" in view.class_of(run.window),
                f"the window is called Retake, its class is {view.class_of(run.window)}")
    tour.verify(run.place[2:] == app.WINDOW, f"it is {run.place[2]} x {run.place[3]} large")
    tour.picture("practice-first")
    tour.changes(app.KEYS_TO["timeline"], "the timeline")
    tour.picture("timeline-empty")
    tour.changes(app.KEYS_TO["practice"], "practice")
    tour.changes(["n"], "a question")
    tour.picture("practice-question")


def with_witness(tour):
    """The answer, while a witness records the same microphone."""
    tour.step("an answer in Korean, the cue, an answer in English")
    with tour.rig.sound.capture("mic", tour.work / "witness.wav"):
        return speak_and_switch(tour)


def speak_and_switch(tour):
    """Records Korean, the cue, a silence, English; returns the attempt and when things happened."""
    run, times = tour.app, {}
    attempt = tour.record()
    tour.verify(attempt.json.get("plan") == "ko-en", "recording: the attempt lies on the disk, plan ko-en, "
                f"{attempt.part.stat().st_size} bytes of sound and growing")
    times["ko"] = time.monotonic()
    korean = tour.rig.sound.start_speaking(tour.speech["ko"][0])
    time.sleep(2)
    tour.picture("practice-recording", still=False)

    due = (attempt.json.get("drill") or {}).get("cue_due_secs")
    tour.by_itself = due is not None and due <= CUE_PATIENCE
    if not tour.by_itself:
        time.sleep(4)
        run.key("e")
    procs.until(run.shows_cue, CUE_PATIENCE + 5, "the cue to fill the window", pause=0.01)
    times["cue"] = time.monotonic()
    tour.picture("cue", still=False)
    time.sleep(max(0.0, times["cue"] + LAST_WORDS - time.monotonic()))
    procs.stop(korean)
    times["silence"] = time.monotonic()
    time.sleep(max(0.0, times["cue"] + RESTART - time.monotonic()))
    tour.picture("cue-after", still=False)
    tour.verify(not run.shows_cue(), f"{RESTART} s after the cue the question is back")
    times["en"] = time.monotonic()
    english = tour.rig.sound.start_speaking(tour.speech["en"][0])
    time.sleep(2)
    run.key("m")
    tour.picture("practice-english", still=False)
    english.wait(20)
    time.sleep(0.5)
    run.key("space")
    procs.until(lambda: attempt.wav.exists() and attempt.again().state == "complete", 10, "the finished answer.wav")
    tour.verify(not attempt.part.exists(), "stopped: answer.wav is complete and no .part is left")
    return attempt.again(), times


def prove_recording(tour, attempt, times):
    """What was said is in the file, and the cue stands where it was."""
    take = attempt.json["take"]
    channels, bits, rate, frames = sound.wav_shape(attempt.wav)
    tour.verify((channels, bits, rate, frames) == (1, 16, take["sample_rate_hz"], take["frames"]),
                f"answer.wav is mono, 16-bit, {rate} Hz, {frames} frames, as attempt.json says")
    tour.verify(take.get("gaps") == [], "no gaps")
    wav = sound.resample(attempt.wav, rate, tour.work / "answer-48k.wav")
    # Korean was cut off; half a second of it less is asked for, since a player starts a little late.
    said = {"ko": tour.speech["ko"][1][:int((times["silence"] - times["ko"] - 0.5) * sound.RATE)],
            "en": tour.speech["en"][1]}
    heard = sound.read_wav(tour.work / "witness.wav")[0]
    matches = {name: sound.find(samples, wav) for name, samples in said.items()}
    witness = {name: sound.find(samples, heard) for name, samples in said.items()}
    for name, match in matches.items():
        if match.fit < GOOD_FIT <= witness[name].fit:
            print(f"          the witness heard all of it; lost from answer.wav, at second and in frames: "
                  f"{sound.slips(said[name], wav)}")
        tour.verify(match.fit >= GOOD_FIT, f"answer.wav holds {len(said[name]) / sound.RATE:.1f} s of {name} speech: "
                    f"{match}; the witness has {witness[name].fit:.4f}")
    apart = [found["en"].start - found["ko"].start for found in (matches, witness)]
    tour.verify(apart[0] > 0 and abs(apart[0] - apart[1]) <= sound.RATE // 1000,
                f"Korean first, English second, as far apart as the witness has them, to {apart[0] - apart[1]:+} frames")

    marks = attempt.json["marks"]
    cues = [mark for mark in marks if mark["kind"] == "cue"]
    tour.verify(len(cues) == 1 and cues[0]["to"] == "en" and 0 < cues[0]["frame"] < frames,
                f"one cue mark, to English, at frame {cues[0]['frame'] if cues else None}")
    at = cues[0]["frame"] / rate
    seen = matches["ko"].start / sound.RATE + times["cue"] - times["ko"]
    tour.verify(abs(at - seen) < 1.0, f"the cue mark stands at {at:.2f} s, seen on the screen at {seen:.2f} s")
    by = "drill" if tour.by_itself else "hand"
    tour.verify(cues[0]["by"] == by, f"the cue came by {by}")
    if tour.by_itself:
        due = attempt.json["drill"]["cue_due_secs"]
        tour.verify(abs(at - due) < 0.5, f"it was due at {due:.2f} s")
    flags = [mark["frame"] / rate for mark in marks if mark["kind"] == "flag"]
    tour.verify(len(flags) == 1 and flags[0] > at, f"the flag set with M stands at {flags} s")


def review(tour, attempt):
    """Listen, rate, note."""
    tour.step("the review")
    tour.picture("review")
    tour.hear(attempt, "Space plays it")
    for digit in DIGITS[:app.RUBRIC_LINES]:
        tour.app.key(digit)
    procs.until(lambda: attempt.again().json["ratings"], 6, "a rating in attempt.json")

    def scores():
        found = attempt.again().json["ratings"][-1]["scores"]
        return found if len(found) >= app.RUBRIC_LINES else None

    found = procs.until(scores, 6, f"{app.RUBRIC_LINES} rated lines in attempt.json")
    tour.verify(sorted(found.values()) == sorted(map(int, DIGITS[:app.RUBRIC_LINES])),
                f"the digit keys rated {len(found)} lines: {found}")
    tour.picture("review-rated")

    tour.app.click(app.NOTES_FIELD)
    tour.rig.type_text(NOTE)
    tour.picture("review-note")
    tour.app.key("Escape")
    procs.until(lambda: attempt.again().json["notes"], 6, "the note in attempt.json")
    wanted = unicodedata.normalize("NFC", NOTE)
    procs.until(lambda: attempt.again().json["notes"].strip() == wanted, 4, "the whole note in attempt.json")
    tour.verify(True, f"the typed Korean note is in attempt.json in NFC: {wanted}")


def all_of_it(tour):
    first_start(tour)
    attempt, times = with_witness(tour)
    prove_recording(tour, attempt, times)
    review(tour, attempt)
    tour.changes(app.KEYS_TO["timeline"], "the timeline")
    tour.picture("timeline")
    seconds = tour.close()
    tour.verify(seconds < 5, f"closing the window ends the program with 0 after {seconds:.2f} s")
    return attempt.again()
