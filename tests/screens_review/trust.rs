//! The badge that says how far a recording can be trusted, what stands behind it, and the words of
//! striped places.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use retake::model::attempt::Attempt;
use retake::model::language::Language;
use retake::model::sound::Levels;
use retake::model::take::{Gap, GapCause, TakeState};

use crate::{LARGE, RATE, SMALL, attempt, commands, open};

fn levelled(noise_dbfs: f32, speech_dbfs: f32) -> Attempt {
    let mut attempt = attempt();
    attempt.take.levels = Some(Levels {
        noise_dbfs,
        speech_dbfs,
        clipped_frames: 0,
    });
    attempt
}

fn interrupted() -> Attempt {
    let mut attempt = levelled(-62.0, -24.0);
    attempt.take.gaps = vec![
        Gap {
            start_frame: 20 * RATE,
            frames: RATE / 2,
            cause: GapCause::Interrupted,
            away_secs: 12,
        },
        Gap {
            start_frame: 40 * RATE,
            frames: RATE,
            cause: GapCause::Dropped,
            away_secs: 0,
        },
        Gap {
            start_frame: 60 * RATE,
            frames: 0,
            cause: GapCause::Missing,
            away_secs: 0,
        },
    ];
    attempt
}

#[test]
fn the_badge_names_the_verdict_and_opens_its_reasons() {
    let mut repaired = attempt();
    repaired.take.state = TakeState::Repaired;
    for (attempt, verdicts, behind) in [
        (
            levelled(-62.0, -24.0),
            ["품질 좋음", "Good quality"],
            vec![
                ["녹음 상태가 좋아요.", "No problems found."],
                ["USB 마이크", "USB 마이크"],
                ["48 kHz", "48 kHz"],
                ["-62 dBFS", "-62 dBFS"],
                ["-24 dBFS", "-24 dBFS"],
                ["-6 dBFS", "-6 dBFS"],
                ["없음", "None"],
            ],
        ),
        (
            levelled(-28.0, -24.0),
            ["품질 나쁨", "Poor quality"],
            vec![
                [
                    "목소리에 비해 주변이 시끄러워요",
                    "The room is noisy compared to your voice",
                ],
                [
                    "조용한 곳을 찾거나 마이크를 입 가까이 두세요.",
                    "Find a quieter place or move the microphone closer.",
                ],
            ],
        ),
        (
            interrupted(),
            ["품질 보통", "Fair quality"],
            vec![
                ["소리가 1.5초 빠졌어요", "1.5 s of sound is missing"],
                ["1.5초", "1.5 s"],
                [
                    "마이크 연결이 끊겨 0.5초가 비었고, 12초 뒤 이어서 녹음했어요",
                    "The microphone was disconnected: 0.5 s missing, and recording continued 12 s later",
                ],
            ],
        ),
        (
            repaired,
            ["품질 보통", "Fair quality"],
            vec![["알 수 없음", "Unknown"]],
        ),
    ] {
        for (at, language) in [Language::Korean, Language::English]
            .into_iter()
            .enumerate()
        {
            for size in [LARGE, SMALL] {
                let mut window = open(language, attempt.clone(), size);
                window
                    .get_by_role_and_label(Role::Button, verdicts[at])
                    .click();
                window.run();
                for words in &behind {
                    let found = window.query_all_by_label(words[at]).count();
                    assert!(found > 0, "{} in {size:?}", words[at]);
                }
                assert!(commands(&window).is_empty());
            }
        }
    }
}

#[test]
fn striped_places_say_why_and_how_long_and_leave_the_waveform_to_be_pressed() {
    for (language, labels) in [
        (
            Language::Korean,
            [
                "0:20 · 마이크 연결이 끊겨 0.5초가 비었고, 12초 뒤 이어서 녹음했어요",
                "0:40 · 컴퓨터가 바빠서 1.0초가 빠졌어요",
                "1:00 · 오디오 장치에서 0.00초가 들어오지 않았어요",
            ],
        ),
        (
            Language::English,
            [
                "0:20 · The microphone was disconnected: 0.5 s missing, and recording continued 12 s later",
                "0:40 · The computer was too busy: 1.0 s missing",
                "1:00 · 0.00 s never arrived from the sound device",
            ],
        ),
    ] {
        let mut window = open(language, interrupted(), LARGE);
        for label in labels {
            window.get_by_label(label);
        }
        let place = window.get_by_label(labels[1]).rect().center();
        window.hover_at(place);
        window.run();
        window.drag_at(place);
        window.run();
        assert!(!commands(&window).is_empty(), "it seeks");
    }
}

#[test]
fn the_time_away_is_told_only_if_somebody_went_on() {
    let mut attempt = interrupted();
    attempt.take.gaps[0].away_secs = 0;
    open(Language::Korean, attempt.clone(), SMALL)
        .get_by_label("0:20 · 마이크 연결이 끊겨 0.5초가 비었어요");
    attempt.take.gaps[0].away_secs = 185;
    open(Language::Korean, attempt, SMALL)
        .get_by_label("0:20 · 마이크 연결이 끊겨 0.5초가 비었고, 3분 5초 뒤 이어서 녹음했어요");
}
