//! The name of an attempt, which is also the name of its folder. Not here: the attempt (`attempt`).

use std::fmt;
use std::sync::Arc;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// Folder name of an attempt: `2026-11-21_120522_dive-deep-03_7f3a`. ASCII, begins with the time on the wall.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AttemptId(Arc<str>);

impl AttemptId {
    /// The id of an attempt made at a time for a question; `salt` tells two of one second apart.
    pub fn new(created: &Zoned, question_id: &str, salt: u16) -> Self {
        let slug: String = question_id
            .chars()
            .map(|c| {
                if c.is_ascii_alphanumeric() {
                    c.to_ascii_lowercase()
                } else {
                    '-'
                }
            })
            .take(48)
            .collect();
        Self(format!("{}_{slug}_{salt:04x}", created.strftime("%Y-%m-%d_%H%M%S")).into())
    }

    /// Reads a folder name. `None` unless it is a plain ASCII name that begins with a year:
    /// separators and dots are refused, so that an id can never leave the library.
    pub fn parse(name: &str) -> Option<Self> {
        let plain = name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        let year = name.len() > 5
            && name.bytes().take(4).all(|b| b.is_ascii_digit())
            && name.as_bytes().get(4) == Some(&b'-');
        (plain && year && name.len() <= 100).then(|| Self(name.into()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The time on the wall when it was begun, read as if it were UTC; `None` for a name that was given
    /// otherwise.
    pub fn wall_clock(&self) -> Option<Timestamp> {
        let time = self.0.get(..17)?;
        let time = DateTime::strptime("%Y-%m-%d_%H%M%S", time).ok()?;
        TimeZone::UTC.to_timestamp(time).ok()
    }

    /// The year folder it lies in.
    pub fn year(&self) -> &str {
        self.0.get(..4).unwrap_or("0000")
    }
}

impl fmt::Display for AttemptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_time_and_parse_back() {
        let at = |hour| {
            jiff::civil::date(2026, 11, 21)
                .at(hour, 5, 22, 0)
                .in_tz("Asia/Seoul")
                .unwrap()
        };
        let first = AttemptId::new(&at(9), "dive-deep-03", 0x7f3a);
        let second = AttemptId::new(&at(12), "../배움", 1);
        assert_eq!(first.as_str(), "2026-11-21_090522_dive-deep-03_7f3a");
        assert!(first < second);
        assert_eq!(AttemptId::parse(second.as_str()), Some(second.clone()));
        assert_eq!(second.year(), "2026");
    }

    #[test]
    fn names_that_could_leave_the_library_are_no_ids() {
        for name in [
            "..",
            "2026-../x",
            "2026-a/b",
            "/etc",
            "",
            "2026-11-21 x",
            "2026",
            ".2026-",
        ] {
            assert_eq!(AttemptId::parse(name), None, "{name}");
        }
    }
}
