//! The file of a take while it grows: `answer.wav.part`, whole up to its last checkpoint, and
//! `answer.wav` once it is finished. Not here: where the samples come from (`writer`), making an
//! interrupted file whole (`wav_repair`).

use std::ffi::OsString;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use hound::{SampleFormat, WavSpec, WavWriter};

use crate::model::fault::SoundFault;

/// A WAV file cannot grow beyond 4 GiB; a page is left for its header.
const MAX_BYTES: u64 = u32::MAX as u64 - 4096;
/// Nobody answers a question for three hours: a take that long was forgotten.
const MAX_SECS: u64 = 3 * 60 * 60;

/// Most frames that a take may have.
pub fn max_frames(sample_rate_hz: u32) -> u64 {
    (MAX_SECS * u64::from(sample_rate_hz)).min(MAX_BYTES / 2)
}

/// The name of a take's file while it grows.
pub fn part_of(wav: &Path) -> PathBuf {
    let mut name = OsString::from(wav.as_os_str());
    name.push(".part");
    PathBuf::from(name)
}

/// The fault of a failed file operation.
pub fn write_fault(path: &Path, error: &io::Error) -> SoundFault {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => SoundFault::DiskFull,
        _ => SoundFault::WriteFailed {
            path: path.to_owned(),
            detail: error.to_string(),
        },
    }
}

/// Makes a rename in a folder survive a power cut. Systems on which a folder cannot be opened do
/// not need it.
pub fn sync_folder_of(path: &Path) {
    if let Some(folder) = path.parent().and_then(|folder| File::open(folder).ok()) {
        folder.sync_all().ok();
    }
}

/// Where the bytes go; a file, or a test's disk that fails.
pub trait Disk: Write + Seek + Send {
    /// Waits until all that was written is safe from a power cut.
    fn sync(&self) -> io::Result<()>;
    /// A second handle, for syncing while the first is lent to the encoder.
    fn syncer(&self) -> io::Result<Box<dyn Disk>>;
    /// Whether this is still the file of this name. What cannot be told is taken for a yes.
    fn is_at(&self, path: &Path) -> bool;
    /// Writes all that is in it to a new file of this name, in a folder that is made if need be.
    fn put_back(&mut self, path: &Path) -> io::Result<()>;
}

/// Where new files come from; the real disk, or a test's.
pub trait Disks: Send + Sync {
    /// Makes a file that was not there.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Disk>>;
}

/// The disks of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisks;

impl Disks for RealDisks {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Disk>> {
        Ok(Box::new(create_new(path)?))
    }
}

/// A file for its owner's eyes only, where the system knows that.
fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn create_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

impl Disk for File {
    fn sync(&self) -> io::Result<()> {
        self.sync_data()
    }

    fn syncer(&self) -> io::Result<Box<dyn Disk>> {
        Ok(Box::new(self.try_clone()?))
    }

    #[cfg(unix)]
    fn is_at(&self, path: &Path) -> bool {
        use std::os::unix::fs::MetadataExt as _;
        let named = match std::fs::metadata(path) {
            Ok(named) => named,
            Err(error) => return error.kind() != io::ErrorKind::NotFound,
        };
        self.metadata().map_or(true, |own| {
            (own.dev(), own.ino()) == (named.dev(), named.ino())
        })
    }

    /// An open file cannot be removed there.
    #[cfg(not(unix))]
    fn is_at(&self, _path: &Path) -> bool {
        true
    }

    fn put_back(&mut self, path: &Path) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            create_folder(folder)?;
        }
        let mut file = create_new(path)?;
        self.seek(SeekFrom::Start(0))?;
        io::copy(self, &mut file)?;
        file.sync_all()
    }
}

/// A take's growing file: mono, 16 bits.
pub struct TakeFile {
    wav: PathBuf,
    part: PathBuf,
    encoder: WavWriter<BufWriter<Box<dyn Disk>>>,
    syncer: Box<dyn Disk>,
    frames: u64,
    flushed_frames: u64,
}

