"""What belongs here: replay as an instrument, proven on what the speaker plays: a phrase in a loop at three quarters of its
speed, a sentence that is said again and heard in its place, and two answers between which the ear is switched.
What does not: the same with every speed, rate and edge (tests/playback), how it looks (tests/screens_review).
"""
import hashlib
import json
import time
from datetime import datetime, timedelta

import numpy as np

import app
import procs
import sound
from checks import GOOD_FIT
from step_drill import cached

# A voice on one note, phrase by phrase: pitch in Hz, seconds.
PHRASES = ((140, 1.5), (180, 2.0), (220, 1.4), (160, 2.2))
PAUSE = 1.1  # seconds after each phrase
SLOW = 0.75
CENTS = 5
SLIP = 0.005  # of a length
SAME_PLACE = 0.25  # seconds of delay and repetition when the ear is switched
ALIKE_DB = 2.5  # two voices as loud by gated loudness differ in plain power
SEAM = 10 ** (-50 / 20)  # the highest jump where a loop begins again


def all_of_it(tour):
    tour.step("a phrase in a loop, slower, and a sentence said again")
    usual, tour.library = tour.library, app.Library(tour.work / "library-replay")
    attempt = write_answer(tour, phrases(), 1)
    before = hashlib.sha256(attempt.wav.read_bytes()).hexdigest()
    open_newest(tour)
    runs = procs.until(lambda: cached(tour, attempt), 20, "the cached analysis")
    tour.verify(len(runs) == len(PHRASES), f"{len(runs)} phrases are found")
    time.sleep(0.5)
    slow_loop(tour, runs[1])
    said_again(tour, attempt, runs[2])
    tour.verify(hashlib.sha256(attempt.wav.read_bytes()).hexdigest() == before, "the recording is byte for byte what it was")
    tour.close()
    compared(tour)
    tour.library = usual


def open_newest(tour):
    tour.start("--language", "en", "--seed", "3")
    tour.changes(app.KEYS_TO["timeline"], "the timeline")
    tour.app.key("Up")
    tour.changes(["Return"], "the review")


def voice(pitch_hz, secs, rng):
    """Harmonics under two formants, four syllables a second, rising and fading in 30 ms."""
    at = np.arange(int(secs * sound.RATE)) / sound.RATE
    tone = np.zeros(len(at))
    for harmonic in range(1, int(5000 / pitch_hz) + 1):
        hz = harmonic * pitch_hz
        loud = (1 + 4 * np.exp(-((hz - 650) / 180) ** 2) + 2.5 * np.exp(-((hz - 1500) / 250) ** 2)) / harmonic
        tone += loud * np.sin(2 * np.pi * hz * at + rng.uniform(0, 2 * np.pi))
    syllables = 0.35 + 0.65 * np.abs(np.sin(2 * np.pi * 2 * at))
    edges = np.minimum(1, np.minimum(at, at[::-1]) / 0.03)
    tone *= syllables * edges
    return 0.4 * tone / np.max(np.abs(tone))


def phrases():
    """Phrases whose pitch is known, in a quiet room."""
    rng = np.random.default_rng(5)
    pieces = [rest(0.6)]
    for pitch, secs in PHRASES:
        pieces += [voice(pitch, secs, rng), rest(PAUSE)]
    samples = np.concatenate(pieces)
    return samples + rng.normal(0, 10 ** (-72 / 20), len(samples))


def rest(secs):
    return np.zeros(int(secs * sound.RATE))


def write_answer(tour, samples, days_ago):
    """An answer to always the same question."""
    made = (datetime.now().astimezone() - timedelta(days=days_ago)).replace(microsecond=0)
    name = f"{made:%Y-%m-%d_%H%M%S}_dive-deep-01_{days_ago:04x}"
    folder = tour.library.path / "attempts" / f"{made:%Y}" / name
    folder.mkdir(parents=True)
    (tour.library.path / "settings.toml").write_text('plan = "en"\n', encoding="utf-8")
    sound.write_wav(folder / "answer.wav", np.clip(samples, -1, 1) * 32767)
    zone = f"{made:%z}"
    attempt = {
        "format": 1, "id": name, "created": f"{made:%Y-%m-%dT%H:%M:%S}{zone[:3]}:{zone[3:]}", "app_version": "0.1.0",
        "plan": "en", "think_secs": 0, "target_secs": 120,
        "question": {"id": "dive-deep-01", "pack": "behavioural", "principles": ["dive-deep"],
                     "text": {"en": "When did you look closely?", "ko": "언제 자세히 보았나요?"}},
        "drill": None, "marks": [], "ratings": [], "notes": "", "starred": False,
        "take": {"file": "answer.wav", "state": "complete", "sample_rate_hz": sound.RATE, "frames": len(samples),
                 "device": {"id": "pulseaudio:mic", "name": "FakeMic"}, "gaps": []},
    }
    (folder / "attempt.json").write_text(json.dumps(attempt, ensure_ascii=False), encoding="utf-8")
    return app.Attempt(folder, attempt)


