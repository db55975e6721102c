//! Files of other programs, each with the number of frames that it holds: read, and mended where it is
//! a take that was cut short. Not here: files that a crash of ours leaves (`wav_repair`).

use std::path::Path;

use super::*;
use crate::model::fault::UnreadableWav;
use crate::model::take::TakeState;

const RATE: u32 = 16_000;
const FRAMES: u64 = 16_000;

/// One second of a sound in which no two neighbours are alike, 16 bits, mono.
fn samples() -> Vec<i16> {
    (0..FRAMES as i32)
        .map(|frame| (frame * 7919 % 20_011 - 10_000) as i16)
        .collect()
}

fn sound() -> Vec<u8> {
    samples().iter().flat_map(|s| s.to_le_bytes()).collect()
}

/// A part without the byte that makes it even.
fn part(id: [u8; 4], bytes: usize, body: &[u8]) -> Vec<u8> {
    [&id[..], &(bytes as u32).to_le_bytes()[..], body].concat()
}

fn format_at(rate: u32) -> Vec<u8> {
    let mut body = vec![1, 0, 1, 0];
    body.extend(rate.to_le_bytes());
    body.extend(rate.wrapping_mul(2).to_le_bytes());
    body.extend([2, 0, 16, 0]);
    part(*b"fmt ", 16, &body)
}

fn riff(parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    part(*b"RIFF", body.len() + 4, &[b"WAVE", &body[..]].concat())
}

/// The same with a size that leaves out what was put behind the file.
fn riff_then(parts: &[&[u8]], tail: &[u8]) -> Vec<u8> {
    [riff(parts), tail.to_vec()].concat()
}

fn rf64(data_bytes: u64) -> Vec<u8> {
    let sound = sound();
    let mut sizes = Vec::new();
    let length = 12 + 36 + 24 + 8 + sound.len() as u64;
    sizes.extend((length - 8).to_le_bytes());
    sizes.extend(data_bytes.to_le_bytes());
    sizes.extend(FRAMES.to_le_bytes());
    sizes.extend([0; 4]);
    let body = [
        b"WAVE".to_vec(),
        part(*b"ds64", 28, &sizes),
        format_at(RATE),
        part(*b"data", u32::MAX as usize, &sound),
    ]
    .concat();
    part(*b"RF64", u32::MAX as usize, &body)
}

/// A tag as a player of music puts it behind a file.
fn id3v1() -> Vec<u8> {
    let mut tag = b"TAGAnswer 3".to_vec();
    tag.resize(128, 0);
    tag
}

struct Case {
    name: &'static str,
    bytes: Vec<u8>,
    known_frames: Option<u64>,
    healthy: bool,
}

fn case(name: &'static str, bytes: Vec<u8>, healthy: bool) -> Case {
    Case {
        name,
        bytes,
        known_frames: None,
        healthy,
    }
}

/// Every file holds exactly one second.
fn cases() -> Vec<Case> {
    let (format, sound) = (format_at(RATE), sound());
    let data = part(*b"data", sound.len(), &sound);
    let open_end = part(*b"data", u32::MAX as usize, &sound);
    let list = part(*b"LIST", 40, &[b'x'; 340]);
    let odd = part(*b"bext", 603, &[b'B'; 603]);
    let noise = [0x55_u8; 333];
    let id3v2 = [&b"ID3\x04\0\0\0\0\x01\0"[..], &[200; 128]].concat();
    let mut all = vec![
        case("plain", riff(&[&format, &data]), true),
        case("RF64", rf64(FRAMES * 2), true),
        case("RF64 with absurd sizes", rf64(u64::MAX - 3), false),
        case("samples before fmt", riff(&[&data, &format]), true),
        case("odd part without pad", riff(&[&odd, &format, &data]), true),
        case(
            "odd part with pad",
            riff(&[&odd, &[0], &format, &data]),
            true,
        ),
        case("LIST too short", riff(&[&format, &data, &list]), false),
        case(
            "ID3v1 behind",
            riff_then(&[&format, &data], &id3v1()),
            false,
        ),
        case("ID3v2 behind", riff_then(&[&format, &data], &id3v2), false),
        case(
            "ID3v2 as a part",
            riff(&[&format, &data, &part(*b"id3 ", id3v2.len(), &id3v2)]),
            true,
        ),
        case("noise behind", riff_then(&[&format, &data], &noise), false),
        case(
            "never filled in, ID3v1 behind",
            riff_then(&[&format, &open_end], &id3v1()),
            false,
        ),
    ];
    // What only the length that is known can tell.
    let mut short = riff(&[&format, &part(*b"data", 200, &sound)]);
    short[4..8].copy_from_slice(&236_u32.to_le_bytes());
    for (name, bytes) in [
        ("a header of long ago", short),
        (
            "never filled in, noise behind",
            riff_then(&[&format, &open_end], &noise),
        ),
    ] {
        all.push(Case {
            known_frames: Some(FRAMES),
            ..case(name, bytes, false)
        });
    }
    all
}

