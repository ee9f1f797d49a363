import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { Custody, EvidenceList, type RevealTicket } from '../../../adapters/console/contract/index.ts'
import { Examination as Described, type Place } from '../../../adapters/console/contract/evidence.ts'
import { placeOf, presentExamined } from '../../../adapters/console/server/evidence/present-examined.ts'
import type { EvidenceState } from '../../../core/model/exhibits.ts'
import type { Aspect, Examination, Found } from '../../../core/base/examination.ts'
import type { EvidenceId } from '../../../core/base/ids.ts'
import { minutes } from '../../../core/base/units.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

let world: World
let cookie: string
let item: BuiltCase
beforeEach(async () => {
  world = await openWorld()
  cookie = (await world.member('noor')).cookie
  item = await aCase(world)
})
afterEach(() => world.close())

const path = (id: EvidenceId, rest: string) => `/api/v1/cases/${item.code}/evidence/${id}/${rest}`
const result = (
  aspect: Aspect,
  facts: Examination['facts'] = {},
  found: Found = 'found',
  tool = 'a tool 1',
): Examination => ({
  aspect,
  found,
  tool,
  facts,
})
const TAGS = result('metadata', {
  'gps.latitude': '33.312805',
  'gps.longitude': '44.361488',
  'EXIF:GPSAltitude': 34,
  'QuickTime:LocationISO6709': '+33.3128+044.3614/',
  'ifd0.Make': 'Apple',
  'ifd0.Model': 'iPhone 15',
  'exif.DateTimeOriginal': '2026:11:20 22:14:09',
})
const picture = (width = 300) =>
  sharp({ create: { width, height: 200, channels: 3, background: '#c04040' } })
    .composite([
      {
        input: Buffer.from(
          '<svg width="300" height="200"><text x="20" y="120" font-size="60">SECRET</text></svg>',
        ),
      },
    ])
    .withExif({ IFD0: { Artist: 'Somebody Hidden' } })
    .webp()
    .toBuffer()
const reveal = (id: EvidenceId) =>
  world.post(path(id, 'reveal'), { reason: 'to identify the person' }, { cookie })

describe('a frame or page', () => {
  test('is given blurred and written anew, whatever was stored, and kept by nobody', async () => {
    const id = await item.seal(Buffer.from('a film'), { kind: 'video' })
    const sharpOne = await picture()
    await item.examine(id, [], [{ what: 'frame', content: sharpOne }])
    const answer = await world.get(path(id, 'derived/0'), { cookie })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(answer.rawPayload.equals(sharpOne)).toBe(false)
    expect((await sharp(answer.rawPayload).metadata()).exif).toBeUndefined()
    // Blurred: no two neighbours differ as they do at the edge of a letter.
    const steepest = async (content: Buffer): Promise<number> => {
      const { data, info } = await sharp(content).greyscale().raw().toBuffer({ resolveWithObject: true })
      return data.reduce(
        (most, value, i) =>
          i % info.width === 0 ? most : Math.max(most, Math.abs(value - (data[i - 1] ?? 0))),
        0,
      )
    }
    expect(await steepest(sharpOne)).toBeGreaterThan(40)
    expect(await steepest(answer.rawPayload)).toBeLessThan(12)
  })

  test('is 404 where there is none, where it is no picture, and to those who may not see the case', async () => {
    const id = await item.seal(Buffer.from('a film'), { kind: 'video' })
    await item.examine(id, [], [{ what: 'frame', content: Buffer.from('<svg/>') }])
    expect((await world.get(path(id, 'derived/0'), { cookie })).statusCode).toBe(404)
    expect((await world.get(path(id, 'derived/1'), { cookie })).statusCode).toBe(404)
    expect((await world.get(path(id, 'derived/x'), { cookie })).statusCode).toBe(400)
    expect((await world.get(path('nobody' as EvidenceId, 'derived/0'), { cookie })).statusCode).toBe(404)
    expect((await world.get(path(id, 'derived/0'))).statusCode).toBe(401)
    const analyst = await world.member('sara', 'analyst')
    for (const rest of ['derived/0', 'examination', 'place'])
      expect((await world.get(path(id, rest), { cookie: analyst.cookie })).statusCode).toBe(403)
  })
})

