import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readSigns, shared } from './glyphs.ts'
import type { Signs } from './glyphs.ts'
import type { MonthlySheet } from './monthly/order.ts'
import type { Document } from './part.ts'

/** Runs in the child process only. */
export type Picture = { readonly file: string; readonly bytes: Uint8Array }

export type Outcome =
  | { readonly status: 'made'; readonly pdf: Uint8Array }
  /** The compiler refused these code points in spite of the fonts' maps. */
  | { readonly status: 'refused'; readonly points: readonly number[] }
  | { readonly status: 'failed' }

/** By the name of its template, what that sets. */
type Templates = { readonly report: Document; readonly monthly: MonthlySheet }

export type Typesetter = {
  /** What each family draws in both of its weights. */
  readonly families: readonly Signs[]
  readonly typeset: <T extends keyof Templates>(
    template: T,
    document: Templates[T],
    pictures: readonly Picture[],
    seconds: number,
  ) => Outcome
}

const TEMPLATE = fileURLToPath(new URL('template/', import.meta.url))
const FONTS = [
  [
    '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf',
    '@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf',
  ],
  [
    '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  ],
] as const
/**
 * For hashes and commands. A copy of the system, of whatever version, must not take its place: the
 * same case gives the same bytes on any machine.
 */
const MACHINE = [
  'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf',
] as const

const readFont = (file: string): Buffer => readFileSync(fileURLToPath(import.meta.resolve(file)))

/**
 * PDF/A-2a: archival, tagged, every letter mapped to Unicode, no transparency trouble of PDF/A-1
 * and no attachments of PDF/A-3. Typst checks it as it writes.
 */
const STANDARD = 'a-2a'

/** The two complaints of the compiler about a sign, with the text in Rust's quotes. */
const COMPLAINT = /the text (?:contains the disallowed codepoint )?`\\?"((?:[^`\\]|\\.)*?)\\?"`/gu
const ESCAPE = /\\u\{([0-9a-f]+)\}/giu

const pointsIn = (message: string): readonly number[] =>
  [...message.matchAll(COMPLAINT)].flatMap(([, quoted = '']) => {
    const text = quoted
      .replaceAll(/\\\\u/g, '\\u')
      .replaceAll(ESCAPE, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    return Array.from(text, (point) => point.codePointAt(0) ?? 0)
  })

export const makeTypesetter = (): Typesetter => {
  const fonts = FONTS.map((family) => family.map(readFont))
  // The template sees its folder and nothing above it.
  const compiler = NodeCompiler.create({
    workspace: TEMPLATE,
    fontArgs: [{ fontBlobs: [...fonts.flat(), ...MACHINE.map(readFont)] }],
  })
  return {
    families: fonts.map((family) => shared(...family.map(readSigns))),
    typeset: (template, document, pictures, seconds) => {
      compiler.resetShadow()
      for (const { file, bytes } of pictures) compiler.mapShadow(`${TEMPLATE}${file}`, Buffer.from(bytes))
      try {
        const pdf = compiler.pdf(
          { mainFilePath: `${TEMPLATE}${template}.typ`, inputs: { data: JSON.stringify(document) } },
          { pdfStandard: STANDARD, creationTimestamp: seconds },
        )
        return { status: 'made', pdf }
      } catch (error) {
        const points = pointsIn(error instanceof Error ? error.message : '')
        return points.length === 0 ? { status: 'failed' } : { status: 'refused', points }
      }
    },
  }
}
