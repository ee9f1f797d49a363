### What the report of a case says in English. Keys and arguments are the same in all three languages (test/adapters/report).

## The cover and every page

title = Case report and digital evidence
title-of-item = Blurred preview of the item
contents = Contents
confidential =
    Confidential. This report holds what a person told in trust. It is for those who work on the case; whoever passes it on answers for it. The person's safety comes before any step taken on it.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
f-organisation = Organisation that keeps the case
f-prepared-by = Prepared by
f-prepared-at = Prepared at
f-scope = Made for
f-opened = Case opened
f-last = Last entry
f-channel = Reported through
f-language = Language of the person
f-state = State
f-team = Team
f-contains = What it holds
f-zone = Times
zone-note = Local time first. "Z" marks universal time (UTC).
count-items = items of evidence
count-messages = messages
count-entries = entries of the record
organisation-unknown = Not stated
operator-command-line = By command, at the machine that keeps the case
scope-person = The person's own copy: everything
scope-share-investigators = Investigators: what the person agreed to hand on
scope-share-ngo = A helping organisation: what the person agreed to hand on
channel-telegram = Telegram
channel-whatsapp = WhatsApp
channel-webchat = Web chat of the organisation
channel-phone = A phone call, taken down by a member of the team
language-ar = Arabic
language-ckb = Kurdish (Sorani)
language-en = English
state-open = Open
state-closed = Closed
outcome-resolved = resolved
outcome-referred = passed on
outcome-withdrawn = withdrawn by the person
outcome-unreachable = the person could not be reached
outcome-duplicate = the same as another case
outcome-not-a-case = not a case

## Summary

section-summary = Summary
summary-note =
    All of this was told by the person and noted as told. Nobody has verified it yet. The grade of urgency is ours; it is no judgement on what happened.
s-alleged = What is reported
s-who = By whom, as far as known
s-relation = Known to the person as
s-urgency = How urgent
s-reasons = Why
s-set-by-rules = by the rules of the service
s-set-by-agent = by a member of the team
s-why = Reason given
s-demanded = What is demanded
s-deadline = Time given
s-paid = Paid so far
s-age = Who it happened to
s-own-words = In the person's own words
s-own-words-more = The whole of it is in the section on the person's words.
s-links = Other cases with a shared identifier
s-nobody = Nothing known so far
severity-p1 = P1: danger to life or a minor, now
severity-p2 = P2: serious and close in time
severity-p3 = P3: serious
severity-p4 = P4: advice
ask-title = What is asked of whoever receives this
ask-1 = Ask the platforms soon to preserve and hand over what they hold on the accounts and numbers below; many keep it only a short time. The platforms' own message ids stand beside each message.
ask-2 = Compare with the original on the person's own device and at the platform. This bundle is a preserved copy of a complaint: it helps to find and check the originals, and takes the place of neither.
ask-3 = Speak to the person only in the way they agreed to (see consents), and never through relatives.
ask-4 = Open the files only where it is needed. Do not copy or show intimate material; note each viewing.

## Identifiers and timeline

section-identifiers = Numbers, names and accounts
identifiers-note = Read in the person's words by rules; each should be checked before it is used. "Seen in" names the messages of the conversation section.
identifiers-none = None were found in the person's words.
c-type = Type
c-value = Value
c-written = As written
c-owner = Whose
c-seen = Seen in
owner-perpetrator = The other side
owner-self = The person
owner-other = Somebody else
type-phone = Telephone
type-whatsapp = WhatsApp
type-viber = Viber
type-imo = imo
type-zaincash = ZainCash wallet
type-asiahawala = AsiaHawala wallet
type-fastpay = FastPay wallet
type-telegram = Telegram
type-instagram = Instagram
type-facebook = Facebook
type-snapchat = Snapchat
type-tiktok = TikTok
type-x = X
type-handle = Account name, service not told
type-email = E-mail
type-btc = Bitcoin address
type-eth = Ethereum address
type-tron = Tron address
type-iban = Bank account (IBAN)
type-card = Bank card (digits masked)
type-mtcn = Money transfer number (MTCN)
type-game-id = Game account
type-url = Link
form-id = number of the account
form-invite = invitation link
section-timeline = Timeline
timeline-note = What happened when in this case, oldest first, by the clock of the service.
timeline-none = Nothing is recorded.
c-time = Time
c-what = What
c-detail = Detail

