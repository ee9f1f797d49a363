import { readFile } from 'node:fs/promises'
import { openExchanging, type Exchanging } from '../../bots/exchange.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { readOperator } from '../../bots/operator.ts'
import { openAgreement, type Held } from '../../core/custody/exchange/agreement.ts'
import type { Refusal } from '../../core/custody/exchange/refusal.ts'
import { refuseFaults, type Call } from './command.ts'

/** Why nothing was compared, as whoever gave the command is told it. */
export const WHY: Readonly<Record<Refusal, string>> = {
  stranger: 'no agreement between this key and that one is served there',
  malformed: 'a message was not as it has to be: is the other side of the same version?',
  unsigned: 'not both parties have signed the agreement: `amin exchange sign` does',
  not_yet: 'the agreement does not hold yet',
  expired: 'the agreement does not hold any more: a new one has to be signed',
  wrong_party: 'the key of this Amin, or of whoever answered, is not that of a party of the agreement',
  wrong_time: 'the clocks of both machines are more than ten minutes apart',
  replayed: 'this run was begun before: nothing is answered twice',
  out_of_turn: 'a message came that does not belong here now: give `amin exchange run` again',
  wrong_size: 'a set was sent whose size is not one of those that the agreement names',
  too_many: 'a set was sent that is larger than the agreement lets a run be',
  unordered: 'a set was sent in which something stands twice, or in an order that says something',
  no_point: 'a set was sent with something in it that hides nothing',
  echoed: 'our own set was sent back to us as if it were theirs',
  wrong_tags: 'an answer to our set was sent that is none',
  budget_spent:
    'as many items as the agreement lets one side compare within 24 hours were compared: later, then',
  third_refuses: 'the neutral third that the agreement names does not answer, or refuses',
  third_differs: 'the neutral third used another key for the other side: was it started anew in between?',
  unanswered: 'there was no answer, or none of an Amin that serves an exchange',
}

/** What is wrong with a file that should be an agreement; else the agreement. */
export const readHeld = async (
  parts: Parameters<typeof openAgreement>[0],
  file: string,
): Promise<Held | string> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    return 'the agreement cannot be read'
  }
  return (
    openAgreement(parts, text) ??
    'this is no agreement that `amin exchange offer` wrote, or it was changed after it was signed'
  )
}

/** Runs `act` with everything that an exchange stands on open. */
export const withExchanging = async (
  { config, log, say }: Call,
  name: string,
  act: (exchanging: Exchanging, foundation: Foundation) => Promise<number>,
): Promise<number> => {
  const operator = readOperator(config.operatorFile)
  if ('faults' in operator) return refuseFaults(say, name, operator.faults)
  const foundation = await openFoundation(config, log, operator)
  try {
    const exchanging = await openExchanging(config, foundation)
    try {
      return await act(exchanging, foundation)
    } finally {
      exchanging.close()
    }
  } finally {
    await foundation.close()
  }
}
