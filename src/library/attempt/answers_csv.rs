//! Answers as a table for other programs: CSV after RFC 4180, UTF-8. The names of its columns are a
//! promise: columns may be added at the end, and none changes its meaning. A text that a spreadsheet
//! would take for a formula has an apostrophe before it, as OWASP advises; our own numbers have none.

use std::collections::BTreeSet;

use crate::model::export::Answer;
use crate::model::fluency::shown_secs;
use crate::model::mark::Mark;
use crate::model::switch::SaidBy;
use crate::model::take::seconds_from_frames;

/// Columns before those of the rubric.
const COLUMNS: [&str; 20] = [
    "id",
    "created",
    "question_id",
    "question_en",
    "question_ko",
    "principles",
    "follow_up_depth",
    "follow_up_kind",
    "plan",
    "length_secs",
    "cue_secs",
    "switch_latency_secs",
    "switch_latency_by",
    "first_voice_secs",
    "phonation_ratio",
    "pauses_per_min",
    "longest_pause_secs",
    "story",
    "session",
    "score_mean",
];

/// The table, row by row.
#[derive(Debug)]
pub struct Table {
    /// Rubric lines that were rated in any answer.
    lines: BTreeSet<String>,
    text: String,
}

impl Table {
    /// The names of the columns for these answers. Rubric lines that were rated follow as
    /// `score_<line>`.
    pub fn new(answers: &[Answer]) -> Self {
        let rated = |answer: &Answer| {
            let last = answer.attempt.ratings.last();
            last.map(|rating| rating.scores.keys().cloned().collect::<Vec<_>>())
        };
        let lines: BTreeSet<String> = answers.iter().filter_map(rated).flatten().collect();
        // Spreadsheets take UTF-8 for something else without this mark.
        let mut text = String::from("\u{feff}");
        let scores = lines.iter().map(|line| format!("score_{line}"));
        let head = COLUMNS.iter().map(|name| (*name).to_owned()).chain(scores);
        row(&mut text, head);
        Self { lines, text }
    }

    /// Adds the row of an answer.
    pub fn add(&mut self, answer: &Answer) {
        let scores = self.lines.iter().map(|line| {
            let score = answer.attempt.line_score(line);
            score.map_or_else(String::new, |score| score.to_string())
        });
        row(&mut self.text, values(answer).into_iter().chain(scores));
    }

    pub fn text(self) -> String {
        self.text
    }
}

fn values(answer: &Answer) -> [String; 20] {
    let attempt = &answer.attempt;
    let rate = attempt.take.sample_rate_hz;
    let at = |mark: &Mark| secs(seconds_from_frames(mark.frame, rate));
    let fluency = answer.fluency();
    let figure = |of: fn(&crate::model::fluency::Fluency) -> f64, digits: usize| {
        let value = fluency.as_ref().map(of);
        value.map_or_else(String::new, |value| format!("{value:.digits$}"))
    };
    let longest = fluency.and_then(|it| it.pause_secs).map(|it| it.longest);
    let latency = answer.latency_secs();
    let principles: Vec<&str> = attempt
        .question
        .principles
        .iter()
        .map(|it| it.id())
        .collect();
    let plan = match attempt.plan.switch_to() {
        Some(to) => format!("{}-{}", attempt.plan.start().code(), to.code()),
        None => attempt.plan.start().code().to_owned(),
    };
    let link = attempt.link.as_ref();
    [
        attempt.id.to_string(),
        attempt.created.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        no_formula(&attempt.question.id),
        no_formula(&attempt.question.text.en),
        no_formula(&attempt.question.text.ko),
        principles.join(" "),
        link.map_or_else(String::new, |link| link.depth.to_string()),
        link.map_or_else(String::new, |link| link.kind.id().to_owned()),
        plan,
        secs(attempt.take.duration_secs()),
        attempt.cue().map_or_else(String::new, |(mark, _)| at(mark)),
        latency.map_or_else(String::new, |(value, _)| secs(value)),
        latency.map_or_else(String::new, |(_, by)| by_whom(by).to_owned()),
        figure(|it| shown_secs(it.first_voice_secs), 1),
        figure(|it| it.phonation_ratio, 2),
        figure(|it| it.pauses_per_min, 1),
        longest.map_or_else(String::new, secs),
        answer.story.as_deref().map_or_else(String::new, no_formula),
        attempt
            .session
            .as_ref()
            .map_or_else(String::new, |it| it.session.to_string()),
        attempt
            .score()
            .map_or_else(String::new, |score| format!("{score:.1}")),
    ]
}

/// A text of a person or a pack, with an apostrophe before it where a spreadsheet would calculate it:
/// it begins with `=`, `+`, `-` or `@`, also in full width and after spaces, quotes and signs that are
/// not seen, or with a tab or a new line.
fn no_formula(text: &str) -> String {
    let unseen = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(
                letter,
                '\'' | '"' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
            )
    };
    let first = text.trim_start_matches(unseen).chars().next();
    let calculated = first.is_some_and(|first| "=+-@＝＋－＠".contains(first));
    if calculated || text.starts_with(['\t', '\r', '\n']) {
        return format!("'{text}");
    }
    text.to_owned()
}

fn secs(value: f64) -> String {
    format!("{:.1}", shown_secs(value))
}

const fn by_whom(by: SaidBy) -> &'static str {
    match by {
        SaidBy::Person => "person",
        SaidBy::Sound => "sound",
    }
}

fn row(text: &mut String, values: impl Iterator<Item = String>) {
    for (at, value) in values.enumerate() {
        if at > 0 {
            text.push(',');
        }
        if value.contains(['"', ',', '\n', '\r']) {
            text.push('"');
            text.push_str(&value.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&value);
        }
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_break_a_row_is_quoted() {
        let mut text = String::new();
        let values = ["plain", "a,b", "say \"hi\"", "two\nlines", ""];
        row(&mut text, values.into_iter().map(str::to_owned));
        assert_eq!(text, "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n");
    }
}
