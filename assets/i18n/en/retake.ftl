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
principle-earths-best-employer = Strive to be Earth's Best Employer
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
fault-no-microphone-do = Plug one in or switch it on, then try again.
fault-no-speaker = No speaker was found.
fault-no-speaker-do = Plug in a speaker or headphones, then play again.
fault-permission = The system does not let Retake use the microphone.
fault-permission-do = Allow the microphone in the system's privacy settings, then try again.
fault-busy = Another program is using the device.
fault-busy-do = Close calls or recorders that use it, or choose another device in settings.
fault-lost = The microphone was disconnected.
fault-lost-do = Plug it in again, or choose another one in settings.
fault-server = The system's sound service does not answer.
fault-server-do = Wait a moment and try again; restart the sound service if it stays away.
fault-no-samples = No sound has arrived for a second.
fault-no-samples-do = Check the cable or the wireless connection. The recording is still open.
fault-only-zeros = The microphone sends only silence.
fault-only-zeros-do = Check its mute switch and the system's privacy settings.
fault-suspended = The computer went to sleep during the take.
fault-suspended-do = What you said before is kept; go on when you are ready.
fault-disk-slow = The disk takes no sound at the moment.
fault-disk-slow-do = Nothing is lost yet; close what keeps the disk busy.
fault-folder-gone = The folder of this take was removed while you spoke.
fault-folder-gone-do = What you said was put back into its place.
fault-too-long = The take reached three hours and was finished.
fault-too-long-do = All of it is kept; record again to go on.
fault-disk-full = The disk is full.
fault-disk-full-do = Free some space; what was recorded so far is kept.
fault-library-in-use = This library is open in another Retake.
fault-library-in-use-do = Close the other window, or choose another folder in settings.
fault-library-missing = The library folder cannot be opened.
fault-library-missing-do = Connect its drive again, or choose another folder in settings.
fault-library-read-only = The library folder cannot be written.
fault-library-read-only-do = Allow writing there, or choose another folder in settings.
fault-library-newer = This was written by a newer Retake.
fault-library-newer-do = You can read and play it; to change it, update this Retake.
fault-broken-attempt = One attempt cannot be read.
fault-broken-attempt-do = All others are here; its file was left as it is.
fault-broken-pack = Some questions of a pack cannot be used.
fault-broken-pack-do = The others are used; mend the file and start again.
fault-broken-settings = The settings file cannot be read.
fault-broken-settings-do = The usual settings are in force; your file was kept.
fault-no-dialog = This system has no file dialog.
fault-no-dialog-do = Type or paste the path of the folder in settings instead.
fault-save-failed = A change could not be saved.
fault-save-failed-do = The former version is still there; check space and permissions.
fault-move-failed = The attempt could not be moved.
fault-move-failed-do = It is where it was; check the folder's permissions.
fault-write-failed = The recording could not be written.
fault-write-failed-do = What was written so far is kept; check space and permissions.
fault-unreadable = This recording cannot be played.
fault-unreadable-do = Its file was left as it is.
fault-sound-other = The sound system reported a fault.
fault-sound-other-do = Try again, or choose another device in settings.
fault-dropped = { $secs } s of sound were lost.
fault-dropped-do = The place is marked and silent; the computer was too busy. Close other programs.
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
cli-analysis-voice = Voice: { $voice } s of { $answer } s ({ $percent } %), the first after { $first } s
cli-analysis-runs = Runs: { $runs }, { $mean } s on average
cli-analysis-pauses = Pauses: { $pauses }, { $rate } in a minute of voice; half up to { $median } s, nine in ten up to { $long } s, the longest { $longest } s
cli-analysis-syllables = Syllables, roughly: { $nuclei }; { $speech } a second, { $articulation } without pauses
cli-analysis-switch = Switch: { $latency } s after the cue; { $disengage } s to stop, { $gap } s of silence, { $restart } s to get going
cli-analysis-unclear = Switch: could not tell; please mark it by ear

## Shell: rail, banner, toast

shell-all-keys = All keys
shell-recording = recording
shell-undo = Undo
shell-trashed = Moved to the trash
shell-repaired = { $count ->
    [one] One answer was cut short and made whole again
   *[other] { $count } answers were cut short and made whole again
}
shell-dismiss = Dismiss
shell-details = Details
shell-more-faults = { $count ->
    [one] One more fault came before this one
   *[other] { $count } more faults came before this one
}
shell-choose-microphone = Choose microphone…
shell-microphone = Microphone…

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
    [one] 1 follow-up comes after it
   *[other] { $count } follow-ups come after it
}
practice-view-in-english = View in English
practice-view-in-korean = View in Korean
practice-reading = Reading the questions…
practice-no-questions = There are no questions to ask
practice-no-questions-do = No question pack could be read. Put one into the packs folder of your library and start again.
practice-not-drawn = Draw a question to begin
practice-not-drawn-do = Next question draws one at random, and none twice until all were asked.
practice-plan = Languages
practice-plan-korean = You answer in Korean from start to end
practice-plan-english = You answer in English from start to end
practice-plan-to-english = At any moment, without warning, you may be told to go on in English
practice-plan-to-korean = At any moment, without warning, you may be told to go on in Korean
practice-think = Think time
practice-think-none = None
practice-secs = { $secs } s
practice-next = Next question
practice-star-show = Show STAR line
practice-star-hide = Hide STAR line
practice-cancel = Back
practice-answer = Answer
practice-start-now = Start now
practice-waiting = Waiting for the microphone…
practice-stop = Stop
practice-saving = Saving…
practice-saving-closing = Saving, then closing…
practice-blocked-opening = Opening your library…
practice-blocked-failed = Cannot record: the library is not open
practice-blocked-question = Draw a question first
practice-blocked-questions = Cannot record: there is no question
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
practice-sound = Sound of the answer
practice-progress = Progress of the answer
practice-situation = Situation
practice-task = Task
practice-action = Action
practice-result = Result
practice-target = Target { $time }
practice-flag = Flag
practice-switch-now = Switch now