def listen(tour, name, seconds, keys=("space",), then=("space",)):
    """What the speaker plays for some seconds after keys are pressed, from the first sound on."""
    path = tour.work / f"{name}.wav"
    with tour.rig.capture_speaker(path) as running:
        tour.app.key(*keys)
        sound.wait_for_sound(running, 8)
        time.sleep(seconds)
        tour.app.key(*then)
        time.sleep(0.3)
    heard, _ = sound.read_wav(path)
    return heard[int(np.argmax(np.abs(heard) > 0.003)):]


def slow_loop(tour, phrase):
    """The second phrase again and again at three quarters of its speed."""
    tour.app.key("period", "period", "l", "o", "o")
    time.sleep(0.3)
    tour.picture("replay-loop")
    heard = listen(tour, "replay-loop", 13)
    wanted = (phrase[1] - phrase[0]) / SLOW
    period = loop_frames(heard, wanted)
    slip = period / wanted - 1
    tour.verify(abs(slip) <= SLIP, f"at {SLOW} the loop lasts {period / sound.RATE:.3f} s, {100 * slip:+.2f} % off")
    cents = pitch_cents(heard[:int(3 * period)], PHRASES[1][0])
    tour.verify(abs(cents) <= CENTS, f"its pitch is {cents:+.1f} cents off")
    jump = seam_jump(heard, period)
    tour.verify(jump <= SEAM, f"where it begins again it jumps by {20 * np.log10(max(jump, 1e-9)):.0f} dBFS at most")
    # The end is moved into the middle of the voice while it plays.
    edge = listen(tour, "replay-edge", 9, keys=("space", *["braceleft"] * 12))
    heard = edge[int(5 * sound.RATE):]
    steep = np.sort(np.abs(np.diff(heard, 2)))
    tour.verify(steep[-1] <= 2 * steep[int(0.999 * len(steep))] + SEAM, f"an edge moved into the voice does not click: "
                f"{steep[-1]:.4f} at most, {steep[int(0.999 * len(steep))]:.4f} in the voice")
    tour.app.key("l", "u")


def loop_frames(heard, wanted):
    """After how many frames the sound repeats itself, by the correlation of its loudness."""
    step = 48
    loud = np.sqrt(np.convolve(heard ** 2, np.ones(480) / 480, "same"))[::step]
    loud = loud - loud.mean()
    size = 1 << (2 * len(loud)).bit_length()
    spectrum = np.fft.rfft(loud, size)
    alike = np.fft.irfft(spectrum * np.conj(spectrum), size)[:len(loud)] / np.arange(len(loud), 0, -1)
    near = np.arange(int(0.9 * wanted / step), int(1.1 * wanted / step))
    best = near[int(np.argmax(alike[near]))]
    left, middle, right = alike[best - 1:best + 2]
    return step * (best + 0.5 * (left - right) / (left - 2 * middle + right))


def pitch_cents(heard, pitch_hz):
    """How far a voice on one note is from a pitch, by the peaks of its first harmonics."""
    size = 1 << 20
    spectrum = np.log(np.abs(np.fft.rfft(heard * np.hanning(len(heard)), size)) + 1e-12)
    found = []
    for harmonic in range(2, 7):
        middle = harmonic * pitch_hz * size / sound.RATE
        near = np.arange(int(middle * 0.985), int(middle * 1.015))
        best = near[int(np.argmax(spectrum[near]))]
        left, top, right = spectrum[best - 1:best + 2]
        found.append((best + 0.5 * (left - right) / (left - 2 * top + right)) / middle)
    return 1200 * np.log2(np.median(found))


def seam_jump(heard, period):
    """The highest jump within 5 ms of where the loop begins again, beyond the slope of the voice: its second difference."""
    half = int(0.005 * sound.RATE)
    loud = np.sqrt(np.convolve(heard ** 2, np.ones(960) / 960, "same"))
    jumps = []
    for number in range(1, int(len(heard) / period)):
        near = int(number * period)
        window = loud[near - int(0.2 * sound.RATE):near + int(0.2 * sound.RATE)]
        seam = near - int(0.2 * sound.RATE) + int(np.argmin(window))
        jumps.append(np.max(np.abs(np.diff(heard[seam - half:seam + half], 2))))
    return max(jumps)


