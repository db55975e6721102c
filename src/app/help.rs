//! What the command line prints. Not here: its arguments (`arguments`).

use std::io::{self, Write as _};

use crate::app::start;
use crate::i18n::AllWords;
use crate::library::layout;
use crate::model::language::Language;

/// Prints the help in a language, or in the system's.
pub fn print_help(language: Option<Language>) -> Result<(), Box<dyn std::error::Error>> {
    let words = AllWords::load()?;
    let words = words.of(language.unwrap_or_else(start::system_language));
    let folder = layout::default_root().map_or_else(String::new, |root| root.display().to_string());
    print_line(&crate::tr!(words, "cli-help", folder = folder))
}

/// Prints a line to standard output.
pub fn print_line(line: &str) -> Result<(), Box<dyn std::error::Error>> {
    writeln!(io::stdout(), "{line}")?;
    Ok(())
}
