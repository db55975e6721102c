//! Finding text as one types: Latin without case, Hangul by syllable, by half-typed syllable and
//! by initial consonants (초성).

use unicode_normalization::UnicodeNormalization as _;

const SYLLABLE_FIRST: u32 = 0xAC00;
const SYLLABLE_LAST: u32 = 0xD7A3;
/// Syllables per initial consonant: 21 vowels × 28 finals (Unicode, chapter 3.12).
const PER_INITIAL: u32 = 588;
/// Syllables per vowel: 28 finals, the first of which is none.
const PER_VOWEL: u32 = 28;
/// Compatibility letters of the nineteen initial consonants, in their order.
const INITIALS: [char; 19] = [
    'ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ',
    'ㅌ', 'ㅍ', 'ㅎ',
];

/// Text prepared for searching: NFC, lower case, without white space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchKey(Box<str>);

impl SearchKey {
    /// Prepares a text.
    pub fn new(text: &str) -> Self {
        let prepared: String = text
            .nfc()
            .flat_map(char::to_lowercase)
            .filter(|c| !c.is_whitespace())
            .collect();
        Self(prepared.into())
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the query occurs in this text. An empty query always does. A consonant in the
    /// query stands for any syllable that begins with it; the last syllable of the query may be
    /// unfinished.
    pub fn contains(&self, query: &Self) -> bool {
        query.is_empty()
            || self
                .0
                .char_indices()
                .any(|(at, _)| self.0.get(at..).is_some_and(|text| query.begins(text)))
    }

    /// Whether this query is what a prepared text begins with.
    fn begins(&self, text: &str) -> bool {
        let mut have = text.chars();
        let mut want = self.0.chars().peekable();
        while let Some(wanted) = want.next() {
            let last = want.peek().is_none();
            if !have.next().is_some_and(|had| stands_for(wanted, had, last)) {
                return false;
            }
        }
        true
    }
}

fn stands_for(want: char, have: char, last: bool) -> bool {
    if want == have {
        return true;
    }
    let Some(have_index) = syllable_index(have) else {
        return false;
    };
    if let Some(want_index) = syllable_index(want) {
        // 하 finds 한 while the syllable is still being typed.
        return last
            && want_index.is_multiple_of(PER_VOWEL)
            && have_index / PER_VOWEL == want_index / PER_VOWEL;
    }
    INITIALS.get((have_index / PER_INITIAL) as usize) == Some(&want)
}

fn syllable_index(c: char) -> Option<u32> {
    let code = u32::from(c);
    (SYLLABLE_FIRST..=SYLLABLE_LAST)
        .contains(&code)
        .then(|| code - SYLLABLE_FIRST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_korean_types() {
        let text = SearchKey::new("늘 하던 방식을 접고, Dive Deep 한 적이 있나요?");
        for (query, found) in [
            ("", true),
            ("방식", true),
            ("ㅂㅅ", true),
            ("하던 방", true),
            ("바", true),
            ("방ㅅ", true),
            ("dive deep", true),
            ("DIVEDEEP", true),
            ("ㅂㅂ", false),
            ("바식", false),
            ("박", false),
            ("x", false),
        ] {
            assert_eq!(text.contains(&SearchKey::new(query)), found, "{query}");
        }
    }

    #[test]
    fn decomposed_text_is_the_same_text() {
        let decomposed: String = "방식".nfd().collect();
        assert!(SearchKey::new("늘 하던 방식").contains(&SearchKey::new(&decomposed)));
    }
}
