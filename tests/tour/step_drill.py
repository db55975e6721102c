"""What belongs here: two takes of a round of drills, with a silence of known length after each cue, and what Retake makes
of them.
What does not: the drill's rules (tests/flow), how well voices are heard in noise and echo (benches/truth.py).
"""
import struct
import time

import numpy as np

import app
import procs
import sound
from checks import GOOD_FIT

TAKES = 2
TAKE_SECS = 40  # a take of a round ends by itself
CUE_BY = 30  # seconds by which the cue of such a take has come
LAST_WORDS = 0.6  # seconds that Korean goes on after the cue
SILENCES = (1.5, 2.4)  # seconds from there to the English words, one for each take
AGREES_SECS = 0.1
AUDIBLE = 0.01  # of the peak: where a synthesised word begins and ends
HEAD = struct.Struct("<8sIQqIIIQffQQ")  # of a file in cache/speech, as library/speech_cache.rs says


def all_of_it(tour):
    """A round is begun, spoken, ended early, and read."""
    tour.step("a round of drills")
    usual, tour.library = tour.library, app.Library(tour.work / "library-drill")
    tour.library.path.mkdir()
    (tour.library.path / "settings.toml").write_text("catch_share = 0.0\n", encoding="utf-8")
    korean = tour.work / "korean-long.wav"
    sound.write_wav(korean, np.tile(tour.speech["ko"][1], 3) * 32767)
    run = tour.start("--language", "ko", "--seed", "11")
    tour.changes(app.KEYS_TO["drill"], "the drill")
    tour.picture("drill")
    tour.changes(["space"], "the first question of the round")
    tour.picture("drill-waits")
    known, attempts = set(), []
    for number in range(TAKES):
        attempts.append(one_take(tour, korean, known, number))
        known.add(attempts[-1].folder.name)
    tour.changes(["Escape"], "the end of the round")
    heard = [procs.until(lambda one=one: cached(tour, one), 20, "the cached analysis") for one in attempts]
    tour.picture("drill-summary")
    tour.changes(["1"], "the review of the first take")
    tour.picture("drill-review")
    for number, (attempt, runs) in enumerate(zip(attempts, heard), 1):
        prove(tour, attempt, runs, number)
    tour.close()
    tour.library = usual
    del run


def one_take(tour, korean, known, number):
    """Korean until the cue and a little longer, a silence, English; the take ends by itself."""
    attempt = tour.record(known)
    began = time.monotonic()
    speaking = tour.rig.sound.start_speaking(korean)
    procs.until(tour.app.shows_cue, CUE_BY, "the cue to fill the window", pause=0.01)
    cue = time.monotonic()
    time.sleep(LAST_WORDS)
    procs.stop(speaking)
    time.sleep(SILENCES[number])
    english = tour.rig.sound.start_speaking(tour.speech["en"][0])
    english.wait(20)
    procs.until(lambda: attempt.wav.exists() and attempt.again().state == "complete",
                began + TAKE_SECS + 8 - time.monotonic(), "the take to end by itself")
    attempt = attempt.again()
    place = attempt.json["round"]
    tour.verify((place["number"], place["of"], place["kind"]) == (number + 1, 10, "answers"),
                f"take {number + 1} of the round ended by itself, {cue - began:.1f} s after its start came the cue")
    tour.picture(f"drill-between-{number + 1}")
    return attempt


def cached(tour, attempt):
    """The runs of voice in the cached analysis, as (first frame, frame after the last); None while there are none."""
    path = tour.library.path / "cache" / "speech" / f"{attempt.folder.name}.speech"
    if not path.exists():
        return None
    raw = path.read_bytes()
    magic, *_, runs, _ = HEAD.unpack_from(raw)
    if magic != b"RTKVOICE":
        raise procs.Failure(f"{path} does not begin as it should")
    return [struct.unpack_from("<QQ", raw, HEAD.size + 16 * at) for at in range(runs)]


def prove(tour, attempt, runs, number):
    """The latency that follows from the cached analysis is the one that was played."""
    rate = sound.wav_shape(attempt.wav)[2]
    cue = next(mark["frame"] for mark in attempt.json["marks"] if mark["kind"] == "cue")
    wav = sound.resample(attempt.wav, rate, tour.work / "drill-48k.wav")
    english = tour.speech["en"][1]
    match = sound.find(english, wav)
    tour.verify(match.fit >= GOOD_FIT, f"take {number} holds the English words: {match}")
    first = int(np.argmax(np.abs(english) > AUDIBLE * np.max(np.abs(english))))
    truth = (match.start + first) / sound.RATE - cue / rate
    # The switch of a take without an "um": the run after the one that straddles the cue or ends before it.
    restart = next(start for start, end in runs if start > cue)
    found = (restart - cue) / rate
    tour.verify(abs(found - truth) <= AGREES_SECS,
                f"take {number}: from the cue to English {found:.2f} s in the cached analysis, {truth:.2f} s in truth")
