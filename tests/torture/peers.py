"""What belongs here: what other recorders leave when they are killed in the same way, for comparison.
What does not: any verdict on them, and Retake itself.
"""
import os
import shutil
import signal
import time

import procs
import sound

SPOKEN = 4.0  # seconds until the kill


def _header(data):
    """Seconds that a WAV's own header counts; every player believes it."""
    at = data.find(b"data")
    size = int.from_bytes(data[at + 4:at + 8], "little") if at >= 0 else 0
    return size / 2 / sound.RATE, max(0, len(data) - at - 8) / 2 / sound.RATE


def show(stage, work):
    """Records with each, kills it, and prints what its file claims and what it holds."""
    commands = {
        "arecord": ["arecord", "-q", "-D", "pulse", "-t", "wav", "-f", "S16_LE", "-r", str(sound.RATE), "-c", "1"],
        "parec": ["parec", "--device=mic", "--file-format=wav", f"--rate={sound.RATE}", "--channels=1",
                  "--format=s16le"],
    }
    for name, command in commands.items():
        if not shutil.which(name):
            print(f"{name}: left out, it is not installed")
            continue
        file = work / f"{name}.wav"
        process = procs.start([*command, file], stage.rig.env, work / f"{name}.log")
        try:
            procs.until(lambda: file.exists() or process.poll() is not None, 10, f"{name} to begin")
            time.sleep(SPOKEN)
            os.killpg(process.pid, signal.SIGKILL)
        except (procs.Failure, ProcessLookupError) as failure:
            print(f"{name}: left out, {failure}: {(work / f'{name}.log').read_text(errors='replace')[-200:].strip()}")
            continue
        finally:
            process.wait(5)
        claims, holds = _header(file.read_bytes()) if file.exists() else (0.0, 0.0)
        print(f"{name}: killed {SPOKEN:.0f} s after it began; the header of its file says {claims:,.1f} s, "
              f"the file holds {holds:.2f} s")
    return 0
