//! Space left on the disk.

use std::path::Path;

/// Bytes that this person may still write where a file or folder is; `None` when the system does
/// not say, as for a path that does not exist.
pub fn free_bytes(path: &Path) -> Option<u64> {
    fs4::available_space(path).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_existing_folder_has_a_size_and_a_missing_one_none() {
        let folder = tempfile::tempdir().unwrap();
        assert!(free_bytes(folder.path()).unwrap() > 0);
        assert!(free_bytes(&folder.path().join("none")).is_none());
    }
}
