import { afterAll, expect, test } from 'vitest'
import type { Finding } from '../../../../adapters/bundle/verifier/check/finding.ts'
import { makeBundle, membersOf, zipOf, type FakeBundle } from '../../../fakes/bundle/bundle.ts'
import { makeDraw, type Draw } from '../../../fakes/bundle/random.ts'
import { packMembers, type ZipMember } from '../../../fakes/bundle/zip.ts'
import { runs } from '../../../property/runs.ts'
import { faultsOf, findingsOf, folderSource, zipSource } from './check.ts'

const SEED = runs(1).seed ?? 20_261_124
/** A part of the promise in each run of the suite: "npm run fuzz -- --way laws" makes more than its 1,000 and 5,040. */
const UNTOUCHED = runs(150).numRuns
/** Of each way of changing a bundle. */
const EACH = runs(60).numRuns

/**
 * A changed archive, and the places of which one has to be named: files, or bytes of the archive.
 * Nothing where the draw changed nothing.
 */
type Change = { readonly zip: Uint8Array; readonly places: readonly string[] | 'any' } | undefined
type Changer = (draw: Draw, bundle: FakeBundle, zip: Buffer) => Change

const cutOut = (zip: Buffer, from: number, to: number): Buffer =>
  Buffer.concat([zip.subarray(0, from), zip.subarray(to)])

/** The member whose content holds a byte of the archive. */
const memberAt = (members: readonly ZipMember[], at: number): string | undefined => {
  let from = 0
  for (const { name, bytes } of members) {
    const content = from + 30 + Buffer.byteLength(name)
    if (at >= content && at < content + bytes.length) return shortOf(name)
    from = content + bytes.length
  }
  return undefined
}

const shortOf = (name: string): string => name.slice(name.indexOf('/') + 1)
const without = <T>(values: readonly T[], at: number): T[] => values.filter((_, i) => i !== at)
const twoOf = (draw: Draw, length: number): readonly [number, number] => {
  const a = draw.number(length)
  return [a, (a + 1 + draw.number(length - 1)) % length]
}

const CHANGERS: Readonly<Record<string, Changer>> = {
  'bit flipped': (draw, bundle, zip) => {
    const at = draw.number(zip.length)
    const changed = Buffer.from(zip)
    changed.writeUInt8((zip[at] ?? 0) ^ (1 << draw.number(8)), at)
    const member = memberAt(membersOf(bundle), at)
    return { zip: changed, places: member === undefined ? 'any' : [member] }
  },
  'bit flipped in the headers': (draw, bundle, zip) => {
    const members = membersOf(bundle)
    let at = draw.number(zip.length)
    while (memberAt(members, at) !== undefined) at = (at + 1) % zip.length
    const changed = Buffer.from(zip)
    changed.writeUInt8((zip[at] ?? 0) ^ (1 << draw.number(8)), at)
    return { zip: changed, places: 'any' }
  },
  'cut off': (draw, _, zip) => ({ zip: zip.subarray(0, draw.number(zip.length)), places: 'any' }),
  'bytes removed': (draw, _, zip) => {
    const from = draw.number(zip.length)
    return { zip: cutOut(zip, from, from + 1 + draw.number(64)), places: 'any' }
  },
  'bytes put in': (draw, _, zip) => {
    const at = draw.number(zip.length + 1)
    return {
      zip: Buffer.concat([zip.subarray(0, at), draw.bytes(1 + draw.number(64)), zip.subarray(at)]),
      places: 'any',
    }
  },
  'ranges swapped': (draw, _, zip) => {
    const length = 1 + draw.number(48)
    const [a, b] = twoOf(draw, Math.floor(zip.length / length))
    const changed = Buffer.from(zip)
    zip.copy(changed, a * length, b * length, b * length + length)
    zip.copy(changed, b * length, a * length, a * length + length)
    return changed.equals(zip) ? undefined : { zip: changed, places: 'any' }
  },
  'contents of two files swapped': (draw, bundle) => {
    const members = [...membersOf(bundle)]
    const [a, b] = twoOf(draw, members.length)
    const [one, other] = [members[a]!, members[b]!]
    if (Buffer.compare(one.bytes, other.bytes) === 0) return undefined
    members[a] = { name: one.name, bytes: other.bytes }
    members[b] = { name: other.name, bytes: one.bytes }
    return { zip: packMembers(members), places: [shortOf(one.name), shortOf(other.name)] }
  },
  'file removed': (draw, bundle) => {
    const members = membersOf(bundle)
    const at = draw.number(members.length)
    return { zip: packMembers(without(members, at)), places: [shortOf(members[at]!.name)] }
  },
  'file put in': (draw, bundle) => {
    const name = `amin-${bundle.code}/${draw.pick(['data/evidence/E9999.jpg', 'zz.txt', 'data/derived/x.webp', 'a', '../x', 'data/evidence/é.jpg'])}`
    const members = [...membersOf(bundle), { name, bytes: draw.bytes(draw.number(40)) }]
    members.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
    return { zip: packMembers(members), places: [shortOf(name), name] }
  },
  'file doubled': (draw, bundle) => {
    const members = [...membersOf(bundle)]
    const at = draw.number(members.length)
    const { name } = members[at]!
    members.splice(at + draw.number(2), 0, { name, bytes: draw.bytes(draw.number(40)) })
    return { zip: packMembers(members), places: [name] }
  },
  'files reordered': (draw, bundle) => {
    const members = [...membersOf(bundle)]
    const [a, b] = twoOf(draw, members.length)
    const [moved] = members.splice(a, 1)
    members.splice(b, 0, moved!)
    return { zip: packMembers(members), places: 'any' }
  },
  'line of a list moved': (draw, bundle) => {
    const name = draw.pick([
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
      'data/custody/entries.jsonl',
      'data/custody/opened.jsonl',
      'data/hashes.csv',
    ])
    const text = Buffer.from(bundle.files.get(name) ?? '').toString()
    const lines = text.split('\n').slice(0, -1)
    if (lines.length < 2) return undefined
    const [a, b] = twoOf(draw, lines.length)
    const [moved] = lines.splice(a, 1)
    lines.splice(b, 0, moved!)
    const files = new Map(bundle.files).set(name, Buffer.from(`${lines.join('\n')}\n`))
    return { zip: zipOf({ ...bundle, files }), places: [name] }
  },
}