## Interrupted take

interrupted-lost = The microphone is gone.
interrupted-other-do = Plug it in again, or go on with { $device }.
interrupted-go-on-do = When you are ready, go on with { $device }.
interrupted-none-do = Plug in a microphone to go on.
interrupted-failed-do = Try again, or choose another microphone.
interrupted-other = Other microphone…
interrupted-back = Back to the take
interrupted-listen = Listen so far
interrupted-go-on = Go on with { $device }
interrupted-retry = Try { $device } again
interrupted-opening = Opening { $device }…
interrupted-none = Plug in a microphone to go on
interrupted-start-over = Start over
interrupted-start-over-keeps = What you said so far stays on the timeline
interrupted-keys-listen = Microphone lost: listen so far
interrupted-keys-start-over = Microphone lost: start over

## Cue

cue-now-in-english = Now in English, please
cue-now-in-korean = 이제 한국어로 말해 보세요

## Review

review-back = Back to timeline
review-star = Star
review-unstar = Remove star
review-delete = Move to trash
review-nth = take { $count }
review-repaired = The recording broke off; everything that reached the disk is here
review-gaps = { $count ->
    [one] Sound is missing in one place, shown striped
   *[other] Sound is missing in { $count } places, shown striped
}
review-read-only = From a newer Retake: you can listen, not change it
review-cue = Cue
review-flag = Flag at { $time }
review-position = Place in the recording
review-position-value = { $at } of { $total }
review-loading = Loading the sound
review-empty = This attempt has no sound.
review-empty-do = Question and notes are here. Retake it whenever you like.
review-fault-still = You can still rate it and write notes.
review-play = Play
review-pause = Pause
review-back-secs = Back { $secs } s
review-forward-secs = Forward { $secs } s
review-volume = Volume
review-volume-value = { $percent } %
review-notes = Notes
review-notes-hint = What you noticed, what you will do next time
review-retake = Retake
review-next = Next question
review-rating = My rating
review-rated = { $rated } of { $total }
review-unrated = Not rated yet
review-mean = Mean { $mean }
review-line-of = { $line } / { $total }
review-line-previous = Previous line
review-line-next = Next line
review-key-rate = Rate
review-key-move = Move
review-saved = Saved
review-saving = Saving…
review-none = There is no answer to look back on yet
review-none-go = Go to practice

## Trust

trust-good = Good sound
trust-usable = Usable
trust-unusable = Not reliable
trust-details = How far this recording can be trusted
trust-good-why = Nothing was found that disturbs the sound.
trust-device = Microphone
trust-rate = Sample rate
trust-room = Room noise
trust-voice = Voice
trust-peak = Loudest
trust-missing = Missing sound
trust-unknown = Not known
trust-none = None
trust-silent = There is nothing to hear
trust-silent-do = Check the mute switch and the chosen microphone, then answer again.
trust-little = There is hardly any voice
trust-little-do = After a short answer that is fine. If not, move the microphone closer.
trust-quiet = The voice is quiet
trust-quiet-do = Move the microphone closer or raise the input volume.
trust-clipped = The sound was too loud and is distorted
trust-clipped-do = Lower the input volume or move away from the microphone.
trust-noisy = The room is loud for the voice
trust-noisy-do = Find a quieter place or move the microphone closer.
trust-narrow = It sounds like a telephone
trust-narrow-do = Bluetooth headsets do this during calls. A wired or built-in microphone is clearer.
trust-gaps = { $secs } s of sound are missing
trust-gaps-do = Silence stands in their place, shown striped in the waveform.
trust-repaired = The recording broke off
trust-repaired-do = All sound that was saved before is here.
trust-gap-dropped = The computer was too busy: { $secs } s are missing
trust-gap-missing = { $secs } s never came from the sound device
trust-gap-lost = The microphone was gone: { $secs } s are missing
trust-gap-interrupted = The microphone was gone: { $secs } s are missing, and the take went on { $away } later
trust-secs = { $secs } s
trust-minutes = { $minutes } min { $secs } s

## Timeline

