//! A value that is worked out from others and kept until they change. Not here: how it is worked out.

use std::ops::Deref;

/// A value and the key of what it was worked out from. Before the first it is a default value.
#[derive(Clone, Debug)]
pub struct Cached<K, V> {
    key: Option<K>,
    value: V,
    number: u64,
}

impl<K, V: Default> Default for Cached<K, V> {
    fn default() -> Self {
        Self {
            key: None,
            value: V::default(),
            number: 0,
        }
    }
}

impl<K: PartialEq, V> Cached<K, V> {
    /// Whether the value was worked out from this.
    pub fn is_of(&self, key: &K) -> bool {
        self.key.as_ref() == Some(key)
    }

    /// What the value was worked out from; `None` before the first.
    pub fn key(&self) -> Option<&K> {
        self.key.as_ref()
    }

    /// Keeps a value that was worked out anew.
    pub fn keep(&mut self, key: K, value: V) {
        self.key = Some(key);
        self.value = value;
        self.number = self.number.wrapping_add(1);
    }

    /// Counts up with every value, so that others can be worked out from this one; 0 before the first.
    pub fn number(&self) -> u64 {
        self.number
    }
}

impl<K, V> Deref for Cached<K, V> {
    type Target = V;

    fn deref(&self) -> &V {
        &self.value
    }
}
