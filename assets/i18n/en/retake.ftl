# Words of Retake. Sections follow the screens; keys begin with the section's name.
# Sentence case, no full stop after a single sentence; banners have two sentences, each with one.

## Names

screen-practice = Practice
screen-timeline = Timeline
screen-settings = Settings
place-record = Record
tab-question = Question
tab-drill = Drill
tab-interview = Interview
tab-settings = General
tab-check = Sound
keys-go-record = Go to your record
keys-tab = Previous or next tab
language-korean = Korean
language-korean-own = 한국어
language-english = English
language-english-own = English
principle-customer-obsession = Customer Obsession
principle-ownership = Ownership
principle-invent-and-simplify = Invent and Simplify
principle-are-right-a-lot = Are Right, A Lot
principle-learn-and-be-curious = Learn and Be Curious
principle-hire-and-develop-the-best = Hire and Develop the Best
principle-insist-on-the-highest-standards = Insist on the Highest Standards
principle-think-big = Think Big
principle-bias-for-action = Bias for Action
principle-frugality = Frugality
principle-earn-trust = Earn Trust
principle-dive-deep = Dive Deep
principle-have-backbone = Have Backbone; Disagree and Commit
principle-deliver-results = Deliver Results
principle-earths-best-employer = Strive to be Earth’s Best Employer
principle-broad-responsibility = Success and Scale Bring Broad Responsibility

## Dates

date-today = Today
date-yesterday = Yesterday
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
weekday-mon = Mon
weekday-tue = Tue
weekday-wed = Wed
weekday-thu = Thu
weekday-fri = Fri
weekday-sat = Sat
weekday-sun = Sun

## Faults: what happened, then what to do

fault-no-microphone = No microphone was found.
fault-no-microphone-do = Plug one in or turn it on, then try again.
fault-no-speaker = No speaker was found.
fault-no-speaker-do = Plug in a speaker or headphones, then play again.
fault-permission = The system is blocking the microphone.
fault-permission-do = Allow the microphone in the system’s privacy settings, then try again.
fault-busy = Another program is using this device.
fault-busy-do = Close any call or recording apps, or choose another device in settings.
fault-lost = The microphone was disconnected.
fault-lost-do = Plug it in again, or choose another one in settings.
fault-server = The system’s sound service isn’t responding.
fault-server-do = Wait a moment and try again. If that doesn’t help, restart the sound service.
fault-no-samples = No sound has come in for over a second.
fault-no-samples-do = Check the cable or the wireless connection. Recording continues.
fault-only-zeros = No sound is coming from the microphone.
fault-only-zeros-do = Check its mute switch and the system’s privacy settings.
fault-suspended = The computer went to sleep while recording.
fault-suspended-do = Everything before that is saved. Continue when you’re ready.
fault-disk-slow = The disk is too slow right now.
fault-disk-slow-do = Nothing is lost yet. Close programs that keep the disk busy.
fault-folder-gone = This answer’s folder was deleted while recording.
fault-folder-gone-do = What you said was saved back to the same place.
fault-too-long = The recording reached three hours and was stopped.
fault-too-long-do = Everything is saved. Start a new recording to continue.
fault-disk-full = The disk is full.
fault-disk-full-do = Free up some space. What was recorded so far is saved.
fault-library-in-use = This library is open in another Retake window.
fault-library-in-use-do = Close that window, or choose another folder in settings.
fault-library-missing = The library folder can’t be opened.
fault-library-missing-do = Reconnect its drive, or choose another folder in settings.
fault-library-read-only = Retake can’t write to the library folder.
fault-library-read-only-do = Allow writing there, or choose another folder in settings.
fault-library-newer = This file is from a newer version of Retake.
fault-library-newer-do = You can read and play it. Update Retake to change it.
fault-broken-attempt = One answer can’t be read.
fault-broken-attempt-do = All other answers are fine. Its file was left unchanged.
fault-broken-pack = Some questions in a pack can’t be used.
fault-broken-pack-do = The other questions still work. Fix the file and restart Retake.
fault-broken-settings = The settings file can’t be read.
fault-broken-settings-do = Default settings are in use. Your file was left unchanged.
fault-broken-setting = A value in the settings file can’t be used.
fault-broken-setting-do = Its default is in use, and all other values as you wrote them. Your file was left unchanged.
fault-conflict = A file was changed here and in another program at the same time.
fault-conflict-do = Your version is kept. The other one is in the file below; copy what you need from it.
fault-no-dialog = This system has no file dialog.
fault-no-dialog-do = Type or paste the folder’s path in settings instead.
fault-not-shown = No other program could open this.
fault-not-shown-do = It’s still there. Open { $path } yourself.
fault-save-failed = A change couldn’t be saved.
fault-save-failed-do = The previous version is still there. Check disk space and permissions.
fault-sync-copies = { $count ->
    [one] A sync program left a second version of a file.
   *[other] Sync programs left { $count } second versions of files.
}
fault-sync-copies-do = Look at both and choose one in Settings, under Library.
settings-copies = Versions left by sync
settings-copies-what = Changed on two devices, so a sync program kept both. The one you don’t choose goes to the trash folder.
settings-copies-times = In use { $original } · copy { $copy }
settings-copies-show = Open folder
settings-copies-keep = Keep the one in use
settings-copies-take = Use the copy
settings-copies-none = missing
quit-not-saved = Some changes were not saved
quit-not-saved-one = Not saved: { $name }
try-again = Try again
fault-move-failed = The answer couldn’t be moved.
fault-move-failed-do = It’s still where it was. Check the folder’s permissions.
fault-write-failed = The recording couldn’t be saved.
fault-write-failed-do = What was saved so far is kept. Check disk space and permissions.
fault-not-left = This library stays open, because something in it isn’t saved yet.
fault-not-left-do = Check its disk and permissions. To leave without those changes, choose the other folder again.
fault-not-removed = Not everything in the trash could be deleted.
fault-not-removed-do = What is left is still in the trash. Close programs that use it, then try again.
fault-unreadable = This recording can’t be played.
fault-unreadable-do = Its file was left unchanged. If you have a copy, put it in its place.
unreadable-missing = Its file is missing.
unreadable-missing-do = If it was moved, put it back. If your files are syncing, wait until it has arrived.
unreadable-no-file = There is no file in its place, but something else with its name.
unreadable-refused = The system doesn’t let Retake open its file.
unreadable-refused-do = Check the file’s permissions and whether its disk is connected.
unreadable-failed = Its file couldn’t be read from the disk.
unreadable-empty = There is no sound in its file.
unreadable-partial = Not all of its file has arrived.
unreadable-not-wav = Its file is not a WAV file, or is damaged.
unreadable-samples = Its file is a WAV file of a kind that Retake doesn’t play.
unreadable-rate = Its file says it has { $hz } samples per second, which no recording has.
fault-sound-other = There was a problem with the sound device.
fault-sound-other-do = Try again, or choose another device in settings.
fault-dropped = { $secs } s of sound was lost.
fault-dropped-do = The gap is silent and marked. The computer was too busy, so try closing other programs.
fault-line = line { $line }
fault-saved = Saved up to { $time }.

## Command line

cli-help =
    Retake: record, replay and rate spoken interview answers.

    retake [--library FOLDER] [--language ko|en] [--seed NUMBER]
    retake analyse FILE.wav [--cue SECONDS] [--cue-sound SECONDS] [--json]

      --library FOLDER   keep answers and settings in this folder
                         (also RETAKE_LIBRARY; otherwise { $folder })
      --language ko|en   interface language of this run
      --seed NUMBER      repeat the draws of a run
      -h, --help         this text
      -V, --version      the version

      analyse FILE.wav   where the voice sounds and pauses, and how fluently
      --cue SECONDS      when the cue to switch came
      --cue-sound SECONDS
                         how long its sound was; that is no voice
      --json             everything, for scripts; times in seconds
