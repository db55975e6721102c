//! Stretches of frames in which something is on.
//! Not here: what is on (`runs`).

use std::ops::Range;

/// On from `enter` on, until below `leave`; in both directions of time, so that a slow rise belongs to
/// what follows as a slow fall belongs to what was before.
pub fn hysteresis(values: &[f32], enter: f32, leave: f32) -> Vec<bool> {
    let mut on = vec![false; values.len()];
    let mut before = false;
    for (on, value) in on.iter_mut().zip(values) {
        before = *value >= enter || (before && *value >= leave);
        *on = before;
    }
    let mut after = false;
    for (on, value) in on.iter_mut().zip(values).rev() {
        after = *on || (after && *value >= leave);
        *on = after;
    }
    on
}

/// On wherever something is on at most `reach` frames away.
pub fn spread(on: &[bool], reach: usize) -> Vec<bool> {
    let mut wide = vec![false; on.len()];
    for range in ranges(on) {
        let start = range.start.saturating_sub(reach);
        let end = range.end.saturating_add(reach).min(on.len());
        if let Some(wide) = wide.get_mut(start..end) {
            wide.fill(true);
        }
    }
    wide
}

/// The stretches that are on.
pub fn ranges(on: &[bool]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (frame, on) in on.iter().chain([&false]).enumerate() {
        match (on, start) {
            (true, None) => start = Some(frame),
            (false, Some(from)) => {
                found.push(from..frame);
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Joins stretches that are less than `least` frames apart.
pub fn close_gaps(ranges: Vec<Range<usize>>, least: usize) -> Vec<Range<usize>> {
    let mut closed: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match closed.last_mut() {
            Some(open) if range.start.saturating_sub(open.end) < least => {
                open.end = range.end;
            }
            _ => closed.push(range),
        }
    }
    closed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `#` is on.
    fn on(text: &str) -> Vec<bool> {
        text.chars().map(|letter| letter == '#').collect()
    }

    #[test]
    fn once_on_less_is_enough_in_both_directions() {
        let values = [0.0, 0.4, 0.6, 0.4, 0.2, 0.4, 0.4, 0.9];
        assert_eq!(hysteresis(&values, 0.5, 0.3), on(".###.###"));
        assert_eq!(hysteresis(&[0.4; 3], 0.5, 0.3), on("..."));
        assert_eq!(hysteresis(&[f32::NAN, 0.6], 0.5, 0.3), on(".#"));
    }

    #[test]
    fn stretches_are_found_widened_and_joined() {
        assert_eq!(ranges(&on("#..##.#")), [0..1, 3..5, 6..7]);
        assert_eq!(ranges(&on("")), Vec::<Range<usize>>::new());
        assert_eq!(spread(&on("#.....#."), 2), on("###.####"));
        let all = ranges(&on("#######"));
        let wanted: [(usize, Vec<Range<usize>>); 3] =
            [(1, vec![0..1, 3..5, 6..7]), (2, vec![0..1, 3..7]), (3, all)];
        for (least, wanted) in wanted {
            assert_eq!(close_gaps(ranges(&on("#..##.#")), least), wanted);
        }
    }
}
