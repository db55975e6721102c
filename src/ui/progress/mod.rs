//! The progress screen: one sentence that says how it stands, the trend of switches, and cards of
//! what else is known. Not here: what the figures are (`model::progress`), their words (`i18n`).

mod cards;
mod empty;
pub(in crate::ui) mod language_pairs;
mod plot;
mod scale;
pub(in crate::ui) mod sheet;

use egui::{Id, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};
use jiff::civil::Date;

use crate::flow::{Command, State};
use crate::i18n::{names, progress as say};
use crate::model::language::{Language, LanguagePlan};
use crate::model::progress::{Ledger, Progress, SwitchKind, SwitchSeries};
use crate::tr;
use crate::ui::progress::sheet::{GAP, Sheet};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::segments::{self, Cells, Segment};
use crate::ui::widgets::words::Ink;
use crate::ui::widgets::{focus, icon, lines, scroll};
use crate::ui::{Cx, UiContext};

/// Widest page.
const PAGE: f32 = 1040.0;
/// Below this width the rail alone names the screen.
const TITLE_ABOVE: f32 = 660.0;
/// From this width on cards stand in two columns.
const TWO_COLUMNS: f32 = 760.0;
/// Cells of the directions.
const CELLS: Cells = Cells {
    height: 32.0,
    padding: 24.0,
    least: 0.0,
};

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct ProgressMemory {
    ledger: Ledger,
    /// The language switched to that was chosen.
    to: Option<Language>,
    /// The way of switching that was chosen.
    way: Option<SwitchKind>,
    limits_open: bool,
    /// Height of the page in the last frame.
    height: f32,
}

/// Draws the screen into the room right of the rail.
pub fn progress_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut ProgressMemory) {
    let (look, state, now, out) = (&cx.look, cx.state, cx.now, &mut *cx.out);
    let mut ledger = std::mem::take(&mut memory.ledger);
    if !ledger.refresh(&state.library.entries, &state.speech) {
        ui.ctx().request_repaint();
    }
    let shown = (state, ledger.progress(), now.date.date());
    show(ui, look, shown, memory, out);
    memory.ledger = ledger;
}

fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (state, progress, today): (&State, &Progress, Date),
    memory: &mut ProgressMemory,
    out: &mut Vec<Command>,
) {
    let room = ui.max_rect();
    let width = PAGE.min(room.width() - size::MARGIN * 2.0);
    let left = (room.center().x - width / 2.0).round();
    if room.width() >= TITLE_ABOVE || progress.is_empty() {
        title(ui, look, Pos2::new(left, room.top() + 36.0));
    }
    if progress.is_empty() {
        let status = (&state.library.status, progress.unheard);
        empty::show(ui, look, room, status, out);
        return;
    }
    let line = line(progress, memory);
    choices(ui, look, progress, (left + width, room), line, memory);

    let page = room.with_min_y(room.top() + size::TOP_BAR);
    let mut height = memory.height;
    scroll::page(ui, "progress", page, &mut height, |ui, top| {
        let mut sheet = Sheet {
            left,
            width,
            y: top + size::STEP_2,
        };
        page_ui(
            ui,
            look,
            (state, progress, line),
            today,
            (&mut sheet, memory),
            out,
        );
        sheet.y + size::STEP_4
    });
    memory.height = height;
}

fn title(ui: &mut Ui, look: &UiContext<'_>, left_middle: Pos2) {
    let title = tr!(look.words, "progress-title");
    let galley = text::free_line(ui, &title, Size::Title, Weight::SemiBold, look.palette.text);
    let at = left_middle - Vec2::new(0.0, galley.size().y / 2.0);
    text::label_at(ui, galley, at);
}

