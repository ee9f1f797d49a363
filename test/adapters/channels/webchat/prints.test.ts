import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openImages } from '../../../../adapters/imaging/index.ts'
import { distance } from '../../../../core/base/fingerprint/distance.ts'
import type { DevicePrint, Inbound } from '../../../../core/base/message.ts'
import type { Images } from '../../../../core/ports/images.ts'
import { drawRaster } from '../../../core/base/fingerprint/drawing.ts'
import { readReference, readVector } from '../../../core/base/fingerprint/vectors.ts'
import { CHROMIUM } from '../../../chromium.ts'
import { faultsOf, openBrowser, type Browser } from './browser.ts'
import { openStage, until, type Stage } from './stage.ts'

let browser: Browser
let images: Images
let stage: Stage

const visit = async (
  hash = '',
  media: 'open' | 'consent' = 'open',
): Promise<{ readonly page: Page; readonly complaints: readonly string[]; readonly sent: string[] }> => {
  stage = await openStage({ limits: { rates: GENEROUS } })
  stage.echo.media = media
  const { page, complaints } = await browser.look({ width: 360, height: 740, touch: true, locale: 'en-GB' })
  const sent: string[] = []
  page.on(
    'request',
    (request) => void (request.url().endsWith('/fingerprints') && sent.push(request.postData() ?? '')),
  )
  await page.goto(`${stage.url()}/chat${hash}`)
  await page.locator('#languages button[value=en]').click()
  await page.locator('#choices button').first().waitFor()
  return { page, complaints, sent }
}

const rate = { burst: 10_000, perSecond: 10_000 }
const both = { chat: rate, address: rate }
const GENEROUS = {
  message: both,
  upload: both,
  session: both,
  stream: both,
  view: both,
  typing: both,
  once: both,
}

const ofAge = (): void => stage.echo.set(stage.echo.lastChat(), { media: 'age' })

const printsIn = (arrived: readonly Inbound[]): readonly DevicePrint[] =>
  arrived.flatMap(({ body }) =>
    body.kind === 'media' && body.media.print !== undefined ? [body.media.print] : [],
  )

/** The page learns a little later that files are not taken. */
const open = async (page: Page): Promise<void> => {
  await expect
    .poll(async () => {
      await page.locator('#attach').click()
      return page.locator('#prints').isVisible()
    })
    .toBe(true)
}

type Chosen = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** What the page sends of files, in their order. */
const give = async (page: Page, files: readonly Chosen[]): Promise<readonly DevicePrint[]> => {
  const before = printsIn(stage.echo.arrived).length
  await page.locator('#prints-files').setInputFiles([...files])
  await until(() => printsIn(stage.echo.arrived).length === before + files.length)
  return printsIn(stage.echo.arrived).slice(before)
}

const sha256Of = (buffer: Buffer): string => createHash('sha256').update(buffer).digest('hex')
const jpeg = (name: string, buffer: Buffer): Chosen => ({
  name: `${name}.jpg`,
  mimeType: 'image/jpeg',
  buffer,
})
const png = (name: string, buffer: Buffer): Chosen => ({ name: `${name}.png`, mimeType: 'image/png', buffer })

