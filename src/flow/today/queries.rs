//! What the today screen shows of the state, and bringing it up to date.

use crate::flow::heard;
use crate::flow::state::State;
use crate::flow::today::Basis;
use crate::model::attempt::AttemptId;
use crate::model::language::{Language, LanguagePlan};
use crate::model::question::Question;
use crate::model::schedule::{Item, Schedule, Wanted};
use jiff::civil::Date;

/// As many more takes have to be heard before the queue is made anew while others still are.
const HEARD_STEP: usize = 100;

/// The languages that somebody practises, by the plan of their next attempt.
fn languages(plan: LanguagePlan) -> Vec<Language> {
    [Language::Korean, Language::English]
        .into_iter()
        .filter(|language| plan.involves(*language))
        .collect()
}

impl State {
    /// What is left of the plan of the day, best first.
    pub fn today_rows(&self) -> &[Item] {
        let schedule = &self.today.schedule;
        let rows = schedule.plan.left().min(schedule.items.len());
        schedule.items.get(..rows).unwrap_or_default()
    }

    /// What begins next: the chosen row, or one more when the plan is done.
    pub fn next_today(&self) -> Option<&Item> {
        let rows = self.today_rows();
        let chosen = rows.get(self.today.selected).or_else(|| rows.last());
        chosen.or_else(|| self.today.schedule.items.first())
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The story that is offered for three tellings: the one told last, as of the last look.
    pub fn telling_offer(&self) -> Option<(&Question, Language)> {
        let (question, language) = self.today.told.as_ref()?;
        Some((self.question(question)?, *language))
    }

    /// The first of the tellings that were made last, as of the last look.
    pub fn last_tellings(&self) -> Option<&AttemptId> {
        self.today.tellings.as_ref()
    }

    /// The newest answer that told a story: its question, and the language in which it ended.
    fn told(&self) -> Option<(String, Language)> {
        self.library.entries.iter().find_map(|entry| {
            let attempt = &entry.attempt;
            let question = self.question(&attempt.question.id)?;
            let fits = question.subject.tells_a_story() && attempt.round.is_none();
            let language = attempt.language_at(attempt.take.frames);
            fits.then(|| (question.id.clone(), language))
        })
    }

    /// Brings the schedule up to date, if anything changed that it was made of.
    pub fn refresh_today(&mut self, today: Date) {
        if self.today.put_off_on.is_some_and(|day| day != today) {
            self.today.put_off.clear();
            self.today.put_off_on = None;
        }
        let basis = self.basis(today);
        if self.today.schedule.is_of(&basis) {
            return;
        }
        let wanted = Wanted {
            questions: &self.questions,
            role: self.role(),
            languages: &languages(basis.plan),
            put_off: &self.today.put_off,
            today,
            interview: self.settings.interview_date,
        };
        let entries = &self.library.entries;
        let attempts = entries.iter().map(|entry| &*entry.attempt);
        let schedule = Schedule::of(&wanted, attempts, |attempt| {
            let speech = heard::speech(self, attempt)?;
            let (secs, _) = heard::switch(speech, attempt)?.latency_secs()?;
            Some(secs)
        });
        let mut places = entries
            .iter()
            .filter_map(|entry| entry.attempt.retelling.as_ref());
        let tellings = places.next().map(|place| place.first.clone());
        self.today.told = self.told();
        self.today.tellings = tellings;
        self.today.schedule.keep(basis, schedule);
        let last = self.today_rows().len().saturating_sub(1);
        self.today.selected = self.today.selected.min(last);
    }

    /// What the schedule of now is made of.
    fn basis(&self, today: Date) -> Basis {
        let heard = self.speech.values().filter(|known| known.is_some()).count();
        let step = if self.analysis.pending.is_empty() {
            1
        } else {
            HEARD_STEP
        };
        Basis {
            revision: self.library.revision,
            heard: heard - heard % step,
            role: self.settings.role.clone(),
            plan: self.settings.plan,
            today,
            interview: self.settings.interview_date,
            put_off: self.today.put_off.len(),
        }
    }
}
