import type { Saying } from '../../core/model/saying.ts'
import { ASKED_OF_US } from './asked-of-us.ts'
import { AT_NIGHT, DO_NOT_WRITE, NIGHT_ALONE, SAID_BY_THEM } from './not-at-night.ts'
import {
  ABROAD,
  MY_AGE,
  NEAR_AND_GOOD,
  NO_MORE,
  OF_SOMETHING,
  NOT_KNOWING,
  NOT_SAYING,
  ONLY_TIRED,
  OUT_THERE,
  OWN_CHILD,
  RUDE,
  SOLVED,
  STOPPING,
  TAKES_LONG,
  TO_KNOW,
} from './sayings-unless.ts'
import {
  AFTER_PAYING,
  ASKED_BY_THEM,
  ERASING,
  HAVING_PAID,
  HOW,
  MONEY,
  NOT_THIS_TALK,
  OF_MONEY,
  OUR_NAME,
  PAID_BY_THEM,
  PAID_NOTHING,
  PICTURE_SENT,
  SENT_BY_THEM,
  THEIR_CHAT,
  THEY_WANT,
  TOLD_OF_ONESELF,
  TO_THEM,
  TO_US,
  WANTED_BY_THEM,
  WEARY,
  WHEN,
  WITH_THEM,
  WRITES_OR_WANTS,
} from './sayings-turned.ts'

// prettier-ignore
const SHOULD = ['should', 'shall', 'هل', 'اكول', 'اكلها', 'اكله', 'اخبر', 'احجي', 'ئایا', 'بڵێم']
/** Asked of whether to tell somebody of theirs. */
// prettier-ignore
const TELL_THEM = {
  words: ['tell', 'inform', 'اكول', 'اكلها', 'اكله', 'اخبر', 'احجي', 'بڵێم', 'بە دایکم', 'بە خوشکم', 'بە باوکم'],
  endings: [],
}

const feeling = (kind: string, answer = kind): Saying => ({ kind, answer, feeling: true })
const asked = (kind: string, answer = kind): Saying => ({ kind, answer })
/** Tells what happened, too. */
const told = (kind: string, answer = kind): Saying => ({ kind, answer, tells: true })
/** A guide of the subject says more than the line does. */
const guided = (saying: Saying): Saying => ({ ...saying, guided: true })
/** Nothing is asked after it: the person cannot write now, or wants to end. */
const left = (kind: string, answer = kind): Saying => ({ kind, answer, quiet: true })
/** A call for help, of somebody in danger. */
const cry = (saying: Saying): Saying => ({ ...saying, cry: true })
/** Of the questions and of what will be sent: in danger nobody is told how a line is corrected. */
const calm = (saying: Saying): Saying => ({ ...saying, calm: true })
/** Says little beside other words. */
const slight = (saying: Saying): Saying => ({ ...saying, weak: true })

/** Told of the family, whatever it sounds like: nothing of paying, and nothing of reporting a post. */
export const familyKnows: Saying = told('family-knows')

