//! The list of all keys, over everything. What the keys are stands in `flow::keys`; what they do
//! is said here.

use egui::{Frame, Id, Modal, Pos2, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use crate::flow::keys::{self, KeyGroup};
use crate::flow::state::Screen;
use crate::flow::today::TodayWish;
use crate::flow::{Command, State};
use crate::i18n::Words;
use crate::tr;
use crate::ui::Look;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, keycap, scroll};

/// Width of one column.
const COLUMN: f32 = 324.0;
const PADDING: f32 = 24.0;
const HEAD: f32 = 56.0;
const ROW: f32 = 21.0;
const GROUP_HEAD: f32 = 32.0;
const GROUP_GAP: f32 = 12.0;
/// Room of the caps, left of the words.
const CAPS: f32 = 104.0;
/// How much of the window shines through.
const SCRIM: f32 = 0.8;

/// The groups of the columns, in a window that has room for three.
const WIDE: &[&[KeyGroup]] = &[
    &[KeyGroup::Practice, KeyGroup::Stories, KeyGroup::Interview],
    &[KeyGroup::Review, KeyGroup::Today],
    &[KeyGroup::Everywhere, KeyGroup::Timeline, KeyGroup::Drill],
];
/// The same in a narrower one.
const NARROW: &[&[KeyGroup]] = &[
    &[
        KeyGroup::Practice,
        KeyGroup::Everywhere,
        KeyGroup::Today,
        KeyGroup::Interview,
        KeyGroup::Stories,
    ],
    &[KeyGroup::Review, KeyGroup::Timeline, KeyGroup::Drill],
];
/// Draws the list over the whole window.
pub fn keys_list_ui(ui: &mut Ui, look: &Look<'_>, _state: &State, out: &mut Vec<Command>) {
    let all = keys::all();
    let rows = |group: KeyGroup| all.iter().filter(|(of, ..)| *of == group).count();
    let column_height = |groups: &[KeyGroup]| -> f32 {
        let heights = groups
            .iter()
            .map(|group| GROUP_HEAD + rows(*group) as f32 * ROW + GROUP_GAP);
        heights.sum()
    };
    let room = ui.ctx().content_rect().size() - Vec2::splat(size::STEP_4);
    let width_of = |columns: &[&[KeyGroup]]| COLUMN * columns.len() as f32 + PADDING * 2.0;
    let columns = if width_of(WIDE) <= room.x {
        WIDE
    } else {
        NARROW
    };
    let heights = columns.iter().map(|groups| column_height(groups));
    let height = heights.fold(0.0, f32::max);
    let wanted = Vec2::new(width_of(columns), HEAD + height + PADDING).min(room);
    let modal = Modal::new(Id::unique("keys-list"))
        .backdrop_color(look.palette.room.gamma_multiply(SCRIM))
        .frame(Frame::NONE)
        .show(ui.ctx(), |ui| {
            let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
            card::paint(ui, rect);
            head(ui, look, rect, out);
            let below = rect.with_min_y(rect.top() + HEAD);
            let mut child = ui.new_child(UiBuilder::new().max_rect(below));
            child.set_clip_rect(below.intersect(ui.clip_rect()));
            scroll::quiet(&mut child);
            // In a small window there are more keys than room.
            ScrollArea::vertical()
                .id_salt("keys")
                .show(&mut child, |ui| {
                    let all_of_it = Vec2::new(rect.width(), height + PADDING);
                    let (rect, _) = ui.allocate_exact_size(all_of_it, Sense::hover());
                    columns_ui(ui, look, rect, columns, &all);
                });
        });
    if modal.backdrop_response.clicked() {
        out.push(Command::ToggleKeys);
    }
}

/// A key of the list: group, caps, and what it asks for.
type Row = (KeyGroup, &'static str, Command);

fn columns_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, columns: &[&[KeyGroup]], all: &[Row]) {
    let width = (rect.width() - PADDING * 2.0) / columns.len() as f32;
    for (at, groups) in columns.iter().enumerate() {
        let left = rect.left() + PADDING + width * at as f32;
        let mut y = rect.top();
        for group in *groups {
            y = self::group(ui, look, *group, all, (left, y, width));
        }
    }
}

