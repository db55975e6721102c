//! The two languages, the plan of an attempt, and texts that exist in both.
//! Not here: the words of the interface (`i18n`).

use serde::{Deserialize, Serialize};

use crate::model::ids::ids;

/// A language of the interface, of a question or of a part of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// 한국어.
    #[serde(rename = "ko")]
    Korean,
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// The other one of the two.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Korean => Self::English,
            Self::English => Self::Korean,
        }
    }

    /// The two-letter code of ISO 639-1.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Korean => "ko",
            Self::English => "en",
        }
    }

    /// The language of a code such as `ko`, `ko-KR` or `en_US`; `None` for any other.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "ko" => Some(Self::Korean),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}

/// The same text in both languages, written side by side and not translated at run time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    /// English text, NFC.
    pub en: String,
    /// Korean text, NFC.
    pub ko: String,
}

impl Bilingual {
    /// The text in one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Korean => &self.ko,
            Language::English => &self.en,
        }
    }
}

/// Which language is asked for in an attempt, and whether it changes on the way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LanguagePlan {
    /// Korean from start to end.
    #[serde(rename = "ko")]
    Korean,
    /// English from start to end.
    #[serde(rename = "en")]
    English,
    /// Begins in Korean; a cue orders English.
    #[default]
    #[serde(rename = "ko-en")]
    KoreanToEnglish,
    /// Begins in English; a cue orders Korean.
    #[serde(rename = "en-ko")]
    EnglishToKorean,
}

ids!(LanguagePlan {
    Korean = "ko",
    English = "en",
    KoreanToEnglish = "ko-en",
    EnglishToKorean = "en-ko",
});

impl LanguagePlan {
    /// One language from start to end.
    pub const fn only(language: Language) -> Self {
        match language {
            Language::Korean => Self::Korean,
            Language::English => Self::English,
        }
    }

    /// The language in which the answer begins; the question is shown in it.
    pub const fn start(self) -> Language {
        match self {
            Self::Korean | Self::KoreanToEnglish => Language::Korean,
            Self::English | Self::EnglishToKorean => Language::English,
        }
    }

    /// The language that a cue asks for, if the plan has a switch.
    pub const fn switch_to(self) -> Option<Language> {
        match self {
            Self::Korean | Self::English => None,
            Self::KoreanToEnglish => Some(Language::English),
            Self::EnglishToKorean => Some(Language::Korean),
        }
    }

    /// Whether the plan involves the language at any moment.
    pub fn involves(self, language: Language) -> bool {
        self.start() == language || self.switch_to() == Some(language)
    }

    /// The next plan in the order of [`Self::ALL`], from the last to the first.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Korean => Self::English,
            Self::English => Self::KoreanToEnglish,
            Self::KoreanToEnglish => Self::EnglishToKorean,
            Self::EnglishToKorean => Self::Korean,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_switches_to_the_language_it_did_not_start_in() {
        for plan in LanguagePlan::ALL {
            if let Some(to) = plan.switch_to() {
                assert_eq!(to, plan.start().other());
            }
        }
    }

    #[test]
    fn stepping_through_the_plans_visits_each_once() {
        let mut plan = LanguagePlan::Korean;
        let mut seen = Vec::new();
        for _ in LanguagePlan::ALL {
            seen.push(plan);
            plan = plan.next();
        }
        assert_eq!(seen, LanguagePlan::ALL);
        assert_eq!(plan, LanguagePlan::Korean);
    }

    #[test]
    fn locale_codes_with_regions_are_understood() {
        for (code, language) in [
            ("ko", Some(Language::Korean)),
            ("ko_KR.UTF-8", Some(Language::Korean)),
            ("EN-us", Some(Language::English)),
            ("fr", None),
            ("", None),
            ("한국", None),
        ] {
            assert_eq!(Language::from_code(code), language, "{code}");
        }
    }
}
