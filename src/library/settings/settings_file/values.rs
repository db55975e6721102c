//! The values of `settings.toml`, one by one: how each is read, told of and written.
//! Not here: the file as a whole.

use jiff::civil::Date;
use toml::Spanned;
use toml::de::DeValue;
use toml_edit::{DocumentMut, Value};
use unicode_normalization::UnicodeNormalization as _;

use crate::library::io::toml_edits::{Entry, changed, remove, set};
use crate::library::io::toml_reader::{Faults, Table};
use crate::model::drill::{MOST_CATCH_SHARE, SwitchStyle};
use crate::model::language::{Language, LanguagePlan};
use crate::model::question::Subject;
use crate::model::session::shape::{
    Format, MOST_BREAK_MINUTES, MOST_INTERVIEWERS, MOST_MINUTES, Shape,
};
use crate::model::settings::{
    FASTEST, LONGEST_RESCUE_LINE, MOST_RESCUE_LINES, Reading, SESSION_PLANS, SLOWEST,
    SessionChoice, Settings, ThemeChoice,
};
use crate::model::star::StarShape;

/// Longest target and think time that is believed, in seconds: an hour.
const MAX_SECS: i64 = 3600;

/// The settings of a table. What is missing has its default, and so has what cannot be used, which is told;
/// but with `others`, these stand in for each value that has a fault.
pub(super) fn read_from(
    table: Table<'_>,
    faults: &mut Faults<'_>,
    others: Option<&Settings>,
) -> Settings {
    let default = Settings::default();
    let mut read = Reader { table, faults };
    macro_rules! setting {
        ($field:ident, |$read:ident| $value:expr) => {{
            let before = read.faults.count();
            let $read = &mut read;
            let value = $value;
            match others.filter(|_| read.faults.count() > before) {
                Some(others) => others.$field.clone(),
                None => value.unwrap_or(default.$field),
            }
        }};
    }
    Settings {
        language: setting!(language, |it| it
            .one_of(
                "language",
                &[Language::Korean, Language::English],
                Language::code
            )
            .map(Some)),
        theme: setting!(theme, |it| it.one_of(
            "theme",
            &ThemeChoice::ALL,
            ThemeChoice::id
        )),
        input_device: setting!(input_device, |it| it.text("input_device").map(Some)),
        output_device: setting!(output_device, |it| it.text("output_device").map(Some)),
        target_secs: setting!(target_secs, |it| it.secs("target_secs", 10)),
        think_secs: setting!(think_secs, |it| it.secs("think_secs", 0)),
        plan: setting!(plan, |it| it.one_of(
            "plan",
            &LanguagePlan::ALL,
            LanguagePlan::id
        )),
        switch_style: setting!(switch_style, |it| it.one_of(
            "switch_style",
            &SwitchStyle::ALL,
            SwitchStyle::id
        )),
        catch_share: setting!(catch_share, |it| it.share("catch_share", MOST_CATCH_SHARE)),
        ladder: setting!(ladder, |it| it.truth("ladder")),
        rescue_lines: setting!(rescue_lines, |it| it.lines("rescue_lines")),
        star_shape: setting!(star_shape, |it| it.shape("star_shape")),
        cue_sound: setting!(cue_sound, |it| it.truth("cue_sound")),
        star_hint: setting!(star_hint, |it| it.truth("star_hint")),
        volume: setting!(volume, |it| it.share("volume", 1.0)),
        playback_speed: setting!(playback_speed, |it| it.number(
            "playback_speed",
            SLOWEST,
            FASTEST
        )),
        skip_silence: setting!(skip_silence, |it| it.truth("skip_silence")),
        zoom_percent: setting!(zoom_percent, |it| it
            .small("zoom_percent", 200)
            .map(|percent| percent.max(50))),
        letter_keys: setting!(letter_keys, |it| it.truth("letter_keys")),
        role: setting!(role, |it| it.text("role").map(Some)),
        interview_date: setting!(interview_date, |it| it.date("interview_date").map(Some)),
        reading: setting!(reading, |it| it.one_of(
            "reading",
            &Reading::ALL,
            Reading::id
        )),
        session: setting!(session, |it| Some(it.session(default.session))),
        library: setting!(library, |it| it
            .text("library")
            .map(|path| Some(path.into()))),
    }
}

struct Reader<'a, 'f, 't> {
    table: Table<'a>,
    faults: &'f mut Faults<'t>,
}

