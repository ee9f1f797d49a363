admin-usual = default
admin-unsaid = not stated
admin-yes = Yes
admin-no = No
admin-never = until somebody erases it
admin-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
admin-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
admin-every-hours = { $count ->
    [one] every hour
   *[other] every { $count } hours
}
admin-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}

# What the operator states
admin-operator-note = This is what holds here. Who you are, accounts, hotlines, teams and targets are changed on this page and hold at once; where the operator file states one of them, it leads, and everything else is changed there: operator.json in the data folder, or the file that AMIN_OPERATOR_FILE names. Check it with “npm run amin doctor”, then start Amin again. Where nothing is stated the usual value holds, marked “default”.
admin-no-emergency = People in danger are told no emergency number now: none for emergencies was checked within the last days.
admin-lapsed = { $count ->
    [one] { $count } number is no longer shown to anybody. Call it, then say beside it that it answers.
   *[other] { $count } numbers are no longer shown to anybody. Call them, then say beside each that it answers.
}
admin-organisation = Organisation
admin-organisation-name = Name
admin-organisation-kind = Kind
admin-organisation-more = More about it
admin-kind-state = State
admin-kind-ngo = Civil society
admin-kind-university = University
admin-kind-company = Company
admin-kind-other = Other
admin-official = Official account on { $channel }
admin-exit = Where the quick exit leads
admin-exit-own = a harmless page of our own
admin-ngo = For people who fear the organisation
admin-hotlines = Hotlines
admin-hotlines-note = A number is shown for { $days } days after its last check; after that it may reach nobody, or somebody else.
admin-hotlines-none = No number is stated. Texts of danger do without one.
admin-hotlines-no-emergency = No emergency number is shown to people. Whoever is in danger of life is only told to use the local police or ambulance number they know. State one and confirm it.
admin-hotline-area = Answers in: { $area }
admin-hotline-source = Source:
admin-hotline-checked = Last checked
admin-hotline-left = { $count ->
    [one] shown for { $count } more day
   *[other] shown for { $count } more days
}
admin-hotline-lapsed = No longer shown: check it again
admin-hotline-future = Not shown: its check lies in the future
admin-hotline-called-by = Called by
admin-hotline-call = I called it today and it answers
admin-hotline-call-title = Called today
admin-hotline-call-ask = Did you call { $number } ({ $name }) yourself today, and did somebody answer? From now on it counts as checked, and people in danger are given it.
admin-hotline-call-do = Yes, { $number } answers
admin-hotline-outdated = The operator states this number differently by now. Look at it as it stands now, and call that one.
admin-hotline-kept = Kept: checked today.
admin-for-emergency = Emergency
admin-for-suicide = Suicide
admin-for-children = Children
admin-for-women = Women
admin-for-family = Family protection
admin-for-cyber = Cybercrime
admin-for-legal = Legal help
admin-for-ngo = Civil society
admin-teams = Teams
admin-team = Team
admin-team-languages = Languages
admin-team-on = Switched on
admin-targets = How soon somebody answers
admin-night = Night is from { $from } to { $to }, Baghdad time.
admin-severity = Severity
admin-reply = First words
admin-reply-night = At night
admin-pages = Who is called
admin-page-team = after { $length }: the team
admin-page-supervisor = after { $length }: the supervisor
admin-page-external = after { $length }: somebody outside
admin-again = Then again
admin-again-every = every { $length }
admin-again-growing = after { $first }, then less and less often, at least every { $most }
admin-retention = How long cases are kept
admin-retention-note = Counted from the last message of a draft, from the last thing said in a case that nobody has, and from closing. A hold stops all of them.
admin-draft = Draft
admin-idle = Nobody has it
admin-closed = Closed
admin-rules = Rules and keeping
admin-factor = Second factor at sign-in
admin-factor-required = required
admin-factor-optional = optional
admin-two-persons = Bundles need a second person
admin-only-sealed = Bundles leave sealed only
admin-recipients = Bundles may be sealed for
admin-recipients-any = any public key
admin-anchors = Outside witnesses of time
admin-anchors-none = No authority outside vouches for the time of checkpoints.
admin-alarm = Line outside for alarms
admin-alarm-none = none: alarms stand in the log alone
admin-scrub = Every sealed object is read again within
admin-reserve = Kept free for messages
admin-new = New conversations before the next is slowed
admin-new-says = { $burst } at once, then { $count } a minute
admin-women = Known to be women
admin-women-unknown = not stated: a wish for a woman holds nobody back
admin-conflicts = With a declared conflict of interest

# Texts of the bot
admin-texts-note = Everything the bot can say, with made-up examples where it puts a name, a code or a number. Texts are changed in bots/amin/locales; whoever changes a consent text must raise its version, too.
text-group-questions = Questions
text-group-in-the-line-of-the-queue = In the line of the queue
text-group-names-of-the-questions = Names of the questions
text-group-ways-on = Ways on
text-group-what-was-noted = What was noted
text-group-when-an-answer-does-not-fit = When an answer does not fit
text-group-pause-return-leaving = Pause, return, leaving
text-group-the-case-and-the-team = The case and the team
text-group-a-person-and-their-own-case = A person and their own case
text-group-files = Files
text-group-commands-of-the-telegram-menu = Commands of the Telegram menu
text-group-for-the-team = For the team
text-group-while-somebody-in-danger-waits = While somebody in danger waits
text-group-in-danger-and-the-way-through-the-questions = In danger, and the way through the questions
text-group-the-full-intake = The full intake
text-group-next-steps = Next steps
text-group-to-read = To read
text-group-subjects-of-the-guidance = Subjects of the guidance
text-group-what-is-said-unasked = What is said unasked
text-group-guidance-on-people-and-law = Guidance on people and law
text-group-guidance-on-apps-and-games = Guidance on apps and games
text-group-guidance-on-phone-and-accounts = Guidance on phone and accounts
text-group-guidance-on-money = Guidance on money
text-group-guidance-on-pictures = Guidance on pictures
text-group-for-administrators = For administrators: the account on WhatsApp
text-group-an-administrator-who-tries-the-bot-from-their-own-phone = When an administrator tries the bot
admin-text-search = Search texts, in any language
admin-text-arguments = Filled in:
admin-text-count = { $count ->
    [one] { $count } text
   *[other] { $count } texts
}

