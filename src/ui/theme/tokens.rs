//! The colours, as measured and named in the design. Colour literals exist in this file only.
#![allow(
    clippy::disallowed_methods,
    reason = "this is the one place for colour literals"
)]

use egui::{Color32, Shadow};

use crate::model::language::Language;

/// The colours of one theme.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Whether this is the dark one.
    pub dark: bool,
    /// Window and rail.
    pub background: Color32,
    /// Cards, fields, rating panel, disc.
    pub surface: Color32,
    /// Segment tracks, chips, hover, current rubric line.
    pub surface_variant: Color32,
    /// Selected rail item and row, active chip.
    pub selected: Color32,
    /// Hairlines and card edges; decoration only.
    pub line: Color32,
    /// Edges of fields and secondary buttons, clip light, silence in a waveform.
    pub control: Color32,
    /// Text, primary fill, focus ring, banner fill, playhead.
    pub text: Color32,
    /// Secondary text and icons.
    pub text2: Color32,
    /// Captions and axis labels; never on `selected`.
    pub text3: Color32,
    /// Text on `ink`.
    pub inverse: Color32,
    /// Second line of a banner.
    pub inverse2: Color32,
    /// Korean.
    pub korean: Color32,
    /// Area behind Korean marks.
    pub korean_tint: Color32,
    /// English.
    pub english: Color32,
    /// Area behind English marks.
    pub english_tint: Color32,
    /// The whole window at the cue to English.
    pub cue_english: Color32,
    /// The whole window at the cue to Korean.
    pub cue_korean: Color32,
    /// Words of a cue.
    pub cue_text: Color32,
    /// Question at the English cue.
    pub cue_text2: Color32,
    /// Recording, and nothing else.
    pub recording: Color32,
    /// Calendar, empty.
    pub heat0: Color32,
    /// Unlit meter cell, rest of the target line.
    pub heat1: Color32,
    /// Disabled text.
    pub heat2: Color32,
    /// Calendar.
    pub heat3: Color32,
    /// Calendar, full.
    pub heat4: Color32,
}

static LIGHT: Palette = Palette {
    dark: false,
    background: Color32::from_rgb(0xF7, 0xF6, 0xF3),
    surface: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    surface_variant: Color32::from_rgb(0xEF, 0xED, 0xE8),
    selected: Color32::from_rgb(0xE7, 0xE4, 0xDD),
    line: Color32::from_rgb(0xE3, 0xE0, 0xD9),
    control: Color32::from_rgb(0x8C, 0x88, 0x80),
    text: Color32::from_rgb(0x1C, 0x1B, 0x19),
    text2: Color32::from_rgb(0x57, 0x54, 0x4D),
    text3: Color32::from_rgb(0x6E, 0x6A, 0x62),
    inverse: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    inverse2: Color32::from_rgb(0xC9, 0xC5, 0xBC),
    korean: Color32::from_rgb(0x0A, 0x7B, 0x62),
    korean_tint: Color32::from_rgb(0xE3, 0xF4, 0xEE),
    english: Color32::from_rgb(0x1F, 0x3A, 0xC6),
    english_tint: Color32::from_rgb(0xE4, 0xE8, 0xFB),
    cue_english: Color32::from_rgb(0x1F, 0x3A, 0xC6),
    cue_korean: Color32::from_rgb(0x0A, 0x7B, 0x62),
    cue_text: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    cue_text2: Color32::from_rgb(0xD5, 0xDB, 0xFA),
    recording: Color32::from_rgb(0xD3, 0x24, 0x3A),
    heat0: Color32::from_rgb(0xEC, 0xEA, 0xE4),
    heat1: Color32::from_rgb(0xCF, 0xCB, 0xC2),
    heat2: Color32::from_rgb(0xA3, 0x9E, 0x94),
    heat3: Color32::from_rgb(0x6B, 0x67, 0x5F),
    heat4: Color32::from_rgb(0x2E, 0x2C, 0x28),
};

