"""What belongs here: a library of made-up answers for the pictures: the same one on every run, but for the days, which
count back from today.
What does not: taking the pictures (pictures.py).
"""
import json
import random
import shutil
import tomllib
import wave
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np

import sound

ROOT = Path(__file__).resolve().parents[2]
RATE = 24000  # half the rate of sound.py: enough for speech, and half the bytes
DEVICE = {"id": "pulseaudio:mic", "name": "FakeMic"}
RUBRIC = ("episode", "situation", "task", "action", "result", "i-not-we", "numbers", "depth", "delivery",
          "english-after-switch")
# Whoever has settings is not asked at the first start.
SETTINGS = """\
theme = "light"
plan = "ko-en"
role = "cloud-support"
interview_date = "{interview}"
catch_share = 0.0
think_secs = 0
session = {{ format = "own", interviewers = 2, minutes = 10, break_minutes = 0, plan = "ko-en" }}
"""
NOTES = {
    "ko": "신호를 듣고 2초 넘게 멈췄다. 다음에는 결과부터 짧게 말하기.",
    "en": "More than two seconds of silence after the cue. Next time: say the result first.",
}
PHRASES = {
    "ko": ("지난해 저는 결제 시스템의 장애를 사흘 동안 조사했습니다.",
           "한 시간에 두 번씩 주문이 멈추었고, 아무도 이유를 몰랐습니다.",
           "저는 먼저 일주일 치 기록을 모아 실패한 요청을 하나씩 나누어 보았습니다.",
           "그래서 그 서버의 연결 수를 재어 보았고, 설정이 다른 곳보다 다섯 배 길다는 것을 찾았습니다."),
    "en": ("I measured every request for one week, and cut the error rate by forty percent.",
           "Nobody had looked at the timeouts, so I asked the team that owned the server.",
           "We changed one setting, and I watched the graph for two more days.",
           "Since then I check the timeouts first."),
}
SWITCH_WEEKS = 10
# Story file name, its question, principles, and both texts.
STORIES = (
    ("payment-outage", "dive-deep", {"ko": "결제 장애를 사흘 만에", "en": "A payment outage in three days"}),
    ("capstone", "deliver-results", {"ko": "마감 2주 전의 캡스톤", "en": "A capstone, two weeks before the deadline"}),
)