timeline-title = Timeline
timeline-principle = Principle
timeline-all-principles = All principles
timeline-language = Language
timeline-all-languages = All languages
timeline-search = Search answers
timeline-search-hint = Question or note
timeline-search-clear = Clear search
timeline-answers = { $count ->
    [one] One answer
   *[other] All { $shown } answers
}
timeline-answers-of = { $count } of { $all } answers
timeline-height = Height is your own score
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
timeline-week-none = This week is still open
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
timeline-repaired = cut short, recovered
timeline-play = Play
timeline-pause = Pause
timeline-open = Open
timeline-delete = Move to trash
timeline-unreadable = { $count ->
    [one] One file cannot be read
   *[other] { $count } files cannot be read
}
timeline-unreadable-more = and { $count } more
timeline-empty = One answer makes the first mark
timeline-empty-how = Draw a question and answer aloud; its score and sound will gather here.
timeline-empty-then = After three answers you begin to see a line.
timeline-draw = Draw a question
timeline-opening = Reading your answers…
timeline-open-settings = Open settings
timeline-no-match = No answer matches
timeline-no-match-hint = Try fewer words, or let all principles and languages in.
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
settings-sound = Sound
settings-devices-refresh = Look again
settings-devices-looking = Looking for devices…
settings-device-default = System default
settings-device-default-is = System default ({ $device })
settings-device-gone = Not connected
settings-microphone = Microphone
settings-microphone-gone = The chosen microphone is not connected; until then { $device } is used
settings-no-microphone = No microphone was found. Plug one in, then look again.
settings-speaker = Speaker
settings-speaker-gone = The chosen speaker is not connected; until then { $device } is used
settings-no-speaker = No speaker was found. Plug one in, then look again.
settings-practice = Practice
settings-target = Target length of an answer
settings-think = Time to think before recording
settings-think-none = None
settings-think-secs = { $secs } s
settings-cue-sound = Sound at the cue
settings-cue-sound-headphones = Turn it on only with headphones: the microphone would hear a speaker
settings-star = STAR line while recording
settings-star-what = Shows when to reach situation, task, action and result
settings-library = Library
settings-library-what = Recordings, ratings and notes are plain files in this folder
settings-library-folder = Library folder
settings-library-hint = Type or paste the path of a folder
settings-library-use = Use this folder
settings-library-choose = Choose a folder…
settings-library-reveal = Show in file manager
settings-privacy = Privacy
settings-privacy-all-here = Everything stays on this computer. Retake makes no network connection; no recording and no score is sent anywhere.
settings-about = About
settings-version = Retake { $version }
settings-licence = Licence: MIT OR Apache-2.0
settings-fonts = Type: Pretendard (OFL 1.1) · Icons: Phosphor (MIT)
settings-not-affiliated = Retake is not affiliated with Amazon; the names of the principles only say what is practised

## Sound check

check-title = Sound check
check-back = Back
check-open = Check
check-what-it-is = Speak for three seconds and hear how microphone and speaker do
check-speak = Speak for three seconds
check-speak-how = Say a sentence or two as you would in an interview, and hear it back at once. What you say is not kept in any file.
check-opening = Opening the microphone…
check-listening = Listening: speak as you always do
check-sound = Sound of the check
check-level = Level
check-again = Speak again
check-replay = Hear it again
check-replaying = Playing it back…
check-tone = Play a tone
check-tone-how = A soft tone of a second and a half. If you do not hear it, turn up the volume or choose another speaker.
check-good = Good
check-good-what = You can record like this.
check-usable = Usable
check-usable-what = With this mended you will be heard better.
check-unusable = Not usable like this
check-unusable-what = Mend this, then speak again.
check-no-samples = The microphone sends no sound.
check-no-samples-do = Check the cable or the wireless connection, then speak again.
check-monitor = This is what a speaker plays, not a microphone.
check-monitor-do = Choose a real microphone from the list.
check-nothing = No voice was heard.
check-nothing-do = Press again and speak up; if nothing changes, choose another microphone.
check-clipping = Your voice is too loud and breaks up.
check-clipping-do = Lower the input volume in the system's sound settings, or move back a little.
check-noisy = The room is noisy.
check-noisy-do = Close the window, switch off fans, or bring the microphone closer to your mouth.
check-hum = The mains hum at { $hz } Hz.
check-hum-do = Unplug the laptop's charger to see if it helps, or move the cable away from power cords and into another socket.
check-call-mode = Nothing above { $khz } kHz comes through, as in a phone call.
check-call-mode-do = A Bluetooth headset is probably in call mode. Use the computer's or a USB microphone, and the headset only to listen.
check-too-quiet = Your voice is quiet.
check-too-quiet-do = Come within a hand's breadth of the microphone, or raise the input volume in the system's sound settings.
check-dropped = { $secs } s of sound were lost.
check-dropped-do = Close other programs, and plug the microphone into the computer instead of a hub.
check-not-chosen = The chosen microphone is not there, so { $device } listened.
check-not-chosen-do = Connect the chosen one, or choose the one to use from the list.
check-slow = The first sound comes after { $secs } s.
check-slow-do = Speak once the recording time runs. Wireless microphones need a moment to wake up.
check-facts = Figures
check-fact-voice = Voice
check-fact-room = Room noise
check-fact-clipping = Clipped
check-fact-rate = Sample rate
check-fact-first = First sound after
check-fact-lost = Lost sound
check-dbfs = { $db } dBFS
check-khz = { $khz } kHz
check-secs = { $secs } s
check-samples = { $count } samples
check-none = None
check-unknown = Not known
check-next = Next, see that your call app uses this same microphone.
check-badge-checking = Checking the microphone…
check-badge-denied = Microphone not allowed
check-badge-muted = Microphone seems muted
check-badge-call-mode = Microphone is in call mode
check-badge-other = Another microphone is used
check-badge-noisy = The room is noisy
check-badge-dropped = Sound is being lost
check-badge-trouble = Check the microphone

## Keys

