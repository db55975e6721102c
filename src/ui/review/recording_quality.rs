//! The badge that says how far the recording can be trusted, and what stands behind it. Not here:
//! the judgement (`model::recording_quality`) and its words (`i18n::recording_quality`).

use std::sync::Arc;

use egui::{CornerRadius, Galley, Popup, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::i18n::recording_quality as said;
use crate::model::recording_quality::{self, QualityIssue, Verdict};
use crate::model::take::{Take, seconds_from_frames};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::part_labels;
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::{focus, icon};

/// Width of the names of the measures.
const NAMES: f32 = 120.0;
/// Padding at the ends of the badge.
const PADDING: f32 = 10.0;
/// From the edge to the words, past the icon.
const WORDS: f32 = 30.0;

/// The badge of a take.
pub struct Badge<'a> {
    take: &'a Take,
    troubles: Vec<QualityIssue>,
    verdict: Verdict,
    words: String,
}

impl<'a> Badge<'a> {
    /// Judges a take.
    pub fn new(look: &UiContext<'_>, take: &'a Take) -> Self {
        let troubles = recording_quality::troubles(take);
        let verdict = recording_quality::verdict(&troubles);
        Self {
            words: said::verdict(look.words, verdict),
            take,
            troubles,
            verdict,
        }
    }

    fn galley(&self, ui: &Ui, look: &UiContext<'_>) -> Arc<Galley> {
        let weight = match self.verdict {
            Verdict::Good => Weight::Regular,
            Verdict::Usable | Verdict::Unusable => Weight::SemiBold,
        };
        text::free_line(ui, &self.words, Size::Caption, weight, look.palette.text2)
    }

    /// Its width with its words.
    pub fn width(&self, ui: &Ui, look: &UiContext<'_>) -> f32 {
        (WORDS + self.galley(ui, look).size().x + PADDING).ceil()
    }

    /// Draws it; without its words where there is little room.
    pub fn show(&self, ui: &mut Ui, look: &UiContext<'_>, with_words: bool) {
        let palette = look.palette;
        let width = if with_words {
            self.width(ui, look)
        } else {
            size::CHIP
        };
        let (_, rect) = ui.allocate_space(Vec2::new(width, size::CHIP));
        let response = ui.interact(rect, ui.scope_id().with("trust"), Sense::click());
        let radius = size::CHIP as u8 / 2;
        let fill = if response.hovered() {
            palette.selected
        } else {
            palette.surface_variant
        };
        ui.painter()
            .rect_filled(rect, CornerRadius::same(radius), fill);
        let points = Size::Caption.icon();
        let sign_room = if with_words {
            rect.with_max_x(rect.left() + PADDING * 2.0 + points)
        } else {
            rect
        };
        let center = sign_room.center();
        icon::paint(ui, center, sign(self.verdict), points, palette.text2);
        if with_words {
            let galley = self.galley(ui, look);
            let from = rect.left_center() + Vec2::new(WORDS, -galley.size().y / 2.0);
            ui.painter().galley(from, galley, palette.text2);
        }
        focus::ring(ui, &response, rect, radius);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &self.words));
        part_labels::behind(&response, |ui| {
            behind_ui(ui, look, self.take, &self.troubles);
        });
        if !Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response)) {
            response.on_hover_text(tr!(look.words, "trust-details"));
        }
    }
}

fn sign(verdict: Verdict) -> Icon {
    match verdict {
        Verdict::Good => icons::CHECK_CIRCLE.fill(),
        Verdict::Usable => icons::INFO,
        Verdict::Unusable => icons::WARNING,
    }
}

fn behind_ui(ui: &mut Ui, look: &UiContext<'_>, take: &Take, troubles: &[QualityIssue]) {
    ui.spacing_mut().item_spacing.y = size::STEP_1;
    let palette = look.palette;
    for trouble in troubles {
        let (what, remedy) = said::trouble(look.words, *trouble);
        text::label(ui, &what, Size::Body, Weight::SemiBold, palette.text);
        text::label(ui, &remedy, Size::Caption, Weight::Regular, palette.text2);
        ui.add_space(size::STEP_2);
    }
    if troubles.is_empty() {
        let why = tr!(look.words, "trust-good-why");
        text::label(ui, &why, Size::Body, Weight::Regular, palette.text);
        ui.add_space(size::STEP_2);
    }
    for (name, value) in measures(look, take) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.scope(|ui| {
                ui.set_width(NAMES);
                text::label(ui, &name, Size::Caption, Weight::Regular, palette.text3);
            });
            ui.vertical(|ui| {
                text::label(ui, &value, Size::Caption, Weight::Regular, palette.text2);
            });
        });
    }
    for gap in &take.gaps {
        let words = said::gap(look.words, gap, take.sample_rate_hz);
        text::label(ui, &words, Size::Caption, Weight::Regular, palette.text2);
    }
}

/// What is known of the take, each with its name.
fn measures(look: &UiContext<'_>, take: &Take) -> [(String, String); 6] {
    let w = look.words;
    let unknown = || tr!(w, "trust-unknown");
    let dbfs = |level: Option<f32>| level.map_or_else(unknown, |level| format!("{level:.0} dBFS"));
    let device = take.device.as_ref().map(|device| device.name.clone());
    let rate = (take.sample_rate_hz > 0)
        .then(|| format!("{} kHz", f64::from(take.sample_rate_hz) / 1000.0));
    let missing = seconds_from_frames(take.missing_frames(), take.sample_rate_hz);
    let missing = if take.gaps.is_empty() {
        tr!(w, "trust-none")
    } else {
        tr!(w, "trust-secs", secs = said::missing(missing))
    };
    [
        (tr!(w, "trust-device"), device.unwrap_or_else(unknown)),
        (tr!(w, "trust-rate"), rate.unwrap_or_else(unknown)),
        (
            tr!(w, "trust-voice"),
            dbfs(take.levels.map(|levels| levels.speech_dbfs)),
        ),
        (
            tr!(w, "trust-room"),
            dbfs(take.levels.map(|levels| levels.noise_dbfs)),
        ),
        (tr!(w, "trust-peak"), dbfs(take.peak_dbfs)),
        (tr!(w, "trust-missing"), missing),
    ]
}
