//! What to practise next, and why: derived from the attempts, a role and a day. First what is weak
//! and due, then principles that were never answered in a language, then what is due again, with
//! principles mixed: in a study of talks that beat the same again and again (Languages 2023, 8(4),
//! 252). It is a proposal; nothing is lost by passing over it.
//!
//! Not here: words for the reasons (`i18n`), how an item is begun (`flow`).

mod plan;
mod recall;
mod records;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;

pub use plan::{GENTLE_A_DAY, LEAST_A_DAY, MOST_A_DAY, ON_THE_DAY, Plan, Until};
pub use recall::UNRATED_DAYS;
pub use records::WEAK_BELOW;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::language::{Language, LanguagePlan};
use crate::model::principle::Principle;
use crate::model::question::{Question, Subject};
use crate::model::role::Role;
use crate::model::timeline::newest_first;
use recall::{Recall, days};
use records::{Record, Records, Seen};

/// A restart after a cue that took longer is worth another try, in seconds. Two seconds are noticed
/// by listeners (Ziano & Wang 2021); one more is left for thinking.
pub const SLOW_RESTART_SECS: f64 = 3.0;
/// From how many days on a principle counts as not answered for long.
pub const STALE_DAYS: i32 = 14;
/// Most items of a queue: nobody looks further.
const MOST_ITEMS: usize = 100;

/// Why something is proposed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// The last restart after a cue was slow.
    Restart {
        /// From the cue to speech, in seconds.
        secs: f64,
    },
    /// It was rated low.
    Rated {
        /// Mean of the latest rating, 1 to 5.
        mean: f32,
    },
    /// A follow-up in its latest chain was rated low.
    ChainBroke {
        /// How deep, from 1.
        depth: u8,
    },
    /// The principle was never answered in the language.
    NeverAnswered,
    /// It was answered, rated well enough, and is due again.
    Due {
        /// Days since the last answer.
        days: u32,
    },
    /// It was not answered for long.
    NotHeard {
        /// Days since the last answer.
        days: u32,
    },
}

/// Something to practise.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Id of the question.
    pub question: String,
    pub language: Language,
    /// What it is asked for; `None` for introductions and facts.
    pub principle: Option<Principle>,
    /// How much the role asks for that, 0 to `MOST_WEIGHT`; 0 without a role.
    pub weight: u8,
    pub reason: Reason,
}

impl Item {
    /// The languages in which it is best practised: a slow restart wants a switch.
    pub fn plan(&self) -> LanguagePlan {
        match (self.reason, self.language) {
            (Reason::Restart { .. }, Language::English) => LanguagePlan::KoreanToEnglish,
            (Reason::Restart { .. }, Language::Korean) => LanguagePlan::EnglishToKorean,
            (_, Language::Korean) => LanguagePlan::Korean,
            (_, Language::English) => LanguagePlan::English,
        }
    }
}

/// An answer of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    pub id: AttemptId,
    /// Id of its question.
    pub question: String,
    pub language: Language,
}

/// What a queue is made of.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// All questions of the packs.
    pub questions: &'a [Question],
    /// Whom the person prepares to be.
    pub role: Option<&'a Role>,
    /// The languages they practise.
    pub languages: &'a [Language],
    /// What the person does not want today: question and language.
    pub put_off: &'a BTreeSet<(String, Language)>,
    /// The day.
    pub today: Date,
    /// The day of the interview.
    pub interview: Option<Date>,
}

/// What to practise, best first, and what of it was planned for today.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    /// Proposals, best first; no question in one language twice.
    pub items: Vec<Item>,
    /// Answers of today, oldest first.
    pub done: Vec<Done>,
    /// The day's plan.
    pub plan: Plan,
}

/// Where an item stands before principles are mixed: the smallest comes first.
type Rank = (u8, Reverse<u8>, Reverse<i32>, usize, Language);