cli-analysis-file = { $file }: { $length } s
cli-analysis-silent = { $file }: no voice in { $length } s
cli-analysis-voice = Voice: { $voice } s of { $answer } s ({ $percent }%), starting after { $first } s
cli-analysis-runs = Runs: { $runs }, { $mean } s on average
cli-analysis-pauses = Pauses: { $pauses }, { $rate } per minute of speech; median { $median } s, 90th percentile { $long } s, longest { $longest } s
cli-analysis-syllables = Syllables (estimated): { $nuclei }; { $speech } per second, { $articulation } per second without pauses
cli-analysis-switch = Switch: { $latency } s after the cue; { $disengage } s to stop, { $gap } s of silence, { $restart } s to get going
cli-analysis-unclear = Switch: not found automatically; please listen and mark it

## Shell: rail, banner, toast

shell-places = Places
shell-all-keys = All shortcuts
shell-recording = recording
shell-undo = Undo
shell-trashed = Moved to the trash
shell-repaired = { $count ->
    [one] One interrupted answer was recovered
   *[other] { $count } interrupted answers were recovered
}
shell-dismiss = Dismiss
shell-details = Details
shell-more-faults = { $count ->
    [one] One more alert
   *[other] { $count } more alerts
}
shell-choose-microphone = Choose microphone…
shell-microphone = Microphone…

## Said by a screen reader alone

announce-recording = Recording
announce-stopped = Stopped, { $time }
announce-score = { $line }, { $score }: { $anchor }.
announce-unscored = { $line }: not rated yet.

## Practice

practice-filter = Questions
practice-all-principles = All principles
practice-left = { $count ->
    [one] 1 question left
   *[other] { $count } questions left
}
practice-microphone = Microphone: { $name }
practice-looking = Looking for microphones…
practice-no-microphone = No microphone
practice-space = room for { $minutes } min
practice-saved = saved up to { $time }
practice-all-saved = All saved up to { $time }
practice-answered = { $count ->
    [one] Answered once
    [2] Answered twice
   *[other] Answered { $count } times
}
practice-answered-scored = { $count ->
    [one] Answered once · last score { $score }
    [2] Answered twice · last score { $score }
   *[other] Answered { $count } times · last score { $score }
}
practice-follow-ups = { $count ->
    [one] 1 follow-up
   *[other] { $count } follow-ups
}
practice-view-in-english = View in English
practice-view-in-korean = View in Korean
practice-reading = Loading questions…
practice-no-questions = There are no questions
practice-no-questions-do = No question pack could be read. Put one into the packs folder of your library and restart Retake.
practice-not-drawn = Draw a question to begin
practice-not-drawn-do = “Next question” picks one at random. None repeats until all have been asked.
practice-plan = Languages
practice-plan-korean = Answer in Korean from start to finish
practice-plan-english = Answer in English from start to finish
practice-plan-to-english = At any moment, without warning, you may be told to switch to English
practice-plan-to-korean = At any moment, without warning, you may be told to switch to Korean
practice-think = Think time
practice-think-none = None
practice-secs = { $secs } s
practice-next = Next question
practice-previous = Previous question
practice-never-answered = Not answered yet
practice-rated-low = Low scores
practice-starred = Starred
setup-language = Which language is your interview in?
setup-role = Which role are you preparing for?
setup-day = When is your interview?
setup-day-in = { $weeks ->
    [one] In a week ({ $date })
   *[other] In { $weeks } weeks ({ $date })
}
setup-day-none = Not set yet
setup-skip = Skip
practice-menu-search = Find a role, principle, or question
practice-menu-nothing = Nothing matches.
practice-menu-roles = By role
practice-menu-answers = By your answers
practice-menu-subjects = By subject
practice-menu-principles = By principle
practice-menu-packs = Question packs
practice-menu-questions = Questions
practice-star-show = Show STAR guide
practice-star-hide = Hide STAR guide
practice-cancel = Back
practice-answer = Answer
practice-start-now = Start now
practice-waiting = Waiting for the microphone…
practice-stop = Stop
practice-saving = Saving…
practice-saving-closing = Saving, then closing…
practice-blocked-opening = Opening your library…
practice-blocked-failed = Can’t record: the library isn’t open
practice-blocked-question = Draw a question first
practice-blocked-questions = Can’t record: there are no questions
practice-seconds-to-start = { $count ->
    [one] second until recording starts
   *[other] seconds until recording starts
}
practice-countdown = { $count ->
    [one] 1 second until recording starts
   *[other] { $count } seconds until recording starts
}
practice-elapsed = { $time } of { $target }
practice-level = Level
practice-too-loud = Too loud
practice-sound = Answer waveform
practice-progress = Answer progress
practice-situation = Situation
practice-task = Task
practice-action = Action
practice-result = Result
practice-target = Target { $time }
practice-flag = Flag
practice-switch-now = Switch now
practice-discard = Discard
practice-discard-undo = Ends the answer and moves it to the trash. You can undo this.
practice-keys-discard = Discard this answer
practice-other-microphone = The microphone you chose isn’t connected. Recording with { $device }.

## Interrupted take

interrupted-lost = The microphone was disconnected.
interrupted-other-do = Plug it in again, or continue with { $device }.
interrupted-go-on-do = When you’re ready, continue with { $device }.
interrupted-none-do = Plug in a microphone to continue.
interrupted-failed-do = Try again, or choose another microphone.
interrupted-other = Other microphone…
interrupted-back = Back to the recording
interrupted-listen = Listen to what you have
interrupted-go-on = Continue with { $device }
interrupted-retry = Try { $device } again
interrupted-opening = Opening { $device }…
interrupted-none = Plug in a microphone to continue
interrupted-start-over = Start over
interrupted-start-over-keeps = What you’ve said so far stays on the timeline
interrupted-keys-listen = Microphone lost: listen to what you have
interrupted-keys-start-over = Keep this answer and start over

## Cue

cue-now-in-english = Now in English, please
cue-now-in-korean = 이제 한국어로 말해 보세요

## Review

review-back = Back to timeline
review-star = Star
review-unstar = Remove star
review-delete = Move to trash
review-nth = answer { $count }
review-repaired = The recording was cut off; everything saved until then is here
review-partial = Not all of this recording has arrived yet: { $there } of { $whole } can be played
review-gaps = { $count ->
    [one] Sound is missing in one place, shown striped
   *[other] Sound is missing in { $count } places, shown striped
}
review-read-only = From a newer version of Retake: you can listen but not change it
review-cue = Cue
review-position = Playback position
review-position-value = { $at } of { $total }
wave-keys-zoom = Zoom the waveform in or out
wave-keys-scroll = Scroll the waveform
wave-keys-whole = Show the whole waveform
wave-overview = View
wave-overview-value = { $from } to { $to } of { $total }
wave-level = { $db } dB
wave-pause = { $secs } s pause at { $time }: play
wave-loop-start = Loop start
wave-loop-end = Loop end
review-loading = Loading sound
review-empty = This answer has no sound.
review-empty-do = The question and notes are here. Answer again whenever you like.
review-fault-still = You can still rate it and write notes.
review-play = Play
review-pause = Pause
review-back-secs = Back { $secs } s
review-forward-secs = Forward { $secs } s
review-volume = Volume
review-volume-value = { $percent }%
review-notes = Notes
review-notes-hint = What you noticed, what to try next time
review-retake = Retake
review-next = Next question
review-rating = My rating
review-rated = { $rated } of { $total }
review-unrated = Not rated yet
review-mean = Average { $mean }
review-line-of = { $line } / { $total }
review-line-previous = Previous item
review-line-next = Next item
review-key-rate = Rate
review-key-move = Move
review-saved = Saved
review-saving = Saving…
review-none = There’s no answer to review yet
review-none-go = Go to practice