# How the parts are
admin-health-note = Checked every ten seconds. Parts that another process runs are shown in that process’s console.
admin-channels = Channels
admin-for = for { $length }
admin-ago = { $length } ago
admin-silent = Last answer of the platform: { $length } ago
admin-channel-off = switched off
admin-channel-elsewhere = runs in another process
admin-channel-starting = is starting
admin-channel-ready = messages come and go
admin-channel-degraded = messages are late
admin-channel-down = does not work until somebody acts
admin-reason-unauthorised = The platform refuses our token or account. A valid one is needed.
admin-reason-unreachable = The platform cannot be reached. If that lasts, look at the network of this machine.
admin-reason-conflict = Another program fetches the messages of the same bot. Stop it, or take a new token.
admin-reason-standby = Another process of ours fetches; this one stands by.
admin-token-environment = Its token is set in the environment.
admin-token-here = Its token was set in the console.
admin-queues = Queues
admin-queue-inbox = Arrived
admin-queue-outbox = To be sent
admin-queue-jobs = Jobs
admin-queue-waiting = { $count ->
    [0] nothing waits
    [one] { $count } waits
   *[other] { $count } wait
}
admin-queue-oldest = the oldest for { $length }
admin-queue-stuck = That is long: the worker may have stopped, or a channel does not take messages.
admin-storage = Storage
admin-store = Cases
admin-vault = Files
admin-part-ready = can be written and read
admin-part-down = NOT usable: see the log
admin-full = No file is taken any more since { $at }: what is left is kept for messages.
admin-objects = Sealed objects
admin-objects-fine = none known to be at fault
admin-objects-broken = { $count ->
    [one] { $count } is not as it was written
   *[other] { $count } are not as they were written
}
admin-objects-act = “npm run amin verify --store” names them; restore them from a backup.
admin-fault-missing = missing
admin-fault-differs = changed
admin-fault-size-differs = of another size
admin-fault-unreadable = cannot be read
admin-fault-left = left over
admin-fault-seal-broken = seal broken
admin-fault-plain-differs = other content than was hashed
admin-room = Room for files
admin-room-unknown = only the database server knows
admin-scrub-state = Reading all files again
admin-scrub-none = has not begun
admin-scrub-under-way = Under way since { $at }.
admin-scrub-began = The next round begins after that of { $at }.
admin-scrub-ended = The round before ended { $at }.
admin-checkpoints = Checkpoints
admin-checkpoints-down = They cannot be looked at: see the log.
admin-checkpoints-none = There is none yet.
admin-checkpoint-latest = Newest
admin-checkpoint-size = { $count ->
    [one] over { $count } case head
   *[other] over { $count } case heads
}
admin-anchor = Witness
admin-anchor-nothing = nothing yet
admin-tools = What files are read with
admin-tools-known = What a missing tool would compute is left out, and the case file says so.
admin-tools-asking = They are being asked.
admin-tools-elsewhere = A worker in another process reads files.
admin-tools-failed = They could not be asked: see the log.
admin-readers = What holds the programs that read files
admin-readers-by = { $by ->
    [bubblewrap] Held by bubblewrap.
    [unshare] Held by namespaces of the system.
    [landlock] Held by Landlock.
    [network] Without the network only. Install bubblewrap.
   *[none] Nothing holds them. Install bubblewrap.
  }
admin-readers-refused = Files are not read: Amin runs as root and nothing here would hold what reads them. Run it as a user of its own, or install bubblewrap.
admin-readers-lack-files = A hostile file could read cases and keys.
admin-readers-lack-network = A hostile file could send something out.
admin-readers-lack-processes = A hostile file could disturb Amin itself.
admin-readers-lack-limits = A hostile file could use up memory and processor.
admin-readers-missing = Not installed: { $names }. Some facts of files are left out.
admin-tool = Tool
admin-tool-version = Version
admin-tool-absent = not on this machine
admin-process = This process
admin-page-older = This page is older than the server: it was updated without being built. Give npm ci (or npm run build) and start Amin again.
admin-page-missing = The console’s page is not built. Give npm ci (or npm run build) and start Amin again.
admin-up = Runs for
admin-memory = Memory
admin-roles = Roles

done = Done

# Accounts
agents-search = Search by name or e-mail
agents-none = Nobody found.
agent-active = Active
agent-invited = Invited
agent-disabled = Disabled
agent-factor-on = Second factor
agent-factor-off = No second factor
role-agent = Agent
role-agent-note = Talks with people and works on cases
role-supervisor = Supervisor
role-supervisor-note = Watches over cases and helps agents
role-analyst = Analyst
role-analyst-note = Sees numbers only, no case
role-network-analyst = Network analyst
role-network-analyst-note = Reads and judges networks of the cases of the teams below. Sees no conversation and no file
role-admin = Administrator
role-admin-note = Invites agents and decides what each may do
invite = Invite
invite-do = Make the link
invite-made = Give this link to { $name } in a safe way, not by the same channel as the cases. It works once.
invite-copy = Copy the link