fn head(ui: &mut Ui, look: &Look<'_>, rect: Rect, out: &mut Vec<Command>) {
    let title = tr!(look.words, "keys-title");
    let ink = look.palette.ink;
    let galley = text::free_line(ui, &title, Size::Title, Weight::SemiBold, ink);
    text::label_at(ui, galley, rect.min + Vec2::new(PADDING, 16.0));
    let close = tr!(look.words, "keys-close");
    let at = Pos2::new(rect.right() - size::STEP_3, rect.top() + size::STEP_3);
    if Button::quiet(&close).key("Esc").right_at(ui, at).clicked() {
        out.push(Command::ToggleKeys);
    }
}

/// One group; returns where the next begins.
fn group(
    ui: &mut Ui,
    look: &Look<'_>,
    group: KeyGroup,
    all: &[Row],
    (left, top, width): (f32, f32, f32),
) -> f32 {
    let palette = look.palette;
    let name = group_name(look.words, group);
    let galley = text::free_line(ui, &name, Size::Caption, Weight::SemiBold, palette.ink2);
    text::label_at(ui, galley, Pos2::new(left, top + 6.0));
    let mut y = top + GROUP_HEAD;
    for (_, press, command) in all.iter().filter(|(of, ..)| *of == group) {
        caps(ui, look, Pos2::new(left, y + ROW / 2.0), press);
        let does = what(look.words, command);
        let room = width - CAPS - size::STEP_2;
        let galley = text::line(ui, &does, Size::Caption, Weight::Regular, palette.ink, room);
        let at = Pos2::new(left + CAPS, y + (ROW - galley.size().y) / 2.0);
        text::label_at(ui, galley, at);
        y += ROW;
    }
    y + GROUP_GAP
}

/// The caps of a key: one for each part, a dash between the ends of a range.
fn caps(ui: &Ui, look: &Look<'_>, left_center: Pos2, press: &str) {
    let mut at = left_center;
    for part in press.split(' ') {
        if part == "–" {
            let color = look.palette.ink3;
            let dash = text::free_line(ui, part, Size::Caption, Weight::Regular, color);
            let width = dash.size().x;
            let top = at - Vec2::new(0.0, dash.size().y / 2.0);
            ui.painter().galley(top, dash, color);
            at.x += width + 4.0;
        } else {
            at.x += keycap::paint(ui, at, part, false) + 4.0;
        }
    }
}

fn group_name(words: Words<'_>, group: KeyGroup) -> String {
    match group {
        KeyGroup::Everywhere => tr!(words, "keys-everywhere"),
        KeyGroup::Practice => tr!(words, "keys-practice"),
        KeyGroup::Drill => tr!(words, "drill-screen"),
        KeyGroup::Interview => tr!(words, "interview-screen"),
        KeyGroup::Review => tr!(words, "keys-review"),
        KeyGroup::Stories => tr!(words, "stories-screen"),
        KeyGroup::Timeline => tr!(words, "keys-timeline"),
        KeyGroup::Today => tr!(words, "today-screen"),
    }
}

