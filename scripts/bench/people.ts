import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLog } from '../../adapters/log/index.ts'
import { WEBCHAT_CAPABILITIES } from '../../adapters/channels/webchat/limits.ts'
import { openTalk } from '../commands/talk.ts'
import { median, part, print, type Given } from './figures.ts'
import { judge, type PersonVerdict } from './people/judge.ts'
import { readPeople, type Person } from './people/person.ts'
import { play } from './people/play.ts'

/** A picture of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 1000

/** What all of them met with; `untilSent` by how they tell it. */
const figuresOf = (verdicts: readonly PersonVerdict[]): Readonly<Record<string, unknown>> => {
  const count = (of: (verdict: PersonVerdict) => readonly string[]): number =>
    sum(verdicts.map((verdict) => of(verdict).length))
  const right = count(({ card }) => card?.right ?? [])
  const wrong = count(({ card }) => card?.wrong ?? [])
  const missed = count(({ card }) => card?.missed ?? [])
  const untold = count(({ card }) => card?.untold ?? [])
  const questions = sum(verdicts.map((verdict) => verdict.questions))
  const told = count((verdict) => verdict.askedThoughTold)
  const byStyle = Map.groupBy(verdicts, ({ style }) => style)
  return {
    people: verdicts.length,
    bursts: sum(verdicts.map(({ bursts }) => bursts)),
    unanswered: count((verdict) => verdict.unanswered),
    notUnderstood: count((verdict) => verdict.notUnderstood),
    cold: count((verdict) => verdict.cold),
    repeated: count((verdict) => verdict.repeated),
    askedThoughTold: told,
    shareAskedThoughTold: share(told, questions),
    wrongLanguage: count((verdict) => verdict.wrongLanguage),
    emptyPromises: count((verdict) => verdict.emptyPromises),
    facts: {
      right,
      wrong,
      missed,
      untold,
      shareRight: share(right, right + wrong),
      shareMissed: share(missed, right + wrong + missed),
      shareMissedOfTold: share(missed - untold, right + wrong + missed - untold),
    },
    met: `${verdicts.filter(({ isMet }) => isMet).length} of ${verdicts.length}`,
    stuck: verdicts.filter(({ stuck }) => stuck).length,
    questionsUntilSent: Object.fromEntries(
      [...byStyle].map(([style, of]) => [
        style,
        of.some(({ untilSent }) => untilSent !== undefined)
          ? median(of.flatMap(({ untilSent = [] }) => untilSent))
          : null,
      ]),
    ),
  }
}

const playOne = async (
  person: Person,
  picture: string,
): Promise<{ readonly verdict: PersonVerdict; readonly talk: readonly string[] }> => {
  const talk = openTalk(person.language, WEBCHAT_CAPABILITIES, openLog({ level: 'warn' }))
  try {
    const played = await play(person, talk, picture)
    const lines = played.turns.flatMap(({ did, told }) => [
      `> ${did.join(' / ')}`,
      ...told.map(({ key, text }) => `  ${key}: ${text}`),
    ])
    return { verdict: judge(played), talk: lines }
  } finally {
    await talk.close()
  }
}

/**
 * Plays scripted people through the bot as it runs, in memory, and judges by rule what they met
 * with. One line of figures; `each`: a line for each person with what was found, and what was said
 * to `standard error`. Nothing of a person is shown otherwise, so that people who are kept for the
 * end stay unseen.
 */
export const benchPeople = async ({ dir, each, smallest }: Given): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'amin-people-'))
  try {
    const picture = join(folder, 'screenshot.png')
    writeFileSync(picture, Buffer.from(PIXEL, 'base64'))
    const verdicts: PersonVerdict[] = []
    const people = readPeople(dir).slice(0, smallest ? 1 : undefined)
    for (const [n, person] of people.entries()) {
      part(`person ${n + 1} of ${people.length}`)
      const { verdict, talk } = await playOne(person, picture)
      verdicts.push(verdict)
      if (each !== true) continue
      print({ ...verdict })
      process.stderr.write(`--- ${person.id}\n${talk.join('\n')}\n`)
    }
    print({ bench: 'people', ...figuresOf(verdicts) })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
