//! Durations, dates and times in both languages.

use jiff::civil::{Date, Weekday};

use crate::i18n::Words;
use crate::model::language::Language;
use crate::tr;

/// Whole seconds as `1:07`, or `1:02:03` from an hour on. Fractions are cut, as on a clock.
pub fn clock(secs: f64) -> String {
    let total = secs.max(0.0) as u64;
    let (hours, minutes, seconds) = (total / 3600, total / 60 % 60, total % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// Tenths of seconds as `0:51.2`.
pub fn clock_tenths(secs: f64) -> String {
    let tenths = (secs.max(0.0) * 10.0) as u64;
    format!("{}.{}", clock((tenths / 10) as f64), tenths % 10)
}

/// Seconds with so many decimals as `0:51.238`, cut like those before.
pub fn clock_decimals(secs: f64, decimals: u32) -> String {
    let scale = 10_u64.pow(decimals);
    // A hair more, or 0.29 would be 0.28: no decimal of them is a whole power of two.
    let parts = (secs.max(0.0) * scale as f64 + 1e-6) as u64;
    let whole = clock((parts / scale) as f64);
    match decimals {
        0 => whole,
        _ => format!(
            "{whole}.{:0width$}",
            parts % scale,
            width = decimals as usize
        ),
    }
}

/// A day as the timeline names it: `오늘 · 11월 21일 토`, `Today · Sat 21 Nov`.
pub fn day(words: Words<'_>, date: Date, today: Date) -> String {
    let plain = plain_day(words, date, today);
    if date == today {
        format!("{} · {plain}", tr!(words, "date-today"))
    } else if date.tomorrow().ok() == Some(today) {
        format!("{} · {plain}", tr!(words, "date-yesterday"))
    } else {
        plain
    }
}

/// A day without today or yesterday; the year only when it is not this one.
pub fn plain_day(words: Words<'_>, date: Date, today: Date) -> String {
    let weekday = weekday(words, date.weekday());
    match (words.language(), date.year() == today.year()) {
        (Language::Korean, true) => format!("{}월 {}일 {weekday}", date.month(), date.day()),
        (Language::Korean, false) => {
            format!(
                "{}년 {}월 {}일 {weekday}",
                date.year(),
                date.month(),
                date.day()
            )
        }
        (Language::English, true) => {
            format!("{weekday} {} {}", date.day(), month(words, date.month()))
        }
        (Language::English, false) => {
            format!(
                "{weekday} {} {} {}",
                date.day(),
                month(words, date.month()),
                date.year()
            )
        }
    }
}

/// When an attempt was made, in short: `오늘 14:20`, `11월 3일 14:20`, `3 Nov 14:20`.
pub fn moment(words: Words<'_>, at: &jiff::Zoned, today: Date) -> String {
    let date = at.date();
    let day = if date == today {
        tr!(words, "date-today")
    } else if date.tomorrow().ok() == Some(today) {
        tr!(words, "date-yesterday")
    } else {
        match words.language() {
            Language::Korean => format!("{}월 {}일", date.month(), date.day()),
            Language::English => format!("{} {}", date.day(), month(words, date.month())),
        }
    };
    format!("{day} {:02}:{:02}", at.hour(), at.minute())
}

/// A month on an axis: `11월`, `Nov`. Months outside 1 to 12 count as December.
pub fn month(words: Words<'_>, month: i8) -> String {
    match month {
        1 => tr!(words, "month-1"),
        2 => tr!(words, "month-2"),
        3 => tr!(words, "month-3"),
        4 => tr!(words, "month-4"),
        5 => tr!(words, "month-5"),
        6 => tr!(words, "month-6"),
        7 => tr!(words, "month-7"),
        8 => tr!(words, "month-8"),
        9 => tr!(words, "month-9"),
        10 => tr!(words, "month-10"),
        11 => tr!(words, "month-11"),
        _ => tr!(words, "month-12"),
    }
}

fn weekday(words: Words<'_>, day: Weekday) -> String {
    match day {
        Weekday::Monday => tr!(words, "weekday-mon"),
        Weekday::Tuesday => tr!(words, "weekday-tue"),
        Weekday::Wednesday => tr!(words, "weekday-wed"),
        Weekday::Thursday => tr!(words, "weekday-thu"),
        Weekday::Friday => tr!(words, "weekday-fri"),
        Weekday::Saturday => tr!(words, "weekday-sat"),
        Weekday::Sunday => tr!(words, "weekday-sun"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::AllWords;

    #[test]
    fn clocks_count_like_clocks() {
        for (secs, text) in [
            (0.0, "0:00"),
            (59.99, "0:59"),
            (67.0, "1:07"),
            (3723.0, "1:02:03"),
            (-1.0, "0:00"),
        ] {
            assert_eq!(clock(secs), text);
        }
        assert_eq!(clock_tenths(51.27), "0:51.2");
    }

    #[test]
    fn days_are_named_in_both_languages() {
        let words = AllWords::load().unwrap();
        let today = jiff::civil::date(2026, 11, 21);
        let yesterday = jiff::civil::date(2026, 11, 20);
        let long_ago = jiff::civil::date(2025, 3, 1);
        let korean = words.of(Language::Korean);
        let english = words.of(Language::English);
        assert_eq!(day(korean, today, today), "오늘 · 11월 21일 토");
        assert_eq!(day(korean, yesterday, today), "어제 · 11월 20일 금");
        assert_eq!(day(korean, long_ago, today), "2025년 3월 1일 토");
        assert_eq!(day(english, today, today), "Today · Sat 21 Nov");
        assert_eq!(day(english, long_ago, today), "Sat 1 Mar 2025");
    }
}
