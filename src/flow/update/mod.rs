//! The one way in which the state changes. This file says who handles what; the files beside it say
//! how. Each handler gets the list of effects to append to.

mod asking;
mod chain;
mod check;
mod draft;
mod export;
mod interrupted;
mod interview;
mod library;
mod listening;
mod notices;
mod peaks;
mod playback;
mod practice;
mod reading;
mod recording;
mod review;
mod rounds;
mod screens;
mod settings;
mod speech;
mod stories;
mod story_assignment;
mod task;
mod tellings;
mod timed_events;
mod timeline;
mod today;
mod topics;

use std::time::Duration;

use crate::flow::state::{Home, Screen};
use crate::flow::{Command, Effect, Event, Input, Now, State};
use crate::model::audio::{AudioCommand, AudioEvent};

/// Handles one input: changes the state and says what the world is to do.
pub fn update(state: &mut State, input: Input, now: &Now) -> Vec<Effect> {
    let mut out = Vec::new();
    let due_before = next_change(state, now);
    let ticked = matches!(input, Input::Tick);
    interview::count(state, now);
    match input {
        Input::Command(asked) => {
            state.home = Home::Left;
            command(state, asked, now, &mut out);
        }
        Input::Event(reported) => event(state, reported, now, &mut out),
        Input::Tick => tick(state, now, &mut out),
    }
    check::give_way(state, &mut out);
    interview::follow(state, now, &mut out);
    // From here the clock runs that was set going just now.
    interview::count(state, now);
    speech::follow(state, &mut out);
    practice::follow(state, &mut out);
    reading::follow(state, &mut out);
    today::follow(state, now);
    stories::follow(state);
    if !ticked {
        screens::close_when_safe(state, &mut out);
    }
    // A frame forgets what the last one asked for, so a tick asks again; any other input asks only
    // when it changed what there is to wait for.
    let due = next_change(state, now);
    if let Some(due) = due
        && (ticked || Some(due) != due_before)
    {
        out.push(Effect::WakeAfter(due.saturating_sub(now.since_start)));
    }
    out
}