## The person's words

section-words = In the person's own words
words-note = As it was written: nothing corrected, nothing translated.
words-none = The person told nothing in words.
section-answers = Answers to the questions
answers-note = Choices stand as they were offered; words as they were written.
skipped-skip = Passed over
skipped-unknown = "I don't know"

## Evidence

section-evidence = Evidence
evidence-note =
    Each file is in the bundle as it arrived, byte for byte, under a neutral number. Pictures here are small and blurred on purpose. Names given by a device or a platform are claims, and so is a declared type.
evidence-none = The bundle holds no files.
read-title = What was read off the files, and what the words mean
read-found = Found: it is there, as shown. Such marks can be set by anybody and need checking.
read-broken = Found, but broken: something is there and does not hold, such as a signature over other bytes.
read-none = None found: this proves nothing. Messengers remove such marks as a rule.
read-not-computed = Not computed: nobody looked, for the reason that stands there.
e-file = File in the bundle
e-original-name = Name given by the device
e-type = Type by content
e-type-declared = Type declared
e-type-unknown = Not recognised
e-size = Size
e-sha256 = SHA-256
e-md5 = MD5
e-pdq = PDQ (picture fingerprint)
e-quality = quality
e-bytes = bytes
e-capture = How it came
capture-recompressed = re-encoded by the platform on the way
capture-as-sent = the bytes that the person's device sent
e-forwarded = forwarded from another chat
e-sent = Sent, by the platform's clock
e-announced = Offered, by our clock
e-received = Received and sealed
e-blurred = Blurred on purpose. The file itself is unchanged.
e-more = more in data/index.json
media-photo = Photo
media-document = File
media-video = Video
media-voice = Voice message
media-audio = Audio
media-animation = Animation
media-video-note = Video message
media-statement = Statement in words, sealed as a file
aspect-type = Type
aspect-digest = Digests
aspect-container = Container
aspect-metadata = Metadata
aspect-provenance = Signed origin (C2PA)
aspect-generation = Marks of AI generation or editing
aspect-fingerprint = Picture fingerprint
aspect-rendering = Pictures made from it
found-found = found
found-broken = found, but broken
found-none = none found (proves nothing)
found-not-computed = not computed
why-tool-absent = the tool is not installed
why-unsupported = this kind of file cannot be read
why-too-large = the file is too large
why-too-slow = it took too long
why-damaged = the file is damaged
why-failed = the tool failed

## What was left out

section-left-out = What was left out, and why
left-out-note = What was offered and is not in this bundle.
left-out-none = Nothing was left out.
c-item = Item
c-why = Why
c-kind = Kind
l-consent = The person did not agree to hand it on, or had not agreed to keep it
l-age = The person is under 18 or their age is not known: no media is taken
l-size = Too large to be taken
l-count = Too many files at that time
l-failed = It could not be fetched from the platform
l-pending = It had not arrived yet
l-fingerprint = The file stayed on the person's device; only its fingerprint was given

## Conversation

section-conversation = Conversation
conversation-note = In order, with the number of each line. Below each: what the platform calls the message. Line numbers are those of data/transcript.txt.
conversation-none = Nothing was said.
conversation-cut = The report ends the conversation here because of its length. All of it is in data/transcript.txt.
text-cut = Cut here because of its length. All of it is in data/transcript.txt.
who-person = The person
who-bot = The service (program)
who-agent = Member of the team
line-press = pressed a button
line-media = sent a file
line-contact = sent a contact
line-location = sent a place
line-start = opened the chat
line-command = wrote a command
line-unsupported = sent what cannot be taken here
line-blocked = blocked the account
line-unblocked = unblocked the account
m-forwarded = forwarded
m-edited = Changed later
m-refused = Not taken
m-held = kept until the person wrote
m-platform = Platform's id

