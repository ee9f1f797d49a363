import { access, type Promised } from './promises-of.ts'

const WAITING = 'test/core/services/evidence/waiting.test.ts'
const SHARED = 'test/core/services/inbound/shared.test.ts'
const PLACE = 'test/core/services/inbound/place-help.test.ts'
const RESPOND = 'test/core/services/inbound/respond.test.ts'
const TOGETHER = 'test/core/services/inbound/together.test.ts'
const CLOSING = 'test/core/services/casebook/closing.test.ts'

const VERY_BYTES = [RESPOND, 'is sealed as the very bytes that were written'] as const
const EVERY_LINE = [
  TOGETHER,
  'are one story: each is kept at once, one answer comes when no more do, and one statement holds every line',
] as const
const BEFORE_YES = [
  TOGETHER,
  'told before consent are one answer, kept, and one statement once consent is given',
] as const
const TAKEN = [RESPOND, 'of an adult is announced at once, fetched, sealed and receipted'] as const
const CHILD = [
  WAITING,
  'and is under 18 hears the reason once for all that waited, and nothing was ever fetched',
] as const
const UNREAD = [
  'test/core/policy/conversation/unread.test.ts',
  'of a message that came as %s it is said what can be done (%s), before and during the questions',
] as const

/** What is promised of words and files: that they are kept, sealed, taken later, or not taken. */
export const OF_KEPT: readonly Promised[] = [
  {
    keys: ['story-kept', 'softly-consent', 'softly-consent-again', 'softly-consent-still'],
    on: 'every',
    shows: [
      BEFORE_YES,
      [
        'test/core/services/inbound/sayings.test.ts',
        'whatever is told before agreeing is read, and only the yes is asked for: no failed answer, no welcome again (%s)',
      ],
    ],
  },
  {
    keys: [
      'words-kept',
      'identifiers-more',
      'late-answer',
      'late-hello',
      'saying-noted',
      'saying-said-already',
      'saying-he-writes-again',
      'saying-he-writes-again-minor',
      'saying-change-answer',
      'saying-goodbye',
      'saying-cant-talk',
      'stopped',
      'resumed',
    ],
    on: 'every',
    shows: [EVERY_LINE, VERY_BYTES],
  },
  {
    keys: ['go-on-kept', 'go-on-kept-too', 'go-on-send', 'go-on-send-too', 'go-on-left'],
    on: 'every',
    shows: [
      [
        access('go-on'),
        'asks only what everybody is asked, and for what is at the end only whether it shall be read',
      ],
      [access('go-on'), 'an agent is told that somebody came back who may be another, and is heard by them'],
    ],
  },
  {
    keys: ['go-on-file'],
    on: 'every',
    shows: [
      [access('go-on-files'), 'one answer is given to a file there, whatever was told before: it is %s'],
      [
        access('go-on-files'),
        'a file that is sent there waits for the age said there, and the receipt counts no other',
      ],
    ],
  },
  {
    keys: ['watched-ask'],
    on: 'every',
    shows: [
      [
        access('watched'),
        'shows nothing of the case to any word, and goes on only once it is said that it is safe',
      ],
    ],
  },
  {
    keys: ['reopened'],
    on: 'every',
    shows: [[CLOSING, '«%s» opens it again, and somebody is called']],
  },
  { keys: ['consent-left', 'consent-left-open'], on: 'every', shows: [BEFORE_YES] },
  {
    keys: ['forward-seen'],
    on: 'every',
    shows: [[SHARED, 'before consent waits without being lost, and is sealed once there is consent']],
  },
  {
    keys: ['forward-kept', 'forward-kept-from', 'shared-kept-too'],
    on: 'every',
    shows: [
      [
        SHARED,
        'answers no question, is no story, and is acknowledged as evidence with the account that Telegram attests',
      ],
    ],
  },
  {
    keys: ['contact-kept'],
    on: 'every',
    shows: [[SHARED, 'as the platform gave it is sealed byte for byte']],
  },
  {
    keys: ['place-help', 'place-help-near', 'place-help-no'],
    on: 'every',
    shows: [
      [PLACE, 'of who is in danger asks in one line whether they are there, and a yes is where'],
      [PLACE, 'a no concludes nothing, and of another place it is asked anew'],
    ],
  },
  {
    keys: ['place-kept', 'place-kept-near'],
    on: 'every',
    shows: [[SHARED, 'answers the question where help must be sent, and names the region']],
  },
  {
    keys: ['correct-add'],
    on: 'every',
    shows: [
      [
        'test/core/policy/access/quiet.test.ts',
        'a correction after sending is a statement of its own beside what was sent',
      ],
    ],
  },
  {
    keys: ['ask-evidence', 'media-noted', 'files-wait', 'receipt'],
    on: 'every',
    shows: [
      TAKEN,
      [
        'test/core/services/evidence/receipt.test.ts',
        'says the first characters of a seal over the files, and the chain keeps all of it',
      ],
    ],
  },
  {
    keys: ['ask-age-file'],
    on: 'every',
    shows: [
      [
        'test/core/policy/access/said-by-channel.test.ts',
        'a file that waits on %s is taken after the answers without being sent again, as it was said',
        'telegram',
        'whatsapp',
        'whatsapp-cloud',
        'botpress',
      ],
      [
        WAITING,
        'is asked for the age once for all of an album, and what waited is fetched and sealed after one answer',
      ],
      [
        'test/adapters/channels/webchat/waiting.test.ts',
        'stay on the phone, announced once without a byte or a name, and go out by themselves when the answer comes',
        'webchat',
      ],
    ],
  },
  {
    keys: ['unread-words', 'saying-how-send-evidence', 'page:media-age', 'phone-ask-evidence'],
    on: 'every',
    shows: [CHILD, [RESPOND, 'of somebody whose age is "%s" is never downloaded']],
  },
  { keys: ['unsupported', 'nothing-arrived'], on: 'every', shows: [UNREAD] },
  {
    keys: ['evidence-no-room', 'evidence-unreachable'],
    on: 'every',
    shows: [
      [
        'test/core/services/evidence/full-disk.test.ts',
        'no more files are taken, words still are, the person is told once, and all is fetched when there is room',
      ],
    ],
  },
  {
    keys: ['too-large'],
    on: 'every',
    shows: [[RESPOND, 'over the size that the channel hands out is refused before anything is fetched']],
  },
  {
    keys: ['expired'],
    on: 'every',
    shows: [
      [access('erase'), 'a report that was not sent goes 72 hours after the last message, not before'],
      [access('erase'), 'what is closed goes after half a year, and not where the person comes back'],
    ],
  },
  {
    keys: ['have-nothing', 'saying-case'],
    on: 'every',
    shows: [
      [
        access('return'),
        'a first word that is a command says the language too, and a chat that holds nothing lists nothing',
      ],
    ],
  },
  {
    keys: ['have-hashes'],
    on: 'every',
    shows: [['test/core/services/evidence/receipt.test.ts', 'is told the whole hash of every file']],
  },
  {
    keys: ['share-done', 'share-minor'],
    on: 'every',
    shows: [
      [
        'test/core/services/evidence/fingerprint.test.ts',
        'is asked about file by file once the person agreed in general, and only a yes for a file lets it go',
      ],
    ],
  },
  {
    keys: ['duress-ask', 'duress-about', 'secrets-done'],
    on: 'every',
    shows: [
      [
        access('secrets'),
        'ends the conversation like a quick exit, hides it, and calls people at the highest urgency',
      ],
    ],
  },
  {
    keys: ['secret-stays', 'secret-typed'],
    on: ['whatsapp', 'whatsapp-cloud', 'botpress'],
    shows: [
      [access('hidden'), 'set in the window of another bot is told by what stays there', 'botpress'],
      [
        access('secret-page'),
        'that is typed into the chat all the same is kept, and the person is told how to take it out of there (%s)',
        'whatsapp',
        'whatsapp-cloud',
      ],
    ],
  },
  {
    keys: ['return-wait'],
    on: 'every',
    shows: [
      [access('return'), 'after three tries of a chat the right ones have to wait, and the wait grows'],
    ],
  },
  {
    keys: ['return-tried', 'return-wrong'],
    on: 'every',
    shows: [[access('return'), 'open nothing, and the team sees that somebody tried']],
  },
  {
    keys: ['return-files-along'],
    on: 'every',
    shows: [
      [
        access('left-files'),
        'they go along: nothing is sent again, each is fetched once and sealed in the case they came back to',
      ],
    ],
  },
  {
    keys: ['saying-my-code'],
    on: 'every',
    shows: [
      [access('return'), 'moves the case to the new chat, says what waits there, and lets the old chat go'],
    ],
  },
  {
    keys: ['hand-on-left'],
    on: 'every',
    shows: [
      [
        'test/core/policy/access/quiet.test.ts',
        'to hand on is no matter of one tap: what goes to whom is said first, and anything but a yes shares nothing (%s)',
      ],
    ],
  },
  {
    keys: ['channel-test-answer'],
    on: ['telegram'],
    shows: [
      [
        'test/bots/channels/telegram/test-message.test.ts',
        'a test message is answered in the language of who asked, opens no case, and is noted as come',
        'telegram',
      ],
    ],
  },
  {
    keys: ['channel-note-whatsapp', 'channel-note-whatsapp-cloud'],
    on: ['whatsapp', 'whatsapp-cloud'],
    shows: [
      [
        'test/journey/whatsapp.test.ts',
        'who asks for more before agreeing is told who else can read along on this channel',
        'whatsapp',
        'whatsapp-cloud',
      ],
    ],
  },
]
