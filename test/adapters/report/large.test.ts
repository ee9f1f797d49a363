import { afterAll, expect, test } from 'vitest'
import sharp from 'sharp'
import { aLine, anItem, aReport } from '../../build/report-input.ts'
import { openReading, pagesOf, run, textOf } from './reading.ts'

const reading = openReading()
afterAll(() => reading.close())

test('2,000 messages are some 200 pages, all of them in order', async () => {
  const messages = Array.from({ length: 2_000 }, (_, i) =>
    aLine(i + 1, `رسالة رقم ${i + 1} عن @dark_demo_iq77`),
  )
  const file = await reading.keep(aReport('ar', { messages }))
  const found = [...textOf(file).matchAll(/#(\d+)\.0\b/g)].map(([, n]) => Number(n))
  expect(new Set(found).size).toBe(2_000)
  expect(pagesOf(file)).toBeGreaterThan(100)
  expect(pagesOf(file)).toBeLessThan(260)
})

test('300 items are all there, with their hashes', async () => {
  const evidence = Array.from({ length: 300 }, (_, i) => anItem(i + 1))
  const file = await reading.keep(aReport('en', { evidence }))
  const text = textOf(file)
  for (const { id, sha256 } of evidence) {
    expect(text).toContain(id)
    expect(text).toContain(sha256)
  }
  expect(pagesOf(file)).toBeLessThan(360)
})

test('blurred pictures are drawn, and what is no picture is left out', async () => {
  const picture = async (hue: string): Promise<Uint8Array> =>
    sharp({ create: { width: 480, height: 320, channels: 3, background: hue } })
      .blur(20)
      .webp({ quality: 60 })
      .toBuffer()
  const preview = (bytes: Uint8Array) => ({
    preview: { bytes, mime: 'image/webp' as const, width: 480, height: 320 },
  })
  const good = [anItem(1, preview(await picture('#a33'))), anItem(2, preview(await picture('#3a3')))]
  const file = await reading.keep(aReport('ar', { evidence: good }))
  expect(run('pdfimages', '-list', file).trim().split('\n')).toHaveLength(2 + 2)
  const cut = (await picture('#33a')).subarray(0, 60)
  for (const bytes of [Buffer.from('no picture at all'), cut]) {
    const bad = await reading.keep(aReport('ar', { evidence: [anItem(1, preview(bytes))] }))
    expect(run('pdfimages', '-list', bad).trim().split('\n')).toHaveLength(2)
    expect(textOf(bad)).toContain('E0001')
  }
})
