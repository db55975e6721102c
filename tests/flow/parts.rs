//! Taps that say where a part of the answer begins, while speaking and afterwards. Not here: how long
//! the parts are (`model::star`).

use retake::flow::Command;
use retake::flow::keys::Key;
use retake::model::mark::{Mark, MarkKind};
use retake::model::star::StarPart;

use crate::drill::{marked, press};
use crate::rig::*;

#[test]
fn parts_are_tapped_while_speaking() {
    let mut rig = Rig::ready();
    rig.record(1.0);
    assert_eq!(rig.recording().part(), None);
    for (key, secs, part) in [
        (Key::Letter('S'), 2.0, StarPart::Situation),
        (Key::Function(2), 3.0, StarPart::Task),
        (Key::Letter('A'), 4.0, StarPart::Action),
        (Key::Letter('R'), 5.0, StarPart::Result),
        (Key::Function(3), 6.0, StarPart::Action),
    ] {
        rig.event(progress(secs));
        let effects = press(&mut rig, key);
        assert_eq!(rig.recording().part(), Some(part));
        let last = saved(&effects).unwrap().marks.last().cloned();
        let kind = MarkKind::Part(part);
        let frame = frames(secs);
        assert_eq!(last, Some(Mark::new(frame, kind)));
        rig.event(progress(secs + 0.5));
        assert_eq!(press(&mut rig, key), [], "it runs already");
    }
    assert_eq!(marked(&rig).len(), 5);
}

#[test]
fn parts_are_set_and_moved_on_the_review() {
    let mut rig = Rig::with(vec![attempt(9)]);
    rig.command(Command::OpenAttempt(attempt(9).id.clone()));
    let parts = |rig: &Rig| rig.state.reviewed().unwrap().marks.clone();
    let mark = |secs, part| Mark::new(frames(secs), MarkKind::Part(part));
    rig.command(Command::SeekTo(frames(3.0)));
    let effects = press(&mut rig, Key::Function(1));
    assert_eq!(
        saved(&effects).unwrap().marks,
        [mark(3.0, StarPart::Situation)]
    );
    rig.command(Command::SeekTo(frames(20.0)));
    press(&mut rig, Key::Function(4));
    rig.command(Command::SeekTo(frames(1.0)));
    press(&mut rig, Key::Letter('S'));
    assert_eq!(
        parts(&rig),
        [mark(1.0, StarPart::Situation), mark(20.0, StarPart::Result)]
    );
    assert_eq!(press(&mut rig, Key::Function(1)), [], "it stands there");
    rig.command(Command::CloseReview);
    assert_eq!(rig.command(Command::TapPart(StarPart::Task)), []);
}
