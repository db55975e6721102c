//! What the menu of questions lists: what to draw from, and single questions, as far as they fit what
//! was typed. Not here: how it looks and which keys move in it (`menu`).

use crate::flow::today::TodayCommand;
use crate::flow::{Command, State};
use crate::i18n::{Words, names};
use crate::model::filter::Filter;
use crate::model::principle::Principle;
use crate::model::question::{Question, Subject};
use crate::model::search::SearchKey;
use crate::tr;

/// A heading, or something that can be chosen under it.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    Heading(String),
    Choice(Choice),
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub label: String,
    /// How many questions there are in it; none for a single question.
    pub count: Option<usize>,
    /// Whether it is in force.
    pub current: bool,
    /// What it asks for, in this order.
    pub commands: Vec<Command>,
}

/// The name of a filter.
pub fn filter_name(words: Words<'_>, state: &State, filter: &Filter) -> String {
    match filter {
        Filter::General => state.role().map_or_else(
            || tr!(words, "practice-all-principles"),
            |role| role.name.get(state.language()).to_owned(),
        ),
        Filter::Principle(only) => names::principle(words, *only),
        Filter::Subject(only) => names::subject(words, *only),
        Filter::Pack(id) => {
            let pack = state.packs.iter().find(|pack| pack.id == *id);
            pack.map_or_else(
                || id.clone(),
                |pack| pack.title.get(state.language()).to_owned(),
            )
        }
        Filter::NeverAnswered => tr!(words, "practice-never-answered"),
        Filter::RatedLow => tr!(words, "practice-rated-low"),
        Filter::Starred => tr!(words, "practice-starred"),
    }
}

/// The rows that fit what was typed; all of them where nothing was.
pub fn rows(words: Words<'_>, state: &State, typed: &str) -> Vec<Row> {
    let query = SearchKey::new(typed);
    let mut rows = Vec::new();
    let groups = [
        (tr!(words, "practice-menu-roles"), roles(words, state)),
        (tr!(words, "practice-menu-answers"), answers(words, state)),
        (tr!(words, "practice-menu-subjects"), subjects(words, state)),
        (
            tr!(words, "practice-menu-principles"),
            principles(words, state),
        ),
        (tr!(words, "practice-menu-packs"), packs(words, state)),
        (
            tr!(words, "practice-menu-questions"),
            questions(state, query.is_empty()),
        ),
    ];
    for (heading, choices) in groups {
        let fits =
            |choice: &Choice| query.is_empty() || SearchKey::new(&choice.label).contains(&query);
        let mut choices = choices.into_iter().filter(fits).peekable();
        if choices.peek().is_some() {
            rows.push(Row::Heading(heading));
            rows.extend(choices.map(Row::Choice));
        }
    }
    rows
}

/// A filter as a choice; `None` where no question fits it, unless it is in force.
fn choice(words: Words<'_>, state: &State, filter: Filter) -> Option<Choice> {
    let count = state.questions_of(&filter).len();
    let current = state.practice.filter == filter && !state.picks_topic();
    (count > 0 || current).then(|| Choice {
        label: filter_name(words, state, &filter),
        count: Some(count),
        current,
        commands: vec![Command::SetPracticeFilter(filter)],
    })
}

/// What everybody is asked, weighed for each role.
fn roles(words: Words<'_>, state: &State) -> Vec<Choice> {
    let general = state.practice.filter == Filter::General && !state.picks_topic();
    let role = |id: Option<&str>, label: String| Choice {
        label,
        count: None,
        current: general && state.role().map(|role| &*role.id) == id,
        commands: vec![
            Command::Today(TodayCommand::SetRole(id.map(str::to_owned))),
            Command::SetPracticeFilter(Filter::General),
        ],
    };
    let none = role(None, tr!(words, "practice-all-principles"));
    let named = state.roles.iter().map(|it| {
        let name = it.name.get(state.language()).to_owned();
        role(Some(&it.id), name)
    });
    std::iter::once(none).chain(named).collect()
}

fn answers(words: Words<'_>, state: &State) -> Vec<Choice> {
    [Filter::NeverAnswered, Filter::RatedLow, Filter::Starred]
        .into_iter()
        .filter_map(|filter| choice(words, state, filter))
        .collect()
}

/// Experiences are no choice of their own: they are what everybody is asked.
fn subjects(words: Words<'_>, state: &State) -> Vec<Choice> {
    let topics = (state.topics().len() > 1).then(|| Choice {
        label: tr!(words, "chain-topic-menu"),
        count: None,
        current: state.picks_topic(),
        commands: vec![Command::PickTopic],
    });
    let subjects = Subject::ALL.into_iter().skip(1).map(Filter::Subject);
    topics
        .into_iter()
        .chain(subjects.filter_map(|filter| choice(words, state, filter)))
        .collect()
}

fn principles(words: Words<'_>, state: &State) -> Vec<Choice> {
    Principle::ALL
        .into_iter()
        .filter_map(|principle| choice(words, state, Filter::Principle(principle)))
        .collect()
}

/// The packs that are not the same as one subject.
fn packs(words: Words<'_>, state: &State) -> Vec<Choice> {
    let subjects = Subject::ALL.map(|subject| state.questions_of(&Filter::Subject(subject)));
    let is_subject = |questions: &[&Question]| subjects.iter().any(|each| each == questions);
    state
        .packs
        .iter()
        .map(|pack| Filter::Pack(pack.id.clone()))
        .filter(|pack| !is_subject(&state.questions_of(pack)))
        .filter_map(|pack| choice(words, state, pack))
        .collect()
}

/// Single questions: those that are drawn now, or all for who looks for one.
fn questions(state: &State, of_filter: bool) -> Vec<Choice> {
    let language = state.settings.plan.start();
    let questions = if of_filter {
        state.questions_of(&state.practice.filter)
    } else {
        state.questions.iter().collect()
    };
    let on_card = state.practice.question.as_ref();
    questions
        .into_iter()
        .map(|question| Choice {
            label: question.text.get(language).to_owned(),
            count: None,
            current: on_card == Some(question),
            commands: vec![Command::ChooseQuestion(question.key())],
        })
        .collect()
}
