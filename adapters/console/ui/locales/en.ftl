brand = Amin
practice = Practice data: nothing here is real
skip = Skip to the main part
loading = Loading
again = Try again
cancel = Cancel
more = More actions
chosen = Chosen
copied = Copied
close-dialog = Close
notices = What happened just now
notice-open = Open
somebody = a colleague
list-comma = ,{" "}

# Whole pages
trouble-title = This page could not be shown
nowhere-title = There is nothing at this address
to-queue = Back to the queue

# Faults: what happened, and what to do
fault-offline = The server does not answer. Check your connection and try again; nothing you wrote is lost.
fault-part = This part could not be shown. Try again; nothing you wrote is lost.
fault-held = { $holder } took over this case. Your text is kept; speak with them before you write.
fault-moved = Something new came in while you were writing. Read it in the conversation above, then send again. Your text is kept.
fault-not-yours = You do not hold this case any more. Take it over to write; your text is kept.
fault-erased = This case was erased. Nothing of it can be read or written.
fault-blocked = The person has blocked the account, so nothing can reach them here.
fault-no-chat = This case came by phone: there is no chat to write to. Use a note.
fault-file-kind = This chat does not take such a file.
fault-file-size = The file is too large for this chat.
fault-file-type = Only pictures, PDF and voice notes can be sent.
fault-file-damaged = The file cannot be read. Save it anew and try again.
fault-wish = The person asked for a woman. Others can take this case over from { $time }.
fault-conflict = This colleague must not see this case: they declared a conflict. Choose somebody else.
fault-unseen = Not allowed to know of this case: { $holder }. Take the @name out of the note.
fault-already = That is done already. The page now shows the newest state.
fault-time-invalid = Choose a time to come, at most a month away.
fault-answer-invalid = This does not fit the question.
fault-full = This case has as many tasks as it can hold.
fault-placeholder = Nothing was sent: something in braces is not filled in. Write what is missing, or remove the braces.
fault-reason-required = Give a reason first.
fault-pending = This file is still being fetched and sealed. Try again in a moment.
fault-reveal-first = The 15 minutes are over. Reveal the file again to download it.
fault-no-view = This kind of file cannot be shown safely. Download the original instead.
fault-too-large = That is too large to send. Shorten it.
fault-front-door = What stands in front of Amin refused this as too large, before Amin saw it. Shorten it, and tell your administrator.
fault-stated = The operator file states this. It is changed there.
fault-exists = Somebody uses this e-mail address already. Choose another one.
fault-invalid-email-or-password = E-mail or password is wrong. Check both and try again.
fault-invalid-password = The password is wrong. Try again.
fault-slowed = That is more in an hour than anybody looks at. It goes on at { $time }; supervisors were told.
fault-password-weak = This password is among the first that are tried. Take three or four words that have nothing to do with each other, with you or with Amin.
fault-invalid-two-factor-code = This code is wrong or was used before. Wait for the next one and try again.
fault-invalid-code = This code is wrong or was used before. Wait for the next one and try again.
fault-invalid-backup-code = This backup code is wrong or was used before. Try another one.
fault-token-spent = This link was used, has expired or never existed. Ask an administrator for a new one.
fault-too-many = Too many tries. Wait a few minutes and try again.
fault-too-many-wait = { $seconds ->
    [one] Too many tries. Wait one second and try again.
   *[other] Too many tries. Wait { $seconds } seconds and try again.
}
fault-signed-out = Your session has ended. Sign in again.
fault-forbidden = Your account may not do this. Ask an administrator.
fault-unknown = There is no such case or file. It may have been erased.
fault-invalid = The server did not accept this. Check what you entered.
fault-server = Something broke on the server. Try again; if it stays, tell your administrator.