## Record, log, consents

section-custody = Chain of custody
custody-note = Each entry is hashed over the one before it: none can be changed, removed or slipped in without breaking every later hash. Short hashes are their first 16 digits; the whole record is data/custody/entries.jsonl.
c-seq = No.
c-who = Who
c-hash = Hash
actor-person = The person
actor-bot = The service
actor-system = The machine
actor-agent = Team member
k-total = Entries in the bundle
k-head = Hash of the last entry
k-reason = Reason
section-checkpoint = Checkpoint and anchoring
checkpoint-note = The last hash of this case is a leaf of a log over all cases. The log's root is signed below; the proof that this case is in it shows nothing of any other case.
p-origin = Name of the log and its key
p-size = Cases and states in the log
p-leaf = Place of this case in it
p-root = Root
p-key = Public key
p-anchors = Time stamps by others
p-anchors-none = None. Then only the signature dates the checkpoint: compare it with copies kept elsewhere.
p-text = The signed text
section-consents = Consents
consents-note = What the person agreed to, each by itself, and can take back.
consents-none = No consent is recorded.
c-consent = Consent
c-given = Given
c-version = Text
consent-yes = yes
consent-no = no

## Certificate

section-certificate = Certificate of preparation
certificate-note = Made by the program as the bundle was prepared. It becomes a statement of a person only by the signature below.
z-software = Program
z-tools = Tools that read or made something
z-tools-none = None
z-hashes = Hash methods
hash-sha256 = SHA-256 (FIPS 180-4), over the bytes as they arrived
hash-md5 = MD5 (RFC 1321), only to find equal files in older lists
hash-pdq = PDQ, a fingerprint of how a picture looks; alike is not the same
z-time = Source of time
time-system-clock = The clock of the machine that keeps the case. It was not checked against another clock at each entry.
z-operator = Who prepared it
z-proves = What the bundle shows, once its checks hold
proves-1 = The files are, byte for byte, those that were received and sealed.
proves-2 = The record of who did what and when is unchanged and whole since the checkpoint was signed, and since the time stamps, where there are any.
proves-3 = This case is part of the log under that checkpoint.
z-not = What it does not show
not-1 = Who made a picture or a message, or that what it shows is true.
not-2 = That a file was not changed before it was received.
not-3 = That the service noted everything rightly at the moment it was received.
not-4 = That a file without marks of generation is genuine, or that one with such marks is not.
z-guidance = Guidance followed
guidance = ISO/IEC 27037 and the Berkeley Protocol on Digital Open Source Investigations were followed as guidance. No certification is claimed.
z-sign = Handing over
sign-text = I hand over this bundle as it was prepared, and changed nothing in it.
sign-name = Name and office
sign-signature = Signature
sign-date = Date and place
sign-receiver = Received by (name, office, signature)

## By hand

section-by-hand = Checking by hand
by-hand-note = The core of the check needs no program of ours: a computer with sha256sum and OpenSSL 3 is enough. Open a terminal in the folder where the bundle was unpacked. Easier: open verify.html from the bundle in a browser, without a network.
h-files = All files are as listed
h-files-expect = Every line must end in OK.
h-one = One file, compared with the SHA-256 in this report
h-list = The list of files is the one that was signed
h-signature = The checkpoint was signed with the key in this report
h-signature-expect = The answer must be: Signature Verified Successfully. The key must be the one the organisation published, not only the one in the bundle.
h-leaf = The last entry of the record is the one in the log
h-leaf-expect = The hash shown must be the one in the chain-of-custody section.
h-stamp = The time stamp of another authority
h-stamp-expect = The certificate of that authority has to be fetched from itself.

## Signs without a glyph

section-signs = Signs shown by their code
signs-note = Signs that the fonts of this report do not have (such as emoji) and invisible signs that could mislead stand as their Unicode code in brackets, with their count where one follows itself. The file data/transcript.json holds them as they were sent.
marks-note = Invisible marks that only turn the direction of text were left out of what is printed here. They are in the same file.

