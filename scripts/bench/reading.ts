import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openChecks } from '../../adapters/identifiers/index.ts'
import { openPictureReader } from '../../adapters/ocr/index.ts'
import { fold } from '../../core/text/fold.ts'
import { valueOf } from '../../core/text/identifiers/label.ts'
import { readChat, type ChatText } from '../../core/text/reading/read-codes.ts'
import { childUse } from './child-use.ts'
import { part, print, round, type Given } from './figures.ts'

/** What stands in a picture, beside it as JSON. */
type Truth = {
  readonly header: { readonly ids: readonly { readonly normal: string }[] }
  readonly bubbles: readonly {
    readonly side: 'me' | 'them'
    readonly lang: string
    readonly text: string
    readonly ids: readonly { readonly normal: string }[]
  }[]
}

/** A bubble of which more than this part came out otherwise was not found. */
const MOST_WRONG = 0.6

const letters = (text: string): readonly string[] => Array.from(fold(text).replaceAll(' ', ''))

/** The fewest letters to change, add or take away. */
const distance = (one: readonly string[], other: readonly string[]): number => {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (const [i, letter] of one.entries()) {
    const next = [i + 1]
    for (let j = 1; j < row.length; j += 1)
      next.push(
        Math.min(
          (next[j - 1] ?? 0) + 1,
          (row[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + (letter === other[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return row.at(-1) ?? 0
}

/** The form of an account's name that two sets of labels may write with a mark before it. */
const bareOf = (normal: string): string => normal.replace(/^(?:u|id|inv):/, '').toLowerCase()

class Tally {
  readonly letters = new Map<string, { wrong: number; all: number }>()
  bubbles = { all: 0, found: 0, extra: 0, sides: 0 }
  codes = { all: 0, shown: 0, sure: 0, saidSure: 0, saidSureRight: 0 }

  add(truth: Truth, read: ChatText | undefined): void {
    const left = (read?.bubbles ?? []).map(({ text, side }) => ({ side, letters: letters(text) }))
    for (const { lang, text, side } of truth.bubbles) {
      const want = letters(text)
      const ranked = left
        .map((one, i) => ({ i, wrong: distance(one.letters, want) }))
        .toSorted((a, b) => a.wrong - b.wrong)
      const best = ranked[0]
      const isFound = best !== undefined && best.wrong < MOST_WRONG * want.length
      const sum = this.letters.get(lang) ?? { wrong: 0, all: 0 }
      this.letters.set(lang, {
        wrong: sum.wrong + (isFound ? best.wrong : want.length),
        all: sum.all + want.length,
      })
      this.bubbles.all += 1
      if (!isFound) continue
      this.bubbles.found += 1
      if (left.splice(best.i, 1)[0]?.side === side) this.bubbles.sides += 1
    }
    this.bubbles.extra += left.length
    this.addCodes(truth, read)
  }

  private addCodes({ header, bubbles }: Truth, read: ChatText | undefined): void {
    const want = new Set(
      [...header.ids, ...bubbles.flatMap(({ ids }) => ids)].map(({ normal }) => bareOf(normal)),
    )
    const found = (read?.identifiers ?? []).map((one) => ({ value: bareOf(valueOf(one)), sure: one.sure }))
    this.codes.all += want.size
    for (const value of want) {
      const hits = found.filter((one) => one.value === value)
      if (hits.length > 0) this.codes.shown += 1
      if (hits.some(({ sure }) => sure)) this.codes.sure += 1
    }
    const sure = found.filter((one) => one.sure)
    this.codes.saidSure += sure.length
    this.codes.saidSureRight += sure.filter(({ value }) => want.has(value)).length
  }
}

const percent = (part: number, all: number): number | null =>
  all === 0 ? null : Number(((100 * part) / all).toFixed(1))

/**
 * Pictures of chats beside what stands in them (`NAME.jpg`, `NAME.json`), in the folder that is given: a line
 * for each picture, then one for all.
 * Errors are counted in letters after folding, without spaces, a bubble that was not found with all of its
 * own.
 */
export const benchReading = async ({ dir: folder, smallest }: Given): Promise<void> => {
  const names = readdirSync(folder)
    .filter((name) => /\.(?:jpe?g|png|webp)$/.test(name))
    .toSorted()
    .slice(0, smallest ? 1 : undefined)
  const reader = openPictureReader()
  const checks = openChecks()
  const tally = new Tally()
  const use = childUse('ocr/child/child.ts')
  let none = 0
  try {
    for (const [n, name] of names.entries()) {
      part(`picture ${n + 1} of ${names.length}`)
      const truth = JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.json')), 'utf8')) as Truth
      const begin = performance.now()
      const reading = await reader.read(readFileSync(join(folder, name)))
      const seconds = (performance.now() - begin) / 1_000
      use.look()
      if (reading.status === 'none') none += 1
      tally.add(truth, reading.status === 'none' ? undefined : readChat(reading, checks))
      print({
        bench: 'reading',
        picture: name,
        status: reading.status,
        seconds: round(seconds),
      })
    }
  } finally {
    await reader.close()
  }
  const { bubbles, codes } = tally
  print({
    bench: 'reading',
    pictures: names.length,
    none,
    lettersWrong: Object.fromEntries(
      [...tally.letters].map(([lang, { wrong, all }]) => [lang, percent(wrong, all)]),
    ),
    bubblesFound: percent(bubbles.found, bubbles.all),
    bubblesThatAreNone: bubbles.extra,
    sidesRight: percent(bubbles.sides, bubbles.found),
    codes: codes.all,
    sureAndRight: percent(codes.saidSureRight, codes.saidSure),
    sureOfAll: percent(codes.sure, codes.all),
    shownOfAll: percent(codes.shown, codes.all),
    processorSecondsPerPicture: round(use.processorSeconds() / Math.max(1, names.length)),
    peakMegabytes: Math.round(use.peakBytes() / 1_048_576),
  })
}
