//! Any text as the file of a story: what is read can be written over it without a change, a change
//! comes back, and nothing that is not ours is lost.
#![no_main]

use libfuzzer_sys::fuzz_target;
use retake_fuzz::library::story_file::{parse, render};
use retake_fuzz::model::language::Language;
use retake_fuzz::model::star::StarPart;
use retake_fuzz::model::story::StoryId;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let id = StoryId::parse("story").unwrap();
    let story = match parse(&id, text) {
        Ok(story) => story,
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a reason");
            let lines = text.split('\n').count();
            for (line, why) in faults {
                assert!((1..=lines).contains(&line) && !why.is_empty(), "{line}: {why}");
            }
            return;
        }
    };
    if story.read_only {
        assert!(render(&story, Some(text)).is_err(), "of a later format");
        return;
    }
    assert_eq!(render(&story, Some(text)).unwrap(), text, "nothing changed");

    let mut changed = story.clone();
    changed.title = "다른 제목 \"quoted\"".to_owned();
    changed.tags.push("tag".to_owned());
    let part = changed.text_mut(Language::Korean);
    *part.part_mut(StarPart::Action) = "한 일\n둘째 줄".to_owned();
    // What would not read back is refused, and nothing is replaced.
    if let Ok(written) = render(&changed, Some(text)) {
        let back = parse(&id, &written).unwrap();
        assert_eq!(back, changed.settled());
        assert_eq!(render(&back, Some(&written)).unwrap(), written);
    }
});
