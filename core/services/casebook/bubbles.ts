import type { Say } from '../../policy/conversation/say.ts'

/** Thanks for a story, which say nothing more where what was noted of it follows. */
const THANKS: ReadonlySet<string> = new Set(['story-thanks', 'story-kept'])
const NOTED = 'also-noted'

/**
 * What one turn says, as messages: each one more hides the question. Thanks and what was noted are one
 * message, and a question that was put twice stands once, the last.
 */
export const asBubbles = (says: readonly Say[]): readonly Say[] => {
  const once = says.filter(
    ({ key, choices = [] }, at) =>
      choices.length === 0 ||
      !says.slice(at + 1).some((later) => later.key === key && later.choices !== undefined),
  )
  return once.flatMap((say, at) => {
    const after = once[at + 1]
    if (say.key === NOTED && THANKS.has(once[at - 1]?.key ?? '')) return []
    return [THANKS.has(say.key) && after?.key === NOTED ? { ...say, joined: after } : say]
  })
}
