//! What a first start asks: the language of the interview, the role, the day; one key each, and never
//! again. Not here: what an answer changes (`setup::update`).

mod queries;
pub(super) mod update;

/// The question that is asked now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setup {
    Language,
    Role,
    Day,
}

impl Setup {
    pub const ALL: [Self; 3] = [Self::Language, Self::Role, Self::Day];
}

/// Offered days of the interview, in days from today. After them stands that it is not known yet.
pub const DAYS: [i64; 3] = [7, 14, 28];
