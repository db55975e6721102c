//! The keyboard's way through the grid: one Tab stop, arrows from square to square and up to the titles,
//! Home and End along a row. Not here: drawing them.

use egui::{FocusDirection, Id, Key, Rect, Response, Sense, Ui};

/// A place of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Two for each story, one for each language; a title stands in the first of its two.
    pub column: usize,
    /// 0 for the titles, then one for each principle.
    pub row: usize,
}

/// Halves of a square.
pub const HALVES: usize = 2;

impl Place {
    /// The nearest that can be pressed: the column of all answers has no title that could be.
    fn within(column: usize, row: usize, last: usize) -> Self {
        if row > 0 || last < HALVES {
            let (column, row) = (column.min(last), row.max(1));
            return Self { column, row };
        }
        let column = column.clamp(HALVES, last);
        let column = column - column % HALVES;
        Self { column, row }
    }
}

/// The grid, and the place that Tab leads to.
#[derive(Clone, Copy, Debug)]
pub struct Grid {
    id: Id,
    pub at: Place,
}

impl Grid {
    /// Takes the keys; `columns` counts halves, `rows` principles.
    pub fn new(ui: &Ui, columns: usize, rows: usize) -> Self {
        let id = Id::unique("coverage-grid");
        let kept = ui.data(|data| data.get_temp::<(usize, usize)>(id));
        let (column, row) = kept.unwrap_or((0, 1));
        let last = columns.saturating_sub(1);
        let at = Place::within(column, row.min(rows), last);
        let mut grid = Self { id, at };
        if ui.memory(|memory| memory.has_focus(grid.id_of(grid.at))) {
            grid.step(ui, last, rows);
        }
        ui.data_mut(|data| data.insert_temp(id, (grid.at.column, grid.at.row)));
        grid
    }

    fn step(&mut self, ui: &Ui, last: usize, rows: usize) {
        let [left, right, up, down, home, end] = ui.input(|input| {
            [
                Key::ArrowLeft,
                Key::ArrowRight,
                Key::ArrowUp,
                Key::ArrowDown,
                Key::Home,
                Key::End,
            ]
            .map(|key| input.num_presses(key))
        });
        if left + right + up + down + home + end == 0 {
            return;
        }
        let row = (self.at.row + down).saturating_sub(up).min(rows);
        // A title is as wide as two halves.
        let step = if row == 0 { HALVES } else { 1 };
        let column = match (home, end) {
            (0, 0) => (self.at.column + right * step).saturating_sub(left * step),
            (_, 0) => 0,
            _ => last,
        };
        self.at = Place::within(column, row, last);
        ui.memory_mut(|memory| {
            memory.request_focus(self.id_of(self.at));
            // The arrows lead nowhere else.
            memory.move_focus(FocusDirection::None);
        });
    }

    fn id_of(&self, place: Place) -> Id {
        self.id.with((place.column, place.row))
    }

    /// Whether Tab leads to a column of two halves.
    pub fn is_in(&self, story_column: usize) -> bool {
        self.at.column / HALVES == story_column
    }

    /// What can be pressed at a place. Tab leads to one of them only.
    pub fn press(&self, ui: &Ui, rect: Rect, place: Place) -> Response {
        let sense = if place == self.at {
            Sense::click()
        } else {
            Sense::CLICK
        };
        ui.interact(rect, self.id_of(place), sense)
    }

    /// Tells screen readers where in the grid something stands.
    pub fn tell(response: &Response, place: Place) {
        response.ctx.accesskit_node_builder(response.id, |node| {
            node.set_row_index(place.row);
            node.set_column_index(place.column);
        });
    }
}
