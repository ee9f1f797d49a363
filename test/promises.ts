import { access, type Promised } from './promises-of.ts'
import { OF_KEPT } from './promises-kept.ts'
import { OF_PAGES } from './promises-page.ts'
import { OF_PEOPLE } from './promises-people.ts'
import { OF_SECRETS } from './promises-secrets.ts'

const TAKE_BACK = 'test/core/policy/access/take-back.test.ts'

const DESK_PROMISES = 'test/core/services/desk/promises.test.ts'

const WAITING = 'test/core/services/evidence/waiting.test.ts'
const TAKEN_BACK = 'test/core/services/evidence/taken-back.test.ts'

const PRINT = 'test/core/services/evidence/fingerprint.test.ts'

const QUIET = 'test/core/policy/access/quiet.test.ts'

const LINES = 'test/core/policy/conversation/lines.test.ts'

const IN_LINE = 'test/core/services/inbound/in-line.test.ts'

const CLOSING = 'test/core/services/casebook/closing.test.ts'

const HOLD_DESK = 'test/adapters/console/hold.test.ts'
const HOLD = 'test/core/services/agents/hold.test.ts'

const NOBODY_ELSE = [
  DESK_PROMISES,
  'nobody but the person is ever written to: not family, school or work that was named, not the other side, from the first word to the erasing',
] as const

const ONLY_SENT = [
  DESK_PROMISES,
  'only what is sent is kept: every message and every file of a case is one that the person sent, and nothing else was fetched',
] as const

const NEVER_ASKED = [
  'test/bots/never-asked.test.ts',
  'no text of the bot or at an agent’s hand asks for money, a password, a login code or a private photo (%s)',
] as const

const THE_ACCOUNT = [
  DESK_PROMISES,
  'whoever asks whether this is us is told the one account that the operator named for this channel, and no other',
] as const

const BY_TEAM = [
  'test/adapters/console/search.test.ts',
  'cases of other teams, and of children, are found by nobody who may not see them, by no road',
] as const

const READ_IS_TOLD = [
  'test/adapters/console/traces.test.ts',
  'that shows a sentence of a case leaves one trace a reader in it, whatever it is opened for later',
] as const

const LOCKED = [
  access('bytes'),
  'erasing in the middle of everything leaves no readable word in any file of the data folder',
] as const

const BY_CHANNEL = 'test/core/policy/access/said-by-channel.test.ts'

const NO_NEED_AGAIN = [
  BY_CHANNEL,
  'a file that waits on %s is taken after the answers without being sent again, as it was said',
  'telegram',
  'whatsapp',
  'whatsapp-cloud',
  'botpress',
] as const

const ON_THE_PAGE = [
  'test/adapters/channels/webchat/waiting.test.ts',
  'stay on the phone, announced once without a byte or a name, and go out by themselves when the answer comes',
  'webchat',
] as const

const OTHER_BOT = [
  BY_CHANNEL,
  'nothing is taken out of the window of another bot, and no text says so (botpress)',
  'botpress',
] as const

const LEAVING = [
  TAKE_BACK,
  '%s promises what this channel takes back, and nothing that another does',
] as const

const CHILD = [
  WAITING,
  'and is under 18 hears the reason once for all that waited, and nothing was ever fetched',
] as const

/** What leaving takes out of the chat, as it was said. */
const TAKEN_OUT = [
  LEAVING,
  [TAKE_BACK, 'loses what both sides said on Telegram', 'telegram'],
  [TAKE_BACK, 'loses what we said on WhatsApp, and nothing of theirs is asked for', 'whatsapp'],
  [TAKE_BACK, 'loses nothing on the Cloud API: no wipe is sent, and none is written down', 'whatsapp-cloud'],
  [
    'test/journey/hidden-page.test.ts',
    'leads away at once, and tells nothing of a case in any place a browser keeps things (%s)',
    'webchat',
  ],
  OTHER_BOT,
] as const

