//! One story: title, parts in one language at a time, figures, principles, tags, notes.

use egui::{Pos2, Rect, Ui, Vec2};

use crate::flow::keys::Action;
use crate::flow::stories::StoryEdit;
use crate::flow::{Command, State};
use crate::i18n::names;
use crate::model::language::{Language, LanguagePlan};
use crate::model::principle::Principle;
use crate::model::star::StarPart;
use crate::model::story::Story;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::progress::card_view::pair_rows;
use crate::ui::progress::language_pairs;
use crate::ui::settings::parts::{Column, PADDING};
use crate::ui::stories::area::{self, Area};
use crate::ui::stories::fields::{FieldKey, FieldsMemory};
use crate::ui::stories::view;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::segments::{self, Segment};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{card, icon};

/// Side of an icon button.
const ICON: f32 = 36.0;
/// Languages in the order of their switch.
const LANGUAGES: [Language; 2] = [Language::Korean, Language::English];

/// What is drawn, and where typing goes.
struct Page<'a> {
    look: &'a UiContext<'a>,
    state: &'a State,
    story: &'a Story,
    memory: &'a mut FieldsMemory,
    out: &'a mut Vec<Command>,
}

/// Draws the story. `alone` when the list is not beside it, so that there has to be a way back.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (state, story, alone): (&State, &Story, bool),
    column: &mut Column,
    memory: &mut FieldsMemory,
    out: &mut Vec<Command>,
) {
    let mut page = Page {
        look,
        state,
        story,
        memory,
        out,
    };
    page.tools(ui, column, alone);
    if story.read_only {
        page.caption(
            ui,
            column.left,
            column,
            &tr!(look.words, "stories-read-only"),
        );
        column.y += size::STEP_2;
    }
    let under = card::under(ui);
    let top = column.y;
    let mut inside = Column {
        left: column.inner_left(),
        width: column.inner_width(),
        y: column.y + PADDING,
    };
    page.title(ui, &mut inside);
    page.principles(ui, &mut inside);
    page.parts(ui, &mut inside);
    let w = look.words;
    page.twins(ui, &mut inside);
    let (name, hint) = (tr!(w, "stories-numbers"), tr!(w, "stories-numbers-hint"));
    page.text(ui, &mut inside, FieldKey::Numbers, (&name, &hint, 2));
    let (name, hint) = (tr!(w, "stories-tags"), tr!(w, "stories-tags-hint"));
    page.text(ui, &mut inside, FieldKey::Tags, (&name, &hint, 1));
    let (name, hint) = (tr!(w, "stories-notes"), tr!(w, "stories-notes-hint"));
    page.text(ui, &mut inside, FieldKey::Notes, (&name, &hint, 2));
    column.y = inside.y + PADDING - size::STEP_4;
    let rect = Rect::from_min_max(
        Pos2::new(column.left, top),
        Pos2::new(column.right(), column.y),
    );
    under.paint(ui, rect);
    column.y += size::STEP_8;
}