## What entries of the record are

event-case-opened = Case opened
event-chat-attached = Chat connected
event-language-chosen = Language chosen
event-person-blocked = Account blocked by the person
event-person-unblocked = Account unblocked by the person
event-person-exited = Quick exit
event-message-received = Message received
event-message-edited = Message edited
event-question-asked = Question asked
event-answer-given = Answer given
event-step-skipped = Question skipped
event-step-reopened = Question opened again
event-case-submitted = Case submitted
event-conversation-paused = Conversation paused
event-conversation-resumed = Conversation resumed
event-bot-said = The service wrote
event-agent-said = A team member wrote
event-evidence-announced = Evidence offered
event-evidence-refused = Evidence not taken
event-evidence-received = Evidence sealed
event-evidence-failed = Evidence not fetched
event-preview-made = Preview made
event-preview-missing = No preview possible
event-receipt-scheduled = Receipt prepared
event-receipt-given = Receipt given
event-evidence-viewed = Evidence viewed
event-handoff-requested = A human was asked for
event-case-claimed = Taken over
event-case-released = Handed back
event-case-transferred = Passed on
event-case-closed = Closed
event-case-reopened = Opened again
event-note-added = Note added
event-severity-judged = Severity judged
event-severity-set = Severity changed
event-team-assigned = Team assigned
event-messages-wiped = Messages removed
event-crisis-found = Danger read in the words
event-identifiers-found = Numbers or names found
event-identifiers-owned = Said to be their own
event-case-linked = Linked to another case
event-urgent-path-taken = Urgent questions
event-words-released = Waiting words sent
event-paged = The team was called again
event-access-changed = A step with the PIN or the return code
event-access-asked = Asked about access
event-access-left = Question about access ended
event-secret-kept = Secret word set
event-return-failed = Return failed
event-return-granted = Moved to another case
event-return-refused = Return refused
event-person-returned = Person came back
event-decoy-opened = Decoy opened
event-decoy-used = Decoy PIN used
event-duress-used = Duress word used
event-consent-given = Consent given
event-consent-withdrawn = Consent taken back
event-erase-confirmed = Erasure asked for
event-correction-given = Correction
event-check-shown = Check words shown
event-case-erased = Case erased
event-evidence-examined = File examined
event-fingerprint-given = Fingerprint given, the file stayed with the person
event-fingerprints-shared = Fingerprints put into a list for platforms
event-sharing-allowed = Sharing of a fingerprint allowed
event-sharing-withdrawn = Sharing of a fingerprint taken back
event-export-requested = Bundle asked for
event-export-approved = Bundle agreed to by a second person
event-export-refused = Bundle refused by a second person
event-export-prepared = Bundle prepared
event-case-exported = Bundle handed out
event-hold-set = Legal hold set
event-hold-lifted = Legal hold lifted
event-erasure-requested = Erasing of the case asked for
event-erasure-refused = Erasing of the case refused by a second person
event-erasure-approved = Erasing of the case agreed to by a second person
event-case-snoozed = Put aside until a set time
event-snooze-ended = Taken up again
event-safe-times-set = Times set at which it is safe to write to the person
event-safe-times-cleared = Safe times removed
event-task-added = Task added
event-task-done = Task done
event-task-reopened = Task opened again
event-answer-corrected = A team member corrected how an answer was understood
event-identifier-judged = A team member judged whose a number or name is
event-help-asked = A supervisor was asked for
event-help-given = A supervisor came
event-case-viewed = Case looked into
event-case-asked = A colleague asked for it

## What details of the timeline are

danger-self-harm = thoughts of ending life
danger-violence = violence
danger-sexual-abuse = sexual abuse
danger-minor = a minor
danger-meeting = told to meet
danger-deadline = a time limit
handoff-person = asked for by the person
handoff-submitted = the report was complete
handoff-danger = danger was read in the words
handoff-agent = by a member of the team
handoff-returned = the person wrote again
fetch-gone = the platform no longer has it
fetch-too-large = too large
fetch-unreachable = the platform could not be reached
