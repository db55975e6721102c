//! The top bar: which questions are drawn, at the left; the microphone, at the right.

use egui::text::LayoutJob;
use egui::{
    Color32, CornerRadius, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::flow::state::Screen;
use crate::i18n::{check, dates};
use crate::model::filter::Filter;
use crate::tr;
use crate::ui::practice::badge::Badge;
use crate::ui::practice::geometry::Geometry;
use crate::ui::practice::menu::{self, MenuMemory};
use crate::ui::practice::menu_view;
use crate::ui::theme::icons::Icon;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::{access, figures, focus, icon};
use crate::ui::{Cx, UiContext};

/// A device's name is cut beyond this width.
const NAME_WIDTH: f32 = 200.0;

/// What is drawn from, and how many questions of it are new in this round.
#[derive(Clone, Copy, Debug)]
pub struct FilterView<'a> {
    pub only: &'a Filter,
    pub left: usize,
}

/// Draws the filter; `right` is where the badge begins.
pub fn filter_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    geometry: &Geometry,
    view: FilterView<'_>,
    right: f32,
    memory: &mut MenuMemory,
) {
    let (look, palette) = (cx.look, cx.palette);
    let of = menu_view::filter_name(look.words, cx.state, view.only);
    let count = tr!(look.words, "practice-left", count = view.left);
    let name = tr!(look.words, "practice-filter");
    let mut job = LayoutJob::default();
    job.append(
        &of,
        0.0,
        text::format(Size::Body, Weight::Regular, palette.text),
    );
    let after = format!(" · {count}");
    job.append(
        &after,
        0.0,
        text::format(Size::Body, Weight::Regular, palette.text2),
    );
    let from = geometry.screen.left() + size::MARGIN;
    job.wrap.max_width = (right - from - size::STEP_10 - size::STEP_4).max(size::STEP_10);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.painter().layout_job(job);
    let rect = Rect::from_min_size(
        Pos2::new(from - size::STEP_2, geometry.bar_y - size::BADGE / 2.0),
        Vec2::new(galley.size().x + size::STEP_10 + size::STEP_1, size::BADGE),
    );
    let response = ui.interact(rect, ui.scope_id().with("filter"), Sense::click());
    let radius = size::RADIUS_FIELD;
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(radius), palette.surface_variant);
    }
    let height = galley.size().y;
    let caret_x = from + galley.size().x + size::STEP_4;
    ui.painter().galley(
        Pos2::new(from, geometry.bar_y - height / 2.0),
        galley,
        Color32::PLACEHOLDER,
    );
    icon::paint(
        ui,
        Pos2::new(caret_x, geometry.bar_y),
        icons::CARET_DOWN,
        Size::Caption.icon(),
        palette.text2,
    );
    focus::ring(ui, &response, rect, radius);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::ComboBox, true, format!("{name}: {of} · {count}"))
    });
    access::expanded(&response, cx.state.practice.menu_open);
    // A click on it while the menu is open closes the menu, and asks only once.
    let closed = menu::menu_ui(ui, cx, &response, memory);
    if response.clicked() || closed {
        cx.push(Command::ToggleQuestionMenu);
    }
}

/// What a badge says, in words.
struct Said {
    icon: Icon,
    name: Option<String>,
    more: Option<String>,
    strong: bool,
    /// Said by screen readers.
    whole: String,
}

