# Setting a case aside
snooze-note = The case stays yours. It comes back at that time, or as soon as the person writes.
snooze-until = Until
snooze-hour = In an hour
snooze-evening = This evening, { $time }
snooze-tomorrow = Tomorrow, { $time }
snooze-own = Another time
snooze-at = Day and time
snooze-past = Choose a time to come, at most a month away.
snooze-tell = Tell the person
snooze-words = What they read
snooze-words-note = In the person’s language. Change it as you like; it is a promise.
snooze-waits = It waits until they write: only then will they read it.
snooze-waits-until = It waits until { $time }, or until they write.
snooze-do = Set aside
snoozed-until = Set aside until { $time }
snoozed-promise = The person was told:
promise-hour = We will write to you again in about an hour.
promise-today = We will write to you again today at { $time }.
promise-tomorrow = We will write to you again tomorrow at { $time }.
promise-day = We will write to you again on { $day } at { $time }.

# When it is safe to write
safe-times-note = When the person says it is safe to write to them. At any other time what you send waits and nothing appears on their phone. It goes out when the time begins, or as soon as they write. The other rules of this case stay as they are.
safe-times-from = From
safe-times-to = To
safe-times-zone = Every day, in Baghdad time. It may go past midnight.
safe-times-same = Choose two different times.
safe-times-do = Set
safe-times-clear = Remove

# Help, watching, passing on
help-note = A supervisor sees it in the queue and at the top of this case. The person is told nothing.
help-words = What you need (optional)
help-do = Ask for help
leaving-bot = Goes back to the bot. The person is told nothing for ten seconds.
leaving-queue = Goes back to the queue. The person is told nothing for ten seconds.
leaving-undo = Undo
help-asked = { $name } asks for help
help-over = Done
passed-on = Passed on by { $name }
passed-hide = Hide
watching-hidden = You are watching. { $name } is not told; the chain of custody knows.
watching-shown = You are watching, and { $name } can see it.
watched-by = Looking on: { $names }
back-ask = The bot goes on with the person from here, and the case leaves your hands.
transfer-words = Note for whoever takes it up
transfer-words-hint = Stands at the top of the conversation. The person never sees it.

# What to expect
expect-title = Before you open it
expect-minor = Somebody under 18 is in it.
expect-self-harm = There is talk of suicide or self-harm.
expect-intimate = It is about intimate pictures or abuse.
expect-advice = If it is too much today, leave it to a colleague. That is fine.
open-for-you = Open for you: { $count ->
    [one] one more minute
   *[other] { $count } more minutes
}
shown-colours = Show colours
exposure = { $of ->
   *[other] You have opened { $seen } files in this shift. A good limit is { $of }.
}
exposure-near = You have seen a lot today. Could a colleague look at this one?
exposure-full = That is enough for one shift. Please let a colleague look, if somebody is there. You can still go on.
break-title = That was a heavy one.
break-text = Take ten minutes away from the screen before the next. Talk to somebody if it stays with you.
break-close = All right

# Case file
source-show = Show in the conversation
correct = Correct it
correct-title = Correct the answer
correct-note = What the person wrote stays as it is. The severity is judged again.
correct-now = Right answer
correct-amount = Amount
correct-currency = Currency
correct-reason = Why
correct-do = Correct it
corrected-by = Corrected by { $name }:
owner-change = Change whose it is
owner-title = Whose is it?
owner-value = Value
owner-self-note = What is the person’s own links no cases.
owner-everywhere = In every case that names it
owner-everywhere-note = Whom it links is judged anew. The reason stands in all of them: name nobody in it.
owner-do = Change
link-wrong-title = These two have nothing to do with each other
link-wrong-note = The link goes from both cases, and with it what it alone had raised. It can be taken back. Something else that both share later links them anew.
link-wrong-do = Not connected
link-right-title = These two belong together after all
link-right-note = The link stands in both cases again and counts as before.
link-right-do = Connect again
link-same-title = These two belong together
link-same-note = It stands in both cases for good, whatever is read in them later. It can be changed.
link-same-do = Belong together
link-unsure-title = Nobody can tell yet
link-unsure-note = It stands in both cases that somebody looked. No link comes or goes by it.
link-unsure-do = Keep as not sure
tasks-title = Tasks
tasks-none = Nothing to do.
task-new = New task
task-due = Due (optional)
task-add = Add
task-by = { $name }
task-due-at = due { $time }
task-late = was due { $time }
timeline-given = What the bot told them to do
timeline-given-none = No advice yet.
timeline-happened = What happened
timeline-watch = looking on
timeline-to = until { $time }
timeline-times = from { $from } to { $to }
timeline-linked-identifier = by the same number or account
timeline-linked-file = by the same file
timeline-linked-picture = by a picture that looks the same
timeline-linked-script = by the same copied text
timeline-linked-sound = by the same recording

