import type { Answer } from './answer.ts'
import type { ConversationState } from './conversation.ts'

const answerWith = (answer: Answer, normals: readonly string[], now: 'own' | 'gone'): Answer =>
  answer.kind !== 'identifiers'
    ? answer
    : {
        ...answer,
        identifiers: answer.identifiers.flatMap((one) =>
          !normals.includes(one.normal)
            ? [one]
            : now === 'gone'
              ? []
              : [{ ...one, owner: 'self' as const, keys: [] }],
        ),
      }

/**
 * Names and numbers that are the person's own now, or gone, being taken out or back: then they stand in no answer
 * as the other side's.
 */
export const withNames = (
  state: ConversationState,
  normals: readonly string[],
  now: 'own' | 'gone',
): ConversationState => ({
  ...state,
  answers: Object.fromEntries(
    Object.entries(state.answers).map(([step, answer]) => [step, answerWith(answer, normals, now)]),
  ),
})
