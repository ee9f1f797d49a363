import { readFile, stat } from 'node:fs/promises'
import { openChecks } from '../../adapters/identifiers/index.ts'
import { openPictureReader } from '../../adapters/ocr/index.ts'
import { openReaders } from '../../bots/readers.ts'
import { isFailure } from '../../core/base/failure.ts'
import type { PictureReading } from '../../core/ports/picture-reader.ts'
import { labelOf, valueOf } from '../../core/text/identifiers/label.ts'
import { readChat } from '../../core/text/reading/read-codes.ts'
import type { Run } from './command.ts'

/** Larger files are not read (adapters/ocr has the same bound), and need not be held in memory. */
const MOST_BYTES = 64 * 1_048_576

const round = (n: number, digits: number): number => Number(n.toFixed(digits))

const codeOf = (error: unknown): string => {
  const { code } = error as { readonly code?: unknown }
  return typeof code === 'string' ? code : 'unknown fault'
}

/**
 * What stands in pictures of chats: bubbles, who wrote them, codes. Nothing is stored and nothing leaves this
 * machine.
 */
export const read: Run = async ({ config, log, words: names, say, print }) => {
  const reader = openPictureReader({ log, confine: openReaders(config, log) })
  const checks = openChecks()
  let faults = 0

  const lineOf = (file: string, reading: PictureReading, seconds: number): string => {
    const ends = { tool: reading.tool, seconds: round(seconds, 2) }
    if (reading.status === 'none')
      return JSON.stringify({
        file,
        kind: 'none',
        reason: reading.why,
        direction: 'unknown',
        bubbles: [],
        identifiers: [],
        ...ends,
      })
    const { header, bubbles, identifiers } = readChat(reading, checks)
    return JSON.stringify({
      file,
      kind: 'chat',
      direction: reading.direction,
      header: header ?? null,
      bubbles: bubbles.map(({ side, text, confidence }) => ({
        side,
        text,
        confidence: round(confidence, 3),
      })),
      identifiers: identifiers.map((one) => ({ type: labelOf(one), value: valueOf(one), sure: one.sure })),
      ...ends,
    })
  }

  const take = async (name: string): Promise<void> => {
    const { size } = await stat(name)
    const file = size > MOST_BYTES ? new Uint8Array(MOST_BYTES + 1) : await readFile(name)
    const begin = performance.now()
    const reading = await reader.read(file)
    print(lineOf(name, reading, (performance.now() - begin) / 1_000))
  }

  try {
    for (const name of names) {
      try {
        await take(name)
      } catch (error) {
        // Without the process that reads no file can be done: that is for the command line to say.
        if (isFailure(error)) throw error
        faults += 1
        say(`amin read: ${name} cannot be read (${codeOf(error)})`)
      }
    }
    return faults === 0 ? 0 : 1
  } finally {
    await reader.close()
  }
}
