//! Contrast of the tokens, by the formula of WCAG 2.2: 4.5 for text, 3 for what has to be made out.
#![allow(
    clippy::disallowed_methods,
    reason = "colors that are worked out, and those of the standard"
)]

use egui::Color32;
use retake::model::language::Language;
use retake::ui::theme::Palette;

/// Relative luminance, 0 to 1.
fn luminance(color: Color32) -> f64 {
    let channel = |value: u8| {
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
}

fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A color that lets some of what is below shine through.
fn over(top: Color32, below: Color32) -> Color32 {
    let rest = 255 - u16::from(top.a());
    let mix = |top: u8, below: u8| (u16::from(top) + u16::from(below) * rest / 255).min(255) as u8;
    Color32::from_rgb(
        mix(top.r(), below.r()),
        mix(top.g(), below.g()),
        mix(top.b(), below.b()),
    )
}

fn palettes() -> [&'static Palette; 2] {
    [Palette::of(false), Palette::of(true)]
}

#[test]
fn text_is_readable_on_all_that_it_stands_on() {
    for p in palettes() {
        let grounds = [p.background, p.surface, p.surface_variant];
        let everywhere = [p.text, p.text2, p.text3];
        let mut pairs: Vec<(Color32, Color32)> = Vec::new();
        for ground in grounds {
            pairs.extend(everywhere.map(|text| (text, ground)));
        }
        pairs.extend([p.text, p.text2].map(|text| (text, p.selected)));
        for language in [Language::Korean, Language::English] {
            let (ink, tint) = (p.language(language), p.language_tint(language));
            pairs.extend([
                (ink, p.background),
                (ink, p.surface),
                (ink, tint),
                (p.text2, tint),
            ]);
            let cue = p.cue(language);
            pairs.extend([(p.cue_text, cue), (p.cue_secondary(language), cue)]);
        }
        pairs.extend([(p.inverse, p.text), (p.inverse2, p.text)]);
        for (text, ground) in pairs {
            let found = contrast(text, ground);
            assert!(found >= 4.5, "{text:?} on {ground:?}: {found:.2}");
        }
    }
}

#[test]
fn controls_and_drawings_can_be_made_out() {
    for p in palettes() {
        let mut pairs = Vec::new();
        for ground in [p.background, p.surface, p.surface_variant] {
            // Edges, unlit cells, silence; the disc; the focus ring.
            pairs.extend([(p.control, ground), (p.recording, ground), (p.text, ground)]);
        }
        for language in [Language::Korean, Language::English] {
            let cue = p.cue(language);
            pairs.push((over(p.cue_waveform(), cue), cue));
            pairs.push((p.language(language), p.surface_variant));
        }
        for (ink, ground) in pairs {
            let found = contrast(ink, ground);
            assert!(found >= 3.0, "{ink:?} on {ground:?}: {found:.2}");
        }
    }
}

#[test]
fn the_formula_is_that_of_wcag() {
    let (black, white) = (Color32::from_rgb(0, 0, 0), Color32::from_rgb(255, 255, 255));
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    let grey = Color32::from_rgb(0x77, 0x77, 0x77);
    assert!((contrast(grey, white) - 4.48).abs() < 0.01);
}
