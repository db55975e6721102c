//! The words of the format of stories: headings of their files in both languages, and what is asked
//! when one is told for the first time. Written into files, so never to be changed by a language of the
//! window. Not here: the files (`library::story_file`).

use crate::model::language::{Bilingual, Language};
use crate::model::question::Question;
use crate::model::star::StarPart;

/// Length of a take in which a story is told for the first time, in seconds.
pub const CAPTURE_SECS: u32 = 60;
const CAPTURE_ID: &str = "story-capture";
const CAPTURE_PACK: &str = "retake";

/// The heading of a language, in that language.
pub const fn language_heading(language: Language) -> &'static str {
    match language {
        Language::Korean => "한국어",
        Language::English => "English",
    }
}

/// The language that a heading names, in either language and any case.
pub fn language_of(heading: &str) -> Option<Language> {
    match heading.to_lowercase().as_str() {
        "한국어" | "한글" | "ko" | "korean" => Some(Language::Korean),
        "영어" | "en" | "english" => Some(Language::English),
        _ => None,
    }
}

/// The heading of a part in a language.
pub const fn part_heading(part: StarPart, language: Language) -> &'static str {
    match (language, part) {
        (Language::Korean, StarPart::Situation) => "상황",
        (Language::Korean, StarPart::Task) => "과제",
        (Language::Korean, StarPart::Action) => "행동",
        (Language::Korean, StarPart::Result) => "결과",
        (Language::English, StarPart::Situation) => "Situation",
        (Language::English, StarPart::Task) => "Task",
        (Language::English, StarPart::Action) => "Action",
        (Language::English, StarPart::Result) => "Result",
    }
}

/// The part that a heading names, in either language and any case.
pub fn part_of(heading: &str) -> Option<StarPart> {
    let heading = heading.to_lowercase();
    StarPart::ALL.into_iter().find(|part| {
        [Language::Korean, Language::English]
            .iter()
            .any(|language| part_heading(*part, *language).to_lowercase() == heading)
    })
}

/// What is asked when a story is told for the first time.
pub fn capture_question() -> Question {
    Question {
        id: CAPTURE_ID.to_owned(),
        pack: CAPTURE_PACK.to_owned(),
        text: Bilingual {
            en: "Tell it as it comes to mind: what happened, and what did you do?".to_owned(),
            ko: "떠오르는 대로 말해 보세요. 무슨 일이 있었고, 무엇을 했나요?".to_owned(),
        },
        ..Question::default()
    }
}

/// Whether a question on the card is the one with which a story is told for the first time.
pub fn is_capture(question: &Question) -> bool {
    question.id == CAPTURE_ID && question.pack == CAPTURE_PACK
}
