import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { coverEvents } from '../../../../core/custody/bundle/cover.ts'
import { writeCsv } from '../../../../core/custody/bundle/csv.ts'
import { BUNDLE_SCOPES } from '../../../../core/model/bundle-scope.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import type { CaseId, EvidenceId, ObjectId } from '../../../../core/base/ids.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { bytes, hours } from '../../../../core/base/units.ts'
import {
  BY,
  bytesOf,
  opened,
  openBundleWorld,
  openCase,
  ORDER,
  takeBundle,
  unzip,
  type BundleCase,
  type BundleWorld,
} from './world.ts'

let world: BundleWorld
beforeEach(async () => {
  world = await openBundleWorld()
})
afterEach(() => world.close())

const take = async (
  it: BundleCase,
  scope: 'person' | 'share-investigators' | 'share-ngo' = 'share-investigators',
): Promise<Buffer> => takeBundle(await world.exports.command(it.code, BY, { scope, recipients: [] }))

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8')
const json = (root: string, path: string): unknown => JSON.parse(read(root, path))
const hide = <T>(value: T): T => value
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')

const PICTURE = new Uint8Array(70_000).fill(7)
const VIDEO = new Uint8Array(2_500_000).fill(9)

/** A case as they are: words, an edit, files, what could not be had, work of the team. */
const aFullCase = async (): Promise<BundleCase & { readonly picture: EvidenceId }> => {
  const it = await openCase(world)
  await it.says('He wants 500 dollars, or he sends my photos to my brother')
  await it.says('=HYPERLINK("http://evil.example")')
  const picture = await it.sends(PICTURE, {
    mime: 'image/jpeg',
    fileName: 'threat.jpg',
    declaredMime: 'image/png',
  })
  await it.sends(VIDEO, { kind: 'video', mime: 'video/mp4' })
  await it.sends(new TextEncoder().encode('In my own words'), { kind: 'statement' })
  const lost = world.ports.random.id() as EvidenceId
  await it.append({
    type: 'evidence_announced',
    evidence: lost,
    inbound: 'lost' as never,
    kind: 'document',
    capture: 'as_sent',
    forwarded: false,
    sentAt: world.clock.now(),
  })
  await it.act('system', { type: 'evidence_failed', evidence: lost, why: 'gone' })
  await it.act('agent:noor', { type: 'case_claimed', agent: 'noor' as never, alias: 'Noor' })
  await it.act('agent:noor', {
    type: 'note_added',
    agent: 'noor' as never,
    alias: 'Noor',
    text: 'canary-of-the-note, see case ABCD2345',
  })
  return { ...it, picture }
}

describe('the same prepared state is the same bytes', () => {
  test('also after somebody looked, after people were called, and after a colleague saw the note that names them; a new message makes another', async () => {
    const it = await aFullCase()
    const first = await take(it)
    world.wait(hours(5))
    await it.act('agent:noor', {
      type: 'evidence_viewed',
      evidence: it.picture,
      agent: 'noor' as never,
      what: 'reveal',
      reason: 'to see it',
    })
    await it.act('system', { type: 'paged', step: 0, to: 'team', severity: 'P2' })
    await it.act('agent:sara', { type: 'mention_seen', agent: 'sara' as never, note: '1.0' })
    const second = await take(it)
    expect(second.equals(first)).toBe(true)
    const { prepared } = (await world.casebook.load(it.id)).handover
    await it.says('one more thing')
    const third = await take(it)
    expect(third.equals(first)).toBe(false)
    expect((await world.casebook.load(it.id)).handover.prepared?.seq).toBeGreaterThan(prepared?.seq ?? 0)
  })

  test('for another scope it is prepared anew, and each time with that scope', async () => {
    const it = await aFullCase()
    await take(it)
    const own = await take(it, 'person')
    expect((json(unzip(world.folder, own, it.code), 'data/case.json') as { scope: string }).scope).toBe(
      'person',
    )
    expect((await world.casebook.load(it.id)).handover.prepared?.scope).toBe('person')
  })

  test('a bundle that is read twice is the same both times, and what it measured is what it gives', async () => {
    const it = await aFullCase()
    const bundle = opened(await world.exports.command(it.code, BY, ORDER))
    const measured = await bundle.measure()
    const data = await bytesOf(bundle)
    expect(measured).toEqual({ sha256: sha256(data), size: data.length })
  })

  test('what leaves stands in the chain: its hash, its size, and what it shows', async () => {
    const it = await aFullCase()
    const data = await take(it)
    const { events } = await world.casebook.read(it.id)
    const [left] = events.flat().filter((event) => event.type === 'case_exported')
    const prepared = (await world.casebook.load(it.id)).handover.prepared?.seq
    expect(left).toEqual({
      type: 'case_exported',
      by: 'noor',
      prepared,
      sha256: sha256(data),
      size: data.length,
      recipients: [],
    })
  })
})

