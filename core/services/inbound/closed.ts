import { extractIdentifiers } from '../../text/identifiers/extract.ts'
import { fromPlatform } from '../../policy/conversation/commands.ts'
import { asks } from '../../policy/conversation/guide-asked.ts'
import { hintsIn } from '../../policy/conversation/hints.ts'
import { commandIn, foldShort, isMarks } from '../../policy/conversation/words.ts'
import { readToken, type Token } from '../../policy/conversation/token.ts'
import { showsNothing } from '../../policy/access/quiet.ts'
import { sayClosed } from '../casebook/checkin.ts'
import type { FlowCommand } from '../../model/flow.ts'
import type { Kept } from './arrival.ts'

/** What ends a talk and asks for nothing. A prayer may be a cry, and a goodbye a farewell. */
const THANKS = 'thanks'

/** Commands that bring nothing new: to hide the chat, and to read what everybody may read. */
const OPENS_NOTHING: ReadonlySet<FlowCommand> = new Set<FlowCommand>([
  'exit',
  'exit-note',
  'language',
  'verify',
  'learn',
  'advice',
])
const READS: ReadonlySet<Token['kind']> = new Set<Token['kind']>(['guide', 'lesson', 'language'])

/** Who hides the chat or reads advice has nothing new: the case stays closed. */
export const opensNothing = ({ ports, item: { body, forward } }: Kept): boolean => {
  if (forward !== undefined) return false
  if (body.kind === 'press') return READS.has(readToken(body.token)?.kind ?? 'option')
  const command =
    body.kind === 'command'
      ? fromPlatform(body.command)
      : body.kind === 'text'
        ? commandIn(ports.flow, foldShort(body.text) ?? '')
        : undefined
  return command !== undefined && OPENS_NOTHING.has(command)
}

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
  if (showsNothing(state)) return false
  // What a line about tea asks for: what waited comes, and nothing was told.
  if (state.access.held.length > 0 && foldShort(body.text) === '1') return true
  // "?" asks whether anybody is there.
  if (isMarks(body.text)) return (out.say(sayClosed(state, hands.outcome, 'case-closed')), true)
  const pieces = ports.sayings.read(body.text)
  // News beside it opens the case again: an account, or whatever the questions ask for.
  const hasNews =
    extractIdentifiers(body.text.slice(0, 1000), ports.checks).length > 0 ||
    hintsIn(ports.flow, body.text).size > 0
  const isOnly = (only: string, surely: boolean): boolean =>
    !hasNews &&
    pieces.length > 0 &&
    pieces.every(({ kind, firm }) => kind === only && (!surely || firm === true))
  const isAsked =
    commandIn(ports.flow, foldShort(body.text) ?? '') === 'status' ||
    isOnly('what-happened-to-case', !asks(ports.flow, body.text))
  if (isAsked) out.say(sayClosed(state, hands.outcome, 'case-closed'))
  else if (isOnly(THANKS, true)) out.say({ key: 'saying-thanks' })
  else return false
  return true
}