describe('where a picture was taken', () => {
  test('is shown for 15 minutes after a reveal, and stands in nothing else', async () => {
    const id = await item.seal(await picture())
    await item.examine(id, [TAGS])
    const list = await world.get(`/api/v1/cases/${item.code}/evidence`, { cookie })
    const all = await world.get(path(id, 'examination'), { cookie })
    expect(EvidenceList.parse(list.json()).evidence[0]?.examined?.metadata).toEqual({
      found: 'found',
      camera: 'Apple iPhone 15',
      takenAt: '2026:11:20 22:14:09',
      hasPlace: true,
    })
    expect(Described.parse(all.json()).results[0]?.facts.map(({ name }) => name)).toEqual([
      'ifd0.Make',
      'ifd0.Model',
      'exif.DateTimeOriginal',
    ])
    expect(list.body + all.body).not.toMatch(/33\.3|44\.36|044\.3/)
    const early = await world.get(path(id, 'place'), { cookie })
    expect([early.statusCode, early.json<{ code: string }>().code]).toEqual([403, 'reveal_first'])
    await world.get((await reveal(id)).json<RevealTicket>().url, { cookie })
    expect((await world.get(path(id, 'place'), { cookie })).json<Place>()).toEqual({
      latitude: '33.312805',
      longitude: '44.361488',
    })
    const other = await world.member('reem')
    expect((await world.get(path(id, 'place'), { cookie: other.cookie })).statusCode).toBe(403)
    world.clock.advance(minutes(16))
    expect((await world.get(path(id, 'place'), { cookie })).statusCode).toBe(403)
  })

  test('is 404 where the file does not say', async () => {
    const id = await item.seal(await picture())
    await item.examine(id, [result('metadata', { 'ifd0.Make': 'Apple' })])
    await world.get((await reveal(id)).json<RevealTicket>().url, { cookie })
    expect((await world.get(path(id, 'place'), { cookie })).statusCode).toBe(404)
  })
})

describe('the chain of custody', () => {
  test('says why a file was looked at and what read it, to those who may open the case, until it is erased', async () => {
    const id = await item.seal(await picture())
    await item.examine(id, [
      TAGS,
      result('digest', {}, 'found', 'node 24'),
      result('type', {}, 'found', 'node 24'),
    ])
    await reveal(id)
    await item.append(
      { type: 'export_requested', by: 'noor', reason: 'the court asked' },
      { type: 'export_prepared', by: 'noor', scope: 'share-investigators' },
      {
        type: 'case_exported',
        by: 'noor',
        prepared: 9,
        sha256: 'a'.repeat(64) as never,
        size: 1 as never,
        recipients: ['age1x', 'age1y'],
      },
      { type: 'hold_set', by: 'noor', reason: 'number 4412' },
    )
    const custody = async () =>
      Custody.parse((await world.get(`/api/v1/cases/${item.code}/custody`, { cookie })).json())
    const told = (await custody()).entries.flatMap(({ details }) => details ?? [])
    expect(told).toEqual(
      expect.arrayContaining([
        { kind: 'evidence_examined', evidence: id, tools: ['a tool 1', 'node 24'] },
        { kind: 'evidence_viewed', evidence: id, what: 'reveal', reason: 'to identify the person' },
        { kind: 'export_requested', reason: 'the court asked' },
        { kind: 'export_prepared', scope: 'share-investigators' },
        { kind: 'case_exported', sha256: 'a'.repeat(64), recipients: 2 },
        { kind: 'hold_set', reason: 'number 4412' },
      ]),
    )
    await item.append({ type: 'hold_lifted', by: 'noor', reason: 'number 4413' })
    await world.desk.erase(item.code, 'an operator', 'asked for')
    const left = await custody()
    expect(left.entries.flatMap(({ details }) => details ?? [])).toEqual([])
    expect(left.entries.some(({ kinds }) => kinds.includes('evidence_viewed'))).toBe(true)
  })
})

