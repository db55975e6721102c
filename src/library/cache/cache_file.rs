//! What the files of the cache have in common: a magic word, a version, the stamp of the recording
//! they were derived from, and a sum at the end. Whatever is damaged, stale or of another version
//! counts as not there. Not here: what lies between (`peaks_cache`, `speech_cache`).
//!
//! Layout, little-endian: magic 8 bytes, version u32, length of the recording u64, its modification
//! time (seconds i64, nanoseconds u32), then what is kept, then FNV-1a 64 of all before.

use std::fs;
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::library::io::plain_files;
use crate::library::io::save;
use crate::library::open::{Library, LibraryError};

/// Bytes before what is kept.
const HEAD_BYTES: usize = 8 + 4 + 20;
/// Bytes of the sum.
const SUM_BYTES: usize = 8;

/// Which state of a recording something was derived from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceStamp {
    /// Length in bytes.
    pub(crate) len: u64,
    /// Modification time: whole seconds since 1970, rounded down.
    pub(crate) secs: i64,
    /// And nanoseconds.
    pub(crate) nanos: u32,
}

impl SourceStamp {
    /// The stamp of a file as it is now.
    pub fn of(path: &Path) -> io::Result<Self> {
        let metadata = fs::metadata(path)?;
        let (secs, nanos) = match metadata.modified()?.duration_since(UNIX_EPOCH) {
            Ok(since) => (since.as_secs().cast_signed(), since.subsec_nanos()),
            // A file from before 1970: only equality matters, so no borrowing of seconds.
            Err(before) => {
                let until = before.duration();
                (-until.as_secs().cast_signed() - 1, until.subsec_nanos())
            }
        };
        Ok(Self {
            len: metadata.len(),
            secs,
            nanos,
        })
    }

    /// Appends it: length u64, seconds i64, nanoseconds u32.
    fn write(self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.len.to_le_bytes());
        bytes.extend_from_slice(&self.secs.to_le_bytes());
        bytes.extend_from_slice(&self.nanos.to_le_bytes());
    }

    /// Takes one off the front.
    fn read(rest: &mut &[u8]) -> Option<Self> {
        Some(Self {
            len: u64::from_le_bytes(take(rest)?),
            secs: i64::from_le_bytes(take(rest)?),
            nanos: u32::from_le_bytes(take(rest)?),
        })
    }
}

/// A kind of file in the cache.
pub(crate) struct Kind {
    /// What its files begin with.
    pub(crate) magic: &'static [u8; 8],
    /// The version of what they hold.
    pub(crate) version: u32,
    /// Larger files are not ours.
    pub(crate) max_bytes: u64,
}

impl Kind {
    /// The start of a file: all that comes before what is kept.
    pub(crate) fn begin(&self, source: SourceStamp, capacity: usize) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEAD_BYTES + capacity + SUM_BYTES);
        bytes.extend_from_slice(self.magic);
        bytes.extend_from_slice(&self.version.to_le_bytes());
        source.write(&mut bytes);
        bytes
    }

    /// What is kept in a file, if it is whole and was derived from this state of the recording.
    pub(crate) fn open<'a>(&self, bytes: &'a [u8], source: SourceStamp) -> Option<&'a [u8]> {
        let (mut rest, sum) = bytes.split_last_chunk::<SUM_BYTES>()?;
        let whole = fnv1a(rest) == u64::from_le_bytes(*sum);
        let ours = take::<8>(&mut rest)? == *self.magic
            && u32::from_le_bytes(take(&mut rest)?) == self.version;
        (whole && ours && SourceStamp::read(&mut rest)? == source).then_some(rest)
    }

    /// The bytes of a file of this kind; `None` where there is none.
    pub(crate) fn read(&self, path: &Path) -> Option<Vec<u8>> {
        if plain_files::file(path).ok()?.len() > self.max_bytes {
            return None;
        }
        fs::read(path).ok()
    }
}

/// Ends a file: what was begun, with its sum.
pub(crate) fn seal(mut bytes: Vec<u8>) -> Vec<u8> {
    let sum = fnv1a(&bytes);
    bytes.extend_from_slice(&sum.to_le_bytes());
    bytes
}

/// Writes a sealed file into a folder of the cache.
pub(crate) fn write(
    library: &Library,
    folder: &Path,
    path: &Path,
    bytes: &[u8],
) -> Result<(), LibraryError> {
    library.writable()?;
    // The cache may be deleted at any time, also while we run.
    let cache = library.layout().cache();
    for folder in [cache.as_path(), folder] {
        save::ensure_folder(folder).map_err(|source| save::SaveError {
            path: folder.to_path_buf(),
            source,
        })?;
    }
    Ok(save::save(path, bytes)?)
}

/// Takes bytes off the front.
pub(crate) fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    Some(*head)
}

/// Finds accidents, not attacks; ten lines against a dependency.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
