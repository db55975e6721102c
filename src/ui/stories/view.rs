//! What the stories screen shows, in words. Nothing here draws or asks.

use jiff::civil::Date;

use crate::flow::heard;
use crate::flow::state::{LibraryStatus, State};
use crate::flow::stories::StoriesTab;
use crate::i18n::{Words, faults, names};
use crate::model::attempt::AttemptId;
use crate::model::coverage::{Coverage, StoryStats};
use crate::model::fault::{Fault, FileFault};
use crate::model::language::Language;
use crate::model::principle::Principle;
use crate::model::progress::Twins;
use crate::model::role::Role;
use crate::model::story::{Story, StoryId};
use crate::tr;
use crate::ui::progress::card_view::{PairRow, pair_rows};
use crate::ui::theme::text::Size;
use crate::ui::widgets::blank::Blank;

/// Everything that the screen shows.
#[derive(Debug)]
pub enum StoriesView<'a> {
    /// There is no story: none yet, being read, cannot be read.
    Blank {
        /// What is said.
        blank: Blank,
        /// Whether the ways to a first story are offered.
        first: bool,
    },
    /// The list, and the story that is shown.
    Stories(Stories<'a>),
    /// Where they have been told.
    Coverage(Told<'a>),
}

/// The list, and the story that is shown.
#[derive(Debug)]
pub struct Stories<'a> {
    /// In the order of their titles.
    pub rows: Vec<StoryRow>,
    /// What could not be read: the file, and where and why.
    pub broken: Vec<Broken>,
    /// The one that is shown.
    pub shown: Option<StoryView<'a>>,
}

/// A row of the list.
#[derive(Debug)]
pub struct StoryRow {
    /// Which.
    pub id: StoryId,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub principles: Vec<String>,
    /// The languages it was told in.
    pub languages: Vec<Language>,
    /// How often, and when last.
    pub facts: String,
    /// All of it in one line.
    pub spoken: String,
    /// Whether it is the one that is shown.
    pub shown: bool,
}

/// A file that cannot be read.
#[derive(Debug)]
pub struct Broken {
    /// The file.
    pub what: String,
    /// The line and the reason.
    pub place: String,
}

/// One story.
#[derive(Debug)]
pub struct StoryView<'a> {
    /// The story.
    pub story: &'a Story,
    /// What it is for.
    pub principles: Vec<String>,
    /// The language whose parts are shown.
    pub language: Language,
    /// The sound of the first telling.
    pub captured: Option<(&'a AttemptId, Captured)>,
    /// Whether it is not on disk yet.
    pub unsaved: bool,
    /// How its parts compare where it was told in both languages.
    pub pairs: Vec<PairRow>,
}

/// What became of the first telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Captured {
    /// It was deleted.
    Gone,
    /// It can be played.
    Still,
    /// It is being played.
    Plays,
}

/// Stories, and where they have been told.
#[derive(Debug)]
pub struct Told<'a> {
    /// In the order of their titles.
    pub list: Vec<&'a Story>,
    /// Where they have been told.
    pub coverage: &'a Coverage,
    /// How many squares are empty, and what to do with them.
    pub summary: String,
    /// The principles with their weights for the role, the heaviest first.
    pub principles: Vec<(Principle, u8)>,
}

impl<'a> StoriesView<'a> {
    /// Reads the state.
    pub fn new(w: Words<'_>, state: &'a State, today: Date) -> Self {
        let stories = &state.stories;
        let list: Vec<&Story> = stories
            .by_title()
            .into_iter()
            .map(|story| &**story)
            .collect();
        match &state.library.status {
            LibraryStatus::Failed(fault) => {
                let (title, sentences) = faults::text(w, &Fault::File(fault.clone())).titled();
                blank(title, sentences)
            }
            LibraryStatus::Opening if !stories.loaded => blank(tr!(w, "stories-opening"), vec![]),
            _ if list.is_empty() && stories.faults.is_empty() => {
                let sentences = vec![tr!(w, "stories-empty-how"), tr!(w, "stories-empty-then")];
                let mut view = blank(tr!(w, "stories-empty"), sentences);
                if let Self::Blank { first, .. } = &mut view {
                    *first = true;
                }
                view
            }
            _ if stories.tab == StoriesTab::Coverage => {
                let coverage = &*stories.coverage;
                let role = state.role();
                Self::Coverage(Told {
                    summary: summary(w, &list, coverage, role),
                    principles: principles(role),
                    list,
                    coverage,
                })
            }
            _ => Self::Stories(Stories {
                rows: list
                    .iter()
                    .map(|story| row(w, state, story, today))
                    .collect(),
                broken: stories
                    .faults
                    .iter()
                    .filter_map(|fault| broken(w, fault))
                    .collect(),
                shown: stories.shown().map(|story| story_view(w, state, story)),
            }),
        }
    }

    /// The side that is shown.
    pub fn tab(&self) -> StoriesTab {
        match self {
            Self::Coverage(_) => StoriesTab::Coverage,
            _ => StoriesTab::Stories,
        }
    }

    /// The story that is shown.
    pub fn shown(&self) -> Option<&'a Story> {
        match self {
            Self::Stories(stories) => stories.shown.as_ref().map(|shown| shown.story),
            _ => None,
        }
    }
}

impl Told<'_> {
    /// Whether a story was told so often that others should be.
    pub fn is_overloaded(&self, story: &Story) -> bool {
        let telling = self.coverage.telling(&story.id);
        telling.is_some_and(|telling| telling.overloaded)
    }
}

