import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLog } from '../../adapters/log/index.ts'
import { WEBCHAT_CAPABILITIES } from '../../adapters/channels/webchat/limits.ts'
import type { Language } from '../../core/base/language.ts'
import { seconds } from '../../core/base/units.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { flow } from '../../bots/amin/flow.ts'
import { isQuestion } from '../../core/policy/conversation/guide-asked.ts'
import { openTalk } from '../commands/talk.ts'
import { part, print, type Given } from './figures.ts'

/**
 * A question of somebody who only wants advice; `topic`: what its author wanted to know, null where
 * no guide is asked for. `language` or `lang`: a language, or a form of one (`arabizi`, `badini`).
 */
type Question = {
  readonly language?: string
  readonly lang?: string
  readonly text: string
  readonly topic: string | null
}

/** Forms of the three languages, by how their names begin. */
const languageOf = ({ language, lang }: Question): Language => {
  const form = language ?? lang ?? ''
  if (/^(?:ckb|badini|ku)/.test(form)) return 'ckb'
  return form.startsWith('ar') ? 'ar' : 'en'
}

/** Keys of the texts that answer a question of each topic; of others the guide of that name. */
const ANSWERS: Readonly<Record<string, RegExp>> = {
  'report-account-instagram': /^guide-(?:(?:topic|about)-)?instagram/,
  'report-facebook': /^guide-(?:(?:topic|about)-)?facebook/,
  'report-whatsapp': /^guide-(?:(?:topic|about)-)?whatsapp/,
  'report-telegram': /^guide-(?:(?:topic|about)-)?telegram/,
  'report-snapchat': /^guide-(?:(?:topic|about)-)?snapchat/,
  'report-tiktok': /^guide-(?:(?:topic|about)-)?tiktok/,
  'account-hacked': /-account|saying-hacked|saying-.*account/,
  'keep-evidence': /evidence|saying-.*(?:delete|block|proof)/,
  'block-or-not': /block|evidence/,
  'pay-or-not': /pay|money/,
  'answer-or-not': /saying-.*(?:answer|reply|talk)|answer/,
  'delete-or-not': /delete|evidence/,
  'police-or-not': /police|law/,
  'ai-made-images': /ai-|fake/,
  'stopncii-takedown': /stop-?ncii|take-?it-?down|remove/,
  'tell-family': /famil/,
  'tell-school': /school/,
  'law-iraq': /law|police/,
  'what-is-sextortion': /sextortion/,
  'help-a-friend': /friend/,
  parents: /parent/,
  'money-sent-back': /zaincash|fastpay|cards|asiahawala|exchange|money|paid|pay/,
  crypto: /crypto/,
  'phone-sim-safe': /phone/,
  games: /games|discord/,
  'will-he-publish': /publish/,
  'who-sees-this': /who-sees|sees/,
  'make-account-safe': /-account|accounts/,
}
/** Short names of subjects. */
const SHORT: Readonly<Record<string, string>> = { sim: 'phone' }

const answersOf = (topic: string): RegExp =>
  ANSWERS[topic] ?? new RegExp(`^guide-(?:(?:topic|about)-)?${SHORT[topic] ?? topic}(?:-|$)`)

const GUIDE = /^guide-/
/** What tells something, beside the greeting. */
const TELLS = /^(?:guide-|lesson-|saying-|card-|verify-|help)/
const PAUSE = seconds(4)

/** What was said to a question: the keys of the texts, and the subjects that were offered. */
type Said = { readonly keys: readonly string[]; readonly near: readonly string[] }

const saidTo = async (question: Question): Promise<Said> => {
  const { text } = question
  const talk = openTalk(languageOf(question), WEBCHAT_CAPABILITIES, openLog({ level: 'warn' }))
  try {
    await talk.send({ kind: 'text', text: untrusted(text) })
    await talk.pass(PAUSE)
    const said = (await talk.events()).filter((event) => event.type === 'bot_said')
    const offer = said.find(({ key }) => key === 'guides-near')
    return {
      keys: said.map(({ key }) => key),
      near: offer === undefined ? [] : String(offer.args?.['subjects']).split(' '),
    }
  } finally {
    await talk.close()
  }
}

/**
 * `asking`: it has the form of a question. `guided`: a guide was opened. `offered`: it was asked back with a few subjects;
 * `among`: with the right one.
 */
type Judged = {
  readonly language: Language
  readonly topic: string | null
  readonly asking: boolean
  readonly answered: boolean
  readonly right: boolean
  readonly guided: boolean
  readonly offered: boolean
  readonly among: boolean
}

const judge = (question: Question, { keys, near }: Said): Judged => {
  const { topic, text } = question
  return {
    language: languageOf(question),
    topic,
    asking: isQuestion(flow, text),
    answered: keys.some((key) => TELLS.test(key)),
    right: topic !== null && keys.some((key) => answersOf(topic).test(key)),
    guided: keys.some((key) => GUIDE.test(key)),
    offered: near.length > 0,
    among: topic !== null && near.some((subject) => answersOf(topic).test(`guide-${subject}`)),
  }
}

const share = (of: readonly Judged[]): object => ({
  questions: of.length,
  answered: of.filter(({ answered }) => answered).length,
  right: of.filter(({ right }) => right).length,
  offered: of.filter(({ offered }) => offered).length,
  rightOrOneTap: of.filter(({ right, among }) => right || among).length,
})

/** Of words for which there is no guide, how many were answered by one. */
const strays = (of: readonly Judged[], asks: boolean): object => {
  const these = of.filter(({ asking }) => asking === asks)
  return {
    words: these.length,
    guided: these.filter(({ guided }) => guided).length,
    offered: these.filter(({ offered }) => offered).length,
  }
}

/**
 * Asks each question as somebody's first words and judges by rule whether it was answered, and of
 * what it was about. `file`: JSON lines. `each`: a line a question, by number and keys, never by its
 * words.
 */
export const benchQuestions = async ({ dir, each, smallest }: Given): Promise<void> => {
  const questions = readFileSync(join(dir, 'questions.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Question)
    .slice(0, smallest ? 2 : undefined)
  const judged: Judged[] = []
  for (const [at, question] of questions.entries()) {
    part(`question ${at + 1} of ${questions.length}`)
    const said = await saidTo(question)
    const one = judge(question, said)
    judged.push(one)
    if (each === true) print({ at: at + 1, ...said, ...one })
  }
  const asked = judged.filter(({ topic }) => topic !== null)
  const byLanguage = Object.fromEntries(
    [...Map.groupBy(asked, ({ language }) => language)].map(([language, of]) => [language, share(of)]),
  )
  const others = judged.filter(({ topic }) => topic === null)
  const none = { asking: strays(others, true), telling: strays(others, false) }
  print({ bench: 'questions', ...share(asked), byLanguage, none })
}
