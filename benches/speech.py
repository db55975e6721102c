#!/usr/bin/python3
"""What belongs here: spoken takes whose every boundary is known: espeak-ng speaks, pauses, breaths, clicks and noise
are put in at known places. What does not: what Retake says of them (truth.py).

    speech.py FOLDER [--takes N] [--seed N]

Each take is one WAV for each noise (none, 30, 20 and 10 dB below the voice, and once in a room with an echo) and one
JSON with the truth. A boundary
is where the clean voice, before any noise, rises over or falls under -40 dB of the loudest 10 ms of its phrase.
"""
import argparse
import json
import re
import subprocess
import tempfile
import wave
from pathlib import Path

import numpy as np

RATE = 48_000
FLOOR_DB = -40.0  # of the loudest 10 ms: below it there is no voice
PAUSE_SECS = 0.25
NOISES = {"clean": None, "snr30": 30.0, "room30": 30.0, "snr20": 20.0, "snr10": 10.0}
ECHOING = "room30"  # in a room that goes on sounding for a third of a second
VOICES = ["", "+m1", "+f1", "+m3", "+Annie", "+m7", "+Andrea", "+Andy", "+belinda"]  # those without an artificial echo
VOWEL = re.compile(r"[aeiouyæɑɒɐɔəɚɜɛɪʊʌᵻᵊɨʉøœɯɤ]|[nlm]̩")

KOREAN = [
    "저는 작년에 물류 창고의 재고 시스템을 맡고 있었습니다",
    "어느 날 새벽에 주문이 갑자기 세 배로 늘어났어요",
    "처음에는 서버를 늘리면 된다고 생각했습니다",
    "그런데 로그를 보니까 원인은 전혀 다른 곳에 있었어요",
    "오래된 코드가 같은 주문을 두 번씩 처리하고 있었습니다",
    "그래서 팀원들에게 상황을 설명하고 역할을 나누었습니다",
    "제가 직접 데이터베이스를 확인하고 문제를 재현했어요",
    "고객에게는 먼저 사과하고 예상 시간을 알려 드렸습니다",
    "두 시간 안에 임시로 막는 방법을 찾아서 적용했습니다",
    "그다음 주에 구조를 바꿔서 다시는 생기지 않게 했어요",
    "결과적으로 오류가 절반 이하로 줄어들었습니다",
    "제가 배운 것은 가정을 먼저 의심해야 한다는 점입니다",
    "동료와 의견이 달랐지만 자료를 보고 결정했습니다",
    "다시 한다면 더 일찍 도움을 요청했을 것 같아요",
    "지금은 모든 팀이 그 방법을 쓰고 있습니다",
    "매니저는 일정을 미루자고 했지만 저는 반대했습니다",
]
ENGLISH = [
    "I was responsible for the warehouse inventory system",
    "One night the number of orders went up by a factor of three",
    "At first I thought that adding servers would be enough",
    "But when I looked at the logs the cause was somewhere else",
    "Some old code was processing the same order twice",
    "So I explained the situation to the team and we split the work",
    "I checked the database myself and reproduced the problem",
    "We told the customers what had happened and when it would be fixed",
    "Within two hours we had found a way to stop it",
    "The next week I changed the design so that it could not happen again",
    "As a result the error rate fell by more than half",
    "What I learned is that you should question your assumptions first",
    "My colleague disagreed with me so we decided to look at the data",
    "If I did it again I would ask for help much earlier",
    "Today every team in the company uses that method",
    "My manager wanted to move the deadline but I thought we should not",
]
FILLERS = {"ko": ["음", "어", "그"], "en": ["um", "uh", "well"]}


# A phrase.

def speak(text, language, variant, speed, pitch):
    """The phrase at 48 kHz, -1 to 1, and its stretches of voice as (start, end) in samples."""
    voice = {"ko": "ko", "en": "en-us"}[language] + variant
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "phrase.wav"
        subprocess.run(["espeak-ng", "-v", voice, "-s", str(speed), "-p", str(pitch), "-w", path, text], check=True)
        with wave.open(str(path)) as file:
            rate = file.getframerate()
            sound = np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32768
    sound = resample(sound, rate)
    stretches = voiced(sound)
    start, end = stretches[0][0], stretches[-1][1]
    return sound[start:end], [(a - start, b - start) for a, b in stretches]


