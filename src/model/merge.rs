//! Three versions of one thing made into one: what was last read (`base`), what was made of it here (`ours`)
//! and what somebody else made of it (`theirs`). Not here: which fields a thing has.

use std::collections::BTreeMap;

/// Takes each change of one side, and notes where both changed the same differently.
#[derive(Debug, Default)]
pub struct Merge {
    /// Both sides changed the same, each in its own way; ours was taken.
    pub clash: bool,
}

impl Merge {
    /// A value as it was changed.
    pub fn of<T: Clone + PartialEq>(&mut self, base: &T, ours: &T, theirs: &T) -> T {
        if ours == base {
            return theirs.clone();
        }
        self.clash |= theirs != base && theirs != ours;
        ours.clone()
    }

    /// A list whose elements are told apart by a key. What one side added is in it, what one side removed
    /// and the other left alone is not. Ours come first, in their order.
    pub fn each<T: Clone + PartialEq, K: Ord>(
        &mut self,
        base: &[T],
        ours: &[T],
        theirs: &[T],
        key: impl Fn(&T) -> K,
    ) -> Vec<T> {
        if ours == base {
            return theirs.to_vec();
        }
        if theirs == base {
            return ours.to_vec();
        }
        let by_key = |list| -> BTreeMap<K, &T> {
            let list: &[T] = list;
            list.iter().map(|element| (key(element), element)).collect()
        };
        let (before, here, there) = (by_key(base), by_key(ours), by_key(theirs));
        let mut merged = Vec::new();
        for element in ours {
            let key = key(element);
            let unchanged = before.get(&key) == Some(&element);
            match there.get(&key) {
                Some(other) if unchanged => merged.push((*other).clone()),
                Some(other) => {
                    self.clash |= *other != element && before.get(&key) != Some(other);
                    merged.push(element.clone());
                }
                None if unchanged => {}
                None => merged.push(element.clone()),
            }
        }
        for element in theirs {
            let key = key(element);
            if !here.contains_key(&key) && before.get(&key) != Some(&element) {
                merged.push(element.clone());
            }
        }
        merged
    }
}

/// Builds a struct of merged fields. A field that is not named does not compile.
macro_rules! merge_fields {
    ($merge:ident($base:ident, $ours:ident, $theirs:ident) => $kind:ident {
        $($field:ident),+ $(,)?
    } with { $($name:ident: $value:expr),* $(,)? }) => {
        $kind {
            $($field: $merge.of(&$base.$field, &$ours.$field, &$theirs.$field),)+
            $($name: $value,)*
        }
    };
}
pub(crate) use merge_fields;
