//! Why something is proposed, and how far the interview is, in words.

use crate::i18n::Words;
use crate::model::fluency::tenths;
use crate::model::language::Language;
use crate::model::schedule::{Item, MOST_A_DAY, Plan, Reason, Until};
use crate::tr;

/// Why an item is proposed.
pub fn reason(w: Words<'_>, item: &Item) -> String {
    match (item.reason, item.language) {
        (Reason::Restart { secs }, _) => tr!(w, "today-why-restart", secs = tenths(secs)),
        (Reason::Rated { mean }, _) => {
            tr!(w, "today-why-rated", mean = tenths(f64::from(mean)))
        }
        (Reason::ChainBroke { depth }, _) => tr!(w, "today-why-chain", depth = depth),
        (Reason::NeverAnswered, Language::Korean) => tr!(w, "today-why-never-korean"),
        (Reason::NeverAnswered, Language::English) => tr!(w, "today-why-never-english"),
        (Reason::Due { days }, _) => tr!(w, "today-why-due", days = days),
        (Reason::NotHeard { days }, _) => tr!(w, "today-why-not-heard", days = days),
    }
}

/// How far the interview is.
pub fn until(w: Words<'_>, until: Until) -> String {
    match until {
        Until::Unset => tr!(w, "today-until-unset"),
        Until::Ahead(days) => tr!(w, "today-until-ahead", days = days),
        Until::Today => tr!(w, "today-until-now"),
        Until::Past(days) => tr!(w, "today-until-past", days = days),
    }
}

/// What that makes of the day.
pub fn plan(w: Words<'_>, plan: &Plan) -> String {
    let (gaps, goal) = (plan.gaps, plan.goal);
    match plan.until {
        Until::Unset => tr!(w, "today-what-unset"),
        Until::Ahead(days) if gaps > MOST_A_DAY * days as usize => {
            tr!(w, "today-what-ahead-full", gaps = gaps, goal = goal)
        }
        Until::Ahead(_) => tr!(w, "today-what-ahead", gaps = gaps, goal = goal),
        Until::Today => tr!(w, "today-what-now"),
        Until::Past(_) => tr!(w, "today-what-past"),
    }
}
