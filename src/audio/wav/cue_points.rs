//! Sound that is given out: a part of a recording as a WAV file of its own, with its marks as cue points
//! that other programs show. Not here: recordings of the library, which have none (`take_file`).
//!
//! A `cue ` chunk holds the places, a `LIST` chunk of type `adtl` a label (`labl`) and a note for each
//! ("Multimedia Programming Interface and Data Specifications 1.0", IBM and Microsoft, 1991). That
//! specification knows no Unicode; texts are UTF-8, as other programs write them today.

use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;

use hound::{SampleFormat, WavSpec, WavWriter};

use crate::audio::wav::take_file::write_fault;
use crate::audio::wav::{WavError, WavReader, rendered};
use crate::model::fault::SoundFault;
use crate::model::speech::Span;

/// Frames that are copied at once.
const BLOCK: usize = 1 << 16;

/// A place in a WAV file with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CuePoint {
    /// Frame of the recording.
    pub frame: u64,
    /// What other programs write at the place.
    pub label: String,
    /// What the person wrote beside it; may be empty.
    pub note: String,
}

/// What is copied, and with which places.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    pub from: &'a Path,
    /// Its length in frames as far as it is known.
    pub known_frames: Option<u64>,
    /// The frames of it that are wanted.
    pub span: Span,
    /// Places in it; those outside of the span are left out.
    pub points: &'a [CuePoint],
}

/// Writes a part of a recording into a new file, mono and 16 bit. It is there when it is whole.
pub fn export(part: &Part<'_>, to: &Path) -> Result<(), SoundFault> {
    let fault = |error: io::Error| write_fault(to, &error);
    let mut growing = rendered::growing(to).map_err(fault)?;
    copy(part, growing.as_file_mut(), to)?;
    rendered::finish(growing, to).map_err(fault)
}

/// `to` is the path that faults speak of.
fn copy(part: &Part<'_>, file: &mut File, to: &Path) -> Result<(), SoundFault> {
    let fault = |error: io::Error| write_fault(to, &error);
    let encoder = |error: hound::Error| match error {
        hound::Error::IoError(error) => write_fault(to, &error),
        other => fault(io::Error::other(other)),
    };
    let unread = |error: WavError| SoundFault::from(error);
    let mut reader = WavReader::open(part.from, part.known_frames).map_err(unread)?;
    let spec = WavSpec {
        channels: 1,
        sample_rate: reader.sample_rate_hz(),
        bits_per_sample: 16,
        sample_format: SampleFormat::Int,
    };
    let mut writer = WavWriter::new(BufWriter::new(&mut *file), spec).map_err(encoder)?;
    reader.seek(part.span.start_frame).map_err(unread)?;
    let mut left = part.span.frames();
    let mut samples = Vec::with_capacity(BLOCK);
    while left > 0 {
        samples.clear();
        let most = usize::try_from(left).unwrap_or(BLOCK).min(BLOCK);
        let read = reader.read(&mut samples, most).map_err(unread)?;
        if read == 0 {
            break;
        }
        for sample in &samples {
            writer.write_sample(*sample).map_err(encoder)?;
        }
        left = left.saturating_sub(read as u64);
    }
    writer.finalize().map_err(encoder)?;
    append(file, part.span, part.points).map_err(fault)
}

/// Appends those places of a recording that are within a span to the finished WAV file of that span.
pub fn append(file: &mut (impl Write + Seek), span: Span, points: &[CuePoint]) -> io::Result<()> {
    let inside = points.iter().filter(|point| span.holds(point.frame));
    let points: Vec<(u32, u32, &CuePoint)> = (1..)
        .zip(inside)
        .filter_map(|(id, point)| {
            let at = u32::try_from(point.frame - span.start_frame).ok()?;
            Some((id, at, point))
        })
        .collect();
    let Some((count, ..)) = points.last() else {
        return Ok(());
    };
    let mut cues = count.to_le_bytes().to_vec();
    let mut texts = b"adtl".to_vec();
    for (id, at, point) in &points {
        for part in [id.to_le_bytes(), at.to_le_bytes(), *b"data"] {
            cues.extend(part);
        }
        // Neither of them counts where there is one chunk of data and no blocks.
        cues.extend([0; 8]);
        cues.extend(at.to_le_bytes());
        for (kind, text) in [(b"labl", &point.label), (b"note", &point.note)] {
            if !text.is_empty() {
                let mut body = id.to_le_bytes().to_vec();
                body.extend(text.bytes().chain([0]));
                texts.extend(chunk(*kind, &body)?);
            }
        }
    }
    let end = file.seek(SeekFrom::End(0))?;
    file.write_all(&chunk(*b"cue ", &cues)?)?;
    file.write_all(&chunk(*b"LIST", &texts)?)?;
    let added = file.stream_position()? - end;
    let riff = u32::try_from(end + added - 8).map_err(io::Error::other)?;
    file.seek(SeekFrom::Start(4))?;
    file.write_all(&riff.to_le_bytes())
}