static DARK: Palette = Palette {
    dark: true,
    background: Color32::from_rgb(0x16, 0x15, 0x14),
    surface: Color32::from_rgb(0x1F, 0x1E, 0x1C),
    surface_variant: Color32::from_rgb(0x26, 0x25, 0x22),
    selected: Color32::from_rgb(0x34, 0x32, 0x2E),
    line: Color32::from_rgb(0x33, 0x31, 0x2D),
    control: Color32::from_rgb(0x7F, 0x7B, 0x73),
    text: Color32::from_rgb(0xF3, 0xF1, 0xEC),
    text2: Color32::from_rgb(0xB9, 0xB5, 0xAC),
    text3: Color32::from_rgb(0x9A, 0x96, 0x8D),
    inverse: Color32::from_rgb(0x16, 0x15, 0x14),
    inverse2: Color32::from_rgb(0x4A, 0x46, 0x3F),
    korean: Color32::from_rgb(0x5B, 0xD6, 0xB4),
    korean_tint: Color32::from_rgb(0x17, 0x36, 0x2D),
    english: Color32::from_rgb(0x84, 0x96, 0xFF),
    english_tint: Color32::from_rgb(0x20, 0x26, 0x4A),
    cue_english: Color32::from_rgb(0x25, 0x40, 0xCC),
    cue_korean: Color32::from_rgb(0x0A, 0x7B, 0x62),
    cue_text: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    cue_text2: Color32::from_rgb(0xD5, 0xDB, 0xFA),
    recording: Color32::from_rgb(0xF0, 0x52, 0x5C),
    heat0: Color32::from_rgb(0x28, 0x26, 0x23),
    heat1: Color32::from_rgb(0x45, 0x42, 0x3C),
    heat2: Color32::from_rgb(0x72, 0x6E, 0x66),
    heat3: Color32::from_rgb(0xA8, 0xA4, 0x9A),
    heat4: Color32::from_rgb(0xED, 0xEA, 0xE3),
};

impl Palette {
    /// The light or the dark one.
    pub fn of(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    /// A language's colour.
    pub fn language(&self, language: Language) -> Color32 {
        match language {
            Language::Korean => self.korean,
            Language::English => self.english,
        }
    }

    /// A language's area colour.
    pub fn language_tint(&self, language: Language) -> Color32 {
        match language {
            Language::Korean => self.korean_tint,
            Language::English => self.english_tint,
        }
    }

    /// The whole window at the cue to a language.
    pub fn cue(&self, to: Language) -> Color32 {
        match to {
            Language::Korean => self.cue_korean,
            Language::English => self.cue_english,
        }
    }

    /// Secondary text on a cue.
    pub fn cue_secondary(&self, to: Language) -> Color32 {
        match to {
            Language::Korean => self.cue_text,
            Language::English => self.cue_text2,
        }
    }

    /// The waveform on a cue: white at 70 %, 3.39 : 1 on jade.
    pub fn cue_waveform(&self) -> Color32 {
        self.cue_text.gamma_multiply(0.7)
    }

    /// The one soft shadow, of cards and toasts; none in the dark.
    pub fn card_shadow(&self) -> Shadow {
        if self.dark {
            return Shadow::NONE;
        }
        Shadow {
            offset: [0, 8],
            blur: 24,
            spread: 0,
            color: Color32::from_rgba_unmultiplied(0x28, 0x22, 0x14, 18),
        }
    }

    /// The shadow of a selected segment; none in the dark.
    pub fn segment_shadow(&self) -> Shadow {
        if self.dark {
            return Shadow::NONE;
        }
        Shadow {
            offset: [0, 1],
            blur: 3,
            spread: 0,
            color: Color32::from_rgba_unmultiplied(0x28, 0x22, 0x14, 31),
        }
    }

    /// Fill of the selected segment.
    pub fn segment_selected(&self) -> Color32 {
        if self.dark {
            self.selected
        } else {
            self.surface
        }
    }
}