describe('public tools', () => {
  test('unzip, sha256sum and openssl find everything in order, by the commands of by-hand.txt', async () => {
    const it = await aFullCase()
    const root = unzip(world.folder, await take(it), it.code)
    const zip = join(root, '..', 'bundle.zip')
    expect(execFileSync('unzip', ['-t', zip], { encoding: 'utf8' })).toMatch(/No errors detected/)
    const commands = read(root, 'by-hand.txt')
      .split('\n')
      .filter((line) => line.startsWith('    '))
      .map((line) => line.trim())
    expect(commands.length).toBeGreaterThan(8)
    const said = commands.map((command) => {
      const done = spawnSync('bash', ['-o', 'pipefail', '-c', command], { cwd: root, encoding: 'utf8' })
      expect([command, done.status, done.stderr]).toEqual([command, 0, ''])
      return done.stdout
    })
    expect(said.filter((text) => text.includes('Signature Verified Successfully'))).toHaveLength(2)
    const [signed = ''] = said.filter((text) => /^[0-9a-f]{64}\n$/.test(text))
    expect(said.some((text) => text === `${signed.trim()}  tagmanifest-sha256.txt\n`)).toBe(true)
  })

  test('openssl refuses a signature over another list', async () => {
    const it = await aFullCase()
    const root = unzip(world.folder, await take(it), it.code)
    const script = [
      `sed '/^$/,$d; s/^amin-bundle/amin-bundlf/' signature.txt > note.txt`,
      `sed -n 's/^— [^ ]* //p' signature.txt | base64 -d | tail -c 64 > note.sig`,
      'openssl pkeyutl -verify -pubin -inkey data/custody/public-key.txt -rawin -in note.txt -sigfile note.sig',
    ].join('\n')
    expect(spawnSync('bash', ['-c', script], { cwd: root }).status).toBe(1)
  })

  test('the checkpoint is signed by the key that stands beside it, and covers the entry that prepared the bundle', async () => {
    const it = await aFullCase()
    const root = unzip(world.folder, await take(it), it.code)
    const inclusion = json(root, 'data/custody/inclusion.json') as {
      seq: number
      hash: string
      treeSize: number
    }
    const lines = read(root, 'data/custody/entries.jsonl').trim().split('\n')
    const last = JSON.parse(lines.at(-1) ?? '') as { seq: number; hash: string; header: string }
    expect(inclusion).toMatchObject({ seq: last.seq, hash: last.hash })
    expect(JSON.parse(last.header)).toMatchObject({ kinds: ['export_prepared'] })
    expect(read(root, 'data/custody/checkpoint.txt').split('\n')[1]).toBe(String(inclusion.treeSize))
  })

  test('the chain can be recomputed from what stands in the bundle', async () => {
    const it = await aFullCase()
    const root = unzip(world.folder, await take(it), it.code)
    let prev = '0'.repeat(64)
    for (const line of read(root, 'data/custody/entries.jsonl').trim().split('\n')) {
      const entry = JSON.parse(line) as { header: string; sealedSha256: string; prev: string; hash: string }
      const hash = createHash('sha256')
        .update(Buffer.from(prev, 'hex'))
        .update(entry.header)
        .update(Buffer.from(entry.sealedSha256, 'hex'))
      expect([entry.prev, entry.hash]).toEqual([prev, hash.digest('hex')])
      prev = entry.hash
    }
  })

  test('a key that changed since prepares the bundle anew, signed by one key throughout', async () => {
    const it = await aFullCase()
    await take(it)
    const { openCheckpointKey } = await import('../../../../adapters/crypto/checkpoint-key.ts')
    const { signLog } = await import('../../../../core/custody/checkpoint.ts')
    const { makeProofs, makeSign } = await import('../../../../core/custody/proof.ts')
    const custody = { ...world.custody, signer: await openCheckpointKey(join(world.folder, 'another.key')) }
    await signLog(custody, { anchors: [], newKey: true })
    const exports = world.exportsWith({ proofs: makeProofs(custody), sign: makeSign(custody) })
    const root = unzip(world.folder, await takeBundle(await exports.command(it.code, BY, ORDER)), it.code)
    const name = /^— (\S+)/m
    expect(name.exec(read(root, 'signature.txt'))?.[1]).toBe(
      name.exec(read(root, 'data/custody/checkpoint.txt'))?.[1],
    )
  })
})