const bundleFor = (draw: Draw, most: number): FakeBundle =>
  makeBundle(draw, {
    items: draw.number(most + 1),
    language: draw.pick(['ar', 'ckb', 'en']),
    stamped: draw.number(2) === 0,
  })

/** A fault without a place is named by a byte of the archive, or concerns its end. */
const isNamed = (fault: Finding): boolean =>
  fault.place !== undefined ||
  fault.values !== undefined ||
  fault.key.startsWith('zip-') ||
  fault.key === 'inclusion-no-checkpoint'

const counts: Record<string, number> = {}

afterAll(() => {
  process.stdout.write(`${JSON.stringify({ verifier: counts })}\n`)
})

test.each(Object.entries(CHANGERS))('every archive with a %s is named', async (kind, change) => {
  const draw = makeDraw(SEED + Object.keys(CHANGERS).indexOf(kind))
  const missed: string[] = []
  let bundle = bundleFor(draw, 3)
  let zip = zipOf(bundle)
  for (let n = 0; n < EACH;) {
    if (n % 20 === 0) {
      bundle = bundleFor(draw, 3)
      zip = zipOf(bundle)
    }
    const changed = change(draw, bundle, zip)
    if (changed === undefined || Buffer.compare(changed.zip, zip) === 0) continue
    n += 1
    const faults = await faultsOf(zipSource(changed.zip))
    const named =
      changed.places === 'any'
        ? faults.some(isNamed)
        : faults.some(({ place }) => changed.places.includes(place ?? ''))
    if (!named)
      missed.push(
        `${n}: ${String(changed.places)} got ${faults.map(({ key, place }) => `${key} ${place}`).join()}`,
      )
  }
  counts[kind] = EACH
  expect(missed).toEqual([])
})

test('no untouched bundle is accused, as an archive or as a folder', async () => {
  const draw = makeDraw(SEED)
  const accused: unknown[] = []
  for (let n = 0; n < UNTOUCHED; n += 1) {
    const bundle = bundleFor(draw, 20)
    const folder = new Map(membersOf(bundle).map(({ name, bytes }) => [name, bytes] as const))
    const source = n % 10 === 0 ? folderSource(folder) : zipSource(zipOf(bundle))
    const findings = await findingsOf(source)
    const wrong = findings.filter(({ kind, open }) => kind === 'fault' || open === true)
    const topics = new Set(findings.filter(({ kind }) => kind === 'holds').map(({ topic }) => topic))
    if (wrong.length > 0 || !topics.has('bag') || !topics.has('signature') || !topics.has('inclusion'))
      accused.push({ n, wrong })
  }
  counts['untouched, none accused'] = UNTOUCHED
  expect(accused).toEqual([])
})

test('every bit flipped in a file of an unpacked bundle is named with the file', async () => {
  const draw = makeDraw(SEED + 99)
  const missed: string[] = []
  for (let n = 0; n < EACH; n += 1) {
    const bundle = bundleFor(draw, 3)
    const names = [...bundle.files.keys()].filter((name) => bundle.files.get(name)?.length !== 0)
    const name = n % 3 === 0 ? 'signature.txt' : (names[draw.number(names.length)] ?? '')
    const changed = Buffer.from(bundle.files.get(name) ?? '')
    const at = draw.number(changed.length)
    changed.writeUInt8((changed[at] ?? 0) ^ (1 << draw.number(8)), at)
    const faults = await faultsOf(folderSource(new Map(bundle.files).set(name, changed)))
    if (!faults.some(({ place }) => place === name))
      missed.push(`${name} ${at}: ${faults.map(({ key, place }) => `${key} ${place}`).join()}`)
  }
  counts['bit flipped in a folder'] = EACH
  expect(missed).toEqual([])
})

test('every byte of the table of contents and of the end is looked at', async () => {
  const zip = zipOf(makeBundle(makeDraw(1), { items: 1, language: 'en', stamped: true }))
  const changed = Buffer.from(zip)
  const missed: number[] = []
  const directory = zip.readUInt32LE(zip.length - 6)
  for (let at = directory; at < zip.length; at += 1) {
    changed.writeUInt8((zip[at] ?? 0) ^ (1 << (at % 8)), at)
    if ((await faultsOf(zipSource(changed))).length === 0) missed.push(at)
    changed.writeUInt8(zip[at] ?? 0, at)
  }
  counts['each byte of the directory'] = zip.length - directory
  expect(missed).toEqual([])
})