impl Page<'_> {
    /// Back, where there is a way; the first telling; the file; the trash.
    fn tools(&mut self, ui: &mut Ui, column: &mut Column, alone: bool) {
        let w = self.look.words;
        let middle = column.y + size::BUTTON / 2.0;
        let mut x = column.left;
        if alone {
            let back = tr!(w, "stories-back");
            let square = icon::square(Pos2::new(x + 10.0, middle));
            if icon::button(ui, square, icons::ARROW_LEFT, 20.0, &back, true).clicked() {
                self.out.push(Command::SelectStory(None));
            }
            x += size::STEP_10;
        }
        if let Some(captured) = &self.story.captured {
            x += self.captured(ui, Pos2::new(x, column.y), captured);
        }
        let trash = Rect::from_center_size(
            Pos2::new(column.right() - ICON / 2.0, middle),
            Vec2::splat(ICON),
        );
        let name = tr!(w, "stories-delete");
        let may = !self.story.read_only;
        if icon::button(ui, trash, icons::TRASH, Size::Body.icon(), &name, may).clicked() {
            let id = self.story.id.clone();
            self.out.push(Command::DeleteStory(id));
        }
        let file = trash.translate(Vec2::new(-ICON - size::STEP_1, 0.0));
        let name = tr!(w, "stories-open-file");
        if icon::button(ui, file, icons::FOLDER_OPEN, Size::Body.icon(), &name, true).clicked() {
            let id = self.story.id.clone();
            self.out.push(Command::OpenStoryFile(id));
        }
        if self.state.stories.is_unsaved(&self.story.id) {
            let ink = Ink::regular(Size::Caption, self.look.palette.text3);
            let saving = tr!(w, "stories-saving");
            let at = Pos2::new(file.left() - size::STEP_2, middle);
            if at.x - words::width(ui, &saving, ink) > x {
                words::right(ui, at, &saving, ink);
            }
        }
        column.y += size::BUTTON + size::STEP_2;
    }

    /// The sound of the first telling; returns the width of its button.
    fn captured(
        &mut self,
        ui: &mut Ui,
        at: Pos2,
        captured: &crate::model::attempt::AttemptId,
    ) -> f32 {
        let w = self.look.words;
        if self.state.attempt(captured).is_none() {
            let ink = Ink::regular(Size::Caption, self.look.palette.text3);
            let at = at + Vec2::new(0.0, size::BUTTON / 2.0);
            return words::left(ui, at, &tr!(w, "stories-captured-gone"), ink);
        }
        let playback = &self.state.playback;
        let plays = playback.playing && playback.id.as_ref() == Some(captured);
        let (words, icon) = if plays {
            (tr!(w, "stories-captured-pause"), icons::PAUSE)
        } else {
            (tr!(w, "stories-captured-play"), icons::PLAY)
        };
        let button = Button::secondary(&words).icon(icon);
        let button = if self.look.small {
            button
        } else {
            button.does(Action::PlayStory)
        };
        let width = button.measure(ui).x;
        if button.at(ui, at).clicked() {
            self.out.push(Command::PlayRow(captured.clone()));
        }
        width + size::STEP_3
    }

    fn caption(&self, ui: &mut Ui, left: f32, column: &mut Column, words: &str) {
        let color = self.look.palette.text2;
        let room = (column.width, 4);
        let galley = text::paragraph(ui, words, Size::Caption, Weight::Regular, color, room);
        let height = galley.size().y;
        text::label_at(ui, galley, Pos2::new(left, column.y));
        column.y += height + size::STEP_1;
    }

    fn title(&mut self, ui: &mut Ui, column: &mut Column) {
        let w = self.look.words;
        let (name, hint) = (tr!(w, "stories-title"), tr!(w, "stories-title-hint"));
        let id = self.memory.id(FieldKey::Title);
        let rect = Rect::from_min_size(
            Pos2::new(column.left, column.y),
            Vec2::new(column.width, size::BUTTON),
        );
        if self.memory.takes_title() {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if self.story.read_only {
            let ink = self.look.palette.text;
            let title = &self.story.title;
            let galley = text::line(ui, title, Size::Title, Weight::SemiBold, ink, column.width);
            text::label_at(ui, galley, rect.min);
        } else {
            let buffer = self.memory.buffer(self.story, FieldKey::Title);
            let response = Field::new(&name).hint(&hint).show(ui, rect, id, buffer);
            if response.changed() {
                self.memory.changed(ui, FieldKey::Title);
            }
        }
        column.y += size::BUTTON + size::STEP_3;
    }

    /// The principles it is for, and the list of all.
    fn principles(&mut self, ui: &mut Ui, column: &mut Column) {
        let w = self.look.words;
        let (left, right) = (column.left, column.left + column.width);
        let mut at = Pos2::new(left, column.y);
        let ink = Ink::regular(Size::Caption, self.look.palette.text2);
        let wrap = |at: &mut Pos2, width: f32| {
            if at.x > left && at.x + width > right {
                *at = Pos2::new(left, at.y + size::CHIP + size::STEP_1);
            }
        };
        for principle in &self.story.principles {
            let name = names::principle(w, *principle);
            wrap(&mut at, words::width(ui, &name, ink) + size::STEP_6);
            at.x += chip::plain(ui, at, &name) + size::STEP_1;
        }
        if !self.story.read_only {
            let choices = Principle::ALL.map(|principle| Choice {
                value: principle,
                label: names::principle(w, principle),
                current: self.story.principles.contains(&principle),
            });
            let name = tr!(w, "stories-principles");
            let more = tr!(w, "stories-principles-choose");
            wrap(&mut at, chip::menu_width(ui, &more));
            let empty = self.story.principles.is_empty();
            let (_, picked) = chip::menu(ui, at, &name, &more, empty, &choices);
            self.out.extend(picked.map(|principle| Command::EditStory {
                id: self.story.id.clone(),
                edit: StoryEdit::Principle(principle),
            }));
        }
        column.y = at.y + size::CHIP + size::STEP_6;
    }

    /// The four parts in one language, and the switch between the two.
    fn parts(&mut self, ui: &mut Ui, column: &mut Column) {
        let w = self.look.words;
        let shown = self.state.story_language();
        let labels = LANGUAGES.map(|language| names::language(w, language));
        let plans = [LanguagePlan::Korean, LanguagePlan::English];
        let both = plans.iter().zip(&labels);
        let segments: Vec<Segment<'_>> = both
            .map(|(plan, label)| Segment {
                label,
                plan: Some(*plan),
            })
            .collect();
        let name = tr!(w, "stories-language");
        let wanted = segments::measure(ui, &segments);
        let chosen = usize::from(shown == Language::English);
        let at = Pos2::new(column.left, column.y);
        let picked = segments::at(ui, at, &name, &segments, chosen, true);
        let picked = picked.and_then(|index| LANGUAGES.get(index));
        self.out
            .extend(picked.map(|language| Command::ShowStoryLanguage(*language)));
        column.y += wanted.y + size::STEP_4;
        for part in StarPart::ALL {
            let name = names::part(w, part);
            let hint = match part {
                StarPart::Situation => tr!(w, "stories-situation-hint"),
                StarPart::Task => tr!(w, "stories-task-hint"),
                StarPart::Action => tr!(w, "stories-action-hint"),
                StarPart::Result => tr!(w, "stories-result-hint"),
            };
            let lines = if part == StarPart::Action { 4 } else { 2 };
            let key = FieldKey::Part(shown, part);
            self.text(ui, column, key, (&name, &hint, lines));
        }
    }

    /// Where it was told in both languages: how the parts compare.
    fn twins(&mut self, ui: &mut Ui, column: &mut Column) {
        let Some(twins) = view::twins(self.state, self.story) else {
            return;
        };
        let words = tr!(self.look.words, "stories-twins");
        let color = self.look.palette.text2;
        let galley = text::free_line(ui, &words, Size::Caption, Weight::SemiBold, color);
        text::label_at(ui, galley, Pos2::new(column.left, column.y));
        let top = column.y + Size::Caption.line() + size::STEP_1;
        let room = Rect::from_min_size(
            Pos2::new(column.left, top),
            Vec2::new(column.width, f32::INFINITY),
        );
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(room));
        child.spacing_mut().item_spacing.y = 0.0;
        language_pairs::table_head(&mut child, self.look);
        language_pairs::rows(&mut child, self.look, &pair_rows(self.look.words, &twins));
        column.y = child.min_rect().bottom() + size::STEP_6;
    }

    /// A name, and a field of several lines below it.
    fn text(
        &mut self,
        ui: &mut Ui,
        column: &mut Column,
        key: FieldKey,
        (name, hint, lines): (&str, &str, usize),
    ) {
        let color = self.look.palette.text2;
        let galley = text::free_line(ui, name, Size::Caption, Weight::SemiBold, color);
        ui.painter()
            .galley(Pos2::new(column.left, column.y), galley, color);
        column.y += Size::Caption.line() + size::STEP_1;
        let area = Area {
            name,
            hint,
            lines,
            editable: !self.story.read_only,
        };
        let id = self.memory.id(key);
        let at = (Pos2::new(column.left, column.y), column.width);
        let buffer = self.memory.buffer(self.story, key);
        let (height, response) = area::show(ui, self.look, at, id, &area, buffer);
        if response.changed() {
            self.memory.changed(ui, key);
        }
        column.y += height + size::STEP_4;
    }
}