## Trust

trust-good = Good quality
trust-usable = Fair quality
trust-unusable = Poor quality
trust-details = Recording quality
trust-good-why = No problems found.
trust-device = Microphone
trust-rate = Sample rate
trust-room = Room noise
trust-voice = Voice
trust-peak = Loudest
trust-missing = Missing sound
trust-unknown = Unknown
trust-none = None
trust-silent = There’s no sound
trust-silent-do = Check the mute switch and the selected microphone, then answer again.
trust-little = There’s hardly any voice
trust-little-do = That’s fine for a short answer. If not, move the microphone closer.
trust-quiet = Your voice is quiet
trust-quiet-do = Move the microphone closer or raise the input volume.
trust-clipped = The sound was too loud and is distorted
trust-clipped-do = Lower the input volume or move away from the microphone.
trust-noisy = The room is noisy compared to your voice
trust-noisy-do = Find a quieter place or move the microphone closer.
trust-narrow = It sounds like a phone call
trust-narrow-do = Bluetooth headsets do this in call mode. A wired or built-in microphone is clearer.
trust-gaps = { $secs } s of sound is missing
trust-gaps-do = The gaps are silent and shown striped in the waveform.
trust-repaired = The recording was cut off
trust-repaired-do = Everything saved before that is here.
trust-gap-dropped = The computer was too busy: { $secs } s missing
trust-gap-missing = { $secs } s never arrived from the sound device
trust-gap-lost = The microphone was disconnected: { $secs } s missing
trust-gap-interrupted = The microphone was disconnected: { $secs } s missing, and recording continued { $away } later
trust-secs = { $secs } s
trust-minutes = { $minutes } min { $secs } s

## Timeline

timeline-title = Timeline
timeline-principle = Principle
timeline-all-principles = All principles
timeline-language = Language
timeline-all-languages = All languages
timeline-starred = Starred only
timeline-is-starred = starred
timeline-day-open = Show this day in the list (←, →)
timeline-search = Search answers
timeline-search-hint = Question or note
timeline-search-clear = Clear search
timeline-answers = { $count ->
    [one] One answer
   *[other] All { $shown } answers
}
timeline-answers-of = { $count } of { $all } answers
timeline-height = Vertical axis: your score
timeline-switch = Switch
timeline-picture = { $count ->
    [one] One answer over time, by score
   *[other] { $count } answers over time, by score
}
timeline-score = Score { $score }
timeline-no-score = Not rated
timeline-week = { $days ->
    [one] One day this week
   *[other] { $days } days this week
}
timeline-week-none = Nothing yet this week
timeline-day-answers = { $count ->
    [0] no answers
    [one] one answer
   *[other] { $count } answers
}
timeline-mon = M
timeline-wed = W
timeline-fri = F
timeline-sun = S
timeline-cue-at = cue at { $time }
timeline-no-sound = no sound
timeline-repaired = interrupted, recovered
timeline-play = Play
timeline-pause = Pause
timeline-open = Open
timeline-delete = Move to trash
trash-title = Trash
trash-keys-show = Show the trash, or the answers again
trash-keys-restore = Restore from the trash
trash-back = Back to the answers
trash-count = { $count ->
    [one] One item, { $size }
   *[other] { $count } items, { $size }
}
trash-stays = Everything stays here until you empty it.
trash-others = { $count ->
    [one] and one other item: a story, an older file or an answer without sound
   *[other] and { $count } other items: stories, older files, answers without sound
}
trash-reading = Looking into the trash…
trash-none = The trash is empty
trash-none-hint = Answers you delete come here first.
trash-restore = Restore
trash-empty = Empty the trash…
trash-ask = { $count ->
    [one] Delete one item ({ $size }) for good? It can’t be restored.
   *[other] Delete { $count } items ({ $size }) for good? They can’t be restored.
}
trash-delete = Delete for good
trash-keep = Keep everything
timeline-partial = not all of it has arrived: { $there } of { $whole }
timeline-unreadable = { $count ->
    [one] One file can’t be read
   *[other] { $count } files can’t be read
}
timeline-unreadable-more = and { $count } more
timeline-empty = Your first answer makes the first dot
timeline-empty-how = Draw a question and answer aloud. Your scores and recordings will appear here.
timeline-empty-then = After three answers you’ll start to see a trend.
timeline-draw = Draw a question
timeline-opening = Loading your answers…
timeline-open-settings = Open settings
timeline-no-match = No matching answers
timeline-no-match-hint = Try fewer words, or clear the filters.
timeline-show-all = Show all answers

## Settings

settings-title = Settings
settings-display = Display
settings-language = Language
settings-language-system = System language
settings-theme = Appearance
settings-theme-system = System
settings-theme-light = Light
settings-theme-dark = Dark
settings-letter-keys = Single-key shortcuts
settings-letter-keys-what = Letters, digits and signs without Ctrl. Turn off if you steer by voice or hit keys by accident
settings-sound = Sound
settings-devices-refresh = Look again
settings-devices-looking = Looking for devices…
settings-device-default = System default
settings-device-default-is = System default ({ $device })
settings-device-gone = Not connected
settings-microphone = Microphone
settings-microphone-gone = The selected microphone isn’t connected. Recording with { $device } for now.
settings-no-microphone = No microphone was found. Plug one in, then look again.
settings-speaker = Speaker
settings-speaker-gone = The selected speaker isn’t connected. Playing through { $device } for now.
settings-no-speaker = No speaker was found. Plug one in, then look again.
settings-practice = Practice
settings-target = Target time per answer
settings-think = Time to think before recording
settings-think-none = None
settings-think-secs = { $secs } s
settings-cue-sound = Cue sound
settings-cue-sound-headphones = Turn this on only with headphones: the microphone would pick up a speaker
settings-star = STAR guide while recording
settings-star-what = Shows when to move on to situation, task, action and result
settings-library = Library
settings-library-what = Recordings, ratings and notes are saved as plain files in this folder
settings-library-folder = Library folder
settings-library-hint = Type or paste a folder path
settings-library-use = Use this folder
settings-library-choose = Choose a folder…
settings-library-reveal = Show in file manager
settings-privacy = Privacy
settings-privacy-all-here = Everything stays on this computer. Retake never connects to the network and never sends a recording or score anywhere.
settings-about = About
settings-version = Retake { $version }
settings-licence = License: MIT OR Apache-2.0
settings-fonts = Font: Pretendard (OFL 1.1) · Icons: Phosphor (MIT)
settings-not-affiliated = Retake is not affiliated with Amazon; principle names only describe what you practice

## Sound check