keys-title = Keys
keys-close = Close
keys-everywhere = Everywhere
keys-practice = Practice
keys-review = Review
keys-timeline = Timeline
keys-go-practice = Go to practice
keys-go-settings = Go to settings
keys-search = Search answers
keys-undo = Undo the last deletion
keys-keys = Show or hide this list
keys-escape = Close what lies on top
keys-quit = Quit
keys-next = Draw the next question
keys-record = Start, stop, go on recording
keys-plan = Change the languages
keys-other-language = Show the other language
keys-cue = Switch language now
keys-flag = Mark this moment
keys-star-line = Show or hide the STAR line
keys-play = Play or pause
keys-seek = { $secs } seconds back or on
keys-rate = Score the current line
keys-line = Previous or next line
keys-retake = Answer the same question again
keys-star = Star, to find it again
keys-select = Previous or next answer
keys-open = Open the answer
keys-play-row = Play it in the list
keys-delete = Move to the trash

## What a recording says

speech-keys-card = Next card below the sound
speech-keys-pause = Hear the next long pause
speech-keys-pick = Set where the new language begins
speech-keys-shift = Move that mark a little
speech-keys-confirm = Confirm that mark
speech-keys-forget = Back to the automatic mark
speech-working = Listening to your takes: { $done } of { $total }
speech-listening = Listening for the switch…
speech-after-cue = { $language } after { $secs } s
speech-cannot-tell = Retake cannot tell here: set where the { $language } begins
speech-automatic = automatic
speech-confirmed = confirmed by you
speech-move = Move
speech-set = Set
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
speech-cards = Below the sound
speech-card-pauses = Pauses
speech-card-measures = Figures
speech-card-next = Next card
speech-next-pause = Next
speech-next-pause-what = Hear the next long pause
speech-pause-none = No pause of a second or more
speech-pause-hear = Hear the { $secs } s pause at { $time }
speech-pause-cause = Pause at { $time }: { $cause }
speech-pause-switch = switch
speech-cause-word = word
speech-cause-grammar = grammar
speech-cause-content = content
speech-cause-nerves = nerves
speech-cause-breath = breath
speech-unknown-yet = The figures appear once Retake has listened to this take
speech-unknown = There is no sound to listen to
speech-no-voice = No voice was heard in this take
speech-none = –
speech-percent = { $percent } %
speech-per-min = { $count } / min
speech-per-sec = { $count } / s
speech-phonation = Time with voice
speech-phonation-what = How much of the answer your voice sounds, from the first word to the last
speech-run = Mean stretch
speech-run-what = How long you speak on average before a pause of a quarter second or more
speech-pauses-per-min = Pauses
speech-pauses-per-min-what = Pauses of a quarter second or more in a minute of voice
speech-median = Usual pause
speech-median-what = Half of the pauses are no longer (median)
speech-p90 = Long pauses from
speech-p90-what = Nine in ten pauses are no longer (90th percentile)
speech-longest = Longest pause
speech-longest-what = The longest silence between two words
speech-first-voice = First voice after
speech-first-voice-what = From the start of the recording to your first sound
speech-rate = Syllables
speech-rate-what = Syllables in a second of voice (articulation rate), counted by ear of a program: a trend within one language only
speech-around = Around the switch
speech-before = before
speech-after = after
speech-recovery = Recovered after
speech-recovery-what = From the start of the new language until your voice sounds at least 80 % as much as before
speech-recovery-none = not in this take
speech-around-none = Too little speech before the cue or after the switch to compare
speech-star = STAR
speech-star-line = { $part }: { $time } of the time, { $voice } of the voice, aim { $aim }
speech-star-values = { $secs } s · { $time } · voice { $voice } · aim { $aim }
speech-star-before-action = { $secs } s before Action
speech-limits = What this cannot know
speech-limit-language = Retake cannot hear which language is spoken. It goes by the cue, by pauses and by your mark.
speech-limit-content = It does not know what you say, nor where a clause ends.
speech-limit-um = “Um” and its like, in either language, count as voice.
speech-limit-rates = Rates of Korean and English are not comparable. Compare each language with itself.

## Progress

