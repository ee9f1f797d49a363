import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { KINDS } from '../../core/text/danger/learnt.ts'
import { readScript } from '../script.ts'

const FOLDER = new URL('../../test/vectors/crisis/voices/', import.meta.url)
const AUTHORS = new URL('authors.json', FOLDER)

const Kind = z.enum(KINDS)
const Form = z.enum(['ar-IQ', 'ar', 'ckb', 'ckb-Latn', 'bad', 'en', 'ar-Latn', 'mixed'])
const Judged = {
  label: Kind,
  also: z.array(Kind).optional(),
  span: z.string().optional(),
  sure: z.boolean().optional(),
}
const Second = z.object({ id: z.string(), ...Judged })
const Line = z.object({
  id: z.string(),
  text: z.string().min(1),
  form: Form,
  ...Judged,
  about: z.enum(['self', 'child', 'other']).optional(),
  pair: z.string().optional(),
  asked: z.string().optional(),
  talk: z.string().optional(),
  n: z.number().optional(),
  whole: Kind.optional(),
})
type Line = z.infer<typeof Line>
type Kept = Line & { readonly second?: Omit<z.infer<typeof Second>, 'id'> }
type Author = { readonly author: string; readonly part: string; readonly voices: string }

const linesOf = (path: string | URL): readonly unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => {
      try {
        return JSON.parse(line)
      } catch {
        return undefined
      }
    })

/** What holds is written, what is as usual is left out. */
const judged = ({ label, also = [], span, sure }: Pick<Line, 'label' | 'also' | 'span' | 'sure'>) => {
  const others = also.filter((one) => one !== 'none' && one !== label)
  return {
    label,
    ...(others.length === 0 ? {} : { also: others }),
    ...(label === 'none' || span === undefined || span === '' ? {} : { span }),
    ...(sure === false ? { sure: false } : {}),
  }
}

const parseAll = <T>(
  path: string,
  schema: z.ZodType<T>,
  faultOf: (one: T) => string | undefined,
): readonly T[] => {
  const faults: string[] = []
  const rows = linesOf(path).flatMap((line, at) => {
    const read = schema.safeParse(line)
    const fault = read.success
      ? faultOf(read.data)
      : read.error.issues.map(({ path: where, code }) => `${where.join('.')} ${code}`).join(', ')
    if (fault !== undefined) faults.push(`${basename(path)} ${at + 1}: ${fault}`)
    return read.success ? [read.data] : []
  })
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return rows
}

const save = (author: string, lines: readonly object[]): void =>
  writeFileSync(new URL(`${author}.jsonl`, FOLDER), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))

const authors = (): readonly Author[] => JSON.parse(readFileSync(AUTHORS, 'utf8')) as readonly Author[]
const keptOf = (author: string): readonly Kept[] =>
  linesOf(new URL(`${author}.jsonl`, FOLDER)) as readonly Kept[]

const addAuthor = (path: string, voices: string): number => {
  const author = basename(path, '.jsonl')
  const seen = new Set<string>()
  const rows = parseAll(path, Line, ({ id, text, label, span }) => {
    if (seen.has(id)) return `${id} stands twice`
    seen.add(id)
    return label === 'none' || (span !== undefined && text.includes(span))
      ? undefined
      : 'the span is not in the text'
  })
  const known = new Set(
    authors().flatMap((one) => (one.author === author ? [] : keptOf(one.author).map(({ text }) => text))),
  )
  // The same words by two people ("hello") belong to whoever was there first; a talk keeps its end,
  // which says what it means.
  const fresh = rows.filter(({ text, whole }) => whole !== undefined || !known.has(text))
  save(
    author,
    fresh.map(({ id, text, form, about, pair, asked, talk, n, whole, ...rest }) => ({
      id,
      text,
      form,
      ...judged(rest),
      ...(about === undefined || about === 'self' ? {} : { about }),
      ...(pair === undefined ? {} : { pair }),
      ...(asked === undefined || asked === '' ? {} : { asked }),
      ...(talk === undefined ? {} : { talk, n }),
      ...(whole === undefined ? {} : { whole }),
    })),
  )
  const others = authors().filter((one) => one.author !== author)
  const all = [...others, { author, part: 'training', voices }].toSorted((a, b) =>
    a.author.localeCompare(b.author),
  )
  writeFileSync(AUTHORS, `${JSON.stringify(all, null, 2)}\n`)
  return fresh.length
}

const addSecond = (path: string): number => {
  const author = basename(path, '.jsonl')
  if (!existsSync(new URL(`${author}.jsonl`, FOLDER))) throw new Error(`${author}: there is no such author`)
  const lines = keptOf(author)
  const texts = new Map(lines.map(({ id, text }) => [id, text]))
  const given = parseAll(path, Second, ({ id, span }) =>
    // A message that was left out of the corpus may still have been labelled.
    span === undefined || (texts.get(id) ?? span).includes(span) ? undefined : 'the span is not in the text',
  )
  const second = new Map(given.map(({ id, ...rest }) => [id, judged(rest)]))
  save(
    author,
    lines.map((line) => ({ ...line, ...(second.has(line.id) ? { second: second.get(line.id) } : {}) })),
  )
  return lines.filter(({ id }) => second.has(id)).length
}

const given = readScript({
  name: 'learn:add',
  about:
    'Takes messages of new training authors into test/vectors/crisis/voices. Refuses a file with a fault, by line and reason, never by its words.',
  words: { shown: 'FILE...', least: 1, most: Infinity },
  options: {
    voices: { kind: 'text', value: 'WHO', about: 'who they are' },
    second: { kind: 'flag', about: 'instead: what a second labeller made of authors that are there' },
  },
})
const voices = given.text('voices')
if (voices === undefined && !given.flag('second')) given.refuse('say --voices "who they are", or --second')
for (const path of given.words)
  try {
    const count = given.flag('second') ? addSecond(path) : addAuthor(path, voices ?? '')
    process.stdout.write(`${basename(path)}: ${count}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