/// The line that is shown: the chosen one, else that of which there is something to show.
fn line(progress: &Progress, memory: &ProgressMemory) -> SwitchSeries {
    let takes = |to, way| {
        let trend = progress.line(SwitchSeries { to, way });
        trend.map_or(0, |trend| trend.takes.len())
    };
    let any = |to: Language| SwitchKind::ALL.into_iter().any(|way| takes(to, way) > 0);
    let to = memory.to.unwrap_or_else(|| {
        if any(Language::English) || !any(Language::Korean) {
            Language::English
        } else {
            Language::Korean
        }
    });
    let first = SwitchKind::ALL.into_iter().find(|way| takes(to, *way) > 0);
    let way = memory.way.or(first).unwrap_or(SwitchKind::Sudden);
    SwitchSeries { to, way }
}

/// Which direction, and which way of switching where there is more than one.
fn choices(
    ui: &mut Ui,
    look: &UiContext<'_>,
    progress: &Progress,
    (right, room): (f32, Rect),
    line: SwitchSeries,
    memory: &mut ProgressMemory,
) {
    let words = look.words;
    let languages = [Language::English, Language::Korean];
    let labels = languages.map(|to| say::direction(words, to));
    let directions = labels.each_ref().map(|label| Segment {
        label: label.as_str(),
        plan: None,
    });
    let track = segments::measure_cells(ui, &directions, CELLS);
    let at = Pos2::new(right - track.x, room.top() + 36.0 - track.y / 2.0);
    let chosen = usize::from(line.to == Language::Korean);
    let name = tr!(words, "progress-direction");
    let clicked = segments::at_cells(ui, at, &name, &directions, chosen, (true, CELLS));
    if let Some(to) = clicked.and_then(|clicked| languages.get(clicked)) {
        memory.to = Some(*to);
    }
    let known = |way: &SwitchKind| {
        let known = languages.map(|to| progress.line(SwitchSeries { to, way: *way }).is_some());
        known.contains(&true)
    };
    let ways: Vec<SwitchKind> = SwitchKind::ALL.into_iter().filter(known).collect();
    if ways.len() < 2 && ways.contains(&line.way) {
        return;
    }
    let choices: Vec<Choice<SwitchKind>> = ways
        .into_iter()
        .map(|value| Choice {
            value,
            label: say::way(words, value),
            current: value == line.way,
        })
        .collect();
    if choices.is_empty() {
        return;
    }
    let shown = say::way(words, line.way);
    let ink = Ink::regular(Size::Caption, look.palette.text);
    let width = crate::ui::widgets::words::width(ui, &shown, ink) + 42.0;
    let at = Pos2::new(
        (at.x - size::STEP_3 - width).max(room.left() + size::STEP_2),
        room.top() + 36.0 - size::CHIP / 2.0,
    );
    let name = tr!(words, "progress-way");
    let (_, picked) = chip::menu(ui, at, &name, &shown, false, &choices);
    memory.way = picked.or(memory.way);
}

fn page_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (state, progress, line): (&State, &Progress, SwitchSeries),
    today: Date,
    (sheet, memory): (&mut Sheet, &mut ProgressMemory),
    out: &mut Vec<Command>,
) {
    let trend = progress.line(line);
    headline(ui, look, (progress, line), sheet);
    let at = (Pos2::new(sheet.left, sheet.y), sheet.width);
    sheet.y = plot::show(ui, look, at, (line, trend), today, out) + GAP;
    columns(ui, look, progress, line, sheet);
    let ink = Ink::regular(Size::Caption, look.palette.text3);
    for (count, said) in [
        (
            progress.left_out,
            tr!(look.words, "progress-left-out", count = progress.left_out),
        ),
        (progress.unheard, unheard(look, state, progress)),
    ] {
        if count > 0 {
            sheet.words(ui, &said, ink);
        }
    }
    limits(ui, look, sheet, memory);
}

/// How many takes wait to be listened to, and how far that is.
fn unheard(look: &UiContext<'_>, state: &State, progress: &Progress) -> String {
    match state.analysis_progress {
        Some((done, total)) => {
            tr!(look.words, "speech-working", done = done, total = total)
        }
        None => tr!(look.words, "progress-unheard", count = progress.unheard),
    }
}

