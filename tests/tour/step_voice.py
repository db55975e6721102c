"""What belongs here: the interviewer's voice: a question is read aloud, stops for the microphone, is heard once more, and its words
stay hidden until they are asked for.
What does not: programs that are missing, fail or hang (tests/reading.rs), when something is read (tests/flow/reading.rs).
"""
import shutil
import time

import numpy as np

import app
import procs
import sound

SILENT = 0.001  # of full scale


def all_of_it(tour):
    """Questions in English by ear alone, through eSpeak NG and nothing else."""
    tour.step("the interviewer's voice")
    usual, tour.library = tour.library, app.Library(tour.work / "library-voice")
    tour.library.path.mkdir()
    settings = 'reading = "listen-only"\nplan = "en"\n'
    (tour.library.path / "settings.toml").write_text(settings, encoding="utf-8")
    only = tour.work / "only-espeak"
    only.mkdir()
    (only / "espeak-ng").symlink_to(shutil.which("espeak-ng"))
    tour.start("--language", "en", "--seed", "5", env={**tour.rig.env, "PATH": str(only)})
    with tour.rig.capture_speaker(tour.work / "voice.wav") as running:
        listen(tour, running)
    tour.changes(app.KEYS_TO["settings"], "the settings")
    tour.picture("voice-settings")
    tour.close()
    tour.library = usual


def listen(tour, running):
    """Hears a question, and another one that the person cuts short."""
    tour.picture("voice-first")
    tour.app.key("n")
    heard = sound.wait_for_sound(running, 10)
    tour.picture("voice-reads", still=False)
    procs.until(lambda: quiet(running), 30, "the end of the question")
    tour.verify(time.monotonic() - heard > 1.5, f"a question was heard for {time.monotonic() - heard:.1f} s")
    tour.app.key("Escape")  # nobody speaks, and the banner says so
    tour.picture("voice-over")
    tour.app.key("y")
    sound.wait_for_sound(running, 10)
    asked = running.frames()
    attempt = tour.record()
    began = running.frames()
    # The first samples were captured before the file was seen to grow.
    time.sleep(1)
    after = running.samples()[began:]
    tour.verify(np.max(np.abs(after)) < SILENT,
                f"Space in mid-question: the voice is silent when the microphone listens, {1000 * (began - asked) / sound.RATE:.0f} ms later")
    tour.picture("voice-recording")
    tour.app.key("space")
    procs.until(lambda: attempt.again().state == "complete", 10, "the answer to be closed")
    tour.changes(["n"], "the next question")
    sound.wait_for_sound(running, 10)
    tour.changes(["x"], "the words of the question")
    tour.picture("voice-words")
    tour.app.key("y")
    procs.until(lambda: quiet(running), 3, "the voice to stop")


def quiet(running):
    """Whether nothing was heard for half a second."""
    return np.max(np.abs(running.samples()[-sound.RATE // 2:])) < SILENT