fn read(path: &Path, known_frames: Option<u64>) -> Vec<i16> {
    let mut reader = WavReader::open(path, known_frames).unwrap();
    assert_eq!(reader.sample_rate_hz(), RATE);
    let mut all = Vec::new();
    while reader.read(&mut all, 1_000).unwrap() > 0 {}
    all
}

#[test]
fn every_file_of_another_program_holds_its_second_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    for case in cases() {
        let path = folder.path().join("a.wav");
        std::fs::write(&path, &case.bytes).unwrap();
        let all = read(&path, case.known_frames);
        assert_eq!(all.len() as u64, FRAMES, "{}", case.name);
        assert!(all == samples(), "{}: other samples", case.name);
        let peaks = peaks_of(&path, case.known_frames).unwrap();
        assert_eq!(peaks.frames, FRAMES, "{}", case.name);
        let after = std::fs::read(&path).unwrap();
        assert!(after == case.bytes, "{}: reading changed it", case.name);
        let mut file = File::open(&path).unwrap();
        let layout = Layout::of(&mut file, &path, case.known_frames).unwrap();
        assert_eq!(layout.healthy, case.healthy, "{}", case.name);
    }
}

/// Two channels that cancel each other in their mean, after a second of silence.
#[test]
fn opposite_phase_is_heard_from_wherever_one_begins() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.wav");
    let mut format = format_at(RATE);
    format[10] = 2;
    format[20] = 4;
    let mut frames = vec![[0_i16; 2]; FRAMES as usize];
    frames.extend(samples().iter().map(|sample| [*sample, -*sample]));
    let bytes: Vec<u8> = frames
        .iter()
        .flatten()
        .flat_map(|sample| sample.to_le_bytes())
        .collect();
    let data = part(*b"data", bytes.len(), &bytes);
    std::fs::write(&path, riff(&[&format, &data])).unwrap();
    let mut reader = WavReader::open(&path, None).unwrap();
    for from in [FRAMES, FRAMES + 1_234] {
        reader.seek(from).unwrap();
        let mut all = Vec::new();
        while reader.read(&mut all, 1_000).unwrap() > 0 {}
        assert!(all == samples()[(from - FRAMES) as usize..]);
    }
    let peaks = peaks_of(&path, None).unwrap();
    let loudest = peaks.over(0, 2 * FRAMES).unwrap().max;
    assert_eq!(Some(loudest), samples().into_iter().max());
}

#[test]
fn a_healthy_take_is_only_renamed_and_one_without_an_order_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    for case in cases().into_iter().filter(|case| case.healthy) {
        let part = folder.path().join("answer.wav.part");
        std::fs::write(&part, &case.bytes).unwrap();
        let repaired = repair(&part).unwrap();
        assert_eq!(
            (repaired.state, repaired.frames),
            (TakeState::Complete, FRAMES),
            "{}",
            case.name
        );
        let after = std::fs::read(&repaired.wav).unwrap();
        assert!(after == case.bytes, "{}: it was touched", case.name);
        std::fs::remove_file(&repaired.wav).unwrap();
    }
    // Cutting off what follows the samples would take its description away.
    let data = part(*b"data", FRAMES as usize * 2, &sound());
    let bytes = riff_then(&[&data, &format_at(RATE)], b"more");
    let part = folder.path().join("answer.wav.part");
    std::fs::write(&part, &bytes).unwrap();
    assert!(repair(&part).is_err());
    assert!(std::fs::read(&part).unwrap() == bytes);
}

#[test]
fn a_rate_that_no_recording_has_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.wav");
    let data = part(*b"data", FRAMES as usize * 2, &sound());
    for rate in [0, 1, 3_999, 768_001, u32::MAX] {
        std::fs::write(&path, riff(&[&format_at(rate), &data])).unwrap();
        let error = WavReader::open(&path, None).unwrap_err();
        assert_eq!(error.why(), UnreadableWav::Rate(rate));
        assert!(peaks_of(&path, Some(FRAMES)).is_err());
    }
    for rate in [4_000, 768_000] {
        std::fs::write(&path, riff(&[&format_at(rate), &data])).unwrap();
        assert_eq!(WavReader::open(&path, None).unwrap().frames(), FRAMES);
    }
}

#[test]
fn every_reason_has_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.wav");
    let why = |path: &Path| WavReader::open(path, None).unwrap_err().why();
    assert_eq!(why(&path), UnreadableWav::Missing);
    assert_eq!(why(folder.path()), UnreadableWav::NoFile);
    let mut strange = format_at(RATE);
    strange[8] = 85;
    let empty = riff(&[&format_at(RATE), &part(*b"data", 0, &[])]);
    for (bytes, wanted) in [
        (Vec::new(), UnreadableWav::Empty),
        (empty, UnreadableWav::Empty),
        (b"no sound at all".to_vec(), UnreadableWav::NotWav),
        (riff(&[&format_at(RATE)]), UnreadableWav::NotWav),
        (
            riff(&[&strange, &part(*b"data", 4, &[1, 2, 3, 4])]),
            UnreadableWav::Samples,
        ),
    ] {
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(why(&path), wanted);
    }
}
