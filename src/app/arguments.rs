//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

use crate::model::language::Language;

/// What the command line asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// Library folder; settings then live inside it.
    pub library: Option<PathBuf>,
    /// Interface language of this run.
    pub language: Option<Language>,
    /// Seed of all draws, to repeat a run.
    pub seed: Option<u64>,
}

/// A recording to analyse without a window.
#[derive(Clone, Debug, PartialEq)]
pub struct Analyse {
    /// The WAV file.
    pub file: PathBuf,
    /// When the cue came, in seconds from the start.
    pub cue_secs: Option<f64>,
    /// How long the cue's sound lasts, in seconds.
    pub cue_sound_secs: f64,
    /// Print JSON for scripts.
    pub json: bool,
    /// Language of what is printed for people.
    pub language: Option<Language>,
}

/// What to do.
#[derive(Clone, Debug, PartialEq)]
pub enum CliCommand {
    /// Open the window.
    Run(Arguments),
    /// Say what a recording holds.
    Analyse(Analyse),
    /// Print the help.
    Help(Option<Language>),
    /// Print the version.
    Version,
}

/// Reads the command line; `RETAKE_LIBRARY` names the library when no argument does.
pub fn parse(
    args: impl IntoIterator<Item = OsString>,
    library_variable: Option<OsString>,
) -> Result<CliCommand, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut arguments = Arguments {
        library: library_variable
            .filter(|value| !value.is_empty())
            .map(PathBuf::from),
        ..Arguments::default()
    };
    let mut help = false;
    // Once `analyse` was read, its own arguments may come.
    let mut analysis = Analysis::default();
    let mut analyse = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Value(word) if word == "analyse" && !analyse => analyse = true,
            Value(file) if analyse && analysis.file.is_none() => analysis.file = Some(file.into()),
            Long("cue") if analyse => analysis.cue_secs = Some(seconds(&mut parser)?),
            Long("cue-sound") if analyse => analysis.cue_sound_secs = seconds(&mut parser)?,
            Long("json") if analyse => analysis.json = true,
            Long("library") => arguments.library = Some(parser.value()?.into()),
            Long("language") => {
                let code = parser.value()?.string()?;
                arguments.language = Some(
                    Language::from_code(&code)
                        .ok_or_else(|| format!("no such language: {code} (ko or en)"))?,
                );
            }
            Long("seed") => arguments.seed = Some(parser.value()?.parse()?),
            Short('h') | Long("help") => help = true,
            Short('V') | Long("version") => return Ok(CliCommand::Version),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(if help {
        CliCommand::Help(arguments.language)
    } else if analyse {
        CliCommand::Analyse(analysis.whole(arguments.language)?)
    } else {
        CliCommand::Run(arguments)
    })
}

/// The arguments of `analyse` as they come in.
#[derive(Default)]
struct Analysis {
    file: Option<PathBuf>,
    cue_secs: Option<f64>,
    cue_sound_secs: f64,
    json: bool,
}

impl Analysis {
    fn whole(self, language: Option<Language>) -> Result<Analyse, lexopt::Error> {
        Ok(Analyse {
            file: self.file.ok_or("analyse: which WAV file?")?,
            cue_secs: self.cue_secs,
            cue_sound_secs: self.cue_sound_secs,
            json: self.json,
            language,
        })
    }
}

/// A value of at least 0 seconds.
fn seconds(parser: &mut lexopt::Parser) -> Result<f64, lexopt::Error> {
    let value = parser.value()?;
    let secs: f64 = value.parse()?;
    if secs.is_finite() && secs >= 0.0 {
        Ok(secs)
    } else {
        Err(format!("{} is no number of seconds", value.display()).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(args: &[&str], variable: Option<&str>) -> Result<CliCommand, String> {
        parse(
            args.iter().map(OsString::from),
            variable.map(OsString::from),
        )
        .map_err(|error| error.to_string())
    }

    #[test]
    fn an_argument_wins_over_the_variable() {
        let expected = Arguments {
            library: Some("/a".into()),
            language: Some(Language::Korean),
            seed: Some(7),
        };
        let args = ["--library", "/a", "--language=ko", "--seed", "7"];
        assert_eq!(wish(&args, Some("/b")), Ok(CliCommand::Run(expected)));
        let from_variable = Arguments {
            library: Some("/b".into()),
            ..Arguments::default()
        };
        assert_eq!(wish(&[], Some("/b")), Ok(CliCommand::Run(from_variable)));
        assert_eq!(
            wish(&[], Some("")),
            Ok(CliCommand::Run(Arguments::default()))
        );
    }

    #[test]
    fn a_file_can_be_analysed() {
        let expected = Analyse {
            file: "a.wav".into(),
            cue_secs: Some(4.5),
            cue_sound_secs: 0.3,
            json: true,
            language: None,
        };
        let args = [
            "analyse",
            "a.wav",
            "--cue",
            "4.5",
            "--cue-sound=0.3",
            "--json",
        ];
        assert_eq!(wish(&args, None), Ok(CliCommand::Analyse(expected)));
        for (args, word) in [
            (vec!["analyse"], "which"),
            (vec!["analyse", "a.wav", "b.wav"], "b.wav"),
            (vec!["analyse", "a.wav", "--cue", "-1"], "-1"),
            (vec!["analyse", "a.wav", "--cue", "NaN"], "NaN"),
            (vec!["--json"], "--json"),
            (vec!["a.wav"], "a.wav"),
        ] {
            let error = wish(&args, None).unwrap_err();
            assert!(error.contains(word), "{error}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert!(
            wish(&["--language", "fr"], None)
                .unwrap_err()
                .contains("fr")
        );
        assert!(wish(&["--colour"], None).unwrap_err().contains("--colour"));
        assert_eq!(
            wish(&["--help", "--language", "ko"], None),
            Ok(CliCommand::Help(Some(Language::Korean)))
        );
    }
}