# The account on WhatsApp
whatsapp-off = WhatsApp is switched off: nobody can write to you there. Whoever runs the server switches it on, in one of two ways, and starts Amin again.
whatsapp-off-linked = A number of your own
whatsapp-off-linked-how = Set WHATSAPP=baileys. Then the number is linked on this page like a second device of its phone. It is unofficial, and WhatsApp may ban the number: take one that nobody uses for anything else.
whatsapp-off-cloud = A number with Meta (Cloud API)
whatsapp-off-cloud-how = Set WHATSAPP=cloud and the settings that begin with WHATSAPP_CLOUD. It takes a business account at Meta. Meta opens every message and may keep it for 30 days.
whatsapp-off-where = Each setting is explained in scripts/deploy/settings.md. Until then people write by the other channels as before.
whatsapp-elsewhere = WhatsApp runs in another process; its own console shows how it stands.
whatsapp-state-starting = It is starting.
whatsapp-state-standby = Another process has the account; this one takes over when that one ends.
whatsapp-state-unpaired = Not linked to a phone
whatsapp-state-pairing = Being linked to a phone
whatsapp-state-connecting = Connecting
whatsapp-state-connected = Connected: messages come and go.
whatsapp-state-waiting = Not connected; it tries again by itself.
whatsapp-state-stopped = Stopped until you act
whatsapp-state-failed = It does not work.
whatsapp-health-starting = It is starting.
whatsapp-health-ready = Working: messages come and go.
whatsapp-health-degraded = Messages are late.
whatsapp-health-down = It does not work until you act.
whatsapp-fact-code = WhatsApp’s code for the last disconnection
whatsapp-fact-retry = Next try
whatsapp-fact-lock = May not write to anybody new until
whatsapp-lock-open = WhatsApp says so
whatsapp-fact-capping = New chats in this cycle
whatsapp-fact-refused = Messages refused since the start
whatsapp-fact-waiting = Messages not stored yet
whatsapp-fact-left-alone = Private chats of the number’s owner, left alone
whatsapp-fact-quality = Rating by people
whatsapp-fact-limit = People to write to first, a day
whatsapp-fact-throughput = Speed
whatsapp-fact-status = The number
whatsapp-fact-sending = Sending
whatsapp-fact-checked = As of
whatsapp-do-look = Ask WhatsApp now
whatsapp-do-connect = Connect again
whatsapp-do-unlink = Unlink
whatsapp-unlink-note = The phone forgets this device and messages stop until it is linked again. Nothing that arrived is lost.
whatsapp-pair = Link to a phone
whatsapp-pair-note = On the phone: WhatsApp, Settings, Linked devices, Link a device. Then scan the code, or choose to link with the phone number and type it.
whatsapp-own-number = This number is for this service alone
whatsapp-own-number-note = Everybody who writes to it from now on becomes a case. What was written before stays out. Never link a number that anybody uses for anything else.
whatsapp-pair-qr = Show a QR code
whatsapp-pair-code = Get a code to type
whatsapp-phone = Number of that phone
whatsapp-phone-note = With its country code, such as +964
whatsapp-qr = QR code to scan with WhatsApp on the phone
whatsapp-pairing-asked = WhatsApp is asked for a code…
whatsapp-pairing-qr = Scan it now. It changes every 20 seconds.
whatsapp-pairing-code = Type it on the phone now.
whatsapp-pairing-expired = Nobody scanned or typed it in time.
whatsapp-pairing-cancelled = Cancelled.
whatsapp-pairing-busy = The account is busy. Try again in some seconds.
whatsapp-pairing-already = The account is linked already.
whatsapp-pairing-failed = That did not work.

# Statistics
statistics-note = Of cases that were opened in these weeks. “Not shown” stands for a number from one to four, and for one that would give such a number away, so that nobody can be found in them.
statistics-span = How far back
statistics-span-4 = 4 weeks
statistics-span-13 = 13 weeks
statistics-span-52 = A year
statistics-span-260 = 5 years
statistics-csv = Table (CSV)
statistics-what = What
statistics-cases = Cases
statistics-hidden = not shown
statistics-nothing = Nothing yet
statistics-too-few = Too few to say
statistics-waiting = Waiting now
statistics-waiting-seen = Waiting now, of those you see
statistics-first-reply = Half get a first reply within
statistics-resolution = Half are closed within
statistics-most = nine of ten within { $length }
statistics-within = · { $count } of { $all } within the target
statistics-week = By week, from Monday
statistics-severity = By urgency
statistics-team = By team
statistics-material = What the other side holds
statistics-demand = What it demands
statistics-paid = Was it paid?
statistics-governorate = By governorate
statistics-map = The governorates on a map
statistics-map-note = Each square is a governorate, roughly where it lies: the stronger its colour, the more cases. A plain square has none in this time.
statistics-channel = By channel
statistics-language = By language
statistics-status = Where they stand
statistics-outcome = How they ended
statistics-stopped = Reports that were not sent: the last question
statistics-stopped-note = Where many stop, the question or its place may be wrong.
statistics-several = One case may stand in several lines.
statistics-networks = Networks, as they stand now
statistics-network-cases = Cases in networks, now
statistics-network-money = Demanded in networks
statistics-network-paid = Paid in networks
statistics-money = Money demanded
statistics-money-paid = Money paid, where it was told
statistics-named-by = in { $count } cases
statistics-reply = First reply by urgency
statistics-reply-urgency = Urgency
statistics-reply-half = Half within
statistics-reply-soon = Within the target
statistics-reply-of = { $count } of { $all }
statistics-month-open = Monthly report (PDF)
statistics-month-note = Two pages for who decides: the figures of a month beside those of the month before, counted and hidden as on this page.
statistics-month-which = Month
statistics-month-running = { $month }, not over yet
statistics-month-language = Language of the report
statistics-month-logged = That you took it stands in the log of administrators.
statistics-month-make = Make the PDF
language-ar = Arabic
language-ckb = Kurdish (Sorani)
language-en = English
length-days = { $count } d
length-hours = { $count } h
length-minutes = { $count } min
length-seconds = { $count } s

