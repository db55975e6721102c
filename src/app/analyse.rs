//! What a recording holds, at a terminal: JSON for scripts, a short text for people.
//! Not here: what is found (`analysis`), the arguments (`arguments`).

use std::error::Error;
use std::path::{Path, PathBuf};

use crate::analysis::frames::Listener;
use crate::analysis::report::{Cue, Report};
use crate::app::arguments::Analyse;
use crate::app::{print_line, start};
use crate::audio::wav::{WavError, WavReader};
use crate::i18n::{AllWords, Words};
use crate::model::fluency::{Fluency, shown_secs};
use crate::model::switch::Automatic;
use crate::tr;

/// Frames that are read at once.
const BLOCK_FRAMES: usize = 1 << 16;

/// Why a recording cannot be analysed.
#[derive(Debug, thiserror::Error)]
pub enum AnalyseError {
    /// It cannot be read.
    #[error(transparent)]
    Wav(#[from] WavError),
    /// Nothing can be done with its rate.
    #[error("{}: {hz} frames per second cannot be analysed", path.display())]
    Rate {
        /// The file.
        path: PathBuf,
        /// Its rate.
        hz: u32,
    },
}

/// Analyses a file and prints what is found.
pub fn analyse(wish: &Analyse) -> Result<(), Box<dyn Error>> {
    let cue = wish.cue_secs.map(|at_secs| Cue {
        at_secs,
        sound_secs: wish.cue_sound_secs,
    });
    let report = report(&wish.file, cue)?;
    if wish.json {
        return print_line(&serde_json::to_string_pretty(&report)?);
    }
    let words = AllWords::load()?;
    let words = words.of(wish.language.unwrap_or_else(start::system_language));
    print_line(&text(words, &wish.file, &report))
}

/// What is found in a file.
fn report(path: &Path, cue: Option<Cue>) -> Result<Report, AnalyseError> {
    let mut reader = WavReader::open(path)?;
    let hz = reader.sample_rate_hz();
    let mut listener = Listener::new(hz).ok_or_else(|| AnalyseError::Rate {
        path: path.to_owned(),
        hz,
    })?;
    let mut samples = Vec::with_capacity(BLOCK_FRAMES);
    while reader.read(&mut samples, BLOCK_FRAMES)? > 0 {
        listener.push(&samples);
        samples.clear();
    }
    Ok(Report::of(&listener.finish(), cue))
}

fn text(w: Words<'_>, file: &Path, report: &Report) -> String {
    let file = file.display().to_string();
    let length = tenths(report.secs);
    let Some(fluency) = &report.fluency else {
        return tr!(w, "cli-analysis-silent", file = file, length = length);
    };
    let mut text = tr!(w, "cli-analysis-file", file = file, length = length);
    let mut line = |words: String| {
        text.push_str("\n  ");
        text.push_str(&words);
    };
    lines(w, fluency).into_iter().for_each(&mut line);
    match report.switch {
        Some(Automatic::Measured(parts)) => line(tr!(
            w,
            "cli-analysis-switch",
            latency = tenths(parts.latency_secs),
            disengage = tenths(parts.disengage_secs),
            gap = tenths(parts.gap_secs),
            restart = tenths(parts.restart_secs)
        )),
        Some(Automatic::Unclear { .. }) => line(tr!(w, "cli-analysis-unclear")),
        None => {}
    }
    text
}

fn lines(w: Words<'_>, fluency: &Fluency) -> Vec<String> {
    let mut lines = vec![
        tr!(
            w,
            "cli-analysis-voice",
            first = tenths(fluency.first_voice_secs),
            voice = tenths(fluency.phonation_secs),
            answer = tenths(fluency.answer_secs),
            percent = format!("{:.0}", fluency.phonation_ratio * 100.0)
        ),
        tr!(
            w,
            "cli-analysis-runs",
            runs = fluency.runs.to_string(),
            mean = tenths(fluency.mean_run_secs)
        ),
    ];
    if let Some(pauses) = fluency.pause_secs {
        lines.push(tr!(
            w,
            "cli-analysis-pauses",
            pauses = fluency.pauses.to_string(),
            rate = format!("{:.0}", fluency.pauses_per_min),
            median = tenths(pauses.median),
            long = tenths(pauses.p90),
            longest = tenths(pauses.longest)
        ));
    }
    lines.push(tr!(
        w,
        "cli-analysis-syllables",
        nuclei = fluency.nuclei.to_string(),
        speech = format!("{:.1}", fluency.speech_rate),
        articulation = format!("{:.1}", fluency.articulation_rate)
    ));
    lines
}

fn tenths(secs: f64) -> String {
    format!("{:.1}", shown_secs(secs))
}
