//! Answers as Markdown, in words of a language: a day, its questions, what was noted, and the way to
//! the sound. Texts of people and packs stay text: they make no heading, link, picture or HTML.
//! Not here: the table for other programs (`library::answers_csv`).

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::i18n::{Words, dates, names};
use crate::model::attempt::Attempt;
use crate::model::export::Answer;
use crate::model::fluency::tenths;
use crate::model::rubric::Rubric;
use crate::tr;

/// The text, answer by answer.
#[derive(Debug)]
pub struct Markdown<'a> {
    words: Words<'a>,
    rubric: &'a Rubric,
    /// For the names of days.
    today: Date,
    /// The day of the answer before.
    day: Option<Date>,
    text: String,
}

impl<'a> Markdown<'a> {
    /// The title, of this many answers.
    pub fn new(words: Words<'a>, rubric: &'a Rubric, count: usize, today: Date) -> Self {
        let title = tr!(words, "export-count", count = count);
        Self {
            words,
            rubric,
            today,
            day: None,
            text: format!("# Retake · {title}\n"),
        }
    }

    /// Adds an answer; the oldest comes first.
    pub fn add(&mut self, answer: &Answer) {
        let date = answer.attempt.created.date();
        if self.day.replace(date) != Some(date) {
            let name = dates::plain_day(self.words, date, self.today);
            self.text
                .extend(["\n## ", &date.to_string(), " · ", &name, "\n"]);
        }
        let attempt = &answer.attempt;
        let question = line(attempt.question.text.get(attempt.plan.start()));
        let head = match &attempt.link {
            Some(link) => {
                let kind = names::follow_up(self.words, link.kind);
                format!("\n#### {kind} · {question}\n\n")
            }
            None => format!("\n### {question}\n\n"),
        };
        self.text.push_str(&head);
        for item in items(self.words, answer, self.rubric) {
            self.text.extend(["- ", &item, "\n"]);
        }
        let notes = attempt.notes.trim();
        if !notes.is_empty() {
            let fence = fence(notes);
            self.text
                .extend(["\n", &fence, "text\n", notes, "\n", &fence, "\n"]);
        }
    }

    pub fn text(self) -> String {
        self.text
    }
}

/// What is known of an answer, point by point.
fn items(words: Words<'_>, answer: &Answer, rubric: &Rubric) -> Vec<String> {
    let attempt = &answer.attempt;
    let mut facts = vec![
        attempt.created.strftime("%H:%M").to_string(),
        names::plan(words, attempt.plan),
        dates::clock(attempt.take.duration_secs()),
    ];
    let principles = attempt.question.principles.iter();
    facts.extend(principles.map(|principle| names::principle(words, *principle)));
    let mut items = vec![facts.join(" · ")];
    items.extend(answer.story.as_ref().map(|story| {
        let title = line(story);
        tr!(words, "export-story", title = title)
    }));
    items.extend(scores(words, attempt, rubric));
    if let Some(fluency) = answer.fluency() {
        let longest = fluency.pause_secs.map_or(0.0, |lengths| lengths.longest);
        items.push(tr!(
            words,
            "export-figures",
            start = tenths(fluency.first_voice_secs),
            longest = tenths(longest),
            pauses = format!("{:.0}", fluency.pauses_per_min)
        ));
    }
    items.extend(answer.latency_secs().map(|(secs, _)| {
        let secs = tenths(secs);
        tr!(words, "export-switch", secs = secs)
    }));
    items.push(format!(
        "[{}]({})",
        tr!(words, "export-sound"),
        target(&answer.sound())
    ));
    items
}

fn scores(words: Words<'_>, attempt: &Attempt, rubric: &Rubric) -> Option<String> {
    let mean = attempt.score()?;
    let named = rubric.lines.iter().filter_map(|line| {
        let score = attempt.line_score(&line.id)?;
        Some(format!("{} {score}", line.name.get(words.language())))
    });
    let lines: Vec<String> = named.collect();
    let mean = format!("{mean:.1}");
    Some(tr!(
        words,
        "export-scores",
        mean = mean,
        lines = lines.join(", ")
    ))
}

/// A text as one line, because a heading ends with its line, without a meaning in Markdown or HTML:
/// each sign that could have one is escaped.
fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut line = String::with_capacity(text.len());
    for letter in words.join(" ").chars() {
        if r"\`*_[]<>&#~^{|$".contains(letter) {
            line.push('\\');
        }
        line.push(letter);
    }
    line
}

/// The fence of a block that shows this text as it is: longer than any row of backticks in it.
fn fence(text: &str) -> String {
    let (mut longest, mut row) = (0, 0);
    for letter in text.chars() {
        row = if letter == '`' { row + 1 } else { 0 };
        longest = row.max(longest);
    }
    "`".repeat((longest + 1).max(3))
}

/// A path as the target of a link: signs that could end it are written as `%28`.
fn target(path: &str) -> String {
    let mut target = String::with_capacity(path.len());
    for letter in path.chars() {
        if letter.is_whitespace() || r"()[]<>\%#?&".contains(letter) {
            let mut bytes = [0; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                _ = write!(target, "%{byte:02X}");
            }
        } else {
            target.push(letter);
        }
    }
    target
}