def said_again(tour, attempt, phrase):
    """The third phrase is said again; the answer is heard with it in its place."""
    tour.app.key("period")
    tour.changes(["shift+r"], "the sentence on the card")
    tour.picture("replay-again")
    known = {one.folder.name for one in tour.library.attempts()}
    take = tour.record(known)
    tour.rig.sound.speak(tour.speech["en"][0])
    time.sleep(0.4)
    tour.app.key("space")
    procs.until(lambda: take.wav.exists() and take.again().state == "complete", 10, "the take of the sentence")
    tour.picture("replay-takes")
    mends = procs.until(lambda: attempt.again().json.get("mends"), 10, "the list of mended sentences")
    tour.verify(len(mends) == 1 and mends[0]["kept"] == take.folder.name, f"the answer names the take that is kept: {mends}")
    tour.changes(["Escape"], "the review again")
    procs.until(lambda: cached(tour, take), 20, "the analysis of the take")
    time.sleep(1.0)
    tour.app.key("comma", "comma")
    secs = sound.wav_shape(take.wav)[3] / sound.wav_shape(take.wav)[2]
    heard = listen(tour, "replay-mended", secs + PHRASES[1][1] + 2 * PAUSE + 4, keys=("y",))
    tour.picture("replay-mended")
    own = sound.resample(take.wav, sound.wav_shape(take.wav)[2], tour.work / "said-again-48k.wav")
    said = sound.find(tour.speech["en"][1], own)
    middle = own[said.start + sound.RATE // 4:said.start + len(tour.speech["en"][1]) - sound.RATE // 4]
    found = sound.find(middle, heard)
    tour.verify(found.fit >= GOOD_FIT, f"what was said again is heard in the answer: {found}")
    last = PHRASES[3]
    old, _ = sound.read_wav(attempt.wav)
    following = old[int(phrase[1] + (PAUSE + 0.2) * sound.RATE):][:int((last[1] - 0.4) * sound.RATE)]
    after = sound.find(following, heard)
    tour.verify(after.fit >= GOOD_FIT and after.start > found.start, f"and then the answer goes on: {after}")
    gone = sound.find(old[phrase[0]:phrase[1]], heard)
    tour.verify(gone.fit < 0.5, f"what was said first is not heard: {gone}")


def compared(tour):
    """Two answers to one question, the earlier one 8 dB softer: one key hears the other at the same place, as loud."""
    tour.step("two answers against each other")
    tour.library = app.Library(tour.work / "library-compare")
    korean, english = tour.speech["ko"][1], tour.speech["en"][1]
    earlier = np.concatenate([rest(0.5), english, english, english, rest(0.5)]) * 10 ** (-8 / 20)
    newer = np.concatenate([rest(0.5), korean, rest(0.5)])
    write_answer(tour, earlier, 2)
    write_answer(tour, newer, 1)
    open_newest(tour)
    time.sleep(2.0)
    tour.changes(["x"], "the comparison")
    time.sleep(1.0)
    tour.picture("replay-compare")
    path = tour.work / "compare.wav"
    with tour.rig.capture_speaker(path) as running:
        tour.app.key("space")
        sound.wait_for_sound(running, 8)
        time.sleep(4.0)
        tour.app.key("x")
        time.sleep(5.0)
        tour.app.key("space")
        time.sleep(0.3)
    heard, _ = sound.read_wav(path)
    heard = heard[int(np.argmax(np.abs(heard) > 0.003)):]
    first, second = heard[sound.RATE:3 * sound.RATE], heard[int(5.5 * sound.RATE):int(7.5 * sound.RATE)]
    one, two = sound.find(first, newer), sound.find(second, earlier)
    tour.verify(one.fit >= GOOD_FIT and two.fit >= GOOD_FIT, f"first the newer answer ({one}), then the earlier one ({two})")
    late = ((5.5 - 1.0) * sound.RATE - (two.start - one.start)) / sound.RATE
    tour.verify(abs(late) <= SAME_PLACE, f"the ear is switched at the same place, to {1000 * late:+.0f} ms")
    loud = lambda samples: 10 * np.log10(np.mean(samples[np.abs(samples) > 0.02] ** 2))
    gains = [10 * np.log10(np.mean(part ** 2) / np.mean(whole[at.start:at.start + len(part)] ** 2))
             for part, whole, at in ((first, newer, one), (second, earlier, two))]
    apart = loud(newer) + gains[0] - loud(earlier * 10 ** (8 / 20)) + 8 - gains[1]
    tour.verify(abs(apart) <= ALIKE_DB, f"both are as loud, to {apart:+.1f} dB (8 dB apart in the files); gains {gains}")
    tour.picture("replay-ear")
    tour.close()
