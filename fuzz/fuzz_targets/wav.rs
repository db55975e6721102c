//! Any bytes as a WAV file: opened, read in odd blocks, sought in, looked at for peaks; and read by
//! another reader where that one understands them.
#![no_main]

use std::fs::{self, File};
use std::path::Path;

use libfuzzer_sys::fuzz_target;
use retake_fuzz::audio::wav::{WavReader, peaks_of};
use retake_fuzz::model::limits::SAMPLE_RATES_HZ;
use retake_fuzz::audio::wav_layout::{Encoding, Layout};

fuzz_target!(|bytes: &[u8]| {
    let folder = retake_fuzz::folder();
    let path = folder.path().join("a.wav");
    fs::write(&path, bytes).unwrap();
    match WavReader::open(&path, None) {
        Ok(reader) => check(reader, &path, bytes),
        Err(error) => assert!(error.at <= bytes.len() as u64, "{error}"),
    }
});

fn check(mut reader: WavReader, path: &Path, bytes: &[u8]) {
    let layout = Layout::of(&mut File::open(path).unwrap(), path, None).unwrap();
    let end = layout.data_at + layout.data_bytes;
    assert!(end <= bytes.len() as u64, "{layout:?}");
    assert!(SAMPLE_RATES_HZ.contains(&reader.sample_rate_hz()));

    let frames = reader.frames() as usize;
    let block = 1 + bytes.len() * 37 % 500;
    let mut all = Vec::new();
    while reader.read(&mut all, block).unwrap() > 0 {}
    assert_eq!(all.len(), frames);

    let from = bytes
        .iter()
        .fold(0, |sum, byte| sum * 31 % 9973 + usize::from(*byte))
        % (frames + 2);
    reader.seek(from as u64).unwrap();
    let mut tail = Vec::new();
    while reader.read(&mut tail, 300).unwrap() > 0 {}
    assert_eq!(tail, all[from.min(frames)..]);

    let peaks = peaks_of(path, None).unwrap();
    assert_eq!(peaks.frames, frames as u64);
    let peak = peaks.over(0, frames as u64);
    assert_eq!(peak.map(|peak| peak.min), all.iter().copied().min());
    assert_eq!(peak.map(|peak| peak.max), all.iter().copied().max());

    if layout.healthy && layout.encoding == Encoding::Int16 && layout.channels == 1 {
        agree_with_hound(path, &all);
    }
}

fn agree_with_hound(path: &Path, ours: &[i16]) {
    let Ok(mut reader) = hound::WavReader::open(path) else {
        return;
    };
    if (reader.spec().channels, reader.spec().bits_per_sample) == (1, 16) {
        let theirs: Result<Vec<i16>, _> = reader.samples().collect();
        assert_eq!(theirs.unwrap(), ours);
    }
}