## A case that a colleague holds
agent-locked = Being guessed at
agent-no-teams = No team
field-no-teams = Without a team they see no case.
agent-agrees-from = Can agree to what others ask for from { $time }
agreeing-alone = Nobody here can agree with somebody else
agreeing-alone-what = To erase a case from this console, and to hand out a bundle where two have to agree, one supervisor or administrator asks and another agrees. What is asked for now stays open for 24 hours and then lapses. People can erase their own case all the same, and whoever runs the server can with amin erase.
agreeing-alone-mend = Invite a second supervisor. They can agree after 72 hours; at once, if the operator adds them on the server with amin agent add.
agreeing-alone-until = The next who can agree: from { $time }.
agreeing-unseen = Nobody sees the cases of these teams
role-minors-desk = Minors desk
role-minors-desk-note = An agent who also works on cases of people under 18
role-auditor = Auditor
role-auditor-note = Sees who did what, and numbers; reads no words
member-change = Change
member-change-name = Change { $name }
member-locked = Many wrong passwords came for this account. Browsers that were signed in before come in as always; others have to wait, the next time until { $time }.
member-unlock = Clear the wait
member-sessions = Where they are signed in
member-acts = Access
member-link = New link for a password
member-sessions-end = Sign out everywhere
member-sessions-end-note = They are signed out of every browser at once.
member-second-factor-reset = Remove second factor
member-second-factor-reset-note = For a lost phone. Passkeys and codes end and they are signed out; make sure that it is really them asking.
member-disable = Disable the account
member-disable-note = They are signed out at once and cannot come back.
sessions-note = If you do not know one of these, sign it out and change your password.
sessions-none = Signed in nowhere.
session-unknown = Unknown browser
session-this = This one
session-from = From
session-since = signed in
session-seen = last seen
session-end = Sign out
session-end-others = Sign out everywhere else
session-ended = Signed out there
api-keys-note = With a key another program can sign in. It may do what its scopes allow, in the teams you name, and never anything with people, keys or second factors.
api-keys-none = There is no key.
api-key-new = New key
api-key-name = Name
api-key-name-note = What the program does. Its work in a case is recorded under this name
api-key-scopes = Scopes
api-key-days = Expires after
api-key-endless = never expires
api-key-do = Make the key
api-key-made = This is the key. It is shown only now.
api-key-copy = Copy the key
api-key-since = made
api-key-until = expires
api-key-used = last used
api-key-unused = never used
api-key-end = Revoke
api-key-end-name = Revoke { $name }
api-key-end-do = Revoke it now
scope-read = Read cases
scope-write = Work on cases
scope-evidence = Open evidence
scope-admin = The installation: statements, texts, health, channels
scope-handover = Hand people over (a Botpress bot)
audit-note = Taken from the records of the cases and of the administrators. Nothing that anybody wrote is shown.
audit-from = From
audit-to = To
audit-code = Case
audit-member-all = Only { $name } · show all
audit-csv = As a table (CSV)
audit-acts = In cases
audit-deeds = People, keys and settings
audit-nothing = Nothing in this time.
audit-cut = There is more than is shown. Choose a shorter time.
audit-command = Command line
audit-copy-hash = Copy the whole hash
audit-added = added: { $what }
audit-changed = changed: { $what }
audit-removed = removed: { $what }
audit-section-organisation = who you are
audit-section-official = our official accounts
audit-section-hotlines = hotlines
audit-section-teams = teams and languages
audit-section-targets = how soon somebody answers
audit-setup = First setup
audit-broken = This log was changed: its chain is broken. Keep a copy of the database and tell whoever runs this installation.
deed-member-invited = invited
deed-member-invited-again = made a new link
deed-member-joined = chose a password
deed-member-changed = changed role or teams
deed-member-disabled = disabled the account
deed-member-unlocked = lifted the lockout
deed-factor-reset = removed the second factor
deed-sessions-ended = signed out everywhere
deed-key-made = made an API key
deed-key-ended = revoked an API key
deed-replies-changed = changed the team’s ready texts
deed-views-changed = changed the team’s views of the queue
deed-macros-changed = changed the team’s macros
deed-hotline-checked = called a hotline, and it answered
deed-webhook-tested = tried a webhook
deed-cases-imported = brought in old cases
deed-settings-changed = changed settings
deed-month-reported = took the report of a month
deed-member-slowed = was slowed for opening or searching too much
deed-exchange-signed = signed an agreement with another agency
deed-exchange-counted = compared items with another agency
deed-exchange-ended = a comparison with another agency ended
deed-exchange-refused = refused another agency
deed-exchange-looked = looked at what another agency has too
exchange-why-stranger = no agreement between this key and that one is served there: ask the other side to serve it, and compare the fingerprints by telephone
exchange-why-malformed = a message was not as it has to be: see that both sides run the same version of Amin
exchange-why-unsigned = not both parties have signed the agreement: have it signed with `amin exchange sign`
exchange-why-not-yet = the agreement does not hold yet: run it from its first day on
exchange-why-expired = the agreement does not hold any more: a new one has to be signed
exchange-why-wrong-party = the key of this Amin, or of whoever answered, is not that of a party of the agreement: compare the fingerprints, and sign a new agreement where a key was changed
exchange-why-wrong-time = the clocks of both machines are more than ten minutes apart: set them right, then run it again
exchange-why-replayed = this run was begun before, and nothing is answered twice: give `amin exchange run` again
exchange-why-out-of-turn = a message came that does not belong here now: give `amin exchange run` again
exchange-why-wrong-size = a set was sent whose size is not one of those that the agreement names: speak with the other side before you run it again
exchange-why-too-many = a set was sent that is larger than the agreement lets a run be: speak with the other side before you run it again
exchange-why-unordered = a set was sent in which something stands twice, or in an order that says something: speak with the other side before you run it again
exchange-why-no-point = a set was sent with something in it that hides nothing: speak with the other side before you run it again
exchange-why-echoed = our own set was sent back to us as if it were theirs: speak with the other side before you run it again
exchange-why-wrong-tags = an answer to our set was sent that is none: speak with the other side before you run it again
exchange-why-budget-spent = as many items were compared within 24 hours as the agreement lets one side compare: run it again later
exchange-why-unanswered = there was no answer, or none of an Amin that serves an exchange: see that the address is right and that the other side serves now
exchange-why-third-refuses = the neutral third that the agreement names does not answer, or refuses: ask them to assist, then run it again
exchange-why-third-differs = the neutral third used another key for the other side: ask whether it was started anew in between, then run it again
deed-whose-ours = items of ours
deed-whose-theirs = items of theirs
deed-outcome-done = done
deed-outcome-unconfirmed = done, not confirmed by the other side
deed-outcome-left = left by the other side
deed-outcome-refused = refused
deed-what-reveal = files
deed-what-search = searches
deed-what-token-set = the token of the Telegram bot is set
deed-what-token-changed = the token of the Telegram bot is another
deed-what-token-removed = the token of the Telegram bot is taken away
deed-signed-in = signed in
deed-sign-in-failed = failed to sign in
deed-sign-in-held-up = was held up after too many tries
audit-stranger = Somebody not signed in
deed-how-password = password
deed-how-code = code
deed-how-backup = backup code
deed-how-passkey = passkey
deed-browser-known = known browser
deed-browser-new = new browser
save = Save
audit-all = { $count ->
    [one] Show the one
   *[other] Show all { $count }
}
api-key-days-count = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
audit-intact = { $count ->
    [one] Unchanged: the one line is as it was written.
   *[other] Unchanged: all { $count } lines follow one another as they were written.
}

