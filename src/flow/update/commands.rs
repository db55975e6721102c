//! Who does what a person asks for.

use crate::flow::chain::update as chain;
use crate::flow::check::update as check;
use crate::flow::command::Command;
use crate::flow::drill::update as rounds;
use crate::flow::effect::Effect;
use crate::flow::input::Now;
use crate::flow::interview::{asking, update as interview};
use crate::flow::library::update as library;
use crate::flow::listening::update as listening;
use crate::flow::mending::update as mending;
use crate::flow::practice::{card, interrupted, recording, task, timed_events, update as practice};
use crate::flow::reading::update as reading;
use crate::flow::review::{
    compare, looped, marks, peaks, playback, rendition, trim, update as review, zooming,
};
use crate::flow::setup::update as setup;
use crate::flow::state::{Screen, State, Then};
use crate::flow::stories::{assignment as story_assignment, update as stories};
use crate::flow::timeline::{export, trash, update as timeline};
use crate::flow::today::update as today;
use crate::flow::update::out::Out;
use crate::flow::update::{leaving, notices, saving, screens, settings};
use crate::model::audio::AudioCommand;
use crate::model::timeline::TimelineFilter;

#[allow(clippy::too_many_lines, reason = "a line for each command")]
pub fn handle(state: &mut State, command: Command, now: &Now, out: &mut Out) {
    // Whatever is asked for closes the menu.
    let menu_open = std::mem::take(&mut state.practice.menu_open);
    match command {
        Command::GoTo(screen) => screens::go_to(state, screen, out),
        Command::GoToPlace(place) => screens::go_to_place(state, place, out),
        Command::MoveTab(steps) => screens::move_tab(state, steps, out),
        Command::ToggleKeys => state.keys_shown = !state.keys_shown,
        Command::Escape if menu_open => {}
        Command::Escape => leaving::escape(state, out),
        Command::DismissBanner => notices::dismiss(state),
        Command::Undo => {
            if !marks::undo(state, out) {
                out.then(Command::BringBack);
            }
        }
        Command::BringBack => {
            if !stories::undo(state, out) {
                timeline::undo(state, out);
            }
        }
        Command::Quit => leaving::close(state, out),
        Command::AnswerSetup(choice) => setup::answer(state, choice, now, out),
        Command::SkipSetup => setup::skip(state, out),
        Command::NextQuestion => practice::next_question(state),
        Command::PreviousQuestion => practice::previous_question(state),
        Command::ToggleQuestionMenu => {
            state.practice.menu_open = !menu_open && state.may_choose_question();
        }
        Command::ChooseQuestion(key) => practice::choose(state, &key),
        Command::ToggleQuestionLanguage if state.screen == Screen::Review => {
            listening::toggle_language(state);
        }
        Command::ToggleQuestionLanguage => {
            state.practice.other_language = !state.practice.other_language;
        }
        Command::SetPlan(plan) => practice::set_plan(state, plan, out),
        Command::CyclePlan => practice::set_plan(state, state.settings.plan.next(), out),
        Command::SetThinkSecs(secs) => practice::set_think_secs(state, secs, out),
        Command::SetPracticeFilter(filter) => practice::set_filter(state, filter),
        Command::Record => practice::record(state, now, out),
        Command::StopRecording => recording::stop(state, out),
        Command::ResumeRecording => interrupted::resume(state, out),
        Command::StartOver => interrupted::start_over(state, out),
        Command::DiscardTake => recording::end(state, Then::Discard, out),
        Command::CancelRecording => practice::cancel(state, out),
        Command::Flag => timed_events::flag(state, out),
        Command::CueNow => timed_events::cue_now(state, out),
        Command::Zoom(steps) => settings::zoom(state, steps, out),
        Command::ToggleLetterKeys => {
            settings::change(state, out, |s| s.letter_keys = !s.letter_keys);
        }
        Command::ToggleStarHint => settings::change(state, out, |s| s.star_hint = !s.star_hint),
        Command::SetSwitchStyle(style) => practice::set_style(state, style, out),
        Command::CycleSwitchStyle => practice::cycle_style(state, out),
        Command::TapPart(part) if state.screen == Screen::Review => {
            review::set_part(state, part, out);
        }
        Command::TapPart(part) => timed_events::tap(state, part, out),
        Command::SetRoundKind(kind) => state.drill.kind = kind,
        Command::SetRoundPlan(plan) => rounds::set_plan(state, plan),
        Command::StartRound(kind) => rounds::start(state, kind),
        Command::EndRound => rounds::end(state),
        Command::SkipRepeat => task::escape(state, out),
        Command::SetCatchShare(share) => settings::set_catch_share(state, share, out),
        Command::SetLadder(on) => settings::change(state, out, |s| s.ladder = on),
        Command::SetStarShape(shape) => settings::change(state, out, |s| s.star_shape = shape),
        Command::SetRescueLines(lines) => settings::set_rescue_lines(state, &lines, out),
        Command::SetReading(reading) => reading::choose(state, reading, out),
        Command::RepeatQuestion => reading::repeat(state, out),
        Command::ShowWords => reading::show_words(state),
        // Follow-up chains.
        Command::AskFollowUp(kind) => chain::ask_reviewed(state, kind, now),
        Command::InterruptMe => chain::interrupt_reviewed(state, now),
        Command::PickTopic => card::pick_topic(state),
        Command::TogglePoint(at) => listening::toggle_point(state, at),
        Command::Today(wish) => today::handle(state, wish, now, out),
        Command::Mend(wish) => mending::handle(state, wish, now, out),
        // Interview.
        Command::SetSessionShape(shape) => interview::set_shape(state, shape, out),
        Command::SetSessionTopic(topic) => interview::set_topic(state, topic, out),
        Command::SetSessionPlan(plan) => interview::set_plan(state, plan, out),
        Command::StartSession => interview::start(state, now, out),
        Command::PauseSession => interview::pause(state, out),
        Command::ResumeSession(id) => interview::resume(state, &id, out),
        Command::SkipBreak => asking::skip_break(state, out),
        Command::NextInterviewer => asking::next_interviewer(state, out),
        Command::LeaveSession => interview::leave(state, out),
        Command::EndSession(id) => interview::end(state, &id, out),
        Command::ShowSession(id) => interview::show(state, id),
        Command::CheckSpeak => check::speak(state, now, out),
        Command::CheckReplay => check::replay(state, out),
        Command::CheckTone => check::tone(state, out),
        Command::OpenAttempt(id) => review::open(state, &id, out),
        Command::CloseReview => screens::close_review(state),
        Command::PlayPause => {
            if !compare::play_pause(state, out) {
                playback::play_pause(state, out);
            }
        }
        Command::SeekTo(frame) => playback::seek_to(state, frame, out),
        Command::ShowFrames(frames) => zooming::show(state, &frames),
        Command::SeekBy(secs) => {
            if !compare::seek_by(state, secs, out) {
                playback::seek_by(state, secs, out);
            }
        }
        Command::SetLoop(span) => looped::set(state, span, out),
        Command::StepPhrase(by) => looped::step_phrase(state, by, out),
        Command::LoopPhrase => looped::toggle_phrase(state, out),
        Command::LoopCue => looped::toggle_cue(state, out),
        Command::MoveLoopStart(secs) => looped::move_edges(state, secs, 0.0, out),
        Command::MoveLoopEnd(secs) => looped::move_edges(state, 0.0, secs, out),
        Command::SetSpeed(speed) => rendition::set_speed(state, speed, out),
        Command::StepSpeed(by) => rendition::step_speed(state, by, out),
        Command::ToggleSkipSilence => rendition::toggle_skip_silence(state, out),
        Command::SetVolume(volume) => playback::set_volume(state, volume, out),
        Command::RateCurrent(score) => review::rate_current(state, score, now, out),
        Command::Rate { line, score } => review::rate(state, &line, score, now, out),
        Command::MoveLine(by) => review::move_line(state, by),
        Command::SetNotes(notes) => review::set_notes(state, &notes, out),
        Command::ToggleStar => review::toggle_star(state, out),
        Command::Trim(asked) => trim::handle(state, asked, now, out),
        Command::Mark(asked) => marks::handle(state, asked, out),
        Command::Compare(asked) => compare::handle(state, asked, out),
        Command::Retake => review::retake(state),
        Command::ShowCard(card) => listening::show(state, card),
        Command::PickFirstWord => listening::pick(state),
        Command::PlaceFirstWord(frame) => listening::set(state, frame),
        Command::ShiftFirstWord(secs) => listening::shift(state, secs),
        Command::ConfirmFirstWord => listening::confirm(state, out),
        Command::GiveUpFirstWord => _ = listening::give_up(state),
        Command::ForgetFirstWord => listening::forget(state, out),
        Command::NextPause => listening::next_pause(state, out),
        Command::PlayPauseAt(frame) => listening::play_pause_at(state, frame, out),
        Command::JudgePause { start_frame, cause } => {
            listening::judge(state, start_frame, cause, out);
        }
        // Stories.
        Command::ShowStoriesTab(tab) => state.stories.tab = tab,
        Command::SelectStory(id) => stories::select(state, id),
        Command::MoveStory(by) => stories::move_selection(state, by),
        Command::NewStory => stories::new(state, now),
        Command::CaptureStory => story_assignment::capture(state, out),
        Command::EditStory { id, edit } => stories::edit(state, &id, edit, out),
        Command::ShowStoryLanguage(language) => state.stories.language = Some(language),
        Command::DeleteStory(id) => stories::delete(state, &id, now, out),
        Command::OpenStoryFile(id) => out.push(Effect::OpenStoryFile(id)),
        Command::PractiseStory {
            story,
            principle,
            language,
        } => story_assignment::practise(state, story, (principle, language), out),
        Command::ForgetStory => state.practice.task.forget_story(),
        Command::TellStory(story) => story_assignment::tell(state, story.as_ref(), now, out),
        Command::NextLikelyStory => story_assignment::next_likely(state, now, out),
        Command::NewStoryOfAnswer => story_assignment::new_for_reviewed(state, now, out),
        // Timeline.
        Command::SetQuery(query) => state.timeline.filter.query = query,
        Command::FocusSearch => timeline::focus_search(state, out),
        Command::SetTimelinePrinciple(only) => state.timeline.filter.principle = only,
        Command::SetTimelineLanguage(only) => state.timeline.filter.language = only,
        Command::Select(id) => timeline::reveal(state, &id),
        Command::ToggleTimelineStarred => {
            let filter = &mut state.timeline.filter;
            filter.starred = !filter.starred;
        }
        Command::ShowAllAnswers => state.timeline.filter = TimelineFilter::default(),
        Command::ShowDay(day) => timeline::show_day(state, day),
        Command::MoveDay(by) => timeline::move_day(state, by),
        Command::MoveSelection(by) => timeline::move_selection(state, by),
        Command::OpenSelected => timeline::open_selected(state, out),
        Command::PlayRow(id) => playback::toggle(state, &id, out),
        Command::PlaySelected => timeline::play_selected(state, out),
        Command::Delete(id) => timeline::delete(state, &id, now, out),
        Command::DeleteSelected => timeline::delete_selected(state, now, out),
        Command::WantPeaks(ids) => peaks::want(state, &ids, out),
        Command::Trash(asked) => trash::handle(state, asked, out),
        Command::AskExport => export::ask(state, now),
        Command::ExportAll => export::start(state, false, now, out),
        Command::ExportShown => export::start(state, true, now, out),
        Command::ExportSound => export::sound(state, now, out),
        Command::CancelExport => out.push(Effect::CancelExport),
        Command::Reveal(folder) => out.push(Effect::Reveal(folder)),
        Command::SetLanguage(language) => settings::set_language(state, language, out),
        Command::SetTheme(theme) => settings::change(state, out, |s| s.theme = theme),
        Command::SetInput(id) => {
            settings::change(state, out, |s| s.input_device = id);
            check::microphone_changed(state, out);
        }
        Command::SetOutput(id) => {
            settings::change(state, out, |s| s.output_device = id);
            check::speaker_changed(state);
        }
        Command::RefreshDevices => out.push(Effect::Audio(AudioCommand::ListDevices)),
        Command::SetTargetSecs(secs) => settings::set_target_secs(state, secs, out),
        Command::SetCueSound(on) => settings::change(state, out, |s| s.cue_sound = on),
        Command::ChooseLibrary => library::choose(state, out),
        Command::SetLibrary(folder) => saving::change_library(state, folder, out),
        Command::TryAgain => saving::try_again(state, out),
        Command::RevealVersions(copy) => library::reveal_versions(&copy, out),
        Command::KeepVersion { copy, keep_copy } => {
            library::keep_version(state, &copy, keep_copy, out);
        }
        Command::RevealLibrary => library::reveal(state, out),
    }
}
