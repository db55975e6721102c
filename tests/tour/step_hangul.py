#!/usr/bin/python3
"""What belongs here: typing Korean with the input methods of X11, and what arrives in the file, whatever ends the last
syllable. Each method is tried where it is installed (packages fcitx5-hangul, ibus-hangul).
What does not: every order of events (tests/typing).

  step_hangul.py --binary target/debug/retake --times 3     how often each end keeps the whole word
"""
import argparse
import contextlib
import json
import shutil
import sys
import tempfile
import time
import wave
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True  # leave no caches in the source tree

import app
import procs
import rig as rigs

KEYS, WORD = "ghldmlfhr", "회의록"
BESIDE, RAIL, TOP = (500, 150), (30, 640), (394, 540)
STORY_ROW, SITUATION, TAGS, NO_FIELD = (130, 96), (750, 370), (750, 537), (250, 500)
SEARCH = (900, 36)
ELSEWHERE = (1245, 745)  # on the screen: in the other window
DELAYS = (40, 60, 90)  # milliseconds a key
REACH = 0.3  # seconds until the hand is at the mouse
PATIENCE = 4.0  # seconds until what was typed is in the file
PROFILE = """\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=hangul

[Groups/0/Items/0]
Name=hangul
Layout=

[GroupOrder]
0=Default
"""
ATTEMPT = {
    "format": 1, "id": "2026-11-20_030405_earn-trust-01_0001", "created": "2026-11-20T03:04:05+00:00[UTC]",
    "question": {"id": "earn-trust-01", "text": {"en": "Tell me about a promise.", "ko": "약속에 대해 말씀해 주세요."}},
    "plan": "en", "take": {"file": "answer.wav", "state": "complete", "sample_rate_hz": 48000, "frames": 48000},
}
STORY = '+++\nformat = 1\ntitle = "x"\nprinciples = []\n+++\n\n# English\n\n## Situation\n\n## Task\n\n## Action\n\n## Result\n'


@contextlib.contextmanager
def fcitx(rig):
    """fcitx5, as it is when nobody has set anything: it draws the syllable itself."""
    folder = rig.home / "config" / "fcitx5"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "profile").write_text(PROFILE, encoding="ascii")
    quiet = "--disable=wayland,waylandim,dbus,notifications,clipboard,kimpanel"
    server = procs.start(["fcitx5", "-D", quiet], rig.env, rig.home / "fcitx5.log")
    try:
        serving(rig, "fcitx")
        yield {**rig.env, "XMODIFIERS": "@im=fcitx"}
    finally:
        procs.stop(server)


@contextlib.contextmanager
def ibus(rig):
    """ibus: the program draws the syllable. Hangul from the first key on: otherwise it begins in Latin in each field."""
    bus = f"unix:path={rig.home}/ibus-session"
    env = {**rig.env, "DBUS_SESSION_BUS_ADDRESS": bus, "XMODIFIERS": "@im=ibus", "GSETTINGS_BACKEND": "keyfile"}
    servers = [procs.start(["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={bus}"], env)]
    try:
        procs.until((rig.home / "ibus-session").exists, 5, "the bus of ibus")
        procs.run(["gsettings", "set", "org.freedesktop.ibus.engine.hangul", "initial-input-mode", "hangul"], env)
        servers.append(procs.start(["ibus-daemon", "--xim", "--panel=disable"], env, rig.home / "ibus.log"))
        serving(rig, "ibus")
        procs.until(lambda: procs.run(["ibus", "engine", "hangul"], env, check=False) is not None
                    and "hangul" in procs.run(["ibus", "engine"], env, check=False), 10, "the Hangul of ibus", pause=0.2)
        yield {**env, "DBUS_SESSION_BUS_ADDRESS": rig.env["DBUS_SESSION_BUS_ADDRESS"]}
    finally:
        for server in reversed(servers):
            procs.stop(server)


METHODS = {"fcitx5": ("fcitx5", fcitx), "ibus": ("ibus-daemon", ibus)}


def serving(rig, name):
    """Waits until programs can find the input method."""
    said = lambda: procs.run(["xprop", "-root", "XIM_SERVERS"], rig.env, check=False)
    procs.until(lambda: f"@server={name}" in said(), 15, f"{name} to serve", pause=0.1)


