#!/usr/bin/python3
"""What belongs here: a screen, a microphone and a speaker in memory, from the command line too.
What does not: pressing keys and looking (screen.py), speaking and comparing (sound.py), Retake (app.py).

  rig.py shell -- CMD...      starts everything, runs CMD in it, ends everything
  rig.py up --dir D           starts everything, writes D/env.sh, leaves it running
  rig.py down --dir D         ends it
  rig.py do --dir D ACTION... key KEYS, type TEXT, click X Y, shot FILE.png, windows, size W H,
                              speak ko|en TEXT, speak FILE.wav, capture SECONDS FILE.wav

The microphone and the speaker are null sinks of a private PulseAudio. A silent stream plays into each all
the time: without it a null sink works in blocks of up to 2 s and swallows the first words.
"""
import argparse
import contextlib
import json
import os
import secrets
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True  # leave no caches in the source tree

import procs
import screen
import sound

SIZE = (1280, 800)
SETTLE = 2.3  # seconds until the silent streams have brought the sinks down to 20 ms

ASOUND = """\
pcm.!default { type pulse  hint { show on description "PulseAudio" } }
ctl.!default { type pulse }
pcm.pulse { type pulse }
ctl.pulse { type pulse }
"""

# What must not leak in from the desktop of the person who runs this.
FOREIGN = ("WAYLAND_", "PULSE_", "PIPEWIRE_", "DBUS_", "LC_", "GTK_", "QT_", "XMODIFIERS", "XAUTHORITY", "DESKTOP_",
           "XDG_", "LANGUAGE", "RUST_LOG", "ALSA_")


def environment(home, display):
    """The variables of the rig, over what is left of ours. Everything private lies in `home`."""
    own = {
        "DISPLAY": display,
        "XDG_RUNTIME_DIR": f"{home}/run",
        "XDG_CONFIG_HOME": f"{home}/config",
        "XDG_DATA_HOME": f"{home}/data",
        "XDG_CACHE_HOME": f"{home}/cache",
        "PULSE_SERVER": f"unix:{home}/pulse.sock",
        "PULSE_RUNTIME_PATH": f"{home}/run/pulse",
        "PULSE_STATE_PATH": f"{home}/run/state",
        "PULSE_COOKIE": f"{home}/cookie",
        "ALSA_CONFIG_PATH": f"{home}/asound.conf",
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={home}/no-bus",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "LANG": "C.UTF-8",
    }
    rest = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    return own, {**rest, **own}


class Rig:
    """A running rig: `env` for the programs in it, and the helpers of screen.py and sound.py."""

    def __init__(self, home, display, ready_at, throw_away=False):
        self.home = Path(home)
        self.throw_away = throw_away
        self.display = display
        self.ready_at = ready_at
        self.own, self.env = environment(self.home, display)
        self.children = []
        self.server = None  # PulseAudio
        self.screen = screen.Screen(self.env, self.home / "fb" / "Xvfb_screen0")
        self.sound = sound.Sound(self.env, self.home)

    def settle(self):
        """Waits until the sinks are quick. Costs nothing if enough time has passed."""
        time.sleep(max(0.0, self.ready_at - time.time()))

    def speak(self, path):
        self.sound.speak(path)

    def capture_speaker(self, path):
        return self.sound.capture("speaker.monitor", path)

    def screenshot(self, path, window=None):
        return self.screen.shot(path, window)

    def key(self, *keys):
        self.screen.key(*keys)

    def click(self, x, y, window=None):
        self.screen.click(x, y, window)

    def type_text(self, text):
        self.screen.type_text(text)

    def lose_sound(self):
        """Ends the sound server, as when it crashes. There is no way back in this rig."""
        os.kill(self.server.pid, signal.SIGKILL)
        self.server.wait(5)

    def stop(self):
        """Ends every child, the last one first, and removes the folder unless somebody named it."""
        self.sound.quiet()
        for child in reversed(self.children):
            procs.stop(child)
        self.children.clear()
        if self.throw_away:
            shutil.rmtree(self.home, ignore_errors=True)


def _new_home(home):
    if home is None:
        # The path of a socket has at most 107 bytes.
        short = tempfile.gettempdir() if len(tempfile.gettempdir()) < 60 else "/tmp"
        home = tempfile.mkdtemp(prefix="retake-rig-", dir=short)
    home = Path(home).resolve()
    if len(str(home)) > 80:
        raise procs.Failure(f"the path of the rig is too long for its sockets: {home}")
    for part in ("run", "run/pulse", "run/state", "config", "data", "cache", "fb"):
        (home / part).mkdir(mode=0o700, parents=True, exist_ok=True)
    (home / "asound.conf").write_text(ASOUND, encoding="ascii")
    (home / "cookie").write_bytes(secrets.token_bytes(256))
    return home


