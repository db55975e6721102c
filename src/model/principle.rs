//! The sixteen principles as facts: ids and order. Their names in words are in `assets/i18n`.
//! Retake is not affiliated with Amazon; no text of Amazon's is kept here.

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

impl Principle {
    /// All sixteen, in the customary order.
    pub const ALL: [Self; 16] = [
        Self::CustomerObsession,
        Self::Ownership,
        Self::InventAndSimplify,
        Self::AreRightALot,
        Self::LearnAndBeCurious,
        Self::HireAndDevelopTheBest,
        Self::InsistOnTheHighestStandards,
        Self::ThinkBig,
        Self::BiasForAction,
        Self::Frugality,
        Self::EarnTrust,
        Self::DiveDeep,
        Self::HaveBackbone,
        Self::DeliverResults,
        Self::EarthsBestEmployer,
        Self::BroadResponsibility,
    ];

    /// The stable id used in packs and attempts.
    pub const fn id(self) -> &'static str {
        match self {
            Self::CustomerObsession => "customer-obsession",
            Self::Ownership => "ownership",
            Self::InventAndSimplify => "invent-and-simplify",
            Self::AreRightALot => "are-right-a-lot",
            Self::LearnAndBeCurious => "learn-and-be-curious",
            Self::HireAndDevelopTheBest => "hire-and-develop-the-best",
            Self::InsistOnTheHighestStandards => "insist-on-the-highest-standards",
            Self::ThinkBig => "think-big",
            Self::BiasForAction => "bias-for-action",
            Self::Frugality => "frugality",
            Self::EarnTrust => "earn-trust",
            Self::DiveDeep => "dive-deep",
            Self::HaveBackbone => "have-backbone",
            Self::DeliverResults => "deliver-results",
            Self::EarthsBestEmployer => "earths-best-employer",
            Self::BroadResponsibility => "broad-responsibility",
        }
    }

    /// The principle of an id; `None` when there is no such id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|principle| principle.id() == id)
    }
}

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
