import { access, type Promised } from './promises-of.ts'

const ENGINE = 'test/core/policy/conversation/engine.test.ts'
const SHORT = 'test/core/policy/conversation/short-flow.test.ts'
const IN_DANGER = 'test/core/services/inbound/in-danger.test.ts'
const IN_LINE = 'test/core/services/inbound/in-line.test.ts'
const QUIET = 'test/core/policy/access/quiet.test.ts'
const DESK = 'test/core/services/desk/make-desk.test.ts'

const CALLED = [ENGINE, '«%s» calls people for danger, and is answered each time'] as const
const ASKED_FOR = [ENGINE, '«%s» calls a person, once until somebody comes'] as const
const AT_ONCE = [SHORT, 'any hit calls people at once, before "done" and while the flow goes on'] as const
/** A call is not one ring: it is repeated until somebody has the case. */
const RINGS = [
  'test/core/services/paging/page.test.ts',
  'has the team called again, then who supervises, then the line outside, until somebody claims',
] as const
const REACHES = [
  'test/core/services/inbound/respond.test.ts',
  'who writes meanwhile learns once that they are in line, and it reaches the case',
] as const
const ON_DUTY = [
  'test/core/services/desk/promises.test.ts',
  'what was not sent can be read by who is on duty, and stands in line for a reply once it is sent',
] as const
const NO_PLACE = [IN_LINE, 'who waits is told how long it took in the last hours, and never a place'] as const
const NO_TIME = [
  IN_LINE,
  'where too few were answered lately, no time is named, not even one that the team has set itself',
] as const
const WHOLE_WAY = [
  'test/journey/handoff.test.ts',
  'tells, sends ten pictures and a voice note, is answered by an agent, and goes on with the bot (%s)',
] as const

