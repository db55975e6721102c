//! Which of the things that a sound system lists are devices that a person would choose.
//! Pure: ids and names in, yes or no out. Not here: listing them (`cpal_backend`).

/// ALSA names that stand for converters, mixers and outlets rather than for devices. `hw` is left
/// out because `plughw` is the same device and takes every format.
const ALSA_PSEUDO: [&str; 31] = [
    "null",
    "file",
    "lavrate",
    "samplerate",
    "speexrate",
    "speexrate_medium",
    "speexrate_best",
    "samplerate_best",
    "samplerate_medium",
    "samplerate_order",
    "jack",
    "oss",
    "speex",
    "upmix",
    "vdownmix",
    "a52",
    "usbstream",
    "arcam_av",
    "front",
    "rear",
    "center_lfe",
    "side",
    "iec958",
    "spdif",
    "hdmi",
    "dmix",
    "dsnoop",
    "modem",
    "phoneline",
    "hw",
    "sysdefault",
];

/// What names say that play back what a speaker plays, in small letters.
const MONITOR_NAMES: [&str; 4] = ["stereo mix", "what u hear", "wave out mix", "loopback"];

/// Whether something that is listed as a microphone holds what a speaker plays.
pub fn is_monitor(id: &str, name: &str) -> bool {
    let lower = name.to_lowercase();
    id.ends_with(".monitor")
        || name.starts_with("Monitor of ")
        || MONITOR_NAMES.iter().any(|word| lower.contains(word))
}

/// Whether a microphone with this id (`host:name`) and name for people is offered.
pub fn is_offered_input(id: &str, name: &str) -> bool {
    // What a speaker plays is no microphone.
    !id.ends_with(".monitor") && !name.starts_with("Monitor of ") && is_device(id)
}

/// Whether a speaker with this id is offered.
pub fn is_offered_output(id: &str) -> bool {
    is_device(id)
}

fn is_device(id: &str) -> bool {
    let Some(pcm) = id.strip_prefix("alsa:") else {
        return true;
    };
    let base = pcm.split(':').next().unwrap_or(pcm);
    !ALSA_PSEUDO.contains(&base) && !base.starts_with("surround")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_person_would_choose_is_offered() {
        for (id, name, offered) in [
            ("pulseaudio:mic", "FakeMic", true),
            (
                "pulseaudio:speaker.monitor",
                "Monitor of FakeSpeaker",
                false,
            ),
            ("pulseaudio:odd", "Monitor of Something", false),
            ("alsa:default", "PulseAudio", true),
            ("alsa:plughw:CARD=0,DEV=0", "Built-in", true),
            ("alsa:hw:CARD=0,DEV=0", "Built-in", false),
            ("alsa:null", "Discard all samples", false),
            ("alsa:surround51:CARD=PCH,DEV=0", "Built-in", false),
            ("alsa:front:CARD=PCH,DEV=0", "Built-in", false),
            ("alsa:speexrate", "Rate converter", false),
            ("wasapi:{0.0.1.00000000}", "Microphone", true),
            (
                "coreaudio:BuiltInMicrophoneDevice",
                "MacBook Pro Microphone",
                true,
            ),
        ] {
            assert_eq!(is_offered_input(id, name), offered, "{id}");
        }
        for (id, name, monitor) in [
            ("pulseaudio:mic", "FakeMic", false),
            ("pulseaudio:speaker.monitor", "FakeSpeaker", true),
            ("pulseaudio:odd", "Monitor of Something", true),
            ("wasapi:{1}", "Stereo Mix (Realtek)", true),
        ] {
            assert_eq!(is_monitor(id, name), monitor, "{id}");
        }
        assert!(!is_offered_output("alsa:hdmi:CARD=HDMI,DEV=0"));
    }
}
