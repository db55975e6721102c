//! Files that outlive us: the library of attempts, question packs, settings and the peaks cache.
//! Nothing the person said is ever lost or half-written.
//!
//! What belongs here is whatever touches the disk by path, and every file format as a type of its
//! own. Not here: sound (the samples of a take are written and repaired in `audio`), words for the
//! person (`i18n`), the clock (times are passed in), and decisions (they belong to `flow`).
//!
//! All of it is called from one thread, the disk thread; only the caches of peaks and of
//! speech have threads of their own. Two rules hold everywhere: a file is
//! replaced as a whole or not at all (`save`), and what cannot be read is told and left in place.

mod attempt;
mod cache;
mod io;
pub mod layout;
pub mod limits;
pub mod open;
pub mod packs;
mod session;
mod settings;
mod story;

pub use attempt::{answers_csv, attempt_file, scan};
pub use cache::cache_file;
pub use io::{space, three_way};
pub use packs::{builtin, follow_ups, roles, rubrics};
pub use session::session_file;
pub use settings::settings_file;
pub use story::story_file;
