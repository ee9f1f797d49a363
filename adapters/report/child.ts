/**
 * The process that sets one report and ends: no environment, no reading but this program's own code
 * and its packages, no writing, no processes (Node's permission model). What it is given comes on
 * stdin (frame.ts), the PDF goes to stdout; another exit code than 0 means that there is none.
 */
import { Buffer } from 'node:buffer'
import { writeDocument } from './document.ts'
import { pictureFile } from './exhibits.ts'
import { readAll, readOrder } from './frame.ts'
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

const { input, vocabularies, previews } = readOrder(await readAll(process.stdin))
const { families, typeset } = makeTypesetter()
const seconds = Math.floor(input.header.preparedAt.at / 1_000)

/** Pictures that cannot be drawn are left out; the item then stands without one. */
const drawn = (all: ReadonlyMap<string, Uint8Array>): typeof input => ({
  ...input,
  evidence: input.evidence.map(({ preview, ...item }) =>
    preview !== undefined && all.has(item.id) ? { ...item, preview } : item,
  ),
})

const run = (): Uint8Array | undefined => {
  const denied = new Set<number>()
  let pictures = new Map([...previews].filter(([, bytes]) => isPicture(bytes)))
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const document = writeDocument(drawn(pictures), vocabularies, makeText(families, denied))
    const files: readonly Picture[] = [...pictures].map(([id, bytes]) => ({ file: pictureFile(id), bytes }))
    const outcome = typeset(document, files, seconds)
    if (outcome.status === 'made') return outcome.pdf
    if (outcome.status === 'refused') for (const point of outcome.points) denied.add(point)
    else if (pictures.size > 0) pictures = new Map()
    else return undefined
  }
  return undefined
}

const pdf = run()
if (pdf === undefined) process.exit(3)
process.stdout.write(pdf, () => process.exit(0))