def resample(sound, rate):
    """To 48 kHz, by the spectrum, with silence around it so that nothing wraps."""
    pad = rate // 10
    sound = np.concatenate([np.zeros(pad), sound, np.zeros(pad + (-len(sound)) % rate)])
    length = round(len(sound) * RATE / rate)
    spectrum = np.fft.rfft(sound)
    grown = np.zeros(length // 2 + 1, complex)
    grown[: len(spectrum)] = spectrum[: len(grown)]
    return np.fft.irfft(grown, length) * length / len(sound)


def voiced(sound):
    """Stretches over the floor; gaps below 30 ms are part of a sound."""
    width, hop = RATE // 100, RATE // 1000
    power = np.convolve(sound ** 2, np.ones(width) / width, "same")[::hop]
    over = power > power.max() * 10 ** (FLOOR_DB / 10)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], over.astype(int), [0]])))
    stretches = []
    for start, end in edges.reshape(-1, 2):
        if stretches and start - stretches[-1][1] < 30:
            stretches[-1][1] = end
        else:
            stretches.append([start, end])
    return [(int(a) * hop, min(int(b) * hop, len(sound))) for a, b in stretches]


def syllables(text, language):
    """Korean: one for each block. English: one for each vowel that espeak-ng speaks."""
    if language == "ko":
        return sum("가" <= letter <= "힣" for letter in text)
    spoken = subprocess.run(["espeak-ng", "-q", "-v", "en-us", "--ipa", "--sep=_", text], check=True,
                            capture_output=True, text=True).stdout
    return sum(bool(VOWEL.search(sound)) for sound in re.split(r"[_\s]+", spoken))


# What is no voice.

def breath(random):
    """Noise between 400 and 5000 Hz that swells and falls within 0.2 to 0.5 s; its loudest 10 ms are at 1."""
    length = int(random.uniform(0.2, 0.5) * RATE)
    spectrum = np.fft.rfft(random.standard_normal(length))
    hertz = np.fft.rfftfreq(length, 1 / RATE)
    spectrum *= np.exp(-((np.log(np.maximum(hertz, 1) / 1500) / 0.9) ** 2))
    sound = np.fft.irfft(spectrum, length) * np.sin(np.linspace(0, np.pi, length)) ** 1.5
    return sound / np.sqrt(np.convolve(sound ** 2, np.ones(480) / 480, "same").max())


def click(random):
    """A key or a mouse: two knocks of a few milliseconds; its highest sample is 1."""
    length = int(0.06 * RATE)
    sound = np.zeros(length)
    for at in (0, int(random.uniform(0.02, 0.04) * RATE)):
        tail = np.arange(length - at) / RATE
        sound[at:] += random.standard_normal(len(tail)) * np.exp(-tail / random.uniform(0.0008, 0.004))
    return sound / np.abs(sound).max()


def noise(length, random, pink):
    """White, or falling with the frequency as a fan does, with some hum; RMS 1."""
    spectrum = np.fft.rfft(random.standard_normal(length))
    if pink:
        hertz = np.fft.rfftfreq(length, 1 / RATE)
        spectrum /= np.sqrt(np.maximum(hertz, 40))
    sound = np.fft.irfft(spectrum, length)
    sound /= np.sqrt(np.mean(sound ** 2))
    hum = np.sin(np.arange(length) / RATE * 120 * np.pi) * 0.3
    sound += hum if pink else 0
    return sound / np.sqrt(np.mean(sound ** 2))


def room(sound, random):
    """Half a metre from a microphone in a living room: the walls give back half of the power, and it falls by 60 dB
    in 0.35 s."""
    seconds = np.arange(int(0.35 * RATE)) / RATE
    walls = random.standard_normal(len(seconds)) * 10 ** (-3 * seconds / 0.35) * (seconds > 0.004)
    walls *= np.sqrt(0.5 / np.sum(walls ** 2))
    walls[0] = 1.0
    length = len(sound) + len(walls)
    return np.fft.irfft(np.fft.rfft(sound, length) * np.fft.rfft(walls, length), length)[: len(sound)]


# A take.

def plan(random, number):
    """What is said in which order: (language, text, pause after it), and after which one the cue comes."""
    switch = number % 3 == 0
    first = "ko" if switch or number % 3 == 1 else "en"
    said = []
    for language in ([first, "en"] if switch else [first]):
        lines = list(random.permutation(KOREAN if language == "ko" else ENGLISH)[: 6 if switch else 10])
        for line in lines:
            if random.random() < 0.15:
                said.append((language, str(random.choice(FILLERS[language])), random.uniform(0.3, 0.9)))
            kind = random.random()
            after = (random.uniform(0.04, 0.18) if kind < 0.25 else random.uniform(0.3, 1.2) if kind < 0.85
                     else random.uniform(1.2, 3.5))
            said.append((language, str(line), after))
    if not switch:
        return said, None
    last = max(index for index, (language, _, _) in enumerate(said) if language == "ko")
    said[last] = (*said[last][:2], random.uniform(0.5, 4.0))
    if random.random() < 0.4:
        said.insert(last + 1, ("en", str(random.choice(FILLERS["en"][:2])), random.uniform(0.4, 1.5)))
    # What follows the restart is long enough to be told from a filler.
    return said, last


