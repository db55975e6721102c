//! Half a square of the grid: one story, one principle, one language.

use egui::{Align2, CornerRadius, Response, Role, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::flow::Now;
use crate::i18n::{Words, names};
use crate::model::coverage::{Evidence, Freshness};
use crate::model::language::Language;
use crate::model::principle::Principle;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::stories::view::ago;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::{focus, timeline_mark};

/// Width of half a square.
pub(super) const HALF: f32 = 82.0;

/// Days, weeks or months, whichever is shortest to say.
fn age(w: Words<'_>, days: i32) -> String {
    match days {
        ..=0 => tr!(w, "stories-age-today"),
        1..=20 => tr!(w, "stories-age-days", count = days),
        21..=69 => tr!(w, "stories-age-weeks", count = (days / 7)),
        _ => tr!(w, "stories-age-months", count = (days / 30)),
    }
}

/// Half a square.
pub(super) struct Square<'a> {
    /// The story; `None` for all answers.
    pub(super) title: Option<&'a str>,
    pub(super) principle: Principle,
    pub(super) language: Language,
    pub(super) found: Option<&'a Evidence>,
    /// Whether the story is meant for the principle.
    pub(super) planned: bool,
}

impl Square<'_> {
    /// What it says to screen readers, and to who points at it.
    fn said(&self, w: Words<'_>, now: &Now) -> String {
        let mut said = format!(
            "{}, {}: ",
            names::principle(w, self.principle),
            names::language(w, self.language)
        );
        if let Some(title) = self.title {
            said = format!("{title}, {said}");
        }
        let days = self.found.and_then(|found| found.age_days(now.date.date()));
        let Some((found, days)) = self.found.zip(days) else {
            return said + &tr!(w, "stories-never");
        };
        said += &tr!(w, "stories-takes", count = found.takes);
        said = format!("{said}, {}", ago(w, days));
        if let (Some(best), Some(latest)) = (found.best, found.latest) {
            let (best, latest) = (format!("{best:.1}"), format!("{latest:.1}"));
            let scores = tr!(w, "stories-scores", latest = latest, best = best);
            said = format!("{said}, {scores}");
        }
        if found.deepest > 0 {
            let deep = tr!(w, "stories-deep", count = { found.deepest });
            said = format!("{said}, {deep}");
        }
        said
    }

    /// Draws it where it can be pressed; says whether it was.
    pub(super) fn show(
        &self,
        ui: &Ui,
        look: &UiContext<'_>,
        response: Response,
        now: &Now,
    ) -> bool {
        let palette = look.palette;
        let rect = response.rect;
        let today = now.date.date();
        let freshness = self
            .found
            .map_or(Freshness::Empty, |found| found.freshness(today));
        let color = palette.language(self.language);
        let radius = CornerRadius::same(size::RADIUS_SEGMENT);
        let (fill, edge, ink) = match freshness {
            Freshness::Fresh => (palette.language_tint(self.language), color, color),
            Freshness::Stale => (palette.surface, palette.control, palette.text2),
            Freshness::Empty if self.planned => (palette.surface, color, color),
            Freshness::Empty => (palette.background, palette.line, palette.text3),
        };
        let fill = if response.hovered() {
            palette.selected
        } else {
            fill
        };
        let edge = Stroke::new(size::HAIRLINE, edge);
        ui.painter()
            .rect(rect, radius, fill, edge, StrokeKind::Inside);
        let corner = rect.left_top() + Vec2::splat(2.0 * timeline_mark::SIGN);
        timeline_mark::paint_sign(ui.painter(), corner, self.language, ink);
        if let Some((found, days)) = self
            .found
            .zip(self.found.and_then(|found| found.age_days(today)))
        {
            let takes = tr!(look.words, "progress-times", count = found.takes);
            let words = format!("{takes} · {}", age(look.words, days));
            let galley = text::line(ui, &words, Size::Caption, Weight::Regular, ink, HALF - 4.0);
            ui.painter()
                .galley(rect.center() - galley.size() / 2.0, galley, ink);
        } else if self.planned {
            let font = text::font(Size::Caption, Weight::Regular);
            ui.painter()
                .text(rect.center(), Align2::CENTER_CENTER, "–", font, ink);
        }
        focus::ring(ui, &response, rect, size::RADIUS_SEGMENT);
        let said = self.said(look.words, now);
        response.widget_info(|| WidgetInfo::labeled(Role::GridCell, true, &said));
        let pressed = response.clicked();
        let practise = tr!(look.words, "stories-practise");
        response.on_hover_text(format!("{said}\n{practise}"));
        pressed
    }
}
