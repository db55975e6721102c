//! What is given out of answers: the answers with what is known of each. Not here: the table
//! (`library::answers_csv`) and the text (`i18n::answers`) that are made of them.

use std::sync::Arc;

use crate::model::attempt::Attempt;
use crate::model::fluency::Fluency;
use crate::model::speech::Speech;
use crate::model::switch::{SaidBy, Switch};

/// An answer and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub attempt: Arc<Attempt>,
    /// What was heard in it, if it was listened to.
    pub speech: Option<Arc<Speech>>,
    /// The title of the story that was told.
    pub story: Option<String>,
}

impl Answer {
    /// The figures of the whole answer; `None` before it was listened to, and without a voice.
    pub fn fluency(&self) -> Option<Fluency> {
        let speech = self.speech.as_ref()?;
        Fluency::of(speech, speech.whole())
    }

    /// From the cue to the first word in the new language, in seconds, and who says so.
    pub fn latency_secs(&self) -> Option<(f64, SaidBy)> {
        let (cue, _) = self.attempt.cue()?;
        let first = self.attempt.first_word_frame();
        Switch::of(self.speech.as_ref()?, cue.frame, first).latency_secs()
    }

    /// Where its sound lies, from a folder of exports within the library.
    pub fn sound(&self) -> String {
        let (id, file) = (&self.attempt.id, &self.attempt.take.file);
        format!("../../attempts/{}/{id}/{file}", id.year())
    }
}
