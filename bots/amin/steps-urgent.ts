import type { Step } from '../../core/model/flow.ts'
import type { Condition } from '../../core/model/condition.ts'
import { forAnother } from './steps-safety.ts'
import { NO, YES } from './yes-no.ts'

/** The words tell of somebody else who may end their life; of who reports for somebody it may be their own. */
const lifeOfOther: Condition = { fact: ['other-self-harm'] }

/** Another is in danger, and nothing says that who writes is. */
const ofOther: Condition = {
  all: [
    forAnother,
    { not: { fact: ['own-violence'] } },
    { not: { fact: ['own-sexual-abuse'] } },
    { not: { fact: ['own-meeting'] } },
  ],
}

/** Something was swallowed, cut or burnt already: nobody is asked whether they think of it. */
const begun: Condition = { fact: ['has-taken', 'has-wound', 'has-burn'] }
const notBegun: Condition = { not: begun }
/** The same, and nobody threatens them: then safety and who it is are no questions. */
const begunAlone: Condition = {
  all: [begun, { not: { fact: ['crisis-violence', 'crisis-meeting', 'crisis-sexual-abuse'] } }],
}
/** That who writes is safe now, as an answer. */
// prettier-ignore
const SAFE: readonly string[] = [
  'yes i am safe', 'yes im safe', 'i am safe', 'im safe', 'i am safe now', 'yes i am safe now', 'safe now', 'yes safe', 'yes for now', 'for now yes', 'yes i am fine now',
  'اي امان', 'اني بامان', 'اي اني بامان', 'نعم بامان', 'نعم انا بامان', 'انا بامان', 'هسه امان', 'اي هسه امان', 'اي هسه زينه', 'اي هسه زين', 'حاليا نعم', 'حاليا اي',
  'سەلامەتم', 'بەڵێ سەلامەتم', 'ئێستا سەلامەتم', 'بەڵێ ئێستا سەلامەتم', 'بەڵێ ئێستا باشم', 'ئێستا باشم', 'بۆ ئێستا بەڵێ', 'ئەرێ سلامەتم', 'ez salamatim',
  'ani b aman', 'ee aman', 'bale salamatm', 'bale esta bashm',
]

/**
 * What is asked of somebody in danger while a person is called (bots/amin/README.md, Intake): four
 * short questions, and nothing else until somebody came. `soft` was asked before each worry had a
 * question of its own (steps-worry.ts): its buttons and answers in older cases still count.
 */