# Language model
admin-model = A language model that helps agents
admin-model-note = It is asked by a press of an agent, or to look a second time for danger, and never writes to a person. Changed in the settings (AMIN_MODEL_USES).
admin-model-off = None is switched on: nothing leaves the house, and everything works without it.
admin-model-use = Use
admin-model-leaves = What is sent for it
admin-model-use-danger = A second look for danger
admin-model-use-facts = Facts with their quotation
admin-model-use-summary = Summary
admin-model-use-reply = Draft of a reply
admin-model-use-translate = Translation
admin-model-use-voice = Voice notes written down
admin-model-leaves-words = Words of messages, without names, numbers, accounts, places and files that the case knows. A name that nobody told us may remain.
admin-model-leaves-voice = The voice note as it is: a voice cannot be made nameless.
admin-model-name = Model
admin-model-to = To whom
admin-model-who = Whose words
admin-model-who-away = Only of grown-ups who agreed to it in so many words
admin-model-who-here = It runs on this machine: nothing leaves the house
admin-model-kept = Kept there
admin-model-kept-away = As its owner says; OpenAI keeps what it checks for abuse for up to 30 days
admin-model-kept-here = As this machine’s own server is set
admin-model-budget = Calls in the last hour
admin-model-calls = { $used } of { $budget }
admin-model-untried = Nothing was asked since the start.
admin-model-ready = It answers.
admin-model-failing = The last call came to nothing.
admin-model-resting = It failed five times in a row and is left alone for five minutes.
admin-model-spent = The calls of this hour are used up.
admin-model-try = Try it
admin-model-try-note = With an invented message of nobody.
admin-model-answered = It answered after { $milliseconds } ms:
admin-model-none-off = No machine is switched on.
admin-model-none-withheld = This case may not be shown to a machine.
admin-model-none-budget = The calls of this hour are used up. Later again.
admin-model-none-stopped = Stopped.
admin-model-none-late = It took too long. Nothing was lost.
admin-model-none-unreachable = Help is away just now. Everything else works as before.
admin-model-none-unauthorised = The machine refuses our key. Tell the operator.
admin-model-none-busy = The machine is busy. Try again soon.
admin-model-none-refused = The machine would not answer.
admin-model-none-unreadable = What came was not usable.
admin-model-none-too-large = The answer was too large.
admin-pictures-read = Words in pictures of chats are read here, without network.
admin-pictures-off = No picture is read (AMIN_READ_PICTURES).
admin-pictures-elsewhere = Another process reads pictures.
admin-sentences-reading = Danger is read by both readers: the second reads whole sentences where the first is in doubt.
admin-sentences-resting = Danger is read by both readers; the second starts with the next message.
admin-sentences-failed = The second reader of danger ended and is started again by itself. The first reads alone, and hears less.
admin-sentences-off = Danger is read by the first reader alone, and less is heard (AMIN_READ_SENTENCES).
admin-sentences-elsewhere = Another process reads messages for danger.
# Networks
networks-note = Cases that hang together by a number or an account, a copied text, a recording, or because somebody of the team said so; of the cases that you may see. A suspicion: it does not say who did it. Pictures alone connect nobody here.
networks-none = No cases hang together yet.
networks-only = You see what cases share and what was decided of them. Their conversations and files are for their teams alone.
network-bound = Connected by
network-newest = Last movement
network-demanded = Demanded
network-paid = Paid
network-provinces = Provinces
network-services = They write on
network-nobody = Nobody
network-not-told = Not told
network-in-cases = ({ $count } told)
network-with = With
network-title = Network
network-one = Network
network-cases = Cases
network-state-suspected = suspected
network-state-confirmed = confirmed
network-state-investigated = under investigation
network-state-given = given to an authority
network-state-dismantled = dismantled
network-state-dissolved = dissolved
network-alarms = { $count ->
    [one] A new case matches it
   *[other] { $count } new cases match it
}
network-proposed-count = { $count ->
    [one] 1 more case proposed
   *[other] { $count } more cases proposed
}
network-lead = Led by
network-suspected-note = The computer suspects that these cases belong together. Nobody has judged it yet.
network-decided-note = People decided this. It is made of the cases that you may see.
network-undecided = Nobody has decided anything yet.
network-cases-title = { $count ->
    [one] 1 case
   *[other] { $count } cases
}
network-shared = What they share
network-shared-identifier = The same number or account in { $count } cases:
network-shared-image = The same picture in { $count } cases:
network-shared-script = The same copied text in { $count } cases:
network-shared-voice = The same recording in { $count } cases:
network-steps = What was decided
network-by-itself = by itself
network-proposed = Cases that hang together with it
network-proposed-note = Nobody has put them in. Look at each before you do.
network-alarm = After it was dismantled a case came that matches it:
network-graph = The network, drawn
network-graph-note = Round: cases. Square: what they share. A line leads from what is shared to each case that has it; a broken line joins two cases that people say belong together. The lists above say the same in words.
network-actions = Decide
network-reason = Why
network-name-nobody = Name nobody here and write no number: what is written here stays when a case is erased.
network-choose-confirm = Cases that belong to it
network-choose-split = Cases that become a network of their own
network-choose = Choose
network-no-other = There is no other network
network-other = The other network
network-field-code = Code of the case
network-field-authority = Authority
network-field-reference = Reference
network-field-day = Day
network-field-source = Who says so
network-do-confirm = Confirm as a network
network-do-add = Add a case
network-do-remove = Remove
network-do-answer = Not of this network
network-do-lead = I lead it
network-do-unlead = Stop leading it
network-do-investigate = Under investigation
network-do-give = Give to an authority
network-do-dismantle = Dismantled
network-do-dissolve = Dissolve
network-do-split = Split
network-do-merge = Merge
network-about-confirm = It stays one network until somebody decides otherwise, whatever the computer finds later.
network-about-add = The case is in the network from then on.
network-about-remove = The case is not proposed for this network again.
network-about-answer = The alarm goes. The case is not added.
network-about-lead = Your name stands with the network.
network-about-unlead = Nobody leads the network then.
network-about-investigate = Somebody is working on who is behind it.
network-about-give = Which authority has it, and under which reference.
network-about-dismantle = A case that comes later and matches raises an alarm.
network-about-dissolve = It was no network. Its cases stay as they are.
network-about-split = Each side keeps at least two cases.
network-about-merge = All cases of the other network come into this one.
network-step-confirmed = Confirmed as a network:
network-step-split_off = Split off, with
network-step-case_added = Added:
network-step-case_removed = Removed:
network-step-led = { $lead } leads
network-step-unled = Nobody leads
network-step-investigated = Under investigation
network-step-given = Given to { $authority }, reference { $reference }
network-step-dismantled = Dismantled on { $day }, says { $source }
network-step-dissolved = Dissolved
network-step-emptied = Dissolved: fewer than two cases are left
network-step-split = Split: these became a network of their own:
network-step-merged = Merged with another network:
network-step-matched = A case came that matches:
network-step-dossier_made = Written out for somebody outside, with:
network-dossier = Dossier for a prosecutor
network-dossier-note = The cases by their codes, each link with its method, who judged it, what was decided, and what it does not prove.
network-dossier-begin = Ask for a dossier…
network-dossier-of = Of these cases:
network-dossier-holds = Only cases that you see go into it. Who did not agree to be handed on is a number in it, and whoever is under 18 is not in it at all.
network-dossier-count = Named: { $named }. Only counted: { $unnamed }.
network-dossier-nobody = Fewer than two of its people agreed to be handed on: there is nothing to ask for.
network-step-dossier_requested = Dossier asked for, of:
network-step-dossier_approved = Dossier agreed to
network-step-dossier_refused = Dossier refused
network-step-alarm_answered = Not of this network:
bond-none = put in by the team
bond-through = through another case
graph-identifier = number or account
graph-image = picture
graph-script = text
graph-voice = recording
bond-identifier = same number or account
bond-script = same copied text
bond-voice = same recording
bond-said = said by the team
network-service-whatsapp = WhatsApp
network-service-viber = Viber
network-service-imo = imo
network-service-zaincash = ZainCash
network-service-asiahawala = AsiaHawala
network-service-fastpay = FastPay
network-service-telegram = Telegram
network-service-instagram = Instagram
network-service-facebook = Facebook
network-service-snapchat = Snapchat
network-service-tiktok = TikTok
network-service-x = X

