//! Which source is recorded, and in which form its sound is asked for.
//! Pure: what the server lists in, what is asked for out. Not here: asking (`pulse_backend`).

use std::ffi::CStr;

use pulseaudio::protocol::{SampleFormat, SampleSpec, SourceInfo};

use crate::audio::backend::devices::is_offered_input;
use crate::model::sound::Device;

/// How much sound arrives at once.
const FRAGMENTS_PER_SEC: u32 = 20;
/// Longer fragments would be cut by the server, and not between two frames.
const LARGEST_FRAGMENT_BYTES: u32 = 32_768;
/// What ids of microphones begin with; cpal's way, so that a choice stays one.
const ID_PREFIX: &str = "pulseaudio:";

/// The source with this id, else the default, else any that is offered.
pub fn choose<'a>(
    sources: &'a [SourceInfo],
    id: Option<&str>,
    default: Option<&CStr>,
) -> Option<&'a SourceInfo> {
    let offered = |source: &&SourceInfo| {
        let described = describe(source);
        is_offered_input(&described.id, &described.name)
    };
    let chosen = id.and_then(|id| sources.iter().find(|source| describe(source).id == id));
    let default = || {
        sources
            .iter()
            .filter(offered)
            .find(|source| Some(source.name.as_c_str()) == default)
    };
    chosen
        .or_else(default)
        .or_else(|| sources.iter().find(offered))
}

/// Those that a person may choose, and the id of the default if it is among them.
pub fn offered(sources: &[SourceInfo], default: Option<&CStr>) -> (Vec<Device>, Option<String>) {
    let is_offered = |device: &Device| is_offered_input(&device.id, &device.name);
    let default = sources
        .iter()
        .find(|source| Some(source.name.as_c_str()) == default)
        .map(describe)
        .filter(is_offered)
        .map(|device| device.id);
    (
        sources.iter().map(describe).filter(is_offered).collect(),
        default,
    )
}

/// A source as a person knows it.
pub fn describe(source: &SourceInfo) -> Device {
    let words = source.description.as_ref().unwrap_or(&source.name);
    Device {
        id: format!("{ID_PREFIX}{}", source.name.to_string_lossy()),
        name: words.to_string_lossy().into_owned(),
    }
}

/// What is asked for of a source: its own rate and channels, in samples that we understand, and
/// whether those are of 16 bits; of any other kind the server makes floats.
pub fn wished(source: SampleSpec) -> (SampleSpec, bool) {
    let is_16_bit = matches!(source.format, SampleFormat::S16Le | SampleFormat::S16Be);
    let format = match (is_16_bit, cfg!(target_endian = "little")) {
        (true, true) => SampleFormat::S16Le,
        (true, false) => SampleFormat::S16Be,
        (false, true) => SampleFormat::Float32Le,
        (false, false) => SampleFormat::Float32Be,
    };
    (SampleSpec { format, ..source }, is_16_bit)
}

/// How many bytes arrive at once: whole frames, at least one.
pub fn fragment_bytes(spec: SampleSpec) -> u32 {
    let frame = spec.format.bytes_per_sample() as u32 * u32::from(spec.channels.max(1));
    let most_frames = (LARGEST_FRAGMENT_BYTES / frame.max(1)).max(1);
    (spec.sample_rate / FRAGMENTS_PER_SEC).clamp(1, most_frames) * frame
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::ffi::CString;

    use super::*;

    fn source(name: &str, description: Option<&str>) -> SourceInfo {
        SourceInfo {
            name: CString::new(name).unwrap(),
            description: description.map(|words| CString::new(words).unwrap()),
            ..SourceInfo::default()
        }
    }

    fn spec(format: SampleFormat, channels: u8, sample_rate: u32) -> SampleSpec {
        SampleSpec {
            format,
            channels,
            sample_rate,
        }
    }

    #[test]
    fn the_chosen_one_then_the_default_then_any() {
        let sources = [
            source("speaker.monitor", Some("Monitor of Speaker")),
            source("headset", Some("Headset")),
            source("mic", Some("Microphone")),
        ];
        let chosen =
            |id, default| choose(&sources, id, default).map(|source| source.name.to_str().unwrap());
        assert_eq!(
            chosen(Some("pulseaudio:mic"), Some(c"headset")),
            Some("mic")
        );
        // Only by name, never because it happens to be there.
        let monitor = Some("pulseaudio:speaker.monitor");
        assert_eq!(chosen(monitor, None), Some("speaker.monitor"));
        assert_eq!(chosen(Some("pulseaudio:gone"), Some(c"mic")), Some("mic"));
        assert_eq!(chosen(Some("alsa:mic"), Some(c"headset")), Some("headset"));
        assert_eq!(chosen(None, Some(c"speaker.monitor")), Some("headset"));
        assert_eq!(chosen(None, None), Some("headset"));
    }

    #[test]
    fn what_a_speaker_plays_is_no_microphone() {
        let only = [source("speaker.monitor", None)];
        assert_eq!(choose(&only, None, Some(c"speaker.monitor")), None);
        assert_eq!(choose(&[], Some("pulseaudio:mic"), None), None);
    }

    #[test]
    fn a_source_without_words_is_called_by_its_name() {
        let named = describe(&source("mic", None));
        assert_eq!(
            (named.id.as_str(), named.name.as_str()),
            ("pulseaudio:mic", "mic")
        );
        let described = describe(&source("mic", Some("내장 마이크")));
        assert_eq!(described.name, "내장 마이크");
    }

    #[test]
    fn rate_and_channels_are_the_sources_own() {
        use SampleFormat as F;
        for (own, is_16_bit) in [
            (F::S16Le, true),
            (F::S16Be, true),
            (F::Float32Be, false),
            (F::S24Le, false),
            (F::S32Be, false),
            (F::U8, false),
        ] {
            let (asked, is_16) = wished(spec(own, 3, 44_100));
            assert_eq!((asked.channels, asked.sample_rate), (3, 44_100));
            assert_eq!(is_16, is_16_bit, "{own:?}");
            // As wide as what the callback takes apart.
            let width = if is_16 { 2 } else { 4 };
            assert_eq!(asked.format.bytes_per_sample(), width, "{own:?}");
        }
    }

    #[test]
    fn fragments_are_whole_frames_of_twenty_to_fifty_milliseconds() {
        use SampleFormat::{Float32Le, S16Le};
        for (format, channels, rate) in [
            (S16Le, 1, 8_000),
            (S16Le, 1, 48_000),
            (S16Le, 2, 44_100),
            (Float32Le, 2, 48_000),
            (Float32Le, 4, 96_000),
        ] {
            let spec = spec(format, channels, rate);
            let bytes = fragment_bytes(spec);
            let frame = format.bytes_per_sample() as u32 * u32::from(channels);
            assert_eq!(bytes % frame, 0, "{spec:?}");
            let millis = bytes / frame * 1_000 / rate;
            assert!((20..=50).contains(&millis), "{spec:?}: {millis} ms");
        }
    }

    #[test]
    fn fragments_have_a_size_whatever_a_server_says() {
        let format = SampleFormat::Float32Le;
        for (channels, rate) in [(0, 0), (32, 768_000), (255, u32::MAX), (1, 1)] {
            let bytes = fragment_bytes(spec(format, channels, rate));
            let frame = 4 * u32::from(channels.max(1));
            assert!(bytes >= frame && bytes.is_multiple_of(frame));
            assert!(bytes <= LARGEST_FRAGMENT_BYTES);
        }
    }
}