screen-progress = Progress
progress-review-back = Back to progress
progress-title = Progress
progress-secs = { $secs } s
progress-percent = { $share } %
progress-times = { $count }
progress-direction = Direction of the switch
progress-way = How the switch came
progress-way-sudden = Sudden switches
progress-way-foreseen = Foreseen switches
progress-way-rescue = Rescue lines
progress-usual-english = You usually go on in English after { $secs }
progress-usual-korean = You usually go on in Korean after { $secs }
progress-usual-rescue = Your rescue line usually comes after { $secs }
progress-few = { $left ->
    [one] One more switch, and your usual time shows
   *[other] { $left } more switches, and your usual time shows
}
progress-no-switch = No switch this way yet
progress-no-switch-how = Choose { $plan } on the practice screen, and answer until the cue comes.
progress-change-later = A change can be told from { $need } switches on; there are { $have }.
progress-no-change = Since your first five: no change you could hear.
progress-sooner = Sooner than at first: { $first } became { $latest }. That is more than your days differ ({ $spread }).
progress-later = Later than at first: { $first } became { $latest }. That is more than your days differ ({ $spread }).
progress-no-change-short = No change you could hear
progress-change-later-short = A change shows from { $need } answers on ({ $have } now)
progress-up-from = Up from { $first }
progress-down-from = Down from { $first }
progress-unclear = { $count ->
    [one] One switch cannot be told from the sound. Mark its first word in the review.
   *[other] { $count } switches cannot be told from the sound. Mark their first words in the review.
}
progress-latency = From the cue to speech
progress-phonation = Time in which you speak
progress-pauses = Pauses per minute of speech
progress-run = Speech between two pauses
progress-plot = From the cue to speech, { $count ->
    [one] one switch
   *[other] { $count } switches
}
progress-plot-none = Switches will stand here, each as a dot
progress-take = { $moment }, { $secs }, { $by }
progress-by-you = marked by you
progress-by-sound = found in the sound
progress-week-of = Week of { $day }: median { $secs }, { $count ->
    [one] one switch
   *[other] { $count } switches
}
progress-legend-you = Marked by you
progress-legend-sound = Found in the sound
progress-legend-week = Weekly median, middle half
progress-this-week = This week
progress-own = Your own baseline
progress-start-korean = To begin in Korean
progress-start-english = To begin in English
progress-cost-korean = What a switch to Korean adds
progress-cost-english = What a switch to English adds
progress-range = { $least } to { $most } in the latest { $count } answers
progress-from-five = From five answers on ({ $have } now)
progress-cost-parts = { $switch } after the cue, { $start } at the start
progress-cost-from-five = From five sudden switches and five free starts on
progress-own-how = Beginning is counted from the start of the recording to the first voice.
progress-from-the-start = From the start of the answer
progress-after-switch = After the switch
progress-fluency-none = Answers of ten seconds and more are listened to.
progress-usual = The latest five
progress-twins = The same question in both languages
progress-twins-none = Answer a question once in Korean alone and once in English alone, and they stand side by side here.
progress-twins-times = × { $ratio }
progress-twins-ratio = Length
progress-twins-pauses = Pauses per min
progress-twins-row = { $part }: Korean { $korean }, English { $english }, × { $ratio }, pauses per minute { $before } and { $after }
progress-part-all = All of it
progress-causes = Why you paused
progress-causes-none = Say in the review why you paused, and the reasons gather here.
progress-cause-word = A word
progress-cause-grammar = Grammar
progress-cause-content = Content
progress-cause-nerves = Nerves
progress-cause-breath = Breath
progress-cause-row = { $language }: { $cause }, { $count }
progress-left-out = { $count ->
    [one] One answer is left out, because its sound cannot be trusted.
   *[other] { $count } answers are left out, because their sound cannot be trusted.
}
progress-unheard = { $count ->
    [one] One answer has not been listened to yet.
   *[other] { $count } answers have not been listened to yet.
}
progress-limits = What these figures cannot know
progress-limits-language = Which language is spoken: it rests on the cue and on your mark.
progress-limits-content = What you say, and where a sentence ends.
progress-limits-um = An “um” counts as voice.
progress-limits-compare = Rates of Korean and English cannot be compared, so each language is followed by itself.
progress-limits-heard = A change is told only when people could hear it and when it is larger than your days differ, from five answers and five more on.
progress-empty = Three switches begin the picture
progress-empty-how = Choose { $plan }, answer aloud, and go on in the other language when the cue comes.
progress-empty-then = From five switches on your usual time shows.

## Drill: rounds, styles of the switch, taps

