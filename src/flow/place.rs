//! The five places of the rail, and the screens that are their tabs.
//! Not here: how a screen is entered and left (`update`).

use crate::flow::state::{Screen, State};

/// A place of the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What to do next, and why.
    Today,
    /// A question, the switch drill, a mock interview.
    Practice,
    Stories,
    /// The answers, one by one and together.
    Record,
    /// Settings and the sound check.
    Settings,
}

impl Place {
    /// In the order of the rail and of `Ctrl 1` to `Ctrl 5`.
    pub const ALL: [Self; 5] = [
        Self::Today,
        Self::Practice,
        Self::Stories,
        Self::Record,
        Self::Settings,
    ];

    /// Its screens; the place opens with the first.
    pub const fn tabs(self) -> &'static [Screen] {
        match self {
            Self::Today => &[Screen::Today],
            Self::Practice => &[Screen::Practice, Screen::Drill, Screen::Interview],
            // List and coverage share one screen, which keeps its own selection.
            Self::Stories => &[Screen::Stories],
            Self::Record => &[Screen::Timeline, Screen::Progress],
            Self::Settings => &[Screen::Settings, Screen::Check],
        }
    }
}

impl State {
    /// The tab that is shown; a review lies over the one that it was opened from.
    pub fn tab(&self) -> Screen {
        match (self.screen, &self.review) {
            (Screen::Review, Some(review)) => review.from,
            (Screen::Review, None) => Screen::Timeline,
            (screen, _) => screen,
        }
    }

    /// The place that the tab belongs to.
    pub fn place(&self) -> Place {
        let tab = self.tab();
        Place::ALL
            .into_iter()
            .find(|place| place.tabs().contains(&tab))
            .unwrap_or(Place::Practice)
    }

    /// The tab that lies this many steps from the one that is shown, around the ends.
    pub fn tab_after(&self, steps: i32) -> Screen {
        let tabs = self.place().tabs();
        let at = tabs.iter().position(|tab| *tab == self.tab()).unwrap_or(0);
        let around = tabs.iter().cycle();
        // A step back is as many steps on as there are other tabs.
        let on = steps.rem_euclid(i32::try_from(tabs.len()).unwrap_or(1)) as usize;
        around.copied().nth(at + on).unwrap_or(self.screen)
    }
}