export const urgentSteps: readonly Step[] = [
  {
    id: 'soft',
    kind: 'choice',
    lane: 'check',
    quiet: ['skip', 'unknown', 'back', 'human'],
    when: { any: [] },
    options: [
      {
        id: 'ending',
        words: [
          'أفكر بإنهاء حياتي',
          'بیر لە مردن دەکەمەوە',
          'بیری کۆتایی ژیانم هەیە',
          'thoughts of ending life',
        ],
        effects: [{ do: 'urgent', label: 'self_harm' }],
      },
      {
        id: 'afraid',
        words: ['أخاف من شخص', 'لە کەسێک دەترسم', 'afraid of someone'],
        effects: [{ do: 'urgent', label: 'violence' }],
      },
      {
        id: 'tired',
        words: [
          'لا، تعب فقط',
          'تعب فقط',
          ...NO,
          'نا، تەنها ماندووم',
          'تەنها ماندووم',
          'no, just exhausted',
          'just tired',
          'just exhausted',
          'لا شيء',
          'ولا شي',
          'ماكو شي',
          'هیچیان',
          'none',
          'nothing',
        ],
      },
      {
        id: 'talk',
        words: ['أريد شخصاً أكلمه', 'قسەکردن لەگەڵ کەسێک', 'talk to a person'],
        effects: [{ do: 'handoff', why: 'person', key: 'human-requested' }],
      },
    ],
  },
  {
    id: 'join',
    kind: 'choice',
    lane: 'urgent',
    when: { step: 'consent', answered: false },
    quiet: ['skip', 'unknown', 'back', 'human'],
    options: [
      { id: 'yes', words: [...YES, 'موافق', 'باشە', 'ok'], effects: [{ do: 'tell', key: 'join-agreed' }] },
      { id: 'no', words: NO, effects: [{ do: 'tell', key: 'join-refused' }] },
    ],
  },
  {
    id: 'crisis-now',
    kind: 'choice',
    lane: 'urgent',
    // What stands before the question was said already where somebody was asked whether a person may come.
    prompts: [
      { when: { all: [{ step: 'join', answered: true }, lifeOfOther] }, key: 'check-life-other' },
      { when: { step: 'join', answered: true }, key: 'check-life' },
      { when: lifeOfOther, key: 'ask-crisis-now-other' },
    ],
    quiet: ['skip', 'unknown', 'back', 'human'],
    when: {
      all: [
        notBegun,
        {
          any: [
            { fact: ['crisis-self-harm'] },
            { step: 'danger', is: ['self-harm'] },
            { step: 'soft', is: ['ending'] },
          ],
        },
      ],
    },
    options: [
      { id: 'yes', words: YES },
      { id: 'no', words: NO },
      { id: 'talk', words: ['أريد أن أتكلم', 'اريد احجي', 'دەمەوێت قسە بکەم', 'I want to talk', 'talk'] },
    ],
  },
  {
    id: 'fast-safe',
    kind: 'choice',
    lane: 'urgent',
    prompts: [{ when: ofOther, key: 'ask-fast-safe-other' }],
    quiet: ['skip', 'unknown', 'back', 'human'],
    when: {
      not: {
        any: [begunAlone, { step: 'crisis-now', answered: true }, { step: 'join', is: ['no'] }],
      },
    },
    options: [
      { id: 'yes', words: [...YES, ...SAFE] },
      {
        id: 'no',
        // prettier-ignore
        words: [
          ...NO, 'مو امنة', 'مو امن', 'لا مو امنة', 'لا مو امن', 'لا مو امان', 'مو امان', 'مو بامان', 'لا مو بامان', 'ماكو امان', 'لا والله', 'لا مو امنين', 'سەلامەت نیم', 'نا سەلامەت نیم', 'نەخێر سەلامەت نیم', 'سەلامەت نییە', 'نا سەلامەت نییە', 'not safe', 'no not safe', 'im not safe', 'i am not safe', 'no im not safe', 'no i am not safe', 'she is not safe', 'no she is not safe', 'no she isnt safe', 'he is not safe', 'we are not safe', 'not really', 'mo amna', 'la mo amna', 'mu amin', 'la mu amin',
        ],
        effects: [{ do: 'tell', key: 'urgent-not-safe' }],
      },
      {
        id: 'cant-say',
        words: ['لا أستطيع القول', 'ما اكدر احجي', 'ناتوانم بڵێم', "I can't say", 'cannot say'],
        effects: [{ do: 'tell', key: 'urgent-not-safe' }],
      },
    ],
  },
  {
    id: 'fast-what',
    kind: 'text',
    voice: true,
    lane: 'urgent',
    // Who has just said that they think of ending their life is not asked what may happen, as if for a plan.
    prompts: [
      {
        when: { all: [{ step: 'crisis-now', is: ['yes', 'talk'] }, lifeOfOther] },
        key: 'ask-fast-what-life-other',
      },
      { when: { step: 'crisis-now', is: ['yes', 'talk'] }, key: 'ask-fast-what-life' },
    ],
    quiet: ['unknown', 'human'],
    when: { not: { any: [begun, { step: 'join', is: ['no'] }] } },
  },
  {
    id: 'fast-where',
    kind: 'text',
    place: true,
    lane: 'urgent',
    prompts: [{ when: begun, key: 'ask-fast-where-begun' }],
    quiet: ['unknown', 'human'],
    when: { not: { step: 'join', is: ['no'] } },
  },
  {
    id: 'fast-begun',
    kind: 'text',
    voice: true,
    lane: 'urgent',
    prompts: [
      { when: { not: { fact: ['has-taken', 'has-burn'] } }, key: 'ask-fast-begun-wound' },
      { when: { not: { fact: ['has-taken', 'has-wound'] } }, key: 'ask-fast-begun-burn' },
    ],
    quiet: ['unknown', 'human'],
    when: { all: [begun, { not: { step: 'join', is: ['no'] } }] },
  },
  {
    id: 'fast-id',
    kind: 'identifiers',
    oneMessage: true,
    prefill: true,
    lane: 'urgent',
    quiet: ['unknown', 'human'],
    when: { not: { any: [begunAlone, { step: 'join', is: ['no'] }] } },
  },
]
