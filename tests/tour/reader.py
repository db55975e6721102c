#!/usr/bin/python3
"""What belongs here: the program driven through AT-SPI alone, as a screen reader does: it finds controls by role
and name, presses them by their action, and listens to what is announced. Run by step_reader.py, on its bus.
What does not: starting the bus and the program (step_reader.py).

Prints a line for each fact. Ends with 1 and the reason when something does not come.
"""
import sys
import time

import pyatspi
from gi.repository import GLib

CUES = ("Now in English, please", "이제 한국어로 말해 보세요")  # by the plan of the library
LIMIT = 20.0  # seconds
heard = []  # (words, politeness: 1 polite, 2 assertive)
endless = []  # what would be said again each second


def fail(what):
    print(f"not so: {what}; heard so far: {[words for words, _ in heard]}", flush=True)
    sys.exit(1)


def until(condition, what):
    """Lets events in until the condition gives something; that is returned."""
    context, end = GLib.MainContext.default(), time.monotonic() + LIMIT
    while time.monotonic() < end:
        while context.pending():
            context.iteration(False)
        try:
            found = condition()
        except (LookupError, RuntimeError, GLib.Error):
            found = None  # a node that went while it was looked at
        if found:
            return found
        time.sleep(0.02)
    fail(f"waited {LIMIT:g} s for {what}")


def on_announcement(event):
    heard.append((str(event.any_data), event.detail1))
    if "saved up to 0:" in str(event.any_data).casefold() and event.detail1 == 1:
        endless.append(str(event.any_data))


def program():
    desktop = pyatspi.Registry.getDesktop(0)
    return next((app for app in desktop if app and app.name.lower() == "retake"), None)


def nodes(node):
    """A node and all below it."""
    yield node
    for child in node:
        if child is not None:
            yield from nodes(child)


def find(role, fits):
    """The first control of a role whose name fits."""
    app = program()
    return app and next((one for one in nodes(app) if one.getRole() == role and fits(one.name)), None)


def press(role, name, fits=None):
    """Does the first action of a control."""
    control = until(lambda: find(role, fits or (lambda one: one == name)), f"{name!r}")
    if not control.queryAction().doAction(0):
        fail(f"{name!r} has an action that works")


def announced(fits, what, politeness=None):
    """Waits for an announcement that nobody waited for yet. Two that come with one picture have no order."""
    def found():
        return next(((at, words, how) for at, (words, how) in enumerate(heard) if fits(words)), None)
    at, words, how = until(found, f"{what} to be announced")
    heard.pop(at)
    if politeness and how != politeness:
        fail(f"{words!r} is announced with politeness {politeness}, not {how}")
    print(f"{what} is announced: {words!r}", flush=True)


def loop():
    """Three keys, here three actions: record, stop, rate."""
    press(pyatspi.ROLE_PUSH_BUTTON, "Next question")
    announced(lambda words: words.endswith(("?", ".", "!")) and len(words) > 20, "the drawn question", 1)
    press(pyatspi.ROLE_PUSH_BUTTON, "Answer")

    def runs():
        now = find(pyatspi.ROLE_PUSH_BUTTON, lambda name: name == "Start now")
        if now:  # where there is time to think
            now.queryAction().doAction(0)
        return any(words == "Recording" for words, _ in heard)
    until(runs, "the recording")
    announced(lambda words: words == "Recording", "the recording", 1)
    press(pyatspi.ROLE_PUSH_BUTTON, "Switch now")
    announced(lambda words: words in CUES, "the cue", 2)
    press(pyatspi.ROLE_PUSH_BUTTON, "Stop")
    announced(lambda words: words.startswith("Stopped, 0:"), "the end of the recording", 1)
    announced(lambda words: words == "Saved", "that it is saved", 1)
    four = until(lambda: find(pyatspi.ROLE_RADIO_BUTTON, lambda name: name.endswith(" 4")), "a score")
    name = four.name
    if not four.description or not four.parent.name:
        fail(f"{name!r} has a sentence and a group")
    four.queryAction().doAction(0)
    announced(lambda words: name[:-2] in words and ", 4: " in words, "the score with its sentence", 1)
    checked = lambda: find(pyatspi.ROLE_RADIO_BUTTON, lambda it: it == name).getState().contains(pyatspi.STATE_CHECKED)
    until(checked, f"{name!r} to be checked")
    print("the score is exposed as checked", flush=True)


def review():
    """The sound is a slider in seconds, with words."""
    slider = until(lambda: find(pyatspi.ROLE_SLIDER, lambda name: name == "Playback position"), "the waveform")
    value = slider.queryValue()
    if not 0 <= value.currentValue <= value.maximumValue < 3600:
        fail(f"the waveform goes from {value.minimumValue} to {value.maximumValue}")
    print(f"the waveform says that it is {value.maximumValue:.1f} s long", flush=True)


def places():
    """Each place says its name, and its tab is selected."""
    for tab, screen in (("Record", "Timeline"), ("Settings", "Settings"), ("Today", "Today")):
        press(pyatspi.ROLE_PAGE_TAB, tab)
        announced(lambda words, screen=screen: words == screen, f"the screen {screen}", 1)
        chosen = lambda tab=tab: find(pyatspi.ROLE_PAGE_TAB, lambda name: name == tab).getState().contains(
            pyatspi.STATE_SELECTED)
        until(chosen, f"the tab {tab} to be selected")
        window = until(lambda screen=screen: find(pyatspi.ROLE_FRAME, lambda name: name.startswith(screen)), screen)
        print(f"the window is called {window.name!r}", flush=True)
        if screen == "Timeline":
            until(lambda: find(pyatspi.ROLE_LIST_ITEM, bool), "an answer in the list")
    for one in nodes(program()):
        state = one.getState()
        if state.contains(pyatspi.STATE_FOCUSABLE) and not one.name:
            fail(f"every control has a name: {one.getRoleName()}")
    print("every control has a name", flush=True)
    if endless:
        fail(f"nobody counts the seconds aloud: {endless[:3]}")
    print("nobody counts the seconds aloud", flush=True)


def main():
    pyatspi.Registry.registerEventListener(on_announcement, "object:announcement")
    until(program, "the program on the accessibility bus")
    until(lambda: find(pyatspi.ROLE_PAGE_TAB, lambda name: name == "Practice"), "the window")
    press(pyatspi.ROLE_PAGE_TAB, "Practice")
    loop()
    review()
    places()


if __name__ == "__main__":
    main()
