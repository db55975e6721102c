//! The list of stories: what each is called, what it is for, and how often it was told; below them
//! what could not be read.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::flow::{Command, Now};
use crate::i18n::{Words, names};
use crate::model::coverage::StoryStats;
use crate::model::fault::FileFault;
use crate::model::language::Language;
use crate::model::story::Story;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::settings::parts::Column;
use crate::ui::stories::view::Told;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{focus, icon};

/// Height of a row, with and without principles.
const ROW: f32 = 104.0;
const ROW_BARE: f32 = 72.0;
/// Room at the sides of a row.
const PADDING: f32 = 14.0;
/// The bar that stands for a language.
const BAR: Vec2 = Vec2::new(18.0, 4.0);

/// Draws all rows.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (told, now): (&Told<'_>, &Now),
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    for story in &told.list {
        let shown = told.shown.is_some_and(|shown| shown.id == story.id);
        let telling = told.telling(story);
        if row(ui, look, column, (story, telling, now), shown) {
            out.push(Command::SelectStory(Some(story.id.clone())));
        }
        column.y += size::STEP_1;
    }
    for fault in told.faults {
        broken(ui, look, column, fault);
    }
    column.y += size::STEP_6;
}

fn row(
    ui: &mut Ui,
    look: &UiContext<'_>,
    column: &mut Column,
    (story, telling, now): (&Story, Option<&StoryStats>, &Now),
    shown: bool,
) -> bool {
    let palette = look.palette;
    let height = if story.principles.is_empty() {
        ROW_BARE
    } else {
        ROW
    };
    let rect = Rect::from_min_size(
        Pos2::new(column.left, column.y),
        Vec2::new(column.width, height),
    );
    column.y += height;
    let title = story.name();
    let facts = facts(look.words, telling, now);
    let id = ui.scope_id().with(("story", story.id.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    let radius = CornerRadius::same(size::RADIUS_ROW);
    if shown {
        ui.painter().rect_filled(rect, radius, palette.selected);
    } else if response.hovered() {
        ui.painter()
            .rect_filled(rect, radius, palette.surface_variant);
    }
    let left = rect.left() + PADDING;
    let width = rect.width() - PADDING * 2.0;
    let galley = text::line(ui, title, Size::Body, Weight::SemiBold, palette.text, width);
    ui.painter()
        .galley(Pos2::new(left, rect.top() + 12.0), galley, palette.text);
    let mut y = rect.top() + 40.0;
    if !story.principles.is_empty() {
        chips(ui, look, story, Pos2::new(left, y), width);
        y += 32.0;
    }
    let mut x = left;
    let languages = telling
        .map(|telling| telling.languages.as_slice())
        .unwrap_or_default();
    for language in [Language::Korean, Language::English] {
        if languages.contains(&language) {
            let bar = Rect::from_min_size(Pos2::new(x, y + 8.0), BAR);
            let color = palette.language(language);
            ui.painter().rect_filled(bar, CornerRadius::same(2), color);
            x += BAR.x + size::STEP_1;
        }
    }
    if x > left {
        x += size::STEP_1;
    }
    let color = palette.text2;
    let galley = text::line(
        ui,
        &facts,
        Size::Caption,
        Weight::Regular,
        color,
        rect.right() - PADDING - x,
    );
    ui.painter().galley(Pos2::new(x, y), galley, color);
    focus::ring(ui, &response, rect, size::RADIUS_ROW);
    let told_in = languages
        .iter()
        .map(|language| names::language(look.words, *language));
    let whole: Vec<String> = [title.to_owned(), facts]
        .into_iter()
        .chain(told_in)
        .collect();
    let whole = whole.join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, shown, &whole));
    response.clicked()
}

/// As many principles as fit, and how many more there are. The row says them to nobody: the story does.
fn chips(ui: &Ui, look: &UiContext<'_>, story: &Story, at: Pos2, width: f32) {
    let mut x = at.x;
    let ink = Ink::regular(Size::Caption, look.palette.text2);
    let radius = CornerRadius::same(11);
    for (index, principle) in story.principles.iter().enumerate() {
        let left_over = story.principles.len() - index;
        let name = names::principle(look.words, *principle);
        let mut words = name;
        let more = if left_over > 1 { 36.0 } else { 0.0 };
        let fits = |words: &str| x + words::width(ui, words, ink) + 16.0 + more <= at.x + width;
        let last = !fits(&words);
        if last && index > 0 {
            words = format!("+{left_over}");
        }
        let room = at.x + width - x - 16.0;
        let galley = text::line(ui, &words, ink.size, ink.weight, ink.color, room);
        let rect = Rect::from_min_size(Pos2::new(x, at.y), Vec2::new(galley.size().x + 16.0, 22.0));
        ui.painter().rect(
            rect,
            radius,
            look.palette.surface,
            Stroke::new(size::HAIRLINE, look.palette.line),
            StrokeKind::Inside,
        );
        let from = rect.center() - galley.size() / 2.0;
        ui.painter().galley(from, galley, ink.color);
        x += rect.width() + size::STEP_1;
        if last {
            break;
        }
    }
}

/// How often it was told, and when last.
pub fn facts(w: Words<'_>, telling: Option<&StoryStats>, now: &Now) -> String {
    let today = now.date.date();
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

/// A file that cannot be read: its name, where, and why.
fn broken(ui: &mut Ui, look: &UiContext<'_>, column: &mut Column, fault: &FileFault) {
    let FileFault::BrokenStory { path, line, detail } = fault else {
        return;
    };
    let w = look.words;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let said = tr!(w, "stories-broken", name = name.as_ref());
    let place = match line {
        Some(line) => format!(
            "{}: {detail}",
            tr!(w, "fault-line", line = line.to_string())
        ),
        None => detail.clone(),
    };
    let left = column.left + PADDING;
    let width = column.width - PADDING * 2.0;
    column.y += size::STEP_3;
    let top = column.y;
    let center = Pos2::new(left + 8.0, top + 12.0);
    icon::paint(
        ui,
        center,
        icons::WARNING,
        Size::Caption.icon(),
        look.palette.text2,
    );
    let inner = (width - size::STEP_6, usize::MAX);
    for (words, size, color) in [
        (said.as_str(), Size::Body, look.palette.text),
        (place.as_str(), Size::Caption, look.palette.text3),
    ] {
        let galley = text::paragraph(ui, words, size, Weight::Regular, color, inner);
        let height = galley.size().y;
        text::label_at(ui, galley, Pos2::new(left + size::STEP_6, column.y));
        column.y += height;
    }
}
