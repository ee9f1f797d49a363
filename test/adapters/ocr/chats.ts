import { fileURLToPath } from 'node:url'
import sharp, { type OverlayOptions } from 'sharp'

/** `emoji`: a small yellow face close behind the words. */
export type Drawn = { readonly own: boolean; readonly text: string; readonly emoji?: true }

type Screen = { readonly rightToLeft: boolean; readonly dark: boolean }

const WIDTH = 720
const HEIGHT = 1_400
const FONT = fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'))

const words = async (
  text: string,
  colour: string,
  size: number,
): Promise<{ readonly input: Buffer; readonly width: number; readonly height: number }> => {
  const marked = `<span foreground="${colour}" size="${size * 1_024}">${text}</span>`
  const { data, info } = await sharp({
    text: { text: marked, font: 'DejaVu Sans', fontfile: FONT, rgba: true, dpi: 72 },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { input: data, width: info.width, height: info.height }
}

/**
 * The screen of a phone with a chat: a head with the picture of whom it is with, and one line in each bubble.
 */
export const drawChat = async (
  name: string,
  lines: readonly Drawn[],
  { rightToLeft, dark }: Screen,
): Promise<Buffer> => {
  const colours = dark
    ? { ground: '#0b141a', head: '#202c33', own: '#005c4b', other: '#202c33', ink: '#e9edef' }
    : { ground: '#efeae2', head: '#ffffff', own: '#d9fdd3', other: '#ffffff', ink: '#111b21' }
  const shapes: string[] = [`<rect width="${WIDTH}" height="130" fill="${colours.head}"/>`]
  shapes.push(`<circle cx="${rightToLeft ? WIDTH - 100 : 100}" cy="85" r="32" fill="#8aa19b"/>`)
  const layers: OverlayOptions[] = []
  const title = await words(name, colours.ink, 28)
  layers.push({ input: title.input, top: 70, left: rightToLeft ? WIDTH - 150 - title.width : 150 })
  let top = 180
  for (const { own, text, emoji } of lines) {
    const drawn = await words(text, colours.ink, 27)
    const width = drawn.width + (emoji === undefined ? 48 : 84)
    const left = own === rightToLeft ? 18 : WIDTH - 18 - width
    shapes.push(
      `<rect x="${left}" y="${top}" width="${width}" height="62" rx="16" fill="${own ? colours.own : colours.other}"/>`,
    )
    if (emoji !== undefined)
      shapes.push(
        `<circle cx="${left + drawn.width + 46}" cy="${top + 31}" r="16" fill="#ffcc33"/>`,
        `<circle cx="${left + drawn.width + 41}" cy="${top + 26}" r="3" fill="#553300"/>`,
      )
    layers.push({ input: drawn.input, top: top + Math.round((62 - drawn.height) / 2), left: left + 24 })
    top += 76
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${shapes.join('')}</svg>`
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: colours.ground } })
    .composite([{ input: Buffer.from(svg), top: 0, left: 0 }, ...layers])
    .jpeg({ quality: 85 })
    .toBuffer()
}

/** What a photo has and a screen has not: shades everywhere, no edge that is straight. */
export const drawPhoto = (width = 900, height = 1_200): Promise<Buffer> => {
  const pixels = Buffer.alloc(width * height * 3)
  let seed = 7
  for (let at = 0; at < pixels.length; at += 3) {
    const x = (at / 3) % width
    const y = Math.floor(at / 3 / width)
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    const fur = (seed >> 16) % 40
    const shade = 110 + 60 * Math.sin(x / 90 + y / 140) + 40 * Math.cos(x / 37 - y / 71)
    pixels.set(
      [shade + fur, shade * 0.8 + fur, shade * 0.6 + fur].map((value) => Math.max(0, Math.min(255, value))),
      at,
    )
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer()
}