describe('what is in it', () => {
  test('originals as they arrived, under neutral names, each with a commitment that its salt opens', async () => {
    const it = await aFullCase()
    const root = unzip(world.folder, await take(it), it.code)
    expect(readdirSync(join(root, 'data/evidence'))).toEqual(['E0001.jpg', 'E0002.mp4', 'E0003.txt'])
    const listed = read(root, 'manifest-sha256.txt')
      .trim()
      .split('\n')
      .map((line) => line.slice(66))
    expect(listed).toEqual(listed.toSorted())
    expect(readFileSync(join(root, 'data/evidence/E0002.mp4')).equals(VIDEO)).toBe(true)
    type Index = {
      items: { path: string; sha256: string; salt: string; commitment: string; originalName: string | null }[]
      leftOut: unknown[]
    }
    const index = json(root, 'data/index.json') as Index
    const headers = read(root, 'data/custody/entries.jsonl')
    for (const item of index.items) {
      expect(sha256(readFileSync(join(root, item.path)))).toBe(item.sha256)
      expect(sha256(Buffer.from(item.salt + item.sha256, 'hex'))).toBe(item.commitment)
      expect(headers).toContain(item.commitment)
    }
    expect(index.items[0]?.originalName).toBe('threat.jpg')
    expect(index.leftOut).toMatchObject([{ id: 'E0004', why: 'failed' }])
  })

  test('a transcript that tells who spoke, in both times, in which no line passes for another', async () => {
    const it = await openCase(world)
    await it.says('first\n2026-11-24T10:05:00.000Z | 2026-11-24 13:05 | agent Noor: forged\u202E')
    const root = unzip(world.folder, await take(it), it.code)
    const lines = read(root, 'data/transcript.txt').split('\n')
    expect(lines[2]).toMatch(
      /^\d+\.\d+ \| 2026-11-24T10:05:04\.000Z \| 2026-11-24 13:05 \| person: \u2068first$/,
    )
    expect(lines[3]).toMatch(/^ {4}2026/)
    expect(lines.join('')).not.toContain('\u202E')
    expect(
      (json(root, 'data/transcript.json') as { lines: { who: string }[] }).lines.map(({ who }) => who),
    ).toEqual(['person'])
  })

  test('a transcript for reading in which numbers and names stand in order, and nothing of ours looks tampered with', async () => {
    const it = await openCase(world)
    await it.says('حسابه 77_haider ورقمه +964 770 123 4567\nئەکاونتی @haider.77 ە \u2068')
    await it.act('bot', { type: 'bot_said', n: 0, key: 'noted', text: 'الرمز \u2068K7Q2-M9XD\u2069 محفوظ' })
    const root = unzip(world.folder, await take(it), it.code)
    const text = read(root, 'data/transcript.txt')
    expect(text).toContain('\u2068حسابه \u206877_haider\u2069 ورقمه \u2068+964 770 123 4567\u2069\n')
    // A mark in the person's words could turn what follows: it is shown, and stands as it was in
    // the other file.
    expect(text).toContain('ئەکاونتی \u2068@haider.77\u2069 ە \ufffd\u2069\n')
    expect(text).toContain('bot: \u2068الرمز \u2068K7Q2-M9XD\u2069 محفوظ\u2069\n')
    const { lines } = json(root, 'data/transcript.json') as { lines: { text: string }[] }
    expect(lines[0]?.text).toBe('حسابه 77_haider ورقمه +964 770 123 4567\nئەکاونتی @haider.77 ە \u2068')
    // Programs compare the tables and the index sign for sign: nothing is added to them.
    for (const path of ['data/hashes.csv', 'data/index.json', 'data/case.json'])
      expect(read(root, path)).not.toMatch(/[\u2066-\u2069]/)
  })

  test('a table for programs holds every value sign for sign: marks of direction would be a part of it to whoever compares or looks up', () => {
    expect(writeCsv([['حسابه 77_haider ورقمه', 'IMG_2024-01-02.jpg', '\u2068K7Q2\u2069']])).toBe(
      'حسابه 77_haider ورقمه,IMG_2024-01-02.jpg,\u2068K7Q2\u2069\r\n',
    )
  })

  test('hashes are told as they are, also where somebody typed a part of one as the code of a case', async () => {
    const it = await openCase(world)
    const evidence = await it.sends(PICTURE, { mime: 'image/jpeg' })
    const hash = sha256(PICTURE)
    const part = /[0-9a-hjkmnp-tv-z]{8}/.exec(hash)![0]
    await it.append({ type: 'access_asked', what: 'pin', code: part.toUpperCase() as typeof it.code })
    await it.says(`my old code is ${part}`)
    const root = unzip(world.folder, await take(it), it.code)
    const opened = read(root, 'data/custody/opened.jsonl')
    expect(opened).toContain(hash)
    expect(opened).toContain(evidence)
    expect(read(root, 'data/transcript.txt')).not.toContain(part)
  })

  test('a case that was told on a call, or kept somewhere else before, is not said to have come by a chat', async () => {
    const cameBy = async (how: { readonly call?: true; readonly old?: true }): Promise<unknown> => {
      const it = await openCase(world, ['share-investigators'], how)
      return (json(unzip(world.folder, await take(it), it.code), 'data/case.json') as { channel: string })
        .channel
    }
    expect([await cameBy({ call: true }), await cameBy({ old: true }), await cameBy({})]).toEqual([
      'phone',
      'import',
      'telegram',
    ])
  })

  test('hostile names stand in the index alone, whatever they hold', async () => {
    const names = [
      'gpj.\u202Eexe',
      '../../etc/passwd',
      'x'.repeat(4096),
      '😀\u0000\n.jpg',
      '=cmd|calc',
      'C:\\con.txt',
      '\ud800broken',
    ]
    const it = await openCase(world)
    for (const fileName of names) await it.sends(PICTURE, { mime: 'image/jpeg', fileName })
    const zip = await take(it)
    const root = unzip(world.folder, zip, it.code)
    const listed = execFileSync('unzip', ['-Z1', join(root, '..', 'bundle.zip')], { encoding: 'utf8' })
      .trim()
      .split('\n')
    for (const name of listed) expect(name).toMatch(/^amin-[0-9A-Z]{8}\/[A-Za-z0-9][A-Za-z0-9./-]*$/)
    expect(readdirSync(join(root, 'data/evidence'))).toHaveLength(names.length)
    const index = json(root, 'data/index.json') as { items: { originalName: string }[] }
    expect(index.items.map(({ originalName }) => originalName)).toEqual(names)
    for (const path of [
      'data/transcript.txt',
      'data/hashes.csv',
      'data/case.json',
      'data/case.jsonld',
      'manifest-sha256.txt',
    ])
      expect(read(root, path)).not.toMatch(/passwd|\u202E|cmd\|calc/)
  })

  test('identifiers in CASE are the same in every bundle, and are names of version 5', async () => {
    const it = await aFullCase()
    const idsOf = async (): Promise<string[]> => {
      const text = read(unzip(world.folder, await take(it), it.code), 'data/case.jsonld')
      return [...text.matchAll(/"@id": "urn:uuid:([^"]+)"/g)].map((match) => match[1] ?? '')
    }
    const first = await idsOf()
    await it.says('more')
    const second = new Set(await idsOf())
    expect(first.length).toBeGreaterThan(20)
    for (const id of first.slice(0, 20))
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    // The hand-over is named by the entry that prepared it: that one differs.
    expect(new Set(first.filter((id) => !second.has(id))).size).toBe(1)
  })
})

