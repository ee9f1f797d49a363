import sharp, { type OverlayOptions } from 'sharp'
import type { Language } from '../../core/base/language.ts'

/** What stands in one bubble, and whether whoever holds the phone wrote it. */
export type Bubble = { readonly own: boolean; readonly text: string }
export type Chat = { readonly with: string; readonly bubbles: readonly Bubble[] }

/** Bright and dark, of no messenger that there is. */
const THEMES = [
  { ground: '#efeae2', head: '#ffffff', own: '#a9d3ee', other: '#ffffff', ink: '#111b21', soft: '#667781' },
  { ground: '#10151c', head: '#1c242e', own: '#1f5a8c', other: '#243140', ink: '#e9edef', soft: '#9aa7b4' },
  { ground: '#e9f0e4', head: '#2f6b4f', own: '#a4d99e', other: '#ffffff', ink: '#14201a', soft: '#5f7468' },
] as const

const WIDTH = 720
const HEIGHT = 1_120
const HEAD = 140
const ENTRY = 96
const EDGE = 22
const WIDEST = 470
const INSIDE = 24

type Words = { readonly input: Buffer; readonly width: number; readonly height: number }
type Look = { readonly colour: string; readonly size: number }

const words = async (text: string, { colour, size }: Look): Promise<Words> => {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}" size="${size * 1_024}">${text}</span>`,
      font: 'DejaVu Sans',
      width: WIDEST,
      spacing: 8,
      rgba: true,
      dpi: 72,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { input: data, width: info.width, height: info.height }
}

/** Says on each picture that it is for practice, in three languages. */
const PRACTICE = 'practice · تدريب · ڕاهێنان'

/**
 * The screen of a phone with a chat that never was. `n` gives it a look and an hour of its own;
 * where letters run from the right, so does the screen.
 */
export const drawChat = async (chat: Chat, language: Language, n: number): Promise<Buffer> => {
  const rightToLeft = language !== 'en'
  const theme = THEMES[n % THEMES.length] ?? THEMES[0]
  const onHead = theme.head === '#2f6b4f' ? '#ffffff' : theme.ink
  const look: Look = { colour: theme.ink, size: 27 }
  const from = (x: number): number => (rightToLeft ? WIDTH - x : x)
  const shapes = [
    `<rect width="${WIDTH}" height="${HEAD}" fill="${theme.head}"/>`,
    `<circle cx="${from(96)}" cy="88" r="34" fill="hsl(${(n * 67) % 360} 30% 60%)"/>`,
    `<rect x="18" y="${HEIGHT - ENTRY + 14}" width="${WIDTH - 36}" height="66" rx="33" fill="${theme.other}"/>`,
    `<text x="24" y="28" font-size="20" fill="${onHead}">${9 + (n % 12)}:${10 + ((n * 7) % 50)}</text>`,
    `<text x="${WIDTH / 2}" y="${HEIGHT - ENTRY + 56}" font-size="24" text-anchor="middle" fill="${theme.soft}">${PRACTICE}</text>`,
  ]
  const title = await words(chat.with, { ...look, colour: onHead, size: 28 })
  const layers: OverlayOptions[] = [
    {
      input: title.input,
      top: 90 - Math.round(title.height / 2),
      left: from(176) - (rightToLeft ? title.width : 0),
    },
  ]
  let top = HEAD + 44 + (n % 4) * 12
  for (const { own, text } of chat.bubbles) {
    const drawn = await words(text, look)
    const width = drawn.width + 2 * INSIDE
    const height = drawn.height + 40
    const left = own === rightToLeft ? EDGE : WIDTH - EDGE - width
    shapes.push(
      `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="18" fill="${own ? theme.own : theme.other}"/>`,
    )
    layers.push({ input: drawn.input, top: top + 20, left: left + INSIDE })
    top += height + 22
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="DejaVu Sans">${shapes.join('')}</svg>`
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: theme.ground } })
    .composite([{ input: Buffer.from(svg) }, ...layers])
    .png()
    .toBuffer()
}
