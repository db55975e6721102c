//! The fonts: Pretendard for both scripts, Phosphor for icons. Licences lie beside the files.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/Pretendard-Regular.otf");
const SEMI_BOLD: &[u8] = include_bytes!("../../../assets/fonts/Pretendard-SemiBold.otf");
const ICONS: &[u8] = include_bytes!("../../../assets/fonts/Phosphor.ttf");
const ICONS_FILL: &[u8] = include_bytes!("../../../assets/fonts/Phosphor-Fill.ttf");

/// Family of the heavier weight.
pub fn semi_bold() -> FontFamily {
    FontFamily::Name("semi-bold".into())
}

/// Family of the icons. Their own, because Pretendard has letters at some of their places.
pub fn icons() -> FontFamily {
    FontFamily::Name("icons".into())
}

/// Family of the filled icons.
pub fn icons_fill() -> FontFamily {
    FontFamily::Name("icons-fill".into())
}

/// Hands the fonts to egui.
pub fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [
        ("regular", REGULAR),
        ("semi-bold", SEMI_BOLD),
        ("icons", ICONS),
        ("icons-fill", ICONS_FILL),
    ] {
        fonts
            .font_data
            .insert(name.into(), Arc::new(FontData::from_static(bytes)));
    }
    for (family, faces) in [
        (FontFamily::Proportional, ["regular", "icons"]),
        (FontFamily::Monospace, ["regular", "icons"]),
        (semi_bold(), ["semi-bold", "icons"]),
        (icons(), ["icons", "regular"]),
        (icons_fill(), ["icons-fill", "regular"]),
    ] {
        fonts
            .families
            .insert(family, faces.map(str::to_owned).to_vec());
    }
    ctx.set_fonts(fonts);
}
