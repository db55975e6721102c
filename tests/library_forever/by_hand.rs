//! Files that a person writes by hand stay as they were written but for the values that were changed.

use retake::library::settings_file;
use retake::library::story_file;
use retake::model::story::StoryId;

const SETTINGS: &str = "\
# Mine. Copied from the laptop.
volume = 1 # as loud as it gets

[later.\"of a newer version\"]
keys = [ 1,
  2 ]

# Two hours are too long.
[session]
minutes =   45  # less than usual
format = \"own\"
mood = 'calm'
";

/// The file after one change, for both kinds of line ends.
fn saved(text: &str, change: fn(&mut retake::model::settings::Settings)) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.toml");
    let one = |text: &str| {
        std::fs::write(&path, text).unwrap();
        let (settings, faults) = settings_file::load(&path);
        assert_eq!(faults, []);
        let mut settings = settings.unwrap();
        change(&mut settings);
        settings_file::save(&path, &settings).unwrap();
        assert_eq!(settings_file::load(&path), (Some(settings), vec![]));
        std::fs::read_to_string(&path).unwrap()
    };
    let found = one(text);
    assert_eq!(
        one(&text.replace('\n', "\r\n")),
        found.replace('\n', "\r\n")
    );
    found
}

#[test]
fn only_the_line_of_a_changed_setting_differs() {
    assert_eq!(saved(SETTINGS, |_| {}), SETTINGS);
    assert_eq!(
        saved(SETTINGS, |it| it.volume = 0.7),
        SETTINGS.replace("volume = 1 #", "volume = 0.7 #")
    );
    assert_eq!(
        saved(SETTINGS, |it| it.session.shape.minutes = 50),
        SETTINGS.replace("=   45  #", "=   50  #")
    );
    // What was not there comes behind its neighbours.
    assert_eq!(
        saved(SETTINGS, |it| it.cue_sound = !it.cue_sound),
        SETTINGS.replace("gets\n", "gets\ncue_sound = true\n")
    );
}

#[test]
fn a_comment_stays_when_its_setting_goes() {
    let date = "# The big day.\ninterview_date = 2026-12-01\n";
    let gone = |text: &str| saved(text, |it| it.interview_date = None);
    let above = format!("{date}{SETTINGS}");
    assert_eq!(gone(&above), format!("# The big day.\n{SETTINGS}"));
    assert_eq!(gone(date), "# The big day.\n");
    let above_a_table = format!("{date}[session]\nminutes = 45\n");
    assert_eq!(
        gone(&above_a_table),
        "# The big day.\n[session]\nminutes = 45\n"
    );
}

#[test]
fn only_the_changed_lines_of_a_story_differ() {
    let text = "\
+++
# Told in March.
mood = 'calm'
tags = [ 'aws', # the place
  \"cost\" ]
title = \"One\" # for now
format = 1
+++

# English
";
    let id = StoryId::parse("one").unwrap();
    let mut story = story_file::parse(&id, text).unwrap();
    assert_eq!(story_file::render(&story, Some(text)).unwrap(), text);
    story.title = "Two".into();
    story.captured = retake::model::attempt::AttemptId::parse("2026-11-21_120522_x_7f3a");
    let expected = text
        .replace("\"One\" #", "\"Two\" #")
        .replace("= 1\n", "= 1\ncaptured = \"2026-11-21_120522_x_7f3a\"\n");
    assert_eq!(story_file::render(&story, Some(text)).unwrap(), expected);
}

#[test]
fn odd_but_sound_files_take_every_change() {
    for text in [
        "\u{feff}theme = \"dark\"\n",
        "session.minutes = 45 # dotted\nsession.\"format\" = 'own'\na.b.c = 1",
        "session = { minutes = 45, format = \"own\" } # inline\n",
        "[session.later]\nx = 1\n[[list]]\ny = 2\n[[list]]",
        "'volume'=+0.5\n\"think_secs\" = 1_0\n# the end",
        "interview_date = '2026-12-01'\n[[list]]\ny = 2 # last",
    ] {
        saved(text, |it| {
            it.volume = 0.25;
            it.session.shape.format = retake::model::session::shape::Format::Custom;
            it.session.shape.break_minutes = 7;
            it.session.topic = retake::model::question::Subject::Database;
            it.interview_date = None;
            it.language = Some(retake::model::language::Language::Korean);
        });
    }
}
