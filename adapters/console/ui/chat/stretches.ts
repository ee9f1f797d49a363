import type { Message } from '../../contract/messages.ts'

/**
 * A run of messages that is drawn as one. `before`: when the one before it was said; nothing at the
 * beginning of what is shown.
 */
export type Stretch = {
  readonly key: number
  readonly start: number
  readonly before: string
  readonly messages: readonly Message[]
}

/** Entries of the case in one stretch: about a screen and a half. */
const ENTRIES = 16

const keyOf = ({ id }: Message): number => Math.floor(Number.parseInt(id, 10) / ENTRIES)

/**
 * Cut by the place of messages in the case, not by how many are shown: older ones that come, and
 * new ones, leave the others as they are.
 */
export const stretchesOf = (messages: readonly Message[]): readonly Stretch[] => {
  const stretches: Stretch[] = []
  for (let start = 0; start < messages.length;) {
    const key = keyOf(messages[start] as Message)
    let end = start + 1
    while (end < messages.length && keyOf(messages[end] as Message) === key) end += 1
    stretches.push({
      key,
      start,
      before: messages[start - 1]?.at ?? '',
      messages: messages.slice(start, end),
    })
    start = end
  }
  return stretches
}
