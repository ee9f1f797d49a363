import { expect } from 'vitest'
import { seconds } from '../../core/base/units.ts'
import type { Agent } from './agent.ts'
import { whileTimePasses } from './amin-process.ts'

type Line = {
  readonly at: string
  readonly from: string
  readonly event?: string
  readonly text?: string
  readonly delivery?: string
  readonly held?: true
}

/**
 * Lines of what a person did: words, files and presses, and what is shown to the team as a step of
 * theirs.
 */
const THEIRS: ReadonlySet<string> = new Set(['started', 'command', 'unsupported', 'reaction', 'call'])
const isTheirs = ({ from, event = '' }: Line): boolean =>
  from === 'person' || (from === 'event' && THEIRS.has(event))

const ON_ITS_WAY: ReadonlySet<string | undefined> = new Set([undefined, 'queued', 'sending'])
/** No message of a person is without an answer for longer, by the program's own clock. */
const ANSWERED_WITHIN = seconds(5)
const MOST_LINES = 200

/**
 * What the program itself knows of a person: what of theirs it has written down, what it said to
 * it, and what of that it has sent.
 */
export type Record = {
  /** Does something, and waits until it is written down and everything that was said is sent. */
  readonly taken: (act: () => Promise<void>) => Promise<void>
  /**
   * As `taken`, until it was answered. The texts of the answer, in their order. `messages`: how many they
   * are that come together, and have one answer.
   */
  readonly answered: (what: string, act: () => Promise<void>, messages?: number) => Promise<readonly string[]>
  readonly codes: () => Promise<readonly string[]>
}

const codesOf = async (agent: Agent): Promise<readonly string[]> =>
  (await agent.get<{ readonly rows: readonly { readonly code: string }[] }>('/cases?limit=100')).rows.map(
    ({ code }) => code,
  )

/** Of everybody who writes from now on; one person at a time. */
export const openRecord = async (agent: Agent): Promise<Record> => {
  const before = new Set(await codesOf(agent))
  const codes = async () => (await codesOf(agent)).filter((code) => !before.has(code))
  const linesOf = async (code: string): Promise<readonly Line[]> =>
    (await agent.get<{ readonly messages: readonly Line[] }>(`/cases/${code}/messages?limit=${MOST_LINES}`))
      .messages
  const read = async (): Promise<readonly Line[]> =>
    (await Promise.all((await codes()).map(linesOf)))
      .flat()
      .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))

  const until = <T>(look: (lines: readonly Line[]) => T): Promise<T> =>
    whileTimePasses(async () => look(await read()))
  const begin = async (act: () => Promise<void>): Promise<number> => {
    const count = (await read()).filter(isTheirs).length
    await act()
    return count
  }
  const expectTaken = (lines: readonly Line[], count: number, what: string, messages = 1): void => {
    expect(lines.filter(isTheirs).length, `${what} is written down`).toBeGreaterThanOrEqual(count + messages)
    const waiting = lines.filter(
      ({ from, delivery, held }) => from === 'bot' && held !== true && ON_ITS_WAY.has(delivery),
    )
    expect(waiting, `${what}: everything that was said is sent`).toEqual([])
  }
  return {
    codes,
    taken: async (act) => {
      const count = await begin(act)
      await until((lines) => expectTaken(lines, count, 'it'))
    },
    answered: async (what, act, messages = 1) => {
      const count = await begin(act)
      const { answer, waited } = await until((lines) => {
        expectTaken(lines, count, what, messages)
        const theirs = lines.filter(isTheirs)
        const at = lines.indexOf((messages > 1 ? theirs[count] : theirs.at(-1))!)
        const [first, ...more] = lines.slice(at + 1).filter(({ from }) => from === 'bot')
        if (first === undefined) throw new Error(`no answer to ${what}`)
        return { answer: [first, ...more], waited: Date.parse(first.at) - Date.parse(lines[at]!.at) }
      })
      expect(waited, `how long ${what} was without an answer`).toBeLessThanOrEqual(ANSWERED_WITHIN)
      return answer.map(({ text = '' }) => text)
    },
  }
}
