//! Type: five sizes, two weights, and how text is laid out. Figures in `widgets::figures`.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontFamily, FontId, Galley, Response, RichText, Role, Sense, Ui, WidgetInfo};

use crate::ui::theme::fonts;
use crate::ui::theme::icons::Icon;

/// The five sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 40 / 56: question on Practice in a large window.
    Headline,
    /// 30 / 44: question on Practice, elapsed time, the one number of a card.
    Display,
    /// 20 / 32: question elsewhere, screen titles.
    Title,
    /// 15 / 24: body, buttons, rows.
    Body,
    /// 13 / 20: captions, chips, keys, axes. Nothing is smaller.
    Caption,
}

impl Size {
    /// Height of the letters' em.
    pub const fn points(self) -> f32 {
        match self {
            Self::Headline => 40.0,
            Self::Display => 30.0,
            Self::Title => 20.0,
            Self::Body => 15.0,
            Self::Caption => 13.0,
        }
    }

    /// Distance between lines.
    pub const fn line(self) -> f32 {
        match self {
            Self::Headline => 56.0,
            Self::Display => 44.0,
            Self::Title => 32.0,
            Self::Body => 24.0,
            Self::Caption => 20.0,
        }
    }

    /// Size of an icon that stands beside text of this size.
    pub const fn icon(self) -> f32 {
        match self {
            Self::Headline | Self::Display | Self::Title => 24.0,
            Self::Body => 20.0,
            Self::Caption => 16.0,
        }
    }

    const fn tracking(self) -> f32 {
        match self {
            Self::Headline | Self::Display => -0.3,
            _ => 0.0,
        }
    }
}

/// The two weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    SemiBold,
}

impl Weight {
    /// The font family of the weight.
    pub fn family(self) -> FontFamily {
        match self {
            Self::Regular => FontFamily::Proportional,
            Self::SemiBold => fonts::semi_bold(),
        }
    }
}

/// The font of a size and weight.
pub fn font(size: Size, weight: Weight) -> FontId {
    FontId::new(size.points(), weight.family())
}

/// The font of an icon.
pub fn icon_font(icon: Icon, points: f32) -> FontId {
    let family = if icon.filled {
        fonts::icons_fill()
    } else {
        fonts::icons()
    };
    FontId::new(points, family)
}

/// Text for egui's own widgets.
pub fn rich(text: impl Into<String>, size: Size, weight: Weight, color: Color32) -> RichText {
    RichText::new(text)
        .font(font(size, weight))
        .line_height(Some(size.line()))
        .extra_letter_spacing(size.tracking())
        .color(color)
}

/// Format of a run of text.
pub fn format(size: Size, weight: Weight, color: Color32) -> TextFormat {
    TextFormat {
        font_id: font(size, weight),
        line_height: Some(size.line()),
        extra_letter_spacing: size.tracking(),
        color,
        ..TextFormat::default()
    }
}

/// One line, cut with an ellipsis at `max_width`.
pub fn line(
    ui: &Ui,
    text: &str,
    size: Size,
    weight: Weight,
    color: Color32,
    max_width: f32,
) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), format(size, weight, color));
    job.wrap = TextWrapping {
        max_width,
        max_rows: 1,
        break_anywhere: true,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}

/// One line without a limit.
pub fn free_line(ui: &Ui, text: &str, size: Size, weight: Weight, color: Color32) -> Arc<Galley> {
    line(ui, text, size, weight, color, f32::INFINITY)
}

/// A paragraph, wrapped between words at `max_width`, cut after `max_rows`.
pub fn paragraph(
    ui: &Ui,
    text: &str,
    size: Size,
    weight: Weight,
    color: Color32,
    (max_width, max_rows): (f32, usize),
) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), format(size, weight, color));
    job.wrap = TextWrapping {
        max_width,
        max_rows,
        break_anywhere: false,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}

/// A label that screen readers and tests can find. One or more lines.
pub fn label(ui: &mut Ui, text: &str, size: Size, weight: Weight, color: Color32) -> Response {
    let galley = paragraph(
        ui,
        text,
        size,
        weight,
        color,
        (ui.available_width(), usize::MAX),
    );
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, color);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    response
}

/// A label at a place of one's choice, given by its top left corner; for screens laid out by hand.
pub fn label_at(ui: &mut Ui, galley: Arc<Galley>, at: egui::Pos2) -> Response {
    let rect = egui::Rect::from_min_size(at, galley.size());
    let words = galley.text().to_owned();
    let response = ui.interact(
        rect,
        ui.scope_id()
            .with(("label", words.as_str(), at.x as i32, at.y as i32)),
        Sense::hover(),
    );
    ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    response
}