def _start_screen(home, outlive):
    """Xvfb picks a free number itself and says which. Its picture is a file that we can read at any time."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", theirs, "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "+extension", "GLX",
               "+extension", "RANDR", "-nolisten", "tcp", "-noreset", "-fbdir", home / "fb"]
    env = {**os.environ, "LIBGL_ALWAYS_SOFTWARE": "1"}
    server = procs.start(command, env, home / "xvfb.log", outlive, pass_fds=(theirs,))
    os.close(theirs)
    os.set_blocking(ours, False)
    said = b""

    def number():
        nonlocal said
        if server.poll() is not None:
            raise procs.Failure("Xvfb ended: " + (home / "xvfb.log").read_text(errors="replace")[-400:])
        with contextlib.suppress(BlockingIOError):
            said += os.read(ours, 64)
        return said if said.endswith(b"\n") else None

    try:
        return server, ":" + procs.until(number, 20, "Xvfb to start").decode().strip()
    except BaseException:
        procs.stop(server)
        raise
    finally:
        os.close(ours)


def _start_sound(rig, outlive):
    home = rig.home
    sink = "module-null-sink sink_name={0} rate=48000 channels=2 sink_properties=device.description={1}"
    rig.server = procs.start([
        "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit=no", "--use-pid-file=no",
        f"--log-target=file:{home}/pulse.log", "--log-level=notice",
        "-L", f"module-native-protocol-unix auth-anonymous=1 socket={home}/pulse.sock",
        "-L", sink.format("speaker", "FakeSpeaker"),
        "-L", sink.format("micfeed", "MicFeed"),
        "-L", "module-remap-source master=micfeed.monitor source_name=mic source_properties=device.description=FakeMic",
    ], rig.env, home / "pulse-stderr.log", outlive)
    rig.children.append(rig.server)

    def answers():
        if rig.server.poll() is not None:
            log = home / "pulse.log"
            raise procs.Failure("PulseAudio ended: " + (log.read_text(errors="replace")[-400:] if log.exists() else ""))
        return (home / "pulse.sock").exists() and procs.run(["pactl", "info"], rig.env, check=False)

    procs.until(answers, 10, "PulseAudio to answer", pause=0.05)
    procs.run(["pactl", "set-default-sink", "speaker"], rig.env)
    procs.run(["pactl", "set-default-source", "mic"], rig.env)
    for name in ("micfeed", "speaker"):
        with open("/dev/zero", "rb") as silence:
            rig.children.append(procs.start(
                ["pacat", "--playback", "--raw", "--rate=48000", "--channels=2", "--format=s16le",
                 "--latency-msec=20", f"--device={name}"], rig.env, home / "pacat.log", outlive, stdin=silence))


def start_rig(home=None, outlive=False):
    """Starts screen, window manager, microphone and speaker, and returns the Rig."""
    throw_away = home is None
    home = _new_home(home)
    server, display = _start_screen(home, outlive)
    rig = Rig(home, display, time.time() + SETTLE, throw_away)
    rig.children.append(server)
    try:
        rig.children.append(procs.start(["openbox", "--sm-disable"], rig.env, home / "openbox.log", outlive))
        _start_sound(rig, outlive)
        rig.ready_at = time.time() + SETTLE
        rig.screen.wait_for_manager()
    except BaseException:
        rig.stop()
        raise
    return rig


def up(home):
    """Starts a rig that stays when this program ends."""
    home = Path(home).resolve()
    if (home / "rig.json").exists():
        down(home)
    rig = start_rig(home, outlive=True)
    state = {"display": rig.display, "ready_at": rig.ready_at,
             "children": [[child.pid, procs.born(child.pid)] for child in rig.children]}
    (home / "rig.json").write_text(json.dumps(state), encoding="ascii")
    lines = [f"export {name}={shlex.quote(value)}" for name, value in rig.own.items()]
    lines.append("unset WAYLAND_DISPLAY WAYLAND_SOCKET XAUTHORITY")
    (home / "env.sh").write_text("# The rig's environment: . env.sh\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


def attach(home):
    """The rig that `up` left running."""
    home = Path(home).resolve()
    state = json.loads((home / "rig.json").read_text(encoding="ascii"))
    return Rig(home, state["display"], state["ready_at"])


def down(home):
    """Ends what `up` started, and leaves the folder with its logs."""
    home = Path(home).resolve()
    state = json.loads((home / "rig.json").read_text(encoding="ascii"))
    for pid, birth in reversed(state["children"]):
        procs.stop_stranger(pid, birth)
    (home / "rig.json").unlink()
    shutil.rmtree(home / "fb", ignore_errors=True)


def act(rig, action, words):
    """One action of `rig.py do`. A window is the one on top; coordinates count from its upper left corner."""
    view, window = rig.screen, rig.screen.active()
    if action == "key":
        view.key(*words)
    elif action == "type":
        view.type_text(" ".join(words))
    elif action == "click":
        view.click(int(words[0]), int(words[1]), window)
    elif action == "size":
        view.resize(window, int(words[0]), int(words[1]))
    elif action == "shot":
        view.shot(Path(words[0]), None if "root" in words[1:] else window)
    elif action == "windows":
        print(view.describe())
    elif action == "speak":
        rig.settle()
        if words[0] in ("ko", "en"):
            path = rig.home / "say.wav"
            rig.sound.synthesise(words[0], " ".join(words[1:]), path)
            words = [path]
        rig.speak(words[0])
    elif action == "capture":
        with rig.capture_speaker(words[1]):
            time.sleep(float(words[0]))
    else:
        raise procs.Failure(f"no such action: {action}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=("shell", "up", "down", "do"))
    parser.add_argument("--dir", help="the folder of a rig that stays")
    parser.add_argument("rest", nargs=argparse.REMAINDER)
    args, rest = parser.parse_known_args()
    rest = rest + args.rest
    if rest[:1] == ["--dir"]:  # after the verb
        args.dir, rest = rest[1], rest[2:]
    rest = rest[1:] if rest[:1] == ["--"] else rest
    if args.verb != "shell" and not args.dir:
        parser.error("--dir is needed")
    procs.die_on_signals()
    try:
        if args.verb == "up":
            up(args.dir)
        elif args.verb == "down":
            down(args.dir)
        elif args.verb == "do":
            act(attach(args.dir), rest[0], rest[1:])
        else:
            rig = start_rig()
            try:
                rig.settle()
                return subprocess.run(rest or ["bash"], env=rig.env, check=False).returncode
            finally:
                rig.stop()
    except (procs.Failure, FileNotFoundError) as failure:
        print(f"rig: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