# What an installation needs
checklist-note = What this installation needs before people write to it. Nothing here is ticked by hand: every state is read from the parts themselves, as they are now.
checklist-done = { $done } of { $of } are there
checklist-all = Everything that is needed is there
checklist-needed = Needed
checklist-choice = As you choose
todo-open = Open
todo-state-good = There:
todo-state-odd = Look at this:
todo-state-bad = Missing, and grave:
todo-state-none = To do:
todo-state-choice = Not chosen:
todo-factor = Second factor
todo-factor-none = You have none yet. Whoever learns your password has everything.
todo-factor-some = { $count ->
    [one] One member has none yet.
   *[other] { $count } members have none yet.
}
todo-factor-all = Everybody who is active has one.
todo-second-admin = Second administrator
todo-second-admin-none = You are the only one. If you lose your way in, nobody can let you in from here.
todo-second-admin-invited = Invited, and not there yet. Until then you are the only one.
todo-second-admin-there = { $count } administrators can let each other in again.
todo-members = Who answers
todo-members-none = Nobody answers people yet. Invite agents, and name the teams whose cases they see.
todo-members-invited = { $count ->
    [one] One is invited and was not here yet.
   *[other] { $count } are invited and were not here yet.
}
todo-members-there = { $count ->
    [one] One person answers.
   *[other] { $count } people answer.
}
todo-organisation = Who you are
todo-organisation-none = People are not told who is behind this. Say it on the page that opens here.
todo-organisation-there = People are told who is behind this.
todo-hotlines = Hotlines
todo-hotlines-no-emergency = Whoever is in danger is told no number now. Call an emergency number and add it on the page that opens here.
todo-hotlines-lapsed = { $count ->
    [one] One number is no longer shown to anybody. Dial it, and confirm it.
   *[other] { $count } numbers are no longer shown to anybody. Dial them, and confirm them.
}
todo-hotlines-there = { $count ->
    [one] One number is shown.
   *[other] { $count } numbers are shown.
}
todo-telegram = Telegram
todo-telegram-off = Switched off. Put in the token that @BotFather gives: no file, no restart.
todo-whatsapp = WhatsApp
todo-whatsapp-off = Switched off. WHATSAPP switches it on; then a number is linked here by its QR code.
todo-webchat = Web chat
todo-webchat-ready = People open { $address }
todo-webchat-here = Only this machine reaches { $address }. Give AMIN_PUBLIC_URL an https address that people can open.
todo-backup = Backups
todo-backup-elsewhere = The database makes its own copies, and Amin does not see them. Restore one once, to know that it works.
todo-backup-none = No copy was ever made whole. scripts/deploy/BACKUP.md says how, and how to try one.
todo-backup-old = The last whole copy is { $hours } hours old; there should be one every night.
todo-backup-there = The last whole copy is { $hours } hours old. Only a restore proves it: scripts/deploy/BACKUP.md.
todo-teams = Teams and languages
todo-teams-none = { $count } teams, as they come. Nobody said which languages they speak.
todo-teams-some = { $count ->
    [one] Of one team nobody said which languages it speaks.
   *[other] Of { $count } teams nobody said which languages they speak.
}
todo-teams-there = It is stated which languages each of { $count } teams speaks.
todo-targets = Targets
todo-targets-none = The usual times hold. See whether your team can keep them.
todo-targets-there = Stated by you.
todo-model = Language model
todo-model-none = None is switched on, and nothing is missing without one.
todo-model-there = { $count ->
    [one] It helps with one thing.
   *[other] It helps with { $count } things.
}
settings-change = Change
settings-keep = Keep
settings-kept = Kept. It holds now, in every part of Amin.
settings-choose = Choose
settings-from-file = Set in the operator file (operator.json). Take it out there and start Amin again to change it here.
settings-changed-by = Last changed by
settings-outdated = Somebody else changed this meanwhile. What you typed still stands here: copy what you need, close this, and look at it as it is now.
settings-unfit = Not kept yet: the fields marked below are not right.
settings-why-missing = This is missing.
settings-why-long = This is too long.
settings-why-small = This number is too small.
settings-why-large = This number is too large.
settings-why-format = This is not written as it has to be.
settings-why-choice = Choose one of the list.
settings-why-twice = This stands here twice.
settings-why-order = Later calls must come later.
settings-why-last = One team must stay on.
settings-why-strange = Nobody here knows this field.
settings-organisation = Who you are
settings-organisation-note = People read this when they ask who is behind the chat. Some fear one kind of place more than another, so it is said plainly.
settings-more-note = A page about you, beginning with https://. May stay empty.
settings-official = Official accounts
settings-official-note = As people see them, such as @name. Whoever asks “is this really you?” is told these, and that every other one is not.
settings-hotlines = Hotlines
settings-hotline-add = Add a number
settings-hotline-title = Change this number
settings-hotline-name = What answers there
settings-hotline-number = Number
settings-hotline-for = What people call it for
settings-hotline-source = How you know it
settings-hotline-source-note = A page, a letter, or “called”.
settings-hotline-checked = Last called
settings-hotline-checked-note = The day on which somebody of yours last called it and was answered. People in danger are given it from that day on, for a while only.
settings-hotline-area = Where it answers (empty: everywhere)
settings-hotline-preview = What a person in danger reads
settings-hotline-silent = The bot itself names emergency numbers only. The others stand here for the team.
settings-hotline-remove = Take it away
settings-order = Order of the numbers
settings-order-note = People in danger are told the first two that are for emergencies and were called lately.
settings-order-up = Move up: { $name }
settings-order-down = Move down: { $name }
settings-order-place = { $name } is number { $place } of { $of } now.
settings-teams = Teams and languages
settings-teams-note = Cases go to the teams that are switched on. The languages say whom a team can answer.
settings-team-name = Another name for it
settings-targets = How soon somebody answers
settings-targets-note = In minutes. Where a field is empty, the grey number holds. Who is called while nobody answers stands below it, in order of time.
settings-target-day = First words, by day
settings-target-night = First words, at night
settings-calls-usual = Nobody is named here, so the usual holds:
settings-calls-removed = No call is left here, so the usual of Amin holds.
settings-call = Call { $n }
settings-call-after = After how many minutes
settings-call-whom = Whom
settings-call-team = The team
settings-call-supervisor = The supervisor
settings-call-external = Somebody outside
settings-call-remove = Remove call { $n }
settings-call-add = Another call
settings-again-first = Then again after (minutes)
settings-again-most = At least every (minutes)
settings-night = Night, in Baghdad
settings-night-from = From hour
settings-night-to = To hour
settings-file = As a file
settings-file-note = What is set here as an operator file, for a copy or for another Amin. A file can be looked through before anything of it is taken over.
settings-file-export = Export as operator.json
settings-file-import = Choose an operator.json
settings-file-look = Look through { $name }
settings-file-none = This is not an operator file: it cannot be read as JSON.
settings-file-title = What this file would change
settings-file-nothing = Nothing in this file can be set here.
settings-file-left = These stay in the operator file and cannot be set here:
settings-file-take = Take the changes over
settings-file-same = is the same here already.
settings-file-changes = would change.
settings-file-file = stands in the operator file here, which leads.
settings-file-wrong = cannot be so:
settings-added = New:
settings-removed = Gone:
settings-changed = Different:

