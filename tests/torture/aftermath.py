"""What belongs here: what lies on the disk at the moment of a kill, and what must hold of it afterwards.
What does not: running or killing the program (stage.py, moments.py).
"""
import hashlib
import json
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

HEADER = 44  # bytes before the first sample
PLANS = {"Korean": "ko", "English": "en", "KoreanToEnglish": "ko-en", "EnglishToKorean": "en-ko"}
SAVED = re.compile(r"^(\S+) +DEBUG retake::app::disk(?:::\w+)?: attempt saved id=(\S+) scores=(None|Some\((.*?)\)) notes=(\d+)$",
                   re.MULTILINE)
SETTINGS = re.compile(r"DEBUG retake::app::disk(?:::\w+)?: settings saved plan=(\w+)")


@dataclass
class Seen:
    """One attempt's folder."""

    place: str  # "attempts" or "trash"
    json: dict | None
    files: list
    wav: str | None = None  # a hash of all bytes
    frames: int = 0
    part: bytes | None = None
    faults: list = field(default_factory=list)

    @property
    def heard(self):
        """Whether a single sample of it was on the disk."""
        return self.frames > 0

    @property
    def state(self):
        return ((self.json or {}).get("take") or {}).get("state")

    def told(self):
        """In a few words."""
        files = "no sound" if self.wav is None and self.part is None else "wav" if self.part is None else "part"
        return f"{self.place}: {files} {self.frames} {self.state or 'no json'}"


def scores_of(attempt):
    ratings = (attempt or {}).get("ratings") or []
    return ratings[-1]["scores"] if ratings else {}