impl TakeFile {
    /// Makes `<wav>.part` with its header. Neither it nor `wav` may be there already.
    pub fn create(wav: &Path, sample_rate_hz: u32, disks: &dyn Disks) -> Result<Self, SoundFault> {
        let part = part_of(wav);
        if wav.exists() {
            return Err(write_fault(wav, &io::ErrorKind::AlreadyExists.into()));
        }
        let disk = disks
            .create_new(&part)
            .map_err(|error| write_fault(&part, &error))?;
        Self::on(disk, wav, sample_rate_hz).inspect_err(|_| {
            std::fs::remove_file(&part).ok();
        })
    }

    /// Writes to a disk that was opened elsewhere.
    pub fn on(disk: Box<dyn Disk>, wav: &Path, sample_rate_hz: u32) -> Result<Self, SoundFault> {
        let part = part_of(wav);
        let spec = WavSpec {
            channels: 1,
            sample_rate: sample_rate_hz,
            bits_per_sample: 16,
            sample_format: SampleFormat::Int,
        };
        let syncer = disk.syncer().map_err(|error| write_fault(&part, &error))?;
        let encoder = WavWriter::new(BufWriter::with_capacity(1 << 16, disk), spec)
            .map_err(|error| encode_fault(&part, error))?;
        let mut file = Self {
            wav: wav.to_owned(),
            part,
            encoder,
            syncer,
            frames: 0,
            flushed_frames: 0,
        };
        // From the first moment on the file on disk is one that every program can open.
        file.flush()?;
        Ok(file)
    }

    pub fn append(&mut self, samples: &[i16]) -> Result<(), SoundFault> {
        for block in samples.chunks(1 << 16) {
            let mut encoder = self.encoder.get_i16_writer(block.len() as u32);
            for &sample in block {
                encoder.write_sample(sample);
            }
            encoder
                .flush()
                .map_err(|error| encode_fault(&self.part, error))?;
            self.frames += block.len() as u64;
        }
        Ok(())
    }

    /// Hands everything to the system, with a header that counts it: from here on it survives the
    /// death of this process.
    pub fn flush(&mut self) -> Result<(), SoundFault> {
        self.encoder
            .flush()
            .map_err(|error| encode_fault(&self.part, error))?;
        self.flushed_frames = self.frames;
        Ok(())
    }

    /// Waits until what was flushed is on the disk: from here on it survives a power cut. Fails with
    /// `FolderGone` when the file was removed behind our back; [`Self::finish`] then puts it back.
    pub fn sync(&mut self) -> Result<(), SoundFault> {
        self.syncer
            .sync()
            .map_err(|error| write_fault(&self.part, &error))?;
        if self.syncer.is_at(&self.part) {
            Ok(())
        } else {
            Err(self.folder_gone())
        }
    }

    fn folder_gone(&self) -> SoundFault {
        SoundFault::FolderGone(self.wav.parent().unwrap_or(&self.wav).to_owned())
    }

    /// Frames appended.
    pub fn frames(&self) -> u64 {
        self.frames
    }

    /// Frames that survive the death of this process.
    pub fn flushed_frames(&self) -> u64 {
        self.flushed_frames
    }

    /// The name that the file gets at the end.
    pub fn wav(&self) -> &Path {
        &self.wav
    }

    /// Closes the file, syncs it and gives it its final name. `FolderGone` means that it had been
    /// removed, was put back from what is still open, and has its name now, too.
    pub fn finish(mut self) -> Result<(), SoundFault> {
        let gone = self.folder_gone();
        self.encoder
            .finalize()
            .map_err(|error| encode_fault(&self.part, error))?;
        self.syncer
            .sync()
            .map_err(|error| write_fault(&self.part, &error))?;
        let was_removed = !self.syncer.is_at(&self.part);
        if was_removed {
            self.syncer
                .put_back(&self.part)
                .map_err(|error| write_fault(&self.part, &error))?;
        }
        // Closed first: Windows may refuse to rename an open file.
        drop(self.syncer);
        publish(&self.part, &self.wav).map_err(|error| write_fault(&self.wav, &error))?;
        if was_removed { Err(gone) } else { Ok(()) }
    }

