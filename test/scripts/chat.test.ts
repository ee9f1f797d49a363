import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { builtCommands } from '../build/built.ts'

/** What the bot says to these lines, one after the other. */
const chat = (lines: readonly string[], ...args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [builtCommands(), 'chat', ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part))
    child.on('error', reject)
    child.on('close', () => resolve(said.replaceAll(/[\u2068\u2069]/g, '')))
    child.stdin.end(`${lines.join('\n')}\n`)
  })

test('who has everything erased in the terminal reads an everyday line, and starts anew', async () => {
  const said = await chat(['erase', '1', 'hello'], '--lang', 'en')
  expect(said).toMatch(
    /Erase everything that we hold for this chat now\?[^]*(?:Tea|Lentil soup|Rice): [^]*Hello, it is good that you wrote/,
  )
}, 30_000)

type Played = {
  readonly at: string
  readonly says: readonly {
    readonly at: string
    readonly text: string
    readonly options: readonly { readonly id: string; readonly text: string }[]
  }[]
  readonly state: {
    readonly open?: string
    readonly answers: Readonly<Record<string, unknown>>
    readonly files: number
  } | null
  readonly fault?: string
}

/** What comes back for each thing done, in order. */
const play = async (...things: readonly object[]): Promise<readonly Played[]> =>
  (
    await chat(
      things.map((thing) => JSON.stringify(thing)),
      '--lang',
      'en',
      '--json',
    )
  )
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Played)

test('a program that plays a person sends words, presses and files, lets time pass, and reads what is said with its options and where the case stands', async () => {
  const [burst, more, asked, agreed, ...rest] = await play(
    { text: 'hello' },
    { text: 'is somebody there' },
    { wait: 4 },
    { press: 'continue' },
    { text: 'a man has my photos and wants 500 dollars' },
    { wait: 4 },
    { press: 'none' },
    { press: 'me-18' },
    { file: 'test/scripts/chat.test.ts' },
    { wait: 10 },
  )
  expect([burst?.says, more?.says]).toEqual([[], []])
  // Who asks whether somebody is there is greeted, and asked.
  expect(asked?.says.at(-1)?.options.map(({ id }) => id)).toContain('continue')
  expect(agreed?.state).toMatchObject({ open: 'story', answers: { consent: 'continue' } })
  expect(rest.at(-1)?.state).toMatchObject({
    answers: { age: 'me-18', amount: '500 USD', demand: ['money'] },
    files: 1,
  })
}, 60_000)

test('time moves only by what is played: by a second for each thing done, and by what is waited', async () => {
  const [first, second, third] = await play({ text: 'hello' }, { wait: 60 }, { text: 'hello' })
  const at = (played: Played | undefined): number => Date.parse(played?.at ?? '')
  expect(at(second) - at(first)).toBe(60_000)
  expect(at(third) - at(second)).toBe(1_000)
}, 30_000)

test('a press of what is not there, a file that is not there and a line of no known shape are faults, and the talk goes on', async () => {
  const played = await play(
    { press: 'continue' },
    { file: 'no/such/file.png' },
    { say: 'hello' },
    { text: 'hello' },
    { wait: 4 },
  )
  expect(played.map(({ fault }) => fault !== undefined)).toEqual([true, true, true, false, false])
  expect(played.at(-1)?.says).toHaveLength(1)
}, 30_000)
