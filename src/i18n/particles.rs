//! Korean particles, whose form depends on the sound before them.

/// First and last of the precomposed syllables (Unicode 15, chapter 3.12).
const SYLLABLES: std::ops::RangeInclusive<u32> = 0xAC00..=0xD7A3;
/// Number of the final consonant ㄹ among the 28 finals.
const RIEUL: u32 = 8;

/// The word with 으로 or 로 ("with, by means of"): 내장 마이크로, 헤드셋으로, 이어폰으로.
/// A Latin name is heard as Koreans say it: `Headset으로`, `AirPods로`, `iPhone으로`. After a name that
/// ends in neither, both forms are written.
pub fn with_ro(word: &str) -> String {
    let particle = match final_consonant(word).or_else(|| final_sound(word)) {
        Some(0 | RIEUL) => "로",
        Some(_) => "으로",
        None if word.is_empty() => "로",
        None => "(으)로",
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

/// The same for digits and Latin letters, by how Koreans pronounce the end of a name. Abbreviations in
/// capitals are spelled out: USB is 유에스비.
fn final_sound(word: &str) -> Option<u32> {
    const SOME: u32 = 1;
    let tail = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = tail.chars().next_back()?;
    if let Some(digit) = last.to_digit(10) {
        // 영 일 이 삼 사 오 육 칠 팔 구
        return Some(match digit {
            0 | 3 | 6 => SOME,
            1 | 7 | 8 => RIEUL,
            _ => 0,
        });
    }
    if !last.is_ascii_alphabetic() {
        return None;
    }
    let name = tail.rsplit(|c: char| !c.is_ascii_alphabetic()).next()?;
    if name.chars().all(|c| c.is_ascii_uppercase()) {
        // 엘, 엠, 엔; all other letters end in a vowel.
        return Some(match last {
            'L' => RIEUL,
            'M' | 'N' => SOME,
            _ => 0,
        });
    }
    let name = name.to_ascii_lowercase();
    Some(match last.to_ascii_lowercase() {
        'l' => RIEUL,
        'm' | 'n' | 'p' | 'k' => SOME,
        // 헤드셋, 로봇; but 포인트.
        't' if !name.ends_with("nt") && !name.ends_with("st") && !name.ends_with("rt") => SOME,
        // phone, microphone, home.
        'e' if name.ends_with("ne") || name.ends_with("me") => SOME,
        'e' if name.ends_with("le") => RIEUL,
        'g' if name.ends_with("ng") => SOME,
        _ => 0,
    })
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
            ("Headset", "Headset으로"),
            ("AirPods Pro", "AirPods Pro로"),
            ("Yeti Nano", "Yeti Nano로"),
            ("USB Audio Device", "USB Audio Device로"),
            ("USB microphone", "USB microphone으로"),
            ("Built-in Audio (HDMI 3)", "Built-in Audio (HDMI 3)으로"),
            ("PnP DSL", "PnP DSL로"),
            ("WH-1000XM5", "WH-1000XM5로"),
            ("Blå", "Blå(으)로"),
        ] {
            assert_eq!(with_ro(word), with);
        }
    }
}