drill-screen = Drill
drill-keys-style = Change how the switch is asked for
drill-keys-part = Mark where a part begins
drill-keys-start = Start or go on with a round
drill-keys-open = Open a take by its number
drill-keys-end = End the round
drill-style = How the switch is asked for
drill-style-sudden = Without warning
drill-style-announced = 30 s notice
drill-style-result = Result again
drill-style-whole = All again
drill-announced-to-english = In mid-answer you go on in English; you are told 30 seconds before
drill-announced-to-korean = In mid-answer you go on in Korean; you are told 30 seconds before
drill-result-to-english = You answer in Korean, then say only the result again in English
drill-result-to-korean = You answer in English, then say only the result again in Korean
drill-whole-to-english = You answer in Korean, then say all of it again in English
drill-whole-to-korean = You answer in English, then say all of it again in Korean
drill-think-ladder = Think time · pressure ladder
drill-soon-english = Soon in English · { $time }
drill-soon-korean = Soon in Korean · { $time }
drill-again-result-english = Say only the result again, in English
drill-again-result-korean = Say only the result again, in Korean
drill-again-whole-english = Now the whole answer again, in English
drill-again-whole-korean = Now the whole answer again, in Korean
drill-interviewer = Interviewer
drill-interruption-english = Let me stop you there: what was the outcome?
drill-interruption-korean = 잠깐만요, 핵심만 짧게 말해 주세요.
drill-take-of = Take { $number } of { $of }
drill-round-to-english = Answer in Korean; at the cue, go on in English
drill-round-to-korean = Answer in English; at the cue, go on in Korean
drill-round-rescue = Answer in Korean; at the cue, say one of your English lines
drill-end = End the round
drill-skip = Skip
drill-kind-answers = Switch in mid-answer
drill-kind-answers-what = { $count } takes of { $secs } seconds, each with a new question. At the cue you go on in the other language.
drill-kind-rescue = Rescue lines
drill-kind-rescue-what = { $count } takes of { $secs } seconds. At the cue you say one of your own English lines within { $target } seconds.
drill-how = This round
drill-direction = Languages
drill-catch = Takes without a cue
drill-catch-what = In some takes the cue never comes, so that waiting tells you nothing
drill-catch-percent = { $percent }%
drill-lines = Your rescue lines
drill-lines-what = Three to five English sentences that buy you time. They are not shown during the round.
drill-line = Line { $number }
drill-line-hint-1 = That’s a good question. Let me think for a second.
drill-line-hint-2 = Let me put that more simply.
drill-line-hint-3 = Give me a moment to find the right example.
drill-line-hint-more = One more
drill-start = Start the round
drill-blocked-opening = Your library is being opened
drill-blocked = Cannot start: there is no library or no question
drill-under-way = A round is under way
drill-go-on = Go on
drill-result = What came of it
drill-again = Another round
drill-secs = { $secs } s
drill-median = median from the cue to the first word
drill-range = { $count ->
    [1] 1 of { $cues } cues measured
   *[other] { $count } of { $cues } cues measured · quickest { $least } s, slowest { $most } s
}
drill-within = said within { $target } seconds
drill-within-of = { $count } of { $all }
drill-median-is = median { $secs } s
drill-none-known = How long it took is not known yet
drill-listening = Listening to your takes…
drill-listening-do = The time from the cue to the first word will stand here in a moment.
drill-none-known-do = Open a take and mark where the new language begins; it then counts here.
drill-no-cues = No cue came this time
drill-no-cues-do = That is practice too. With fewer takes without a cue it comes more often.
drill-takes = { $count ->
    [one] 1 take
   *[other] { $count } takes
}
drill-cue-at = cue at { $time }
drill-cue-none = no cue
drill-cue-not-yet = ended before the cue
drill-unknown = needs your mark
drill-awaited = listening…
drill-quick = within { $target } s
drill-slow = over { $target } s
drill-ladder = Pressure ladder
drill-ladder-what = Each take of a question leaves less time to think (30, 10, then 0 s), and at 2:00 you are interrupted
drill-shape = STAR shape
drill-shape-what = Situation, task, action and result, in %

## Subjects and follow-ups

subject-experience = Experiences
subject-introduction = Introduction and motivation
subject-os = Operating systems
subject-network = Networks
subject-storage = Storage
subject-database = Databases
subject-scenario = Scenarios
subject-reverse = Questions to ask them
follow-up-numbers = Numbers
follow-up-why = Why
follow-up-your-part = Your part
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
fault-broken-role = A role cannot be used.
fault-broken-role-do = Mend its file in the roles folder of your library, then open Today again.
today-keys-start = Start what is next
today-keys-move = Choose another
today-keys-put-off = Not today
today-keys-tell = Tell this story three times
today-until-unset = Today, one answer at a time
today-until-ahead = { $days ->
    [one] 1 day to the interview
   *[other] { $days } days to the interview
}
today-until-now = The interview is today
today-until-past = { $days ->
    [one] The interview was yesterday
   *[other] The interview was { $days } days ago
}
today-what-first = Choose a role, set the day if you know it, and answer a first question
today-what-unset = Three answers a day is a gentle pace. With a date it becomes a plan.
today-what-ahead = { $gaps ->
    [0] No gaps left. { $goal } answers a day keep them warm.
    [one] 1 gap left, { $goal } answers a day
   *[other] { $gaps } gaps left, { $goal } answers a day
}
today-what-ahead-full = { $gaps } gaps left, more than the days can hold: { $goal } a day, those your role asks for first
today-what-now = One answer to warm up your voice is enough. Then let it be.
today-what-past = Write down what they asked while you remember it. For the next one, set a new date.
today-role = Role
today-role-none = Choose a role
today-role-own = Make it mine…
today-date = Day of the interview
today-date-hint = 2026-12-01
today-date-fault = That is no day of the calendar. Write it like 2026-12-01.
today-date-earlier = One day earlier
today-date-later = One day later
today-date-clear = No date
today-list = Answered today { $done } · goal { $goal }
today-start-first = Answer a first question
today-start = Start
today-more = One more
today-done = Done
today-all-done = That is all for today. What is left keeps until tomorrow.
today-nothing = Nothing is due. Anything you practise now is extra.
today-no-questions = There are no questions to propose. Put a question pack into the packs folder of your library and start again.
today-opening = Opening your library…
today-to-settings = Go to settings
today-not = Not today
today-why-restart = Your last restart took { $secs } s
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
today-tell-what = The same story in 3:00, 2:00 and 1:30. In a study those who repeated one talk stayed more fluent later; whether less time helps is disputed, so equal times are here too.
today-tell-times = Time for each
today-tell-times-less = 3 · 2 · 1½ min
today-tell-times-equal = 3 · 3 · 3 min
today-tell-none = Answer a question first, then tell it again here
today-tell-compared = Look at the last three again
today-tell-start = Tell it three times
today-tell-go-on = Go on
today-tell-waiting = Telling { $number } of { $of } waits for you
today-telling-of = { $number } of { $of } · { $time }
today-telling-place = telling { $number } of { $of }
today-telling-end = End here
today-result = The same story, told again
today-result-number = Telling { $number }
today-result-limit = up to { $time }
today-result-length = Length
today-result-length-what = from first to last voice
today-result-rate = Syllables a second
today-result-rate-what = while the voice sounds; only within one language
today-result-pauses = Pauses a minute
today-result-pauses-what = of sounding voice, from a quarter of a second on
today-result-run = Mean run
today-result-run-what = seconds without a pause
today-result-voice = Share of voice
today-result-voice-what = of the time from first to last voice
today-result-awaited = Still being listened to
today-result-unknown = Nothing could be heard in one of them, so there is nothing to compare
today-result-one = One telling alone says nothing about change
today-result-same = The pace differs by less than 5 %: nobody hears that
today-result-faster = The last telling was { $percent } % faster than the first. That is this once; whether it stays shows another day.
today-result-slower = The last telling was { $percent } % slower than the first. Slower is not worse; listen to both.

