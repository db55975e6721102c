//! One row of the list: its sound, its question, what was asked for, the score.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, EventFilter, Id, Pos2, Rect, Response, Role, Sense, Ui, UiBuilder, Vec2,
    WidgetInfo,
};

use crate::flow::Command;
use crate::i18n::{self, dates, names};
use crate::model::attempt::Attempt;
use crate::model::language::Language;
use crate::model::question::FollowUpKind;
use crate::model::recording_quality::{self, Verdict};
use crate::model::take::{TakeState, seconds_from_frames};
use crate::tr;
use crate::ui::practice::depth_words;
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{motion, size};
use crate::ui::timeline::Scene;
use crate::ui::widgets::mini_waveform::{self, Bars, Tint};
use crate::ui::widgets::{figures, focus, icon};

const PADDING: f32 = 24.0;
/// How far a follow-up is indented.
const INDENT: f32 = 28.0;
/// Left edge of the words.
const WORDS: f32 = 164.0;
/// Score and duration, and the star before the score.
const FIGURES: f32 = 36.0;
const STAR: f32 = 20.0;
/// One action of the row.
const ACTION: f32 = 36.0;
/// Phosphor's arrow to the right: into the attempt.
const OPEN: Icon = Icon {
    glyph: '\u{e06c}',
    filled: false,
};

/// The question in the language of the interface, or in the other when it has none.
pub fn question<'a>(scene: &Scene<'_>, attempt: &'a Attempt) -> &'a str {
    let language = scene.look.words.language();
    let text = &attempt.question.text;
    if text.get(language).is_empty() {
        text.get(language.other())
    } else {
        text.get(language)
    }
}

/// An attempt as a row.
pub struct RowView<'a> {
    /// The attempt.
    pub attempt: &'a Attempt,
    /// Its waveform, once known.
    pub bars: Option<Bars>,
    /// Whether the selection was moved by a key in this frame.
    pub key_moved: bool,
    /// Whether it hangs under the row that began its chain.
    pub hangs: bool,
    /// How deep the chain went that it began.
    pub deepest: Option<u8>,
}

/// How far a row has been played.
#[derive(Clone, Copy)]
struct Playing {
    running: bool,
    part: f32,
}

