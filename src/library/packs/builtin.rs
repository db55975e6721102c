//! The packs, the general follow-ups, the roles and the rubric that come with the app, compiled in.
//! Their text is in `assets/`; that it is complete is checked by `tests/packs.rs`.

use std::path::Path;

use crate::library::packs::rubrics::parse_rubric;
use crate::model::fault::FileFault;
use crate::model::rubric::Rubric;

/// Built-in packs: name for faults, and text.
pub const PACKS: &[(&str, &str)] = &[
    (
        "behavioural.toml",
        include_str!("../../../assets/packs/behavioural.toml"),
    ),
    (
        "introduction.toml",
        include_str!("../../../assets/packs/introduction.toml"),
    ),
    (
        "cs-os.toml",
        include_str!("../../../assets/packs/cs-os.toml"),
    ),
    (
        "cs-network.toml",
        include_str!("../../../assets/packs/cs-network.toml"),
    ),
    (
        "cs-storage.toml",
        include_str!("../../../assets/packs/cs-storage.toml"),
    ),
    (
        "cs-database.toml",
        include_str!("../../../assets/packs/cs-database.toml"),
    ),
    (
        "scenario.toml",
        include_str!("../../../assets/packs/scenario.toml"),
    ),
    (
        "reverse.toml",
        include_str!("../../../assets/packs/reverse.toml"),
    ),
];

/// Text of the follow-ups that fit any story.
pub const FOLLOW_UPS: &str = include_str!("../../../assets/follow-ups.toml");

/// Text of the follow-ups that fit any explanation of how a thing works or is built.
pub const KNOWLEDGE_FOLLOW_UPS: &str = include_str!("../../../assets/follow-ups-knowledge.toml");

/// Built-in roles: name of the file, and text; in the order in which they are offered.
pub const ROLES: &[(&str, &str)] = &[
    (
        "cloud-support.toml",
        include_str!("../../../assets/roles/cloud-support.toml"),
    ),
    (
        "solutions-architect.toml",
        include_str!("../../../assets/roles/solutions-architect.toml"),
    ),
    (
        "software-engineer.toml",
        include_str!("../../../assets/roles/software-engineer.toml"),
    ),
    (
        "sales.toml",
        include_str!("../../../assets/roles/sales.toml"),
    ),
    (
        "intern.toml",
        include_str!("../../../assets/roles/intern.toml"),
    ),
    (
        "general.toml",
        include_str!("../../../assets/roles/general.toml"),
    ),
];

/// Text of the built-in rubric.
pub const RUBRIC: &str = include_str!("../../../assets/rubrics/answer.toml");

/// The built-in rubric. An error means that this build should not have passed its tests.
pub fn rubric() -> Result<Rubric, Vec<FileFault>> {
    parse_rubric(RUBRIC, Path::new("answer.toml"))
}
