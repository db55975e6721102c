//! What the card shows, as plain data made of the state. Not here: how it looks (`card`).

use std::borrow::Cow;

use crate::flow::state::{LibraryStatus, State};
use crate::flow::task::Task;
use crate::flow::{Command, keys::Action};
use crate::i18n::{Words, names};
use crate::model::drill::RepeatScope;
use crate::model::language::{Language, LanguagePlan};
use crate::model::principle::Principle;
use crate::tr;
use crate::ui::practice::follow_up_view::{self, Interruption};
use crate::ui::practice::mend_view;
use crate::ui::practice::reading_view::{AloudView, Voice};
use crate::ui::practice::task_view;
use crate::ui::practice::topics_view::{self, TopicRow};
use crate::ui::practice::ways_view::Way;
use crate::ui::theme::icons;

/// The card.
#[derive(Clone, Debug, PartialEq)]
pub enum Card<'a> {
    /// A question.
    Question(QuestionCard<'a>),
    /// A topic is to be chosen.
    Topics(Vec<TopicRow>),
    /// Why there is no question, and what can be done.
    Missing(String, Option<String>),
}

/// A question on the card.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionCard<'a> {
    /// What stands above it.
    pub head: Head,
    /// Its words in the language shown, or what stands there while they are to be listened to.
    pub text: Cow<'a, str>,
    /// Whether the interviewer breaks in with it.
    pub breaks_in: bool,
    /// The line at its foot.
    pub line: Option<FootLine>,
    /// The buttons at its foot, from left to right.
    pub buttons: Vec<Way>,
}

/// What stands above the question.
#[derive(Clone, Debug, PartialEq)]
pub enum Head {
    /// What it is asked for, and how it went so far.
    Chips(Vec<String>, SoFar),
    /// Who asks.
    Who(String),
    /// What is to be said again, and in which language.
    Again(String, Language),
}

/// What stands at the right end of the head.
#[derive(Clone, Debug, PartialEq)]
pub enum SoFar {
    Nothing,
    /// How often it was answered.
    Answered(String),
    /// The story that is to be told, and the name of the button that forgets it.
    Story(String, Option<String>),
}

/// A line with the sign of follow-ups.
#[derive(Clone, Debug, PartialEq)]
pub struct FootLine {
    pub words: String,
    /// Whether it is asked now.
    pub strong: bool,
}

impl<'a> Card<'a> {
    /// Of a state, for the plan of the attempt that is made or of the next one.
    pub fn new(w: Words<'_>, state: &'a State, plan: LanguagePlan) -> Self {
        let language = if state.practice.other_language {
            plan.start().other()
        } else {
            plan.start()
        };
        let asked = state.attempt_in_hand().map(|attempt| &attempt.question);
        // A running take shows what it was asked, whatever was drawn meanwhile.
        let (id, text, principles) = match (asked, &state.practice.question) {
            (Some(asked), _) => (&asked.id, &asked.text, &asked.principles),
            (None, Some(question)) => (&question.id, &question.text, &question.principles),
            (None, None) if state.picks_topic() => {
                return Self::Topics(topics_view::rows(w, state));
            }
            (None, None) => return missing(w, state),
        };
        // The interviewer speaks over the question; it is back where it was afterwards.
        if let Some(interruption) = follow_up_view::interruption(state) {
            return Self::Question(breaks_in(w, interruption));
        }
        let text = match state.practice.task.follow_up() {
            Some(following) => &following.asked.text,
            None => text,
        };
        let aloud = AloudView::new(state);
        let head = match (task_view::again(state), follow_up_view::asks(w, state)) {
            _ if state.mending().is_some() => {
                Head::Again(mend_view::head(w, plan.start()), plan.start())
            }
            (Some((what, to)), _) => Head::Again(again(w, what, to), to),
            (None, Some(asks)) => Head::Who(asks),
            (None, None) => Head::Chips(chips(w, principles), so_far(w, state, id)),
        };
        Self::Question(QuestionCard {
            head,
            text: match aloud.filter(|aloud| aloud.hidden) {
                Some(aloud) => Cow::Owned(instead(w, aloud.voice)),
                None => Cow::Borrowed(text.get(language)),
            },
            breaks_in: false,
            line: foot_line(w, state, language),
            buttons: buttons(w, aloud, language),
        })
    }
}

fn missing<'a>(w: Words<'_>, state: &State) -> Card<'a> {
    let (title, hint) = match (state.questions.is_empty(), &state.library.status) {
        (true, LibraryStatus::Opening) => (tr!(w, "practice-reading"), None),
        (true, _) => (
            tr!(w, "practice-no-questions"),
            Some(tr!(w, "practice-no-questions-do")),
        ),
        (false, _) => (
            tr!(w, "practice-not-drawn"),
            Some(tr!(w, "practice-not-drawn-do")),
        ),
    };
    Card::Missing(title, hint)
}

