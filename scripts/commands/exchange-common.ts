import { readFile } from 'node:fs/promises'
import { openExchanging, type Exchanging } from '../../bots/exchange.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { readOperator } from '../../bots/operator.ts'
import { openAgreement, type Held } from '../../core/custody/exchange/agreement.ts'
import { LANGUAGES } from '../../core/base/language.ts'
import { refuseFaults, WRONG_USE, type Call } from './command.ts'
import { WORDS, type Words } from './exchange-words.ts'

/** What is wrong with a file that should be an agreement; else the agreement. */
export const readHeld = async (
  parts: Parameters<typeof openAgreement>[0],
  file: string,
  words: Words,
): Promise<Held | string> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    return words.unreadable
  }
  return openAgreement(parts, text) ?? words.noAgreement
}

/** Runs `act` with everything that an exchange stands on open, and what is said in the language of `--lang`. */
export const withExchanging = async (
  { config, log, say, text }: Call,
  name: string,
  act: (exchanging: Exchanging, foundation: Foundation, words: Words) => Promise<number>,
): Promise<number> => {
  const language = LANGUAGES.find((known) => known === (text('lang') ?? 'en'))
  if (language === undefined) {
    say(`amin ${name}: say --lang ${LANGUAGES.join(', ')}`)
    return WRONG_USE
  }
  const operator = readOperator(config.operatorFile)
  if ('faults' in operator) return refuseFaults(say, name, operator.faults)
  const foundation = await openFoundation(config, log, operator)
  try {
    const exchanging = await openExchanging(config, foundation)
    try {
      return await act(exchanging, foundation, WORDS[language])
    } finally {
      exchanging.close()
    }
  } finally {
    await foundation.close()
  }
}
