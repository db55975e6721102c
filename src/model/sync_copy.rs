//! A second version of a file or folder of the library, which a sync program left because it was changed
//! on two devices. Not here: how they are found (`library::conflicts`).

use std::path::PathBuf;

use jiff::Timestamp;

/// What Dropbox writes into the names of copies, in the languages of the app, in small letters.
pub const DROPBOX_WORDS: [&str; 4] = [
    "conflicted copy",
    "case conflict",
    "충돌하는 사본",
    "충돌된 사본",
];

/// The two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyncCopy {
    /// The file or folder under the name that the library uses.
    pub original: PathBuf,
    /// When it was last written; `None` when it is not there.
    pub original_at: Option<Timestamp>,
    pub copy: PathBuf,
    pub copy_at: Option<Timestamp>,
}