describe('what is never in it', () => {
  const everything = (zip: Buffer): string => zip.toString('utf8')

  test('notes, secrets, keyed hashes, codes and ids of other cases, and how a channel fetches a file', async () => {
    const it = await aFullCase()
    const other = await openCase(world)
    await it.append({
      type: 'secret_kept',
      which: 'pin',
      salt: 'canary-salt',
      hash: { canary: 'canary-pin' } as never,
    })
    await it.append({ type: 'check_shown', words: 'canary-words' })
    await it.append({ type: 'access_asked', what: 'return-pin', code: other.code })
    await it.says(`my code is ${other.code.slice(0, 4)} ${other.code.slice(4).toLowerCase()}`)
    await it.append({ type: 'person_returned', channel: 'webchat', from: other.code })
    await it.append({ type: 'case_linked', to: [other.id] })
    await it.append({
      type: 'identifiers_found',
      inbound: 'i' as never,
      identifiers: [
        {
          type: 'phone',
          raw: untrusted('07701234567'),
          normal: '+9647701234567',
          keys: ['phone:canary-key'],
          owner: 'perpetrator',
          start: 0,
          marks: ['canary-mark'],
        },
      ],
    })
    for (const scope of ['person', 'share-investigators'] as const) {
      const text = everything(await take(it, scope))
      expect(text).not.toMatch(/canary/)
      expect(text).not.toContain(other.id)
      expect(text.toUpperCase().replaceAll(/[\s-]/g, '')).not.toContain(other.code)
      expect(text).toContain('+9647701234567')
    }
  })

  test('for an aid organisation: who the person is on the platform, and their own number', async () => {
    const it = await openCase(world, ['share-ngo'])
    await it.says('hello')
    await it.append({
      type: 'identifiers_found',
      inbound: 'i' as never,
      identifiers: [
        {
          type: 'phone',
          raw: untrusted('07709999999'),
          normal: '+9647709999999',
          keys: [],
          owner: 'self',
          start: 0,
          marks: [],
        },
        {
          type: 'phone',
          raw: untrusted('07701234567'),
          normal: '+9647701234567',
          keys: [],
          owner: 'perpetrator',
          start: 0,
          marks: [],
        },
      ],
    })
    const text = everything(await take(it, 'share-ngo'))
    expect(text).not.toMatch(/chat-of-the-person|Name of the person|handle_of_person|9647709999999/)
    expect(text).toContain('+9647701234567')
    expect(everything(await take(it, 'person'))).toContain('handle_of_person')
  })

  test('for an aid organisation: what the platform calls a message or a file, of what waits as well', async () => {
    const it = await openCase(world, ['share-ngo'])
    const media = {
      kind: 'photo',
      ref: 'canary-ref',
      capture: 'as_sent',
      fileName: untrusted('canary-name.jpg'),
      facts: { fileUniqueId: 'canary-fact' },
    } as const
    const photo = await it.comes({ kind: 'media', media, album: 'canary-album' }, 'canary-photo')
    await it.comes({ kind: 'reaction', emoji: '👍', of: 'canary-photo' }, 'canary-reaction')
    await it.append(
      {
        type: 'evidence_waiting',
        evidence: world.ports.random.id() as EvidenceId,
        inbound: photo,
        message: 'canary-photo',
        kind: 'photo',
        capture: 'as_sent',
        fileName: media.fileName,
        facts: media.facts,
        forwarded: false,
        sentAt: world.clock.now(),
        why: 'age',
      },
      { type: 'handed_over', inbound: photo, session: 'canary-session', texts: 'ours' },
    )
    const bundle = await take(it, 'share-ngo')
    expect(everything(bundle)).not.toContain('canary')
    const index = json(unzip(world.folder, bundle, it.code), 'data/index.json')
    expect(index).toMatchObject({ leftOut: [{ why: 'age' }] })
    expect(everything(await take(it, 'person'))).toContain('canary-photo')
  })

  test('the reasons that the team wrote are for investigators', async () => {
    const it = await aFullCase()
    await it.act('agent:noor', {
      type: 'evidence_viewed',
      evidence: it.picture,
      agent: 'noor' as never,
      what: 'reveal',
      reason: 'canary-why',
    })
    await it.act('agent:noor', {
      type: 'severity_set',
      severity: 'P3',
      agent: 'noor' as never,
      why: 'canary-lower',
    })
    await it.act('agent:noor', { type: 'hold_set', by: 'noor', reason: 'canary-court' })
    expect(everything(await take(it, 'person'))).not.toContain('canary')
    const text = everything(await take(it))
    for (const reason of ['canary-why', 'canary-lower', 'canary-court']) expect(text).toContain(reason)
  })

  test('what opens a case, or shows that something besides its PIN does: that it was withheld, and nothing more', () => {
    const secrets = [
      { type: 'secret_kept', which: 'decoy', salt: 'x', hash: 'x' },
      { type: 'access_asked', what: 'duress' },
      { type: 'return_failed' },
      { type: 'return_granted', to: 'another' },
      { type: 'decoy_opened' },
      { type: 'decoy_used', channel: 'webchat' },
      { type: 'duress_used', channel: 'webchat' },
      { type: 'check_shown', words: 'moon river' },
    ] as never as readonly CaseEvent[]
    for (const scope of BUNDLE_SCOPES) {
      const veiled = secrets.map(({ type }) => ({
        type: type === 'check_shown' ? type : 'access_changed',
        withheld: 'secret',
      }))
      expect(coverEvents(secrets, [], { scope, hide })).toEqual(veiled)
      // A header of before the veil names them, and what is opened must name what the header does.
      const before = secrets.map(({ type }) => type)
      expect(coverEvents(secrets, before, { scope, hide })).toEqual(
        before.map((type) => ({ type, withheld: 'secret' })),
      )
    }
  })

  test('a kind of event that nobody classified', () => {
    const unknown = { type: 'a_new_kind', secret: 'canary' } as never
    for (const scope of BUNDLE_SCOPES)
      expect(coverEvents([unknown], ['a_new_kind'], { scope, hide })).toEqual([
        { type: 'a_new_kind', withheld: 'team' },
      ])
  })
})