def make(seed, number):
    """The clean voice, everything else that sounds, and the truth."""
    random = np.random.default_rng([seed, number])
    said, cue_after = plan(random, number)
    variant, pitch = VOICES[number % len(VOICES)], int(random.uniform(30, 70))
    pieces, stretches, phrases = [np.zeros(int(random.uniform(0.6, 3.0) * RATE))], [], []
    at = len(pieces[0])
    for language, text, after in said:
        speed = int(random.uniform(130, 210))
        sound, inner = speak(text, language, variant, speed, pitch)
        loud = 10 ** (random.uniform(-3, 3) / 20)
        pieces += [sound * loud, np.zeros(int(after * RATE))]
        stretches += [(at + a, at + b) for a, b in inner]
        phrases.append({"start": at / RATE, "end": (at + len(sound)) / RATE, "language": language, "text": text,
                        "syllables": syllables(text, language)})
        at += len(sound) + len(pieces[-1])
    pieces.append(np.zeros(int(random.uniform(0.5, 2.0) * RATE)))
    voice = np.concatenate(pieces)
    in_voice = np.zeros(len(voice), bool)
    for start, end in stretches:
        in_voice[start:end] = True
    rms = np.sqrt(np.mean(voice[in_voice] ** 2))
    voice *= 0.08 / rms

    runs = []
    for start, end in stretches:
        if runs and start - runs[-1][1] < PAUSE_SECS * RATE:
            runs[-1][1] = end
        else:
            runs.append([start, end])
    other, spots = disturb(voice, runs, random)
    truth = {
        "seconds": len(voice) / RATE, "language": said[0][0] if cue_after is None else "both",
        "stretches": [[a / RATE, b / RATE] for a, b in stretches],
        "runs": [[a / RATE, b / RATE] for a, b in runs], "phrases": phrases, "others": spots,
        "syllables": sum(phrase["syllables"] for phrase in phrases), "cue": None,
    }
    if cue_after is not None:
        truth["cue"] = cue(phrases, runs, cue_after, random)
    return voice, other, truth


def cue(phrases, runs, last, random):
    """A cue 0.1 to 1.2 s before the end of the first language, or shortly after it, and what then follows."""
    end = phrases[last]["end"]
    at = end - random.uniform(0.1, 1.2) if random.random() < 0.7 else end + random.uniform(0.05, 0.2)
    restart = next(phrase["start"] for phrase in phrases[last + 1:] if phrase["text"] not in FILLERS["en"])
    voice = phrases[last + 1]["start"]
    return {"at": at, "disengage": max(0.0, end - at), "first_voice": voice - at, "restart": restart - at}


def disturb(voice, runs, random):
    """Breaths and clicks within the pauses, and where they are."""
    other, spots = np.zeros(len(voice)), []
    for before, after in zip(runs, runs[1:]):
        start, end = before[1], after[0]
        kind = random.random()
        sound = None
        if kind < 0.3 and end - start > 0.7 * RATE:
            sound = breath(random) * 0.08 * 10 ** (random.uniform(-26, -16) / 20)
            # Breath is taken before one speaks.
            place = end - len(sound) - int(random.uniform(0.02, 0.12) * RATE)
            name = "breath"
        elif kind < 0.5 and end - start > 0.4 * RATE:
            sound = click(random) * random.uniform(0.05, 0.4)
            place = int(random.uniform(start + 0.05 * RATE, end - 0.15 * RATE))
            name = "click"
        if sound is not None:
            other[place: place + len(sound)] += sound
            spots.append([name, place / RATE, (place + len(sound)) / RATE])
    return other, spots


def write(path, sound):
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((np.clip(sound, -1, 1 - 2 ** -15) * 32768).round().astype("<i2").tobytes())


def generate(folder, takes, seed):
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(takes):
        voice, other, truth = make(seed, number)
        random = np.random.default_rng([seed, number, 1])
        murmur = noise(len(voice), random, pink=number % 2 == 0)
        # Every other pair of takes was recorded at a low level.
        gain = 10 ** (-18 / 20) if number % 4 == 3 else 1.0
        for name, snr in NOISES.items():
            level = 0.08 * 10 ** (-(70 if snr is None else snr) / 20)
            said = room(voice + other, random) if name == ECHOING else voice + other
            write(folder / f"{number:03}_{name}.wav", (said + murmur * level) * gain)
        (folder / f"{number:03}.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--takes", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    generate(arguments.folder, arguments.takes, arguments.seed)


if __name__ == "__main__":
    main()
