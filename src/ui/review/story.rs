//! Which story the answer told: a chip that opens the list of stories. Not here: which is the most
//! likely (`model::coverage`).

use egui::Ui;

use crate::flow::Command;
use crate::flow::keys::{self, Action};
use crate::i18n::names;
use crate::model::story::StoryId;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::view::{ReviewView, Saved};
use crate::ui::theme::size;
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::keycap;

/// Letters of a title in the chip.
const LONGEST: usize = 22;

/// What a choice asks for.
#[derive(Clone)]
enum StoryChoice {
    Tell(Option<StoryId>),
    New,
}

/// Draws the chip and its key.
pub fn chip_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>) {
    let w = cx.words;
    let told = view.stories.told;
    let words = match told {
        None => tr!(w, "stories-told-none"),
        Some((_, Some(story))) => cut(&names::story(w, story)),
        Some((id, None)) => tr!(w, "stories-gone", name = cut(id.as_str())),
    };
    if view.saved == Saved::ReadOnly && told.is_none() {
        return;
    }
    let mut choices = vec![Choice {
        value: StoryChoice::Tell(None),
        label: tr!(w, "stories-told-nothing"),
        current: told.is_none(),
    }];
    choices.extend(view.stories.all.iter().map(|story| Choice {
        value: StoryChoice::Tell(Some(story.id.clone())),
        label: names::story(w, story),
        current: told.is_some_and(|(id, _)| *id == story.id),
    }));
    choices.push(Choice {
        value: StoryChoice::New,
        label: tr!(w, "stories-new-here"),
        current: false,
    });
    let name = tr!(w, "stories-told");
    let picked = chip::drop_down(ui, &name, &words, false, &choices);
    cx.out.extend(picked.map(|wish| match wish {
        StoryChoice::Tell(story) => Command::TellStory(story),
        StoryChoice::New => Command::NewStoryOfAnswer,
    }));
    keycap::show(ui, keys::cap(Action::ToldStory));
    ui.add_space(size::STEP_2);
}

fn cut(title: &str) -> String {
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}