def write_library(folder):
    """One answer and one story."""
    place = folder / "attempts" / "2026" / ATTEMPT["id"]
    place.mkdir(parents=True)
    (place / "attempt.json").write_text(json.dumps(ATTEMPT), encoding="utf-8")
    with wave.open(str(place / "answer.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48000)
        file.writeframes(b"\x10\x00\xf0\xff" * 24000)
    (folder / "settings.toml").write_text("catch_share = 0.0\n", encoding="ascii")
    (folder / "stories").mkdir()
    (folder / "stories" / "x.md").write_text(STORY, encoding="ascii")


@dataclass
class Typist:
    """The program, with an input method, and another window beside it."""

    rig: rigs.Rig
    run: app.App
    library: Path
    other: int

    def notes(self):
        file = self.library / "attempts" / "2026" / ATTEMPT["id"] / "attempt.json"
        return json.loads(file.read_text(encoding="utf-8")).get("notes") or ""

    def tool(self, *words):
        procs.run(["xdotool", *map(str, words)], self.rig.env, limit=20)

    def open_review(self):
        """The review of the answer, with the cursor at the end of its notes."""
        self.rig.screen.activate(self.run.window)
        self.run.go("timeline")
        time.sleep(0.5)  # it may have been there already: there is nothing to wait for
        before = self.rig.screen.calm(self.run.window)
        self.run.key("Return")
        procs.until(lambda: (self.run.picture() != before).any(), 5, "the review")
        self.rig.screen.calm(self.run.window)
        self.rig.screen.click(*app.NOTES_FIELD, self.run.window)
        self.run.key("ctrl+End")
        time.sleep(0.3)

    def end_by(self, way):
        """Ends the last syllable in one of the ways that took it away."""
        spots = {"click beside": BESIDE, "click on the rail": RAIL, "click in the field": TOP}
        if way in spots:
            self.rig.screen.click(*spots[way], self.run.window)
        elif way == "other window by mouse":
            time.sleep(REACH)
            for step in range(1, 6):  # a person's pointer passes the edge before it clicks
                self.tool("mousemove", ELSEWHERE[0] - 500 + 100 * step, ELSEWHERE[1])
                time.sleep(0.03)
            self.tool("click", 1)
        elif way == "other window under the pointer":
            time.sleep(REACH)
            self.tool("click", 1)
        elif way == "other window by Alt Tab":
            time.sleep(0.1)
            self.tool("keydown", "alt")
            time.sleep(0.08)
            self.tool("key", "Tab")
            time.sleep(0.05)
            self.tool("keyup", "alt")
        elif way == "other window by itself":
            time.sleep(REACH)
            self.tool("windowactivate", self.other)
        else:
            self.run.key(way)
        if way.startswith("other window"):
            procs.until(lambda: self.rig.screen.active() == self.other, 3, "the other window to get the keyboard")
            time.sleep(0.5)
            self.rig.screen.activate(self.run.window)

    def typed(self, way, delay):
        """Types the word at the end of the notes and returns what came, and what should have come. Escape makes ibus
        Latin, in all programs: that is not what is tried here.
        """
        came, wanted = self._typed(way, delay)
        if came.strip() and came.isascii():
            came, wanted = self._typed(way, delay, first="Hangul")
        return came, wanted

    def _typed(self, way, delay, first=None):
        self.open_review()
        if first:
            self.run.key(first)
            time.sleep(0.2)
        if way == "other window under the pointer":
            self.tool("mousemove", *ELSEWHERE)
        before = self.notes()
        self.tool("type", "--delay", delay, KEYS)
        self.end_by(way)
        wanted = WORD + (" " if way == "space" else "")
        with contextlib.suppress(procs.Failure):
            procs.until(lambda: self.notes() == before + wanted, PATIENCE, wanted)
        return self.notes()[len(before):], wanted

    def story(self):
        return (self.library / "stories" / "x.md").read_text(encoding="utf-8")

    def typed_into_story(self, field, last):
        """Types the word into a field of the story, clicks beside it, and returns whether it is in the file."""
        self.run.go("stories")
        time.sleep(0.5)
        self.rig.screen.click(*STORY_ROW, self.run.window)
        self.rig.screen.calm(self.run.window)
        if last:
            self.tool("mousemove", "--window", self.run.window, *field)
            self.tool("click", "--repeat", 20, 5)
            self.rig.screen.calm(self.run.window)
        self.rig.screen.click(*field, self.run.window)
        time.sleep(0.3)
        before = self.story().count(WORD)
        self.tool("type", "--delay", 60, KEYS)
        self.rig.screen.click(*NO_FIELD, self.run.window)
        with contextlib.suppress(procs.Failure):
            procs.until(lambda: self.story().count(WORD) > before, PATIENCE, WORD)
        return self.story().count(WORD) > before

    def typed_into_search(self):
        """Types the word into the search, leaves it, copies what is there into the notes and returns what came."""
        self.run.go("timeline")
        time.sleep(0.5)
        self.rig.screen.click(*SEARCH, self.run.window)
        time.sleep(0.3)
        self.tool("type", "--delay", 60, KEYS)
        self.run.key("Escape")
        time.sleep(0.5)
        self.rig.screen.click(*SEARCH, self.run.window)
        self.run.key("ctrl+a", "ctrl+c", "BackSpace", "Escape")
        self.open_review()
        before = self.notes()
        self.run.key("ctrl+v")
        with contextlib.suppress(procs.Failure):
            procs.until(lambda: self.notes() == before + WORD, PATIENCE, WORD)
        return self.notes()[len(before):]

    def prove(self):
        """Without Hangul no result means anything."""
        came, wanted = self.typed("space", 120)
        if came != wanted:
            raise procs.Failure(f"the input method does not type Korean: {came!r}")


ENDS = ("space", "Escape", "Tab", "ctrl+1", "click beside", "click in the field", "click on the rail",
        "other window by mouse", "other window by Alt Tab", "other window under the pointer", "other window by itself")
LOST = {("fcitx5", "other window under the pointer"), ("fcitx5", "other window by itself")}  # docs/decisions.md says why


@contextlib.contextmanager
def typist(rig, binary, env, log=None):
    """A new library in a running program, with the other window mapped and our own in front."""
    work = Path(tempfile.mkdtemp(prefix="retake-hangul-")).resolve()
    other = run = None
    try:
        write_library(work / "library")
        other = procs.start(["xmessage", "-geometry", "120x60+1150+680", "elsewhere"], rig.env)
        window = int(procs.until(lambda: procs.run(["xdotool", "search", "--onlyvisible", "--class", "xmessage"], rig.env,
                                                   check=False), 5, "the other window").split()[-1])
        run = app.App(rig, binary, work / "library", log or work / "log", "--language", "ko", env=env)
        rig.screen.resize(run.window, *app.WINDOW)
        run.settle()
        yield Typist(rig, run, work / "library", window)
    finally:
        if run:
            run.kill()
        if other:
            procs.stop(other)
        shutil.rmtree(work, ignore_errors=True)


def elsewhere(hands, name, verify):
    """The fields that are not notes."""
    verify(hands.typed_into_story(SITUATION, False), f"{name}, a part of a story, click beside")
    verify(hands.typed_into_story(TAGS, True), f"{name}, the tags of a story, click beside")
    came = hands.typed_into_search()
    verify(came == WORD, f"{name}, the search, Escape: {came!r}")


def all_of_it(tour):
    """The step of the tour: each end once, each speed once."""
    for name, (program, starts) in METHODS.items():
        tour.step(f"Korean with {name}")
        if not shutil.which(program) or not shutil.which("xmessage"):
            print(f"          left out: {name} or xmessage is not installed", flush=True)
            continue
        with starts(tour.rig) as env, typist(tour.rig, tour.binary, env) as hands:
            hands.prove()
            for number, way in enumerate(ENDS):
                if (name, way) not in LOST:
                    delay = DELAYS[number % len(DELAYS)]
                    came, wanted = hands.typed(way, delay)
                    tour.verify(came == wanted, f"{name}, {way}, {delay} ms a key: {came!r}")
            elsewhere(hands, name, tour.verify)


def rates(rig, args):
    """How often each end keeps the whole word."""
    for name in args.methods.split(","):
        with METHODS[name][1](rig) as env:
            env = {**env, "RETAKE_LOG": "retake=trace"} if args.log else env
            with typist(rig, args.binary.resolve(), env, args.log) as hands:
                hands.prove()
                elsewhere(hands, name, lambda so, what: print("right:" if so else "WRONG:", what, flush=True))
            for way in args.ends.split(",") if args.ends else ENDS:
                with typist(rig, args.binary.resolve(), env, args.log) as hands:
                    hands.prove()
                    for delay in DELAYS:
                        seen = [hands.typed(way, delay) for _ in range(args.times)]
                        wrong = [came for came, wanted in seen if came != wanted]
                        print(f"{name:7} {way:24} {delay} ms a key: right {len(seen) - len(wrong)} of {len(seen)} {wrong or ''}",
                              flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, required=True)
    parser.add_argument("--times", type=int, default=3, help="how often each (default: %(default)s)")
    parser.add_argument("--methods", default="fcitx5,ibus")
    parser.add_argument("--ends", default="", help="by default all: " + ",".join(ENDS))
    parser.add_argument("--log", type=Path, help="where the program's trace goes")
    args = parser.parse_args()
    procs.die_on_signals()
    place = rigs.start_rig()
    try:
        rates(place, args)
        return 0
    except procs.Failure as failure:
        print(f"FAILED: {failure}", file=sys.stderr)
        return 1
    finally:
        place.stop()


if __name__ == "__main__":
    sys.exit(main())