impl Reader<'_, '_, '_> {
    fn one_of<T: Copy>(&mut self, key: &str, all: &[T], name: fn(T) -> &'static str) -> Option<T> {
        let value = self.table.get(key)?;
        let text = self.faults.string_of(value, key)?;
        let found = all.iter().copied().find(|each| name(*each) == text);
        if found.is_none() {
            let names: Vec<&str> = all.iter().map(|each| name(*each)).collect();
            let detail = format!("`{key}` is {text:?}, expected one of {}", names.join(", "));
            self.faults.add(value.span().start, detail);
        }
        found
    }

    /// Ids of devices are the system's and not ours to normalise.
    fn text(&mut self, key: &str) -> Option<String> {
        let value = self.table.get(key)?;
        let text = self.faults.string_of(value, key)?;
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn truth(&mut self, key: &str) -> Option<bool> {
        let value = self.table.get(key)?;
        let truth = value.get_ref().as_bool();
        if truth.is_none() {
            self.faults.wrong_type(value, key, "true or false");
        }
        truth
    }

    /// A day such as `"2026-12-01"`, or the same without quotes.
    fn date(&mut self, key: &str) -> Option<Date> {
        let value = self.table.get(key)?;
        let date = match value.get_ref() {
            DeValue::String(text) => text.parse().ok(),
            DeValue::Datetime(date) => date.to_string().parse().ok(),
            _ => None,
        };
        if date.is_none() {
            self.faults
                .wrong_type(value, key, "a day such as \"2026-12-01\"");
        }
        date
    }

    /// `session = { format = "own", interviewers = 2, … }`; what is missing in it is as usual.
    fn session(&mut self, default: SessionChoice) -> SessionChoice {
        let Some(value) = self.table.get("session") else {
            return default;
        };
        let DeValue::Table(map) = value.get_ref() else {
            self.faults.wrong_type(value, "session", "a table");
            return default;
        };
        let mut read = Reader {
            table: Table::within(map, value.span().start),
            faults: self.faults,
        };
        let format = read.one_of("format", &Format::ALL, Format::id);
        let usual = Shape::of(format.unwrap_or(default.shape.format));
        let mut shape = usual;
        for (key, number, most) in [
            ("interviewers", &mut shape.interviewers, MOST_INTERVIEWERS),
            ("minutes", &mut shape.minutes, MOST_MINUTES),
            (
                "break_minutes",
                &mut shape.break_minutes,
                MOST_BREAK_MINUTES,
            ),
        ] {
            *number = read.small(key, most).unwrap_or(*number);
        }
        let plan = read.one_of("plan", &LanguagePlan::ALL, LanguagePlan::id);
        SessionChoice {
            shape: shape.fitted(),
            plan: plan
                .filter(|plan| SESSION_PLANS.contains(plan))
                .unwrap_or(default.plan),
            topic: read
                .one_of("topic", &Subject::TOPICS, Subject::id)
                .unwrap_or(default.topic),
        }
    }

    /// A whole number from 0 to `most`.
    fn small(&mut self, key: &str, most: u8) -> Option<u8> {
        let value = self.table.get(key)?;
        let number = self.faults.integer_of(value, key)?;
        if !(0..=i64::from(most)).contains(&number) {
            self.out_of_range(value, key, &format!("0 to {most}"));
        }
        u8::try_from(number.clamp(0, i64::from(most))).ok()
    }

    fn secs(&mut self, key: &str, least: i64) -> Option<u32> {
        let value = self.table.get(key)?;
        let secs = self.faults.integer_of(value, key)?;
        if !(least..=MAX_SECS).contains(&secs) {
            self.out_of_range(value, key, &format!("{least} to {MAX_SECS} seconds"));
        }
        u32::try_from(secs.clamp(least, MAX_SECS)).ok()
    }

    /// A part of a whole, 0 to `most`.
    fn share(&mut self, key: &str, most: f32) -> Option<f32> {
        self.number(key, 0.0, most)
    }

    /// A number from `least` to `most`. A person may write `1` as well as `1.0`.
    fn number(&mut self, key: &str, least: f32, most: f32) -> Option<f32> {
        let value = self.table.get(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(digits) => digits.as_str().parse::<f32>().ok(),
            DeValue::Float(digits) => digits.as_str().parse::<f32>().ok(),
            _ => None,
        };
        let Some(number) = number.filter(|number| !number.is_nan()) else {
            let expected = format!("a number from {least} to {most}");
            self.faults.wrong_type(value, key, &expected);
            return None;
        };
        if !(least..=most).contains(&number) {
            self.out_of_range(value, key, &format!("{least} to {most}"));
        }
        Some(number.clamp(least, most))
    }

    /// A few lines of text; empty ones are passed over.
    fn lines(&mut self, key: &str) -> Option<Vec<String>> {
        let value = self.table.get(key)?;
        let list = self.faults.list_of(value, key);
        let mut lines = Vec::new();
        for item in list {
            let Some(text) = self.faults.string_of(item, key) else {
                continue;
            };
            let line: String = text.trim().nfc().take(LONGEST_RESCUE_LINE).collect();
            if !line.is_empty() {
                lines.push(line);
            }
        }
        if lines.len() > MOST_RESCUE_LINES {
            let detail =
                format!("`{key}` has more than {MOST_RESCUE_LINES} lines; the first are used");
            self.faults.add(value.span().start, detail);
            lines.truncate(MOST_RESCUE_LINES);
        }
        Some(lines)
    }

    /// Four parts that add up to 100.
    fn shape(&mut self, key: &str) -> Option<StarShape> {
        let value = self.table.get(key)?;
        let list = self.faults.list_of(value, key);
        let mut percent = Vec::new();
        for item in list {
            let part = self.faults.integer_of(item, key)?;
            percent.extend(u8::try_from(part));
        }
        let shape = <[u8; 4]>::try_from(percent).ok().and_then(StarShape::new);
        if shape.is_none() {
            let detail = format!("`{key}` is not four numbers that add up to 100");
            self.faults.add(value.span().start, detail);
        }
        shape
    }

    fn out_of_range(&mut self, value: &Spanned<DeValue<'_>>, key: &str, range: &str) {
        let detail = format!("`{key}` is outside of {range}; the nearest is used");
        self.faults.add(value.span().start, detail);
    }
}

