//! What a person is told when the window cannot be opened: what is missing, and what to install.
//! Not here: how a dialog is shown (`dialogs`).

use std::io::{self, Write as _};

use eframe::Error;

use crate::app::{dialogs, start};
use crate::i18n::AllWords;
use crate::model::language::Language;
use crate::tr;

/// Says it on the terminal and in a dialog. Whoever starts a program with the mouse sees no terminal.
pub fn tell(error: &Error, language: Option<Language>) {
    let sentence = sentence(error, language.unwrap_or_else(start::system_language));
    if let Some(sentence) = &sentence {
        // A terminal that is gone is no reason to stay silent.
        writeln!(io::stderr(), "{sentence}\n").ok();
    }
    dialogs::tell("Retake", &sentence.unwrap_or_else(|| error.to_string()));
}

/// `None` for a failure that has words of its own.
fn sentence(error: &Error, language: Language) -> Option<String> {
    let words = AllWords::load().ok()?;
    let words = words.of(language);
    match error {
        Error::Glutin(_) | Error::NoGlutinConfigs(..) | Error::OpenGL(_) => {
            let remedy = if cfg!(target_os = "windows") {
                tr!(words, "no-window-opengl-windows")
            } else if cfg!(target_os = "macos") {
                tr!(words, "no-window-opengl-mac")
            } else {
                tr!(words, "no-window-opengl-linux")
            };
            Some(format!("{}\n\n{remedy}", tr!(words, "no-window-opengl")))
        }
        Error::Winit(_) | Error::WinitEventLoop(_) => Some(tr!(words, "no-window-display")),
        Error::AppCreation(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(
        clippy::default_trait_access,
        reason = "the crate of the template is none of ours"
    )]
    fn a_computer_without_opengl_is_told_what_to_install_in_both_languages() {
        let missing = || Error::NoGlutinConfigs(Default::default(), "no EGL".into());
        for (language, begins, remedy) in [
            (
                Language::English,
                "Retake cannot open its window",
                "libgl1-mesa-dri",
            ),
            (
                Language::Korean,
                "Retake 창을 열 수 없어요",
                "libgl1-mesa-dri",
            ),
        ] {
            let said = sentence(&missing(), language).unwrap();
            assert!(said.starts_with(begins), "{said}");
            if cfg!(target_os = "linux") {
                assert!(said.contains(remedy), "{said}");
            }
        }
        let own = Error::AppCreation("the settings cannot be read".into());
        assert_eq!(sentence(&own, Language::English), None);
    }
}
