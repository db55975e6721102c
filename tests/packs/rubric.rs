//! The shipped rubric, which lines it has for which answers, and what is told of a faulty one.
//! Not here: questions (`packs`).

use super::*;

#[test]
fn the_shipped_rubric_is_whole_in_both_languages() {
    let rubric = builtin::rubric().unwrap();
    assert!(
        rubric
            .lines
            .iter()
            .any(|line| line.when == LineWhen::Always)
    );
    assert!(
        rubric
            .lines
            .iter()
            .any(|line| line.when == LineWhen::AfterSwitch)
    );
    for line in &rubric.lines {
        assert_bilingual(&line.name, &line.id);
        let anchors: BTreeSet<&str> = line
            .anchors
            .iter()
            .map(|anchor| anchor.ko.as_str())
            .collect();
        assert_eq!(
            anchors.len(),
            5,
            "{}: two scores stand for the same",
            line.id
        );
        for anchor in &line.anchors {
            assert_bilingual(anchor, &line.id);
        }
    }
}

#[test]
fn a_follow_up_is_rated_on_what_a_follow_up_can_have() {
    let rubric = builtin::rubric().unwrap();
    let id = AttemptId::new(&jiff::Zoned::default(), "q1", 1);
    let asked = AskedQuestion::from(&Question::default());
    let whole = Attempt::planned(id, jiff::Zoned::default(), asked, LanguagePlan::Korean);
    let under = |kind| Attempt {
        link: Some(Link {
            first: whole.id.clone(),
            depth: 1,
            kind,
        }),
        ..whole.clone()
    };
    let lines = |attempt: &Attempt| -> Vec<String> {
        let lines = rubric.lines_for(attempt, Subject::Experience);
        lines.map(|line| line.id.clone()).collect()
    };
    assert_eq!(lines(&whole).len(), 9, "a story of its own");
    assert_eq!(
        lines(&under(FollowUpKind::Why)),
        ["depth", "structure", "delivery"]
    );
    assert_eq!(lines(&under(FollowUpKind::AnotherExample)), lines(&whole));
    let knowledge = rubric
        .lines_for(&under(FollowUpKind::Depth), Subject::Network)
        .count();
    assert_eq!(
        knowledge,
        rubric.lines_for(&whole, Subject::Network).count()
    );
}

#[test]
fn a_rubric_with_any_fault_is_refused_with_all_of_them() {
    let anchor = "{ en = \"a\", ko = \"가\" }, ";
    let text = format!(
        "format = 1\nid = \"r\"\n[[line]]\nid = \"a\"\nwhen = \"sometimes\"\nanchors = [{}]\n[[line]]\nid = \"a\"\nwhen = \"always\"\nname = {{ en = \"N\", ko = \"이\" }}\nanchors = [{}{{ en = \"a\" }}]\n",
        anchor.repeat(4),
        anchor.repeat(4)
    );
    let faults = rubrics::parse_rubric(&text, Path::new("r.toml")).unwrap_err();
    assert_eq!(
        lines(&faults),
        [
            "3: `name` is missing",
            "5: `when` is \"sometimes\", expected one of always, after-switch, story, about-story, no-story, knowledge, talk",
            "6: 4 anchors, expected one for each score 1 to 5",
            "8: a second line with the id \"a\"",
            "11: `anchors.ko` is missing",
        ]
    );
}
