import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../../adapters/crypto/canonical.ts'
import { judge } from '../../../../adapters/bundle/verifier/check/finding.ts'
import { makeBundle, membersOf, sealFiles, zipOf, type FakeBundle } from '../../../fakes/bundle/bundle.ts'
import { makeDraw } from '../../../fakes/bundle/random.ts'
import { makeKey, signNote } from '../../../fakes/bundle/signing.ts'
import { makeToken } from '../../../fakes/bundle/token.ts'
import { packMembers } from '../../../fakes/bundle/zip.ts'
import { faultsOf, findingsOf, folderSource, ownPlatform, zipSource } from './check.ts'

const bundle = makeBundle(makeDraw(11), { items: 4, language: 'ar', stamped: true })
const stranger = makeKey(makeDraw(12).bytes(32))
const text = (name: string, from: FakeBundle = bundle): string =>
  Buffer.from(from.files.get(name) ?? '').toString()

/**
 * The bundle with some files changed, and everything made again that needs no key of ours: lists,
 * sums, archive.
 */
const remade = (
  changes: Readonly<Record<string, string | Uint8Array>>,
  key: FakeBundle['key'] | string = text('signature.txt'),
): FakeBundle => {
  const files = new Map(bundle.files)
  for (const [name, content] of Object.entries(changes))
    files.set(name, typeof content === 'string' ? Buffer.from(content) : content)
  return { ...bundle, files: sealFiles(bundle.code, files, key) }
}