    /// Removes the file, for a take without a single frame.
    pub fn discard(self) {
        let part = self.part.clone();
        // Closed first: Windows removes no open file.
        drop(self);
        std::fs::remove_file(part).ok();
    }
}

/// Gives a synced file its final name, never over another file.
pub fn publish(part: &Path, wav: &Path) -> io::Result<()> {
    if wav.exists() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    std::fs::rename(part, wav)?;
    sync_folder_of(wav);
    Ok(())
}

fn encode_fault(path: &Path, error: hound::Error) -> SoundFault {
    match error {
        hound::Error::IoError(error) => write_fault(path, &error),
        other => SoundFault::WriteFailed {
            path: path.to_owned(),
            detail: other.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_whole_after_every_flush_and_gets_its_name_at_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let wav = folder.path().join("answer.wav");
        let mut file = TakeFile::create(&wav, 48_000, &RealDisks).unwrap();
        file.append(&[1, 2, 3]).unwrap();
        assert_eq!(file.flushed_frames(), 0);
        file.flush().unwrap();
        let read = hound::WavReader::open(part_of(&wav)).unwrap();
        assert_eq!(read.duration(), 3);
        file.append(&[4]).unwrap();
        file.finish().unwrap();
        assert!(!part_of(&wav).exists());
        let mut read = hound::WavReader::open(&wav).unwrap();
        let samples: Vec<i16> = read.samples().map(Result::unwrap).collect();
        assert_eq!(samples, [1, 2, 3, 4]);
    }

    #[test]
    fn no_file_is_ever_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let wav = folder.path().join("answer.wav");
        std::fs::write(&wav, b"said before").unwrap();
        assert!(TakeFile::create(&wav, 48_000, &RealDisks).is_err());
        assert!(!part_of(&wav).exists());

        let other = folder.path().join("other.wav");
        let file = TakeFile::create(&other, 48_000, &RealDisks).unwrap();
        assert!(TakeFile::create(&other, 48_000, &RealDisks).is_err());
        std::fs::write(&other, b"came meanwhile").unwrap();
        assert!(file.finish().is_err());
        assert_eq!(std::fs::read(&other).unwrap(), b"came meanwhile");
        assert!(part_of(&other).exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_was_removed_while_it_grew_is_put_back() {
        for removed in ["year", "year/take", "year/take/answer.wav.part"] {
            let folder = tempfile::tempdir().unwrap();
            let take = folder.path().join("year/take");
            std::fs::create_dir_all(&take).unwrap();
            let wav = take.join("answer.wav");
            let mut file = TakeFile::create(&wav, 48_000, &RealDisks).unwrap();
            file.append(&[1, 2, 3]).unwrap();
            file.flush().unwrap();
            file.sync().unwrap();
            let removed = folder.path().join(removed);
            if removed.is_dir() {
                std::fs::remove_dir_all(&removed).unwrap();
            } else {
                std::fs::remove_file(&removed).unwrap();
            }
            file.append(&[4]).unwrap();
            let gone = Err(SoundFault::FolderGone(take.clone()));
            assert_eq!(file.sync(), gone);
            assert_eq!(file.finish(), gone);
            let mut read = hound::WavReader::open(&wav).unwrap();
            let samples: Vec<i16> = read.samples().map(Result::unwrap).collect();
            assert_eq!(samples, [1, 2, 3, 4]);
            assert!(!part_of(&wav).exists());
        }
    }

    #[test]
    fn a_take_ends_before_its_file_is_too_long_for_wav() {
        assert_eq!(max_frames(48_000), 518_400_000);
        assert!(max_frames(u32::MAX) * 2 < u64::from(u32::MAX));
    }
}
