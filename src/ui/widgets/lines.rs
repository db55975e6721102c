//! Breaking a text into lines as a person would read it aloud: after a sentence or a comma first,
//! between words otherwise, never inside a word, and with lines of much the same length.
//! Not here: painting.

use egui::{Color32, Ui};

use crate::ui::theme::text::{self, Size, Weight};

/// What follows a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Sentence,
    Comma,
    Word,
}

#[derive(Clone, Copy, Debug)]
struct Word {
    width: f32,
    end: End,
}

/// A text with its line ends set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// The text, a newline between lines.
    pub text: String,
    /// Number of lines.
    pub count: usize,
}

/// Breaks a text for a width. Each sentence begins a line of its own as long as there are not more
/// than `wanted` lines; otherwise they follow each other.
pub fn of(ui: &Ui, words: &str, size: Size, weight: Weight, width: f32, wanted: usize) -> Lines {
    let measure = |part: &str| {
        text::free_line(ui, part, size, weight, Color32::PLACEHOLDER)
            .size()
            .x
    };
    let parts: Vec<&str> = words.split_whitespace().collect();
    let measured: Vec<Word> = parts
        .iter()
        .map(|part| Word {
            width: measure(part),
            end: end(part),
        })
        .collect();
    // A space alone at the end of a line has no width of its own in the layout.
    let space = measure("a a") - 2.0 * measure("a");
    let apart = arrange(&measured, space, width, true);
    let lengths = if apart.len() <= wanted {
        apart
    } else {
        arrange(&measured, space, width, false)
    };
    let mut rest = parts.as_slice();
    let mut lines = Vec::new();
    for length in lengths {
        let (line, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        lines.push(line.join(" "));
        rest = after;
    }
    Lines {
        count: lines.len(),
        text: lines.join("\n"),
    }
}

fn end(word: &str) -> End {
    let bare = word.trim_end_matches(['"', '\'', ')', '”', '’', '」', '』']);
    match bare.chars().next_back() {
        Some('.' | '?' | '。' | '？') => End::Sentence,
        Some(',' | ';' | ':') => End::Comma,
        _ => End::Word,
    }
}

/// The number of words on each line: as few lines as possible, and among those the best breaks.
fn arrange(words: &[Word], space: f32, width: f32, apart: bool) -> Vec<usize> {
    // best[n] is the arrangement of the first n words: lines, cost, length of its last line.
    let mut best: Vec<(usize, f32, usize)> = vec![(0, 0.0, 0)];
    for until in 1..=words.len() {
        let mut found = (usize::MAX, f32::INFINITY, 1);
        for from in (0..until).rev() {
            let line = words.get(from..until).unwrap_or(&[]);
            let used = line.iter().map(|word| word.width).sum::<f32>()
                + space * (line.len().saturating_sub(1)) as f32;
            // A word that is too long for any line stands alone.
            if used > width && line.len() > 1 {
                break;
            }
            let inner = line.split_last().map_or(&[][..], |(_, inner)| inner);
            if apart && inner.iter().any(|word| word.end == End::Sentence) {
                break;
            }
            let slack = ((width - used) / width).max(0.0);
            let last = line.last().map_or(End::Word, |word| word.end);
            let penalty = match last {
                _ if until == words.len() => 0.0,
                End::Sentence => 0.0,
                End::Comma => 0.05,
                End::Word => 0.3,
            };
            if let Some((lines, cost, _)) = best.get(from) {
                let candidate = (lines + 1, cost + slack * slack + penalty, line.len());
                if (candidate.0, candidate.1) < (found.0, found.1) {
                    found = candidate;
                }
            }
        }
        best.push(found);
    }
    let mut lengths = Vec::new();
    let mut at = words.len();
    while let Some((_, _, length)) = best.get(at).filter(|_| at > 0) {
        lengths.push(*length);
        at -= length;
    }
    lengths.reverse();
    lengths
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<Word> {
        text.split(' ')
            .map(|part| Word {
                width: part.chars().count() as f32,
                end: end(part),
            })
            .collect()
    }

    fn broken(text: &str, width: f32, apart: bool) -> Vec<String> {
        let mut parts = text.split(' ');
        arrange(&words(text), 1.0, width, apart)
            .into_iter()
            .map(|length| parts.by_ref().take(length).collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn a_sentence_begins_its_own_line() {
        assert_eq!(
            broken("Who won? Tell me why.", 40.0, true),
            ["Who won?", "Tell me why."]
        );
        assert_eq!(
            broken("Who won? Tell me why.", 40.0, false),
            ["Who won? Tell me why."]
        );
    }

    #[test]
    fn a_comma_is_a_better_place_than_the_middle_of_a_phrase() {
        assert_eq!(
            broken(
                "늘 하던 방식을 접고, 처음 해 보는 방법으로 문제를 푼 적이 있나요?",
                26.0,
                true
            ),
            [
                "늘 하던 방식을 접고,",
                "처음 해 보는 방법으로 문제를 푼 적이 있나요?"
            ]
        );
    }

    #[test]
    fn quotation_marks_do_not_hide_the_end_of_a_sentence() {
        assert_eq!(end("morning,”"), End::Comma);
        assert_eq!(end("done.\""), End::Sentence);
        assert_eq!(end("done"), End::Word);
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_no_word_is_lost(
            text in "[a-z]{1,12}[,.]?( [a-z]{1,12}[,.?]?){0,30}",
            width in 13.0_f32..60.0,
            apart: bool,
        ) {
            let lines = broken(&text, width, apart);
            prop_assert_eq!(lines.join(" "), text);
            for line in lines {
                prop_assert!(line.chars().count() as f32 <= width || !line.contains(' '), "{line}");
            }
        }
    }
}