fn breaks_in<'a>(w: Words<'_>, interruption: Interruption<'a>) -> QuestionCard<'a> {
    QuestionCard {
        // Somebody else speaks: the place of the chips says who.
        head: Head::Who(tr!(w, "drill-interviewer")),
        text: match interruption {
            Interruption::Asked(question) => Cow::Borrowed(question),
            Interruption::Point(Language::English) => {
                Cow::Owned(tr!(w, "drill-interruption-english"))
            }
            Interruption::Point(Language::Korean) => {
                Cow::Owned(tr!(w, "drill-interruption-korean"))
            }
        },
        breaks_in: true,
        line: None,
        buttons: vec![],
    }
}

fn chips(w: Words<'_>, principles: &[Principle]) -> Vec<String> {
    let names = principles.iter().map(|it| names::principle(w, *it));
    names.collect()
}

fn so_far(w: Words<'_>, state: &State, id: &str) -> SoFar {
    if let Some((title, open)) = task_view::story(w, state) {
        let words = tr!(w, "stories-for", title = names::short(&title));
        return SoFar::Story(words, open.then(|| tr!(w, "stories-for-forget")));
    }
    let mut answers = state.attempts_of(id).peekable();
    let last_score = answers.peek().and_then(|attempt| attempt.score());
    match answers.count() {
        0 => SoFar::Nothing,
        count => SoFar::Answered(topics_view::answered(w, count, last_score)),
    }
}

fn again(w: Words<'_>, what: RepeatScope, to: Language) -> String {
    match (what, to) {
        (RepeatScope::Result, Language::English) => tr!(w, "drill-again-result-english"),
        (RepeatScope::Result, Language::Korean) => tr!(w, "drill-again-result-korean"),
        (RepeatScope::Whole, Language::English) => tr!(w, "drill-again-whole-english"),
        (RepeatScope::Whole, Language::Korean) => tr!(w, "drill-again-whole-korean"),
    }
}

/// What stands on the card instead of words that are to be listened to.
fn instead(w: Words<'_>, voice: Voice) -> String {
    match voice {
        Voice::Reads => tr!(w, "reading-now"),
        Voice::Waits => tr!(w, "reading-first"),
        Voice::Again | Voice::Done => tr!(w, "reading-over"),
        Voice::Silent => tr!(w, "reading-hidden"),
    }
}

/// The question that came between, the one that a follow-up hangs on, or how many follow-ups wait.
fn foot_line(w: Words<'_>, state: &State, language: Language) -> Option<FootLine> {
    if let Some(asked) = follow_up_view::asked_between(state) {
        return Some(FootLine {
            words: asked.to_owned(),
            strong: true,
        });
    }
    let words = if let Some(pending) = state.mending() {
        mend_view::place(w, state, pending)
    } else if let Some(under) = follow_up_view::under(state, language) {
        tr!(w, "chain-hangs", question = under)
    } else {
        // An interviewer does not say how deep they will dig.
        let tells = !state.busy() && !matches!(state.practice.task, Task::Session { .. });
        let question = state.practice.question.as_ref().filter(|_| tells)?;
        match question.follow_ups.len() {
            0 => return None,
            count => tr!(w, "practice-follow-ups", count = count),
        }
    };
    Some(FootLine {
        words,
        strong: false,
    })
}

/// The voice's button, and the way to the words or to the other language.
fn buttons(w: Words<'_>, aloud: Option<AloudView>, language: Language) -> Vec<Way> {
    let voice = aloud.and_then(|aloud| voice(w, aloud.voice));
    let hidden = aloud.is_some_and(|aloud| aloud.hidden);
    let words = match (hidden, language) {
        (true, _) => Way::new(tr!(w, "reading-show"), Command::ShowWords).key(Action::ShowWords),
        (false, language) => {
            let words = match language {
                Language::Korean => tr!(w, "practice-view-in-english"),
                Language::English => tr!(w, "practice-view-in-korean"),
            };
            Way::new(words, Command::ToggleQuestionLanguage).key(Action::OtherLanguage)
        }
    };
    voice.into_iter().chain([words]).collect()
}

fn voice(w: Words<'_>, voice: Voice) -> Option<Way> {
    let words = match voice {
        Voice::Reads => tr!(w, "reading-stop"),
        Voice::Waits => tr!(w, "reading-hear"),
        Voice::Again => tr!(w, "reading-again"),
        Voice::Done => tr!(w, "reading-twice"),
        Voice::Silent => return None,
    };
    let way = Way::new(words, Command::RepeatQuestion).icon(icons::SPEAKER);
    Some(if voice == Voice::Done {
        way.enabled(false)
    } else {
        way.key(Action::HearAgain)
    })
}