class SampleLibrary:
    """Writes the library; `language` is that of notes and stories."""

    def __init__(self, rig, folder, language, today=None):
        self.folder, self.language = Path(folder), language
        self.today = (today or datetime.now().astimezone()).replace(hour=19, minute=20, second=0, microsecond=0)
        self.draw = random.Random(7)
        self.noise = np.random.default_rng(7)
        self.clips = {code: [self._clip(rig, code, number, text) for number, text in enumerate(texts)]
                      for code, texts in PHRASES.items()}
        pack = tomllib.loads((ROOT / "assets/packs/behavioural.toml").read_text(encoding="utf-8"))
        self.questions = [each for each in pack["question"] if each["principles"]]
        self.made = 0

    def write(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        interview = (self.today + timedelta(days=12)).date().isoformat()
        (self.folder / "settings.toml").write_text(SETTINGS.format(interview=interview), encoding="utf-8")
        self._stories()
        self._single_languages()
        self._session()
        self._switches()

    # Sound.

    def _clip(self, rig, code, number, text):
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        path = self.folder.parent / f"clip-{code}-{number}.wav"
        samples = rig.sound.synthesise(code, text, path)[::2]
        heard = np.flatnonzero(np.abs(samples) > 0.01 * np.max(np.abs(samples)))
        return samples[heard[0]:heard[-1] + 1]

    def _speech(self, code, secs):
        """Phrases with short pauses until `secs` are full; ends with the end of a word or is cut there."""
        pieces, frames, number = [], 0, self.draw.randrange(4)
        while frames < secs * RATE:
            clip = self.clips[code][number % 4] * self.draw.uniform(0.75, 1.0)
            pause = np.zeros(int(self.draw.uniform(0.35, 0.9) * RATE))
            pieces += [clip, pause]
            frames += len(clip) + len(pause)
            number += 1
        return np.concatenate(pieces)[:int(secs * RATE)]

    def _wav(self, path, pieces):
        """Writes pieces of sound above the noise of a quiet room; returns what attempt.json says about them."""
        samples = np.concatenate(pieces)
        samples = samples + self.noise.normal(0, 10 ** (-66 / 20), len(samples))
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
        loud = np.abs(samples) > 0.02
        return {
            "file": "answer.wav", "state": "complete", "sample_rate_hz": RATE, "frames": len(samples),
            "device": DEVICE, "gaps": [], "peak_dbfs": float(20 * np.log10(np.max(np.abs(samples)))),
            "levels": {"noise_dbfs": -66.0, "clipped_frames": 0,
                       "speech_dbfs": float(10 * np.log10(np.mean(samples[loud] ** 2)))},
        }

    # Attempts.

    def _question(self, principle=None):
        fitting = [each for each in self.questions if principle in (None, each["principles"][0])]
        found = fitting[self.made % len(fitting)]
        return {"id": found["id"], "pack": "behavioural", "principles": found["principles"], "text": found["text"]}

    def _ratings(self, at, mean):
        scores = {line: min(5, max(1, round(self.draw.gauss(mean, 0.7)))) for line in RUBRIC}
        return [{"at": _stamp(at), "scores": scores}]

    def _attempt(self, at, question, plan, pieces, **more):
        """One attempt; `pieces` are sounds, `more` are further fields of attempt.json."""
        self.made += 1
        name = f"{at:%Y-%m-%d_%H%M%S}_{question['id']}_{self.made:04x}"
        folder = self.folder / "attempts" / f"{at:%Y}" / name
        folder.mkdir(parents=True)
        attempt = {
            "format": 1, "id": name, "created": _stamp(at), "app_version": "0.1.0", "question": question, "plan": plan,
            "think_secs": 0, "target_secs": 120, "drill": None, "take": self._wav(folder / "answer.wav", pieces),
            "marks": [], "ratings": [], "notes": "", "starred": False, **more,
        }
        (folder / "attempt.json").write_text(json.dumps(attempt, ensure_ascii=False, indent=2), encoding="utf-8")
        return name

    def _switch(self, at, latency, mean, **more):
        """Korean, the cue in mid-word, a few more words, a silence, English."""
        cue = self.draw.uniform(16, 22)
        last_words = 0.5
        pieces = [np.zeros(int(0.6 * RATE)), self._speech("ko", cue - 0.6 + last_words),
                  np.zeros(int((latency - last_words) * RATE)), self._speech("en", 11), np.zeros(RATE // 2)]
        frame = int(cue * RATE)
        marks = [{"frame": int(0.8 * RATE), "kind": "part", "part": "situation"},
                 {"frame": int(9 * RATE), "kind": "part", "part": "action"},
                 {"frame": frame, "kind": "cue", "to": "en", "by": "drill"},
                 {"frame": int((cue + latency + 6) * RATE), "kind": "flag"}]
        drill = {"seed": self.made, "cue_due_secs": cue, "announced": False}
        return self._attempt(at, self._question(), "ko-en", pieces, marks=marks, drill=drill,
                             ratings=self._ratings(at + timedelta(minutes=3), mean), **more)

    def _switches(self):
        """Ten weeks of sudden switches that become quicker; the last one, of yesterday, has a note and its story."""
        takes = 3 * SWITCH_WEEKS
        for number in range(takes):
            left = takes - 1 - number
            at = self.today - timedelta(days=1 + round(left * 7 / 3), minutes=13 * (number % 5))
            latency = 3.5 - 1.3 * number / takes + self.draw.uniform(-0.35, 0.35)
            last = {"notes": NOTES[self.language], "story": STORIES[0][0]} if left == 0 else {}
            self._switch(at, latency if left else 2.7, 3.0 + number / takes, **last)

    def _single_languages(self):
        """Answers in one language, so that each has figures of its own."""
        for number in range(12):
            code = ("en", "ko")[number % 2]
            at = self.today - timedelta(days=66 - 5 * number, minutes=40)
            pieces = [np.zeros(int(self.draw.uniform(0.5, 1.1) * RATE)), self._speech(code, 30), np.zeros(RATE // 2)]
            self._attempt(at, self._question(), code, pieces, ratings=self._ratings(at, 3.4),
                          story=STORIES[number // 2 % 2][0])

    # A session that waits for its last answer.

    def _session(self):
        begun = self.today - timedelta(days=2)
        name = f"{begun:%Y-%m-%d_%H%M%S}_own_7f3a"
        # Interviewer, depth, seconds, whether the sudden request came.
        plan = ((1, 0, 104, 0), (1, 1, 71, 0), (1, 2, 63, 0), (1, 0, 118, 0), (1, 1, 92, 1), (1, 2, 70, 0),
                (2, 0, 110, 0), (2, 1, 83, 0), (2, 2, 64, 0), (2, 3, 57, 0), (2, 0, 126, 0), (2, 1, 80, 0))
        follow_ups = [{"kind": kind, "text": text} for kind, text in (
            ("numbers", {"en": "What were the numbers before and after?", "ko": "전후 수치는 어땠나요?"}),
            ("why", {"en": "Why did you decide that way?", "ko": "왜 그렇게 결정하셨나요?"}),
            ("your-part", {"en": "Which part of it was yours alone?", "ko": "그중 혼자 하신 부분은 어디인가요?"}))]
        asked, clock, first, question = [], 0.0, None, None
        for number, (interviewer, depth, secs, sudden) in enumerate(plan, 1):
            at = begun + timedelta(seconds=clock)
            if depth == 0:
                question, first = self._question(("dive-deep", "deliver-results")[interviewer - 1]), None
            ask = follow_ups[depth - 1] if depth else None
            more = {"session": {"id": name, "interviewer": interviewer, "number": number}}
            if ask:
                more["follow_up"] = {"first": first, "depth": depth, "kind": ask["kind"]}
            pieces = [np.zeros(int(self.draw.uniform(0.5, 2.2) * RATE)), self._speech("ko", secs - 6)]
            if sudden:
                cue, start = 58, len(pieces[0]) / RATE
                pieces = [pieces[0], self._speech("ko", cue + 0.5 - start), np.zeros(int(1.9 * RATE)),
                          self._speech("en", secs - 66)]
                more["marks"] = [{"frame": cue * RATE, "kind": "cue", "to": "en", "by": "drill"}]
                more["drill"] = {"seed": 3, "cue_due_secs": cue, "announced": False}
            more["ratings"] = self._ratings(at + timedelta(hours=1), 3.8 - 0.12 * number / 2)
            spoken = self._attempt(at, question, "ko-en" if sudden else "ko", pieces, **more)
            first = first or spoken
            asked.append({"interviewer": interviewer, "question": question,
                          "follow_up": ask and {**ask, "depth": depth}, "general": False, "sudden": bool(sudden),
                          "asked_secs": clock, "answered_secs": clock + secs, "attempt": spoken})
            clock += secs
        used = [sum(secs for who, _, secs, _ in plan if who == interviewer) for interviewer in (1, 2)]
        asked.append({"interviewer": 2, "question": question, "follow_up": {**follow_ups[1], "depth": 2},
                      "general": False, "sudden": False, "asked_secs": clock, "answered_secs": None, "attempt": None})
        session = {
            "format": 1, "id": name, "created": _stamp(begun), "app_version": "0.1.0",
            "interview": {"kind": "own", "interviewers": 2, "minutes": 10, "break_minutes": 0},
            "role": "cloud-support", "plan": "ko-en", "seed": 5, "state": "left", "current": 2, "on_break": False,
            # The second has no time for another question: after the answer that is left the session is over.
            "interviewers": [
                {"principles": ["dive-deep"], "subject": None, "secs": used[0], "used_secs": used[0], "break_used_secs": 0.0},
                {"principles": ["deliver-results"], "subject": None, "secs": used[1] + 5, "used_secs": used[1],
                 "break_used_secs": 0.0}],
            "asked": asked,
        }
        folder = self.folder / "sessions"
        folder.mkdir()
        (folder / f"{name}.json").write_text(json.dumps(session, ensure_ascii=False, indent=2), encoding="utf-8")

    def _stories(self):
        folder = self.folder / "stories"
        folder.mkdir()
        heading = {"ko": "# 한국어\n\n## 상황\n\n## 과제\n\n## 행동\n\n## 결과\n",
                   "en": "# English\n\n## Situation\n\n## Task\n\n## Action\n\n## Result\n"}[self.language]
        for name, principle, title in STORIES:
            front = f'+++\nformat = 1\ntitle = "{title[self.language]}"\nprinciples = ["{principle}"]\n+++\n\n'
            (folder / f"{name}.md").write_text(front + heading, encoding="utf-8")


def _stamp(at):
    """A moment as attempt.json holds it."""
    offset = f"{at:%z}"
    offset = f"{offset[:3]}:{offset[3:]}"
    return f"{at:%Y-%m-%dT%H:%M:%S}{offset}[{'UTC' if offset == '+00:00' else offset}]"
