//! What a recording holds, at a terminal: JSON for scripts, a short text for people.
//! Not here: what is found (`analysis`), the arguments (`arguments`).

use std::error::Error;
use std::path::Path;

use crate::analysis::frames::Listener;
use crate::analysis::report::{Cue, Report};
use crate::app::arguments::Analyse;
use crate::app::{print_line, start};
use crate::audio::wav::{WavError, WavReader, WavReason};
use crate::i18n::{AllWords, Words, faults};
use crate::model::fluency::{Fluency, tenths};
use crate::model::switch::Automatic;
use crate::tr;

/// Frames that are read at once.
const BLOCK_FRAMES: usize = 1 << 16;

/// Why a recording cannot be analysed, in words.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct AnalyseError(String);

impl AnalyseError {
    fn new(w: Words<'_>, file: &Path, error: &WavError) -> Self {
        let why = faults::why_unreadable(w, error.why());
        // The words say what is wrong; byte and reason are for those who want to mend it.
        let detail = format!("byte {}: {}", error.at, error.reason);
        Self(format!("{}: {why} ({detail})", file.display()))
    }
}

/// Analyses a file and prints what is found.
pub fn analyse(wish: &Analyse) -> Result<(), Box<dyn Error>> {
    let words = AllWords::load()?;
    let words = words.of(wish.language.unwrap_or_else(start::system_language));
    let cue = wish.cue_secs.map(|at_secs| Cue {
        at_secs,
        sound_secs: wish.cue_sound_secs,
    });
    let report =
        report(&wish.file, cue).map_err(|error| AnalyseError::new(words, &wish.file, &error))?;
    if wish.json {
        return print_line(&serde_json::to_string_pretty(&report)?);
    }
    print_line(&text(words, &wish.file, &report))
}

/// What is found in a file.
fn report(path: &Path, cue: Option<Cue>) -> Result<Report, WavError> {
    let mut reader = WavReader::open(path, None)?;
    let hz = reader.sample_rate_hz();
    let mut listener = Listener::new(hz).ok_or_else(|| WavReason::Rate(hz).at(path, 0))?;
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

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::analysis::vowels::take;
    use crate::model::language::Language;

    const RATE: u32 = 44_100;

    /// A voice with a switch: it speaks until 8 s, then from 10 s on.
    fn file(folder: &Path) -> PathBuf {
        let path = folder.join("take.wav");
        let mut writer = hound::WavWriter::create(&path, spec()).unwrap();
        for sample in take(RATE, 18.0, &[(1.0, 8.0), (10.0, 17.0)], 1e-3) {
            writer.write_sample(sample).unwrap();
        }
        writer.finalize().unwrap();
        path
    }

    fn spec() -> hound::WavSpec {
        hound::WavSpec {
            channels: 1,
            sample_rate: RATE,
            bits_per_sample: 16,
            sample_format: hound::SampleFormat::Int,
        }
    }

    #[test]
    fn a_file_is_told_in_json_and_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path());
        let cue = Cue {
            at_secs: 7.5,
            sound_secs: 0.0,
        };
        let found = report(&path, Some(cue)).unwrap();
        let json = serde_json::to_value(&found).unwrap();
        let near = |pointer: &str, wanted: f64| {
            let value = json.pointer(pointer).and_then(serde_json::Value::as_f64);
            let found = value.unwrap_or_else(|| panic!("{pointer} in {json}"));
            assert!((found - wanted).abs() < 0.06, "{pointer}: {found}");
        };
        near("/secs", 18.0);
        near("/runs/0/start_secs", 1.0);
        near("/runs/1/end_secs", 17.0);
        near("/pauses/0/start_secs", 8.0);
        near("/pauses/0/end_secs", 10.0);
        near("/fluency/phonation_secs", 14.0);
        near("/switch/latency_secs", 2.5);
        near("/switch/disengage_secs", 0.5);
        assert_eq!(json["switch"]["kind"], "measured");
        assert!(json["nuclei_secs"].as_array().unwrap().len() > 50);
        assert_eq!(
            json["version"],
            crate::analysis::thresholds::ANALYSIS_VERSION
        );

        let words = AllWords::load().unwrap();
        let english = text(words.of(Language::English), &path, &found);
        assert!(english.contains("2.5 s after the cue"), "{english}");
        let korean = text(words.of(Language::Korean), &path, &found);
        assert!(korean.contains("2.5"), "{korean}");

        let late = Cue {
            at_secs: 17.5,
            ..cue
        };
        let unclear = serde_json::to_value(report(&path, Some(late)).unwrap()).unwrap();
        assert_eq!(unclear["switch"]["kind"], "unclear");
        assert_eq!(unclear["switch"]["why"], "no-restart");
        assert_eq!(report(&path, None).unwrap().switch, None);
    }

    #[test]
    fn an_error_names_the_file_and_the_reason_in_the_language_of_the_person() {
        let folder = tempfile::tempdir().unwrap();
        let words = AllWords::load().unwrap();
        for (name, bytes, english, korean) in [
            ("gone.wav", None, "is missing", "파일이 없어요"),
            ("odd.wav", Some("no sound"), "not a WAV file", "WAV 파일이"),
            ("empty.wav", Some(""), "no sound", "소리가 없어요"),
        ] {
            let path = folder.path().join(name);
            if let Some(bytes) = bytes {
                std::fs::write(&path, bytes).unwrap();
            }
            let error = report(&path, None).unwrap_err();
            for (language, wanted) in [(Language::English, english), (Language::Korean, korean)] {
                let said = AnalyseError::new(words.of(language), &path, &error).to_string();
                assert!(said.contains(name) && said.contains(wanted), "{said}");
            }
        }
    }
}