/// What a command of the list does. A command that no key asks for has no words here.
fn what(words: Words<'_>, command: &Command) -> String {
    match command {
        Command::GoTo(Screen::Practice) => tr!(words, "keys-go-practice"),
        Command::GoTo(Screen::Drill) => tr!(words, "drill-keys-go"),
        Command::GoTo(Screen::Review) => tr!(words, "keys-go-review"),
        Command::GoTo(Screen::Timeline) => tr!(words, "keys-go-timeline"),
        Command::GoTo(Screen::Progress) => tr!(words, "keys-go-progress"),
        Command::GoTo(Screen::Settings) => tr!(words, "keys-go-settings"),
        Command::GoTo(Screen::Check) => tr!(words, "keys-go-check"),
        Command::GoTo(Screen::Today) => tr!(words, "today-keys-go"),
        Command::GoTo(Screen::Interview) => tr!(words, "interview-keys-go"),
        Command::GoTo(Screen::Stories) => tr!(words, "stories-keys-go"),
        Command::RepeatQuestion => tr!(words, "reading-keys-repeat"),
        Command::ShowWords => tr!(words, "reading-keys-show"),
        // Follow-up chains.
        Command::AskFollowUp(None) => tr!(words, "chain-keys-next"),
        Command::AskFollowUp(Some(_)) => tr!(words, "chain-keys-depth"),
        Command::InterruptMe => tr!(words, "chain-keys-interrupt"),
        Command::PickTopic => tr!(words, "chain-keys-topic"),
        // Today.
        Command::Today(TodayWish::StartNext) => tr!(words, "today-keys-start"),
        Command::Today(TodayWish::Move(_)) => tr!(words, "today-keys-move"),
        Command::Today(TodayWish::PutOffSelected) => tr!(words, "today-keys-put-off"),
        Command::Today(TodayWish::TellReviewed) => tr!(words, "today-keys-tell"),
        Command::StartSession => tr!(words, "interview-keys-start"),
        Command::PauseSession => tr!(words, "interview-keys-pause"),
        Command::NewStory => tr!(words, "stories-new"),
        Command::CaptureStory => tr!(words, "stories-keys-capture"),
        Command::ShowStoriesTab(_) => tr!(words, "stories-keys-tab"),
        Command::MoveStory(_) => tr!(words, "stories-keys-move"),
        Command::ShowStoryLanguage(_) => tr!(words, "stories-keys-language"),
        Command::DeleteStory(_) => tr!(words, "stories-delete"),
        Command::NextLikelyStory => tr!(words, "stories-keys-told"),
        Command::ExportShown => tr!(words, "export-keys-shown"),
        Command::FocusSearch => tr!(words, "keys-search"),
        Command::Undo => tr!(words, "keys-undo"),
        Command::ToggleKeys => tr!(words, "keys-keys"),
        Command::Escape => tr!(words, "keys-escape"),
        Command::NextQuestion => tr!(words, "keys-next"),
        Command::Record => tr!(words, "keys-record"),
        Command::StopRecording => tr!(words, "interrupted-keys-listen"),
        Command::StartOver => tr!(words, "interrupted-keys-start-over"),
        Command::CyclePlan => tr!(words, "keys-plan"),
        Command::ToggleQuestionLanguage => tr!(words, "keys-other-language"),
        Command::CueNow => tr!(words, "keys-cue"),
        Command::Flag => tr!(words, "keys-flag"),
        Command::ToggleStarHint => tr!(words, "keys-star-line"),
        Command::PlayPause => tr!(words, "keys-play"),
        Command::SeekBy(_) => tr!(words, "keys-seek", secs = format!("{:.0}", keys::SEEK_SECS)),
        Command::RateCurrent(_) => tr!(words, "keys-rate"),
        Command::MoveLine(_) => tr!(words, "keys-line"),
        Command::Retake => tr!(words, "keys-retake"),
        Command::ToggleStar => tr!(words, "keys-star"),
        Command::ShowCard(_) => tr!(words, "speech-keys-card"),
        Command::NextPause => tr!(words, "speech-keys-pause"),
        Command::PickFirstWord => tr!(words, "speech-keys-pick"),
        Command::ShiftFirstWord(_) => tr!(words, "speech-keys-shift"),
        Command::ConfirmFirstWord => tr!(words, "speech-keys-confirm"),
        Command::MoveSelection(_) => tr!(words, "keys-select"),
        Command::OpenSelected => tr!(words, "keys-open"),
        Command::PlayRow(_) | Command::PlaySelected => tr!(words, "keys-play-row"),
        Command::Delete(_) | Command::DeleteSelected => tr!(words, "keys-delete"),
        Command::CycleSwitchStyle => tr!(words, "drill-keys-style"),
        Command::TapPart(_) => tr!(words, "drill-keys-part"),
        Command::StartRound(_) => tr!(words, "drill-keys-start"),
        Command::OpenAttempt(_) => tr!(words, "drill-keys-open"),
        Command::EndRound => tr!(words, "drill-keys-end"),
        _ => String::new(),
    }
}
