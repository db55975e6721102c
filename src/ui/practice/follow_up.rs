//! What the card shows of a follow-up: who asks and how deep, in the place of the chips; the question
//! it hangs on, or the one that came between, in the place of the number of follow-ups.

use egui::{Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::i18n::Words;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::practice::follow_up_view::FollowUpCard;
use crate::ui::practice::view::QuestionCard;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::{chip, icon};

/// Draws who asks, and how deep; `at` is the place of the chips.
pub fn head_ui(ui: &mut Ui, look: &UiContext<'_>, at: Pos2, follow_up: &FollowUpCard<'_>) {
    let what = depth_words(look.words, follow_up.depth, follow_up.step);
    chip::plain(ui, at, &tr!(look.words, "chain-asks", what = what));
}

/// How deep a follow-up lies, in words.
pub fn depth_words(words: Words<'_>, depth: u8, step: bool) -> String {
    if step {
        tr!(words, "chain-step", depth = depth)
    } else {
        tr!(words, "chain-depth", depth = depth)
    }
}

/// Draws one line below the question, from `left` as far as `right`; false where there is none.
pub fn foot_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (left, right): (Pos2, f32),
    question: &QuestionCard<'_>,
) -> bool {
    let palette = look.palette;
    let under = question.follow_up.and_then(|follow_up| follow_up.under);
    let (said, weight, color) = match (question.asked_between, under) {
        (Some(asked), _) => (asked.to_owned(), Weight::SemiBold, palette.text),
        (None, Some(under)) => {
            let said = tr!(look.words, "chain-hangs", question = under);
            (said, Weight::Regular, palette.text3)
        }
        (None, None) => return false,
    };
    let points = Size::Caption.icon();
    let at = Pos2::new(left.x + 8.0, left.y);
    icon::paint(ui, at, icons::FOLLOW_UP, points, color);
    let x = left.x + size::STEP_6;
    let room = (right - x).max(size::STEP_10);
    let galley = text::line(ui, &said, Size::Caption, weight, color, room);
    let corner = Pos2::new(x, left.y - galley.size().y / 2.0);
    let rect = Rect::from_min_size(corner, Vec2::new(galley.size().x, galley.size().y));
    let cut = galley.elided;
    ui.painter().galley(corner, galley, color);
    let id = ui.scope_id().with("follow-up-foot");
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    if cut {
        response.on_hover_text(&said);
    }
    true
}