fn blank<'a>(title: String, sentences: Vec<String>) -> StoriesView<'a> {
    StoriesView::Blank {
        blank: Blank {
            size: Size::Title,
            title,
            sentences,
        },
        first: false,
    }
}

fn row(w: Words<'_>, state: &State, story: &Story, today: Date) -> StoryRow {
    let telling = state.stories.coverage.telling(&story.id);
    let told_in =
        |language: &Language| telling.is_some_and(|telling| telling.languages.contains(language));
    let languages = [Language::Korean, Language::English];
    let languages: Vec<_> = languages.into_iter().filter(told_in).collect();
    let title = names::story(w, story);
    let facts = facts(w, telling, today);
    let said = languages
        .iter()
        .map(|language| names::language(w, *language));
    let spoken: Vec<_> = [title.clone(), facts.clone()]
        .into_iter()
        .chain(said)
        .collect();
    StoryRow {
        id: story.id.clone(),
        title,
        principles: principle_names(w, story),
        languages,
        facts,
        spoken: spoken.join(", "),
        shown: state
            .stories
            .shown()
            .is_some_and(|shown| shown.id == story.id),
    }
}

/// What a story is called; for one that is gone, the name of its file.
pub fn title(w: Words<'_>, state: &State, id: &StoryId) -> String {
    let story = state.stories.get(id);
    story.map_or_else(|| id.to_string(), |story| names::story(w, story))
}

fn principle_names(w: Words<'_>, story: &Story) -> Vec<String> {
    let principles = story.principles.iter();
    principles
        .map(|principle| names::principle(w, *principle))
        .collect()
}

fn story_view<'a>(w: Words<'_>, state: &'a State, story: &'a Story) -> StoryView<'a> {
    let playback = &state.playback;
    let captured = story.captured.as_ref().map(|id| {
        let plays = playback.playing && playback.id.as_ref() == Some(id);
        let captured = match state.attempt(id) {
            None => Captured::Gone,
            Some(_) if plays => Captured::Plays,
            Some(_) => Captured::Still,
        };
        (id, captured)
    });
    StoryView {
        story,
        principles: principle_names(w, story),
        language: state.story_language(),
        captured,
        unsaved: state.stories.is_unsaved(&story.id),
        pairs: twins(state, story).map_or_else(Vec::new, |twins| pair_rows(w, &twins)),
    }
}

/// The last whole tellings of a story in each language alone, part by part; `None` until there are
/// both, with taps, and somebody has listened to them.
fn twins(state: &State, story: &Story) -> Option<Twins> {
    let telling = state.stories.coverage.telling(&story.id)?;
    let [Some(korean), Some(english)] = &telling.tapped else {
        return None;
    };
    let korean = state.attempt(korean)?;
    let english = state.attempt(english)?;
    let heard = |attempt| heard::speech(state, attempt).map(|speech| &**speech);
    Twins::of((korean, heard(korean)?), (english, heard(english)?))
}

/// How often it was told, and when last.
fn facts(w: Words<'_>, telling: Option<&StoryStats>, today: Date) -> String {
    let all = telling.map(|telling| &telling.all);
    let Some((all, days)) = all.and_then(|all| Some((all, all.age_days(today)?))) else {
        return tr!(w, "stories-never-told");
    };
    let takes = tr!(w, "stories-takes", count = all.takes);
    let when = ago(w, days);
    if telling.is_some_and(|telling| telling.overloaded) {
        let much = tr!(w, "stories-overloaded");
        return format!("{takes} · {when} · {much}");
    }
    format!("{takes} · {when}")
}

/// How many days ago.
pub fn ago(w: Words<'_>, days: i32) -> String {
    if days <= 0 {
        tr!(w, "stories-today")
    } else {
        tr!(w, "stories-days-ago", days = days)
    }
}

fn broken(w: Words<'_>, fault: &FileFault) -> Option<Broken> {
    let FileFault::BrokenStory { path, line, detail } = fault else {
        return None;
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let place = match line {
        Some(line) => format!(
            "{}: {detail}",
            tr!(w, "fault-line", line = line.to_string())
        ),
        None => detail.clone(),
    };
    Some(Broken {
        what: tr!(w, "stories-broken", name = name.as_ref()),
        place,
    })
}

fn principles(role: Option<&Role>) -> Vec<(Principle, u8)> {
    let weight = |principle| role.map_or(0, |role| role.weight(principle));
    let mut found = Principle::ALL
        .map(|principle| (principle, weight(principle)))
        .to_vec();
    found.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    found
}

/// How many squares are empty, among those that a story is meant for; what to do with them.
fn summary(w: Words<'_>, list: &[&Story], coverage: &Coverage, role: Option<&Role>) -> String {
    if list.is_empty() {
        return tr!(w, "stories-coverage-none");
    }
    let planned = |principle: &Principle| {
        let mut stories = list.iter();
        stories.any(|story| coverage.is_planned(&story.id, *principle))
    };
    let without: Vec<_> = Principle::ALL.into_iter().filter(|p| !planned(p)).collect();
    let heavy = role.map(|role| without.iter().filter(|p| role.weight(**p) > 0).count());
    match (without.len(), heavy) {
        (0, _) => tr!(w, "stories-coverage-all"),
        (count, Some(heavy)) if heavy > 0 => {
            tr!(w, "stories-coverage-role", count = count, heavy = heavy)
        }
        (count, _) => tr!(w, "stories-coverage-some", count = count),
    }
}
