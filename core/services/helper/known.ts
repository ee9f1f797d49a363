import type { CaseEvent } from '../../model/events.ts'
import type { Flow } from '../../model/flow.ts'
import type { CaseState } from '../../model/state.ts'
import type { Inbound } from '../../base/message.ts'
import { bare } from '../../text/identifiers/identifier.ts'
import type { Known } from '../../text/helper/redact.ts'

const name = (words: string | undefined): readonly Known[] =>
  words === undefined || words === '' ? [] : [{ kind: 'NAME', words }]
const handle = (words: string | undefined): readonly Known[] =>
  words === undefined || words === '' ? [] : [{ kind: 'HANDLE', words }]
const place = (words: string | undefined): readonly Known[] =>
  words === undefined || words === '' ? [] : [{ kind: 'PLACE', words }]

const inMessage = ({ from, body, chat }: Inbound): readonly Known[] => [
  ...name(from.name),
  ...handle(from.handle),
  ...handle(chat),
  ...(body.kind === 'contact' ? name(body.name) : []),
  ...(body.kind === 'location' ? [...place(body.name), ...place(body.address)] : []),
]

const inEvent = (event: CaseEvent): readonly Known[] => {
  if ('alias' in event && typeof event.alias === 'string') return name(event.alias)
  switch (event.type) {
    case 'chat_attached':
      return [...name(event.name), ...handle(event.handle), ...handle(event.address.chat)]
    case 'message_received':
    case 'message_edited':
    case 'other_bot_said':
    case 'phone_said':
      return inMessage(event.message)
    case 'evidence_announced':
    case 'evidence_waiting':
      return handle(event.fileName)
    case 'case_transferred':
      return name(event.to.alias)
    default:
      return []
  }
}

/** Towns and regions by every name that the flow has for them. */
const placesOf = ({ places, steps }: Flow): readonly Known[] => {
  const asked = steps.find(({ id }) => id === places?.step)
  const options = asked !== undefined && 'options' in asked ? asked.options.flatMap(({ words }) => words) : []
  return [...options, ...(places?.towns ?? []).flatMap(({ names }) => Object.values(names))].flatMap(place)
}

/**
 * Whatever the case knows of who is who and where: what is taken out of words before a model sees
 * them. Names that nobody told are not in it.
 */
export const knownOf = (flow: Flow, state: CaseState, events: readonly CaseEvent[]): readonly Known[] => {
  const all: readonly Known[] = [
    { kind: 'CODE', words: state.code },
    ...events.flatMap(inEvent),
    ...state.identifiers.flatMap((one) => handle(bare(one))),
    ...placesOf(flow),
  ]
  return [...new Map(all.map((one) => [`${one.kind} ${one.words}`, one])).values()]
}
