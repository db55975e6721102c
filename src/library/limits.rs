//! How much of a file is read. All that a person can do lies far below; what lies above was made by
//! a slip or with intent, and would fill the memory. A file beyond a limit is told of with the limit,
//! left as it is, and all others are read. Not here: the limits of sound (`audio`), and those that the
//! program itself keeps when it writes (`model::limits`).

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, SeqAccess, Visitor};

/// Bytes of a text file. 100,000 characters of notes are 0.3 MB.
pub const TEXT_BYTES: u64 = 4 * 1024 * 1024;
/// Faults that are told of one file.
pub const FAULTS: usize = 100;

/// Reads a list of at most so many elements; the first one beyond is an error, before it is kept.
pub fn at_most<'de, D, T, const MOST: usize>(list: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    struct AtMost<T, const MOST: usize>(std::marker::PhantomData<T>);

    impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for AtMost<T, MOST> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "a list of at most {MOST} elements")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
            let mut elements = Vec::new();
            while let Some(element) = list.next_element()? {
                if elements.len() == MOST {
                    return Err(A::Error::custom(format!(
                        "more than the {MOST} elements that are read"
                    )));
                }
                elements.push(element);
            }
            Ok(elements)
        }
    }

    list.deserialize_seq(AtMost::<T, MOST>(std::marker::PhantomData))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::library::attempt_file::parse;
    use crate::library::packs::parse_pack;
    use crate::model::fault::FileFault;
    use crate::model::limits;

    fn attempt() -> serde_json::Value {
        serde_json::from_str(include_str!("../../tests/fixtures/attempt-1.json")).unwrap()
    }

    fn list(count: usize, element: serde_json::Value) -> serde_json::Value {
        vec![element; count].into()
    }

    #[test]
    fn what_a_person_makes_is_far_below_all_limits() {
        let mut file = attempt();
        file["notes"] = "가".repeat(100_000).into();
        file["marks"] = list(1_000, serde_json::json!({ "frame": 5, "kind": "flag" }));
        for rate in [8_000, 192_000] {
            file["take"]["sample_rate_hz"] = rate.into();
            let read = parse(&file.to_string()).unwrap();
            assert_eq!(
                (read.notes.chars().count(), read.marks.len()),
                (100_000, 1_000)
            );
        }
    }

    #[test]
    fn what_lies_beyond_a_limit_is_told_with_its_place() {
        let gap = serde_json::json!({ "start_frame": 1, "frames": 1, "cause": "dropped" });
        let cases = [
            ("take.gaps", "/take/gaps", list(200_000, gap), "20000"),
            (
                "marks",
                "/marks",
                list(
                    limits::MARKS + 1,
                    serde_json::json!({ "frame": 1, "kind": "flag" }),
                ),
                "20000",
            ),
            (
                "notes",
                "/notes",
                "x".repeat(limits::TEXT_CHARS + 1).into(),
                "200000",
            ),
            (
                "take.sample_rate_hz",
                "/take/sample_rate_hz",
                1.into(),
                "1 frames",
            ),
            ("take.frames", "/take/frames", u64::MAX.into(), "a day"),
        ];
        for (field, pointer, value, limit) in cases {
            let mut file = attempt();
            *file.pointer_mut(pointer).unwrap() = value;
            let told = parse(&file.to_string()).unwrap_err();
            assert!(told.contains(field) && told.contains(limit), "{told}");
            assert!(told.len() < 200, "{}", told.len());
        }
    }

    /// As large as the pack that took 21 s: each fault counted all lines before it.
    #[test]
    fn a_pack_with_thousands_of_faults_tells_the_first_and_how_many_there_are() {
        let mut text = String::from("format = 1\nid = \"p\"\ntitle = { en = \"P\", ko = \"P\" }\n");
        let mut questions = 0;
        while text.len() < 489_000 {
            text.push_str("[[question]]\nid = 1\n");
            questions += 1;
        }
        let (pack, faults) = parse_pack(&text, Path::new("p.toml"));
        assert!(pack.is_none());
        assert_eq!(faults.len(), FAULTS + 1);
        // Each question lacks two fields and has a wrong id.
        let more = questions * 3 - FAULTS;
        let last = faults.last().unwrap();
        assert!(
            matches!(last, FileFault::BrokenPack { detail, .. }
                if detail.contains(&format!("and {more} more"))),
            "{last:?}"
        );
        assert!(matches!(
            faults.first(),
            Some(FileFault::BrokenPack { line: Some(4), .. })
        ));
    }
}
