import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SignedData, TimeStampResp } from 'pkijs'
import { assert as assertLaw, asyncProperty, nat } from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openAnchor } from '../../../adapters/anchor/index.ts'
import { makeClock } from '../../../adapters/system/clock.ts'
import { makeKeeper } from '../../../core/custody/keeper.ts'
import { makeProofs } from '../../../core/custody/proof.ts'
import type { Anchor } from '../../../core/ports/anchor.ts'
import { hours, ms, type Instant } from '../../../core/base/units.ts'
import { A, grow, logFaults, openCustodyWorld } from '../../core/custody/world.ts'
import { openTsa, sendToken, serveTsa, type Tsa } from './tsa.ts'

const data = new TextEncoder().encode('a checkpoint\n')
let tsa: Tsa
let server: Awaited<ReturnType<typeof serveTsa>>

const honest = (request: Buffer, response: Parameters<typeof sendToken>[0]): void =>
  sendToken(response, tsa.reply(request))

beforeAll(async () => {
  tsa = openTsa()
  server = await serveTsa(honest)
})
beforeEach(() => server.answer(honest))
afterAll(async () => {
  await server.close()
  tsa.close()
})

const anchorOf = (
  named: {
    readonly roots?: string
    readonly patience?: number
    readonly now?: () => Instant
    readonly url?: string
  } = {},
): Anchor =>
  openAnchor({
    id: 'one',
    url: named.url ?? server.url,
    certificates: named.roots ?? tsa.root('root'),
    every: hours(24),
    clock: named.now === undefined ? makeClock() : { now: named.now },
    ...(named.patience === undefined ? {} : { patience: ms(named.patience) }),
  })

const stamped = async (anchor = anchorOf()): Promise<Uint8Array> => {
  const answer = await anchor.stamp(data)
  if ('fault' in answer) throw new Error(answer.fault)
  return answer.stamp.token
}

describe('an authority that works', () => {
  test('gives a token over the hash alone, which openssl takes as well', async () => {
    let seen: Buffer = Buffer.alloc(0)
    let type: string | undefined
    server.answer((request, response, headers) => {
      seen = request
      type = headers['content-type']
      honest(request, response)
    })
    const answer = await anchorOf().stamp(data)
    if ('fault' in answer) throw new Error(answer.fault)
    const { stamp } = answer
    expect(type).toBe('application/timestamp-query')
    expect(seen.includes(Buffer.from(data))).toBe(false)
    expect(stamp).toMatchObject({ anchor: 'one', certificates: tsa.root('root') })
    expect(Math.abs(stamp.at - Date.now())).toBeLessThan(60_000)
    writeFileSync(join(tsa.folder, 'data'), data)
    writeFileSync(join(tsa.folder, 'token.tsr'), stamp.token)
    writeFileSync(join(tsa.folder, 'token.crt'), stamp.certificates)
    expect(
      tsa.openssl('ts', '-verify', '-in', 'token.tsr', '-data', 'data', '-CAfile', 'token.crt').toString(),
    ).toContain('Verification: OK')
    expect(await anchorOf().check(data, stamp.token)).toEqual({ at: stamp.at })
  })

  test.each(['curve', 'chained'])('may sign as %s', async (signer) => {
    server.answer((request, response) => sendToken(response, tsa.reply(request, signer)))
    expect(await anchorOf().stamp(data)).toMatchObject({ stamp: { anchor: 'one' } })
  })

  test('may be named by several certificates', async () => {
    expect(
      await anchorOf({ roots: `text before\n${tsa.root('stranger')}\n${tsa.root('root')}` }).stamp(data),
    ).toHaveProperty('stamp')
  })
})