/** What is promised of people: who is called, who reads, who answers, and when. */
export const OF_PEOPLE: readonly Promised[] = [
  { keys: ['human-requested', 'offer-human', 'worry-left'], on: 'every', shows: [ASKED_FOR, RINGS] },
  {
    keys: ['saying-person', 'saying-call', 'too-many'],
    on: 'every',
    shows: [ASKED_FOR],
  },
  { keys: ['saying-are-you-human', 'who-we-are'], on: 'every', shows: [ASKED_FOR, ON_DUTY] },
  {
    keys: ['ask-worry-cry'],
    on: 'every',
    shows: [
      [
        'test/core/policy/conversation/ask-cry.test.ts',
        'with a yes has called people, as by the button for danger (%s «%s»)',
      ],
    ],
  },
  {
    keys: [
      'saying-safe-now',
      'urgent-called',
      'urgent-waiting',
      'urgent-still-here',
      'urgent-not-safe',
      'saying-outside',
    ],
    on: 'every',
    shows: [CALLED, RINGS, REACHES],
  },
  {
    keys: [
      'crisis-meeting',
      'crisis-meeting-other',
      'crisis-home',
      'crisis-home-other',
      'crisis-door',
      'crisis-deadline',
      'crisis-self-harm',
      'crisis-self-harm-other',
      'crisis-taken',
      'crisis-taken-other',
      'crisis-wound',
      'crisis-wound-other',
      'crisis-taken-threatened',
      'crisis-wound-threatened',
      'crisis-burn',
      'crisis-burn-other',
      'crisis-burn-threatened',
      'ask-crisis-now',
      'ask-crisis-now-other',
      'ask-fast-what-life',
      'ask-fast-what-life-other',
    ],
    on: 'every',
    shows: [AT_ONCE, RINGS],
  },
  {
    keys: ['join-agreed'],
    on: 'every',
    shows: [
      [
        'test/core/policy/conversation/story-first.test.ts',
        'calls people for whoever presses that they are in danger, agrees to nothing for them, and asks whether somebody may come',
      ],
    ],
  },
  {
    keys: ['saying-called', 'saying-called-2'],
    on: 'every',
    shows: [[IN_DANGER, 'is told who was called, and one thing to do, and reads no list (%s: «%s»)'], RINGS],
  },
  {
    keys: ['saying-called-nobody'],
    on: 'every',
    shows: [
      [IN_DANGER, 'of who wanted nobody in the chat promises nobody, and a word for people takes that back'],
      ON_DUTY,
    ],
  },
  {
    keys: ['comfort-1', 'comfort-2', 'comfort-3', 'comfort-5'],
    on: 'every',
    shows: [
      [
        IN_DANGER,
        'while nobody came yet, who is in danger hears each comfort once, ever rarer, and not the same again',
      ],
      RINGS,
    ],
  },
  {
    keys: ['hidden-called', 'hidden-called-life'],
    on: 'every',
    shows: [[access('hidden'), 'people can still be called from («%s»), and the answer tells nothing']],
  },
  {
    keys: ['minor-other', 'ask-age'],
    on: 'every',
    shows: [
      [SHORT, '%s: people are called, files stay closed and are not asked for'],
      [
        'test/adapters/console/search.test.ts',
        'cases of other teams, and of children, are found by nobody who may not see them, by no road',
      ],
    ],
  },
  {
    keys: ['call-unanswered'],
    on: ['whatsapp', 'whatsapp-cloud'],
    shows: [
      [
        'test/core/services/phone/phone.test.ts',
        'is an entry of the case, gets a kind text, and brings the person into the line (%s)',
        'whatsapp',
        'whatsapp-cloud',
      ],
      [
        'test/adapters/channels/whatsapp-mapping/live.test.ts',
        'a call arrives once, in the chat of who calls, whatever steps of it are told',
      ],
      [
        'test/adapters/channels/whatsapp-cloud/to-inbound.test.ts',
        'of theirs are a call of that person, under one name whatever step of it is told',
      ],
    ],
  },
  {
    keys: ['with-team', 'saying-what-now-sent', 'added-to-case', 'correction-kept'],
    on: 'every',
    shows: [REACHES, [QUIET, 'a correction after sending is a statement of its own beside what was sent']],
  },
  { keys: ['in-line-lately', 'in-line-longer', 'saying-how-long'], on: 'every', shows: [NO_PLACE, NO_TIME] },
  { keys: ['in-line-unknown'], on: 'every', shows: [NO_TIME] },
  { keys: ['saying-comes'], on: 'every', shows: [WHOLE_WAY, NO_TIME] },
  {
    keys: ['still-in-line-1', 'still-in-line-3'],
    on: 'every',
    shows: [
      [IN_LINE, 'who waits in no danger hears of us rarer and rarer, by day, and at last not any more'],
    ],
  },
  {
    keys: ['agent-joined', 'returned-to-bot', 'page:with-person', 'page:with-someone'],
    on: 'every',
    shows: [WHOLE_WAY],
  },
  {
    keys: ['queue-returned'],
    on: 'every',
    shows: [[DESK, 'to the queue makes the person wait again, and says so'], RINGS],
  },
  {
    keys: ['page:in-line', 'page:only-reads'],
    on: ['webchat'],
    shows: [
      [
        access('history'),
        'who is in danger and wants nobody to come reads on the page that they are read, and nobody is announced',
      ],
      [
        'test/adapters/channels/webchat/browser.test.ts',
        'who reads is said, and that somebody writes',
        'webchat',
      ],
    ],
  },
  {
    keys: ['checkin', 'checkin-again'],
    on: 'every',
    shows: [
      ['test/core/services/casebook/closing.test.ts', 'is asked after 3 and after 14 days of who agreed'],
    ],
  },
  {
    keys: [
      'saying-again',
      'saying-again-2',
      'saying-alone',
      'saying-pray',
      'saying-greeting',
      'saying-here',
      'saying-here-short',
      'saying-read-short',
      'saying-arrived',
      'saying-wait',
      'cry-heard',
      'still-above',
    ],
    on: 'every',
    shows: [ON_DUTY],
  },
  {
    keys: ['tea-note'],
    on: 'every',
    shows: [
      [
        QUIET,
        'who cries there and is answered a minute later reads the answer, and was told before what a line about tea means (%s)',
      ],
    ],
  },
]
