import sharp from 'sharp'

const WIDTH = 900
const HEIGHT = 1_200
const FACES = 12

/** Faces that nobody has: discs in two shades. */
const faces = (): string =>
  Array.from({ length: FACES }, (_, i) => {
    const x = 120 + (i % 6) * 132
    const y = 790 + Math.floor(i / 6) * 150
    const shade = 30 + ((i * 29) % 45)
    return `<circle cx="${x}" cy="${y}" r="56" fill="hsl(28 30% ${shade}%)"/><circle cx="${x}" cy="${y - 12}" r="22" fill="hsl(28 25% ${shade + 25}%)"/>`
  }).join('')

const line = (text: string, y: number, size: number, colour = '#1d1d1d'): string =>
  `<text x="${WIDTH / 2}" y="${y}" font-size="${size}" text-anchor="middle" fill="${colour}">${text}</text>`

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="DejaVu Sans">
<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#f7e3b4"/><stop offset="1" stop-color="#c98f6a"/></linearGradient></defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#g)"/><rect x="30" y="30" width="840" height="1140" fill="none" stroke="#8d1f1f" stroke-width="14"/>
<rect x="30" y="90" width="840" height="190" fill="#8d1f1f"/>${line('إنذار أخير', 165, 64, '#fff')}${line('دوا ئاگاداری', 245, 52, '#fff')}
${line('FINAL NOTICE', 360, 56)}${line('1,250,000 IQD', 450, 62, '#8d1f1f')}${line('الدفع خلال 48 ساعة', 540, 44)}
${line('https://quick-loan.example/pay', 610, 38, '#123a7a')}${line('سيصل هذا إلى كل الأرقام في هاتفك', 690, 36)}${faces()}
${line('practice · تدريب · ڕاهێنان', 1_120, 34, '#5b3b2b')}</svg>`

/** How the same picture came to different people: in another size, written anew, cut at its edge. */
const COPIES = [
  { width: 900, cut: 0, as: 'jpeg' },
  { width: 640, cut: 0, as: 'webp' },
  { width: 760, cut: 6, as: 'jpeg' },
  { width: 540, cut: 0, as: 'png' },
] as const

/** What the invented lender sends to everybody who owes it money: a poster, the `n`th copy of it. */
export const drawNotice = async (n: number): Promise<{ readonly bytes: Buffer; readonly as: string }> => {
  const { width, cut, as } = COPIES[n % COPIES.length] ?? COPIES[0]
  const area = { left: cut, top: cut, width: WIDTH - 2 * cut, height: HEIGHT - 2 * cut }
  const bytes = await sharp(Buffer.from(SVG))
    .extract(area)
    .resize({ width })
    .toFormat(as, { quality: 78 })
    .toBuffer()
  return { bytes, as }
}
