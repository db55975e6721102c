"""What belongs here: typing Korean with the input methods of X11: nothing is lost or changes its place, whatever ends a
syllable. Each is tried where it is installed (packages fcitx5-hangul, ibus-hangul).
What does not: every order of events (tests/typing).
"""
import contextlib
import shutil

import app
import procs

KEYS, TEXT = "dkssudgktpdy", "안녕하세요"
BESIDE, RAIL, ELSEWHERE = (500, 150), (30, 640), (600, 600)
DELAYS = (40, 60, 90)  # milliseconds a key
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
    """ibus: the program draws the syllable."""
    bus = f"unix:path={rig.home}/ibus-session"
    env = {**rig.env, "DBUS_SESSION_BUS_ADDRESS": bus, "XMODIFIERS": "@im=ibus"}
    servers = [procs.start(["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={bus}"], env)]
    try:
        procs.until((rig.home / "ibus-session").exists, 5, "the bus of ibus")
        servers.append(procs.start(["ibus-daemon", "--xim", "--panel=disable"], env, rig.home / "ibus.log"))
        serving(rig, "ibus")
        procs.until(lambda: procs.run(["ibus", "engine", "hangul"], env, check=False) is not None
                    and "hangul" in procs.run(["ibus", "engine"], env, check=False), 10, "the Hangul of ibus", pause=0.2)
        yield {**env, "DBUS_SESSION_BUS_ADDRESS": rig.env["DBUS_SESSION_BUS_ADDRESS"]}
    finally:
        for server in reversed(servers):
            procs.stop(server)


def serving(rig, name):
    """Waits until programs can find the input method."""
    said = lambda: procs.run(["xprop", "-root", "XIM_SERVERS"], rig.env, check=False)
    procs.until(lambda: f"@server={name}" in said(), 15, f"{name} to serve", pause=0.1)


def type_keys(rig, delay, keys=KEYS):
    procs.run(["xdotool", "type", "--delay", str(delay), keys], rig.env, limit=20)


def end_by(tour, way):
    """Ends the last syllable in one of the ways that took it away."""
    run = tour.app
    if way == "click beside the field":
        run.click(BESIDE)
    elif way == "click elsewhere in the field":
        run.click(ELSEWHERE)
    elif way == "click on the rail":
        run.click(RAIL)
    elif way == "another window":
        procs.run(["xdotool", "windowminimize", str(run.window)], tour.rig.env)
        procs.until(lambda: tour.rig.screen.active() != run.window, 3, "the window to be gone")
        procs.run(["xdotool", "windowmap", str(run.window)], tour.rig.env)
        tour.rig.screen.activate(run.window)
    else:
        run.key(way)


def typed(tour, attempt, way, delay, name):
    """Types into the empty notes of the newest answer and reads what was saved."""
    run = tour.app
    run.go("timeline")
    run.key("Return")
    run.settle()
    tour.rig.screen.calm(run.window)
    run.click(app.NOTES_FIELD)
    notes = lambda: attempt.again().json.get("notes") or ""
    run.key("ctrl+a", "BackSpace")
    procs.until(lambda: notes() == "", 5, "the notes to be empty")
    if name == "ibus":
        run.key("Hangul")  # it begins in Latin in each field
    type_keys(tour.rig, delay)
    end_by(tour, way)
    wanted = TEXT + (" " if way == "space" else "")
    with contextlib.suppress(procs.Failure):
        procs.until(lambda: notes() == wanted, 5, wanted)
    return notes(), wanted


def method(tour, name, env, attempt):
    run = tour.start("--language", "ko", env=env)
    run.go("timeline")
    run.key("Return")
    tour.rig.screen.calm(run.window)
    run.click(app.NOTES_FIELD)
    if name == "fcitx5":
        run.key("Hangul")  # Korean from here on
    for way in ("Escape", "click beside the field", "click elsewhere in the field", "click on the rail", "ctrl+1",
                "Tab", "another window"):
        if (name, way) == ("fcitx5", "another window"):
            continue  # docs/decisions.md says why
        said, wanted = typed(tour, attempt, way, DELAYS[1], name)
        tour.verify(said == wanted, f"{name}, {way}: {said!r}")
    for delay in DELAYS:
        said, wanted = typed(tour, attempt, "space", delay, name)
        tour.verify(said == wanted, f"{name}, {delay} ms a key: {said!r}")
    tour.close()


def all_of_it(tour):
    attempt = tour.library.attempts()[-1]
    for name, program, starts in (("fcitx5", "fcitx5", fcitx), ("ibus", "ibus-daemon", ibus)):
        tour.step(f"Korean with {name}")
        if not shutil.which(program):
            print(f"          left out: {name} is not installed", flush=True)
            continue
        with starts(tour.rig) as env:
            method(tour, name, env, attempt)
