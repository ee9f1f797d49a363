import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshId, makeVisitor, openStage, until, type Stage, type Visitor } from './stage.ts'

let stage: Stage
let visitor: Visitor
beforeEach(async () => {
  stage = await openStage()
  visitor = makeVisitor(stage)
  await visitor.send('POST', '/api/start', {})
  await until(() => stage.echo.arrived.length === 1)
})
afterEach(() => stage.close())

const SHA256 = 'a'.repeat(64)
const PDQ = '0123456789abcdef'.repeat(4)
const give = (body: unknown): Promise<Response> => visitor.send('POST', '/api/fingerprints', body)
const media = () => stage.echo.arrived.flatMap(({ body }) => (body.kind === 'media' ? [body.media] : []))

describe('a fingerprint that the page sends', () => {
  test('arrives as a file that stays where it is', async () => {
    expect((await give({ id: freshId(), sha256: SHA256, pdq: PDQ, quality: 100 })).status).toBe(202)
    expect((await give({ id: freshId(), sha256: SHA256 })).status).toBe(202)
    expect(media()).toEqual([
      {
        kind: 'photo',
        capture: 'as_sent',
        ref: '',
        print: { sha256: SHA256, pdq: { hash: PDQ, quality: 100 } },
      },
      { kind: 'document', capture: 'as_sent', ref: '', print: { sha256: SHA256 } },
    ])
  })

  const REFUSED: readonly (readonly [string, unknown])[] = [
    ['no id', { sha256: SHA256 }],
    ['no hash', { id: 'message-x0001' }],
    ['a short hash', { id: 'message-x0001', sha256: 'a'.repeat(63) }],
    ['a hash in capitals', { id: 'message-x0001', sha256: 'A'.repeat(64) }],
    ['a hash with a line end', { id: 'message-x0001', sha256: `${SHA256}\n` }],
    ['a number for a hash', { id: 'message-x0001', sha256: 1 }],
    ['a PDQ without its quality', { id: 'message-x0001', sha256: SHA256, pdq: PDQ }],
    ['a quality without a PDQ', { id: 'message-x0001', sha256: SHA256, quality: 1 }],
    ['a PDQ that is none', { id: 'message-x0001', sha256: SHA256, pdq: `${PDQ.slice(1)}g`, quality: 1 }],
    ...[-1, 101, 1.5, Number.NaN, '50', null].map(
      (quality) =>
        [`quality ${String(quality)}`, { id: 'message-x0001', sha256: SHA256, pdq: PDQ, quality }] as const,
    ),
    ['a name beside it', { id: 'message-x0001', sha256: SHA256, name: 'CANARY.jpg' }],
    ['a size beside it', { id: 'message-x0001', sha256: SHA256, size: 1 }],
    ['a list', [{ id: 'message-x0001', sha256: SHA256 }]],
    ['nothing', null],
    ['a word', 'x'],
  ]

  test.each(REFUSED)('is refused with %s', async (_, body) => {
    const answer = await give(body)
    expect(answer.status).toBe(400)
    expect(media()).toEqual([])
  })

  test('is not even put into the inbox before consent', async () => {
    stage.echo.set(stage.echo.lastChat(), { media: 'consent' })
    const answer = await give({ id: freshId(), sha256: SHA256 })
    expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'media_consent' }])
    expect(media()).toEqual([])
  })

  test('is taken where files are not', async () => {
    stage.echo.set(stage.echo.lastChat(), { media: 'age' })
    expect((await give({ id: freshId(), sha256: SHA256, pdq: PDQ, quality: 0 })).status).toBe(202)
    expect(media()).toHaveLength(1)
  })

  test('begins no conversation of its own, and comes from the page alone', async () => {
    const stranger = makeVisitor(stage)
    expect((await stranger.send('POST', '/api/fingerprints', { id: freshId(), sha256: SHA256 })).status).toBe(
      400,
    )
    const foreign = await visitor.send(
      'POST',
      '/api/fingerprints',
      { id: freshId(), sha256: SHA256 },
      { origin: 'https://evil.example' },
    )
    expect(foreign.status).toBe(403)
    expect(media()).toEqual([])
  })

  test('cannot come in a flood', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => give({ id: freshId(), sha256: SHA256 })),
    )
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(30)
  })
})