#[allow(clippy::too_many_lines, reason = "a line for each command")]
fn command(state: &mut State, command: Command, now: &Now, out: &mut Vec<Effect>) {
    let prepares = check::prepares_an_answer(&command);
    // Whatever is asked for closes the menu.
    let menu_open = std::mem::take(&mut state.practice.menu_open);
    match command {
        Command::GoTo(screen) => screens::go_to(state, screen, out),
        Command::GoToPlace(place) => screens::go_to_place(state, place, out),
        Command::MoveTab(steps) => screens::move_tab(state, steps, out),
        Command::ToggleKeys => state.keys_shown = !state.keys_shown,
        Command::Escape if menu_open => {}
        Command::Escape => screens::escape(state, out),
        Command::DismissBanner => notices::dismiss(state),
        Command::Undo => timeline::undo(state, out),
        Command::Quit => screens::close(state, out),
        Command::NextQuestion => practice::next_question(state, out),
        Command::PreviousQuestion => practice::previous_question(state),
        Command::ToggleQuestionMenu => {
            state.practice.menu_open = !menu_open && state.may_choose_question();
        }
        Command::ChooseQuestion(key) => practice::choose(state, &key, out),
        Command::ToggleQuestionLanguage if state.screen == Screen::Review => {
            listening::toggle_language(state);
        }
        Command::ToggleQuestionLanguage => practice::toggle_language(state),
        Command::SetPlan(plan) => practice::set_plan(state, plan, out),
        Command::CyclePlan => practice::set_plan(state, state.settings.plan.next(), out),
        Command::SetThinkSecs(secs) => practice::set_think_secs(state, secs, out),
        Command::SetPracticeFilter(filter) => practice::set_filter(state, filter),
        Command::Record => practice::record(state, now, out),
        Command::StopRecording => recording::stop(state, out),
        Command::ResumeRecording => interrupted::resume(state, out),
        Command::StartOver => interrupted::start_over(state, out),
        Command::CancelRecording => practice::cancel(state, out),
        Command::Flag => recording::flag(state, out),
        Command::CueNow => recording::cue_now(state, out),
        Command::ToggleStarHint => settings::change(state, out, |s| s.star_hint = !s.star_hint),
        Command::SetSwitchStyle(style) => task::set_style(state, style, out),
        Command::CycleSwitchStyle => task::cycle_style(state, out),
        Command::TapPart(part) => timed_events::tap(state, part, out),
        Command::SetRoundKind(kind) => rounds::set_kind(state, kind),
        Command::SetRoundPlan(plan) => rounds::set_plan(state, plan),
        Command::StartRound(kind) => rounds::start(state, kind, out),
        Command::EndRound => rounds::end(state, out),
        Command::SkipRepeat => task::escape(state, out),
        Command::SetCatchShare(share) => settings::set_catch_share(state, share, out),
        Command::SetLadder(on) => settings::change(state, out, |s| s.ladder = on),
        Command::SetStarShape(shape) => settings::change(state, out, |s| s.star_shape = shape),
        Command::SetRescueLines(lines) => settings::set_rescue_lines(state, &lines, out),
        Command::SetReading(reading) => reading::choose(state, reading, out),
        Command::RepeatQuestion => reading::repeat(state, out),
        Command::ShowWords => reading::show_words(state),
        // Follow-up chains.
        Command::AskFollowUp(kind) => chain::ask_reviewed(state, kind, now, out),
        Command::InterruptMe => chain::interrupt_reviewed(state, now, out),
        Command::PickTopic => topics::pick(state, out),
        Command::TogglePoint(at) => listening::toggle_point(state, at),
        Command::Today(wish) => today::handle(state, wish, now, out),
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
        Command::ShowSession(id) => interview::show(state, id, out),
        Command::CheckSpeak => check::speak(state, now, out),
        Command::CheckReplay => check::replay(state, out),
        Command::CheckTone => check::tone(state, out),
        Command::OpenAttempt(id) => review::open(state, &id, out),
        Command::CloseReview => review::close(state, out),
        Command::PlayPause => playback::play_pause(state, out),
        Command::SeekTo(frame) => playback::seek_to(state, frame, out),
        Command::SeekBy(secs) => playback::seek_by(state, secs, out),
        Command::SetVolume(volume) => playback::set_volume(state, volume, out),
        Command::RateCurrent(score) => review::rate_current(state, score, now, out),
        Command::Rate { line, score } => review::rate(state, &line, score, now, out),
        Command::MoveLine(by) => review::move_line(state, by),
        Command::SetNotes(notes) => review::set_notes(state, &notes, out),
        Command::ToggleStar => review::toggle_star(state, out),
        Command::Retake => review::retake(state, now, out),
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
        Command::NewStory => stories::new(state, now, out),
        Command::CaptureStory => story_assignment::capture(state, now, out),
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
        Command::TellStory(story) => story_assignment::tell(state, story.as_ref(), out),
        Command::NextLikelyStory => story_assignment::next_likely(state, out),
        Command::NewStoryOfAnswer => story_assignment::new_for_reviewed(state, now, out),
        // Timeline.
        Command::SetQuery(query) => timeline::set_query(state, query),
        Command::FocusSearch => timeline::focus_search(state, out),
        Command::SetTimelinePrinciple(only) => timeline::set_principle(state, only),
        Command::SetTimelineLanguage(only) => timeline::set_language(state, only),
        Command::Select(id) => timeline::select(state, id),
        Command::MoveSelection(by) => timeline::move_selection(state, by),
        Command::OpenSelected => timeline::open_selected(state, out),
        Command::PlayRow(id) => playback::toggle(state, &id, out),
        Command::PlaySelected => timeline::play_selected(state, out),
        Command::Delete(id) => timeline::delete(state, &id, now, out),
        Command::DeleteSelected => timeline::delete_selected(state, now, out),
        Command::WantPeaks(ids) => peaks::want(state, &ids, out),
        Command::ExportAll => export::ask(state, false, now, out),
        Command::ExportShown => export::ask(state, true, now, out),
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
        Command::SetLibrary(folder) => library::request(state, folder, out),
        Command::RevealLibrary => library::reveal(state, out),
    }
    if prepares {
        check::quietly(state, now, out);
    }
}

