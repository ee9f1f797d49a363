import type { Option, Step } from '../../../core/model/flow.ts'
import { topics } from './topics.ts'

/** What a game sells is called so, and a bundle of money too: told, it names no game. */
const OF_MORE: readonly string[] = ['شدات']

/** Their names on buttons count when typed; every name and spelling counts inside a story. */
const optionsOf = (...groups: readonly string[]): readonly Option[] =>
  topics
    .filter(({ group }) => groups.includes(group))
    .map(({ id, hints }) => ({
      id,
      words: hints.slice(0, 3),
      hints: hints.filter((hint) => !OF_MORE.includes(hint)),
    }))

/**
 * Never asked: where it happens and by which way money went, read out of what was told, so that the
 * guidance that fits can be offered.
 */
export const toldSteps: readonly Step[] = [
  { id: 'app', kind: 'choices', silent: true, prefill: true, options: optionsOf('apps', 'accounts') },
  { id: 'money-way', kind: 'choices', silent: true, prefill: true, options: optionsOf('money') },
]