## Interview

interview-screen = Interview
interview-keys-start = Start a session, or go on with one
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
interview-general = Their own questions are used up; this one is general
interview-pause = Pause
interview-next = Next interviewer
interview-story-again = You have told “{ $story }” in this session before
fault-broken-session = One interview session cannot be read.
fault-broken-session-do = Its answers and all else are here; its file was left as it is.
interview-recruiter = Recruiter call
interview-recruiter-what = 30 minutes: your career so far, why you would leave, what you expect
interview-screen-call = Phone screen
interview-screen-call-what = One interviewer: a scenario in depth, or two or three principles
interview-first = First round
interview-first-what = Two times 30 minutes: one technical, one about character
interview-loop = Loop day
interview-loop-what = Four or five interviewers who dig deep, with breaks between them
interview-own = Your own
interview-own-title = Your own interview
interview-own-what = You choose how many, how long and with which breaks
interview-minutes = { $minutes } min
interview-hours = { $hours } h
interview-hours-minutes = { $hours } h { $minutes } min
interview-asks-experience = Experience
interview-start = Start
interview-start-new = Start a new one
interview-blocked = Without a library and questions no session can begin. The settings and the question packs say more.
interview-which = Which interview
interview-how = How
interview-interviewers = Interviewers
interview-each = Time with each
interview-break = Break between two
interview-no-break = None
interview-topic = Technical topic
interview-languages = Language
interview-request = In one answer you are suddenly asked to go on in English. You do not know in which.
interview-role = Role
interview-role-what = Its principles come more often
interview-role-none = None
interview-role-none-what = All principles come equally often
interview-comes = What comes
interview-number = Interviewer { $number }
interview-technical = { $topic }, with follow-ups
interview-either = A scenario step by step, or two or three principles
interview-maybe-scenario = Two or three principles; one of the interviewers has a scenario
interview-principles = Two or three principles, with follow-ups
interview-breaks = { $time } of break between two
interview-total = All of it
interview-past = Sessions so far
interview-past-none = None yet. What came of a session will stand here.
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
interview-paused-what = The clock stands. What you have said is safe.
interview-left-of = left with interviewer { $number }
interview-left-break = left of the break
interview-resume = Go on
interview-leave = Leave it for later
interview-end = End it here
interview-break-title = Break
interview-break-what = Interviewer { $number } comes next
interview-break-skip = Skip the break
interview-break-over = The break is over
interview-break-over-what = Interviewer { $number } waits for you; nothing starts by itself
interview-break-go = Go in
interview-no-answers = No answer of this session is here.
interview-next-steps = What to do next
interview-why-unrated = Not rated yet
interview-why-slow = The first word took { $time }
interview-why-shallow = { $count ->
    [0] No follow-up was asked
    [one] Only { $count } follow-up was asked
   *[other] Only { $count } follow-ups were asked
}
interview-do-rate = Listen and rate
interview-do-again = Answer again
interview-do-deeper = Take follow-ups
interview-twice = Told twice
interview-twice-story = “{ $story }” for { $count } questions
interview-twice-what = Interviewers compare their notes. Another story shows another side of you.
interview-tired = From beginning to end
interview-figure-start = First word
interview-figure-longest = Longest pause
interview-figure-pauses = Pauses a minute
interview-few = too few answers to compare ({ $have } of { $need })
interview-same = no difference you could hear between the first five answers and the last five
interview-sooner = sooner in the last five answers than in the first five
interview-later = later in the last five answers than in the first five
interview-fewer = fewer in the last five answers than in the first five
interview-more = more in the last five answers than in the first five
interview-third-first = First third
interview-third-middle = Middle
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
stories-capture = Tell one in 60 s
stories-keys-capture = Tell a story in 60 seconds
stories-keys-tab = Stories or coverage
stories-keys-move = Select a story
stories-keys-play = Play the recorded story
stories-keys-language = Its parts in the other language
stories-keys-told = I told this story (again: the next)
stories-tab = Stories
stories-tab-coverage = Coverage
stories-side = What is shown
stories-opening = Your stories are being read
stories-empty = Collect your stories before the interview asks for them
stories-empty-how = Write down what you have done since your first year: the situation, your task, what you did, what came of it.
stories-empty-then = Or tell it now, as it comes to mind, and write it down later.
stories-choose = Choose a story on the left, or begin a new one
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
stories-overloaded-why = used a lot: four principles or half of all answers lean on it
stories-broken = { $name } cannot be read
stories-read-only = This story was written by a newer version, or the library cannot be written to. You can read it here.
stories-back = Back to the list
stories-delete = Move the story to the trash
stories-open-file = Open the file
stories-saving = Saving…
stories-captured-play = Listen to the first telling
stories-captured-pause = Pause the first telling
stories-captured-gone = The first telling is not in the library
stories-title = Title
stories-title-hint = What you call it
stories-principles = Principles
stories-principles-choose = Choose principles
stories-language = Language of the parts
stories-situation-hint = When, where, what was at stake
stories-task-hint = What you had to reach
stories-action-hint = What you decided and did: I, not we
stories-result-hint = What came of it, in figures
stories-numbers = Numbers
stories-numbers-hint = One on each line, such as p99 800 ms → 120 ms
stories-tags = Tags
stories-tags-hint = Your own words, with commas between them
stories-notes = Notes on the story
stories-notes-hint = Anything else
stories-age-today = today
stories-age-days = { $count } d
stories-age-weeks = { $count } w
stories-age-months = { $count } mo
stories-coverage-none = Begin a story first: then you see here where you have told it.
stories-coverage-all = Every principle has a story. Press a square to practise it.
stories-coverage-some = { $count ->
    [one] One principle has no story yet. Press a square to practise it.
   *[other] { $count } principles have no story yet. Press a square to practise it.
}
stories-coverage-role = { $count ->
    [one] One principle has no story yet, and your role is asked about it. Press a square to practise it.
   *[other] { $count } principles have no story yet; your role is asked about { $heavy } of them. Press a square to practise it.
}
stories-any = All answers
stories-never = never
stories-scores = scored { $latest }, best { $best }
stories-deep = { $count ->
    [one] one follow-up deep
   *[other] { $count } follow-ups deep
}
stories-practise = Press to practise
stories-legend-korean = Korean, times and age
stories-legend-english = English
stories-legend-stale = more than two weeks ago
stories-legend-empty = never
stories-told = The story you told
stories-told-none = Which story?
stories-told-nothing = No story
stories-gone = a story that is gone: { $name }
stories-new-here = New story from this answer
stories-for = For: { $title }
stories-for-forget = Answer without a story in mind
stories-capture-back = Back to the stories
stories-twins = Last told in both languages
stories-fault-broken = A story could not be read.
stories-fault-broken-do = All others are there. Mend its file, or move it out of the folder.
stories-fault-conflict = A story was changed here and in another program at the same time.
stories-fault-conflict-do = Yours is kept. The other version is a story of its own now: take from it what you need.