check-title = Sound check
check-back = Back
check-open = Check
check-what-it-is = Speak for three seconds, then listen back to test your microphone and speaker
check-speak = Speak for three seconds
check-speak-how = Say a sentence or two as you would in an interview, and it plays right back. What you say isn’t saved.
check-opening = Opening the microphone…
check-listening = Listening: speak normally
check-sound = Check waveform
check-level = Level
check-again = Speak again
check-replay = Hear it again
check-replaying = Playing it back…
check-tone = Play a tone
check-tone-how = A soft 1.5-second tone. If you can’t hear it, turn up the volume or choose another speaker.
check-good = Good
check-good-what = You’re ready to record.
check-usable = Usable
check-usable-what = Fix the issue below to be heard better.
check-unusable = Not usable like this
check-unusable-what = Fix the issue below, then speak again.
check-no-samples = No sound is coming from the microphone.
check-no-samples-do = Check the cable or the wireless connection, then speak again.
check-monitor = This is sound from a speaker, not a microphone.
check-monitor-do = Choose a real microphone from the list.
check-nothing = No voice was heard.
check-nothing-do = Press again and speak up. If that doesn’t help, choose another microphone.
check-clipping = Your voice is too loud and distorts.
check-clipping-do = Lower the input volume in the system’s sound settings, or move back a little.
check-noisy = The room is noisy.
check-noisy-do = Close the window, turn off fans, or move the microphone closer to your mouth.
check-hum = Electrical hum at { $hz } Hz.
check-hum-do = Try unplugging the laptop’s charger, or move the cable away from power cords and into another port.
check-call-mode = Nothing above { $khz } kHz comes through, as on a phone call.
check-call-mode-do = A Bluetooth headset is probably in call mode. Use the built-in or a USB microphone, and the headset only for listening.
check-too-quiet = Your voice is quiet.
check-too-quiet-do = Move closer to the microphone (about 8 inches), or raise the input volume in the system’s sound settings.
check-dropped = { $secs } s of sound was lost.
check-dropped-do = Close other programs, and plug the microphone directly into the computer instead of a hub.
check-not-chosen = The selected microphone isn’t connected, so { $device } was used.
check-not-chosen-do = Connect it, or choose the one to use from the list.
check-slow = The first sound arrives after { $secs } s.
check-slow-do = Start speaking once the recording timer runs. Wireless microphones need a moment to wake up.
check-facts = Measurements
check-fact-voice = Voice
check-fact-room = Room noise
check-fact-clipping = Clipped
check-fact-rate = Sample rate
check-fact-first = First sound after
check-fact-lost = Lost sound
check-fact-system = Sound system
check-alsa = ALSA, as no sound server answered
check-fact-channels = Channels
check-channels-all = { $count }, mixed
check-channels-left = Only the left one is used
check-channels-right = Only the right one is used
check-channels-one = Only no. { $channel } of { $count } is used
check-dbfs = { $db } dBFS
check-khz = { $khz } kHz
check-secs = { $secs } s
check-samples = { $count } samples
check-none = None
check-unknown = Unknown
check-next = Now make sure your call app uses this microphone too.
check-badge-checking = Checking the microphone…
check-badge-denied = Microphone not allowed
check-badge-muted = Microphone seems to be muted
check-badge-call-mode = Microphone is in call mode
check-badge-other = Using another microphone
check-badge-noisy = The room is noisy
check-badge-dropped = Sound is being lost
check-badge-trouble = Check the microphone

## Keys

keys-title = Keyboard shortcuts
keys-close = Close
keys-everywhere = Everywhere
keys-practice = Practice
keys-replay = Replay
keys-review = Review
keys-timeline = Timeline
keys-go-practice = Go to practice
keys-go-settings = Go to settings
keys-search = Search answers
keys-undo = Undo the last deletion
keys-zoom = Larger, smaller
keys-usual-size = Usual size
keys-keys = Show or hide this list
keys-escape = Close the top panel
keys-quit = Quit
keys-setup = First start: choose an answer
keys-next = Draw the next question
keys-previous = Back to the previous question
keys-question-menu = Choose what to practice
keys-record = Start, stop or continue recording
keys-plan = Change the languages
keys-other-language = Show the question in the other language
keys-cue = Switch language now
keys-flag = Flag this moment
keys-star-line = Show or hide the STAR guide
keys-play = Play or pause
keys-seek = { $secs } seconds back or forward
keys-rate = Rate the selected item
keys-line = Previous or next item
keys-retake = Answer the same question again
keys-star = Add or remove a star
keys-select = Previous or next answer or day
keys-open = Open the answer
keys-play-row = Play it in the list
keys-delete = Move to trash

## What a recording says

speech-keys-card = Next tab below the waveform
speech-keys-pause = Play the next long pause
speech-keys-pick = Mark the switch
speech-keys-shift = Nudge the switch mark
speech-keys-confirm = Confirm the switch mark
speech-working = Analyzing your answers: { $done } of { $total }
speech-listening = Looking for the switch…
speech-keys-forget = Back to the automatic mark
speech-after-cue = { $language } after { $secs } s
speech-cannot-tell = Not found automatically: mark where the { $language } begins
speech-automatic = detected automatically
speech-confirmed = confirmed by you
speech-move = Adjust
speech-set = Mark
speech-confirm = Confirm
speech-give-up = Cancel
speech-to-automatic = Back to automatic
speech-handle = Where the { $language } begins
speech-part-end = finishing { $secs }
speech-part-silence = silence { $secs }
speech-part-sounds = first sounds { $secs }
speech-seconds = { $secs } s
speech-star-at = { $part }, { $time }
speech-situation-letter = S
speech-task-letter = T
speech-action-letter = A
speech-result-letter = R
speech-cards = Recording tabs
speech-card-pauses = Pauses
speech-card-measures = Figures
speech-card-next = Next tab
speech-next-pause = Next
speech-next-pause-what = Play the next long pause
speech-pause-none = No pauses longer than a second
speech-pause-hear = Play the { $secs } s pause at { $time }
speech-pause-cause = Pause at { $time }: { $cause }
speech-pause-switch = switch
speech-cause-word = word
speech-cause-grammar = grammar
speech-cause-content = content
speech-cause-nerves = nerves
speech-cause-breath = breath
speech-unknown-yet = Figures appear once this answer has been analyzed
speech-unknown = There’s no sound to analyze
speech-no-voice = No voice was heard in this recording
speech-none = –
speech-percent = { $percent }%
speech-per-min = { $count } / min
speech-per-sec = { $count } / s
speech-phonation = Speaking time
speech-phonation-what = Share of the time from your first word to your last in which you speak
speech-run = Average run
speech-run-what = How long you speak on average before a pause of 0.25 s or more
speech-pauses-per-min = Pauses
speech-pauses-per-min-what = Pauses of 0.25 s or more per minute of speech
speech-median = Usual pause
speech-median-what = Half of your pauses are no longer than this (median)
speech-p90 = Long pause
speech-p90-what = Nine in ten pauses are no longer than this (90th percentile)
speech-longest = Longest pause
speech-longest-what = The longest silence between two words
speech-first-voice = First word after
speech-first-voice-what = From the start of the recording to your first word
speech-rate = Syllables
speech-rate-what = Syllables per second of speech (articulation rate). This is an estimate, so only compare it within one language
speech-around = Around the switch
speech-before = before
speech-after = after
speech-recovery = Back to normal after
speech-recovery-what = From the start of the new language until you speak at least 80% as much as before
speech-recovery-none = not in this answer
speech-around-none = Too little speech before the cue or after the switch to compare
speech-star = STAR
speech-star-line = { $part }: { $time } of the time, { $voice } of the speech, target { $aim }
speech-star-values = { $secs } s · { $time } · speech { $voice } · target { $aim }
speech-star-before-action = { $secs } s before Action
speech-limits = Limits of automatic analysis
speech-limit-language = Retake can’t tell which language you’re speaking. It relies on the cue, your pauses and your marks.
speech-limit-content = It doesn’t know what you say or where a sentence ends.
speech-limit-um = “Um” and similar sounds count as speech.
speech-limit-rates = Korean and English rates aren’t comparable. Compare each language only with itself.

## Progress

