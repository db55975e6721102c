//! Words. Every word a person sees is in `assets/i18n/{en,ko}/retake.ftl`; [`crate::tr`] checks
//! keys and arguments when compiling. No logic beyond choosing the form of a word.

pub mod answers;
pub mod check;
pub mod dates;
pub mod faults;
pub mod names;
pub mod particles;
pub mod progress;
pub mod recording_quality;
pub mod sessions;
pub mod today;

use i18n_embed::LanguageLoader as _;
use i18n_embed::fluent::FluentLanguageLoader;
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

use crate::model::language::Language;

#[derive(RustEmbed)]
#[folder = "assets/i18n"]
struct Files;

/// The words file could not be read. It is embedded, so this is a fault of the build.
#[derive(Debug, thiserror::Error)]
#[error("the words of language {code} cannot be read: {detail}")]
pub struct WordsError {
    code: &'static str,
    detail: String,
}

/// The words of both languages.
#[derive(Debug)]
pub struct AllWords {
    korean: FluentLanguageLoader,
    english: FluentLanguageLoader,
}

impl AllWords {
    /// Reads the embedded files.
    pub fn load() -> Result<Self, WordsError> {
        Ok(Self {
            korean: loader(Language::Korean)?,
            english: loader(Language::English)?,
        })
    }

    /// The words of one language.
    pub fn of(&self, language: Language) -> Words<'_> {
        Words {
            loader: match language {
                Language::Korean => &self.korean,
                Language::English => &self.english,
            },
            language,
        }
    }
}

fn loader(language: Language) -> Result<FluentLanguageLoader, WordsError> {
    let fault = |detail: String| WordsError {
        code: language.code(),
        detail,
    };
    let id = |code: &str| {
        code.parse::<LanguageIdentifier>()
            .map_err(|error| fault(error.to_string()))
    };
    let loader = FluentLanguageLoader::new("retake", id("en")?);
    loader
        .load_languages(&Files, &[id(language.code())?])
        .map_err(|error| fault(error.to_string()))?;
    // The isolating marks are for mixed directions of writing; Pretendard has no glyph for them.
    loader.set_use_isolating(false);
    Ok(loader)
}

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    loader: &'a FluentLanguageLoader,
    language: Language,
}

impl<'a> Words<'a> {
    /// What `fl!` looks in.
    pub fn loader(&self) -> &'a FluentLanguageLoader {
        self.loader
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }
}

/// The words for a key: `tr!(words, "practice-next")`, `tr!(words, "left", count = 3)`.
#[macro_export]
macro_rules! tr {
    ($words:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        i18n_embed_fl::fl!($words.loader(), $key $(, $name = $value)*)
    };
}