# Bar
banner-offline = You are offline. What you see may be old; your drafts stay here.
banner-lost = Live updates are interrupted. Trying again; meanwhile the lists are read every 15 seconds.
banner-second-factor = Your account has no second factor yet.
banner-second-factor-link = Set it up now
live-opening = Connecting
live-live = Live
live-lost = Reconnecting
live-signed-out = Signed out
discreet = Hide message previews
alert-note = Amin: something is waiting
alert-account = Amin: your account was changed
alerts-title = My alerts
alerts = Sound and count for new waiting cases
menu-agent = { $name }: language, colours, sign out
menu-language = Language
menu-colours = Colours
colours-auto = As the device
colours-light = Light
colours-dark = Dark
sign-out = Sign out

# Keys
palette-open = Find or do
keys-title = Keyboard
keys-search = Search
keys-own-waits = My chat that waits longest for an answer
keys-reply = Write

# Queue
channel-telegram = Telegram
channel-whatsapp = WhatsApp
channel-webchat = Web chat
channel-botpress = Another bot (Botpress)
channel-phone = Phone call
channel-import = Older case
queue-title = Queue
queue-waiting = { $count ->
    [0] Nobody is waiting
    [one] One waiting
   *[other] { $count } waiting
}
wanted-title = { $count ->
    [one] One thing waits for your answer
   *[other] { $count } things wait for your answer
}
wanted-all = Show all { $count }
wanted-late = Nobody has come yet, and it is past the time
wanted-help = { $name } asks for help
wanted-promise = A person was promised word by now
wanted-back = A person has written again after a silence
wanted-task = A task is due
wanted-mention = { $name } mentions you in a note
wanted-network = A case matches a network that was dismantled
wanted-hold = A person wants everything erased, and a hold keeps it
wanted-erasure = { $name } asks to erase a case
wanted-export = { $name } asks for a bundle
wanted-told = { $what }: { $code }
queue-search = Code, number or words
queue-views = Which cases
view-waiting = Waiting
view-mine = Mine
view-bot = Bot
view-all = All
view-closed = Closed
empty-waiting = Nobody is waiting. New cases appear here by themselves.
empty-mine = You hold no case. Take one over from the waiting ones.
empty-bot = The bot is talking with nobody right now.
empty-all = There is no open case.
empty-closed = No case has been closed yet.
empty-search = No case has this code. Check it letter by letter.
empty-filter = No case fits these filters.
view-snoozed = Set aside
empty-snoozed = You have set no case aside.
next-take = Next case
next-none = Nobody is waiting whom you could take.
queue-team = Team
queue-team-all = All teams
queue-select = Choose several
row-pick = Choose { $code }
row-expect = Be ready: { $what }
burden-minor = somebody under 18
burden-self-harm = self-harm
burden-intimate = intimate pictures
row-help = A supervisor is wanted
row-snoozed = Set aside until { $time }
row-tasks = Open tasks:
row-unread = { $count ->
    [one] One unread message
   *[other] { $count } unread messages
}
row-evidence = Files:
own-title = My chats
own-waits = Waits for your answer
own-draft = Unsent text
fact-ends = By { $time }
fact-ends-about = By about { $time }
fact-ended = Time was up at { $time }
fact-wants = Wants: { $what }
fact-paid = Has paid
fact-paid-again = Paid, and more is asked
fact-maybe = Perhaps: { $what }
fact-child = Under 18
row-changed = Since you last looked: { $what }
row-changed-severity = { $before } is { $now } now
row-changed-files = { $count ->
    [one] one new file
   *[other] { $count } new files
}
row-changed-words = new words
density = Rows: { $name }
density-choose = How much stands in a row
density-dense = Dense
density-normal = Normal
density-large = Large
row-no-words = No words yet
row-hidden = Preview hidden
status-bot = With the bot
status-waiting = Waiting
status-agent = With an agent
status-closed = Closed
status-erased = Erased
severity-P1 = Now
severity-P2 = Today
severity-P3 = This week
severity-P4 = When there is time
ago = { $span } ago
ago-now = just now
ago-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
ago-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
ago-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
due-now = Reply due now
due-minutes = { $count ->
    [one] Reply in 1 min
   *[other] Reply in { $count } min
}
due-hours = { $count ->
    [one] Reply in 1 hour
   *[other] Reply in { $count } hours
}
due-days = { $count ->
    [one] Reply in 1 day
   *[other] Reply in { $count } days
}
late-minutes = { $count ->
    [one] Late by 1 min
   *[other] Late by { $count } min
}
late-hours = { $count ->
    [one] Late by 1 hour
   *[other] Late by { $count } hours
}
late-days = { $count ->
    [one] Late by 1 day
   *[other] Late by { $count } days
}
row-copies = Also seen by: { $teams }
team-intake = Intake
phone-title = Case from a phone call