fn said(look: &UiContext<'_>, badge: &Badge<'_>) -> Said {
    let w = look.words;
    let microphone = icons::MICROPHONE.fill();
    match badge {
        Badge::Looking => {
            let words = tr!(w, "practice-looking");
            Said {
                icon: microphone,
                name: Some(words.clone()),
                more: None,
                strong: false,
                whole: words,
            }
        }
        Badge::NoMicrophone => {
            let words = tr!(w, "practice-no-microphone");
            Said {
                icon: icons::WARNING,
                name: None,
                more: Some(words.clone()),
                strong: true,
                whole: words,
            }
        }
        Badge::Checking => {
            let words = tr!(w, "check-badge-checking");
            Said {
                icon: microphone,
                name: Some(words.clone()),
                more: None,
                strong: false,
                whole: words,
            }
        }
        Badge::MicIssue(trouble) => {
            let words = check::badge(w, trouble);
            Said {
                icon: icons::WARNING,
                name: None,
                more: Some(words.clone()),
                strong: true,
                whole: words,
            }
        }
        Badge::Ready { name, minutes_left } => {
            let more = minutes_left.map(|minutes| tr!(w, "practice-space", minutes = minutes));
            Said {
                icon: if more.is_some() {
                    icons::WARNING
                } else {
                    microphone
                },
                whole: tr!(w, "practice-microphone", name = (*name).to_owned())
                    + &more
                        .as_ref()
                        .map(|more| format!(" · {more}"))
                        .unwrap_or_default(),
                name: Some((*name).to_owned()),
                strong: more.is_some(),
                more,
            }
        }
        Badge::Saving { name, saved_secs } => {
            let more = tr!(w, "practice-saved", time = dates::clock(*saved_secs));
            Said {
                icon: microphone,
                whole: format!("{name} · {more}"),
                name: Some((*name).to_owned()),
                more: Some(more),
                strong: false,
            }
        }
    }
}

/// Draws the badge; returns its left edge and whether the screen it opens was asked for.
pub fn badge_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    (badge, screen): (&Badge<'_>, Screen),
) -> (f32, Option<Command>) {
    let palette = look.palette;
    let said = said(look, badge);
    let weight = if said.strong {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let name = said.name.as_ref().map(|name| {
        text::line(
            ui,
            name,
            Size::Caption,
            Weight::Regular,
            palette.text2,
            NAME_WIDTH,
        )
    });
    let name_width = name.as_ref().map_or(0.0, |name| name.size().x);
    let more_width = said
        .more
        .as_ref()
        .map_or(0.0, |more| figures::width(ui, more, Size::Caption, weight));
    let both = name.is_some() && said.more.is_some();
    let between = if both { 20.0 } else { 0.0 };
    let width = (34.0 + name_width + between + more_width + 15.0).ceil();
    let right = geometry.screen.right() - size::MARGIN;
    let rect = Rect::from_min_size(
        Pos2::new(right - width, geometry.bar_y - size::BADGE / 2.0),
        Vec2::new(width, size::BADGE),
    );
    // While a take is made the badge only says something.
    let opens = !matches!(badge, Badge::Saving { .. });
    let sense = if opens {
        Sense::click()
    } else {
        Sense::hover()
    };
    let response = ui.interact(rect, ui.scope_id().with("microphone"), sense);
    let fill = if opens && response.hovered() {
        palette.surface_variant
    } else {
        palette.surface
    };
    let edge = if said.strong {
        palette.control
    } else {
        palette.line
    };
    ui.painter().rect(
        rect,
        CornerRadius::same(16),
        fill,
        Stroke::new(size::HAIRLINE, edge),
        StrokeKind::Inside,
    );
    let y = rect.center().y;
    let color = if said.strong {
        palette.text
    } else {
        palette.text2
    };
    icon::paint(ui, Pos2::new(rect.left() + 18.0, y), said.icon, 16.0, color);
    let mut x = rect.left() + 34.0;
    if let Some(name) = name {
        ui.painter()
            .galley(Pos2::new(x, y - name.size().y / 2.0), name, color);
        x += name_width;
    }
    if both {
        ui.painter()
            .circle_filled(Pos2::new(x + 10.0, y), 1.0, palette.text2);
        x += between;
    }
    if let Some(more) = &said.more {
        let at = Pos2::new(x, y - Size::Caption.line() / 2.0);
        figures::paint(ui, at, more, Size::Caption, weight, color);
    }
    focus::ring(ui, &response, rect, 16);
    let role = if opens { Role::Button } else { Role::Status };
    response.widget_info(|| WidgetInfo::labeled(role, true, &said.whole));
    let go = response.clicked().then_some(Command::GoTo(screen));
    if opens {
        let words = if screen == Screen::Check {
            tr!(look.words, "check-title")
        } else {
            tr!(look.words, "screen-settings")
        };
        response.on_hover_text(words);
    }
    (rect.left(), go)
}
