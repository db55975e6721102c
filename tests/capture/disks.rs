//! What a disk can do to a take: stall, fill up, turn read-only, lose the folder.

use super::*;

use std::io::{self, Seek, SeekFrom, Write};
use std::sync::{Condvar, Mutex};

use retake::audio::take_file::{Disk, Disks};

/// Real files whose writes fail or wait as the test says.
#[derive(Clone, Default)]
struct Moody(Arc<(Mutex<Mood>, Condvar)>);

#[derive(Clone, Copy, Default, PartialEq)]
enum Mood {
    #[default]
    Fine,
    Stuck,
    Full,
    ReadOnly,
}

impl Moody {
    fn set(&self, mood: Mood) {
        *self.0.0.lock().unwrap() = mood;
        self.0.1.notify_all();
    }

    fn ask(&self) -> io::Result<()> {
        let mood = self.0.0.lock().unwrap();
        let mood = self.0.1.wait_while(mood, |mood| *mood == Mood::Stuck);
        match *mood.unwrap() {
            Mood::Full => Err(io::ErrorKind::StorageFull.into()),
            Mood::ReadOnly => Err(io::ErrorKind::ReadOnlyFilesystem.into()),
            Mood::Fine | Mood::Stuck => Ok(()),
        }
    }
}

struct MoodyFile {
    file: Box<dyn Disk>,
    mood: Moody,
}

impl Write for MoodyFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.mood.ask()?;
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for MoodyFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

impl Disk for MoodyFile {
    fn sync(&self) -> io::Result<()> {
        self.mood.ask()?;
        self.file.sync()
    }

    fn syncer(&self) -> io::Result<Box<dyn Disk>> {
        Ok(Box::new(Self {
            file: self.file.syncer()?,
            mood: self.mood.clone(),
        }))
    }

    fn is_at(&self, path: &Path) -> bool {
        self.file.is_at(path)
    }

    fn put_back(&mut self, path: &Path) -> io::Result<()> {
        self.file.put_back(path)
    }
}

impl Disks for Moody {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Disk>> {
        Ok(Box::new(MoodyFile {
            file: RealDisks.create_new(path)?,
            mood: self.clone(),
        }))
    }
}

#[test]
fn a_disk_that_stalls_is_named_and_nothing_is_lost() {
    let disks = Moody::default();
    let rig = Rig::on_disks(Plan::default(), Arc::new(disks.clone()));
    let mic = rig.start_and_take_the_microphone();
    mic.feed(&ramp(5_000));
    rig.until(|report| matches!(report, AudioEvent::CaptureProgress { .. }));
    disks.set(Mood::Stuck);
    // Feeds as a microphone does until the stall is told of, by a thread that is not stuck itself.
    let mut fed = 5_000;
    let begin = Instant::now();
    loop {
        mic.feed(&[7_i16; 480]);
        fed += 480;
        assert!(begin.elapsed() < PATIENCE);
        let report = rig.reports.recv_timeout(Duration::from_millis(10));
        if report.is_ok_and(|report| is_trouble(&report, &SoundFault::DiskSlow)) {
            break;
        }
    }
    disks.set(Mood::Fine);
    rig.stop();
    let end = rig.end();
    assert_eq!((end.state, end.fault.clone()), (TakeState::Complete, None));
    assert_eq!((end.frames, end.gaps.len()), (fed, 0));
}

#[test]
fn a_full_ring_behind_a_stalled_disk_becomes_a_gap_of_its_length() {
    let disks = Moody::default();
    let limits = Limits {
        missing: Duration::from_hours(1),
        ..Limits::default()
    };
    let plan = Plan {
        input: StreamFormat {
            sample_rate_hz: 8_000,
            channels: 1,
        },
        ..Plan::default()
    };
    let rig = Rig::on_disks_with_limits(plan, Arc::new(disks.clone()), limits);
    let mic = rig.start_and_take_the_microphone();
    mic.feed(&ramp(1_000));
    rig.until(|report| matches!(report, AudioEvent::CaptureProgress { .. }));
    disks.set(Mood::Stuck);
    mic.feed(&ramp(1_000));
    rig.until(|report| is_trouble(report, &SoundFault::DiskSlow));
    // The ring holds ten seconds, and half a second more comes.
    for _ in 0..21 {
        mic.feed(&ramp(4_000));
    }
    disks.set(Mood::Fine);
    rig.until(|report| {
        matches!(
            report,
            AudioEvent::CaptureTrouble(SoundFault::Dropped { .. })
        )
    });
    mic.feed(&ramp(100));
    rig.stop();
    let end = rig.end();
    assert_eq!(end.frames, 1_000 + 1_000 + 21 * 4_000 + 100);
    let lost: u64 = end.gaps.iter().map(|gap| gap.frames).sum();
    let samples = samples_of(&rig.wav());
    assert_eq!(samples.iter().filter(|s| **s == 0).count() as u64, lost);
    assert!((4_000..=5_000).contains(&lost), "{lost}");
    assert_eq!(samples[samples.len() - 100..], ramp(100));
}

#[test]
fn a_disk_that_fills_up_or_turns_read_only_keeps_what_was_written() {
    for (mood, full) in [(Mood::Full, true), (Mood::ReadOnly, false)] {
        let disks = Moody::default();
        let rig = Rig::on_disks(Plan::default(), Arc::new(disks.clone()));
        let mic = rig.start_and_take_the_microphone();
        mic.feed(&ramp(48_000));
        rig.until(|report| {
            matches!(report, AudioEvent::CaptureProgress { written_frames, .. } if *written_frames == 48_000)
        });
        disks.set(mood);
        mic.feed(&ramp(48_000));
        let end = rig.end();
        match &end.fault {
            Some(SoundFault::DiskFull) => assert!(full),
            Some(SoundFault::WriteFailed { .. }) => assert!(!full),
            other => panic!("{other:?}"),
        }
        assert_eq!(end.state, TakeState::Complete);
        assert!(end.frames >= 48_000);
        assert_eq!(samples_of(&rig.wav())[..48_000], ramp(48_000));
        rig.no_second_end();
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_removed_while_recording_comes_back_with_the_answer() {
    // In mid-answer, and so shortly before the end that no checkpoint notices.
    for stop_at_once in [false, true] {
        let rig = Rig::new(Plan::default());
        let folder = rig.folder.path().join("take");
        std::fs::create_dir(&folder).unwrap();
        let wav = folder.join("answer.wav");
        rig.engine
            .send(AudioCommand::StartCapture {
                wav: wav.clone(),
                device: None,
            })
            .unwrap();
        let mic = rig.backend.microphone(PATIENCE).unwrap();
        mic.feed(&ramp(48_000));
        rig.until(|report| matches!(report, AudioEvent::CaptureProgress { .. }));
        std::fs::remove_dir_all(&folder).unwrap();
        if stop_at_once {
            rig.stop();
        }
        let end = rig.end();
        assert_eq!(end.fault, Some(SoundFault::FolderGone(folder)));
        assert_eq!((end.state, end.frames), (TakeState::Complete, 48_000));
        assert_eq!(samples_of(&wav), ramp(48_000));
        rig.no_second_end();
    }
}
