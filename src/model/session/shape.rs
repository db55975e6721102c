//! The formats of a session: how many interviewers, for how long, with which breaks. Not here: what
//! the interviewers ask (`panel`).

use crate::model::ids::ids;

/// Minutes of a phone screen and of an interviewer of a loop day, as offered.
pub const LONG_MINUTES: [u8; 2] = [45, 60];
/// Interviewers of a loop day, as offered.
pub const LOOP_INTERVIEWERS: [u8; 2] = [4, 5];
/// Most interviewers of a session.
pub const MOST_INTERVIEWERS: u8 = 5;
/// Most minutes of one interviewer.
pub const MOST_MINUTES: u8 = 60;
/// Most minutes of one break.
pub const MOST_BREAK_MINUTES: u8 = 30;

/// A format of an interview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// A talk with a recruiter: the career so far, reasons, expectations.
    RecruiterCall,
    /// One interviewer: a scenario in depth, or two or three principles.
    PhoneScreen,
    /// Two interviewers: one technical, one about character.
    #[default]
    FirstRound,
    /// Four or five interviewers with breaks between them.
    LoopDay,
    /// As the person likes it.
    Custom,
}

ids!(Format {
    RecruiterCall = "recruiter-call",
    PhoneScreen = "phone-screen",
    FirstRound = "first-round",
    LoopDay = "loop-day",
    Custom = "own",
});

/// A format with its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    pub format: Format,
    /// Number of interviewers, 1 to [`MOST_INTERVIEWERS`].
    pub interviewers: u8,
    /// Minutes of each, 1 to [`MOST_MINUTES`].
    pub minutes: u8,
    /// Minutes of the break between two, 0 to [`MOST_BREAK_MINUTES`].
    pub break_minutes: u8,
}

impl Default for Shape {
    fn default() -> Self {
        Self::of(Format::default())
    }
}

impl Shape {
    /// The usual numbers of a format.
    pub const fn of(format: Format) -> Self {
        let (interviewers, minutes, break_minutes) = match format {
            Format::RecruiterCall => (1, 30, 0),
            Format::PhoneScreen => (1, 45, 0),
            Format::FirstRound => (2, 30, 0),
            Format::LoopDay => (4, 45, 10),
            Format::Custom => (2, 20, 5),
        };
        Self {
            format,
            interviewers,
            minutes,
            break_minutes,
        }
    }

    /// The nearest shape that the format allows.
    #[must_use]
    pub fn fitted(self) -> Self {
        let usual = Self::of(self.format);
        let offered = |wanted: u8, offers: [u8; 2], usual: u8| {
            if offers.contains(&wanted) {
                wanted
            } else {
                usual
            }
        };
        match self.format {
            Format::RecruiterCall | Format::FirstRound => usual,
            Format::PhoneScreen => Self {
                minutes: offered(self.minutes, LONG_MINUTES, usual.minutes),
                ..usual
            },
            Format::LoopDay => Self {
                interviewers: offered(self.interviewers, LOOP_INTERVIEWERS, usual.interviewers),
                minutes: offered(self.minutes, LONG_MINUTES, usual.minutes),
                ..usual
            },
            Format::Custom => Self {
                interviewers: self.interviewers.clamp(1, MOST_INTERVIEWERS),
                minutes: self.minutes.clamp(1, MOST_MINUTES),
                break_minutes: self.break_minutes.min(MOST_BREAK_MINUTES),
                ..self
            },
        }
    }

    /// How long all of it takes, in minutes.
    pub fn total_minutes(self) -> u32 {
        let breaks = u32::from(self.interviewers.saturating_sub(1));
        u32::from(self.interviewers) * u32::from(self.minutes)
            + breaks * u32::from(self.break_minutes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formats_last_as_long_as_candidates_say() {
        let total = |format| Shape::of(format).total_minutes();
        assert_eq!(total(Format::RecruiterCall), 30);
        assert_eq!(total(Format::PhoneScreen), 45);
        assert_eq!(total(Format::FirstRound), 60);
        assert_eq!(total(Format::LoopDay), 4 * 45 + 3 * 10);
        for format in Format::ALL {
            assert_eq!(Format::from_id(format.id()), Some(format));
            assert_eq!(Shape::of(format).fitted(), Shape::of(format));
        }
    }

    proptest! {
        #[test]
        fn whatever_is_wished_a_shape_stays_within_its_format(
            at in 0_usize..5, interviewers: u8, minutes: u8, break_minutes: u8
        ) {
            let format = Format::ALL[at];
            let shape = Shape { format, interviewers, minutes, break_minutes }.fitted();
            prop_assert_eq!(shape.fitted(), shape);
            prop_assert!((1..=MOST_INTERVIEWERS).contains(&shape.interviewers));
            prop_assert!((1..=MOST_MINUTES).contains(&shape.minutes));
            prop_assert!(shape.break_minutes <= MOST_BREAK_MINUTES);
        }
    }
}