# Desk and conversation
desk-empty = Choose a case from the queue.
desk-empty-keys = J and K move in the queue, / searches, ? shows all keys.
chat-title = Conversation
log-label = Messages
log-begin = The conversation begins here
log-older = Show older messages
log-fresh = New since you last looked
log-below = New messages
author-bot = Bot
author-other = The other bot
told-elsewhere = told to the other bot before
author-person = Person
edited = edited
versions = { $count ->
    [one] One earlier version
   *[other] { $count } earlier versions
}
forwarded-from = Forwarded from { $name }
forwarded-hidden = Forwarded; origin hidden by the sender
forwarded-account = Forwarded from an account without a name
forwarded-id = Id on the platform:
forwarded-post = The post:
forwarded-copy = Copy the address of the post
forwarded-attested = confirmed by the platform
forwarded-claimed = not confirmed by the platform
forwarded-name-only = a name alone, which anybody can take
offered = Buttons that were offered
event-started = The person opened the chat
event-submitted = The person submitted the case
event-handoff = A human is asked for
event-handoff-person = The person asks for a human
event-handoff-submitted = The case was submitted and waits for a human
event-handoff-danger = Danger was recognised: a human is needed at once
event-handoff-agent = An agent put the case into the queue
event-handoff-returned = The person wrote again and waits for a human
event-claimed = { $name } took over
event-released-bot = { $name } handed the case back to the bot
event-released-queue = { $name } returned the case to the queue
event-transferred = { $name } passed the case on to { $to }
event-closed = { $name } closed the case: { $outcome }
event-reopened = The case was opened again
event-blocked = The person blocked the account
event-unblocked = The person unblocked the account
event-exited = The person left by quick exit
event-message-lost = A message came that could not be read; it is not kept
event-handed-over = Another bot handed the conversation over
event-handed-over-about = Another bot handed the conversation over: { $title }
event-chat-ended = The other bot took the conversation back: nothing written here reaches the person until it hands over again
event-call = The person called. Calls are not answered here; they were asked to write or to record a voice note.
event-call-video = The person called with video. Calls are not answered here; they were asked to write or to record a voice note.
event-handoff-phone = Somebody of the team wrote on the linked phone itself, and the program is silent now. Who was it? Whoever it was takes the case over, so that all know
event-handoff-call = The person called and waits for somebody
from-phone = From the phone, by a member of the team
event-severity = { $name } set the severity to { $severity }
event-wiped = Messages were removed from the person's chat
event-paged-team = Nobody came: the team was called again
event-paged-supervisor = Nobody came: the supervisor was called
event-paged-external = Nobody came: the outside line was called
event-minor-told = The person said in their own words that they are under 18. No file is taken from here on; taken before: { $count }
event-minor-pictures = The person told of pictures from when they were under 18. No file is taken from here on; taken before: { $count }
event-age-other = The person brought up somebody else who may be a child. No file is taken until it is said whose it is and how old they are; taken before: { $count }
event-age-taken-back = The person took back the age they had given. No file is taken until it is known; taken before: { $count }
event-return-unproven = Somebody came back into this chat without PIN or code: it may be someone else
event-return-refused = Somebody tried to return to this case from { $channel } and did not know the PIN
event-returned = The person came back from { $channel }
event-decoy-used = The decoy PIN was used on { $channel }: an empty chat was shown
event-duress-used = The duress word was written on { $channel }
event-moved-away = The person went on to another case of theirs
event-decoy-opened = In this chat a decoy PIN was used: it shows nothing
event-consent-given = The person agreed: { $what }
event-consent-withdrawn = The person took back: { $what }
event-correction = The person corrected what they had said
event-check-shown = The person was shown two words to check us with
event-erase-confirmed = The person wants everything erased
event-sharing-allowed = The person agreed that the fingerprint of one item goes to platforms
event-sharing-withdrawn = The person took back that the fingerprint of one item goes to platforms
event-export-requested = { $name } asked for a bundle of this case
event-export-approved = { $name } agreed to the bundle
event-export-refused = { $name } refused the bundle
event-exported = { $name } handed out a bundle of this case
event-hold-set = { $name } put erasing on hold
event-hold-lifted = { $name } lifted the hold
event-erasure-requested = { $name } asked that this case be erased
event-erasure-refused = { $name } refused to erase this case
event-snoozed = { $name } set the case aside until { $until }
event-snooze-ended = The time it was set aside for is over
event-woken = The case was taken up again
event-safe-times-set = { $name } set when it is safe to write: { $from } to { $to }
event-safe-times-cleared = { $name } removed the safe times
event-help-asked = { $name } asked for help
event-help-given = { $name } came to help
event-shift-ended = { $name } ended the shift: the case is in the queue again
event-command = The person chose: { $command }
event-reaction = The person put a mark under a message: { $emoji }
event-reaction-removed = The person took their mark under a message back
event-unsupported = The person sent something that cannot be received here: { $what }
event-other = Something changed
command-exit = quick exit
command-help = help
command-human = talk to a human
command-language = change the language
command-stop = stop
command-back = back
command-skip = skip
command-restart = start again
delivery-queued = Queued
delivery-sending = Sending
delivery-sent = Sent
delivery-delivered = Delivered
delivery-read = Read
delivery-refused = Not delivered: refused
delivery-unclear = Delivery not confirmed
delivery-held = Waits until the person writes
take-over = Take over
take-over-bot = The bot is talking with this person. Taking over silences the bot and gives the case to you.
take-over-waiting = This person waits for an answer. Taking over gives the case to you; they see that somebody is there.
take-over-held = { $name } holds this case. You can read along and leave notes in the case file.
take-over-closed = This case is closed.
take-over-erased = This case was erased. Only its chain of hashes is left.
take-over-wish-woman = The person asked for a woman.
take-over-wish-man = The person asked for a man.
compose-kind = Reply or note
compose-reply = Reply to the person
compose-note = Internal note
compose-reply-hint = Goes to the person
compose-note-hint = Only your team sees this. @ names a colleague
compose-reply-do = Send
compose-note-do = Keep note
compose-left = { $count ->
    [one] One character left
   *[other] { $count } characters left
}
attach = Attach a file
attach-record = Record a voice note
attach-recording = Recording { $time }
attach-stop = Keep
attach-discard = Discard
attach-remove = Remove { $name }
attach-list = Files that go out with the next message
attach-none = Only words can be sent in this chat.
attach-too-large = Too large for this chat: { $most } at most
attach-type = Only pictures, PDF and voice notes can be sent.
attach-chat = This chat does not take such a file.
attach-denied = The microphone is not available. Allow it in the browser, or write.
attach-clean = Place, time and camera are taken out of pictures before they go.
sent-photo = Picture that was sent
sent-voice = Voice note
compose-blocked = The person has blocked the account. What you send may not reach them.
compose-waits = What you write waits until the person writes.
compose-waits-soon = The person was there a moment ago, so what you write arrives. After five minutes of silence it waits until they write.
compose-waits-until = What you write waits until { $time }, or until the person writes.
compose-waits-soon-until = The person was there a moment ago, so what you write arrives. After five minutes of silence it waits until { $time }, or until they write.
note-kept = Note kept
hand-back = Hand back to the bot
to-queue-again = Return to the queue
transfer = Pass on
transferred = Passed on
transfer-choose = Choose
macros = Macros
close-case = Close case
outcome-resolved = Resolved
outcome-referred = Referred to another service
outcome-withdrawn = The person does not want to go on
outcome-unreachable = The person does not answer
outcome-duplicate = Belongs to another case
outcome-not-a-case = Not a case
set-severity = Change severity
copy-code = Copy the case code
snooze = Set aside…
wake = Take up again
safe-times = Safe times…
reopen = Open again
reopened-done = The case is open again, and yours
help-ask = Ask for help…
shift-end = End my shift…

