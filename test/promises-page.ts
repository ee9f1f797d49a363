import { access, type Promised } from './promises-of.ts'

const WEB = 'test/adapters/channels/webchat'
const BROWSER = `${WEB}/browser.test.ts`
const WAITING = `${WEB}/waiting.test.ts`
const ONCE = `${WEB}/once.test.ts`
const ENGINE = 'test/core/policy/conversation/engine.test.ts'

const STAYS_HERE = [
  WAITING,
  'stay on the phone, announced once without a byte or a name, and go out by themselves when the answer comes',
  'webchat',
] as const
const LET_GO = [
  WAITING,
  'are let go with the reason where the answer does not allow them, and nothing of them left the phone',
  'webchat',
] as const
const PRINTS = [
  `${WEB}/prints.test.ts`,
  'equal the reference’s on every picture of it, and nothing but numbers is sent',
  'webchat',
] as const
const BY_ITSELF = [
  BROWSER,
  'what is written while the server is away is kept, sent by itself in order, and counted once',
  'webchat',
] as const
const NEVER_ASKED = [
  'test/bots/never-asked.test.ts',
  'no text of the bot or at an agent’s hand asks for money, a password, a login code or a private photo (%s)',
] as const
const NOBODY_ELSE = [
  'test/core/services/desk/promises.test.ts',
  'nobody but the person is ever written to: not family, school or work that was named, not the other side, from the first word to the erasing',
] as const
const QUIET = 'test/core/policy/access/quiet.test.ts'
const CALLED = [ENGINE, '«%s» calls people for danger, and is answered each time'] as const
const WHOLE_WAY = [
  'test/journey/handoff.test.ts',
  'tells, sends ten pictures and a voice note, is answered by an agent, and goes on with the bot (%s)',
] as const

/** What the web chat's page promises by itself, and the pages that take one word. */
const OF_PAGE: readonly Promised[] = [
  {
    keys: ['page:intro'],
    on: ['webchat'],
    shows: [[BROWSER, 'nothing is begun and nothing is kept before the person acts', 'webchat']],
  },
  {
    keys: ['page:intro-exit'],
    on: ['webchat'],
    shows: [
      [BROWSER, 'quick exit (%s) leaves at once, leaves nothing on the way back, and is stored', 'webchat'],
    ],
  },
  { keys: ['page:upload-kept'], on: ['webchat'], shows: [STAYS_HERE] },
  { keys: ['page:file-refused'], on: ['webchat'], shows: [LET_GO] },
  {
    keys: ['page:file-pending', 'page:file-sealed'],
    on: ['webchat'],
    shows: [[BROWSER, 'files arrive whole with progress shown; one can be stopped on its way', 'webchat']],
  },
  {
    keys: [
      'page:file-fingerprint',
      'page:prints-head',
      'page:prints-how',
      'page:prints-free',
      'page:prints-done',
    ],
    on: ['webchat'],
    shows: [PRINTS],
  },
  {
    keys: ['page:file-front-door'],
    on: ['webchat'],
    shows: [
      [
        BROWSER,
        'where something before Amin refuses the size of a file, the person is told that it is not their file (%s)',
        'webchat',
      ],
    ],
  },
  { keys: ['page:waiting', 'page:offline'], on: ['webchat'], shows: [BY_ITSELF] },
  {
    keys: ['page:upload-held'],
    on: ['webchat'],
    shows: [
      [
        'test/adapters/channels/webchat/waiting.test.ts',
        'chosen without a connection say in %s that they go while this page stays open, and have to be chosen again after it',
        'webchat',
      ],
    ],
  },
  {
    keys: ['page:too-many', 'page:crowded'],
    on: ['webchat'],
    shows: [
      [
        `${WEB}/crowded-page.test.ts`,
        'while many conversations begin a worker pays by itself, and the person only reads that it takes a moment',
        'webchat',
      ],
    ],
  },
  {
    keys: ['page:closed'],
    on: ['webchat'],
    shows: [
      [BROWSER, 'who reads is said, and that somebody writes', 'webchat'],
      [
        'test/core/services/desk/promises.test.ts',
        'the chat stays open: whoever writes after the case was closed is answered, and the case is there again',
      ],
    ],
  },
  {
    keys: ['page:once-later', 'page:once-unsure', 'page:once-done', 'page:once-over'],
    on: ['webchat'],
    shows: [
      [
        ONCE,
        'keeps what was typed where the connection breaks, and says that it may have arrived where it did',
        'webchat',
      ],
      [ONCE, 'takes a word once, and leaves neither token nor word anywhere in the browser', 'webchat'],
    ],
  },
]

/** What agents promise by the texts that lie ready at their hand. */
const OF_REPLIES: readonly Promised[] = [
  { keys: ['reply:hello', 'reply:colleague'], on: 'every', shows: [WHOLE_WAY] },
  { keys: ['reply:screenshots'], on: 'every', shows: [NEVER_ASKED] },
  { keys: ['reply:who-knows', 'reply:under-18'], on: 'every', shows: [NOBODY_ELSE] },
  {
    keys: ['reply:after-sending'],
    on: 'every',
    shows: [
      NOBODY_ELSE,
      [
        'test/core/services/desk/promises.test.ts',
        'what was not sent can be read by who is on duty, and stands in line for a reply once it is sent',
      ],
      [QUIET, 'a correction after sending is a statement of its own beside what was sent'],
      [access('erase'), 'is confirmed by «%s»'],
    ],
  },
  {
    keys: ['reply:police'],
    on: 'every',
    shows: [
      NOBODY_ELSE,
      [
        QUIET,
        'to hand on is no matter of one tap: what goes to whom is said first, and anything but a yes shares nothing (%s)',
      ],
      ['test/core/custody/bundle/request.test.ts', 'an agreement does not outlive the consent'],
    ],
  },
  {
    keys: ['reply:after-crisis'],
    on: 'every',
    shows: [
      [
        'test/bots/replies.test.ts',
        'what is said after a crisis holds: the word that it names calls people after the case was closed (%s)',
      ],
    ],
  },
  { keys: ['reply:call-number', 'reply:not-alone'], on: 'every', shows: [WHOLE_WAY] },
  {
    keys: ['reply:next-word'],
    on: 'every',
    shows: [
      CALLED,
      [
        'test/core/services/agents/owed.test.ts',
        'a promise stands from the time that the person was told, until somebody writes',
      ],
      ['test/bots/replies.test.ts', 'a word that a ready text names is understood by the bot (%s)'],
    ],
  },
  {
    keys: ['reply:come-back'],
    on: 'every',
    shows: [
      [access('return'), 'moves the case to the new chat, says what waits there, and lets the old chat go'],
    ],
  },
  {
    keys: ['reply:goodbye'],
    on: 'every',
    shows: [
      [
        'test/core/services/desk/promises.test.ts',
        'the chat stays open: whoever writes after the case was closed is answered, and the case is there again',
      ],
    ],
  },
]

export const OF_PAGES: readonly Promised[] = [...OF_PAGE, ...OF_REPLIES]
