//! Answers as Markdown, in words of a language: a day, its questions, what was noted, and the way to
//! the sound. Not here: the table for other programs (`library::answers_csv`).

use jiff::civil::Date;

use crate::i18n::{Words, dates, names};
use crate::model::attempt::Attempt;
use crate::model::export::Answer;
use crate::model::fluency::tenths;
use crate::model::rubric::Rubric;
use crate::tr;

/// The text of answers in their order, the oldest first. `today` is for the names of days.
pub fn markdown(words: Words<'_>, answers: &[Answer], rubric: &Rubric, today: Date) -> String {
    let mut text = format!(
        "# Retake · {}\n",
        tr!(words, "export-count", count = answers.len())
    );
    let mut day = None;
    for answer in answers {
        let attempt = &answer.attempt;
        let date = attempt.created.date();
        if day.replace(date) != Some(date) {
            let name = dates::plain_day(words, date, today);
            text.extend(["\n## ", &date.to_string(), " · ", &name, "\n"]);
        }
        one(&mut text, words, answer, rubric);
    }
    text
}

fn one(text: &mut String, words: Words<'_>, answer: &Answer, rubric: &Rubric) {
    let attempt = &answer.attempt;
    let question = plain(attempt.question.text.get(attempt.plan.start()));
    let head = match &attempt.link {
        Some(link) => format!(
            "\n#### {} · {question}\n\n",
            names::follow_up(words, link.kind)
        ),
        None => format!("\n### {question}\n\n"),
    };
    text.push_str(&head);
    let mut facts = vec![
        attempt.created.strftime("%H:%M").to_string(),
        names::plan(words, attempt.plan),
        dates::clock(attempt.take.duration_secs()),
    ];
    let principles = attempt.question.principles.iter();
    facts.extend(principles.map(|principle| names::principle(words, *principle)));
    let mut items = vec![facts.join(" · ")];
    items.extend(answer.story.as_ref().map(|story| {
        let title = plain(story);
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
        answer.sound()
    ));
    for item in items {
        text.extend(["- ", &item, "\n"]);
    }
    let notes = attempt.notes.trim();
    if !notes.is_empty() {
        text.extend(["\n", notes, "\n"]);
    }
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

/// One line: a heading ends with its line.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