screen-progress = Progress
progress-review-back = Back to progress
progress-title = Progress
progress-secs = { $secs } s
progress-percent = { $share }%
progress-times = { $count }
progress-direction = Switch direction
progress-way = Switch style
progress-way-sudden = Sudden switches
progress-way-foreseen = Announced switches
progress-way-rescue = Rescue lines
progress-usual-english = You usually continue in English after { $secs }
progress-usual-korean = You usually continue in Korean after { $secs }
progress-usual-rescue = Your rescue line usually comes after { $secs }
progress-few = { $left ->
    [one] One more switch to see your usual time
   *[other] { $left } more switches to see your usual time
}
progress-no-switch = No switches in this direction yet
progress-no-switch-how = Choose { $plan } on the practice screen, and answer until the cue comes.
progress-change-later = Needs { $need } switches to show a change ({ $have } so far)
progress-no-change = No noticeable change since your first five.
progress-sooner = Down from { $first } at first to { $latest }. That’s more than your usual variation ({ $spread }).
progress-later = Up from { $first } at first to { $latest }. That’s more than your usual variation ({ $spread }).
progress-no-change-short = No noticeable change
progress-change-later-short = Needs { $need } answers to show a change ({ $have } so far)
progress-up-from = Up from { $first }
progress-down-from = Down from { $first }
progress-unclear = { $count ->
    [one] One switch wasn’t found automatically. Mark it in the review.
   *[other] { $count } switches weren’t found automatically. Mark them in the review.
}
progress-latency = From the cue to speech
progress-phonation = Speaking time
progress-pauses = Pauses per minute
progress-run = Average run
progress-plot = From the cue to speech, { $count ->
    [one] one switch
   *[other] { $count } switches
}
progress-plot-none = Each switch appears here as a dot
progress-take = { $moment }, { $secs }, { $by }
progress-by-you = marked by you
progress-by-sound = detected automatically
progress-week-of = Week of { $day }: median { $secs }, { $count ->
    [one] one switch
   *[other] { $count } switches
}
progress-legend-you = Marked by you
progress-legend-sound = Detected automatically
progress-legend-week = Weekly median and middle 50%
progress-this-week = This week
progress-own = Your own baseline
progress-start-korean = Time to start in Korean
progress-start-english = Time to start in English
progress-cost-korean = Extra time when switching to Korean
progress-cost-english = Extra time when switching to English
progress-range = { $least } to { $most } over the last { $count } answers
progress-from-five = Shown after 5 answers ({ $have } so far)
progress-cost-parts = { $switch } after the cue, { $start } at the start
progress-cost-from-five = Shown after 5 sudden switches and 5 regular starts
progress-own-how = Time to start runs from the start of the recording to your first word.
progress-from-the-start = From the start of the answer
progress-after-switch = After the switch
progress-fluency-none = Answers of 10 seconds or more are analyzed.
progress-usual = Last five
progress-twins = The same question in both languages
progress-twins-none = Answer a question once entirely in Korean and once entirely in English to compare them here.
progress-twins-times = × { $ratio }
progress-twins-ratio = Length
progress-twins-pauses = Pauses per min
progress-twins-row = { $part }: Korean { $korean }, English { $english }, × { $ratio }, pauses per minute { $before } and { $after }
progress-part-all = Whole answer
progress-causes = Why you paused
progress-causes-none = Mark in the review why you paused, and the reasons add up here.
progress-cause-word = A word
progress-cause-grammar = Grammar
progress-cause-content = Content
progress-cause-nerves = Nerves
progress-cause-breath = Breath
progress-cause-row = { $language }: { $cause }, { $count }
progress-left-out = { $count ->
    [one] One answer is left out because of its poor recording quality.
   *[other] { $count } answers are left out because of their poor recording quality.
}
progress-unheard = { $count ->
    [one] One answer hasn’t been analyzed yet.
   *[other] { $count } answers haven’t been analyzed yet.
}
progress-limits = Limits of these figures
progress-limits-language = Retake can’t tell which language you’re speaking. It relies on the cue and your marks.
progress-limits-content = It doesn’t know what you say or where a sentence ends.
progress-limits-um = “Um” and similar sounds count as speech.
progress-limits-compare = Korean and English rates can’t be compared, so each language is tracked separately.
progress-limits-heard = A change is reported only if people would notice it and it’s larger than your usual variation. It compares your first five with your last five.
progress-empty = Three switches start the chart
progress-empty-how = Choose { $plan }, answer aloud, and continue in the other language when the cue comes.
progress-empty-then = After five switches you’ll see your usual time.

## Drill: rounds, styles of the switch, taps

drill-screen = Drill
drill-keys-style = Change the switch style
drill-keys-part = Mark where a STAR part begins
drill-keys-start = Start or continue a round
drill-keys-open = Open an answer by its number
drill-keys-end = End the round
drill-style = Switch style
drill-style-sudden = Without warning
drill-style-announced = 30 s notice
drill-style-result = Repeat the result
drill-style-whole = Repeat all
drill-announced-to-english = Switch to English halfway through; you get 30 seconds’ notice
drill-announced-to-korean = Switch to Korean halfway through; you get 30 seconds’ notice
drill-result-to-english = Answer in Korean, then repeat only the result in English
drill-result-to-korean = Answer in English, then repeat only the result in Korean
drill-whole-to-english = Answer in Korean, then repeat everything in English
drill-whole-to-korean = Answer in English, then repeat everything in Korean
drill-think-ladder = Think time · pressure ladder
drill-soon-english = Soon in English · { $time }
drill-soon-korean = Soon in Korean · { $time }
drill-again-result-english = Now just the result again, in English
drill-again-result-korean = Now just the result again, in Korean
drill-again-whole-english = Now the whole answer again, in English
drill-again-whole-korean = Now the whole answer again, in Korean
drill-interviewer = Interviewer
drill-interruption-english = Let me stop you there: what was the outcome?
drill-interruption-korean = 잠깐만요, 핵심만 짧게 말해 주세요.
drill-take-of = Answer { $number } of { $of }
drill-round-to-english = Answer in Korean; at the cue, continue in English
drill-round-to-korean = Answer in English; at the cue, continue in Korean
drill-round-rescue = Answer in Korean; at the cue, say one of your English rescue lines
drill-end = End the round
drill-skip = Skip
drill-kinds = Kind of round
drill-kind-answers = Mid-answer switch
drill-kind-answers-what = { $count } answers of { $secs } seconds, each to a new question. At the cue, continue in the other language.
drill-kind-rescue = Rescue lines
drill-kind-rescue-what = { $count } answers of { $secs } seconds. At the cue, say one of your English rescue lines within { $target } seconds.
drill-how = This round
drill-direction = Languages
drill-catch = Answers without a cue
drill-catch-what = Some answers have no cue, so you can’t anticipate it
drill-catch-percent = { $percent }%
drill-lines = Your rescue lines
drill-lines-what = Three to five English sentences that buy you time. They’re hidden during the round.
drill-line = Line { $number }
drill-line-hint-1 = That’s a good question. Let me think for a second.
drill-line-hint-2 = Let me put that more simply.
drill-line-hint-3 = Give me a moment to find the right example.
drill-line-hint-more = One more
drill-start = Start the round
drill-blocked-opening = Opening your library…
drill-blocked = Can’t start: there is no library or no question
drill-under-way = A round is in progress
drill-go-on = Continue
drill-result = Round results
drill-again = Another round
drill-secs = { $secs } s
drill-median = median from the cue to the first word
drill-range = { $count ->
    [1] 1 of { $cues } cues measured
   *[other] { $count } of { $cues } cues measured · fastest { $least } s, slowest { $most } s
}
drill-within = said within { $target } seconds
drill-within-of = { $count } of { $all }
drill-median-is = median { $secs } s
drill-none-known = Times aren’t known yet
drill-listening = Analyzing your answers…
drill-listening-do = The time from the cue to your first word will appear here in a moment.
drill-none-known-do = Open an answer and mark where the new language begins to see it here.
drill-no-cues = No cue came this time
drill-no-cues-do = That’s practice too. Lower “Answers without a cue” to get more cues.
drill-takes = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
drill-cue-at = cue at { $time }
drill-cue-none = no cue
drill-cue-not-yet = ended before the cue
drill-unknown = mark the switch yourself
drill-awaited = analyzing…
drill-quick = within { $target } s
drill-slow = over { $target } s
drill-ladder = Pressure ladder
drill-ladder-what = Each time you answer a question again, you get less time to think (30, 10, then 0 s), and at 2:00 you’re interrupted
drill-shape = STAR shape
drill-shape-what = Situation, task, action and result (%)

