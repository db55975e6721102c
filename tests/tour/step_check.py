"""What belongs here: the sound check: three seconds of voice, heard back and judged; the same with the microphone muted.
What does not: each trouble and its words (tests/screens_check/), how sound is judged (tests/check/).
"""
import time

import numpy as np

import app
import procs
import sound
from checks import GOOD_FIT

TAKES_AT_MOST = 15.0  # seconds from the key that opens the screen to the verdict
LISTENS = 3.0  # seconds the check listens
HEARD = 2.2  # seconds of it that are looked for in what the speaker played


def heard_back(tour):
    """A person opens the check, speaks, hears the own voice and reads the verdict."""
    tour.step("the sound check")
    run = tour.start("--language", "ko", "--seed", "7")
    files = sorted(tour.library.path.rglob("*"))
    began = time.monotonic()
    tour.changes(app.KEYS_TO["check"], "the sound check")
    tour.picture("check")
    path = tour.work / "check-speaker.wav"
    with tour.rig.capture_speaker(path) as running:
        tour.rig.sound.start_speaking(tour.speech["ko"][0])
        time.sleep(0.3)
        run.key("space")
        time.sleep(LISTENS / 2)
        tour.picture("check-listening", still=False)
        sound.wait_for_sound(running, 8)  # it plays what was said
        judged = time.monotonic() - began
        tour.rig.sound.quiet()
        time.sleep(LISTENS + 0.5)
    good = tour.picture("check-good")
    tour.verify(judged <= TAKES_AT_MOST, f"from the key to the verdict it takes {judged:.1f} s")
    heard = sound.read_wav(path)[0]
    at = sound.loudest(heard, HEARD)
    match = sound.find(heard[at:at + int(HEARD * sound.RATE)], tour.speech["ko"][1])
    tour.verify(match.fit >= GOOD_FIT, f"the own voice is heard back: {match}")

    procs.run(["pactl", "set-source-mute", "mic", "1"], tour.rig.env)
    tour.changes(["space"], "the check to listen again")
    time.sleep(LISTENS + 1)
    muted = tour.picture("check-muted")
    procs.run(["pactl", "set-source-mute", "mic", "0"], tour.rig.env)
    tour.verify(_differs(good, muted), "a muted microphone has another verdict")
    tone(tour)
    tour.verify(sorted(tour.library.path.rglob("*")) == files, "the check leaves nothing in the library")
    tour.changes(["Escape"], "the screen it was opened from")
    tour.close()


def tone(tour):
    """The tone for the speaker is one tone, and it is heard."""
    path = tour.work / "tone.wav"
    with tour.rig.capture_speaker(path) as running:
        tour.app.key("t")
        sound.wait_for_sound(running, 5)
        time.sleep(1.2)
    heard = sound.read_wav(path)[0]
    at = sound.loudest(heard, 1.0)
    piece = heard[at:at + sound.RATE] * np.hanning(sound.RATE)
    spectrum = np.abs(np.fft.rfft(piece))
    peak = int(np.argmax(spectrum))
    share = np.sum(spectrum[peak - 5:peak + 6] ** 2) / np.sum(spectrum ** 2)
    tour.verify(share > 0.5, f"the speaker plays a tone, mostly of {peak} Hz ({100 * share:.0f} %)")


def _differs(one, other):
    return (one != other).mean() > 0.005


def all_of_it(tour):
    heard_back(tour)
