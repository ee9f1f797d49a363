import { access, type Promised } from './promises-of.ts'

const SLOW_HASHES = [
  access('secrets'),
  'are kept as slow hashes alone, and the messages that carried them are taken out of the chat',
  'telegram',
] as const

const CODE_AND_PIN = [
  access('return'),
  'moves the case to the new chat, says what waits there, and lets the old chat go',
] as const

const ONCE_SAID = [
  access('hidden'),
  'what stays on the phone is said once, with the first secret, in words for %s',
  'telegram',
  'whatsapp',
  'whatsapp-cloud',
  'webchat',
] as const

/** What is promised of codes, PIN and words for danger, and of what of them stays where. */
export const OF_SECRETS: readonly Promised[] = [
  {
    keys: ['help', 'help-more', 'case-code'],
    on: 'every',
    shows: [
      [access('hidden'), 'is opened by the PIN alone, once: the code asks for it'],
      [
        access('hidden'),
        'goes on by a word of return where the person was told neither, stays shut, and START opens nothing',
      ],
      [access('return'), 'a case without a PIN opens to nobody'],
    ],
  },
  {
    keys: ['erase-key'],
    on: 'every',
    shows: [
      [
        access('erase'),
        'out of a chat that was left takes its %s first, and whoever has only the phone erases nothing',
      ],
    ],
  },
  {
    keys: ['go-on', 'closed-here'],
    on: 'every',
    shows: [
      [access('go-on'), 'goes on by a word of return and shows nothing that was told before (%s)'],
      [access('go-on'), 'nothing can be erased out of it by whoever holds the phone, left or come back'],
    ],
  },
  {
    keys: ['way-back', 'way-back-again', 'pin-ask', 'pin-about', 'return-welcome', 'phone-farewell'],
    on: 'every',
    shows: [
      CODE_AND_PIN,
      SLOW_HASHES,
      [access('hidden'), 'it is offered once more, in front of the question that waits: %s'],
    ],
  },
  {
    keys: ['decoy-ask', 'decoy-about'],
    on: 'every',
    shows: [
      [
        access('return'),
        'opens an empty chat in which nothing of the case is shown, and the team is alarmed',
      ],
      [
        access('hidden'),
        'on %s the second PIN shows what its words say, takes out what they say goes, and calls the team',
        'telegram',
        'whatsapp',
        'whatsapp-cloud',
        'botpress',
        'webchat',
      ],
    ],
  },
  {
    keys: ['secret-kept'],
    on: 'every',
    shows: [SLOW_HASHES, [access('erase'), 'secrets go with everything else']],
  },
  {
    keys: ['secret-shape', 'secret-taken', 'secret-guessable', 'secret-covered'],
    on: 'every',
    shows: [
      [access('return'), 'the PIN that was tried stands nowhere'],
      [access('secrets'), 'is covered where it is a number among words, and the words stay'],
    ],
  },
  { keys: ['stays-telegram'], on: ['telegram'], shows: [ONCE_SAID, SLOW_HASHES] },
  {
    keys: ['stays-whatsapp'],
    on: ['whatsapp', 'whatsapp-cloud'],
    shows: [
      ONCE_SAID,
      [
        access('secret-page'),
        'that is typed into the chat all the same is kept, and the person is told how to take it out of there (%s)',
        'whatsapp',
        'whatsapp-cloud',
      ],
    ],
  },
  {
    keys: ['stays-page'],
    on: ['whatsapp', 'whatsapp-cloud', 'botpress'],
    shows: [
      [
        access('secret-page'),
        'is asked for on a page of its own, is kept from there, and the chat holds nothing of it (%s)',
        'whatsapp',
        'whatsapp-cloud',
        'botpress',
      ],
      [
        access('secret-page'),
        'is taken once on %s: used, the link opens nothing for whoever finds it, and looking at it uses nothing up',
        'whatsapp',
        'whatsapp-cloud',
        'botpress',
      ],
    ],
  },
  {
    keys: ['stays-botpress'],
    on: ['botpress'],
    shows: [[access('hidden'), 'set in the window of another bot is told by what stays there', 'botpress']],
  },
  {
    keys: ['stays-webchat'],
    on: ['webchat'],
    shows: [
      ONCE_SAID,
      [
        'test/journey/hidden-page.test.ts',
        'leads away at once, and tells nothing of a case in any place a browser keeps things (%s)',
        'webchat',
      ],
    ],
  },
  {
    keys: ['secret-page'],
    on: ['whatsapp', 'whatsapp-cloud', 'botpress'],
    shows: [
      [
        access('secret-page'),
        'is taken once on %s: used, the link opens nothing for whoever finds it, and looking at it uses nothing up',
        'whatsapp',
        'whatsapp-cloud',
        'botpress',
      ],
    ],
  },
  {
    keys: ['show-left'],
    on: 'every',
    shows: [[access('hidden'), 'is shown only after the PIN, where there is one («%s»)']],
  },
  {
    keys: ['return-pin-ask'],
    on: 'every',
    shows: [
      SLOW_HASHES,
      [
        access('hidden'),
        'where it stays (%s), that is said before each time a PIN is asked for, and how to delete it',
        'whatsapp',
        'whatsapp-cloud',
      ],
    ],
  },
]