## Subjects and follow-ups

subject-experience = Experience
subject-introduction = Introduction and motivation
subject-os = Operating systems
subject-network = Networking
subject-storage = Storage
subject-database = Databases
subject-scenario = Scenarios
subject-reverse = Questions for the interviewer
follow-up-numbers = Numbers
follow-up-why = Why
follow-up-your-part = Your role
follow-up-alternative = Alternative
follow-up-conflict = Disagreement
follow-up-failure = What failed
follow-up-learned = What you learned
follow-up-next-time = Next time
follow-up-another-example = Another example
follow-up-depth = More depth
follow-up-step = Next step

## Today

today-screen = Today
today-keys-go = Go to today
fault-broken-role = A role file can’t be used.
fault-broken-role-do = Fix it in the roles folder of your library, then open Today again.
today-keys-start = Start the next item
today-keys-move = Choose another item
today-keys-put-off = Skip for today
today-keys-tell = Tell this story three times
today-until-unset = Today, one answer at a time
today-until-ahead = { $days ->
    [one] 1 day until the interview
   *[other] { $days } days until the interview
}
today-until-now = The interview is today
today-until-past = { $days ->
    [one] The interview was yesterday
   *[other] The interview was { $days } days ago
}
today-what-first = Choose a role, set the interview date if you know it, and answer your first question
today-what-unset = Three answers a day is plenty. Add the interview date to get a plan.
today-what-ahead = { $gaps ->
    [0] You’ve answered for every principle. { $goal } answers a day keep you in shape.
    [one] 1 principle gap left · { $goal } answers a day
   *[other] { $gaps } principle gaps left · { $goal } answers a day
}
today-what-ahead-full = { $gaps } principle gaps are too many for the days left: { $goal } a day, starting with what matters most for your role
today-what-now = One warm-up answer is enough. Leave the rest.
today-what-past = Well done. When the next one is scheduled, set its date.
today-role = Role
today-role-none = Choose a role
today-role-own = Edit the weights file…
today-date = Interview date
today-date-hint = 2026-12-01
today-date-fault = That date doesn’t exist. Write it like 2026-12-01.
today-date-earlier = A day earlier
today-date-later = A day later
today-date-clear = Clear the date
today-list = Today: { $done } of { $goal }
today-start-first = Answer your first question
today-start = Start
today-more = One more
today-done = Done
today-all-done = That’s all for today. The rest can wait until tomorrow.
today-nothing = Nothing is due today. Anything more is a bonus.
today-no-questions = There are no questions to suggest. Put a question pack into the packs folder of your library and restart Retake.
today-opening = Opening your library…
today-to-settings = Go to settings
today-not = Skip for today
today-why-restart = It took you { $secs } s to continue last time
today-why-rated = You rated it { $mean } last time
today-why-chain = You rated follow-up { $depth } low last time
today-why-never-korean = Never answered in Korean
today-why-never-english = Never answered in English
today-why-due = { $days ->
    [one] Due again, last answered yesterday
   *[other] Due again, last answered { $days } days ago
}
today-why-not-heard = { $days ->
    [one] Not answered since yesterday
   *[other] Not answered for { $days } days
}
today-chosen = From today’s list
today-back = Back to today
today-tell = One story, three times
today-tell-what = Tell the same story in 3:00, 2:00, then 1:30. Or keep it at 3:00 all three times.
today-tell-times = Time per answer
today-tell-times-less = 3 · 2 · 1½ min
today-tell-times-equal = 3 · 3 · 3 min
today-tell-none = Answer a question first, then tell it again here
today-tell-compared = See the last results again
today-tell-start = Tell it three times
today-tell-go-on = Continue
today-tell-waiting = Answer { $number } of { $of } is next
today-telling-of = { $number } of { $of } · { $time }
today-telling-place = answer { $number } of { $of }
today-telling-end = End here
today-result = The same story, compared
today-result-number = Answer { $number }
today-result-limit = up to { $time }
today-result-length = Length
today-result-length-what = from your first word to your last
today-result-rate = Syllables per second
today-result-rate-what = while speaking; only compared within one language
today-result-pauses = Pauses per minute
today-result-pauses-what = per minute of speech, 0.25 s or longer
today-result-run = Average run
today-result-run-what = seconds without a pause
today-result-voice = Speaking time
today-result-voice-what = of the time from your first word to your last
today-result-awaited = Still being analyzed
today-result-unknown = No voice was found in one of them, so they can’t be compared
today-result-one = One answer isn’t enough to show a change
today-result-same = The pace differs by less than 5%: too small to hear
today-result-faster = The last answer was { $percent }% faster than the first. That is one session; another day will show whether it lasts.
today-result-slower = The last answer was { $percent }% slower than the first. Slower isn’t worse; listen to both.

## Interview

interview-screen = Mock interview
interview-keys-start = Start or continue a session
interview-keys-pause = Pause the session
interview-keys-skip-break = End the break
interview-of = Interviewer { $number } of { $of }
interview-left = { $time } left
interview-time-up = Time is up after this answer
interview-minutes-left = { $minutes ->
    [one] { $minutes } minute left
   *[other] { $minutes } minutes left
}
interview-pauses = Pauses after this answer
interview-general = The prepared questions are used up; this one is general
interview-pause = Pause
interview-next = Next interviewer
interview-story-again = You already told “{ $story }” in this session
fault-broken-session = One session can’t be read.
fault-broken-session-do = Its answers and everything else are fine. Its file was left unchanged.
interview-recruiter = Recruiter call
interview-recruiter-what = 30 minutes: your career so far, why you want to leave, what you expect
interview-screen-call = Phone screen
interview-screen-call-what = One interviewer: a scenario in depth, or two or three principles
interview-first = First round
interview-first-what = Two 30-minute interviews: one technical, one behavioral
interview-loop = Loop day
interview-loop-what = Four or five interviewers who dig deep, with breaks between them
interview-own = Custom
interview-own-title = Custom session
interview-own-what = You choose the number of interviewers, the time and the breaks
interview-minutes = { $minutes } min
interview-hours = { $hours } h
interview-hours-minutes = { $hours } h { $minutes } min
interview-asks-experience = Experience
interview-start = Start
interview-start-new = Start a new one
interview-blocked = You need a library and questions to start a session. Check the settings and the question packs.
interview-which = Which session?
interview-how = Setup
interview-interviewers = Interviewers
interview-each = Time per interviewer
interview-break = Break between interviewers
interview-no-break = None
interview-topic = Technical topic
interview-languages = Language
interview-request = Once during the session, without warning, you’re asked to continue in English.
interview-role = Role
interview-role-what = Its principles come up more often
interview-role-none = None
interview-role-none-what = All principles come up equally often
interview-comes = What to expect
interview-number = Interviewer { $number }
interview-technical = { $topic }, with follow-ups
interview-either = A scenario step by step, or two or three principles
interview-maybe-scenario = Two or three principles; one interviewer brings a scenario
interview-principles = Two or three principles, with follow-ups
interview-breaks = { $time } break between interviewers
interview-total = Total
interview-past = Past sessions
interview-past-none = None yet. Your results will appear here.
interview-answers = { $count ->
    [0] no answer
    [one] { $count } answer
   *[other] { $count } answers
}
interview-unfinished = not finished
interview-unrated = not rated yet
interview-mean = rated { $score }
interview-waits = Not finished
interview-paused = Paused
interview-paused-what = The clock is paused. Everything you’ve said is saved.
interview-left-of = left with interviewer { $number }
interview-left-break = left of the break
interview-resume = Continue
interview-leave = Finish later
interview-end = End here
interview-break-title = Break
interview-break-what = Interviewer { $number } is next
interview-break-skip = Skip the break
interview-break-over = The break is over
interview-break-over-what = Interviewer { $number } is waiting; start when you’re ready
interview-break-go = Go in
interview-no-answers = This session has no answers left.
interview-next-steps = What to do next
interview-why-unrated = Not rated yet
interview-why-slow = Your first word took { $time }
interview-why-shallow = { $count ->
    [0] No follow-up was asked
    [one] Only { $count } follow-up was asked
   *[other] Only { $count } follow-ups were asked
}
interview-do-rate = Listen and rate
interview-do-again = Answer again
interview-do-deeper = Answer follow-ups
interview-twice = Told twice
interview-twice-story = “{ $story }” for { $count } questions
interview-twice-what = Interviewers compare notes. Another story shows another side of you.
interview-tired = Beginning, middle and end
interview-figure-start = First word
interview-figure-longest = Longest pause
interview-figure-pauses = Pauses per minute
interview-few = too few answers to compare ({ $have } of { $need })
interview-same = no noticeable difference between the first five answers and the last five
interview-sooner = sooner in the last five answers than in the first five
interview-later = later in the last five answers than in the first five
interview-fewer = fewer in the last five answers than in the first five
interview-more = more in the last five answers than in the first five
interview-third-first = First third
interview-third-middle = Middle third
interview-third-last = Last third
interview-depth = follow-up { $depth }
interview-all = Answers ({ $count })
interview-gone = in the trash
interview-unanswered = not answered
interview-started = first word after { $time }
interview-reached = { $count ->
    [0] no follow-up
    [one] { $count } follow-up
   *[other] { $count } follow-ups
}
interview-general-short = general question