impl Schedule {
    /// Looks at all attempts, newest first. `restart_secs` tells how long a switch took, where that
    /// is known.
    pub fn of<'a>(
        wanted: &Wanted<'a>,
        attempts: impl Iterator<Item = &'a Attempt>,
        restart_secs: impl Fn(&Attempt) -> Option<f64>,
    ) -> Self {
        let records = Records::of(attempts, wanted.today);
        let recall = Recall::new();
        let mut ranked = Vec::new();
        for (at, question) in wanted.questions.iter().enumerate() {
            for language in wanted.languages {
                let Some(record) = records.asked(&question.id, *language) else {
                    continue;
                };
                if let Some((rank, late, reason)) = wanted.due(record, &recall, &restart_secs) {
                    let item = wanted.item(question, *language, reason);
                    let rank = (rank, Reverse(item.weight), Reverse(late), at, *language);
                    ranked.push((rank, item));
                }
            }
        }
        ranked.extend(wanted.gaps(&records));
        ranked.sort_by_key(|(rank, _)| *rank);
        let mut asked = BTreeSet::new();
        let once: Vec<Item> = ranked
            .into_iter()
            .map(|(_, item)| item)
            .filter(|item| {
                let key = (item.question.clone(), item.language);
                !wanted.put_off.contains(&key) && asked.insert(key)
            })
            .take(MOST_ITEMS)
            .collect();
        let done = done(&records);
        let until = Until::of(wanted.interview, wanted.today);
        Self {
            plan: Plan::new(until, wanted.count_gaps(&records), done.len()),
            items: mixed(once),
            done,
        }
    }
}

impl Wanted<'_> {
    fn item(&self, question: &Question, language: Language, reason: Reason) -> Item {
        let principle = question.principles.first().copied();
        Item {
            question: question.id.clone(),
            language,
            principle,
            weight: principle.map_or(0, |principle| self.weight(principle)),
            reason,
        }
    }

    /// The weight of a principle, 0 without a role.
    fn weight(&self, principle: Principle) -> u8 {
        self.role.map_or(0, |role| role.weight(principle))
    }

    /// Whether a question is due, before or after what was never answered, how many days late, and
    /// why. What was answered today is not.
    fn due(
        &self,
        record: &Record<'_>,
        recall: &Recall,
        restart_secs: impl Fn(&Attempt) -> Option<f64>,
    ) -> Option<(u8, i32, Reason)> {
        let since = |day: Date| days(day, self.today);
        let slow = record.switched.and_then(|attempt| {
            let secs = restart_secs(attempt).filter(|secs| *secs > SLOW_RESTART_SECS)?;
            let late = since(attempt.created.date());
            (late > 0).then_some((WEAK, late, Reason::Restart { secs }))
        });
        if slow.is_some() || record.answered == Some(self.today) {
            return slow;
        }
        let broke = record.broke.and_then(|(depth, day)| {
            let late = since(day);
            (late > 0).then_some((WEAK, late, Reason::ChainBroke { depth }))
        });
        let rated = record.rated.last().map(|(_, mean)| *mean);
        let low = rated.filter(|mean| *mean < WEAK_BELOW);
        if low.is_none() && broke.is_some() {
            return broke;
        }
        // Last, because it looks at every rating there was.
        let due = recall.due(&record.rated);
        let weak = low.and_then(|mean| {
            let late = since(due?);
            (late >= 0).then_some((WEAK, late, Reason::Rated { mean }))
        });
        if let Some(weak) = weak.or(broke) {
            return Some(weak);
        }
        let last = since(record.answered?);
        let days_ago = last.unsigned_abs();
        match due {
            Some(due) if since(due) >= 0 => {
                Some((AGAIN, since(due), Reason::Due { days: days_ago }))
            }
            None if days_ago >= UNRATED_DAYS => {
                let late = last.saturating_sub_unsigned(UNRATED_DAYS);
                Some((AGAIN, late, Reason::NotHeard { days: days_ago }))
            }
            _ => None,
        }
    }

    /// Principles that were never answered in a language, or not for long, each with the question
    /// that fits best.
    fn gaps(&self, records: &Records<'_>) -> Vec<(Rank, Item)> {
        let mut found = Vec::new();
        let mut used = BTreeSet::new();
        let mut pairs: Vec<_> = Principle::ALL
            .into_iter()
            .enumerate()
            .flat_map(|pair| self.languages.iter().map(move |language| (pair, *language)))
            .collect();
        // Who weighs more chooses first among the questions that both could have.
        pairs.sort_by_key(|((at, principle), _)| (Reverse(self.weight(*principle)), *at));
        for ((at, principle), language) in pairs {
            let seen = records.seen.get(principle, language);
            let (rank, late, reason) = match seen {
                None => (NEVER, 0, Reason::NeverAnswered),
                Some(seen) => {
                    let late = days(seen.day, self.today);
                    if late <= STALE_DAYS {
                        continue;
                    }
                    let days = late.unsigned_abs();
                    (AGAIN, late, Reason::NotHeard { days })
                }
            };
            let Some(question) = self.question_for(principle, language, (records, &used)) else {
                continue;
            };
            used.insert((question.id.as_str(), language));
            let weight = self.weight(principle);
            let rank = (rank, Reverse(weight), Reverse(late), at, language);
            let item = Item {
                principle: Some(principle),
                weight,
                ..self.item(question, language, reason)
            };
            found.push((rank, item));
        }
        found
    }

    /// The question with which a principle is best asked in a language: one that is mainly about it;
    /// never asked in this language; asked in the other, so that the two can be compared.
    fn question_for(
        &self,
        principle: Principle,
        language: Language,
        (records, used): (&Records<'_>, &BTreeSet<(&str, Language)>),
    ) -> Option<&Question> {
        let answered = |id, language| {
            let record = records.asked(id, language);
            record.and_then(|record| record.answered)
        };
        self.questions
            .iter()
            .filter(|question| {
                question.subject == Subject::Experience
                    && question.principles.contains(&principle)
                    && !used.contains(&(question.id.as_str(), language))
                    && answered(&question.id, language) != Some(self.today)
            })
            .min_by_key(|question| {
                let id = question.id.as_str();
                (
                    question.principles.first() != Some(&principle),
                    answered(id, language).is_some(),
                    answered(id, language.other()).is_none(),
                )
            })
    }

    /// Gaps of this morning, among what the role asks for and the packs hold.
    fn count_gaps(&self, records: &Records<'_>) -> usize {
        let wanted = |principle: &Principle| {
            self.role.is_none_or(|role| role.weight(*principle) > 0)
                && self.questions.iter().any(|question| {
                    question.subject == Subject::Experience
                        && question.principles.contains(principle)
                })
        };
        let gap = |(principle, language)| match records.seen_before.get(principle, language) {
            None => true,
            Some(Seen { day, mean }) => {
                days(*day, self.today) > STALE_DAYS || mean.is_some_and(|mean| mean < WEAK_BELOW)
            }
        };
        Principle::ALL
            .into_iter()
            .filter(wanted)
            .flat_map(|principle| self.languages.iter().map(move |each| (principle, *each)))
            .filter(|pair| gap(*pair))
            .count()
    }
}

