//! Names of things the model knows by id.

use crate::i18n::{Words, dates, particles};
use crate::model::attempt::Attempt;
use crate::model::drill::SwitchStyle;
use crate::model::language::{Language, LanguagePlan};
use crate::model::mark::{FlagKind, Mark, MarkKind};
use crate::model::principle::Principle;
use crate::model::question::{FollowUpKind, Subject};
use crate::model::star::StarPart;
use crate::model::story::Story;
use crate::model::take::seconds_from_frames;
use crate::tr;

/// Name of a language: `한국어`, `Korean`.
pub fn language(words: Words<'_>, language: Language) -> String {
    match language {
        Language::Korean => tr!(words, "language-korean"),
        Language::English => tr!(words, "language-english"),
    }
}

/// Name of a plan: `한국어 → English`.
pub fn plan(words: Words<'_>, plan: LanguagePlan) -> String {
    let start = language(words, plan.start());
    match plan.switch_to() {
        Some(to) => format!("{start} → {}", language(words, to)),
        None => start,
    }
}

/// A style of the switch.
pub fn switch_style(words: Words<'_>, style: SwitchStyle) -> String {
    match style {
        SwitchStyle::Sudden => tr!(words, "drill-style-sudden"),
        SwitchStyle::Announced => tr!(words, "drill-style-announced"),
        SwitchStyle::ResultAgain => tr!(words, "drill-style-result"),
        SwitchStyle::WholeAgain => tr!(words, "drill-style-whole"),
    }
}

/// Name of a part of an answer.
pub fn part(words: Words<'_>, part: StarPart) -> String {
    match part {
        StarPart::Situation => tr!(words, "practice-situation"),
        StarPart::Task => tr!(words, "practice-task"),
        StarPart::Action => tr!(words, "practice-action"),
        StarPart::Result => tr!(words, "practice-result"),
    }
}

/// What a mark stands for.
pub fn mark(words: Words<'_>, kind: MarkKind) -> String {
    match kind {
        MarkKind::Flag(FlagKind::Free) => tr!(words, "marks-kind-free"),
        MarkKind::Flag(FlagKind::SayAgain) => tr!(words, "marks-kind-say-again"),
        MarkKind::Flag(FlagKind::Stuck) => tr!(words, "marks-kind-stuck"),
        MarkKind::Flag(FlagKind::Good) => tr!(words, "marks-kind-good"),
        MarkKind::Cue { to, .. } | MarkKind::Announced { to } => {
            tr!(words, "marks-cue", language = language(words, to))
        }
        MarkKind::CueSound => tr!(words, "review-cue"),
        MarkKind::Interruption => tr!(words, "marks-interruption"),
        MarkKind::Part(of) => part(words, of),
        MarkKind::FirstWord => tr!(words, "marks-first-word"),
        MarkKind::Pause(_) => tr!(words, "speech-card-pauses"),
    }
}

/// What a mark of an attempt is called: its kind, when it is, and what was written beside it.
pub fn mark_at(words: Words<'_>, attempt: &Attempt, of: &Mark) -> String {
    let kind = mark(words, of.kind);
    if of.frame > attempt.take.frames {
        return tr!(words, "marks-beyond", kind = kind);
    }
    let secs = seconds_from_frames(of.frame, attempt.take.sample_rate_hz);
    let time = dates::clock_tenths(secs);
    if of.text.is_empty() {
        tr!(words, "marks-named", kind = kind, time = time)
    } else {
        let text = of.text.as_str();
        tr!(
            words,
            "marks-named-text",
            kind = kind,
            time = time,
            text = text
        )
    }
}

/// Name of a subject.
pub fn subject(words: Words<'_>, subject: Subject) -> String {
    match subject {
        Subject::Experience => tr!(words, "subject-experience"),
        Subject::Introduction => tr!(words, "subject-introduction"),
        Subject::OperatingSystem => tr!(words, "subject-os"),
        Subject::Network => tr!(words, "subject-network"),
        Subject::Storage => tr!(words, "subject-storage"),
        Subject::Database => tr!(words, "subject-database"),
        Subject::Scenario => tr!(words, "subject-scenario"),
        Subject::CandidateQuestions => tr!(words, "subject-reverse"),
    }
}

/// What a story is called.
pub fn story(words: Words<'_>, story: &Story) -> String {
    if story.is_untitled() {
        tr!(words, "stories-untitled")
    } else {
        story.name().to_owned()
    }
}

/// What a follow-up digs for.
pub fn follow_up(words: Words<'_>, kind: FollowUpKind) -> String {
    match kind {
        FollowUpKind::Numbers => tr!(words, "follow-up-numbers"),
        FollowUpKind::Why => tr!(words, "follow-up-why"),
        FollowUpKind::YourPart => tr!(words, "follow-up-your-part"),
        FollowUpKind::Alternative => tr!(words, "follow-up-alternative"),
        FollowUpKind::Conflict => tr!(words, "follow-up-conflict"),
        FollowUpKind::Failure => tr!(words, "follow-up-failure"),
        FollowUpKind::Learned => tr!(words, "follow-up-learned"),
        FollowUpKind::NextTime => tr!(words, "follow-up-next-time"),
        FollowUpKind::AnotherExample => tr!(words, "follow-up-another-example"),
        FollowUpKind::Depth => tr!(words, "follow-up-depth"),
        FollowUpKind::Step => tr!(words, "follow-up-step"),
    }
}

/// Name of a principle.
pub fn principle(words: Words<'_>, principle: Principle) -> String {
    match principle {
        Principle::CustomerObsession => tr!(words, "principle-customer-obsession"),
        Principle::Ownership => tr!(words, "principle-ownership"),
        Principle::InventAndSimplify => tr!(words, "principle-invent-and-simplify"),
        Principle::AreRightALot => tr!(words, "principle-are-right-a-lot"),
        Principle::LearnAndBeCurious => tr!(words, "principle-learn-and-be-curious"),
        Principle::HireAndDevelopTheBest => tr!(words, "principle-hire-and-develop-the-best"),
        Principle::InsistOnTheHighestStandards => {
            tr!(words, "principle-insist-on-the-highest-standards")
        }
        Principle::ThinkBig => tr!(words, "principle-think-big"),
        Principle::BiasForAction => tr!(words, "principle-bias-for-action"),
        Principle::Frugality => tr!(words, "principle-frugality"),
        Principle::EarnTrust => tr!(words, "principle-earn-trust"),
        Principle::DiveDeep => tr!(words, "principle-dive-deep"),
        Principle::HaveBackbone => tr!(words, "principle-have-backbone"),
        Principle::DeliverResults => tr!(words, "principle-deliver-results"),
        Principle::EarthsBestEmployer => tr!(words, "principle-earths-best-employer"),
        Principle::BroadResponsibility => tr!(words, "principle-broad-responsibility"),
    }
}

/// Longest name of a device within a sentence, in letters.
const SHORT: usize = 40;

/// The name of a device, cut where it would fill a line.
pub fn short(name: &str) -> String {
    if name.chars().count() <= SHORT {
        return name.to_owned();
    }
    let cut: String = name.chars().take(SHORT - 1).collect();
    format!("{}…", cut.trim_end())
}

/// A device with which something is done: 내장 마이크로, "USB microphone".
pub fn by_means_of(words: Words<'_>, name: &str) -> String {
    let name = short(name);
    match words.language() {
        Language::Korean => particles::with_ro(&name),
        Language::English => name,
    }
}
