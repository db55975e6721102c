//! The speech programs that are known here, one or two for each system: how they list their voices,
//! how they speak, how they fall silent. Sources: their own manuals (`spd-say(1)`, `espeak-ng(1)`,
//! `say(1)`, `System.Speech.Synthesis`). Those of Linux were tried; the other two were not.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Duration;

use crate::audio::tts::child::{self, Ended, Line};
use crate::model::language::Language;
use crate::model::reading::{Reader, ReadingFault};

/// How long a program may take to list its voices. A speech service may have to be started for it.
const LIST_PATIENCE: Duration = Duration::from_secs(8);

/// A kind of program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The client of speech-dispatcher: speaks with the voice that the person set for the system.
    SpeechDispatcher,
    /// eSpeak NG.
    EspeakNg,
    /// macOS.
    Say,
    /// Windows.
    PowerShell,
}

/// Those of this system, the preferred one first.
const KINDS: &[Kind] = if cfg!(target_os = "macos") {
    &[Kind::Say]
} else if cfg!(windows) {
    &[Kind::PowerShell]
} else {
    &[Kind::SpeechDispatcher, Kind::EspeakNg]
};

/// Lists culture and name of each voice.
const LIST_SCRIPT: &str = "Add-Type -AssemblyName System.Speech; \
    (New-Object System.Speech.Synthesis.SpeechSynthesizer).GetInstalledVoices() | \
    ForEach-Object { $_.VoiceInfo.Culture.Name + ' ' + $_.VoiceInfo.Name }";
/// Speaks what it reads. The name of the voice is put in the place of `VOICE`.
const SPEAK_SCRIPT: &str = "Add-Type -AssemblyName System.Speech; \
    [Console]::InputEncoding = [Text.Encoding]::UTF8; \
    $s = New-Object System.Speech.Synthesis.SpeechSynthesizer; $s.SelectVoice('VOICE'); \
    $s.Speak([Console]::In.ReadToEnd())";

impl Kind {
    const fn file(self) -> &'static str {
        match self {
            Self::SpeechDispatcher => "spd-say",
            Self::EspeakNg => "espeak-ng",
            Self::Say => "say",
            Self::PowerShell => "powershell.exe",
        }
    }

    fn list(self) -> Vec<String> {
        let arguments: &[&str] = match self {
            Self::SpeechDispatcher => &["-L"],
            Self::EspeakNg => &["--voices"],
            Self::Say => &["-v", "?"],
            Self::PowerShell => &["-NoProfile", "-NonInteractive", "-Command", LIST_SCRIPT],
        };
        arguments.iter().map(|it| (*it).to_owned()).collect()
    }

    /// Language and name of the voice in a line of the list.
    fn voice(self, line: &str) -> Option<(Language, String)> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (code, name) = match self {
            // NAME LANGUAGE VARIANT, and names have spaces.
            Self::SpeechDispatcher => {
                let code = *words.get(words.len().checked_sub(2)?)?;
                (code, code.to_owned())
            }
            // Priority, language, …
            Self::EspeakNg => {
                let code = *words.get(1)?;
                (code, code.to_owned())
            }
            // Name, locale, # and an example.
            Self::Say => {
                let (voice, _) = line.split_once('#')?;
                let (name, locale) = voice.trim_end().rsplit_once(char::is_whitespace)?;
                (locale, name.trim().to_owned())
            }
            Self::PowerShell => {
                let (code, name) = line.trim().split_once(' ')?;
                (code, name.to_owned())
            }
        };
        // `ko`, `ko-KR`, `en_US`; not `kok`, which is Konkani.
        let exact = code.get(2..).is_some_and(|rest| {
            let region = rest.starts_with(['-', '_']);
            rest.is_empty() || region
        });
        let language = Language::from_code(code).filter(|_| exact)?;
        Some((language, name))
    }

    fn arguments(self, voice: &str, text: &str) -> Vec<String> {
        let words: &[&str] = match self {
            Self::SpeechDispatcher => &["--wait", "--language", voice, "--", text],
            Self::EspeakNg => &["-v", voice, "--stdin"],
            Self::Say => &["-v", voice, "-f", "-"],
            Self::PowerShell => {
                // A quote within quotes is doubled.
                let script = SPEAK_SCRIPT.replace("VOICE", &voice.replace('\'', "''"));
                let before = ["-NoProfile", "-NonInteractive", "-Command"];
                let before = before.into_iter().map(str::to_owned);
                return before.chain([script]).collect();
            }
        };
        words.iter().map(|it| (*it).to_owned()).collect()
    }

    /// The voice of the dispatcher is not its client's: it would go on after the client.
    const fn hush(self) -> Option<&'static [&'static str]> {
        match self {
            Self::SpeechDispatcher => Some(&["--stop"]),
            Self::EspeakNg | Self::Say | Self::PowerShell => None,
        }
    }
}