describe('an authority that does not work', () => {
  const fault = async (anchor = anchorOf()): Promise<string> => {
    const answer = await anchor.stamp(data)
    return 'fault' in answer ? answer.fault : 'stamped'
  }

  test('answers with an error, or elsewhere, or not at all', async () => {
    server.answer((_request, response) => void response.writeHead(500).end('no'))
    expect(await fault()).toBe('unreachable')
    server.answer((request, response) => void response.writeHead(201).end(tsa.reply(request)))
    expect(await fault()).toBe('unreachable')
    server.answer((_request, response) => void response.writeHead(302, { location: server.url }).end())
    expect(await fault()).toBe('unreachable')
    server.answer((_request, response) => void response.socket?.destroy())
    expect(await fault()).toBe('unreachable')
    expect(await fault(anchorOf({ url: 'http://127.0.0.1:1/' }))).toBe('unreachable')
  })

  test('is cut off in the middle, or says less than it has', async () => {
    server.answer((request, response) => {
      const token = tsa.reply(request)
      response.writeHead(200, { 'content-length': token.length })
      response.write(token.subarray(0, 700), () => response.socket?.destroy())
    })
    expect(await fault()).toBe('unreachable')
    server.answer((request, response) => sendToken(response, tsa.reply(request).subarray(0, -1)))
    expect(await fault()).toBe('unreadable')
    server.answer((request, response) =>
      sendToken(response, Buffer.concat([tsa.reply(request), Buffer.from([0])])),
    )
    expect(await fault()).toBe('unreadable')
  })

  test('is slow: at the beginning or in the middle', async () => {
    server.answer(() => undefined)
    expect(await fault(anchorOf({ patience: 60 }))).toBe('timeout')
    server.answer((_request, response) => void response.writeHead(200).write('0'))
    expect(await fault(anchorOf({ patience: 60 }))).toBe('timeout')
  })

  test('says something else than a token, or never stops', async () => {
    for (const body of ['', '<html></html>', '\x30\x03\x02\x01\x00', '\x30\x80'])
      await (server.answer((_request, response) => sendToken(response, Buffer.from(body, 'latin1'))),
      expect(fault()).resolves.toBe('unreadable'))
    server.answer((_request, response) => {
      response.writeHead(200)
      const more = (): void =>
        void response.write(Buffer.alloc(16_384), (error) => (error == null ? more() : undefined))
      more()
    })
    expect(await fault()).toBe('unreadable')
  })

  test('refuses', async () => {
    server.answer((_request, response) => sendToken(response, tsa.reply(Buffer.from('30030201ff', 'hex'))))
    expect(await fault()).toBe('refused')
  })

  test('answers another request, of another nonce or over other bytes', async () => {
    const other = await stamped()
    server.answer((_request, response) => sendToken(response, other))
    expect(await fault()).toBe('nonce_differs')
    server.answer((_request, response) => {
      tsa.openssl('ts', '-query', '-digest', '11'.repeat(32), '-sha256', '-cert', '-out', 'other.tsq')
      sendToken(
        response,
        tsa.openssl(
          'ts',
          '-reply',
          '-config',
          'config',
          '-section',
          'tsa_config',
          '-queryfile',
          'other.tsq',
          '-signer',
          'good.pem',
          '-inkey',
          'good.key',
          '-sha256',
        ),
      )
    })
    expect(await fault()).toBe('imprint_differs')
    server.answer((_request, response) => {
      const digest = Buffer.from(data).toString('hex')
      writeFileSync(join(tsa.folder, 'own'), Buffer.from(digest, 'hex'))
      tsa.openssl('ts', '-query', '-data', 'own', '-sha256', '-no_nonce', '-cert', '-out', 'own.tsq')
      sendToken(
        response,
        tsa.openssl(
          'ts',
          '-reply',
          '-config',
          'config',
          '-section',
          'tsa_config',
          '-queryfile',
          'own.tsq',
          '-signer',
          'good.pem',
          '-inkey',
          'good.key',
          '-sha256',
        ),
      )
    })
    expect(await fault()).toBe('nonce_differs')
    server.answer((_request, response) => {
      tsa.openssl('ts', '-query', '-data', 'own', '-sha512', '-cert', '-out', 'long.tsq')
      sendToken(
        response,
        tsa.openssl(
          'ts',
          '-reply',
          '-config',
          'config',
          '-section',
          'tsa_config',
          '-queryfile',
          'long.tsq',
          '-signer',
          'good.pem',
          '-inkey',
          'good.key',
          '-sha256',
        ),
      )
    })
    expect(await fault()).toBe('imprint_differs')
  })

  test('is somebody else, or may not stamp', async () => {
    server.answer((request, response) => sendToken(response, tsa.reply(request, 'false')))
    expect(await fault()).toBe('signer_wrong')
    expect(await fault(anchorOf({ roots: tsa.root('stranger') }))).toBe('stamped')
    server.answer(honest)
    expect(await fault(anchorOf({ roots: tsa.root('stranger') }))).toBe('signer_wrong')
    server.answer((request, response) => sendToken(response, tsa.reply(request, 'weak')))
    expect(await fault()).toBe('signer_wrong')
  })

  test('has another time than we', async () => {
    const now = Date.now()
    const at = (shift: number): Anchor => anchorOf({ now: () => (now + shift) as Instant })
    expect(await fault(at(10 * 60_000))).toBe('time_wrong')
    expect(await fault(at(-10 * 60_000))).toBe('time_wrong')
    expect(await fault(at(60_000))).toBe('stamped')
  })
})