describe('what is told of a file', () => {
  const sealed = (examined: readonly Examination[], more: Partial<EvidenceState> = {}): EvidenceState =>
    ({ status: 'sealed', kind: 'photo', preview: { status: 'none' }, examined, ...more }) as EvidenceState
  const read = (...results: readonly Examination[]) => presentExamined(sealed(results))

  test('is nothing before somebody looked, and nothing of a person’s own words', () => {
    expect(presentExamined({ status: 'pending', kind: 'photo' } as EvidenceState)).toBeUndefined()
    expect(
      presentExamined({ ...sealed([]), examined: undefined } as unknown as EvidenceState),
    ).toBeUndefined()
    expect(presentExamined(sealed([], { kind: 'statement' }))).toBeUndefined()
  })

  test('has four states, and what does not hold outweighs what was found', () => {
    expect(read()?.origin.found).toBe('not_computed')
    expect(read(result('provenance', {}, 'none'))?.origin.found).toBe('none')
    expect(
      read(result('provenance', {}, 'none'), { ...result('provenance', {}, 'not_computed'), why: 'too_slow' })
        ?.origin.found,
    ).toBe('none')
    expect(read({ ...result('provenance', {}, 'not_computed'), why: 'too_slow' })?.origin).toEqual({
      found: 'not_computed',
      why: 'too_slow',
    })
    expect(read(result('digest'), result('digest', {}, 'broken'))?.digest.found).toBe('broken')
  })

  test('names what the sender called otherwise, what hangs behind, and what else it can be read as', () => {
    const type = result('type', {
      mime: 'image/jpeg',
      declaredMimeAgrees: 1,
      declaredExtensionAgrees: 0,
      trailingBytes: 120,
      alsoZipAt: 900,
    })
    expect(read(type)?.type).toEqual({ found: 'found', mismatch: true, trailing: 120, also: ['zip'] })
    expect(read(result('type', { declaredMimeAgrees: 1, trailingBytes: 0 }))?.type).toEqual({
      found: 'found',
      mismatch: false,
      also: [],
    })
  })

  test('names each program that left a mark once', () => {
    const marks = result('generation', {
      'png.parameters.tool': 'Web UI',
      'png.parameters': 'Steps: 20',
      'xmp.Software.tool': 'Web UI',
      'c2pa.tool': 'OpenAI',
    })
    expect(read(marks)?.generation).toEqual({ found: 'found', tools: ['Web UI', 'OpenAI'] })
  })

  test.each([
    [{ 'gps.latitude': '33.3', 'gps.longitude': '44.3' }, '33.3', '44.3'],
    [{ 'EXIF:GPSLatitude': 33, 'EXIF:GPSLongitude': 44 }, '33', '44'],
    [{ 'QuickTime:LocationISO6709': '+33.3128-044.3614/' }, '+33.3128', '-044.3614'],
    [{ 'Composite:GPSPosition': '33.3128 N, 44.3614 E' }, '33.3128 N', '44.3614 E'],
  ] as const)('finds the place in %o', (facts, latitude, longitude) => {
    expect(placeOf(sealed([result('metadata', facts)]))).toEqual({ latitude, longitude })
  })

  test('makes bars of peaks that are bytes, and nothing of what is not', () => {
    expect(read(result('rendering', { peaks: '00ff80', durationMs: 1_200 }))).toMatchObject({
      waveform: [0, 100, 50],
      durationMs: 1_200,
    })
    for (const peaks of ['zz', '0', '', 'ff'.repeat(400), 7])
      expect(read(result('rendering', { peaks }))).not.toHaveProperty('waveform')
  })
})
