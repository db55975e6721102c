//! Reading aloud: what the system's speech can do, and what can go wrong with it.
//! Not here: the programs that speak (`audio::tts`).

use crate::model::language::Language;

/// A speech program that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Its name, as the system knows it.
    pub program: String,
    /// Whether it has a Korean voice.
    pub korean: bool,
    /// Whether it has an English voice.
    pub english: bool,
}

impl Reader {
    /// Whether it has a voice for a language.
    pub const fn speaks(&self, language: Language) -> bool {
        match language {
            Language::Korean => self.korean,
            Language::English => self.english,
        }
    }
}

/// Why nothing is read aloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadingFault {
    /// The system has no speech program that is known here.
    NoProgram,
    /// The program has no voice for this language.
    NoVoice(Language),
    /// The program did not end in time and was stopped.
    Hangs { program: String },
    /// The program failed.
    Failed {
        program: String,
        /// Its words.
        detail: String,
    },
}