telegram-note = The bot that people write to. Its token is asked of Telegram, kept sealed, and never shown again, here or anywhere.
telegram-account = The bot
telegram-bot = Bot
telegram-token = Token
telegram-token-note = Digits, a colon, letters. Whoever has it can read and write as the bot: keep it nowhere else.
telegram-token-show = Show or hide the token
telegram-runs = In this moment
telegram-from-environment = Set in the environment (TELEGRAM_BOT_TOKEN), which leads. Take it out there and start Amin again to set it here.
telegram-from-here = Set here. It is kept sealed.
telegram-from-nowhere = Not set. Nobody can write on Telegram.
telegram-from-unreadable = Set here once, and the master key of now does not open it. Set it anew.
telegram-look = Ask Telegram now
telegram-why-good = Telegram knows this token.
telegram-why-none = No token is set.
telegram-why-format = This does not look like a token. It is digits, a colon and letters, such as 123456:ABC…
telegram-why-refused = Telegram does not know this token. Was it cut off while copying, or replaced by @BotFather since?
telegram-why-unreachable = Telegram does not answer from this machine. Nothing was changed. Look at its network, or at a firewall in between.
telegram-why-slowed = Telegram wants to be asked later. Nothing was changed; try again in a minute.
telegram-why-broken = Telegram has trouble of its own now. Nothing was changed; try again soon.
telegram-why-webhook = Another program has the messages of this bot sent to it. When Amin takes the bot, that program hears nothing any more.
telegram-why-other-bot = This is another bot than before. Whoever writes to the old one reaches nobody there; people come back to the new one with their return code and PIN. Files sent to the old one that are not kept here yet wait until a token of it is set here again.
telegram-outdated = Somebody else changed the token meanwhile. Close this and look at it as it is now.
telegram-set = Ask Telegram and set it
telegram-anyway = Set it all the same
telegram-kept = Set. The bot listens in a moment.
telegram-change = Change the token
telegram-remove = Take the token away
telegram-remove-note = From this moment nobody is heard on Telegram, and nothing that waits for people there is sent. Conversations stay here. Telegram keeps what people write for a day; the same bot hears it when its token is set again by then.
telegram-revoke = Taking a token out of here does not end it: whoever has a copy can still read and write as that bot. End it at @BotFather with /revoke.
telegram-removed = Taken away. The bot is silent.
telegram-how-open = On your phone or computer, open Telegram and write to @BotFather.
telegram-how-new = Send /newbot, and choose a name that gives nothing away on somebody’s phone.
telegram-how-copy = Copy the token that it answers with, and put it here.
telegram-official-none = Whoever asks “is this really you?” is told of no official account on Telegram yet.
telegram-official-other = Whoever asks “is this really you?” is told of another account than this bot:
telegram-test = Test message
telegram-test-note = From your own phone: whether a message comes through and an answer gets back. It opens no case and is counted nowhere.
telegram-test-do = Try it from my phone
telegram-test-again = Try it once more
telegram-test-how = Scan this with your phone or open the link there, then press START in Telegram.
telegram-test-qr = QR code with the link to the test message
telegram-test-copy = Copy the link
telegram-test-by-hand = Or send these words yourself to
telegram-test-copy-command = Copy the words
telegram-test-waits = Waiting for your message…
telegram-test-nothing = Nothing came of the test of { $at }.
telegram-test-came = Your message came through ({ $at }), but the answer did not reach your phone. Is the bot blocked there?
telegram-test-answered = Your message came through and was answered ({ $at }).
field-role = Role
field-teams = Teams
field-teams-note = They see cases of these teams and those they hold, and nothing else
field-every-team = Every team
field-every-team-note = They see every case, also those of people under 18
networks-teams-note = They see networks of cases of these teams and of no other
networks-every-team-note = They see networks of every case, also of people under 18
networks-no-teams = Without a team they see no network.

