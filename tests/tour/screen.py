"""What belongs here: looking at the screen and pressing keys, the way a person does.
What does not: what the pictures must show; that stands in the steps of the tour.

The screen of Xvfb is a file in XWD format: looking costs a copy of memory, no program.
"""
import re
import struct
import time
import zlib
from pathlib import Path

import numpy as np

import procs


def write_png(path, picture):
    """Writes an array of rows x columns x RGB as PNG."""
    rows, columns, _ = picture.shape
    lines = np.zeros((rows, 1 + columns * 3), np.uint8)
    lines[:, 1:] = picture.reshape(rows, -1)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(b"\x89PNG\r\n\x1a\n"
                           + chunk(b"IHDR", struct.pack(">IIBBBBB", columns, rows, 8, 2, 0, 0, 0))
                           + chunk(b"IDAT", zlib.compress(lines.tobytes(), 6)) + chunk(b"IEND", b""))


def blank(picture):
    """Whether all pixels have one colour: nothing is painted yet."""
    return bool((picture == picture[0, 0]).all())


class Screen:
    """One X display, its picture and its keyboard."""

    def __init__(self, env, picture):
        self.env = env
        self.file = Path(picture)
        self._pixels = None
        self.taught = set()

    def _tool(self, *words, limit=5.0, check=True):
        return procs.run(["xdotool", *words], self.env, limit, check)

    def wait_for_manager(self):
        """Waits for the window manager, then puts the pointer where it is in no picture."""
        procs.until(lambda: "window id" in procs.run(
            ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], self.env, check=False), 10, "the window manager")
        self.park()

    def park(self):
        """Moves the pointer into the lower right corner."""
        self._tool("mousemove", "1279", "799")

    # Looking.

    def _map(self):
        head = struct.unpack(">25I", self.file.open("rb").read(100))
        size, width, height, little = head[0], head[4], head[5], head[7] == 0
        bits, line, colours = head[11], head[12], head[19]
        if bits != 32 or not little:
            raise procs.Failure(f"a screen of {bits} bits per pixel is not understood")
        return np.memmap(self.file, np.uint8, "r", size + 12 * colours, (height, line // 4, 4))[:, :width]

    def grab(self, window=None):
        """The picture of the screen, or of the inside of a window: rows x columns x RGB."""
        if self._pixels is None:
            self._pixels = self._map()
        box = self._pixels
        if window is not None:
            x, y, wide, high = self.place(window)
            box = box[max(0, y):y + high, max(0, x):x + wide]
        return np.ascontiguousarray(box[:, :, 2::-1])

    def grab_box(self, x, y, wide, high):
        """The same for a known place: quick, no program is asked."""
        if self._pixels is None:
            self._pixels = self._map()
        return np.ascontiguousarray(self._pixels[y:y + high, x:x + wide, 2::-1])

    def calm(self, window=None, limit=1.5):
        """A picture that has stood still for 0.15 s, or the last one if nothing ever stands still."""
        place = self.place(window) if window is not None else (0, 0, *reversed(self.grab().shape[:2]))
        end, since, last = time.monotonic() + limit, time.monotonic(), self.grab_box(*place)
        while time.monotonic() < end and time.monotonic() - since < 0.15:
            time.sleep(0.03)
            now = self.grab_box(*place)
            if not np.array_equal(now, last):
                since, last = time.monotonic(), now
        return last

    def shot(self, path, window=None):
        """Writes a picture as PNG and returns it."""
        picture = self.calm(window)
        write_png(path, picture)
        return picture

    # Windows.

    def windows_of(self, pid):
        """The visible windows of a process."""
        found = self._tool("search", "--onlyvisible", "--pid", str(pid), check=False)
        return [int(line) for line in found.split()]

    def active(self):
        """The window that has the keyboard, or None."""
        said = self._tool("getactivewindow", check=False).strip()
        return int(said) if said else None

    def place(self, window):
        """x, y, width and height of the inside of a window on the screen."""
        said = procs.run(["xwininfo", "-id", str(window)], self.env)  # xdotool counts the frame of the window twice
        values = dict(line.strip().split(":", 1) for line in said.splitlines() if line.count(":") == 1)
        wanted = ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
        return tuple(int(values[name]) for name in wanted)

    def name(self, window):
        return self._tool("getwindowname", str(window)).rstrip("\n")

    def class_of(self, window):
        return procs.run(["xprop", "-id", str(window), "WM_CLASS"], self.env).partition("=")[2].strip()

    def activate(self, window):
        self._tool("windowactivate", str(window))
        procs.until(lambda: self.active() == window, 3, "the window to get the keyboard")

    def resize(self, window, wide, high):
        self._tool("windowsize", str(window), str(wide), str(high))
        procs.until(lambda: self.place(window)[2:] == (wide, high), 3, f"the window to be {wide} x {high}")

    def describe(self):
        """One line for each visible window."""
        found = self._tool("search", "--onlyvisible", "--name", ".", check=False).split()
        return "\n".join(f"{window} {self.place(window)} {self.name(window)}" for window in map(int, found))

    # Keys and pointer.

    def key(self, *keys):
        self._tool("key", "--clearmodifiers", "--delay", "30", *keys, limit=10)

    def teach(self, text):
        """Gives letters without a key, such as Korean ones, to the media keys that nobody presses.

        xdotool alone changes the keyboard map before and after each such letter, and a busy program that reads the
        map a moment too late loses the letter.
        """
        new = sorted({letter for letter in text if ord(letter) > 126} - self.taught)
        if not new:
            return
        self.taught.update(new)
        keyboard = procs.run(["xkbcomp", "-w0", self.env["DISPLAY"], "-"], self.env)
        spare = re.findall(r"^ *(<I\d+>) = ", keyboard, re.MULTILINE)
        if len(self.taught) > len(spare):
            raise procs.Failure(f"{len(self.taught)} letters are too many for {len(spare)} spare keys")
        keyboard = re.sub(r"^ *key <I\d+> .*\n", "", keyboard, flags=re.MULTILINE)
        keys = "".join(f"key {key} {{ [ U{ord(letter):04X} ] }};\n" for key, letter in zip(spare, sorted(self.taught)))
        keyboard = re.sub(r"^(xkb_symbols .*\{\n)", lambda head: head[1] + keys, keyboard, flags=re.MULTILINE)
        file = self.file.parent / "keyboard.xkb"
        file.write_text(keyboard, encoding="ascii")
        procs.run(["xkbcomp", "-w0", file, self.env["DISPLAY"]], self.env)
        time.sleep(0.5)  # programs read the new map when they are told of it

    def type_text(self, text):
        """Types at the speed of a quick person."""
        self.teach(text)
        self._tool("type", "--delay", "60", text, limit=10 + len(text) * 0.3)

    def click(self, x, y, window=None):
        where = ["--window", str(window)] if window is not None else []
        self._tool("mousemove", *where, str(x), str(y))
        self._tool("click", "1")