const heardBySound: readonly Saying[] = [
  { kind: 'he-is-outside', answer: 'outside', calls: true },
  { ...left('someone-coming'), turned: [{ as: 'how-long', by: WHEN }] },
  {
    kind: 'want-woman',
    does: 'human',
    notes: { step: 'wish', option: 'woman' },
    turned: [{ by: THEY_WANT, where: WITH_THEM }],
  },
  {
    kind: 'want-person',
    does: 'human',
    turned: [
      { by: THEY_WANT, where: WITH_THEM },
      { by: NO_MORE, where: WITH_THEM },
    ],
  },
  slight({
    kind: 'erase',
    does: 'erase',
    turned: [
      { as: 'hopeless', where: WEARY },
      { as: 'should-delete', where: WANTED_BY_THEM, unless: TO_US },
      { where: THEIR_CHAT, unless: ERASING },
    ],
  }),
  {
    ...slight({ kind: 'want-stop', does: 'stop', naming: STOPPING }),
    turned: [
      { as: 'told', where: TOLD_OF_ONESELF },
      { as: 'hopeless', where: NOT_THIS_TALK },
    ],
  },
  asked('want-call', 'call'),
  { ...asked('minor-who'), turned: [{ where: OWN_CHILD }] },
  asked('should-meet'),
  { ...asked('should-pay'), turned: [{ where: PAID_BY_THEM }] },
  // "Money" answers what is wanted, and "I can't any more" speaks of something else.
  { ...asked('cant-pay'), only: { words: 2, naming: OF_MONEY } },
  guided({
    ...told('already-paid'),
    turned: [
      { as: 'not-paid', where: PAID_NOTHING, unless: AFTER_PAYING },
      ...SENT_BY_THEM,
      { where: PICTURE_SENT, unless: MONEY },
    ],
  }),
  { ...asked('should-send-more'), turned: [{ by: HOW, as: 'how-send-evidence', unless: TO_THEM }] },
  guided({ ...told('he-published'), minors: 'he-published-minor', pictures: true }),
  asked('will-they-publish'),
  asked('tell-family'),
  asked('tell-police'),
  asked('tell-school'),
  asked('will-i-be-punished'),
  asked('should-answer'),
  guided({ ...asked('should-block'), minors: 'should-block-minor', pictures: true }),
  guided({ ...asked('should-delete'), minors: 'should-delete-minor', pictures: true }),
  guided(asked('should-police')),
  guided({ ...asked('can-remove'), minors: 'can-remove-minor' }),
  guided(told('get-account-back')),
  guided(asked('find-who')),
  guided({ ...told('fake-image'), minors: 'fake-image-minor' }),
  { ...told('he-is-my-relative', 'relative'), turned: [{ where: NEAR_AND_GOOD }] },
  {
    ...guided(told('for-friend')),
    turned: [
      { where: NEAR_AND_GOOD },
      { as: 'tell-family', where: TO_KNOW },
      { by: SHOULD, where: TELL_THEM },
    ],
  },
  {
    ...told('he-writes-again'),
    minors: 'he-writes-again-minor',
    unagreed: 'he-writes-again-early',
    pictures: true,
  },
  // Who paid and was blocked afterwards is not told that it is good that it is quiet.
  { ...told('he-stopped'), turned: [{ as: 'already-paid', where: HAVING_PAID }] },
  guided(told('deleted-everything')),
  guided(asked('no-evidence')),
  guided({ ...asked('how-send-evidence'), turned: [{ as: 'should-send-more', where: TO_THEM }] }),
  { kind: 'what-happened-to-case', answer: 'case', sent: 'what-now-sent' },
  { kind: 'what-now', answer: 'what-now', sent: 'what-now-sent' },
  { ...asked('how-long'), turned: [{ unless: TAKES_LONG }] },
  asked('who-sees'),
  slight({ kind: 'who-are-you', does: 'verify', turned: [{ where: OUT_THERE }] }),
  slight({ kind: 'can-trust', does: 'verify', turned: [{ where: OUT_THERE }] }),
  asked('are-you-human'),
  asked('is-it-free'),
  { ...calm(asked('my-code')), turned: [{ as: 'login-code', where: ASKED_BY_THEM }] },
  guided(asked('court-lawyer')),
  { ...told('abroad'), turned: [{ unless: ABROAD }] },
  asked('cant-write'),
  slight({ kind: 'other-language', does: 'language' }),
  feeling('my-fault'),
  { ...feeling('hopeless'), turned: [{ as: 'he-stopped', where: SOLVED }, { where: ONLY_TIRED }] },
  feeling('ashamed'),
  feeling('crying'),
  feeling('afraid'),
  feeling('alone'),
  feeling('angry'),
  cry(asked('nobody-answers', 'here')),
  slight(cry(asked('are-you-there', 'here'))),
  asked('why-ask'),
  calm(asked('said-already')),
  slight({ kind: 'dont-understand', answer: 'dont-understand', again: true }),
  calm(slight(asked('change-answer'))),
  // To skip a question is done only where the words say so: "he does not know where I live" tells something.
  slight({
    kind: 'dont-know',
    does: 'unknown',
    most: 5,
    turned: [{ where: OF_SOMETHING, notAt: ['ids', 'relation'] }, { unless: NOT_KNOWING }],
  }),
  slight({
    kind: 'dont-want-say',
    does: 'skip',
    most: 6,
    turned: [{ as: 'why-ask', where: MY_AGE }, { unless: NOT_SAYING }],
  }),
  { ...left('cant-talk'), turned: [{ where: NEAR_AND_GOOD }] },
  slight({ ...left('goodbye'), turned: [{ where: NEAR_AND_GOOD }] }),
  slight(left('wait-please', 'wait')),
  slight(left('wrong-number')),
  slight(asked('insult')),
  slight(asked('other-topic')),
  slight(cry(feeling('pray'))),
  slight({ ...asked('thanks'), turned: [{ as: 'insult', where: RUDE }] }),
  slight(asked('greeting')),
  slight({ ...asked('nonsense', 'here-short'), most: 2 }),
  slight({ ...asked('sticker-emoji', 'here-short'), most: 2 }),
  slight({ ...asked('joke', 'here-short'), most: 3 }),
  slight({ kind: 'yes-ok' }),
]

/** Known by their words alone: nothing was learnt of them. */
const heardByWords: readonly Saying[] = [
  asked('can-he-know'),
  cry(asked('anyone-coming', 'comes')),
  asked('are-you-police'),
  asked('emergency-number'),
  told('login-code'),
  asked('safe-now'),
  {
    ...asked('not-at-night'),
    unagreed: 'not-at-night-early',
    notes: { step: 'contact', option: 'not-at-night', unless: 'after' },
    together: [DO_NOT_WRITE, AT_NIGHT],
    apart: NIGHT_ALONE,
    notAfter: SAID_BY_THEM,
  },
  { kind: 'our-name-used', does: 'verify', together: [OUR_NAME, WRITES_OR_WANTS] },
]

/**
 * What people say that answers no question, in the order in which one of several is answered first
 * (bots/amin/README.md, What is said unasked). Kinds are those of the labelled sayings in
 * test/vectors/sayings; what is not here (stories, answers) is left to the questions.
 */
export const sayings: readonly Saying[] = [...heardBySound, ...heardByWords].map((saying) => {
  const listed = ASKED_OF_US[saying.kind]
  return listed === undefined ? saying : { ...saying, asked: listed }
})

const BY_KIND: ReadonlyMap<string, Saying> = new Map(sayings.map((saying) => [saying.kind, saying]))

/** What a kind is answered by; nothing for stories and answers. */
export const answerOfKind = (kind: string): string | undefined => {
  const saying = BY_KIND.get(kind)
  return saying === undefined ? undefined : (saying.answer ?? saying.does ?? 'nothing')
}
