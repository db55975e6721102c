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

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Open the window.
    Run(Arguments),
    /// Print the help.
    Help(Option<Language>),
    /// Print the version.
    Version,
}

/// Reads the command line; `RETAKE_LIBRARY` names the library when no argument does.
pub fn parse(
    args: impl IntoIterator<Item = OsString>,
    library_variable: Option<OsString>,
) -> Result<Wish, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut arguments = Arguments {
        library: library_variable
            .filter(|value| !value.is_empty())
            .map(PathBuf::from),
        ..Arguments::default()
    };
    let mut help = false;
    while let Some(argument) = parser.next()? {
        match argument {
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
            Short('V') | Long("version") => return Ok(Wish::Version),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(if help {
        Wish::Help(arguments.language)
    } else {
        Wish::Run(arguments)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(args: &[&str], variable: Option<&str>) -> Result<Wish, String> {
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
        assert_eq!(wish(&args, Some("/b")), Ok(Wish::Run(expected)));
        let from_variable = Arguments {
            library: Some("/b".into()),
            ..Arguments::default()
        };
        assert_eq!(wish(&[], Some("/b")), Ok(Wish::Run(from_variable)));
        assert_eq!(wish(&[], Some("")), Ok(Wish::Run(Arguments::default())));
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
            Ok(Wish::Help(Some(Language::Korean)))
        );
    }
}