describe('no bundle leaves', () => {
  test('without a yes to that scope, or after it was taken back; the own copy needs none', async () => {
    const it = await openCase(world, [])
    const command = (scope: 'person' | 'share-investigators' | 'share-ngo') =>
      world.exports.command(it.code, BY, { scope, recipients: [] })
    expect(await command('share-investigators')).toEqual({
      status: 'refused',
      why: 'consent',
      scope: 'share-investigators',
    })
    await it.append({ type: 'consent_given', scope: 'share-investigators', version: '1', language: 'ar' })
    expect((await command('share-investigators')).status).toBe('open')
    expect(await command('share-ngo')).toMatchObject({ why: 'consent', scope: 'share-ngo' })
    await it.append({ type: 'consent_withdrawn', scope: 'share-investigators', version: '1', language: 'ar' })
    expect(await command('share-investigators')).toMatchObject({ why: 'consent' })
    expect((await command('person')).status).toBe('open')
    await it.append({ type: 'erase_confirmed' })
    expect(await command('person')).toMatchObject({ why: 'erasing' })
  })

  test('where consent is taken back while it is written: it is not settled, and the chain says nothing of it', async () => {
    const it = await aFullCase()
    const bundle = opened(await world.exports.command(it.code, BY, ORDER))
    await bytesOf(bundle)
    await it.append({ type: 'consent_withdrawn', scope: 'share-investigators', version: '1', language: 'ar' })
    expect(await bundle.settle()).toEqual({ status: 'refused', why: 'consent', scope: 'share-investigators' })
    expect(
      (await world.casebook.read(it.id)).events.flat().some(({ type }) => type === 'case_exported'),
    ).toBe(false)
  })

  test('of a case that is not there, or was erased', async () => {
    const it = await aFullCase()
    expect(await world.exports.command('ZZZZZZZZ' as never, BY, ORDER)).toEqual({ status: 'unknown' })
    await world.desk.erase(it.code, 'test', 'to see')
    expect(await world.exports.command(it.code, BY, ORDER)).toEqual({ status: 'erased' })
  })

  test('where the case is erased while it is read, or before it is settled', async () => {
    const it = await aFullCase()
    const bundle = opened(await world.exports.command(it.code, BY, ORDER))
    await bundle.measure()
    await world.desk.erase(it.code, 'test', 'to see')
    await expect(bytesOf(bundle)).rejects.toMatchObject({ code: 'key_destroyed' })
    expect(await bundle.settle()).toEqual({ status: 'erased' })
  })

  test('where an original is missing: it says which, before a byte leaves', async () => {
    const it = await aFullCase()
    await world.vault.remove(it.picture as string as ObjectId)
    const bundle = opened(await world.exports.command(it.code, BY, ORDER))
    const pieces: Uint8Array[] = []
    const reading = (async () => {
      for await (const piece of bundle.read()) pieces.push(piece)
    })()
    await expect(reading).rejects.toMatchObject({
      code: 'object_missing',
      message: expect.stringContaining('E0001') as string,
    })
    expect(pieces).toEqual([])
  })

  test('where an original was changed, or swapped for another that opens under the same key', async () => {
    const it = await aFullCase()
    const object = it.picture as string as ObjectId
    const sealer = await world.ports.sealer.forCase(it.id)
    const swap = async (data: Uint8Array) =>
      world.vault.put(
        object,
        sealer.sealStream(
          object,
          (async function* () {
            yield data
          })(),
        ),
      )
    for (const data of [
      new Uint8Array(PICTURE.length).fill(8),
      PICTURE.slice(1),
      new Uint8Array(PICTURE.length + 1).fill(7),
    ]) {
      await swap(data)
      const bundle = opened(await world.exports.command(it.code, BY, ORDER))
      await expect(bytesOf(bundle)).rejects.toMatchObject({
        code: 'seal_broken',
        message: expect.stringContaining('E0001') as string,
      })
    }
    await swap(PICTURE)
    expect((await take(it)).length).toBeGreaterThan(PICTURE.length)
    await world.vault.put(
      object,
      (async function* () {
        yield new Uint8Array(500)
      })(),
    )
    const bundle = opened(await world.exports.command(it.code, BY, ORDER))
    await expect(bytesOf(bundle)).rejects.toMatchObject({
      code: 'seal_broken',
      message: expect.stringContaining('E0001') as string,
    })
  })

  test('where the chain does not hold', async () => {
    const it = await aFullCase()
    const { store } = world
    const lying = {
      ...store,
      ledger: {
        ...store.ledger,
        read: async (caseId: CaseId, afterSeq?: number) =>
          (await store.ledger.read(caseId, afterSeq)).map((entry) =>
            entry.seq === 2 ? { ...entry, header: entry.header.replace('"person"', '"system"') } : entry,
          ),
      },
    }
    const { makeCasebook } = await import('../../../../core/services/casebook/casebook.ts')
    const { makeExports } = await import('../../../../core/custody/bundle/export.ts')
    const { openBundles } = await import('../../../../adapters/bundle/index.ts')
    const { openBundleTexts } = await import('../../../../bots/texts.ts')
    const { makeProofs, makeSign } = await import('../../../../core/custody/proof.ts')
    const ports = { ...world.ports, store: lying }
    const exports = makeExports(
      {
        ...ports,
        bundles: openBundles(),
        texts: openBundleTexts(),
        proofs: makeProofs(world.custody),
        sign: makeSign(world.custody),
        statement: { software: 'x' },
        rule: { twoPersons: false, onlySealed: false },
      },
      makeCasebook(ports),
    )
    await expect(exports.command(it.code, BY, ORDER)).rejects.toMatchObject({ code: 'store_broken' })
  })
})

