//! The sixteen principles as facts: ids and order. Their names in words are in `assets/i18n`.
//! Retake is not affiliated with Amazon; no text of Amazon's is kept here.

use crate::model::ids::ids;

/// One of the sixteen leadership principles that candidates are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each variant is the name itself")]
pub enum Principle {
    CustomerObsession,
    Ownership,
    InventAndSimplify,
    AreRightALot,
    LearnAndBeCurious,
    HireAndDevelopTheBest,
    InsistOnTheHighestStandards,
    ThinkBig,
    BiasForAction,
    Frugality,
    EarnTrust,
    DiveDeep,
    HaveBackbone,
    DeliverResults,
    EarthsBestEmployer,
    BroadResponsibility,
}

ids!(Principle {
    CustomerObsession = "customer-obsession",
    Ownership = "ownership",
    InventAndSimplify = "invent-and-simplify",
    AreRightALot = "are-right-a-lot",
    LearnAndBeCurious = "learn-and-be-curious",
    HireAndDevelopTheBest = "hire-and-develop-the-best",
    InsistOnTheHighestStandards = "insist-on-the-highest-standards",
    ThinkBig = "think-big",
    BiasForAction = "bias-for-action",
    Frugality = "frugality",
    EarnTrust = "earn-trust",
    DiveDeep = "dive-deep",
    HaveBackbone = "have-backbone",
    DeliverResults = "deliver-results",
    EarthsBestEmployer = "earths-best-employer",
    BroadResponsibility = "broad-responsibility",
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_finds_its_principle_and_no_other_does() {
        for principle in Principle::ALL {
            assert_eq!(Principle::from_id(principle.id()), Some(principle));
        }
        assert_eq!(Principle::from_id("dive-shallow"), None);
    }
}
