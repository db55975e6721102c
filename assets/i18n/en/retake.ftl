# Words of Retake. Sections follow the screens; keys begin with the section's name.
# Sentence case, no full stop after a single sentence; banners have two sentences, each with one.

## Names

screen-practice = Practice
screen-review = Review
screen-timeline = Timeline
screen-settings = Settings
language-korean = 한국어
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
practice-microphone-do = Choose another microphone in settings
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

## Cue

cue-now-in-english = Now in English, please
cue-now-in-korean = 이제 한국어로 말해 보세요

## Review

## Timeline

## Settings

## Keys
