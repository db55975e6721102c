//! How everything looks: colours, sizes, durations, fonts. The only place for such literals.
//! Not here: what is drawn with them (`ui::widgets` and the screens).

pub mod fonts;
pub mod icons;
pub mod motion;
pub mod size;
pub mod text;
pub mod tokens;

pub use text::{Size, Weight};
pub use tokens::Palette;

use egui::{Context, CornerRadius, Stroke, Style, ThemePreference, Visuals};

use crate::model::settings::ThemeChoice;

/// Installs fonts and styles. Once, before the first pass.
pub fn install(ctx: &Context) {
    fonts::install(ctx);
    ctx.options_mut(|options| {
        // Where the system does not say, light: it is the theme of the first start.
        options.fallback_theme = egui::Theme::Light;
        // The app has keys of its own for it, which remember the size.
        options.zoom_with_keyboard = false;
    });
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        ctx.set_style_of(theme, style(Palette::of(theme == egui::Theme::Dark)));
    }
}

/// Follows the setting.
pub fn follow(ctx: &Context, choice: ThemeChoice) {
    let preference = match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    };
    if ctx.options(|options| options.theme_preference) != preference {
        ctx.set_theme(preference);
    }
}

/// The palette in force.
pub fn palette(ctx: &Context) -> &'static Palette {
    Palette::of(ctx.theme() == egui::Theme::Dark)
}

fn style(palette: &Palette) -> Style {
    let mut style = Style {
        visuals: if palette.dark {
            Visuals::dark()
        } else {
            Visuals::light()
        },
        ..Style::default()
    };
    for (text_style, font) in &mut style.text_styles {
        *font = match text_style {
            egui::TextStyle::Small => text::font(Size::Caption, Weight::Regular),
            egui::TextStyle::Heading => text::font(Size::Title, Weight::SemiBold),
            _ => text::font(Size::Body, Weight::Regular),
        };
    }
    style.animation_time = motion::HOVER_SECS;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style.spacing.item_spacing = egui::vec2(size::STEP_2, size::STEP_2);
    style.spacing.scroll = egui::style::ScrollStyle::thin();
    style.interaction.tooltip_delay = motion::TOOLTIP_DELAY_SECS;
    style.interaction.selectable_labels = false;
    let visuals = &mut style.visuals;
    visuals.panel_fill = palette.background;
    visuals.window_fill = palette.surface;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.window_corner_radius = CornerRadius::same(size::RADIUS_CARD);
    visuals.menu_corner_radius = CornerRadius::same(size::RADIUS_ROW);
    visuals.window_shadow = palette.card_shadow();
    visuals.popup_shadow = palette.card_shadow();
    visuals.extreme_bg_color = palette.surface;
    visuals.text_edit_bg_color = Some(palette.surface);
    visuals.faint_bg_color = palette.surface_variant;
    visuals.override_text_color = None;
    visuals.hyperlink_color = palette.text;
    visuals.selection.bg_fill = palette.selected;
    visuals.selection.stroke = Stroke::new(size::EMPHASIS, palette.text);
    visuals.text_cursor.stroke = Stroke::new(size::EMPHASIS, palette.text);
    visuals.button_frame = true;
    let widgets = &mut visuals.widgets;
    for (state, fill, text) in [
        (&mut widgets.noninteractive, palette.surface, palette.text),
        (
            &mut widgets.inactive,
            palette.surface_variant,
            palette.text2,
        ),
        (&mut widgets.hovered, palette.surface_variant, palette.text),
        (&mut widgets.active, palette.selected, palette.text),
        (&mut widgets.open, palette.selected, palette.text),
    ] {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.fg_stroke = Stroke::new(1.0, text);
        state.bg_stroke = Stroke::new(1.0, palette.control);
        state.corner_radius = CornerRadius::same(size::RADIUS_FIELD);
        state.expansion = 0.0;
    }
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, palette.line);
    style
}
