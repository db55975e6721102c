//! Korean particles, whose form depends on the sound before them.

/// First and last of the precomposed syllables (Unicode 15, chapter 3.12).
const SYLLABLES: std::ops::RangeInclusive<u32> = 0xAC00..=0xD7A3;
/// Number of the final consonant ㄹ among the 28 finals.
const RIEUL: u32 = 8;

/// The word with 으로 or 로 ("with, by means of"): 내장 마이크로, 헤드셋으로, 이어폰으로.
/// After other scripts the form without a final consonant is used.
pub fn with_ro(word: &str) -> String {
    let particle = match final_consonant(word) {
        None | Some(0 | RIEUL) => "로",
        Some(_) => "으로",
    };
    format!("{word}{particle}")
}

/// Number of the final consonant of the last letter: 0 for none, `None` when it is no Hangul.
fn final_consonant(word: &str) -> Option<u32> {
    let last = u32::from(word.chars().rev().find(|c| c.is_alphanumeric())?);
    SYLLABLES
        .contains(&last)
        .then(|| (last - SYLLABLES.start()) % 28)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_particle_follows_the_sound() {
        for (word, with) in [
            ("내장 마이크", "내장 마이크로"),
            ("헤드셋", "헤드셋으로"),
            ("교실", "교실로"),
            ("USB", "USB로"),
            ("이어폰 (무선)", "이어폰 (무선)으로"),
            ("", "로"),
        ] {
            assert_eq!(with_ro(word), with);
        }
    }
}