# Case file
file-title = Case file
danger-self-harm = Self-harm or suicide
danger-taken = Swallowed something already
danger-wound = Wounded already
danger-burn = Burnt already
danger-violence = Violence or killing
danger-sexual-abuse = Sexual abuse
danger-minor = Somebody under 18
danger-meeting = A dangerous meeting
danger-deadline = A deadline
danger-other = About somebody else
danger-duress = Duress word
danger-called = Called for help
danger-asked = Asked about, not certain
signal-duress = Somebody is forcing this person.
signal-duress-note = They wrote the duress word. Do not show that we know: whoever holds the phone reads along.
signal-network = This case matches a network that was dismantled.
signal-network-note = It shares something with { $code }. Whoever supervises decides whether it belongs to it.
signal-network-open = Open the network
signal-decoy = The decoy PIN was used.
signal-decoy-note = Somebody was shown an empty chat. Write nothing about this case before the person writes.
signal-minor = { $count ->
    [0] The person said in their own words that they are under 18, after an adult’s age had been given. No file is taken any more. Correct the age once you know it.
   *[other] The person said in their own words that they are under 18, after an adult’s age had been given. Files that were sealed before: { $count }. Do not open them; decide with a supervisor what becomes of them. Correct the age once you know it.
}
signal-minor-pictures = { $count ->
    [0] The person told of pictures from when they were under 18. No file is taken any more. Ask for none of them. Correct the age once that is cleared up.
   *[other] The person told of pictures from when they were under 18. Files that were sealed before: { $count }. Do not open them; decide with a supervisor what becomes of them. Correct the age once that is cleared up.
}
signal-unproven = Somebody came back into this chat without PIN or code. It may be someone else. What was told before is not shown there; once you are sure who it is, the return code opens it.
signal-left-danger = After this chat was left, a danger was written in it. It may be someone else.
signal-tried = { $count ->
    [one] Somebody tried to return to this case and did not know the PIN.
   *[other] Somebody tried { $count } times to return to this case and did not know the PIN.
}
signal-returned = The person came back from another chat: { $channel }.
signal-watched = Somebody looks at the phone now. Only the person’s own word ends this.
signal-discreet = The phone is shared or checked: nothing may appear on it unasked.
signal-after = The person wants to hear from us only after they write.
signal-safe-times = Safe to write from { $from } to { $to }, Baghdad time.
consent-keep = Keep what they send
consent-share-investigators = Share with investigators
consent-share-ngo = Share with an aid organisation
consent-contact-me = Answer them here
consent-hashes-to-platforms = File marks to platforms
consent-check-in = Ask later how they are
consent-outside-help = Outside reading help
person-blocked = The person has blocked the account.
person-exited = The person left by quick exit: their chat shows nothing of this.
size-bytes = { $n } B
size-kb = { $n } KB
size-mb = { $n } MB
size-gb = { $n } GB

