//! Any bytes as a take that was cut short: repaired, or left alone byte by byte. What is repaired
//! has lost nothing but half a frame, opens in our reader and in another, and needs no second repair.
#![no_main]

use std::fs::{self, File};
use std::path::Path;

use libfuzzer_sys::fuzz_target;
use retake_fuzz::audio::wav::WavReader;
use retake_fuzz::model::limits::SAMPLE_RATES_HZ;
use retake_fuzz::audio::wav_layout::Layout;
use retake_fuzz::audio::wav_repair::{Repaired, repair};
use retake_fuzz::model::take::TakeState;

/// The header of a take that this program writes; the sizes and the rate are zero.
const OURS: &[u8; 44] =
    b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\0\0\0\0\0\0\0\0\x02\0\x10\0data\0\0\0\0";

fuzz_target!(|bytes: &[u8]| {
    let folder = retake_fuzz::folder();
    let part = folder.path().join("answer.wav.part");
    let wav = folder.path().join("answer.wav");
    fs::write(&part, bytes).unwrap();
    let before = Layout::of(&mut File::open(&part).unwrap(), &part, None);
    match repair(&part) {
        Err(_) => {
            assert!(!wav.exists());
            assert_eq!(fs::read(&part).unwrap(), bytes, "touched and not repaired");
            assert!(!is_ours(bytes), "a take of ours is left alone");
        }
        Ok(repaired) if repaired.state == TakeState::Empty => {
            assert!(!part.exists() && !wav.exists());
            if bytes.len() > OURS.len() {
                let before = before.unwrap();
                let there = bytes.len() as u64 - before.data_at;
                assert!(there < before.frame_bytes(), "{there} bytes removed");
            }
        }
        Ok(repaired) => {
            assert!(!part.exists());
            let after = fs::read(&wav).unwrap();
            check(&repaired, before.unwrap(), bytes, &after);
            open(&repaired, &after);
            again(&part, &wav, &after);
        }
    }
});

/// Whether this is a take of ours, whatever its sizes say.
fn is_ours(bytes: &[u8]) -> bool {
    let sizes = |at: usize| (4..8).contains(&at) || (40..44).contains(&at);
    let rate = |at: usize| (24..32).contains(&at);
    bytes.len() > OURS.len()
        && SAMPLE_RATES_HZ.contains(&rate_of(bytes))
        && (OURS.iter().zip(bytes).enumerate())
            .all(|(at, (ours, byte))| sizes(at) || rate(at) || ours == byte)
}

fn rate_of(bytes: &[u8]) -> u32 {
    u32::from_le_bytes(bytes[24..28].try_into().unwrap())
}

fn check(repaired: &Repaired, before: Layout, bytes: &[u8], after: &[u8]) {
    if repaired.state == TakeState::Complete {
        assert_eq!(after, bytes, "a healthy file was touched");
        assert_eq!(repaired.frames, before.frames());
        return;
    }
    let data_at = before.data_at as usize;
    let there = bytes.len() - data_at;
    let frames = there as u64 / before.frame_bytes();
    assert_eq!(repaired.frames, frames, "of {there} bytes");
    let end = data_at + (frames * before.frame_bytes()) as usize;
    assert_eq!(after.len(), end + end % 2);
    for (at, (old, new)) in bytes.iter().zip(after).enumerate() {
        let size = (4..8).contains(&at) || (data_at - 4..data_at).contains(&at);
        assert!(old == new || size, "byte {at} is another one");
    }
    if is_ours(bytes) {
        assert_eq!(frames as usize, (bytes.len() - 44) / 2);
    }
}

fn open(repaired: &Repaired, after: &[u8]) {
    let mut reader = WavReader::open(&repaired.wav, None).unwrap();
    assert_eq!(reader.frames(), repaired.frames);
    let mut samples = Vec::new();
    while reader.read(&mut samples, 4096).unwrap() > 0 {}
    assert_eq!(samples.len() as u64, repaired.frames);

    let bytes_per_sec = u32::from_le_bytes(after[28..32].try_into().unwrap());
    if is_ours(after) && rate_of(after).checked_mul(2) == Some(bytes_per_sec) {
        let mut hound = hound::WavReader::open(&repaired.wav).unwrap();
        let theirs: Result<Vec<i16>, _> = hound.samples().collect();
        assert_eq!(theirs.unwrap(), samples);
    }
}

fn again(part: &Path, wav: &Path, after: &[u8]) {
    fs::rename(wav, part).unwrap();
    let repaired = repair(part).unwrap();
    assert_eq!(repaired.state, TakeState::Complete, "repaired twice");
    assert_eq!(fs::read(wav).unwrap(), after);
}