/// Writes the settings into a document; with those that it holds, only what differs from them.
pub(super) fn write_into(
    document: &mut DocumentMut,
    before: Option<&Settings>,
    settings: &Settings,
) {
    for (key, value) in changed(before.map(entries).as_ref(), entries(settings)) {
        match value {
            Some(value) => set(document.as_table_mut(), key, value),
            None => remove(document, key),
        }
    }
    // What is missing in a session is as usual in its format, so another one needs every number.
    let is_same = |before: &&Settings| before.session.shape.format == settings.session.shape.format;
    let before = before.filter(is_same);
    let before = before.map(|before| session_entries(before.session));
    let mut changes = changed(before.as_ref(), session_entries(settings.session)).peekable();
    if changes.peek().is_some() {
        let session = document.entry("session").or_insert_with(toml_edit::table);
        if !session.is_table_like() {
            *session = toml_edit::table();
        }
        if let Some(session) = session.as_table_like_mut() {
            for (key, value) in changes {
                if let Some(value) = value {
                    set(session, key, value);
                }
            }
        }
    }
}

/// Printed as written: 0.7 and not 0.699999988079071.
fn share(value: f32, most: f32) -> Value {
    let value = value.clamp(0.0, most);
    let printed: Option<f64> = value.to_string().parse().ok();
    printed.unwrap_or_else(|| f64::from(value)).into()
}

/// Everything but the session.
fn entries(settings: &Settings) -> [Entry; 23] {
    let text = |text: &Option<String>| text.clone().map(Value::from);
    let percent = settings.star_shape.percent().map(i64::from);
    let library = settings.library.as_ref().and_then(|path| path.to_str());
    let date = settings.interview_date.map(|date| date.to_string());
    let language = settings.language.as_ref();
    [
        ("language", language.map(|it| it.code().into())),
        ("theme", Some(settings.theme.id().into())),
        ("input_device", text(&settings.input_device)),
        ("output_device", text(&settings.output_device)),
        ("target_secs", Some(i64::from(settings.target_secs).into())),
        ("think_secs", Some(i64::from(settings.think_secs).into())),
        ("plan", Some(settings.plan.id().into())),
        ("cue_sound", Some(settings.cue_sound.into())),
        ("star_hint", Some(settings.star_hint.into())),
        ("volume", Some(share(settings.volume, 1.0))),
        (
            "playback_speed",
            Some(share(settings.playback_speed, FASTEST)),
        ),
        ("skip_silence", Some(settings.skip_silence.into())),
        (
            "zoom_percent",
            Some(i64::from(settings.zoom_percent).into()),
        ),
        ("letter_keys", Some(settings.letter_keys.into())),
        ("switch_style", Some(settings.switch_style.id().into())),
        (
            "catch_share",
            Some(share(settings.catch_share, MOST_CATCH_SHARE)),
        ),
        ("ladder", Some(settings.ladder.into())),
        ("rescue_lines", Some(settings.rescue_lines.iter().collect())),
        ("star_shape", Some(percent.into_iter().collect())),
        ("role", text(&settings.role)),
        ("interview_date", date.map(Value::from)),
        ("reading", Some(settings.reading.id().into())),
        ("library", library.map(Value::from)),
    ]
}

fn session_entries(session: SessionChoice) -> [Entry; 6] {
    let SessionChoice { shape, plan, topic } = session;
    [
        ("format", Some(shape.format.id().into())),
        ("interviewers", Some(i64::from(shape.interviewers).into())),
        ("minutes", Some(i64::from(shape.minutes).into())),
        ("break_minutes", Some(i64::from(shape.break_minutes).into())),
        ("plan", Some(plan.id().into())),
        ("topic", Some(topic.id().into())),
    ]
}