# Shift
shift-end-holds = { $count ->
    [one] You hold one case. It goes back to the queue of its team.
   *[other] You hold { $count } cases. They go back to the queues of their teams.
}
shift-end-none = You hold no case. Nothing is left open. Good night.
shift-end-note = Note for whoever takes them up
shift-end-note-hint = The same for all of them. People are told nothing; somebody comes.
shift-end-do = Hand over and finish
shift-ended = { $count ->
    [0] Nothing to hand over
    [one] One case handed over
   *[other] { $count } cases handed over
}

# Several at once
bulk-picked = { $count ->
    [0] Choose waiting cases
    [one] One chosen
   *[other] { $count } chosen
}
bulk-team = To which team
bulk-assign = Send
bulk-duplicates = Close as duplicates
bulk-no-cases = Close as no case
bulk-alike = Choose those that are alike
bulk-alike-found = Alike: { $words } by their words, { $origin } by the network they came from today. Behind one mobile network there are many people: read before closing.
bulk-reason = Why (needed to close where life is in danger)
bulk-reason-needed = Why
bulk-sure = Close them? Each person is told that the conversation is over.
bulk-sure-do = Yes, close
bulk-leave = Finish choosing
bulk-done = { $count ->
    [one] One done
   *[other] { $count } done
}
bulk-refused = { $count ->
    [one] One was refused: somebody has taken it, or life is in danger in it.
   *[other] { $count } were refused: somebody has taken them, or life is in danger in them.
}

files-wait = { $count ->
    [one] A file waits for the age. Nothing of it was downloaded.
   *[other] { $count } files wait for the age. Nothing of them was downloaded.
}
files-wait-consent = { $count ->
    [one] A file waits for the person's agreement to begin, then for the age. Nothing of it was downloaded.
   *[other] { $count } files wait for the person's agreement to begin, then for the age. Nothing of them was downloaded.
}
files-wait-left = The person went back from here to their earlier case, and these files went along.
files-wait-note = An adult's are fetched by themselves once the age is known, also where the person writes it (“I am 22”); under 18 they are let go.
age-ask = Ask for it
age-ask-not-here = You are writing an internal note. To ask the person, go to “Reply to the person” first.
age-asked = The question is on its way
age-note = The age is known to me
danger-none = Not a danger
danger-none-undo = It is one
danger-none-by = { $name }: that was none
danger-missed = Report a missed danger
danger-missed-title = A danger that was missed
danger-missed-note = For who judges the readers. Nothing is learnt from it by itself, and the urgency stays as it is.
danger-missed-message = In which message
danger-missed-label = Which danger
danger-missed-do = Write it down

# What a machine read in a picture
picture-words = Read by a machine
picture-words-note = Compare it with the picture. A number or name counts once somebody confirms it; until then it links nothing.
picture-header = Head of the chat:
bubble-me = The person
bubble-them = The other side
bubble-unknown = Not clear who
bubble-badly = hard to read
code-cut-out = Where it stands in the picture
code-unsure = not sure
code-right = Right
code-fix = Correct it
code-fixed = Confirm as corrected
code-wrong = Wrong
picture-code-confirmed = Confirmed by { $name }:
picture-code-confirmed-person = Confirmed by the person:
picture-code-rejected = Called wrong by { $name }
picture-code-rejected-person = The person says it is wrong
picture-code-passed = Left open by { $name }
picture-code-passed-person = The person left it open