/** As if the key were the attacker's to use: only what is inside still speaks against the change. */
const keysOf = async (changes: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> =>
  (await faultsOf(zipSource(zipOf(remade(changes, bundle.key))))).map(({ key, place }) =>
    `${key} ${place ?? ''}`.trim(),
  )

const changedJson = (name: string, change: (json: Record<string, unknown>) => void): string => {
  const json = JSON.parse(text(name)) as Record<string, unknown>
  change(json)
  return `${JSON.stringify(json, undefined, 2)}\n`
}

const ENTRIES = 'data/custody/entries.jsonl'
const OPENED = 'data/custody/opened.jsonl'
const INDEX = 'data/index.json'
const linesOf = (name: string): string[] => text(name).split('\n').slice(0, -1)
const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

describe('a bundle that holds', () => {
  test('is said to hold in every topic, with what no check can show', async () => {
    const findings = await findingsOf(zipSource(zipOf(bundle)))
    expect(judge(findings)).toBe('holds')
    const holding = findings.filter(({ kind }) => kind === 'holds').map(({ topic }) => topic)
    expect([...holding].sort()).toEqual(
      [
        'archive',
        'bag',
        'chain',
        'checkpoint',
        'evidence',
        'inclusion',
        'opened',
        'receipts',
        'signature',
        'timestamps',
      ].sort(),
    )
    expect(findings.filter(({ topic }) => topic === 'limits')).toHaveLength(4)
  })

  test('holds as a folder too, with and without the folder around it, and the archive is said to be unchecked', async () => {
    const around = new Map(membersOf(bundle).map(({ name, bytes }) => [name, bytes] as const))
    for (const files of [bundle.files, around]) {
      const findings = await findingsOf(folderSource(files))
      expect(judge(findings)).toBe('holds')
      expect(findings.some(({ key }) => key === 'archive-folder')).toBe(true)
    }
  })

  test('shows the fingerprint of its key to be compared, and says so where it is the one that was given', async () => {
    const [told] = (await findingsOf(zipSource(zipOf(bundle)))).filter(({ key }) => key === 'key-compare')
    const published = told?.values?.['fingerprint'] ?? ''
    expect(published).toMatch(/^[0-9a-f]{64}$/)
    const again = await findingsOf(zipSource(zipOf(bundle)), { published })
    expect(again.some(({ key }) => key === 'key-same')).toBe(true)
    expect(judge(again)).toBe('holds')
  })

  test('is never said to hold where the surroundings cannot check signatures', async () => {
    const blind = { ...ownPlatform, verifyEd25519: () => Promise.resolve(undefined) }
    const findings = await findingsOf(zipSource(zipOf(bundle)), {}, blind)
    expect(judge(findings)).toBe('partly')
    const open = findings.filter((finding) => finding.open === true)
    expect(open.map(({ key, place }) => [key, place])).toEqual([
      ['signature-unchecked', 'signature.txt'],
      ['signature-unchecked', 'data/custody/checkpoint.txt'],
    ])
    expect(findings.some(({ key }) => key === 'signature-holds' || key === 'checkpoint-holds')).toBe(false)
  })
})

describe('a forgery that fits together', () => {
  test('is named where the lists were made again but not the signature', async () => {
    const file = [...bundle.files.keys()].find((name) => name.startsWith('data/evidence/')) ?? ''
    const faults = await faultsOf(zipSource(zipOf(remade({ [file]: 'another picture' }))))
    expect(faults.map(({ key }) => key)).toContain('signature-other')
    expect(faults.map(({ key }) => key)).toContain('index-differs')
  })

  test('is named where the verifier itself was swapped', async () => {
    const faults = await faultsOf(zipSource(zipOf(remade({ 'verify.html': '<p>All holds</p>' }))))
    expect(faults.map(({ key }) => key)).toEqual(['signature-other'])
  })

  test('signed again with another key holds in itself, but shows another fingerprint, and does not hold for who knows the right one', async () => {
    const [, size = '', root = '', time = ''] = text('data/custody/checkpoint.txt').split('\n')
    const checkpoint = signNote(`${stranger.origin}\n${size}\n${root}\n${time}\n`, stranger)
    const forged = zipSource(
      zipOf(
        remade(
          {
            'data/custody/checkpoint.txt': checkpoint,
            'data/custody/public-key.txt': stranger.text,
            'data/custody/timestamp-authority.tsr': makeToken(Buffer.from(checkpoint), '20261124100501Z'),
          },
          stranger,
        ),
      ),
    )
    const published =
      (await findingsOf(zipSource(zipOf(bundle)))).find(({ key }) => key === 'key-compare')?.values?.[
        'fingerprint'
      ] ?? ''
    const told = await findingsOf(forged)
    expect(judge(told)).toBe('holds')
    expect(told.find(({ key }) => key === 'key-compare')?.values?.['fingerprint']).not.toBe(published)
    const known = await findingsOf(forged, { published })
    expect(judge(known)).toBe('broken')
    expect(known.filter(({ kind }) => kind === 'fault').map(({ key }) => key)).toEqual(['key-differs'])
  })

  test('with only the key file swapped does not hold', async () => {
    expect(await keysOf({ 'data/custody/public-key.txt': stranger.text })).toEqual([
      'signature-absent signature.txt',
      'signature-absent data/custody/checkpoint.txt',
      'checkpoint-origin data/custody/checkpoint.txt',
    ])
  })

  test('with a signature by the right key over another case does not hold', async () => {
    const [, , list = ''] = text('signature.txt').split('\n')
    const files = sealFiles(
      bundle.code,
      bundle.files,
      signNote(`amin-bundle/1\nZZZZZZZZ\n${list}\n`, bundle.key),
    )
    expect((await faultsOf(zipSource(zipOf({ ...bundle, files })))).map(({ key }) => key)).toEqual([
      'signature-code',
    ])
  })

  test('with a second line of signature, which nothing else would show, does not hold', async () => {
    const files = new Map(bundle.files).set(
      'signature.txt',
      Buffer.from(`${text('signature.txt')}— other AAAAAAAAAAAA\n`),
    )
    expect((await faultsOf(folderSource(files))).map(({ key }) => key)).toEqual(['signature-form'])
  })
})

describe('lists, key and signature, each changed alone', () => {
  const inFolder = async (changes: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const files = new Map(bundle.files)
    for (const [name, content] of Object.entries(changes)) files.set(name, Buffer.from(content))
    return (await faultsOf(folderSource(files))).map(({ key, place }) => `${key} ${place ?? ''}`.trim())
  }
  /** signature.txt with the bytes behind its base64 changed. */
  const resigned = (change: (raw: Buffer) => void): string => {
    const [whole = '', base64 = ''] = / (\S+)\n$/.exec(text('signature.txt')) ?? []
    const raw = Buffer.from(base64, 'base64')
    change(raw)
    return text('signature.txt').replace(whole, ` ${raw.toString('base64')}\n`)
  }

  test('a file that is not what its list says is named, and nothing else', async () => {
    expect(await inFolder({ 'by-hand.txt': 'rm -rf /' })).toEqual(['bag-file-differs by-hand.txt'])
    expect(await inFolder({ 'data/transcript.txt': text('data/transcript.txt').replace('\n', ' ') })).toEqual(
      ['bag-file-differs data/transcript.txt'],
    )
  })

  test('sums, code and form of the bag that do not fit are named', async () => {
    const info = text('bag-info.txt')
    expect(await inFolder({ 'bag-info.txt': info.replace(/Oxum: \d+/, 'Oxum: 1') })).toContain(
      'bag-oxum bag-info.txt',
    )
    expect(await inFolder({ 'bag-info.txt': info.replace(bundle.code, 'ZZZZZZZZ') })).toContain(
      'signature-code signature.txt',
    )
    expect(await inFolder({ 'bagit.txt': text('bagit.txt').replace('1.0', '0.97') })).toContain(
      'bag-declaration bagit.txt',
    )
    const list = text('manifest-sha256.txt')
    const [line = ''] = list.split('\n')
    expect(await inFolder({ 'manifest-sha256.txt': `${list}${line}\n` })).toContain(
      `bag-line-twice ${line.slice(66)}`,
    )
    expect(await inFolder({ 'manifest-sha256.txt': `${list}x\n` })).toContain(
      'bag-line-unreadable manifest-sha256.txt',
    )
    expect(await inFolder({ 'manifest-sha256.txt': list.slice(0, -1) })).toContain(
      'bag-list-cut manifest-sha256.txt',
    )
    expect(await inFolder({ 'manifest-sha256.txt': `${list}${'0'.repeat(64)}  bagit.txt\n` })).toContain(
      'bag-line-foreign bagit.txt',
    )
  })

  test('a signature that is wrong or of another key is named', async () => {
    expect(
      await inFolder({ 'signature.txt': resigned((raw) => raw.writeUInt8(raw.readUInt8(20) ^ 1, 20)) }),
    ).toEqual(['signature-wrong signature.txt'])
    expect(
      await inFolder({ 'signature.txt': resigned((raw) => raw.writeUInt8(raw.readUInt8(0) ^ 1, 0)) }),
    ).toEqual(['signature-key-id signature.txt'])
    expect(await inFolder({ 'signature.txt': 'signed, honestly\n' })).toEqual([
      'note-unreadable signature.txt',
    ])
  })

  test('a key whose two forms are not the same key is named', async () => {
    const [, , pem = ''] = stranger.text.split('\n')
    const [first = '', begin = '', , end = ''] = bundle.key.text.split('\n')
    const name = 'data/custody/public-key.txt'
    const files = {
      ...bundle,
      files: sealFiles(
        bundle.code,
        new Map(bundle.files).set(name, Buffer.from(`${first}\n${begin}\n${pem}\n${end}\n`)),
        bundle.key,
      ),
    }
    expect((await faultsOf(zipSource(zipOf(files)))).map(({ key, place }) => [key, place])).toEqual([
      ['key-unreadable', name],
    ])
  })
})

describe('inside a bundle that is signed, so only its own parts can speak against each other', () => {
  test('an entry of the chain that was changed, removed, doubled or moved is named', async () => {
    const lines = linesOf(ENTRIES)
    const third = JSON.parse(lines[2] ?? '') as { header: string; sealedSha256: string }
    const put = (changed: unknown): string =>
      joined(lines.map((line, i) => (i === 2 ? JSON.stringify(changed) : line)))
    expect(await keysOf({ [ENTRIES]: put({ ...third, sealedSha256: 'ab'.repeat(32) }) })).toEqual([
      'chain-hash 3',
    ])
    expect(
      await keysOf({ [ENTRIES]: put({ ...third, header: third.header.replace('"actor"', '"actor" ') }) }),
    ).toContain('chain-header-form 3')
    expect(
      await keysOf({ [ENTRIES]: put({ ...third, header: third.header.replace('"v":1', '"v":2') }) }),
    ).toContain('chain-header-differs 3')
    expect(await keysOf({ [ENTRIES]: put('nothing') })).toContain('chain-line 3')
    const removed = await keysOf({ [ENTRIES]: joined(lines.filter((_, i) => i !== 2)) })
    expect(removed).toContain('chain-gap 3')
    expect(removed).toContain('chain-prev 3')
    expect(await keysOf({ [ENTRIES]: joined([...lines.slice(0, 3), ...lines.slice(2)]) })).toContain(
      'chain-gap 4',
    )
    expect(
      await keysOf({ [ENTRIES]: joined([lines[1] ?? '', lines[0] ?? '', ...lines.slice(2)]) }),
    ).toContain('chain-gap 1')
    expect(await keysOf({ [ENTRIES]: text(ENTRIES).slice(0, -1) })).toContain(
      'lines-cut data/custody/entries.jsonl',
    )
  })

  test('a proof of another entry, leaf, place or tree is named', async () => {
    const name = 'data/custody/inclusion.json'
    const change = (how: (json: Record<string, unknown>) => void): Promise<readonly string[]> =>
      keysOf({ [name]: changedJson(name, how) })
    const proof = JSON.parse(text(name)) as { leafIndex: number; seq: number; proof: string[] }
    expect(await change((json) => (json['leafIndex'] = proof.leafIndex + 1))).toEqual([
      `inclusion-root ${name}`,
    ])
    expect(await change((json) => (json['treeSize'] = 999))).toContain(`inclusion-size ${name}`)
    expect(await change((json) => (json['seq'] = proof.seq - 1))).toContain(
      `inclusion-entry ${proof.seq - 1}`,
    )
    expect(await change((json) => (json['leaf'] = '00'))).toContain(`inclusion-leaf ${name}`)
    expect(await change((json) => (json['proof'] = ['zz']))).toEqual([`inclusion-unreadable ${name}`])
    expect(await change((json) => (json['proof'] = [...proof.proof, 'ab'.repeat(32)]))).toEqual([
      `inclusion-root ${name}`,
    ])
  })

  test('a chain that goes on after the entry that is proved, or whose last entry prepared no bundle, is named', async () => {
    const { seq, hash } = JSON.parse(text('data/custody/inclusion.json')) as { seq: number; hash: string }
    const last = JSON.parse(JSON.parse(linesOf(ENTRIES).at(-1) ?? '{}').header as string) as Record<
      string,
      unknown
    >
    const header = canonicalJson({ ...last, seq: seq + 1 })
    const sealedSha256 = 'cd'.repeat(32)
    const next = createHash('sha256')
      .update(Buffer.from(hash, 'hex'))
      .update(header)
      .update(Buffer.from(sealedSha256, 'hex'))
      .digest('hex')
    const more = joined([
      ...linesOf(ENTRIES),
      JSON.stringify({ seq: seq + 1, header, sealedSha256, prev: hash, hash: next }),
    ])
    expect(await keysOf({ [ENTRIES]: more })).toEqual([`inclusion-entry ${seq}`, 'case-head data/case.json'])
    const other = makeBundle(makeDraw(14), { items: 0, language: 'en', stamped: false, last: 'note_added' })
    expect((await faultsOf(zipSource(zipOf(other)))).map(({ key }) => key)).toEqual(['inclusion-kind'])
  })

  test('a file beside the evidence that the index does not name is named', async () => {
    expect(await keysOf({ 'data/derived/E0001-frame-99.webp': 'x' })).toEqual([
      'index-unlisted data/derived/E0001-frame-99.webp',
    ])
    expect(await keysOf({ 'data/evidence/E0099.jpg': 'x' })).toEqual([
      'index-unlisted data/evidence/E0099.jpg',
    ])
  })

  test('an index that does not fit the files, the commitments or the chain is named', async () => {
    const change = (how: (item: Record<string, unknown>) => void): Promise<readonly string[]> =>
      keysOf({
        [INDEX]: changedJson(INDEX, ({ items }) => {
          for (const item of items as Record<string, unknown>[]) if (item['id'] === 'E0002') how(item)
        }),
      })
    expect(await change((item) => (item['size'] = 1))).toContain('index-differs E0002')
    expect(await change((item) => (item['md5'] = 'ab'.repeat(16)))).toContain('index-differs E0002')
    expect(await change((item) => (item['sha256'] = 'ab'.repeat(32)))).toContain('received-differs E0002')
    expect(await change((item) => (item['salt'] = 'ab'.repeat(32)))).toContain('commitment-differs E0002')
    expect(await change((item) => (item['path'] = 'data/evidence/E0001.jpg'))).toContain(
      'index-file-missing E0002',
    )
    expect(await change((item) => (item['evidence'] = 'nobody'))).toEqual(['received-unknown E0002'])
    expect(await change((item) => (item['id'] = 'E0001'))).toContain(`index-id ${INDEX}`)
    expect(await change((item) => (item['pdq'] = 'ab'.repeat(32)))).toEqual(['hashes-differ data/hashes.csv'])
  })

  test('another file, with salt, commitment, index, list and opened entry to match, is named by the chain and by the receipt', async () => {
    const { items } = JSON.parse(text(INDEX)) as { items: Record<string, string>[] }
    const item = items.find(({ salt }) => salt !== null)
    const { id = '', path = '', sha256 = '', md5, commitment = '', salt = '' } = item ?? {}
    const other = Buffer.from('another picture')
    const hash = (name: string, ...parts: readonly Uint8Array[]): string =>
      parts.reduce((sum, part) => sum.update(part), createHash(name)).digest('hex')
    const swapped: readonly (readonly [string, string])[] = [
      [sha256, hash('sha256', other)],
      [commitment, hash('sha256', Buffer.from(salt, 'hex'), createHash('sha256').update(other).digest())],
      ...(typeof md5 === 'string' ? [[md5, hash('md5', other)] as const] : []),
    ]
    const swap = (name: string): string =>
      swapped.reduce((now, [old, fresh]) => now.replaceAll(old, fresh), text(name))
    const size = bundle.files.get(path)?.length ?? 0
    const keys = await keysOf({
      [path]: other,
      [INDEX]: swap(INDEX).replace(
        `"size": ${size},\n      "sha256": "${swapped[0]?.[1]}"`,
        `"size": ${other.length},\n      "sha256": "${swapped[0]?.[1]}"`,
      ),
      'data/hashes.csv': swap('data/hashes.csv').replace(
        new RegExp(`^(${id},.*,)${size}(,[^,]*)$`, 'm'),
        `$1${other.length}$2`,
      ),
      [OPENED]: swap(OPENED).replace(
        `"sha256":"${swapped[0]?.[1]}","size":${size}`,
        `"sha256":"${swapped[0]?.[1]}","size":${other.length}`,
      ),
    })
    expect(keys).toEqual([`commitment-unknown ${id}`, expect.stringMatching(/^receipt-seal \d+$/)])
  })

  test('hashes.csv with another, a missing or a further line is named', async () => {
    const name = 'data/hashes.csv'
    expect(await keysOf({ [name]: text(name).replace('E0001,', 'E0009,') })).toEqual([
      `hashes-differ ${name}`,
    ])
    expect(await keysOf({ [name]: text(name).split('\r\n').slice(0, -2).join('\r\n') + '\r\n' })).toEqual([
      `hashes-number ${name}`,
    ])
    expect(await keysOf({ [name]: text(name).replaceAll('\r\n', '\n') })).toEqual([
      `hashes-unreadable ${name}`,
    ])
  })

  test('an opened entry of other kinds, out of order or of no chain is named', async () => {
    const lines = linesOf(OPENED)
    expect(
      await keysOf({
        [OPENED]: joined(
          lines.map((line, i) => (i === 1 ? line.replace('message_received', 'note_added') : line)),
        ),
      }),
    ).toEqual(['opened-kinds 2'])
    expect(await keysOf({ [OPENED]: joined([lines[1] ?? '', lines[0] ?? '', ...lines.slice(2)]) })).toContain(
      'opened-order 1',
    )
    expect(await keysOf({ [OPENED]: joined([...lines, '{"seq":99,"events":[]}']) })).toEqual([
      'opened-unknown 99',
    ])
    expect(await keysOf({ [OPENED]: joined([...lines, '{"seq":"x"}']) })).toEqual([
      `opened-line ${lines.length + 1}`,
    ])
  })

  test('a receipt whose seal is not that of its files is named, and so is one for a file that was never received', async () => {
    const lines = linesOf(OPENED)
    const at = lines.findIndex((line) => line.includes('receipt_given'))
    const change = (pattern: RegExp, by: string): string =>
      joined(lines.map((line, i) => (i === at ? line.replace(pattern, by) : line)))
    expect(
      await keysOf({ [OPENED]: change(/"seal":"[0-9a-f]{64}"/, `"seal":"${'ab'.repeat(32)}"`) }),
    ).toEqual([`receipt-seal ${at + 1}`])
    expect(await keysOf({ [OPENED]: change(/"evidence":\["[^"]+"/, '"evidence":["nothing"') })).toEqual([
      `receipt-unknown ${at + 1}`,
    ])
  })

  test('a time stamp over something else, refused or unreadable is named', async () => {
    const name = 'data/custody/timestamp-authority.tsr'
    expect(await keysOf({ [name]: makeToken(Buffer.from('another'), '20261124100501Z') })).toEqual([
      `token-other ${name}`,
    ])
    expect(await keysOf({ [name]: Buffer.from('300530030201 02'.replace(' ', ''), 'hex') })).toEqual([
      `token-refused ${name}`,
    ])
    const other = Buffer.from(
      Buffer.from(bundle.files.get(name) ?? '')
        .toString('hex')
        .replaceAll('608648016503040201', '608648016503040202'),
      'hex',
    )
    expect(await keysOf({ [name]: other })).toEqual([`token-other ${name}`])
    expect(await keysOf({ [name]: Buffer.from('no token') })).toEqual([`token-unreadable ${name}`])
  })

  test('case.json that names another case or another end of the chain is named', async () => {
    const name = 'data/case.json'
    expect(await keysOf({ [name]: changedJson(name, (json) => (json['code'] = 'ZZZZZZZZ')) })).toEqual([
      `case-code ${name}`,
    ])
    expect(await keysOf({ [name]: changedJson(name, (json) => (json['custody'] = {})) })).toEqual([
      `case-head ${name}`,
    ])
  })
})

describe('an archive whose files are all right, but which is not written as the exporter writes', () => {
  const members = membersOf(bundle)
  const zip = zipOf(bundle)
  const first = members[0] ?? { name: '', bytes: new Uint8Array() }
  const second = 30 + Buffer.byteLength(first.name) + first.bytes.length
  const directory = zip.readUInt32LE(zip.length - 6)
  const told = async (changed: Uint8Array): Promise<readonly unknown[]> =>
    (await faultsOf(zipSource(changed))).map(({ key, place, values }) => [key, place, values])
  const written = (at: number, value: number): Buffer => {
    const changed = Buffer.from(zip)
    changed.writeUInt8(value, at)
    return changed
  }

  test('with bytes hidden between two files and every offset to match, is named', async () => {
    const changed = Buffer.concat([zip.subarray(0, second), Buffer.from('hidden'), zip.subarray(second)])
    let at = directory + 6
    members.forEach(({ name }, n) => {
      if (n > 0) changed.writeUInt32LE(changed.readUInt32LE(at + 42) + 6, at + 42)
      at += 46 + Buffer.byteLength(name)
    })
    changed.writeUInt32LE(directory + 6, changed.length - 6)
    expect(await told(changed)).toEqual([['zip-gap', members[1]?.name, { at: String(second), n: '6' }]])
  })

  test('with bytes hidden before the table of contents, before the first file or behind the end, is named', async () => {
    const before = Buffer.concat([zip.subarray(0, directory), Buffer.from('hidden'), zip.subarray(directory)])
    before.writeUInt32LE(directory + 6, before.length - 6)
    expect(await told(before)).toEqual([['zip-gap', undefined, { at: String(directory), n: '6' }]])
    expect(await told(Buffer.concat([zip, Buffer.from('hidden')]))).toEqual([
      ['zip-trailing', undefined, { n: '6' }],
    ])
    const prefixed = await told(Buffer.concat([Buffer.from('#!/bin/sh\n'), zip]))
    expect(prefixed).toContainEqual(['zip-start', undefined, undefined])
    expect(prefixed).toContainEqual([
      'zip-end-differs',
      undefined,
      { field: 'end record', at: String(zip.length - 22 + 10 + 16) },
    ])
  })

  test('with another time, mode, comment or method is named with the field and the byte', async () => {
    expect(await told(written(10, 1))).toEqual([
      ['zip-header-differs', first.name, { field: 'time', at: '10' }],
    ])
    expect(await told(written(8, 8))).toEqual([
      ['zip-header-differs', first.name, { field: 'method', at: '8' }],
    ])
    expect(await told(written(directory + 41, 0xff))).toEqual([
      ['zip-directory-differs', first.name, { field: 'mode', at: String(directory + 41) }],
    ])
    expect(await told(written(directory + 34, 1))).toEqual([
      ['zip-directory-differs', first.name, { field: 'disk', at: String(directory + 34) }],
    ])
    const commented = Buffer.concat([written(zip.length - 2, 5), Buffer.from('a b c')])
    expect(await told(commented)).toContainEqual(['zip-trailing', undefined, { n: '5' }])
  })

  test('with one file under two names, in another order, or outside of the folder of the case, is named', async () => {
    expect(await told(packMembers([first, ...members]))).toEqual([['zip-duplicate', first.name, undefined]])
    expect(await told(packMembers([...members.slice(1), first]))).toEqual([
      ['zip-order', first.name, undefined],
    ])
    const loose = await told(
      packMembers(members.map(({ name, bytes }) => ({ name: name.replace('amin-', 'other-'), bytes }))),
    )
    expect(loose).toContainEqual(['zip-root', undefined, undefined])
  })

  test('with a content that does not match its sum is named with the file, and so is one that is cut', async () => {
    const at = second - first.bytes.length
    expect(await told(written(at, (zip[at] ?? 0) ^ 1))).toContainEqual([
      'zip-crc',
      first.name.split('/')[1],
      undefined,
    ])
    expect(await told(zip.subarray(0, second - 3))).toContainEqual(['zip-end-missing', undefined, undefined])
  })
})

describe('what is no bundle at all', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(5000)],
    ['text', Buffer.from('hello '.repeat(100))],
    ['an empty archive', Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex')],
    ['a picture', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from(makeDraw(5).bytes(3000))])],
  ])('%s is refused in words, without an exception', async (_, bytes) => {
    const findings = await findingsOf(zipSource(bytes))
    expect(judge(findings)).toBe('broken')
    expect(findings.filter(({ kind }) => kind === 'fault').length).toBeLessThan(60)
  })

  test('an archive of thousands of strange files gets a report of bounded length', async () => {
    const members = Array.from({ length: 3000 }, (_, n) => ({ name: `../x${n}`, bytes: new Uint8Array(1) }))
    expect((await findingsOf(zipSource(packMembers(members)))).length).toBeLessThan(300)
  })
})