/// A chunk with its head, as long as an even number of bytes.
fn chunk(kind: [u8; 4], body: &[u8]) -> io::Result<Vec<u8>> {
    let length = u32::try_from(body.len()).map_err(io::Error::other)?;
    let mut bytes = kind.to_vec();
    bytes.extend(length.to_le_bytes());
    bytes.extend(body);
    if body.len() % 2 == 1 {
        bytes.push(0);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn recording(path: &Path, frames: i16) {
        let spec = WavSpec {
            channels: 1,
            sample_rate: 16_000,
            bits_per_sample: 16,
            sample_format: SampleFormat::Int,
        };
        let mut writer = WavWriter::create(path, spec).unwrap();
        for sample in 0..frames {
            writer.write_sample(sample).unwrap();
        }
        writer.finalize().unwrap();
    }

    fn point(frame: u64, label: &str, note: &str) -> CuePoint {
        CuePoint {
            frame,
            label: label.to_owned(),
            note: note.to_owned(),
        }
    }

    fn number(bytes: &[u8]) -> u32 {
        u32::from_le_bytes(bytes[..4].try_into().unwrap())
    }

    /// The chunks after a head of 12 bytes or a type of 4, by a walk of its own.
    fn chunks(mut bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
        let mut found = Vec::new();
        while bytes.len() >= 8 {
            let length = number(&bytes[4..]) as usize;
            let name = String::from_utf8(bytes[..4].to_vec()).unwrap();
            found.push((name, bytes[8..8 + length].to_vec()));
            bytes = &bytes[8 + length + length % 2..];
        }
        assert_eq!(bytes, b"", "nothing is left over");
        found
    }

    #[test]
    fn a_part_has_its_sound_and_its_marks_and_the_recording_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("a.wav"), folder.path().join("b.wav"));
        recording(&from, 2_000);
        let before = std::fs::read(&from).unwrap();
        let points = [
            point(3, "before", ""),
            point(100, "Stuck: 숫자", "숫자"),
            point(1_000, "Good", ""),
            point(9_000, "behind the end", ""),
        ];
        let part = Part {
            from: &from,
            known_frames: Some(2_000),
            span: Span::new(50, 1_500),
            points: &points,
        };
        export(&part, &to).unwrap();
        assert_eq!(std::fs::read(&from).unwrap(), before);
        let mut reader = WavReader::open(&to, None).unwrap();
        let mut samples = Vec::new();
        while reader.read(&mut samples, 4_000).unwrap() > 0 {}
        assert_eq!(samples, (50..1_500).collect::<Vec<i16>>());
        let hound = hound::WavReader::open(&to).unwrap();
        assert_eq!(hound.duration(), 1_450);

        let bytes = std::fs::read(&to).unwrap();
        assert_eq!(number(&bytes[4..]) as usize, bytes.len() - 8);
        let all: BTreeMap<String, Vec<u8>> = chunks(&bytes[12..]).into_iter().collect();
        let cues = &all["cue "];
        assert_eq!(number(cues), 2);
        let cue = |at: usize| {
            let one = &cues[4 + at * 24..];
            (
                number(one),
                number(&one[4..]),
                &one[8..12],
                number(&one[20..]),
            )
        };
        assert_eq!(cue(0), (1, 50, &b"data"[..], 50));
        assert_eq!(cue(1), (2, 950, &b"data"[..], 950));
        let texts = &all["LIST"];
        assert_eq!(&texts[..4], b"adtl");
        let said: Vec<(String, u32, String)> = chunks(&texts[4..])
            .into_iter()
            .map(|(kind, body)| {
                let text = body[4..].strip_suffix(&[0]).unwrap();
                (
                    kind,
                    number(&body),
                    String::from_utf8(text.to_vec()).unwrap(),
                )
            })
            .collect();
        assert_eq!(
            said,
            [
                ("labl".to_owned(), 1, "Stuck: 숫자".to_owned()),
                ("note".to_owned(), 1, "숫자".to_owned()),
                ("labl".to_owned(), 2, "Good".to_owned()),
            ]
        );
    }

    #[test]
    fn without_marks_there_are_no_chunks_and_what_fails_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("a.wav"), folder.path().join("b.wav"));
        let part = Part {
            from: &from,
            known_frames: None,
            span: Span::new(0, u64::MAX),
            points: &[],
        };
        export(&part, &to).unwrap_err();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        recording(&from, 700);
        export(&part, &to).unwrap();
        let bytes = std::fs::read(&to).unwrap();
        let names: Vec<String> = chunks(&bytes[12..]).into_iter().map(|it| it.0).collect();
        assert_eq!(names, ["fmt ", "data"]);
    }
}