# Cases in numbers, for who reads none
counts-title = Cases in numbers
counts-note = Your role sees how many cases there are, not the cases themselves.
counts-small = Numbers from one to four are not shown, nor one that would give such a number away, so that nobody can be found in them.

# Programs that are told of cases
webhooks-note = Programs of yours that are told of what happens to cases: ids and coded values alone, never a word, a name or a phone number. They are named in the operator file; scripts/deploy/operator-file.md says how the other side checks a message. Where Amin runs on several machines, this page shows what this one sent.
webhooks-none = The operator file names none. A ticket system or a duty desk can be told when a case opens, becomes urgent or is closed.
webhook-is-new = This machine has sent it nothing yet. A test shows whether it takes what it is sent.
webhook-is-on = Takes what it is sent
webhook-is-failing = Has taken nothing since { $at }. Each message is tried again for a day and more.
webhook-is-off = Switched off on { $at }: it had taken nothing for three days. A test that it takes switches it on again.
webhook-tested = It took a test on { $at }.
webhook-events = Is told of:
webhook-last = The last messages
webhook-last-fewer = Show the newest alone
webhook-what = What happened
webhook-when = When
webhook-became = What became of it
webhook-tries = Tries
webhook-delivered = Taken
webhook-waits = Waits
webhook-given-up = Given up
webhook-next = Next try on { $at }
webhook-next-off = Tried again once a test is taken, if it is not too old by then
webhook-fault-denied = It answered { $status }: it does not let us in. The secret may not be the same on both sides
webhook-fault-gone = It answered { $status }: there is nothing at that address
webhook-fault-many = It answered { $status }: that was too much for it at once
webhook-fault-broken = It answered { $status }: something is broken on its side
webhook-fault-status = It answered { $status }, which is no yes
webhook-fault-redirect = It pointed to another address, which is not followed
webhook-fault-timeout = It did not answer within ten seconds
webhook-fault-unreachable = It cannot be reached: it may be off, or its address or certificate wrong
webhook-type-opened = Case opened
webhook-type-urgency-changed = Severity changed
webhook-type-team-changed = Team changed
webhook-type-taken-over = Case taken over
webhook-type-handed-back = Case handed back
webhook-type-closed = Case closed
webhook-type-erased = Case erased
webhook-type-target-missed = P1 past its target
webhook-test-do = Send a test
webhook-test-taken = It took the test.
webhook-test-refused = It did not take the test. { $why }.
