import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLog } from '../../adapters/log/index.ts'
import { WEBCHAT_CAPABILITIES } from '../../adapters/channels/webchat/limits.ts'
import type { Language } from '../../core/base/language.ts'
import { seconds } from '../../core/base/units.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { openTalk } from '../commands/talk.ts'

/** A question of somebody who only wants advice; `topic`: what its author wanted to know. */
type Question = { readonly language: Language; readonly text: string; readonly topic: string }

/** Keys of the texts that answer a question of each topic. */
const ANSWERS: Readonly<Record<string, RegExp>> = {
  'report-account-instagram': /^guide-(?:topic-)?instagram/,
  'report-facebook': /^guide-(?:topic-)?facebook/,
  'report-whatsapp': /^guide-(?:topic-)?whatsapp/,
  'report-telegram': /^guide-(?:topic-)?telegram/,
  'report-snapchat': /^guide-(?:topic-)?snapchat/,
  'report-tiktok': /^guide-(?:topic-)?tiktok/,
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
/** What tells something, beside the greeting. */
const TELLS = /^(?:guide-|lesson-|saying-|card-|verify-|help)/
const PAUSE = seconds(4)

const keysFor = async ({ language, text }: Question): Promise<readonly string[]> => {
  const talk = openTalk(language, WEBCHAT_CAPABILITIES, openLog({ level: 'warn' }))
  try {
    await talk.send({ kind: 'text', text: untrusted(text) })
    await talk.pass(PAUSE)
    return (await talk.events()).flatMap((event) => (event.type === 'bot_said' ? [event.key] : []))
  } finally {
    await talk.close()
  }
}

/**
 * Asks each question as somebody's first words and judges by rule whether it was answered, and of
 * what it was about. `file`: JSON lines. `each`: a line a question, by number and keys, never by its
 * words.
 */
export const benchQuestions = async ({
  dir,
  each,
}: {
  readonly dir?: string
  readonly each?: boolean
}): Promise<void> => {
  if (dir === undefined) {
    process.stderr.write(
      'bench questions: say --dir DIR, with questions.jsonl: {"language", "text", "topic"}\n',
    )
    process.exitCode = 2
    return
  }
  const questions = readFileSync(join(dir, 'questions.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Question)
  const judged: { readonly language: Language; readonly answered: boolean; readonly right: boolean }[] = []
  for (const [at, question] of questions.entries()) {
    const keys = await keysFor(question)
    const answered = keys.some((key) => TELLS.test(key))
    const right = keys.some((key) => ANSWERS[question.topic]?.test(key) === true)
    judged.push({ language: question.language, answered, right })
    if (each === true)
      process.stdout.write(
        `${JSON.stringify({ at: at + 1, topic: question.topic, keys, answered, right })}\n`,
      )
  }
  const share = (of: typeof judged): object => ({
    questions: of.length,
    answered: of.filter(({ answered }) => answered).length,
    right: of.filter(({ right }) => right).length,
  })
  const byLanguage = Object.fromEntries(
    [...Map.groupBy(judged, ({ language }) => language)].map(([language, of]) => [language, share(of)]),
  )
  process.stdout.write(`${JSON.stringify({ bench: 'questions', ...share(judged), byLanguage })}\n`)
}
