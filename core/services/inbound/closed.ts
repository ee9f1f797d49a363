import { foldShort, commandIn } from '../../policy/conversation/words.ts'
import { isShut } from '../../policy/access/lock.ts'
import { isHidden } from '../../policy/access/quiet.ts'
import { sayClosed } from '../casebook/checkin.ts'
import type { Kept } from './arrival.ts'

/** What ends a talk and asks for nothing. */
const THANKS: ReadonlySet<string> = new Set(['thanks', 'goodbye', 'pray'])

/**
 * What is written in a closed case and opens nothing again: thanks, and the question what became of
 * it, which is told. Everything else opens it. True where it was one of these.
 */
export const answerClosed = ({ ports, out, item, hits }: Kept): boolean => {
  const { body, forward } = item
  const { state } = out
  const { hands } = state
  if (hands.status !== 'closed' || body.kind !== 'text' || forward !== undefined || hits.length > 0)
    return false
  if (isShut(state) || isHidden(state)) return false
  const kinds = ports.sayings.read(body.text).map(({ kind }) => kind)
  const isOnly = (test: (kind: string) => boolean): boolean =>
    kinds.length > 0 && kinds.every((kind) => kind !== undefined && test(kind))
  const asks =
    commandIn(ports.flow, foldShort(body.text) ?? '') === 'status' ||
    isOnly((kind) => kind === 'what-happened-to-case')
  if (asks) out.say(sayClosed(state, hands.outcome, 'case-closed'))
  else if (isOnly((kind) => THANKS.has(kind))) out.say({ key: 'saying-thanks' })
  else return false
  return true
}