# Accounts
joined = Your password is set. Sign in now.
field-email = E-mail
field-password = Password
field-new-password = New password
field-password-rule = { $count ->
    [one] At least one character.
   *[other] At least { $count } characters. Several words are easier to remember.
}
field-missing = Fill this in.
field-email-wrong = This is not an e-mail address.
field-password-show = Show or hide the password
field-alias = Name that people in need see
field-alias-note = A working name; it need not be the real one.
code = Six-digit code
factor-title = Second factor
agents-title = Agents

# The account on WhatsApp
checklist-title = Setup
operator-title = What the operator states
texts-title = Texts of the bot
webhooks-title = Webhooks
health-title = State of the system

# Bundles for others
fault-too-few = A network has at least two cases on each side.
fault-few-agreed = Fewer than two of its people agreed to be handed on.
fault-ended = This network was dissolved.
fault-dismantled = The other network was dismantled and goes into no other, or its alarms would be lost. Add its cases one by one.
fault-day-invalid = Choose a day that has come, not one in the future.
fault-month-ahead = That month has not begun. Choose an earlier one.
fault-report-unset = The report could not be made just now. Try again in a minute.
fault-consent = The person has not agreed to this, or took it back.
fault-erasing = The person wants everything erased: nothing leaves.
fault-sealed-only = Open bundles are not allowed here. Name a key.
fault-recipient-invalid = One of the keys is not a public key of age, or is there twice.
fault-recipient-unknown = One of the keys is not among those that are allowed here.
fault-same-person = You asked for it: somebody else has to answer.
fault-proof-required = Nothing was done, as nobody confirmed that it is you. Do it again and confirm.
fault-too-new = Your account was made, invited anew, reset or given another role by somebody less than 72 hours ago. You can agree from { $time }; somebody else can now.
fault-asker-too-new = Whoever asks was made, invited anew or reset by you less than 72 hours ago. You can agree from { $time }; somebody else can now.
fault-made-by-asker = Whoever asks made, invited or reset your account. Somebody else has to agree.
fault-superseded = Somebody asked anew since. The page now shows it.