/** The table of all promises (test/promises.test.ts). */
export const PROMISES: readonly Promised[] = [
  ...OF_SECRETS,
  ...OF_PEOPLE,
  ...OF_KEPT,
  ...OF_PAGES,
  {
    keys: ['ask-consent', 'phone-ask-consent', 'ask-consent-file'],
    on: 'every',
    shows: [
      NOBODY_ELSE,
      ONLY_SENT,
      [access('erase'), 'works %s'],
      [
        'test/locales.test.ts',
        'what is promised of the family is one sentence, in every text that speaks of it (%s)',
      ],
    ],
  },
  { keys: ['consent-more'], on: 'every', shows: [...TAKEN_OUT, LOCKED, BY_TEAM] },
  {
    keys: ['ask-consent-again', 'consent-back', 'erase-ask'],
    on: 'every',
    shows: [[access('erase'), 'works %s'], ...TAKEN_OUT],
  },
  {
    keys: ['channel-note-botpress'],
    on: ['botpress'],
    shows: [
      [
        'test/adapters/channels/botpress/door.test.ts',
        'a link leads to the page where nobody reads along',
        'botpress',
      ],
    ],
  },
  {
    keys: ['paused-watched', 'exit-note'],
    on: 'every',
    shows: [
      ...TAKEN_OUT,
      [QUIET, 'who stopped because somebody watches is sent nothing until a word of return'],
    ],
  },
  { keys: ['saying-who-sees'], on: 'every', shows: [BY_TEAM, READ_IS_TOLD, LOCKED, NOBODY_ELSE] },
  {
    keys: [
      'saying-tell-family',
      'saying-tell-school',
      'saying-minor-who',
      'crisis-violence',
      'crisis-violence-other',
      'crisis-abuse',
      'crisis-abuse-other',
    ],
    on: 'every',
    shows: [NOBODY_ELSE],
  },
  {
    keys: ['saying-can-he-know', 'saying-relative', 'card-known-person'],
    on: 'every',
    shows: [NOBODY_ELSE, BY_TEAM],
  },
  {
    keys: ['consents'],
    on: 'every',
    shows: [
      [
        'test/core/custody/bundle/cleaned.test.ts',
        'in the bundle for an organisation nothing of her place, name and camera is anywhere; every copy has its own hash beside what the chain committed to, and the verifier says so',
      ],
    ],
  },
  {
    keys: ['share-investigators-ask', 'share-ngo-ask'],
    on: 'every',
    shows: [
      [
        'test/core/policy/access/quiet.test.ts',
        'to hand on is no matter of one tap: what goes to whom is said first, and anything but a yes shares nothing (%s)',
      ],
      ['test/core/custody/bundle/request.test.ts', 'an agreement does not outlive the consent'],
    ],
  },
  {
    keys: ['saying-tell-police', 'saying-are-you-police'],
    on: 'every',
    shows: [
      NOBODY_ELSE,
      ['test/core/custody/bundle/request.test.ts', 'an agreement does not outlive the consent'],
    ],
  },
  {
    keys: ['ids-whose'],
    on: 'every',
    shows: [
      [
        DESK_PROMISES,
        'her own number is looked for in no other case, and finds none, though another names the same',
      ],
    ],
  },
  {
    keys: ['message-lost'],
    on: 'every',
    shows: [
      [
        'test/bots/worker.test.ts',
        'is told to the team in its place, and its person is asked to send it once more',
      ],
    ],
  },
  {
    keys: ['age-unknown'],
    on: 'every',
    shows: [
      [
        WAITING,
        'between the offer and the fetching the age is asked once more: of somebody under 18 not a byte is fetched, and the reason is true',
      ],
    ],
  },
  {
    keys: ['read-passed'],
    on: 'every',
    shows: [
      [
        access('read-codes'),
        'that was called wrong and not put right stays wrong; one that was passed over stays open',
      ],
    ],
  },
  {
    keys: ['return-forgot'],
    on: 'every',
    shows: [[access('return'), 'open nothing, and the team sees that somebody tried']],
  },
  {
    keys: ['check-agent'],
    on: 'every',
    shows: [[QUIET, '«%s» shows the person two words that the agent sees as well']],
  },
  {
    keys: ['outside-help-about'],
    on: 'every',
    shows: [
      [
        'test/core/services/helper/second-look.test.ts',
        'is shown nothing without a yes to that, nothing of unknown age, and nothing more once it is taken back',
      ],
    ],
  },
  {
    keys: ['have', 'looks-none'],
    on: 'every',
    shows: [[QUIET, 'people can see at any time: answers, files, consents, and who looked how often']],
  },
  {
    keys: ['share-ask'],
    on: 'every',
    shows: [
      [
        PRINT,
        'is asked about file by file once the person agreed in general, and only a yes for a file lets it go',
      ],
    ],
  },
  {
    keys: ['erased'],
    on: 'every',
    shows: [
      [
        access('erase'),
        'with «%s» the proof names code, time and the hash of the tombstone, and is taken back after a minute (%s)',
        'telegram',
        'whatsapp',
        'webchat',
      ],
      [
        TAKE_BACK,
        'the proof stays in the chat only where nothing can be taken back, above the everyday line',
        'whatsapp-cloud',
      ],
      OTHER_BOT,
    ],
  },
  {
    keys: ['erase-kept'],
    on: 'every',
    shows: [
      [access('erase'), 'a yes that comes an hour later, and the button of an old question, erase nothing'],
    ],
  },
  {
    keys: ['erase-held'],
    on: 'every',
    shows: [
      [
        BY_CHANNEL,
        'of a case that must be kept for now, the chat loses on %s what its text says, and nothing else',
        'telegram',
        'whatsapp',
        'whatsapp-cloud',
        'botpress',
        'webchat',
      ],
      [HOLD, 'shares nothing any more, is written to by nobody, and begins anew'],
      [
        HOLD_DESK,
        'waits for each who may lift the hold, for nobody else, and goes when it is lifted: then it is done',
      ],
      [
        HOLD,
        'has it erased as soon as the hold is lifted, and is told so without the code where they may be written to',
      ],
    ],
  },
  {
    keys: ['edit-kept'],
    on: 'every',
    shows: [
      [
        'test/core/services/inbound/respond.test.ts',
        'keeps every version of an edited message, and an edit does not move the conversation',
      ],
    ],
  },
  {
    keys: ['receipt-fingerprint'],
    on: ['webchat'],
    shows: [[PRINT, 'is kept at every age (%s), and nothing is fetched for it', 'webchat']],
  },
  {
    keys: [
      'minor',
      'minor-told',
      'minor-pictures',
      'age-open',
      'age-open-other',
      'ask-age-whose',
      'minor-stands',
      'minor-asked',
      'media-refused-pictures',
      'media-refused-pictures-here',
      'media-refused-pictures-there',
      'media-refused-age',
      'media-refused-age-here',
      'media-refused-age-there',
    ],
    on: 'every',
    shows: [CHILD, [PRINT, 'the refusal names the page of ours where a fingerprint can be made (%s)']],
  },
  {
    keys: ['media-refused-unsaid', 'media-refused-unsaid-here', 'media-refused-unsaid-there'],
    on: 'every',
    shows: [
      [
        WAITING,
        'and would not say the age is told that it can still be said; after that the next file is taken',
      ],
    ],
  },
  {
    keys: ['file-let-go'],
    on: 'every',
    shows: [[TAKEN_BACK, 'is let go while it waits: no later answer fetches it, and that is said']],
  },
  {
    keys: ['file-stays'],
    on: 'every',
    shows: [[TAKEN_BACK, 'stays where it is sealed, and what is possible is said']],
  },
  {
    keys: ['file-waits-consent', 'file-waits-age', 'file-waits-too', 'consent-left-file'],
    on: 'every',
    shows: [
      NO_NEED_AGAIN,
      ON_THE_PAGE,
      [
        WAITING,
        'is greeted first, with one word for the whole album, and all of it is fetched after consent and the age of an adult',
      ],
    ],
  },
  {
    keys: ['join-refused'],
    on: 'every',
    shows: [
      [DESK_PROMISES, 'whoever wants nobody in the chat is told that the team sees it, and the team does'],
    ],
  },
  {
    keys: ['contact-after'],
    on: 'every',
    shows: [[QUIET, 'not to be answered any more means that nothing is begun, not even a sign']],
  },
  {
    keys: ['saying-not-at-night', 'saying-not-at-night-early'],
    on: 'every',
    shows: [
      ['test/core/services/inbound/wished-and-told.test.ts', 'is kept for the team, and no answer (%s, %s)'],
    ],
  },
  {
    keys: ['check-in-ask', 'check-in-agreed', 'check-in-refused'],
    on: 'every',
    shows: [
      [CLOSING, 'is asked after 3 and after 14 days of who agreed'],
      [CLOSING, 'is asked of nobody who did not agree (%s)'],
      [CLOSING, 'is not asked any more once that was taken back among the consents'],
    ],
  },
  {
    keys: ['closing', 'case-closed'],
    on: 'every',
    shows: [
      [CLOSING, 'says what was done, by its outcome (%s), and that it can be opened again'],
      [CLOSING, 'says nothing that was not done'],
      [CLOSING, '«%s» opens it again, and somebody is called'],
    ],
  },
  {
    keys: ['line-removed'],
    on: 'every',
    shows: [
      [LINES, 'that is named to go (%s, «%s») goes by its button, and is not asked again'],
      [LINES, 'of what happened is rewritten, never taken out: the words are sealed as they came'],
    ],
  },
  {
    keys: ['still-in-line-2', 'waiting'],
    on: 'every',
    shows: [
      [IN_LINE, 'who waits in no danger hears of us rarer and rarer, by day, and at last not any more'],
      [QUIET, 'an agent’s words wait until the person writes, and one sign tells that something waits (%s)'],
    ],
  },
  { keys: ['verify-us'], on: 'every', shows: [NEVER_ASKED, THE_ACCOUNT] },
  { keys: ['verify-us-unnamed', 'saying-is-it-free'], on: 'every', shows: [NEVER_ASKED] },
  {
    keys: ['stopped-sent'],
    on: 'every',
    shows: [
      [
        'test/core/services/inbound/said-again.test.ts',
        'who stops after sending is told that it is with the team, and how it is taken back (%s)',
      ],
    ],
  },
  {
    keys: ['review-kept'],
    on: 'every',
    shows: [
      [
        DESK_PROMISES,
        'what is not sent at the card («%s») stays where it is: nobody is called, «send» passes it on, and «erase» deletes it',
      ],
    ],
  },
  {
    keys: ['ask-review', 'ask-review-words', 'saying-what-now'],
    on: 'every',
    shows: [
      [
        DESK_PROMISES,
        'what was not sent can be read by who is on duty, and stands in line for a reply once it is sent',
      ],
    ],
  },
  {
    keys: ['guides'],
    on: 'every',
    shows: [
      [
        DESK_PROMISES,
        'whoever reads advice to its end makes no report: nothing is asked of them, nothing stands in line, nobody is called, and what they opened stands in this chat',
      ],
    ],
  },
]
