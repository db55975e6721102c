//! What the window knows of files: the base of the next save. Not here: the save (`three_way`).

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What the window knows of files, by name: as it was read, or as it was last written. A save that fails
/// changes nothing here, so that the next one still knows what was never written.
#[derive(Debug)]
pub(crate) struct Known<K, T>(Mutex<BTreeMap<K, Arc<T>>>);

impl<K, T> Default for Known<K, T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Ord, T> Known<K, T> {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<K, Arc<T>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn get(&self, name: &K) -> Option<Arc<T>> {
        self.lock().get(name).cloned()
    }

    pub fn set(&self, name: K, value: Arc<T>) {
        self.lock().insert(name, value);
    }

    /// What was read and is not known yet: the window keeps what it has.
    pub fn add(&self, name: K, value: Arc<T>) {
        self.lock().entry(name).or_insert(value);
    }

    pub fn remove(&self, name: &K) -> Option<Arc<T>> {
        self.lock().remove(name)
    }
}
