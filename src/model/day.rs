//! Days as people type them: `2026-12-01`, `12/1`, `12월 1일`, `1 Dec`.
//! Not here: days in words (`i18n::dates`).

use jiff::civil::Date;

/// Beginnings of the English names of the months.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Reads a day. Without a year it is the next such day from `today` on. `None` for what is no day
/// of a calendar, or holds anything else.
pub fn parse(text: &str, today: Date) -> Option<Date> {
    let mut numbers: Vec<(usize, i16)> = Vec::new();
    let mut named = None;
    for part in parts(text) {
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            numbers.push((part.len(), part.parse().ok()?));
        } else if part.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let month = month(part)?;
            if named.replace(month).is_some() {
                return None;
            }
        } else if !is_between(part) {
            return None;
        }
    }
    let (year, month, day) = match (named, &numbers[..]) {
        (None, [(4, year), (_, month), (_, day)]) => (Some(*year), *month, *day),
        (None, [(1 | 2, month), (1 | 2, day)]) => (None, *month, *day),
        (Some(month), [(1 | 2, day)]) => (None, month, *day),
        (Some(month), [(1 | 2, day), (4, year)] | [(4, year), (1 | 2, day)]) => {
            (Some(*year), month, *day)
        }
        _ => return None,
    };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let of_year = |year| Date::new(year, month, day).ok();
    match year {
        Some(year) => of_year(year),
        // A 29 February may be years ahead.
        None => (today.year()..=today.year().saturating_add(8))
            .filter_map(of_year)
            .find(|date| *date >= today),
    }
}

/// What stands between the numbers of a date.
fn is_between(part: &str) -> bool {
    let part = part.trim();
    ["", "-", "/", ".", ",", "년", "월", "일"].contains(&part)
}

fn month(name: &str) -> Option<i16> {
    let name = name.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| name.starts_with(month))?;
    i16::try_from(at + 1).ok()
}

/// Digits, letters of English, and what stands between them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let kind = |c: char| (c.is_ascii_digit(), c.is_ascii_alphabetic());
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c| kind(c) != kind(first)).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        rest = after;
        Some(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 21);

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in [
            "2026-12-01",
            "2026/12/1",
            "2026. 12. 1.",
            "2026년 12월 1일",
            "12/1",
            "12-01",
            " 12월 1일 ",
            "12.1",
            "1 Dec",
            "Dec 1",
            "December 1, 2026",
            "1 dec 2026",
        ] {
            assert_eq!(parse(text, TODAY), Some(date(2026, 12, 1)), "{text}");
        }
    }

    #[test]
    fn a_day_without_a_year_lies_ahead() {
        assert_eq!(parse("11/21", TODAY), Some(TODAY));
        assert_eq!(parse("11/20", TODAY), Some(date(2027, 11, 20)));
        assert_eq!(parse("2/29", TODAY), Some(date(2028, 2, 29)));
        assert_eq!(parse("2025-01-02", TODAY), Some(date(2025, 1, 2)));
    }

    #[test]
    fn anything_else_is_no_day() {
        for text in [
            "",
            "tomorrow",
            "12",
            "13/1",
            "2/30",
            "2026-02-29",
            "1/2/3",
            "12/1/2026",
            "2026-12-01x",
            "12/1 14:00",
            "Dec",
            "Dec 1 Jan",
            "99999-1-1",
        ] {
            assert_eq!(parse(text, TODAY), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_harm(text in "\\PC{0,24}") {
            parse(&text, TODAY);
        }

        #[test]
        fn what_is_written_in_full_comes_back(days in 0_i32..200_000) {
            let day = date(1800, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            prop_assert_eq!(parse(&day.to_string(), TODAY), Some(day));
        }
    }
}
