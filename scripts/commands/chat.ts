import { createInterface } from 'node:readline/promises'
import { WEBCHAT_CAPABILITIES } from '../../adapters/channels/webchat/limits.ts'
import { LANGUAGES } from '../../core/base/language.ts'
import { seconds } from '../../core/base/units.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import type { Capabilities } from '../../core/ports/channel.ts'
import { WRONG_USE, type Run } from './command.ts'
import { playLine } from './chat-lines.ts'
import { openTalk, type Said, type Talk } from './talk.ts'

/** A terminal shows choices as a numbered list. */
const TERMINAL: Capabilities = {
  ...WEBCHAT_CAPABILITIES,
  buttons: false,
  maxButtons: 0,
  takesBack: 'nothing',
}

/** A line of the terminal is all that comes: what is answered in this time is waited for. */
const AFTER_LINE = seconds(30)

const talkInWords = async (talk: Talk, print: (line: string) => void): Promise<void> => {
  const say = async (said: Promise<readonly Said[]>): Promise<void> => {
    for (const { text } of await said) print(`${text}\n`)
  }
  await say(talk.send({ kind: 'start' }))
  for await (const line of createInterface({ input: process.stdin, terminal: false })) {
    if (line.trim() === '') continue
    await say(talk.send(line === '/start' ? { kind: 'start' } : { kind: 'text', text: untrusted(line) }))
    await say(talk.pass(AFTER_LINE))
  }
}

const talkInJson = async (talk: Talk, print: (line: string) => void): Promise<void> => {
  const play = playLine(talk)
  for await (const line of createInterface({ input: process.stdin, terminal: false }))
    if (line.trim() !== '') print(JSON.stringify(await play(line)))
}

/**
 * Talk to the bot in the terminal. In words: what a person would read, in the form a channel
 * without buttons gets. As JSON lines: what a program plays (scripts/commands/README.md). Nothing
 * is kept.
 */
export const chat: Run = async ({ log, text, flag, say, print }) => {
  const language = LANGUAGES.find((known) => known === (text('lang') ?? 'ar'))
  if (language === undefined) {
    say('amin chat: --lang is ar, ckb or en')
    return WRONG_USE
  }
  const talk = openTalk(language, flag('json') ? WEBCHAT_CAPABILITIES : TERMINAL, log)
  try {
    await (flag('json') ? talkInJson : talkInWords)(talk, print)
  } finally {
    await talk.close()
  }
  return 0
}