describe.skipIf(!existsSync(CHROMIUM))('fingerprints made in a browser (needs /usr/bin/chromium)', () => {
  beforeAll(async () => {
    browser = await openBrowser()
    images = openImages()
  })
  afterAll(async () => {
    await browser.close()
    await images.close()
  })
  afterEach(() => stage.close())

  test('equal the reference’s on every picture of it, and nothing but numbers is sent', async () => {
    const { page, complaints, sent } = await visit()
    ofAge()
    await open(page)
    const reference = readReference()
    const chosen = reference.map(({ file }) => {
      const name = `CANARY ${file.split('/').at(-1) ?? ''}`
      return { name, mimeType: file.endsWith('.png') ? 'image/png' : 'image/jpeg', buffer: readVector(file) }
    })
    const prints = await give(page, chosen)
    expect(prints).toEqual(
      reference.map(({ hash, quality }, i) => ({
        sha256: sha256Of(chosen[i]!.buffer),
        pdq: { hash, quality },
      })),
    )
    expect(stage.spool.read).toEqual({ bytes: 0, puts: 0 })
    await until(() => sent.length === reference.length)
    const bodies = sent.map((body) => JSON.parse(body) as Readonly<Record<string, unknown>>)
    expect(bodies.map((body) => Object.keys(body).sort())).toEqual(
      reference.map(() => ['id', 'pdq', 'quality', 'sha256']),
    )
    await page
      .locator('#log .file')
      .nth(reference.length - 1)
      .waitFor()
    expect(await page.locator('#log').textContent()).not.toContain('CANARY')
    expect(await page.locator('#prints-state').textContent()).toContain(String(reference.length))
    expect(complaints).toEqual([])
  })

  test('equal the server’s whatever a file says of its colours and its turning, grey or not', async () => {
    const { page } = await visit()
    ofAge()
    const photo = readVector('bridge-mods/aaa-orig.jpg')
    const grey = drawRaster(900, 700, 1, 11)
    const open = () =>
      sharp(Buffer.from(grey.data), { raw: { width: 900, height: 700, channels: 1 } }).toColourspace('b-w')
    const files = [
      ...(await Promise.all(
        [3, 6, 8].map(async (n) =>
          jpeg(`turned-${n}`, await sharp(photo).withMetadata({ orientation: n }).jpeg().toBuffer()),
        ),
      )),
      jpeg('p3', await sharp(photo).withIccProfile('p3').jpeg().toBuffer()),
      png('p3', await sharp(photo).withIccProfile('p3').png().toBuffer()),
      jpeg('progressive', await sharp(photo).jpeg({ progressive: true, quality: 40 }).toBuffer()),
      jpeg('whole-chroma', await sharp(photo).jpeg({ chromaSubsampling: '4:4:4' }).toBuffer()),
      jpeg('grey', await open().jpeg().toBuffer()),
      png('grey', await open().png().toBuffer()),
      png('palette', await sharp(photo).resize(700).png({ palette: true }).toBuffer()),
      { name: 'a.webp', mimeType: 'image/webp', buffer: await sharp(photo).webp().toBuffer() },
      png('narrow', await sharp(photo).resize(300, 900, { fit: 'fill' }).png().toBuffer()),
      png('tiny', await sharp(photo).resize(4, 4, { fit: 'fill' }).png().toBuffer()),
    ]
    const prints = await give(page, files)
    const far = await Promise.all(
      files.map(async ({ name, buffer }, i) => {
        const made = await images.fingerprint(buffer)
        const mine = prints[i]?.pdq
        if (made.status !== 'made' || mine === undefined) return `${name}: none`
        return `${name}: ${distance(made.pdq, mine.hash)} bits, ${made.quality - mine.quality}`
      }),
    )
    expect(far).toEqual(files.map(({ name }) => `${name}: 0 bits, 0`))
  })

  test('of a picture that is partly transparent are near: a browser keeps such colours less exactly', async () => {
    const { page } = await visit()
    ofAge()
    const photo = sharp(readVector('bridge-mods/aaa-orig.jpg')).resize(700, 500, { fit: 'fill' })
    const slope = Buffer.from(Array.from({ length: 700 * 500 }, (_, i) => 40 + ((i % 700) * 215) / 700))
    const buffer = await photo
      .joinChannel(slope, { raw: { width: 700, height: 500, channels: 1 } })
      .png()
      .toBuffer()
    const [print] = await give(page, [png('half', buffer)])
    const made = await images.fingerprint(buffer)
    if (made.status !== 'made' || print?.pdq === undefined) throw new Error('no fingerprint')
    expect(distance(made.pdq, print.pdq.hash)).toBeLessThanOrEqual(10)
  })

  test('of what is no picture, or one that the browser does not open, is the SHA-256 alone', async () => {
    const { page } = await visit()
    ofAge()
    const files = [
      { name: 'a.mp4', mimeType: 'video/mp4', buffer: Buffer.from('no real video') },
      {
        name: 'a.heic',
        mimeType: 'image/heic',
        buffer: Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'),
      },
      jpeg('broken', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1])),
      png('broken', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xff, 0xff, 0xff])),
      jpeg('short', Buffer.from([0xff])),
    ]
    expect(await give(page, files)).toEqual(files.map(({ buffer }) => ({ sha256: sha256Of(buffer) })))
  })

  test('are offered to who comes by the link as soon as they agreed to begin, once', async () => {
    const { page } = await visit('#fingerprint', 'consent')
    stage.echo.say(stage.echo.lastChat(), { from: 'bot', text: 'one question first' })
    await page.locator('.line.bot', { hasText: 'one question first' }).waitFor()
    expect(await page.locator('#prints').isVisible()).toBe(false)
    stage.echo.set(stage.echo.lastChat(), { media: 'open' })
    await page.locator('#prints').waitFor()
    expect(page.url()).toBe(`${stage.url()}/chat`)
    await page.locator('#prints-close').click()
    stage.echo.say(stage.echo.lastChat(), { from: 'bot', text: 'go on' })
    await page.locator('.line.bot', { hasText: 'go on' }).waitFor()
    expect(await page.locator('#prints').isVisible()).toBe(false)
  })

  test('are no more than fifty at once, and closing the view stops them', async () => {
    const { page } = await visit()
    ofAge()
    await open(page)
    const picture = await sharp(readVector('bridge-mods/shrink-a-lot.jpg')).png().toBuffer()
    const files = Array.from({ length: 53 }, (_, i) =>
      png(`n${i}`, Buffer.concat([picture, Buffer.from([i])])),
    )
    await page.locator('#prints-files').setInputFiles(files)
    await until(() => printsIn(stage.echo.arrived).length === 50)
    await expect.poll(() => page.locator('#prints-state').textContent()).toMatch(/50.*50/)
    expect(await faultsOf(page)).toEqual([])
    await page.locator('#prints-close').click()
    expect(await page.locator('#prints').isVisible()).toBe(false)
    expect(printsIn(stage.echo.arrived)).toHaveLength(50)
  })
})