test('previews and frames stand beside their originals, small previews are given to the report', async () => {
  const it = await openCase(world)
  const picture = await it.sends(PICTURE, { mime: 'image/jpeg' })
  const sealer = await world.ports.sealer.forCase(it.id)
  const derive = async (data: Uint8Array) => {
    const object = world.ports.random.id() as ObjectId
    await world.vault.put(
      object,
      sealer.sealStream(
        object,
        (async function* () {
          yield data
        })(),
      ),
    )
    return {
      object,
      sha256: world.ports.hasher.sha256(data),
      size: bytes(data.length),
      width: 10,
      height: 10,
      tool: 'libvips 8',
    }
  }
  const blurred = await derive(new Uint8Array(900).fill(1))
  await it.act('system', { type: 'preview_made', evidence: picture, ...blurred })
  const frames = [await derive(new Uint8Array(50).fill(2)), await derive(new Uint8Array(60).fill(3))]
  await it.act('system', {
    type: 'evidence_examined',
    evidence: picture,
    results: [
      {
        aspect: 'digest',
        found: 'found',
        tool: 'node 24',
        facts: { md5: 'd41d8cd98f00b204e9800998ecf8427e' },
      },
    ],
    derived: frames.map((one, index) => ({ ...one, what: 'frame', index, mime: 'image/webp' })),
  })
  let shown: unknown
  const exports = world.exportsWith({
    report: {
      render: async (input) => {
        shown = input
        return new TextEncoder().encode('%PDF')
      },
    },
    verifier: async () => ({ 'verify.mjs': new Uint8Array([1]), 'verify.html': new Uint8Array([2]) }),
  })
  const root = unzip(world.folder, await takeBundle(await exports.command(it.code, BY, ORDER)), it.code)
  expect(readdirSync(join(root, 'data/derived'))).toEqual([
    'E0001-frame-00.webp',
    'E0001-frame-01.webp',
    'E0001-preview.webp',
  ])
  expect(read(root, 'tagmanifest-sha256.txt')).toContain('verify.mjs')
  expect(statSync(join(root, 'data/report.pdf')).size).toBe(4)
  expect(shown).toMatchObject({
    v: 1,
    languages: ['ar', 'ckb'],
    evidence: [
      {
        id: 'E0001',
        md5: 'd41d8cd98f00b204e9800998ecf8427e',
        preview: { bytes: new Uint8Array(900).fill(1), width: 10 },
      },
    ],
    certificate: { tools: ['libvips 8', 'node 24'], operator: 'noor' },
  })
})