# What a language model helps with
model-title = A machine may help to read
model-note = Only when you press. It runs in this house. What it says is a suggestion: the messages count.
model-note-away = Only when you press. Names, numbers and places are taken out before anything leaves the house. What it says is a suggestion: the messages count.
model-says = Suggested by a machine, nobody confirmed it:
model-summary-do = Summary
model-facts-do = Who, where, what, until when
model-facts-none = Nothing was found.
model-fact-who = Who
model-fact-where = Where
model-fact-demand = Demand
model-fact-deadline = Until when
model-fact-platform = Where it happens
model-translate-do = Translate
model-translated = Translated by a machine; the original counts:
model-heard = Written down by a machine; the voice note counts:
model-draft-do = Draft of a machine
model-draft-mark = Drafted by a machine. Read it, and make it your own words.
model-draft-again = It is still as the machine wrote it. Press send once more to send it so.
model-none-off = No machine is switched on.
model-none-withheld = This case may not be shown to a machine.
model-none-budget = The calls of this hour are used up. Later again.
model-none-stopped = Stopped.
model-none-late = It took too long. Nothing was lost.
model-none-unreachable = Help is away just now. Everything else works as before.
model-none-unauthorised = The machine refuses our key. Tell the operator.
model-none-busy = The machine is busy. Try again soon.
model-none-refused = The machine would not answer.
model-none-unreadable = What came was not usable.
model-none-too-large = The answer was too large.
mention-list = Colleagues to mention
mention-count = { $count ->
    [one] One colleague
   *[other] { $count } colleagues
}
mention-none = No colleague by that name
mention-go = Go to the note

## Every key
keys-letters = Single-letter keys
keys-letters-note = By their place on the keyboard, whatever layout is on. Switch them off if they get in your way.
keys-next = Next case in the queue
keys-previous = Previous case in the queue
keys-own-next = Next of my chats
keys-own-previous = Previous of my chats
keys-take = Take the next case
keys-views = Saved views, then 1 to 9
keys-close = Close a dialog or a menu
keys-move = Move a line of a list that has an order
keys-help = This help
keys-arrows = Move in the queue
keys-open = Open the case
keys-send = Send the reply
keys-note = Keep the note
keys-replies = Ready texts
alerts-sound-note = One quiet tune for each severity; “Now” again and again until somebody is there. No new case sounds while this is off.
alerts-call = Sound when a colleague calls or something waits for my answer
alerts-call-note = Kept in this browser. Before the first press on the page nothing sounds.
alerts-call-tune = Call
alerts-listen = Listen
alerts-notify = Browser notifications
alerts-notify-note = While another window is in front: “Amin: something is waiting”, nothing more.
alerts-notify-denied = The browser does not allow it. It can be allowed in the browser's settings for this page.
alerts-push = Wake this browser while Amin is closed
alerts-push-note = For cases that wait now or today, and for my own. The maker of the browser learns that this browser is woken and when, but not why.
alerts-push-unable = This browser cannot be woken here.
transfer-kind = To a team or to a colleague
transfer-team = Team
transfer-agent = Colleague
transfer-to-team = Which team
transfer-to-agent = Which colleague
transfer-nobody = Nobody found
transfer-note-team = The case goes into the queue of that team.
transfer-note-agent = The colleague holds the case at once.
close-how = How did it end?
close-note = The person is told that the conversation is over and what was done, and is asked whether they may be asked later how it is. If they write again, the case opens again.
closed-done = Case closed
ask-for-why = Why
ask-for-done = { $name } was asked
severity-choose = Severity
severity-reason = Reason
severity-reason-needed = Needed to lower a severity. It goes into the record.
severity-reason-free = Goes into the record.
severity-do = Change
ask-for-note = { $name } holds this case. Your reason becomes a note, and { $name } is told at once.
take-from-note = { $name } holds this case. It becomes yours, and your reason stays in the case.
