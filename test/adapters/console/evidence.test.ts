import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import type { CasePage, Custody, RevealTicket } from '../../../adapters/console/contract/index.ts'
import type { EvidenceId } from '../../../core/base/ids.ts'
import { minutes, seconds } from '../../../core/base/units.ts'
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

const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#c04040' } })
    .withExif({ IFD0: { Artist: 'Somebody Hidden' } })
    .jpeg()
    .toBuffer()
/** The first pages of an Ogg Opus stream: enough to be told by. */
const voice = (): Buffer => {
  const page = Buffer.alloc(200)
  page.write('OggS', 0)
  page[26] = 1
  page[27] = 19
  page.write('OpusHead', 28)
  return page
}

const path = (id: EvidenceId, rest: string) => `/api/v1/cases/${item.code}/evidence/${id}/${rest}`
const reveal = (id: EvidenceId, reason = 'to identify the person', as = cookie) =>
  world.post(path(id, 'reveal'), { reason }, { cookie: as })
const looked = async (id: EvidenceId) => {
  const answer = await reveal(id)
  expect(answer.statusCode).toBe(200)
  return world.get(answer.json<RevealTicket>().url, { cookie })
}
const views = async (): Promise<number> => {
  const custody = (await world.get(`/api/v1/cases/${item.code}/custody`, { cookie })).json<Custody>()
  return custody.entries.filter(({ kinds }) => kinds.includes('evidence_viewed')).length
}

test('the row of a case counts the files of the person, and not their own words that are sealed', async () => {
  const counted = async (): Promise<readonly number[]> =>
    (await world.get('/api/v1/cases', { cookie })).json<CasePage>().rows.map((row) => row.evidence)
  await item.seal(Buffer.from('he threatens me'), { kind: 'statement' })
  expect(await counted()).toEqual([0])
  await item.seal(voice(), { kind: 'voice' })
  expect(await counted()).toEqual([1])
})

describe('a preview', () => {
  test('is what was made of the picture, kept by nobody', async () => {
    const id = await item.seal(await picture())
    expect((await world.get(path(id, 'preview'), { cookie })).statusCode).toBe(404)
    const made = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
      .webp()
      .toBuffer()
    await item.preview(id, made)
    const answer = await world.get(path(id, 'preview'), { cookie })
    expect(answer.rawPayload.equals(made)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(await views()).toBe(0)
  })
})

describe('a reveal', () => {
  test('shows a picture made anew, without what was hidden in it, and is in the chain with its reason', async () => {
    const original = await picture()
    const id = await item.seal(original)
    const answer = await looked(id)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    const meta = await sharp(answer.rawPayload).metadata()
    expect([meta.width, meta.height]).toEqual([1600, 800])
    expect(meta.exif).toBeUndefined()
    expect(answer.rawPayload.includes('Somebody Hidden')).toBe(false)
    expect(await views()).toBe(1)
    const book = await world.desk.open(item.code)
    expect(book).toMatchObject({
      events: expect.arrayContaining([
        expect.objectContaining({
          event: expect.objectContaining({
            type: 'evidence_viewed',
            what: 'reveal',
            reason: 'to identify the person',
          }),
        }),
      ]),
    })
  })

  test('needs a reason', async () => {
    const id = await item.seal(await picture())
    expect((await reveal(id, '  ')).statusCode).toBe(400)
    expect(await views()).toBe(0)
  })

  test('opens once, for the session it was made for, within a minute', async () => {
    const id = await item.seal(await picture())
    const other = await world.member('reem')
    const { url } = (await reveal(id)).json<RevealTicket>()
    expect((await world.get(url, { cookie: other.cookie })).statusCode).toBe(404)
    expect((await world.get(url)).statusCode).toBe(401)
    expect((await world.get(url, { cookie })).statusCode).toBe(200)
    expect((await world.get(url, { cookie })).statusCode).toBe(404)
    const late = (await reveal(id)).json<RevealTicket>()
    world.clock.advance(seconds(61))
    expect((await world.get(late.url, { cookie })).statusCode).toBe(404)
  })

  test('plays a voice note as what it is', async () => {
    const id = await item.seal(voice(), { kind: 'voice' })
    const answer = await looked(id)
    expect(answer.headers['content-type']).toBe('audio/ogg')
    expect(answer.rawPayload.equals(voice())).toBe(true)
  })

  test('shows a statement as plain text', async () => {
    const id = await item.seal(Buffer.from('<script>alert(1)</script> قالت'), { kind: 'statement' })
    const answer = await looked(id)
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(answer.body).toBe('<script>alert(1)</script> قالت')
  })

  test.each([
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a PDF', Buffer.from('%PDF-1.7\n%\n')],
    ['sound that came as a document', voice()],
    ['a broken picture', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100)])],
  ])('shows no %s, whatever it says of itself', async (_what, content) => {
    const id = await item.seal(content, { kind: 'document', mime: 'image/png' })
    const answer = await looked(id)
    expect(answer.statusCode).toBe(415)
    expect(answer.json()).toMatchObject({ code: 'no_view' })
  })

  test('of nothing, and of a file that is not sealed, is refused', async () => {
    expect((await reveal('E9' as EvidenceId)).statusCode).toBe(404)
    await item.append({
      type: 'evidence_announced',
      evidence: 'E1' as EvidenceId,
      inbound: 'I1' as never,
      kind: 'photo',
      capture: 'recompressed',
      forwarded: false,
      sentAt: world.clock.now(),
    })
    expect((await reveal('E1' as EvidenceId)).json()).toMatchObject({ status: 409, code: 'pending' })
    await world.desk.erase(item.code, 'agent:x', 'asked for')
    expect((await reveal('E1' as EvidenceId)).statusCode).toBe(410)
  })
})

describe('an original', () => {
  test('comes after a reveal, as the very bytes, under a name that says nothing', async () => {
    const original = await picture()
    const id = await item.seal(original, { mime: 'image/jpeg', fileName: 'Zaynab at home.jpg' })
    const early = await world.get(path(id, 'original'), { cookie })
    expect(early.statusCode).toBe(403)
    expect(early.json()).toMatchObject({ code: 'reveal_first' })
    await reveal(id)
    const answer = await world.get(path(id, 'original'), { cookie })
    expect(answer.rawPayload.equals(original)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${item.code}-${id.slice(0, 8)}.jpg"`,
      'content-length': String(original.length),
      'cache-control': 'no-store',
    })
    expect(await views()).toBe(2)
  })

  test('is for the same agent and the same item, for a quarter of an hour', async () => {
    const [first, second] = [await item.seal(await picture()), await item.seal(await picture())]
    const other = await world.member('reem')
    await reveal(first)
    expect((await world.get(path(second, 'original'), { cookie })).statusCode).toBe(403)
    expect((await world.get(path(first, 'original'), { cookie: other.cookie })).statusCode).toBe(403)
    world.clock.advance(minutes(15))
    expect((await world.get(path(first, 'original'), { cookie })).statusCode).toBe(200)
    world.clock.advance(seconds(1))
    expect((await world.get(path(first, 'original'), { cookie })).statusCode).toBe(403)
  })

  test('has no ending that anything would run', async () => {
    const id = await item.seal(Buffer.from('<script>'), {
      kind: 'document',
      mime: 'text/html',
      fileName: 'x.html',
    })
    await reveal(id)
    const answer = await world.get(path(id, 'original'), { cookie })
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="${item.code}-${id.slice(0, 8)}"`,
    )
  })

  test('of nothing is 404', async () => {
    expect((await world.get(path('E9' as EvidenceId, 'original'), { cookie })).statusCode).toBe(404)
  })
})