def _look_at(folder, place):
    seen = Seen(place, None, sorted(file.name for file in folder.iterdir()))
    file = folder / "attempt.json"
    if file.exists():
        try:
            seen.json = json.loads(file.read_text(encoding="utf-8"))
        except ValueError as error:
            seen.faults.append(f"attempt.json cannot be read: {error}")
    wav, part = folder / "answer.wav", folder / "answer.wav.part"
    if wav.exists():
        data = wav.read_bytes()
        seen.wav = hashlib.sha256(data).hexdigest()
        seen.frames = (len(data) - HEADER) // 2
        sizes = (int.from_bytes(data[4:8], "little"), int.from_bytes(data[40:44], "little"))
        if data[:4] != b"RIFF" or data[36:40] != b"data" or sizes != (len(data) - 8, 2 * seen.frames) \
                or len(data) != 2 * seen.frames + HEADER:
            seen.faults.append(f"answer.wav has {len(data)} bytes, its header counts {sizes}")
    if part.exists():
        seen.part = part.read_bytes()
        seen.frames = max(seen.frames, max(0, len(seen.part) - HEADER) // 2)
    return seen


class Snapshot:
    """The whole library at a moment at which nobody writes."""

    def __init__(self, library):
        self.root = Path(library)
        self.attempts, self.twice, self.faults, self.folders = {}, [], [], set()
        for place, pattern in (("attempts", "attempts/*/*"), ("trash", "trash/*")):
            for folder in sorted(self.root.glob(pattern)):
                if not folder.is_dir():
                    continue
                self.folders.add(folder.name)
                if folder.name in self.attempts:
                    self.twice.append(folder.name)
                self.attempts[folder.name] = seen = _look_at(folder, place)
                self.faults += [f"{folder.name}: {fault}" for fault in seen.faults]
        self.leftovers = {file for file in self.root.rglob(".retake-*.tmp")}
        self.leftovers |= {file for file in self.root.rglob("*.part")}
        settings = self.root / "settings.toml"
        try:
            self.settings = tomllib.loads(settings.read_text(encoding="utf-8")) if settings.exists() else {}
        except ValueError as error:
            self.settings = {}
            self.faults.append(f"settings.toml cannot be read: {error}")

    def sounds(self):
        return {name: seen for name, seen in self.attempts.items() if seen.heard}


def saved_by(log):
    """What the program said it had saved: the last of each attempt, when it first did, and the plan in the settings."""
    last, first = {}, {}
    for at, name, said, scores, notes in SAVED.findall(log):
        last[name] = ({} if said == "None" else json.loads(scores), int(notes))
        first.setdefault(name, at)
    plans = [PLANS[plan] for plan in SETTINGS.findall(log)]
    return last, first, plans[-1] if plans else None


def at_the_kill(found, before, log):
    """What was told as saved is on the disk already, whatever the next start does. Returns what is wrong."""
    wrong = list(found.faults)
    last, _, plan = saved_by(log)
    for name, (scores, notes) in last.items():
        seen = found.attempts.get(name)
        if seen is None or seen.json is None:
            wrong.append(f"{name}: it was told as saved and is not there")
            continue
        there = scores_of(seen.json)
        # One more save may have reached the disk before it could be told; one save changes one line.
        changed = [line for line in there.keys() | scores.keys() if there.get(line) != scores.get(line)]
        if len(changed) > 1 or any(line not in there for line in scores):
            wrong.append(f"{name}: the scores {scores} were told as saved, on the disk are {there}")
        if len(seen.json.get("notes") or "") < notes:
            wrong.append(f"{name}: {notes} letters of notes were told as saved, {len(seen.json['notes'])} are there")
    if plan is not None:
        cycle = list(PLANS.values())
        allowed = (plan, cycle[(cycle.index(plan) + 1) % len(cycle)])
        if found.settings.get("plan") not in allowed:
            wrong.append(f"the plan {plan} was told as saved, {found.settings.get('plan')} is on the disk")
    if before is not None:
        wrong += same_sounds(before, found)
    return wrong


def same_sounds(before, after):
    """Every finished sound is there once, byte for byte."""
    wrong = [f"{name} stands twice" for name in after.twice]
    for name, seen in before.sounds().items():
        now = after.attempts.get(name)
        if now is None:
            wrong.append(f"{name} is missing")
        elif seen.wav and seen.part is None and now.wav != seen.wav:
            wrong.append(f"{name}: the bytes of answer.wav changed")
    return wrong


def after_the_start(killed, now, said, log):
    """What must hold once the program has read the library again. Returns what is wrong."""
    wrong = now.faults + same_sounds(killed, now)
    count, faults, _ = said
    if faults:
        wrong.append(f"the program tells of {faults} faults")
    if count != sum(seen.place == "attempts" for seen in now.attempts.values()):
        wrong.append(f"the program lists {count} attempts")
    for file in sorted(now.leftovers):
        # The program may be writing to its cache at this moment; what was left there before must be gone.
        if "cache" not in file.relative_to(now.root).parts or file in killed.leftovers:
            wrong.append(f"{file.relative_to(now.root)} was left behind")
    for name, seen in now.attempts.items():
        if seen.json is None:
            wrong.append(f"{name} is a folder without attempt.json")
        elif seen.place == "attempts":
            wrong += [f"{name}: {fault}" for fault in _not_whole(seen)]
    for name, seen in killed.attempts.items():
        then = now.attempts.get(name)
        if then is not None and seen.json is not None and then.json is not None:
            wrong += [f"{name}: {fault}" for fault in _not_kept(seen, then)]
    for word in ("panicked", " ERROR "):
        wrong += [line for line in log.splitlines() if word in line]
    return wrong


def _not_whole(seen):
    take = seen.json["take"]
    if not seen.heard:
        yield "an attempt without a sample is listed"
    if take["state"] not in ("complete", "repaired"):
        yield f"its state is {take['state']}"
    if take["frames"] != seen.frames:
        yield f"attempt.json counts {take['frames']} frames, answer.wav {seen.frames}"
    if any(mark["frame"] > seen.frames for mark in seen.json["marks"]):
        yield "a mark lies beyond the end"


def _not_kept(before, after):
    if before.heard and after.place != before.place:
        yield f"it went from {before.place} to {after.place} by itself"
    for key in ("ratings", "notes", "starred", "question", "plan", "created"):
        if before.json[key] != after.json[key]:
            yield f"{key} changed"
    if len(before.json["marks"]) != len(after.json["marks"]):
        yield "a mark is missing"
    if before.part and before.heard:
        # All that had reached the disk, sample for sample; wherever it stands now.
        if after.frames < before.frames:
            yield f"{before.frames} frames were on the disk, {after.frames} are left"


def same_beginning(part, wav):
    """Whether a mended file holds the samples of the one it was made from."""
    whole = len(part) - (len(part) - HEADER) % 2
    return Path(wav).read_bytes()[HEADER:whole] == part[HEADER:whole]