/// Weak and due.
const WEAK: u8 = 0;
/// Never answered.
const NEVER: u8 = 1;
/// Due again.
const AGAIN: u8 = 2;

fn done(records: &Records<'_>) -> Vec<Done> {
    let mut done: Vec<(&Attempt, Done)> = records
        .answers_of_today()
        .map(|(question, language, attempt)| {
            let done = Done {
                id: attempt.id.clone(),
                question: question.to_owned(),
                language,
            };
            (attempt, done)
        })
        .collect();
    done.sort_by(|(a, one), (b, other)| {
        newest_first(b, a).then_with(|| one.language.cmp(&other.language))
    });
    let mut done: Vec<Done> = done.into_iter().map(|(_, done)| done).collect();
    // An answer in both languages is one answer.
    done.dedup_by(|a, b| a.id == b.id);
    done
}

/// Mixes principles: never two of one in a row while another is there. Within one principle the
/// order stays.
fn mixed(mut items: Vec<Item>) -> Vec<Item> {
    let mut mixed: Vec<Item> = Vec::with_capacity(items.len());
    while !items.is_empty() {
        let last = mixed.last().map(|item| item.principle);
        let other = items.iter().position(|item| Some(item.principle) != last);
        mixed.push(items.remove(other.unwrap_or(0)));
    }
    mixed
}
