//! Which story the answer told: a chip that opens the list of stories. Not here: which is the most
//! likely (`model::coverage`).

use std::sync::Arc;

use egui::{Pos2, Ui};

use crate::flow::keys::{self, Action};
use crate::flow::{Command, State};
use crate::model::attempt::Attempt;
use crate::model::story::{Story, StoryId};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::view::{ReviewView, Saved};
use crate::ui::theme::size;
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::keycap;

/// Letters of a title in the chip.
const LONGEST: usize = 22;

/// The story that was told, and those that there are.
#[derive(Clone, Debug)]
pub struct ToldStory<'a> {
    /// Its id, and what it is called if it is there.
    pub told: Option<(&'a StoryId, Option<&'a str>)>,
    /// All stories in the order of their titles.
    pub all: Vec<&'a Arc<Story>>,
}

impl<'a> ToldStory<'a> {
    /// Reads the state.
    pub fn new(state: &'a State, attempt: &'a Attempt) -> Self {
        let told = attempt.story.as_ref().map(|id| {
            let (title, is_there) = state.story_title(id);
            (id, is_there.then_some(title))
        });
        Self {
            told,
            all: state.stories.by_title(),
        }
    }
}

/// What a choice asks for.
#[derive(Clone)]
enum StoryChoice {
    Tell(Option<StoryId>),
    New,
}

/// Draws the chip from `left`, in the row whose middle is `y`; returns where the next thing may begin.
pub fn chip_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    view: &ReviewView<'_>,
    (left, y): (f32, f32),
    out: &mut Vec<Command>,
) -> f32 {
    let w = look.words;
    let told = view.stories.told;
    let words = match told {
        None => tr!(w, "stories-told-none"),
        Some((_, Some(title))) => cut(title),
        Some((id, None)) => tr!(w, "stories-gone", name = cut(id.as_str())),
    };
    if view.saved == Saved::ReadOnly && told.is_none() {
        return left;
    }
    let mut choices = vec![Choice {
        value: StoryChoice::Tell(None),
        label: tr!(w, "stories-told-nothing"),
        current: told.is_none(),
    }];
    choices.extend(view.stories.all.iter().map(|story| Choice {
        value: StoryChoice::Tell(Some(story.id.clone())),
        label: story.name().to_owned(),
        current: told.is_some_and(|(id, _)| *id == story.id),
    }));
    choices.push(Choice {
        value: StoryChoice::New,
        label: tr!(w, "stories-new-here"),
        current: false,
    });
    let name = tr!(w, "stories-told");
    let at = Pos2::new(left, y - size::CHIP / 2.0);
    let (width, picked) = chip::menu(ui, at, &name, &words, false, &choices);
    out.extend(picked.map(|wish| match wish {
        StoryChoice::Tell(story) => Command::TellStory(story),
        StoryChoice::New => Command::NewStoryOfAnswer,
    }));
    let cap = Pos2::new(left + width + size::STEP_2, y);
    let key = keycap::paint(ui, cap, keys::cap(Action::ToldStory), false);
    cap.x + key + size::STEP_4
}

fn cut(title: &str) -> String {
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}
