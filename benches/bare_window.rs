//! What belongs here: the smallest window of the same toolkit, the peer that `process.py` compares Retake with.
//! What does not: anything of Retake but its font, without which no label can be drawn.

use std::sync::Arc;

use eframe::egui;

struct BareWindow;

impl eframe::App for BareWindow {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| ui.label("Bare window"));
    }
}

fn main() -> eframe::Result {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1100.0, 720.0]),
        ..Default::default()
    };
    eframe::run_native(
        "bare_window",
        options,
        Box::new(|creation| {
            let font = egui::FontData::from_static(include_bytes!(
                "../assets/fonts/Pretendard-Regular.otf"
            ));
            let mut fonts = egui::FontDefinitions::default();
            fonts
                .font_data
                .insert("Pretendard".to_owned(), Arc::new(font));
            for family in fonts.families.values_mut() {
                family.insert(0, "Pretendard".to_owned());
            }
            creation.egui_ctx.set_fonts(fonts);
            Ok(Box::new(BareWindow))
        }),
    )
}