/// A program that was found, and its voices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    kind: Kind,
    path: PathBuf,
    voices: BTreeMap<Language, String>,
}

impl Program {
    pub fn name(&self) -> String {
        self.kind.file().to_owned()
    }

    /// What it can do.
    pub fn reader(&self) -> Reader {
        Reader {
            program: self.name(),
            korean: self.voices.contains_key(&Language::Korean),
            english: self.voices.contains_key(&Language::English),
        }
    }

    /// Speaks a text to its end, to `limit`, or until it is stopped.
    pub fn speak(
        &self,
        text: &str,
        language: Language,
        limit: Duration,
        stop: &Receiver<()>,
    ) -> Result<Ended, ReadingFault> {
        let voice = self.voices.get(&language);
        let voice = voice.ok_or(ReadingFault::NoVoice(language))?;
        let line = Line {
            program: &self.path,
            arguments: self.kind.arguments(voice, text),
            input: text,
            hush: self.kind.hush(),
        };
        Ok(child::run(&line, limit, stop))
    }
}

/// The first program of this system that has a voice for one of the two languages.
pub fn find(folders: Option<&OsStr>) -> Result<Program, ReadingFault> {
    let mut why = ReadingFault::NoProgram;
    let folders = folders.unwrap_or_default();
    for kind in KINDS {
        let Some(path) = in_folders(folders, kind.file()) else {
            continue;
        };
        match voices(*kind, &path) {
            Ok(voices) if !voices.is_empty() => {
                return Ok(Program {
                    kind: *kind,
                    path,
                    voices,
                });
            }
            // What a preferred program says matters more than what the next one lacks.
            Ok(_) if why == ReadingFault::NoProgram => {
                why = ReadingFault::NoVoice(Language::Korean);
            }
            Err(fault) if why == ReadingFault::NoProgram => why = fault,
            Ok(_) | Err(_) => {}
        }
    }
    Err(why)
}

fn in_folders(folders: &OsStr, file: &str) -> Option<PathBuf> {
    std::env::split_paths(folders)
        .map(|folder| folder.join(file))
        .find(|path| path.is_file())
}

/// The first voice of each language.
fn voices(kind: Kind, path: &Path) -> Result<BTreeMap<Language, String>, ReadingFault> {
    let line = Line {
        program: path,
        arguments: kind.list(),
        input: "",
        hush: None,
    };
    // Nobody stops this; the sender lives as long as the child.
    let (_listens, stop) = sync_channel(1);
    let program = kind.file().to_owned();
    match child::run(&line, LIST_PATIENCE, &stop) {
        Ended::Done(list) => {
            let mut voices = BTreeMap::new();
            for (language, name) in list.lines().filter_map(|line| kind.voice(line)) {
                voices.entry(language).or_insert(name);
            }
            Ok(voices)
        }
        Ended::Hangs | Ended::Stopped => Err(ReadingFault::Hangs { program }),
        Ended::Failed(detail) => Err(ReadingFault::Failed { program, detail }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn voices_are_read_from_the_list_of_each_program() {
        for (kind, line, language, name) in [
            (
                Kind::SpeechDispatcher,
                "  Korean+Adam        ko      Adam",
                Some(Language::Korean),
                "ko",
            ),
            (
                Kind::SpeechDispatcher,
                "English (America)     en-US   none",
                Some(Language::English),
                "en-US",
            ),
            (Kind::SpeechDispatcher, "NAME LANGUAGE VARIANT", None, ""),
            (
                Kind::EspeakNg,
                " 5  ko              --/M      Korean             ko",
                Some(Language::Korean),
                "ko",
            ),
            (Kind::EspeakNg, " 5  kok   --/M  Konkani  inc/kok", None, ""),
            (
                Kind::Say,
                "Yuna (Premium)      ko_KR    # 안녕하세요. 제 이름은 유나입니다.",
                Some(Language::Korean),
                "Yuna (Premium)",
            ),
            (
                Kind::PowerShell,
                "en-GB Microsoft Hazel Desktop\r",
                Some(Language::English),
                "Microsoft Hazel Desktop",
            ),
            (Kind::PowerShell, "", None, ""),
        ] {
            let voice = language.map(|language| (language, name.to_owned()));
            assert_eq!(kind.voice(line), voice, "{line}");
        }
    }

    #[test]
    fn a_text_is_never_taken_for_an_option() {
        let spoken = Kind::SpeechDispatcher.arguments("ko", "--stop");
        assert_eq!(spoken[3..], ["--".to_owned(), "--stop".to_owned()]);
        for kind in [Kind::EspeakNg, Kind::Say, Kind::PowerShell] {
            let arguments = kind.arguments("x", "--stop");
            assert!(!arguments.contains(&"--stop".to_owned()), "{kind:?}");
        }
        let quoted = Kind::PowerShell.arguments("O'Neil", "");
        assert!(quoted[3].contains("SelectVoice('O''Neil')"));
    }
}
