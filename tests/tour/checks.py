"""What belongs here: what a run of the tour carries along: its report, its pictures, the program under test.
What does not: the steps themselves (step_*.py).
"""
import time
from pathlib import Path

import app
import procs
import screen
import sound

KOREAN = (
    "지난해 저는 결제 시스템의 장애를 사흘 동안 조사했습니다. 한 시간에 두 번씩 주문이 멈추었고, 아무도 이유를 몰랐습니다. "
    "저는 먼저 일주일 치 기록을 모아 실패한 요청을 하나씩 나누어 보았습니다. 그 가운데 구십 퍼센트가 같은 서버를 지나갔습니다. "
    "그래서 그 서버의 연결 수를 재어 보았고, 시간 초과 설정이 다른 곳보다 다섯 배 길다는 것을 찾았습니다.")
ENGLISH = "I measured every request for one week, and cut the error rate by forty percent."
GOOD_FIT = 0.9


class Tour:
    """The state of one tour."""

    def __init__(self, rig, binary, out, work):
        self.rig, self.binary = rig, binary
        self.out, self.work = Path(out), Path(work)
        self.library = app.Library(self.work / "library")
        self.app = None
        self.lines, self.pictures, self.runs = [], 0, 0
        self.born = time.monotonic()
        self.speech = {}
        for language, text in (("ko", KOREAN), ("en", ENGLISH)):
            path = self.work / f"{language}.wav"
            self.speech[language] = (path, rig.sound.synthesise(language, text, path))

    def step(self, name):
        print(f"[{time.monotonic() - self.born:5.1f} s] {name}", flush=True)

    def verify(self, so, what):
        """Notes a fact, or ends the tour."""
        if not so:
            raise procs.Failure(f"not so: {what}")
        self.lines.append(what)
        print(f"          ok: {what}", flush=True)

    def start(self, *arguments, library=None, env=None):
        """Starts the program and waits for its first picture."""
        self.runs += 1
        library = library or self.library.path
        self.app = app.App(self.rig, self.binary, library, self.work / f"app-{self.runs}.log", *arguments,
                           env=env)
        return self.app

    def close(self, words=("panicked", " ERROR ")):
        """Closes the window. The program must end well, and none of the words may stand in its log."""
        code, seconds = self.app.close()
        if code != 0:
            raise procs.Failure(f"closing the window ended the program with {code}")
        text = self.app.log.read_text(encoding="utf-8", errors="replace")
        bad = [line for line in text.splitlines() if any(word in line for word in words)]
        if bad:
            raise procs.Failure(f"standard error holds: {bad[0]}")
        self.app = None
        return seconds

    def picture(self, name, still=True, of=None):
        """Takes a picture of the window; `still` waits for the end of small motions."""
        self.pictures += 1
        path = self.out / f"{self.pictures:02}-{name}.png"
        seen = self.rig.screen.calm(of or self.app.window) if still else self.app.picture()
        screen.write_png(path, seen)
        return seen

    def changes(self, keys, what):
        """Presses keys and waits until the picture is another one."""
        before = self.rig.screen.calm(self.app.window)
        self.app.key(*keys)
        procs.until(lambda: (self.app.picture() != before).any(), 5, what)
        self.rig.screen.calm(self.app.window)

    def last_attempt(self, known=()):
        """The attempt that was not there before."""
        return next((one for one in self.library.attempts() if one.folder.name not in known), None)

    def record(self, known=()):
        """Presses Space and waits until sound reaches the disk."""
        self.app.key("space")
        attempt = procs.until(lambda: self.last_attempt(known), 5, "attempt.json of the new attempt")
        procs.until(lambda: attempt.again().state == "recording", 5, "the attempt to be recording")
        first = procs.until(lambda: attempt.part.exists() and attempt.part.stat().st_size, 5, "answer.wav.part")
        procs.until(lambda: attempt.part.stat().st_size > first, 5, "answer.wav.part to grow")
        return attempt.again()

    def hear(self, attempt, what, seconds=4.0):
        """Presses Space on the review and compares what the speaker plays with the file of the attempt."""
        path = self.work / "speaker.wav"
        wav = sound.resample(attempt.wav, sound.wav_shape(attempt.wav)[2], self.work / "answer-48k.wav")
        with self.rig.capture_speaker(path) as running:
            pressed = running.frames()
            self.app.key("space")
            sound.wait_for_sound(running, 8)
            time.sleep(seconds)
            self.app.key("space")
        heard, _ = sound.read_wav(path)
        at = sound.loudest(heard, seconds - 1)
        match = sound.find(heard[at:at + int((seconds - 1) * sound.RATE)], wav)
        late = (at - match.start - pressed) / sound.RATE
        self.verify(match.fit >= GOOD_FIT, f"{what}: {match} of the answer")
        self.verify(0 <= late < 1, f"it plays from the start, {1000 * late:.0f} ms after Space")

    def failed(self, failure):
        """Keeps what helps to understand a failure."""
        print(f"\nFAILED after {time.monotonic() - self.born:.0f} s: {failure}", flush=True)
        try:
            screen.write_png(self.out / "failed.png", self.rig.screen.grab())
            print(f"The screen at that moment: {self.out / 'failed.png'}")
        except (OSError, procs.Failure) as also:
            print(f"No picture of it: {also}")
        if self.app:
            print("The last lines of the program on standard error:\n" + self.app.tail())
        for attempt in self.library.attempts()[-2:]:
            print(f"{attempt.folder.name}: {sorted(file.name for file in attempt.folder.iterdir())} {attempt.json}")

    def report(self):
        print(f"\nThe tour verified, in {time.monotonic() - self.born:.0f} s:")
        for number, line in enumerate(self.lines, 1):
            print(f"{number:3}. {line}")
        print(f"Its {self.pictures} pictures are in {self.out}.")

    def end(self):
        if self.app and self.app.process.poll() is None:
            self.app.kill()
