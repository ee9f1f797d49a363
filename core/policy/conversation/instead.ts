import type { Answer } from '../../model/answer.ts'
import { isSameName } from '../../text/identifiers/identifier.ts'
import { emit, give, type Turn } from './turn.ts'

/**
 * The answer who it is. Given anew from the card, it stands in the place of what stood there, and what is
 * not among it any more was taken back.
 */
export const giveNames = (
  turn: Turn,
  step: string,
  answer: Extract<Answer, { kind: 'identifiers' }>,
): void => {
  const { answers, open } = turn.state
  const before = answers[step]
  const gone =
    before?.kind === 'identifiers' && open?.reopened === true
      ? before.identifiers.filter((one) => !answer.identifiers.some((other) => isSameName(one, other)))
      : []
  const normals = gone.flatMap(({ owner, normal }) => (owner === 'self' ? [] : [normal]))
  if (normals.length > 0) emit(turn, { type: 'identifiers_withdrawn', normals })
  give(turn, step, answer)
}
