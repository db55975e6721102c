//! What is chosen before an answer, as plain data made of the state: languages, how a switch is asked
//! for, time to think. Not here: how it looks (`plan`).

use crate::flow::{Now, State};
use crate::i18n::{Words, names};
use crate::model::drill::SwitchStyle;
use crate::model::language::{Language, LanguagePlan};
use crate::model::settings::{Settings, THINK_SECS};
use crate::tr;
use crate::ui::practice::take_view;
use crate::ui::widgets::chip::Choice;

/// The plan of the next answer.
#[derive(Clone, Debug)]
pub struct PlanView {
    /// The languages in the order of `LanguagePlan::ALL`, and the place of the chosen one.
    pub languages: Offer,
    /// How the switch is asked for; only plans with one have it.
    pub style: Option<StyleView>,
    /// What the plan means.
    pub sentence: String,
    /// The times in the order of `THINK_SECS`.
    pub think: Offer,
    /// That another microphone than the chosen one would record.
    pub another: Option<String>,
    /// Whether the person chooses the time to think; on the ladder the takes of the day decide.
    pub think_free: bool,
}

/// What can be chosen from, and what is.
#[derive(Clone, Debug)]
pub struct Offer {
    pub name: String,
    pub labels: Vec<String>,
    /// `None` where what is in force is not on offer.
    pub chosen: Option<usize>,
}

/// How the switch is asked for.
#[derive(Clone, Debug)]
pub struct StyleView {
    pub name: String,
    pub words: String,
    pub choices: Vec<Choice<SwitchStyle>>,
}

impl PlanView {
    /// Of a state.
    pub fn new(w: Words<'_>, state: &State, now: &Now) -> Self {
        let settings = &state.settings;
        let think_secs = state.next_think_secs(now.date.date());
        let plan_at = LanguagePlan::ALL.iter().position(|it| *it == settings.plan);
        let times = THINK_SECS.map(|secs| match secs {
            0 => tr!(w, "practice-think-none"),
            secs => tr!(w, "practice-secs", secs = secs),
        });
        let think_name = if settings.ladder {
            tr!(w, "drill-think-ladder")
        } else {
            tr!(w, "practice-think")
        };
        Self {
            languages: Offer {
                name: tr!(w, "practice-plan"),
                labels: LanguagePlan::ALL.map(|plan| names::plan(w, plan)).to_vec(),
                chosen: plan_at,
            },
            style: settings
                .plan
                .switch_to()
                .map(|_| style(w, settings.switch_style)),
            sentence: sentence(w, settings),
            think: Offer {
                name: think_name,
                labels: times.to_vec(),
                chosen: THINK_SECS.iter().position(|secs| *secs == think_secs),
            },
            think_free: !settings.ladder,
            another: take_view::another_microphone(w, state),
        }
    }
}

fn style(w: Words<'_>, style: SwitchStyle) -> StyleView {
    let choice = |each| Choice {
        value: each,
        label: names::switch_style(w, each),
        current: each == style,
    };
    StyleView {
        name: tr!(w, "drill-style"),
        words: names::switch_style(w, style),
        choices: SwitchStyle::ALL.map(choice).to_vec(),
    }
}

fn sentence(w: Words<'_>, settings: &Settings) -> String {
    use Language::{English, Korean};
    let plan = settings.plan;
    match (plan.switch_to(), settings.switch_style) {
        (Some(English), SwitchStyle::Sudden) => tr!(w, "practice-plan-to-english"),
        (Some(Korean), SwitchStyle::Sudden) => tr!(w, "practice-plan-to-korean"),
        (Some(English), SwitchStyle::Announced) => tr!(w, "drill-announced-to-english"),
        (Some(Korean), SwitchStyle::Announced) => tr!(w, "drill-announced-to-korean"),
        (Some(English), SwitchStyle::ResultAgain) => tr!(w, "drill-result-to-english"),
        (Some(Korean), SwitchStyle::ResultAgain) => tr!(w, "drill-result-to-korean"),
        (Some(English), SwitchStyle::WholeAgain) => tr!(w, "drill-whole-to-english"),
        (Some(Korean), SwitchStyle::WholeAgain) => tr!(w, "drill-whole-to-korean"),
        (None, _) if plan.start() == Korean => tr!(w, "practice-plan-korean"),
        (None, _) => tr!(w, "practice-plan-english"),
    }
}