## Follow-up chains

chain-keys-next = Ask the next follow-up
chain-keys-depth = Ask for more depth
chain-keys-interrupt = Ask a follow-up and interrupt me
chain-keys-topic = Choose a computer science topic
chain-keys-choose = Choose a topic by its number
chain-next = Next follow-up
chain-next-step = Next step
chain-none-left = No follow-up left
chain-nothing-left = No follow-up is left to ask here
chain-more = Other follow-ups
chain-more-depth = More depth
chain-interrupt = Interrupt me
chain-back = Back to the answer
chain-card = Chain
chain-depth = Follow-up { $depth }
chain-step = Step { $depth }
chain-asks = Interviewer · { $what }
chain-first = Question
chain-deep = { $depth } deep
chain-hangs = Asked under: { $question }
chain-score = score
chain-start = start
chain-pause = longest pause
chain-row = { $what }: { $question }, score { $score }, start { $start }, longest pause { $pause }
chain-only = No follow-up answered yet
chain-only-do = Ask the next one: you will see here whether you start later and pause longer the deeper it goes.
chain-points-card = Points
chain-points = What a good answer has
chain-points-said = { $said } of { $all } said
chain-topic-menu = Computer science: choose a topic
chain-topic-ask = Which of these shall we talk about?
chain-topic-none = Not answered yet
chain-topic-choose = Choose a topic first
chain-broke-in = The interviewer broke in at { $time }

## The interviewer’s voice

reading-setting = Read questions aloud
reading-setting-what = With the voice of your system, never while the microphone is on
reading-off = Off
reading-aloud = Aloud
reading-listen-only = Listen only
reading-looking = Looking for a voice…
reading-found = Voices of { $program }
reading-now = Listen to the question…
reading-first = Hear the question first
reading-over = Answer from what you heard
reading-hidden = Answer from what you heard
reading-stop = Stop reading
reading-hear = Hear it
reading-again = Hear it once more
reading-twice = Heard twice
reading-show = Show the words
reading-keys-repeat = Hear the question once more
reading-keys-show = Show the words of the question
reading-no-program = No speech program was found.
reading-no-program-do = Install speech-dispatcher or espeak-ng, then choose this again.
reading-no-program-do-system = Turn on the system’s speech, then choose this again.
reading-no-korean = The speech program has no Korean voice.
reading-no-english = The speech program has no English voice.
reading-no-voice-do = Add one in the system’s settings; until then those questions are shown.
reading-hangs = The voice did not answer and was stopped.
reading-failed = The question could not be read aloud.
reading-fault-do = The words are shown instead. If it happens again, turn reading off in the settings.

## Export

export-all = Export all answers
export-keys-shown = Export what is shown
export-done = Exported as Markdown and CSV
export-count = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
export-story = Story: { $title }
export-scores = Score { $mean } ({ $lines })
export-figures = First word after { $start } s · longest pause { $longest } s · { $pauses } pauses a minute
export-switch = From the cue to the other language { $secs } s
export-sound = Sound
