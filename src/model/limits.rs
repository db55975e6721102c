//! How large what a person makes may become: far more than anybody makes, and little enough that it
//! can be shown. What is written keeps to these, so that it can be read again.
//! Not here: limits of files (`library::limits`), of a take (`audio`).

/// Characters of the notes on an answer, and of a part of a story.
pub const TEXT_CHARS: usize = 200_000;
/// Marks of an answer.
pub const MARKS: usize = 20_000;
/// Gaps of a take.
pub const GAPS: usize = 20_000;
/// Sittings in which an answer was rated.
pub const RATINGS: usize = 10_000;
/// The longest take that is believed, in seconds: a day.
pub const TAKE_SECS: u64 = 24 * 60 * 60;
/// Frames per second that a recording may have: below, no voice can be heard; above, there is no
/// device. A file that says anything else is damaged, or means harm.
pub const SAMPLE_RATES_HZ: std::ops::RangeInclusive<u32> = 4_000..=768_000;