/// The largest words, and what became of it.
fn headline(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (progress, line): (&Progress, SwitchSeries),
    sheet: &mut Sheet,
) {
    let words = look.words;
    let trend = progress.line(line);
    let size = if look.small {
        Size::Title
    } else {
        Size::Display
    };
    let weight = Weight::SemiBold;
    let said = say::headline(words, line.to, line.way, trend);
    let broken = lines::of(ui, &said, size, weight, sheet.width, 1);
    sheet.words(ui, &broken.text, Ink::strong(size, look.palette.text));
    let below = if let Some(trend) = trend {
        say::latency_change(words, &trend.verdict)
    } else {
        let plan = match line.to {
            Language::English => LanguagePlan::KoreanToEnglish,
            Language::Korean => LanguagePlan::EnglishToKorean,
        };
        let plan = names::plan(words, plan);
        tr!(words, "progress-no-switch-how", plan = plan)
    };
    sheet.words(ui, &below, Ink::regular(Size::Body, look.palette.text2));
    if let Some(count) = progress.unclear.get(&line).copied() {
        let unclear = tr!(words, "progress-unclear", count = count);
        sheet.words(
            ui,
            &unclear,
            Ink::regular(Size::Caption, look.palette.text3),
        );
    }
    sheet.y += size::STEP_4;
}

/// The cards, in one column or in two.
fn columns(
    ui: &mut Ui,
    look: &UiContext<'_>,
    progress: &Progress,
    line: SwitchSeries,
    sheet: &mut Sheet,
) {
    let two = sheet.width >= TWO_COLUMNS;
    let width = if two {
        ((sheet.width - GAP) / 2.0).floor()
    } else {
        sheet.width
    };
    let mut left = Sheet { width, ..*sheet };
    let mut right = Sheet {
        left: sheet.left + sheet.width - width,
        ..left
    };
    // In one column the second part follows the first.
    cards::baseline(ui, look, progress, &mut left);
    language_pairs::card(ui, look, progress, &mut left);
    if !two {
        right = left;
    }
    for language in [line.to, line.to.other()] {
        cards::language(ui, look, language, progress, &mut right);
    }
    cards::causes(
        ui,
        look,
        progress,
        if two && left.y < right.y {
            &mut left
        } else {
            &mut right
        },
    );
    sheet.y = left.y.max(right.y);
}

/// One line that opens to what the figures cannot know.
fn limits(ui: &mut Ui, look: &UiContext<'_>, sheet: &mut Sheet, memory: &mut ProgressMemory) {
    let words = look.words;
    let palette = look.palette;
    let title = tr!(words, "progress-limits");
    let galley = text::free_line(ui, &title, Size::Body, Weight::Regular, palette.text2);
    let rect = Rect::from_min_size(
        Pos2::new(sheet.left, sheet.y),
        Vec2::new(galley.size().x + 40.0, size::BUTTON),
    );
    let id = Id::unique("progress-limits");
    let response = ui.interact(rect, id, Sense::click());
    let middle = rect.center().y;
    let caret = if memory.limits_open {
        icons::CARET_DOWN
    } else {
        icons::INFO
    };
    icon::paint(
        ui,
        Pos2::new(rect.left() + 10.0, middle),
        caret,
        20.0,
        palette.text2,
    );
    let at = Pos2::new(rect.left() + 28.0, middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.text2);
    focus::ring(ui, &response, rect, size::RADIUS_FIELD);
    let open = memory.limits_open;
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, &title));
    sheet.y = rect.bottom();
    if response.clicked() {
        memory.limits_open = !open;
        if !open {
            let below = Vec2::new(0.0, 140.0);
            ui.scroll_to_rect(rect.translate(below), Some(egui::Align::BOTTOM));
        }
    }
    if open {
        for line in [
            tr!(words, "progress-limits-language"),
            tr!(words, "progress-limits-content"),
            tr!(words, "progress-limits-um"),
            tr!(words, "progress-limits-compare"),
            tr!(words, "progress-limits-heard"),
        ] {
            sheet.words(ui, &line, Ink::regular(Size::Body, palette.text2));
        }
    }
}
