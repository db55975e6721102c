//! Tab goes from left to right where things are laid out from the right end on. The toolkit's order is that
//! in which widgets are drawn; here it is told of them in the order in which they are read. Not here: the
//! ring, and single stops with arrows (`focus`).

use egui::{Context, Event, FocusDirection, Id, Key, LayerId, Rect, Ui};

/// Widgets whose middles differ no more than this stand in one row.
const ROW: f32 = 8.0;

/// Whether a part of the window is under way whose order is kept.
#[derive(Clone, Copy, Default)]
struct Inside(bool);

/// Draws something whose widgets Tab reaches as they are read.
pub fn keep<R>(ui: &mut Ui, inside: impl FnOnce(&mut Ui) -> R) -> R {
    let ctx = ui.ctx().clone();
    let before = ctx.data_mut(|data| {
        let mark = data.get_temp_mut_or_default::<Inside>(Id::NULL);
        std::mem::replace(&mut mark.0, true)
    });
    if before {
        return inside(ui);
    }
    let group = Group {
        key: ui.next_auto_id().with("reading order"),
        layer: ui.layer_id(),
        ctx,
    };
    let leaves = group.enter();
    let drawn = group.drawn(|all| all.count());
    let given = inside(ui);
    group.leave(leaves, drawn);
    group
        .ctx
        .data_mut(|data| data.insert_temp(Id::NULL, Inside(false)));
    given
}

struct Group {
    key: Id,
    layer: LayerId,
    ctx: Context,
}

impl Group {
    /// Tells the toolkit of all in their order; says whether Tab leaves them at their right end.
    fn enter(&self) -> bool {
        let Some([on, back]) = self.tabs() else {
            return false;
        };
        let ids = self.known();
        let last = ids.last().copied();
        self.ctx.memory_mut(|memory| {
            let leaves = on
                && !back
                && last.is_some_and(|id| memory.has_focus(id) && memory.had_focus_last_frame(id));
            if leaves {
                // What is drawn next is not what is read next.
                memory.move_focus(FocusDirection::None);
            }
            for id in ids {
                memory.interested_in_focus(id, self.layer);
            }
            leaves
        })
    }

    /// Goes on from the right end, and keeps the order for the next pass.
    fn leave(&self, leaves: bool, drawn: usize) {
        if self.tabs().is_some()
            && let Some(last) = self.known().last()
        {
            self.ctx.memory_mut(|memory| {
                if leaves {
                    memory.move_focus(FocusDirection::Next);
                }
                memory.interested_in_focus(*last, self.layer);
            });
        }
        let found = self.drawn(|all| {
            let new = all.skip(drawn);
            let stops = new.filter(|it| it.enabled && it.sense.is_focusable());
            stops.map(|it| (it.id, it.rect)).collect()
        });
        let ids = in_order(found);
        self.ctx.data_mut(|data| data.insert_temp(self.key, ids));
    }

    /// Whether Tab was pressed, and Shift and Tab; `None` for neither.
    fn tabs(&self) -> Option<[bool; 2]> {
        let pressed = self.ctx.input(|input| {
            [false, true].map(|shift| {
                input.events.iter().any(|event| {
                    matches!(event, Event::Key { key: Key::Tab, pressed: true, modifiers, .. }
                        if modifiers.shift == shift && !modifiers.ctrl && !modifiers.alt)
                })
            })
        });
        pressed.contains(&true).then_some(pressed)
    }

    /// The widgets of the pass before.
    fn known(&self) -> Vec<Id> {
        let known = self.ctx.data(|data| data.get_temp(self.key));
        known.unwrap_or_default()
    }

    fn drawn<R>(&self, read: impl FnOnce(&mut dyn Iterator<Item = &egui::WidgetRect>) -> R) -> R {
        self.ctx
            .viewport(|shown| read(&mut shown.this_pass.widgets.get_layer(self.layer)))
    }
}

/// Row by row, each from left to right.
fn in_order(mut found: Vec<(Id, Rect)>) -> Vec<Id> {
    let middle = |rect: &Rect| rect.center().y;
    found.sort_by(|(_, a), (_, b)| middle(a).total_cmp(&middle(b)));
    let rows = found.chunk_by_mut(|(_, a), (_, b)| middle(b) - middle(a) <= ROW);
    for row in rows {
        row.sort_by(|(_, a), (_, b)| a.left().total_cmp(&b.left()));
    }
    found.into_iter().map(|(id, _)| id).collect()
}
