/**
 * The process that sets one report, of a case or of a month, and ends: no environment, no reading but this program's own code
 * and its packages, no writing, no processes (Node's permission model). What it is given comes on
 * stdin (frame.ts), the PDF goes to stdout; another exit code than 0 means that there is none.
 */
import { Buffer } from 'node:buffer'
import { writeDocument } from './document.ts'
import { pictureFile } from './exhibits.ts'
import { readAll, readOrder, type Order } from './frame.ts'
import { readMonthlyOrder, setInPieces } from './monthly/order.ts'
import type { MonthlyDocument } from './monthly/sheet.ts'
import { makeText } from './text.ts'
import { makeTypesetter } from './typeset.ts'
import type { Picture } from './typeset.ts'

/** A sign that the compiler refuses is found once a try; more than this is no matter of signs. */
const MOST_TRIES = 8

/** What is no small WebP is left out, whoever says that it is one. */
const isPicture = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'RIFF' &&
  Buffer.from(bytes.subarray(8, 12)).toString('latin1') === 'WEBP'

// A terminal's Ctrl-C reaches the whole group; the parent ends this process.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)

const { families, typeset } = makeTypesetter()

type Input = Order['input']

/** Pictures that cannot be drawn are left out; the item then stands without one. */
const drawn = (input: Input, all: ReadonlyMap<string, Uint8Array>): Input => ({
  ...input,
  evidence: input.evidence.map(({ preview, ...item }) =>
    preview !== undefined && all.has(item.id) ? { ...item, preview } : item,
  ),
})

const setCase = ({ input, vocabularies, previews }: Order): Uint8Array | undefined => {
  const denied = new Set<number>()
  const seconds = Math.floor(input.header.preparedAt.at / 1_000)
  let pictures = new Map([...previews].filter(([, bytes]) => isPicture(bytes)))
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const document = writeDocument(drawn(input, pictures), vocabularies, makeText(families, denied))
    const files: readonly Picture[] = [...pictures].map(([id, bytes]) => ({ file: pictureFile(id), bytes }))
    const outcome = typeset('report', document, files, seconds)
    if (outcome.status === 'made') return outcome.pdf
    if (outcome.status === 'refused') for (const point of outcome.points) denied.add(point)
    else if (pictures.size > 0) pictures = new Map()
    else return undefined
  }
  return undefined
}

/** Only what the operator is called is nobody's of ours: a sign that no font has is shown by its code. */
const setMonthly = (monthly: MonthlyDocument): Uint8Array | undefined => {
  const denied = new Set<number>()
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const sheet = setInPieces(monthly, makeText(families, denied))
    const outcome = typeset('monthly', sheet, [], monthly.seconds)
    if (outcome.status === 'made') return outcome.pdf
    if (outcome.status === 'failed') return undefined
    for (const point of outcome.points) denied.add(point)
  }
  return undefined
}

const bytes = await readAll(process.stdin)
const monthly = readMonthlyOrder(bytes)
const pdf = monthly === undefined ? setCase(readOrder(bytes)) : setMonthly(monthly)
if (pdf === undefined) process.exit(3)
process.stdout.write(pdf, () => process.exit(0))