impl RowView<'_> {
    /// Draws it into a rectangle.
    pub fn show(&self, ui: &mut Ui, scene: &Scene<'_>, rect: Rect, out: &mut Vec<Command>) {
        let attempt = self.attempt;
        let selected = scene.state.timeline.selected.as_ref() == Some(&attempt.id);
        let id = Id::unique(("timeline-row", attempt.id.as_str()));
        let response = ui.interact(rect, id, Sense::click());
        self.keyboard(ui, &response, selected, out);
        if response.double_clicked() {
            out.push(Command::OpenAttempt(attempt.id.clone()));
        } else if response.clicked() {
            out.push(Command::Select(attempt.id.clone()));
        }

        let hovered = ui.rect_contains_pointer(rect);
        let how = ui
            .ctx()
            .animate_bool_with_time(id, selected, motion::STATE_SECS);
        background(ui, scene, rect, hovered && !selected, how);
        self.waveform(ui, scene, rect);

        let playing = self.playing(scene);
        let end = rect.right() - PADDING - FIGURES;
        let mut words_end = end - size::STEP_3;
        if hovered || response.has_focus() || playing.is_some() {
            words_end -= ACTION * 3.0;
        }
        self.words(ui, scene, rect, words_end, selected, hovered);
        self.figures(ui, scene, rect, selected);
        if let Some(playing) = playing {
            let within = rect.with_min_x(rect.left() + self.indent());
            progress(ui, scene, within, playing.part);
        }
        focus::ring(ui, &response, rect.shrink(4.0), size::RADIUS_ROW);
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, self.spoken(scene)));
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_selected(selected));
        if words_end < end - size::STEP_3 {
            let all = hovered || response.has_focus();
            let running = playing.is_some_and(|playing| playing.running);
            let star = if self.attempt.starred { STAR } else { 0.0 };
            let right = Pos2::new(end - star, rect.center().y);
            self.actions(ui, scene, right, all, running, out);
        }
    }

    /// Selection follows the keyboard's focus, and the focus follows the selection's keys.
    fn keyboard(&self, ui: &Ui, response: &Response, selected: bool, out: &mut Vec<Command>) {
        if response.gained_focus() && !selected {
            out.push(Command::Select(self.attempt.id.clone()));
        }
        if response.has_focus() {
            ui.memory_mut(|memory| {
                memory.set_focus_lock_filter(
                    response.id,
                    EventFilter {
                        vertical_arrows: true,
                        ..EventFilter::default()
                    },
                );
                if self.key_moved && !selected {
                    memory.surrender_focus(response.id);
                }
            });
        }
    }

    fn playing(&self, scene: &Scene<'_>) -> Option<Playing> {
        let playback = &scene.state.playback;
        let frames = self.attempt.take.frames;
        let mine = playback.id.as_ref() == Some(&self.attempt.id) && frames > 0;
        let begun = playback.playing || (1..frames).contains(&playback.frame);
        (mine && begun && playback.fault.is_none()).then(|| Playing {
            running: playback.playing,
            part: (playback.frame as f64 / frames as f64).clamp(0.0, 1.0) as f32,
        })
    }

    fn waveform(&self, ui: &Ui, scene: &Scene<'_>, rect: Rect) {
        let palette = scene.look.palette;
        let take = &self.attempt.take;
        let cue = self.attempt.cue().map(|(mark, to)| {
            let part = mark.frame as f64 / take.frames.max(1) as f64;
            (part as f32, palette.language(to))
        });
        let tint = Tint {
            start: palette.language(self.attempt.plan.start()),
            cue,
        };
        let at = rect.min
            + Vec2::new(
                PADDING + self.indent(),
                (size::LIST_ROW - mini_waveform::SIZE.y) / 2.0,
            );
        mini_waveform::paint(ui, at, self.bars.as_ref(), tint);
        if self.hangs {
            let center = Pos2::new(rect.left() + PADDING + INDENT / 2.0, rect.center().y);
            let points = Size::Body.icon();
            icon::paint(ui, center, icons::FOLLOW_UP, points, palette.text2);
        }
    }

    fn indent(&self) -> f32 {
        if self.hangs { INDENT } else { 0.0 }
    }

    fn words(
        &self,
        ui: &Ui,
        scene: &Scene<'_>,
        rect: Rect,
        end: f32,
        selected: bool,
        hovered: bool,
    ) {
        let palette = scene.look.palette;
        let left = rect.left() + WORDS + self.indent();
        let weight = if selected {
            Weight::SemiBold
        } else {
            Weight::Regular
        };
        let star = if self.attempt.starred { STAR } else { 0.0 };
        let title = text::line(
            ui,
            question(scene, self.attempt),
            Size::Body,
            weight,
            palette.text,
            end - left - star,
        );
        ui.painter()
            .galley(Pos2::new(left, rect.top() + 6.0), title, palette.text);

        // The third ink and the Korean colour are too weak on a fill.
        let filled = selected || hovered;
        // An answer of an hour has a longer figure than others.
        let duration = dates::clock(self.attempt.take.duration_secs());
        let figure = figures::width(ui, &duration, Size::Caption, Weight::Regular);
        let sign = if self.verdict() == Verdict::Good {
            0.0
        } else {
            STAR
        };
        let caption_end = end - (figure + sign - FIGURES).max(0.0);
        let plain = if filled { palette.text2 } else { palette.text3 };
        let mut job = LayoutJob {
            wrap: TextWrapping {
                max_width: caption_end - left,
                max_rows: 1,
                break_anywhere: true,
                ..TextWrapping::default()
            },
            ..LayoutJob::default()
        };
        for (at, (part, language)) in self.caption(scene).into_iter().enumerate() {
            let color = match language {
                Some(Language::Korean) if filled => palette.text2,
                Some(language) => palette.language(language),
                None => plain,
            };
            let format = |color: Color32| text::format(Size::Caption, Weight::Regular, color);
            if at > 0 {
                job.append(" · ", 0.0, format(plain));
            }
            job.append(&part, 0.0, format(color));
        }
        let galley = ui.painter().layout_job(job);
        ui.painter()
            .galley(Pos2::new(left, rect.top() + 30.0), galley, plain);
    }

    /// The parts of the second line, and the language whose colour a part has.
    fn caption(&self, scene: &Scene<'_>) -> Vec<(String, Option<Language>)> {
        let words = scene.look.words;
        let attempt = self.attempt;
        let mut parts = Vec::with_capacity(4);
        if let Some(link) = &attempt.link {
            let step = link.kind == FollowUpKind::Step;
            parts.push((depth_words(scene.look, link.depth, step), None));
        } else if let Some(deepest) = self.deepest {
            parts.push((tr!(words, "chain-deep", depth = deepest), None));
        }
        let hangs = attempt.link.is_some();
        let principle = attempt.question.principles.first();
        // A follow-up has little room, and is asked for the same as what it hangs on.
        if let Some(principle) = principle.filter(|_| !hangs) {
            parts.push((names::principle(words, *principle), None));
        }
        parts.push((names::plan(words, attempt.plan), None));
        match attempt.take.state {
            TakeState::Empty => parts.push((tr!(words, "timeline-no-sound"), None)),
            TakeState::Repaired => parts.push((tr!(words, "timeline-repaired"), None)),
            TakeState::Recording | TakeState::Complete => {}
        }
        if let Some((mark, to)) = attempt.cue() {
            let secs = seconds_from_frames(mark.frame, attempt.take.sample_rate_hz);
            let words = tr!(words, "timeline-cue-at", time = dates::clock(secs));
            parts.push((words, Some(to)));
        }
        parts
    }

    fn figures(&self, ui: &Ui, scene: &Scene<'_>, rect: Rect, selected: bool) {
        let palette = scene.look.palette;
        let right = rect.right() - PADDING;
        let (score, weight, color) = match self.attempt.score() {
            Some(score) => (format!("{score:.1}"), Weight::SemiBold, palette.text),
            None => ("–".to_owned(), Weight::Regular, palette.text2),
        };
        let at = Pos2::new(right, rect.top() + 6.0);
        let left = figures::paint_right(ui, at, &score, Size::Body, weight, color);
        if self.attempt.starred {
            let center = Pos2::new(left - 12.0, rect.top() + 18.0);
            icon::paint(ui, center, icons::STAR.fill(), 13.0, palette.text2);
        }
        let color = if selected {
            palette.text2
        } else {
            palette.text3
        };
        let duration = dates::clock(self.attempt.take.duration_secs());
        let at = Pos2::new(right, rect.top() + 30.0);
        let weight = Weight::Regular;
        let left = figures::paint_right(ui, at, &duration, Size::Caption, weight, color);
        if self.verdict() != Verdict::Good {
            let center = Pos2::new(left - 11.0, at.y + Size::Caption.line() / 2.0);
            icon::paint(ui, center, icons::WARNING, 13.0, palette.text2);
        }
    }

    /// How far its sound can be trusted; only a doubt is worth a sign.
    fn verdict(&self) -> Verdict {
        recording_quality::verdict(&recording_quality::troubles(&self.attempt.take))
    }

    fn actions(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        right: Pos2,
        all: bool,
        running: bool,
        out: &mut Vec<Command>,
    ) {
        let words = scene.look.words;
        let id = &self.attempt.id;
        let (play_icon, play_name) = if running {
            (icons::PAUSE, tr!(words, "timeline-pause"))
        } else {
            (icons::PLAY, tr!(words, "timeline-play"))
        };
        let playable = self.attempt.take.frames > 0;
        let mut ui = ui.new_child(UiBuilder::new().id_salt(id.as_str()));
        // Play keeps its place whether or not the others stand beside it: it may be alone while
        // the row plays, and the pointer is on its way to it.
        let mut slots = vec![(play_icon, play_name, Command::PlayRow(id.clone()), playable)];
        if all {
            let open = tr!(words, "timeline-open");
            let delete = tr!(words, "timeline-delete");
            slots.push((OPEN, open, Command::OpenAttempt(id.clone()), true));
            let enabled = !self.attempt.read_only;
            slots.push((icons::TRASH, delete, Command::Delete(id.clone()), enabled));
        }
        let first = right.x - ACTION * 3.0;
        for (at, (glyph, name, command, enabled)) in slots.into_iter().enumerate() {
            let center = Pos2::new(first + ACTION * (at as f32 + 0.5), right.y);
            let rect = Rect::from_center_size(center, Vec2::splat(ACTION - 4.0));
            if icon::button(&mut ui, rect, glyph, Size::Body.icon(), &name, enabled).clicked() {
                out.push(command);
            }
        }
    }

    /// What a screen reader says of the row.
    fn spoken(&self, scene: &Scene<'_>) -> String {
        let mut parts = vec![question(scene, self.attempt).to_owned()];
        parts.extend(self.caption(scene).into_iter().map(|(part, _)| part));
        parts.push(match self.attempt.score() {
            Some(score) => tr!(
                scene.look.words,
                "timeline-score",
                score = format!("{score:.1}")
            ),
            None => tr!(scene.look.words, "timeline-no-score"),
        });
        parts.push(dates::clock(self.attempt.take.duration_secs()));
        let verdict = self.verdict();
        if verdict != Verdict::Good {
            parts.push(i18n::recording_quality::verdict(scene.look.words, verdict));
        }
        parts.join(", ")
    }
}

fn background(ui: &Ui, scene: &Scene<'_>, rect: Rect, hovered: bool, selected: f32) {
    let radius = CornerRadius::same(size::RADIUS_ROW);
    if hovered {
        ui.painter()
            .rect_filled(rect, radius, scene.look.palette.surface_variant);
    }
    if selected > 0.0 {
        let fill = scene.look.palette.selected.gamma_multiply(selected);
        ui.painter().rect_filled(rect, radius, fill);
    }
}

/// A thin line under the waveform.
fn progress(ui: &Ui, scene: &Scene<'_>, rect: Rect, part: f32) {
    let palette = scene.look.palette;
    let width = mini_waveform::SIZE.x - 1.5;
    let line = Rect::from_min_size(
        rect.min + Vec2::new(PADDING, size::LIST_ROW - 8.0),
        Vec2::new(width, 2.0),
    );
    let radius = CornerRadius::same(1);
    ui.painter().rect_filled(line, radius, palette.heat1);
    let played = line.with_max_x(line.left() + width * part);
    ui.painter().rect_filled(played, radius, palette.text);
}