fn event(state: &mut State, event: Event, now: &Now, out: &mut Vec<Effect>) {
    match event {
        Event::LibraryOpened { root, draws } => {
            state.practice.deck.remember(draws);
            library::opened(state, root, out);
        }
        Event::LibraryFailed(fault) => library::failed(state, fault),
        Event::LibraryScanned {
            attempts,
            faults,
            repaired,
        } => {
            library::scanned(state, attempts, faults, repaired.len(), now);
            screens::choose_home(state, out);
        }
        Event::PacksLoaded { packs, faults } => practice::packs_loaded(state, packs, faults),
        Event::FollowUpsLoaded {
            stories,
            knowledge,
            faults,
        } => chain::follow_ups_loaded(state, (stories, knowledge), faults),
        Event::RolesLoaded { roles, faults } => today::roles_loaded(state, roles, faults),
        Event::RoleMade(path) => today::role_made(path, out),
        Event::AttemptCreated { id, wav } => practice::attempt_created(state, &id, wav, out),
        Event::AttemptSaved(id) => library::saved(state, &id),
        Event::AttemptSaveFailed { id, fault } => library::save_failed(state, &id, fault),
        Event::Trashed(id) => _ = state.library.trashing.remove(&id),
        Event::Restored(attempt) => timeline::restored(state, attempt),
        Event::MoveFailed { attempt, fault } => timeline::move_failed(state, attempt, fault),
        Event::PeaksLoaded { id, peaks } => peaks::loaded(state, id, peaks),
        Event::SpeechCached { order, found } => speech::cached(state, order, found),
        Event::SpeechLoaded { id, speech } => speech::loaded(state, id, speech),
        // Stories.
        Event::StoriesLoaded {
            stories: read,
            faults,
        } => stories::loaded(state, read, faults),
        Event::StorySaved {
            asked,
            on_disk,
            theirs,
        } => stories::saved(state, &asked, *on_disk, theirs, out),
        Event::StorySaveFailed { id, base, fault } => {
            stories::save_failed(state, &id, base, fault);
        }
        Event::StoryTrashed(id) => stories::trashed(state, &id),
        Event::StoryRestored(story) => stories::restored(state, *story),
        Event::StoryMoveFailed { story, fault } => stories::move_failed(state, story, fault),
        // Space and faults.
        Event::FreeSpace(bytes) => state.free_bytes = Some(bytes),
        Event::Trouble(fault) => notices::fault(state, fault),
        // Interview.
        Event::SessionsRead { sessions, faults } => interview::read(state, sessions, faults),
        Event::SessionSaved(id) => interview::saved(state, &id),
        Event::SessionSaveFailed { id, fault } => interview::save_failed(state, &id, fault),
        Event::Audio(reported) => audio(state, reported, now, out),
        Event::CueShown { frame } => recording::cue_shown(state, frame, now, out),
        Event::Exported(end) => export::done(state, end, now, out),
        Event::VoicesFound(found) => reading::found(state, found),
        Event::ReadingEnded { id, fault } => reading::ended(state, id, fault, now, out),
        Event::FolderChosen(folder) => {
            if let Some(folder) = folder {
                library::request(state, folder, out);
            }
        }
        Event::CloseRequested => screens::close(state, out),
    }
}

fn audio(state: &mut State, event: AudioEvent, now: &Now, out: &mut Vec<Effect>) {
    match event {
        AudioEvent::Devices(devices) => settings::devices(state, devices),
        AudioEvent::CaptureBegan {
            sample_rate_hz,
            device,
        } => recording::began(state, sample_rate_hz, device, out),
        AudioEvent::CaptureProgress {
            captured_frames,
            written_frames,
            level_dbfs,
            clipped,
            peaks,
        } => {
            let level = recording::Level::new(level_dbfs, clipped);
            recording::progress(state, captured_frames, written_frames, level, &peaks, out);
        }
        AudioEvent::CaptureTrouble(fault) => recording::trouble(state, fault, out),
        AudioEvent::CaptureInterrupted { fault, frames } => {
            interrupted::begin(state, fault, frames, now, out);
        }
        AudioEvent::CaptureResumed { device } => interrupted::resumed(state, device, out),
        AudioEvent::CaptureFinished(end) => recording::finished(state, end, now, out),
        // Whether it runs is what was asked for: a late report of a pause must not undo a play.
        AudioEvent::PlaybackAt { id, frame, .. } => playback::at(state, id, frame),
        AudioEvent::PlaybackEnded { id } => playback::ended(state, id),
        AudioEvent::PlaybackFailed { id, fault } => playback::failed(state, id, fault),
        AudioEvent::CheckProgress {
            id,
            level_dbfs,
            secs,
            peaks,
        } => {
            let level = recording::Level::new(level_dbfs, false);
            check::progress(state, id, level.dbfs(), secs, peaks);
        }
        AudioEvent::CheckDone { id, end } => check::done(state, id, end, out),
        AudioEvent::CheckPlayed { id, fault } => check::played(state, id, fault),
    }
}

fn tick(state: &mut State, now: &Now, out: &mut Vec<Effect>) {
    notices::tick(state, now);
    practice::tick(state, now, out);
    recording::tick(state, now, out);
    interrupted::tick(state, now, out);
}

/// The next moment at which time alone changes the screen, since the start of the app.
fn next_change(state: &State, now: &Now) -> Option<Duration> {
    let toast = state.toast.as_ref().map(|toast| toast.until);
    let cue = state.recording().and_then(|recording| recording.cue_until);
    let think = practice::next_second(state, now);
    let look = interrupted::next_look(state);
    let breaks_in = state
        .recording()
        .and_then(|recording| recording.interruption_until);
    let session = interview::next_second(state, now);
    [toast, cue, think, look, breaks_in, session]
        .into_iter()
        .flatten()
        .min()
}