# Statistics
statistics-title = Statistics
networks-title = Networks

## Who is at a case
here-viewing = { $name } has this case open
here-typing = { $name } is writing in this case
here-typing-short = { $name } is writing…

## A case that a colleague holds
take-over-since = For
ask-for = Ask for it
take-from = Take it over
event-asked = { $name } asked for the case
shared-machine = Shared computer: keep no drafts
menu-pages = Pages
sessions-title = Where you are signed in
api-keys-title = API keys
audit-title = Who did what
fault-passkey-required = This account signs in with its passkey. If you lost it, ask an administrator.
fault-passkey-failed = The browser gave no passkey. Try again.
fault-passkey-known = This device has a passkey for your account already.
fault-user-not-verified = This passkey does not ask who you are. Set a finger or a PIN for it first.
fault-second-factor-required = Set up a second factor first.
fault-last-admin = One administrator must be left.

## Ready texts
replies = Ready texts
replies-open = Ready texts (type / or press Ctrl+/)
team-replies-title = Ready texts of the team

## The case in short
brief = In short

## Safe now?
safe-check = Safe now?
safe-note = Asks the person with buttons, as the bot and in their language. Nothing of your draft is sent.
safe-kept = Not now: it must not appear on this phone unasked.
safe-asked = The question is on its way
event-safe-asked = { $name } had it asked whether the person is safe
event-age-asked = { $name } had the person asked what the file waits for
event-age-answer = The question that a file waits for has its answer
event-safe-fast-safe-yes = Safe for the next minutes: yes
event-safe-fast-safe-no = Safe for the next minutes: NO
event-safe-fast-safe-cant-say = Safe for the next minutes: the person cannot say
event-safe-crisis-now-yes = Thinks of ending their life now: YES
event-safe-crisis-now-no = Thinks of ending their life now: no
event-safe-crisis-now-talk = Thinks of ending their life now: wants to talk
event-safe-other = The person answered whether they are safe
fault-quiet = This must not appear on the person’s phone now. Wait until they write.

## Marks of messages
deleted-there = deleted on their phone
quote-ours = To us:
quote-other = an earlier message
quote-go = Go to the message that this answers
person-types = The person is typing…