## Stories

stories-screen = Stories
stories-keys-go = Go to your stories
stories-trashed = Story moved to the trash
stories-new = New story
stories-untitled = Untitled story
stories-capture = Tell one in 60 s
stories-keys-capture = Tell a story in 60 seconds
stories-keys-tab = Switch between list and coverage
stories-keys-move = Select a story
stories-keys-language = Show the text in the other language
stories-keys-told = Choose the story told in this answer
stories-keys-play = Play the recorded story
stories-tab = Stories
stories-tab-coverage = Coverage
stories-side = View
stories-opening = Loading your stories
stories-empty = Collect your stories before the interview asks for them
stories-empty-how = Write down what you’ve done since your first year: the situation, your task, what you did and how it turned out.
stories-empty-then = Or say it now as it comes to mind, and write it down later.
stories-choose = Choose a story on the left, or start a new one
stories-never-told = never told
stories-takes = { $count ->
    [one] told once
   *[other] told { $count } times
}
stories-today = today
stories-days-ago = { $days ->
    [one] yesterday
   *[other] { $days } days ago
}
stories-overloaded = used a lot
stories-overloaded-why = used a lot: four principles or half of all answers rely on it
stories-broken = { $name } can’t be read
stories-read-only = This story is from a newer version, or the library can’t be written to. You can only read it here.
stories-back = Back to the list
stories-delete = Move the story to the trash
stories-open-file = Open the file
stories-saving = Saving…
stories-captured-play = Play the original recording
stories-captured-pause = Pause the original recording
stories-captured-gone = The original recording isn’t in the library
stories-title = Title
stories-title-hint = A name for this story
stories-principles = Principles
stories-principles-choose = Choose principles
stories-language = Language of the text
stories-situation-hint = When, where, what was at stake
stories-task-hint = What you had to achieve
stories-action-hint = What you decided and did: I, not we
stories-result-hint = How it turned out, in numbers
stories-numbers = Numbers
stories-numbers-hint = One per line, such as p99 800 ms → 120 ms
stories-tags = Tags
stories-tags-hint = Separated by commas
stories-notes = Story notes
stories-notes-hint = Anything else
stories-age-today = today
stories-age-days = { $count } d
stories-age-weeks = { $count } w
stories-age-months = { $count } mo
stories-coverage-none = Start a story to see which principles you’ve used it for.
stories-coverage-all = Every principle has a story. Click a square to practice it.
stories-coverage-some = { $count ->
    [one] One principle has no story yet. Click a square to practice it.
   *[other] { $count } principles have no story yet. Click a square to practice it.
}
stories-coverage-role = { $count ->
    [one] One principle has no story yet, and your role is often asked about it. Click a square to practice it.
   *[other] { $count } principles have no story yet; your role is often asked about { $heavy } of them. Click a square to practice it.
}
stories-any = All answers
stories-never = never
stories-scores = scored { $latest }, best { $best }
stories-deep = { $count ->
    [one] 1 follow-up
   *[other] { $count } follow-ups
}
stories-practise = Click to practice
stories-legend-korean = Korean, how often and how long ago
stories-legend-english = English
stories-legend-stale = more than two weeks ago
stories-legend-empty = never
stories-told = Story told
stories-told-none = Which story?
stories-told-nothing = No story
stories-gone = missing story: { $name }
stories-new-here = New story from this answer
stories-for = For: { $title }
stories-for-forget = Answer without choosing a story
stories-capture-back = Back to stories
stories-twins = Latest answers in both languages
stories-fault-broken = A story can’t be read.
stories-fault-broken-do = All other stories are fine. Fix its file, or move it out of the folder.
stories-fault-conflict = A story was changed here and in another program at the same time.
stories-fault-conflict-do = Your version is kept. The other one is now a separate story; copy what you need from it.

## Follow-up chains

chain-keys-next = Ask the next follow-up
chain-keys-depth = Ask a deeper follow-up
chain-keys-interrupt = Interrupt my answer with a follow-up
chain-keys-topic = Choose a computer science topic
chain-keys-choose = Choose a topic by its number
chain-next = Next follow-up
chain-next-step = Next step
chain-none-left = No follow-ups left
chain-nothing-left = There are no follow-ups left to ask here
chain-more = Other follow-ups
chain-more-depth = Go deeper
chain-interrupt = Interrupt me
chain-back = Back to the answer
chain-card = Follow-ups
chain-depth = Follow-up { $depth }
chain-step = Step { $depth }
chain-asks = Interviewer · { $what }
chain-first = Question
chain-deep = { $depth ->
    [one] 1 follow-up
   *[other] { $depth } follow-ups
}
chain-hangs = Follow-up to: { $question }
chain-score = score
chain-start = first word
chain-pause = longest pause
chain-row = { $what }: { $question }, score { $score }, first word { $start }, longest pause { $pause }
chain-only = No follow-ups answered yet
chain-only-do = Ask one to see here whether you start later and pause longer as the questions go deeper.
chain-points-card = Points
chain-points = What a good answer includes
chain-points-said = { $said } of { $all } mentioned
chain-topic-menu = Computer science: choose a topic
chain-topic-ask = Which topic would you like to talk about?
chain-topic-none = Not answered yet
chain-topic-choose = Choose a topic first
chain-broke-in = The interviewer interrupts at { $time }

## The interviewer’s voice

