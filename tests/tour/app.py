"""What belongs here: Retake as seen from outside: its process, its window, the files it writes.
What does not: the steps of the tour, and anything that looks into the program.
"""
import json
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import procs
import screen

# All that this tour knows about the layout: places in the window at 1100 x 720, and colours.
WINDOW = (1100, 720)
NOTES_FIELD = (394, 572)
CUE_COLOURS = ((0x1F, 0x3A, 0xC6), (0x25, 0x40, 0xCC))  # to English: light, dark
ROOM_COLOURS = {"light": (0xF7, 0xF6, 0xF3), "dark": (0x16, 0x15, 0x14)}
RUBRIC_LINES = 10  # of an answer with a switch of language


def near(pixel, colours, slack=3):
    """Whether a pixel has one of the colours, give or take rounding."""
    return any(all(abs(int(a) - b) <= slack for a, b in zip(pixel, colour)) for colour in colours)


# The places of the rail, and the tabs in them.
KEYS_TO = {
    "today": ["ctrl+1"],
    "practice": ["ctrl+2"],
    "drill": ["ctrl+2", "ctrl+Next"],
    "interview": ["ctrl+2", "ctrl+Prior"],
    "stories": ["ctrl+3"],
    "coverage": ["ctrl+3", "t"],
    "timeline": ["ctrl+4"],
    "progress": ["ctrl+4", "ctrl+Next"],
    "settings": ["ctrl+5"],
    "check": ["ctrl+5", "ctrl+Next"],
}


@dataclass
class Attempt:
    """One attempt folder as it lies on the disk now."""

    folder: Path
    json: dict

    @property
    def wav(self):
        return self.folder / "answer.wav"

    @property
    def part(self):
        return self.folder / "answer.wav.part"

    @property
    def state(self):
        return (self.json.get("take") or {}).get("state")

    def again(self):
        """The same attempt, read anew."""
        return Attempt(self.folder, json.loads((self.folder / "attempt.json").read_text(encoding="utf-8")))


class Library:
    """The folder that outlives the program."""

    def __init__(self, path):
        self.path = Path(path)

    def attempts(self):
        """All attempts, the oldest first."""
        found = []
        for file in sorted(self.path.glob("attempts/*/*/attempt.json")):
            try:
                found.append(Attempt(file.parent, json.loads(file.read_text(encoding="utf-8"))))
            except FileNotFoundError:
                continue  # moved to the trash at this moment
        return found

    def trash(self):
        """The names of the deleted attempts."""
        return {folder.name for folder in self.path.glob("trash/*") if folder.is_dir()}


class App:
    """One run of the program."""

    def __init__(self, rig, binary, library, log, *arguments, env=None):
        self.rig, self.log = rig, Path(log)
        command = [binary, "--library", library, *arguments]
        self.born = time.monotonic()
        self.process = procs.start(command, env or rig.env, self.log)
        try:
            self.window = procs.until(self._window, 20, "the window to appear", pause=0.005)
            self.window_ms = 1000 * (time.monotonic() - self.born)
            self.place = rig.screen.place(self.window)
            procs.until(self._painted, 20, "the window to be painted", pause=0.005)
            self.painted_ms = 1000 * (time.monotonic() - self.born)
            rig.screen.activate(self.window)
            self.settle()
            if next(Path(library).glob("attempts/*/*/attempt.json"), None):
                # Later starts begin with today; the steps begin at the question card.
                self.go("practice")
                self.settle()
        except BaseException:
            self.kill()
            raise

    def _window(self):
        code = self.process.poll()
        if code is not None:
            raise procs.Failure(f"the program ended with {code} before it had a window: {self.tail()}")
        found = self.rig.screen.windows_of(self.process.pid)
        return found[-1] if found else None

    def _painted(self):
        return not screen.blank(self.picture())

    def settle(self):
        """Reads where the window is, after it was moved or its size changed."""
        self.place = self.rig.screen.place(self.window)

    def picture(self):
        """The inside of the window now."""
        return self.rig.screen.grab_box(*self.place)

    def shows_cue(self):
        """Whether the whole window is the cue to English: all four corners have its colour."""
        picture = self.picture()
        return all(near(picture[row, column], CUE_COLOURS) for row in (5, -6) for column in (5, -6))

    def key(self, *keys):
        """Presses keys, if the program still lives."""
        if self.process.poll() is not None:
            raise procs.Failure(f"the program ended with {self.process.returncode}: {self.tail()}")
        self.rig.screen.key(*keys)

    def go(self, screen):
        """Goes to a screen by its keys."""
        self.key(*KEYS_TO[screen])

    def click(self, place):
        self.rig.screen.click(*place, self.window)
        self.rig.screen.park()

    def resize(self, wide, high):
        self.rig.screen.resize(self.window, wide, high)
        self.settle()
        self.rig.screen.calm(self.window)

    def close(self, limit=5.0):
        """Closes the window with Alt+F4; returns exit code and seconds."""
        start = time.monotonic()
        end = time.monotonic() + 4
        while self.process.poll() is None and time.monotonic() < end:
            start = time.monotonic()
            self.rig.screen.key("alt+F4")
            # Typed Korean changes the keyboard map; the window manager may still be busy reading it. Press again.
            while self.process.poll() is None and time.monotonic() - start < 1.5:
                time.sleep(0.02)
        procs.until(lambda: self.process.poll() is not None, limit, "the program to end after Alt+F4")
        return self.process.returncode, time.monotonic() - start

    def kill(self):
        """Ends the program without asking it, as a power cut does."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait(5)

    def tail(self, lines=25):
        """The last lines on standard error."""
        try:
            return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])
        except FileNotFoundError:
            return ""
