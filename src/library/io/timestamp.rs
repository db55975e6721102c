//! Moments as files hold them: `2026-11-21T12:05:22.123+09:00[Asia/Seoul]`.
//! A file must be readable where the zone is unknown and when its rules have changed since.

use jiff::Zoned;
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::{Offset, OffsetConflict, TimeZone};

static PARSER: DateTimeParser = DateTimeParser::new();

/// The offset says which instant it was; the zone only how to show it. So a later change of the
/// zone's rules moves nothing.
static OFFSET_WINS: DateTimeParser =
    DateTimeParser::new().offset_conflict(OffsetConflict::AlwaysOffset);

/// Reads a moment. With an unknown zone its offset is used; without any offset it is no moment.
pub fn parse(text: &str) -> Result<Zoned, String> {
    // First without a winner: that is how jiff knows an offset which it had rounded to minutes
    // (those of 1908 had seconds).
    PARSER
        .parse_zoned(text)
        .or_else(|_| OFFSET_WINS.parse_zoned(text))
        .or_else(|error| by_offset(text).ok_or_else(|| error.to_string()))
        .map(in_whole_minutes)
}

/// The same instant at an offset that a file can hold: without a zone's name its seconds would be
/// rounded away when written, and the instant moved by them.
fn in_whole_minutes(moment: Zoned) -> Zoned {
    let seconds = match moment.time_zone().to_fixed_offset() {
        Ok(offset) => offset.seconds(),
        Err(_) => return moment,
    };
    match Offset::from_seconds(seconds - seconds % 60) {
        Ok(offset) if seconds % 60 != 0 => moment.timestamp().to_zoned(TimeZone::fixed(offset)),
        _ => moment,
    }
}

fn by_offset(text: &str) -> Option<Zoned> {
    let pieces = PARSER.parse_pieces(text).ok()?;
    let offset = pieces.to_numeric_offset()?;
    let civil = pieces.date().to_datetime(pieces.time()?);
    TimeZone::fixed(offset).to_zoned(civil).ok()
}

/// The moment as a file holds it.
pub fn format(moment: &Zoned) -> String {
    moment.to_string()
}

/// Whether two texts stand for the same instant.
pub fn is_same(a: &str, b: &str) -> bool {
    matches!((parse(a), parse(b)), (Ok(a), Ok(b)) if a.timestamp() == b.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_wherever_its_zone_is_unknown() {
        let known = parse("2026-11-21T12:05:22.123+09:00[Asia/Seoul]").unwrap();
        let unknown = parse("2026-11-21T12:05:22.123+09:00[Mars/Olympus]").unwrap();
        assert_eq!(known.timestamp(), unknown.timestamp());
        assert_eq!(unknown.date(), known.date());
        assert_eq!(format(&known), "2026-11-21T12:05:22.123+09:00[Asia/Seoul]");
        let fixed = parse(&format(&unknown)).unwrap();
        assert_eq!(fixed, known);
    }

    #[test]
    fn changed_rules_of_a_zone_move_nothing() {
        let moved = parse("2026-11-21T12:05:22+08:30[Asia/Seoul]").unwrap();
        let plain = parse("2026-11-21T12:05:22+08:30[+08:30]").unwrap();
        assert_eq!(moved.timestamp(), plain.timestamp());
    }

    /// Found by fuzzing: such a moment was moved by up to half a minute with its first save.
    #[test]
    fn seconds_of_an_offset_without_a_known_zone_move_nothing() {
        for zone in ["[Mars/Olympus]", ""] {
            let text = format!("1907-05-01T12:00:00+08:27:52{zone}");
            let moment = parse(&text).unwrap();
            assert_eq!(moment.timestamp().to_string(), "1907-05-01T03:32:08Z");
            assert_eq!(parse(&format(&moment)).unwrap(), moment);
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "yesterday",
            "2026-11-21",
            "2026-11-21T12:05:22",
            "\u{0}",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert!(parse("2026-11-21T03:05:22Z").is_ok());
    }
}