reading-setting = Read questions aloud
reading-setting-what = With a voice on your computer, never while the microphone is on
reading-off = Off
reading-aloud = Aloud
reading-listen-only = Listen only
reading-looking = Looking for a voice…
reading-found = Using voices from { $program }
reading-now = Listen to the question…
reading-first = Listen to the question first
reading-over = Answer what you heard
reading-hidden = Answer what you heard
reading-stop = Stop listening
reading-hear = Listen
reading-again = Listen again
reading-twice = Heard twice
reading-show = Show text
reading-keys-repeat = Listen to the question again
reading-keys-show = Show the question as text
reading-no-program = No text-to-speech program was found.
reading-no-program-do = Install speech-dispatcher or espeak-ng, then choose this again.
reading-no-program-do-system = Turn on the system’s text-to-speech, then choose this again.
reading-no-korean = There is no Korean voice.
reading-no-english = There is no English voice.
reading-no-voice-do = Add one in the system’s settings. Until then those questions are shown as text.
reading-hangs = The text-to-speech program didn’t respond and was turned off.
reading-failed = The question couldn’t be read aloud.
reading-fault-do = It’s shown as text instead. If this keeps happening, turn off reading in settings.

## Sentences said again

mend-say-again = Say this sentence again
mend-head-english = Say this sentence again, in English
mend-head-korean = Say this sentence again, in Korean
mend-where = { $from } – { $to } of your answer
mend-back = Back to the answer
mend-choose = Which one is heard in your answer
mend-first = As you first said it
mend-take = Again { $number }
mend-hear = Play: { $what }
mend-stop = Pause: { $what }
mend-delete = Delete: { $what }
mend-lost = The recording you chose is in the trash. Until it’s back, you hear what you first said.
mend-no-sentence = There’s no sentence here. Move to one and try again.
mend-nothing = No sentence has been said again yet.
mend-list = Sentences said again
mend-assembled = Assembled
mend-hear-assembled = Play with the sentences said again
mend-hear-recorded = Play as recorded
mend-save = Save the assembled answer…
mend-saved = Assembled answer saved to { $folder }
mend-heard-first = { $from } – { $to } · as you first said it
mend-heard-take = { $from } – { $to } · again, { $number } of { $of }
mend-heard-lost = { $from } – { $to } · in the trash, so as you first said it
mend-file-comment = Assembled with Retake: sentences that were said again replace the original ones.
mend-keys-assembled = Hear sentences said again, or the recording
mend-keys-first = Play the sentence as first said
mend-keys-choose = Choose the recording that is heard
mend-keys-hear = Play the chosen recording
mend-keys-delete = Delete the chosen recording

## Export

export-all = Export all answers
export-keys-shown = Export what is shown
export-ask-all = { $count ->
    [one] Export the only answer?
   *[other] Export all { $count } answers?
}
export-ask-shown = { $count ->
    [one] Export the answer shown here?
   *[other] Export the { $count } answers shown here?
}
export-yes = Export
export-running = Exporting: { $done } of { $total }
export-cancel = Cancel
export-done = Exported as Markdown and CSV to { $folder }
export-open = Open folder
export-count = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
export-story = Story: { $title }
export-scores = Score { $mean } ({ $lines })
export-figures = First word after { $start } s · longest pause { $longest } s · { $pauses } pauses per minute
export-switch = From the cue to the other language: { $secs } s
export-sound = Sound

# When the window cannot be opened.
no-window-opengl = Retake cannot open its window: this computer offers no OpenGL to draw with.
no-window-opengl-linux = Install it and start Retake again. Debian, Ubuntu: sudo apt install libegl1 libgl1 libgl1-mesa-dri. Fedora: sudo dnf install mesa-dri-drivers mesa-libEGL. Arch: sudo pacman -S mesa.
no-window-opengl-windows = Install the current driver of your graphics card from its maker, or the “OpenCL and OpenGL Compatibility Pack” from the Microsoft Store, and start Retake again.
no-window-opengl-mac = Install the newest updates of macOS and start Retake again.
no-window-display = Retake cannot open its window: there is no screen to draw on. Start it on a desktop; over ssh, neither DISPLAY nor WAYLAND_DISPLAY names one.

## Marks, on the review

marks-card = Marks
marks-none = No marks yet. Press { $key } while you listen to mark a moment.
marks-none-yet = No marks yet.
marks-kind = Kind of the mark at { $time }
marks-kind-free = Mark
marks-kind-say-again = Say again
marks-kind-stuck = Stuck
marks-kind-good = Good
marks-text = Note on the mark at { $time }
marks-text-hint = Note
marks-hear = { $kind } at { $time }: play
marks-hear-what = Play from 1 s before
marks-delete = Delete the mark at { $time }
marks-named = { $kind } at { $time }
marks-named-text = { $kind } at { $time }: { $text }
marks-beyond = { $kind }, past the end of the recording
marks-beyond-note = past the end
marks-cue = Cue: { $language }
marks-interruption = Interruption
marks-first-word = First word
marks-deleted = Mark deleted
marks-keys-here = Mark this moment
marks-keys-next = Next mark
marks-keys-previous = Previous mark
marks-keys-kind = Change the kind of the mark
marks-keys-delete = Delete the selected mark

# Trimming.
trim-keys-from = Start the answer here
trim-keys-to = End the answer here
trim-too-short = Less than half a second would be left, so nothing was cut off.
trim-loop = Keep only this part
trim-whole = Whole recording
trim-shown = Kept: { $from } – { $to }
trim-outside = Not played: { $from } – { $to }
## How an answer is heard

playback-keys-phrase = Previous or next phrase
playback-keys-loop = Loop the phrase, or end the loop
playback-keys-cue = Loop around the cue
playback-keys-loop-start = Move the start of the loop
playback-keys-loop-end = Move the end of the loop
playback-keys-skip = Skip pauses, or hear them again
playback-slower = Slower
playback-faster = Faster
playback-usual = Usual speed
playback-speed = Speed
playback-speed-value = { $speed }×
playback-loop = Loop
playback-loop-value = Loop from { $from } to { $to }
playback-skip = Skip pauses
marks-export = Export sound
marks-export-what = Save this answer as a WAV file with its marks
marks-export-done = Saved with its marks in { $folder }

## Two answers compared

compare-screen = Compare
compare-close = Back to the answer
compare-align = Line up at
compare-align-at = Lined up at: { $place }
compare-align-start = Start
compare-align-cue = Switch cue
compare-with = Compare with
compare-newer = Newer
compare-earlier = Earlier
compare-title = { $side }: { $what }
compare-hear = Listen to this one
compare-in-ear = You hear this one
compare-hearing = Hearing: { $side }
compare-matched = Both are played equally loud
compare-unreadable = This recording can't be read
compare-table = What is different
compare-difference = Difference
compare-same = same
compare-score = Your score
compare-length = Length
compare-latency = Time to switch
compare-restart = False start after the pause
compare-later = { $by } s later
compare-sooner = { $by } s sooner
compare-longer = { $by } s longer
compare-shorter = { $by } s shorter
compare-points-more = { $by } points more
compare-points-less = { $by } points less
compare-faster = { $by } faster
compare-slower = { $by } slower
compare-more = { $by } more
compare-fewer = { $by } fewer
compare-higher = { $by } higher
compare-lower = { $by } lower
compare-notes = Notes: { $side }
compare-offer-sooner = { $language } { $secs } s sooner than last time
compare-offer-later = { $language } { $secs } s later than last time
compare-offer-speech-more = More speech, less silence than last time
compare-offer-speech-less = More silence than last time
compare-offer-pauses-more = More pauses than last time
compare-offer-pauses-fewer = Fewer pauses than last time
compare-offer-pause-longer = Longest pause { $secs } s longer than last time
compare-offer-pause-shorter = Longest pause { $secs } s shorter than last time
compare-offer-faster = Faster than last time
compare-offer-slower = Slower than last time
compare-offer-longer = { $secs } s longer than last time
compare-offer-shorter = { $secs } s shorter than last time
compare-offer-same = About as last time
compare-keys-open = Compare with the last answer
compare-keys-ear = Compare: switch between the two
compare-keys-align = Compare: line up at another place
compare-keys-other = Compare: choose another answer
