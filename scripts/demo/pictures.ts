import sharp from 'sharp'

const BUBBLES = 6

/**
 * A screenshot of a chat that never was: bubbles without words, so that nobody takes it for a real
 * one. `n` makes it different from the others; every third is the same as one before it, for
 * pictures that several people send are found to belong together.
 */
export const drawPicture = async (n: number): Promise<Uint8Array<ArrayBuffer>> => {
  const seed = n % 3 === 0 ? 0 : n
  const hue = (seed * 47) % 360
  const bubbles = Array.from({ length: BUBBLES }, (_, i) => {
    const width = 180 + ((seed * 53 + i * 97) % 220)
    const x = (seed + i) % 3 === 0 ? 40 : 500 - width
    return `<rect x="${x}" y="${150 + i * 115}" width="${width}" height="${60 + ((seed + i) % 2) * 24}" rx="18" fill="hsl(${hue + (x === 40 ? 0 : 140)} 45% 78%)"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="540" height="960"><rect width="540" height="960" fill="hsl(${hue} 30% 95%)"/>
<rect width="540" height="100" fill="hsl(${hue} 40% 35%)"/><circle cx="70" cy="50" r="30" fill="#fff8"/>${bubbles.join('')}
<text x="270" y="940" font-family="sans-serif" font-size="26" text-anchor="middle" fill="#0008">practice ${seed}</text></svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer())
}
