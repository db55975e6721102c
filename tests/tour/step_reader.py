"""What belongs here: the step that is walked by a screen reader alone: a bus for it, the program on that bus, and
what reader.py found. It is left out where AT-SPI is not installed.
What does not: what is pressed and heard (reader.py).
"""
import subprocess
from pathlib import Path

import procs

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
LIMIT = 180.0  # seconds for all of it; each wait has its own


def missing():
    """What is not there, if anything."""
    if not any(Path(path).exists() for path in LAUNCHERS):
        return "at-spi2-core"
    found = subprocess.run(["/usr/bin/python3", "-c", "import pyatspi"], capture_output=True, check=False)
    return None if found.returncode == 0 else "python3-pyatspi"


def _bus(tour):
    """A session bus of its own; returns the environment that names it."""
    log = tour.work / "bus.log"
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    bus = procs.start(command, tour.rig.env, stdout=subprocess.PIPE, stderr=open(log, "ab"))
    tour.rig.children.append(bus)
    address = bus.stdout.readline().decode().strip()
    env = {**tour.rig.env, "DBUS_SESSION_BUS_ADDRESS": address}
    launcher = next(path for path in LAUNCHERS if Path(path).exists())
    tour.rig.children.append(procs.start([launcher, "--launch-immediately"], env, log))
    # A screen reader says that it is there; programs build their tree only then.
    switch = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
              "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status"]

    def on(name):
        try:
            return procs.run([*switch, f"string:{name}", "variant:boolean:true"], env, limit=5.0)
        except procs.Failure:
            return None
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        procs.until(lambda name=name: on(name), 10, f"the accessibility bus to take {name}", pause=0.1)
    return env


def all_of_it(tour):
    lacks = missing()
    if lacks:
        print(f"          left out: the screen reader needs {lacks}", flush=True)
        return
    tour.step("a screen reader alone")
    env = _bus(tour)
    tour.start("--language", "en", "--seed", "7", env=env)
    reader = Path(__file__).with_name("reader.py")
    log = tour.work / "reader.log"
    running = procs.start(["/usr/bin/python3", "-B", reader], env, log)
    procs.until(lambda: running.poll() is not None, LIMIT, "the reader to end", pause=0.1)
    said = log.read_text(encoding="utf-8").splitlines()
    if running.returncode != 0:
        raise procs.Failure("the screen reader: " + "\n".join(said[-8:]))
    for line in said:
        tour.verify(True, f"by screen reader: {line}")
    tour.close()