describe('certificates that may not stamp', () => {
  /** What an authority signed, signed by another: `openssl ts` would not do it, `openssl cms` does. */
  const resigned = (token: Uint8Array, signer: string, ...more: readonly string[]): Uint8Array => {
    const { timeStampToken } = TimeStampResp.fromBER(Uint8Array.from(token).buffer)
    const signed = new SignedData({ schema: timeStampToken?.content })
    writeFileSync(
      join(tsa.folder, 'info'),
      new Uint8Array(signed.encapContentInfo.eContent?.getValue() ?? new ArrayBuffer(0)),
    )
    const type = [
      '-econtent_type',
      more.includes('-data') ? '1.2.840.113549.1.7.1' : '1.2.840.113549.1.9.16.1.4',
    ]
    const flags = more.filter((flag) => flag !== '-data')
    const by = ['-signer', `${signer}.pem`, '-inkey', `${signer}.key`]
    const der = tsa.openssl(
      'cms',
      '-sign',
      '-binary',
      '-nodetach',
      ...type,
      '-in',
      'info',
      ...by,
      '-outform',
      'DER',
      ...flags,
    )
    const header = Buffer.from('30820000', 'hex')
    const body = Buffer.concat([Buffer.from('3003020100', 'hex'), der])
    header.writeUInt16BE(body.length, 2)
    return Buffer.concat([header.subarray(0, 4), body])
  }
  const verdict = async (...of: Parameters<typeof resigned>): Promise<string> => {
    const answer = await anchorOf().check(data, resigned(...of))
    return 'fault' in answer ? answer.fault : 'holds'
  }

  test('do not, whatever they sign', async () => {
    const token = await stamped()
    expect(await verdict(token, 'good', '-cades', '-md', 'sha256')).toBe('holds')
    expect(await verdict(token, 'loose', '-cades', '-md', 'sha256')).toBe('signer_wrong')
    expect(await verdict(token, 'server', '-cades', '-md', 'sha256')).toBe('signer_wrong')
    expect(await verdict(token, 'false', '-cades', '-md', 'sha256')).toBe('signer_wrong')
  })

  test('a signature says which certificate it is of, what it is over, and hashes with nothing that was broken', async () => {
    const token = await stamped()
    expect(await verdict(token, 'good', '-md', 'sha256')).toBe('signer_wrong')
    expect(await verdict(token, 'good', '-cades', '-md', 'sha1')).toBe('signature_wrong')
    expect(await verdict(token, 'good', '-cades', '-md', 'sha512')).toBe('holds')
    expect(await verdict(token, 'good', '-noattr', '-md', 'sha256')).toBe('signature_wrong')
    expect(await verdict(token, 'good', '-cades', '-md', 'sha256', '-data')).toBe('unreadable')
    expect(await verdict(token, 'good', '-cades', '-md', 'sha256', '-nocerts')).not.toBe('holds')
  })

  test('a file without certificates is a wrong setting', () => {
    for (const roots of [
      '',
      'text',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      tsa.root('root').repeat(11),
    ])
      expect(() => anchorOf({ roots })).toThrow(expect.objectContaining({ code: 'settings_invalid' }))
  })
})

test('law: a token of which any bit was flipped does not verify as another statement', async () => {
  const anchor = anchorOf()
  const token = await stamped(anchor)
  const whole = await anchor.check(data, token)
  await assertLaw(
    asyncProperty(nat(token.length * 8 - 1), async (bit) => {
      const changed = Uint8Array.from(token)
      const at = bit >> 3
      changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7))
      const verdict = await anchor.check(data, changed)
      // Some bits are covered by nothing (the status text, unsigned parts, certificates that are
      // not needed): they change nothing that is said.
      if (!('fault' in verdict)) expect(verdict).toEqual(whole)
    }),
    { numRuns: 200 },
  )
  expect(await anchor.check(new TextEncoder().encode('another\n'), token)).toEqual({
    fault: 'imprint_differs',
  })
}, 60_000)

test('a checkpoint carries the token into a bundle, and the whole log verifies with it', async () => {
  const world = { ...(await openCustodyWorld({ anchors: [anchorOf()] })), clock: makeClock() }
  await grow(world, A)
  const made = await makeKeeper(world)()
  expect(made?.faults).toEqual([])
  const proofs = await makeProofs(world)(A, 1)
  const [timestamp] = proofs.timestamps
  writeFileSync(join(tsa.folder, 'checkpoint.txt'), proofs.checkpointText)
  writeFileSync(join(tsa.folder, 'bundle.tsr'), timestamp?.token ?? '')
  writeFileSync(join(tsa.folder, 'bundle.crt'), timestamp?.certificates ?? '')
  expect(
    tsa
      .openssl('ts', '-verify', '-in', 'bundle.tsr', '-data', 'checkpoint.txt', '-CAfile', 'bundle.crt')
      .toString(),
  ).toContain('Verification: OK')
  expect(await logFaults(world)).toEqual([])
  writeFileSync(join(tsa.folder, 'key.txt'), proofs.publicKey)
  const [text = '', signature = ''] = proofs.checkpointText.split('\n\n')
  writeFileSync(join(tsa.folder, 'note.txt'), `${text}\n`)
  writeFileSync(
    join(tsa.folder, 'note.sig'),
    Buffer.from(signature.trim().split(' ').at(-1) ?? '', 'base64').subarray(4),
  )
  expect(
    tsa
      .openssl(
        'pkeyutl',
        '-verify',
        '-pubin',
        '-inkey',
        'key.txt',
        '-rawin',
        '-in',
        'note.txt',
        '-sigfile',
        'note.sig',
      )
      .toString(),
  ).toContain('Signature Verified Successfully')
})
