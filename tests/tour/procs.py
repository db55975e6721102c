"""What belongs here: child processes that are always ended, and waiting with a limit.
What does not: anything about screens, sound or Retake.
"""
import ctypes
import os
import signal
import subprocess
import time


class Failure(Exception):
    """Something did not happen that should have."""


def until(condition, limit, what, pause=0.02):
    """Polls `condition` until it is true and returns its value; fails after `limit` seconds."""
    end = time.monotonic() + limit
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Failure(f"waited {limit:g} s in vain for {what}")
        time.sleep(pause)


def _die_with_parent():
    ctypes.CDLL(None, use_errno=True).prctl(1, signal.SIGKILL)


def start(command, env, log=None, outlive=False, **more):
    """Starts `command` as the leader of its own group. It dies with us unless it may `outlive` us."""
    out = open(log, "ab") if log else subprocess.DEVNULL
    try:
        return subprocess.Popen(
            [str(part) for part in command],
            env=env,
            stdin=more.pop("stdin", subprocess.DEVNULL),
            stdout=more.pop("stdout", out),
            stderr=more.pop("stderr", out),
            start_new_session=True,
            preexec_fn=None if outlive else _die_with_parent,
            **more,
        )
    finally:
        if log:
            out.close()


def run(command, env, limit=5.0, check=True):
    """Runs `command` to its end within `limit` seconds and returns what it printed."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise Failure(f"{command[0]} did not end within {limit:g} s: {command}") from late
    if check and done.returncode != 0:
        raise Failure(f"{command} failed with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def stop(process, patience=2.0):
    """Ends a child and its group: asks, waits, then kills."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
        except (ProcessLookupError, PermissionError):
            pass
        try:
            return process.wait(patience)
        except subprocess.TimeoutExpired:
            continue
    return None


def born(pid):
    """When a process started, in ticks; None if there is none. A pid alone may have been given out again."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as stat:
            fields = stat.read().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] == "Z" else int(fields[19])


def stop_stranger(pid, birth, patience=2.0):
    """Ends a process started by an earlier run of ours, if it is still the same one."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if born(pid) != birth:
            return
        try:
            os.kill(pid, sign)
        except ProcessLookupError:
            return
        end = time.monotonic() + patience
        while born(pid) == birth and time.monotonic() < end:
            time.sleep(0.02)


def die_on_signals():
    """Turns the usual ways to be ended into an exception, so that `finally` is reached."""
    def leave(number, _frame):
        raise SystemExit(128 + number)

    for sign in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, leave)
