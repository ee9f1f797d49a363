import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../adapters/crypto/canonical.ts'
import { inclusionProof, treeHash } from './log.ts'
import type { Draw } from './random.ts'
import { makeKey, signNote, type SigningKey } from './signing.ts'
import { makeToken } from './token.ts'
import { packMembers, type ZipMember } from './zip.ts'

/** A bundle as a folder of files below its root, and with what it can be signed again. */
export type FakeBundle = {
  readonly code: string
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly key: SigningKey
}

export type FakeOptions = {
  readonly items: number
  readonly language: 'ar' | 'ckb' | 'en'
  readonly stamped: boolean
  /** The kind of the last entry, where it is to be another than the one that prepares a bundle. */
  readonly last?: string
  /** Written into the bundle as what checks it. */
  readonly verifier?: Readonly<Record<string, Uint8Array>>
}

const hex = (algorithm: 'sha256' | 'md5', bytes: Uint8Array | string): string =>
  createHash(algorithm).update(bytes).digest('hex')
const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
const pretty = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`
const lines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('')

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = (draw: Draw, length: number): string =>
  Array.from({ length }, () => LETTERS[draw.number(32)] ?? '0').join('')

/** Names as strangers give them: directions turned, separators, nothing at all. */
const NAMES = [
  'صورة الشاشة ١.jpg',
  'وێنە.png',
  '../../etc/passwd',
  '\u202egpj.exe',
  'a\u0000b',
  'C:\\Users\\x\\photo.jpg',
  '',
  '=cmd|calc',
  '"quoted",name.pdf',
  'line\u2028break\n.mp4',
  '😀'.repeat(40),
  'lone \ud800 half',
] as const
const WORDS = { ar: 'هددني بنشر صوري', ckb: 'هەڕەشەم لێ دەکات', en: 'He threatens me' } as const
type Kind = readonly [mime: string | undefined, ending: string, kind: string]
const KINDS: readonly [Kind, ...Kind[]] = [
  ['image/jpeg', 'jpg', 'image'],
  ['image/png', 'png', 'image'],
  ['video/mp4', 'mp4', 'video'],
  ['audio/ogg', 'ogg', 'voice'],
  ['application/pdf', 'pdf', 'file'],
  [undefined, 'bin', 'file'],
]

type Event = { readonly type: string } & Readonly<Record<string, unknown>>

type Item = Readonly<Record<'id' | 'sha256' | 'evidence' | 'path' | 'kind' | 'originalName', string>> &
  Readonly<Record<'md5' | 'pdq' | 'detectedType' | 'salt' | 'commitment', string | null>> & {
    readonly size: number
    readonly quality: number | null
    readonly examinations: readonly unknown[]
    readonly derived: readonly unknown[]
  }

/** Appends to a chain as core/model/entry.ts does. */
const makeChain = (draw: Draw) => {
  const caseId = letters(draw, 26)
  let prev = '0'.repeat(64)
  let at = 1_764_000_000_000 + draw.number(1_000_000_000)
  const entries: unknown[] = []
  const opened: unknown[] = []
  return {
    entries,
    opened,
    head: () => ({ seq: entries.length, hash: prev }),
    add: (actor: string, events: readonly Event[], objects?: readonly unknown[]): void => {
      const seq = entries.length + 1
      at += draw.number(90_000)
      const kinds = events.map(({ type }) => type)
      const header = canonicalJson({
        v: 1,
        case: caseId,
        seq,
        at,
        actor,
        kinds,
        ...(objects === undefined ? {} : { objects }),
      })
      const sealedSha256 = hex('sha256', draw.bytes(16))
      const hash = createHash('sha256')
        .update(Buffer.from(prev, 'hex'))
        .update(header)
        .update(Buffer.from(sealedSha256, 'hex'))
        .digest('hex')
      entries.push({ seq, header, sealedSha256, prev, hash })
      opened.push({ seq, events })
      prev = hash
    },
  }
}

/**
 * Manifests, Payload-Oxum and signature over whatever the files are now: what an attacker can do
 * again, but for the key.
 */
export const sealFiles = (
  code: string,
  files: ReadonlyMap<string, Uint8Array>,
  key: SigningKey | string,
): ReadonlyMap<string, Uint8Array> => {
  const all = new Map(files)
  const manifest = (belongs: (name: string) => boolean): Uint8Array =>
    utf8(
      [...all.keys()]
        .filter(belongs)
        .sort()
        .map((name) => `${hex('sha256', all.get(name) ?? '')}  ${name}\n`)
        .join(''),
    )
  const payload = [...all].filter(([name]) => name.startsWith('data/'))
  const oxum = `${payload.reduce((sum, [, bytes]) => sum + bytes.length, 0)}.${payload.length}`
  all.set('bagit.txt', utf8('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'))
  all.set(
    'bag-info.txt',
    utf8(
      `Bagging-Date: 2026-11-24\nExternal-Identifier: ${code}\nPayload-Oxum: ${oxum}\nBag-Software-Agent: Amin 0.1.0\n`,
    ),
  )
  all.set(
    'manifest-sha256.txt',
    manifest((name) => name.startsWith('data/')),
  )
  all.set(
    'tagmanifest-sha256.txt',
    manifest((name) => !name.startsWith('data/') && !/^(?:tagmanifest-sha256|signature)\.txt$/.test(name)),
  )
  const statement = `amin-bundle/1\n${code}\n${hex('sha256', all.get('tagmanifest-sha256.txt') ?? '')}\n`
  all.set('signature.txt', utf8(typeof key === 'string' ? key : signNote(statement, key)))
  return all
}

/** A whole valid bundle by its format (version 1), made without any code of the exporter. */
export const makeBundle = (
  draw: Draw,
  { items, language, stamped, verifier = {}, last = 'export_prepared' }: FakeOptions,
): FakeBundle => {
  const code = letters(draw, 8)
  const key = makeKey(draw.bytes(32))
  const chain = makeChain(draw)
  const files = new Map<string, Uint8Array>()
  chain.add('person', [{ type: 'case_opened', code, channel: 'webchat', language }])
  chain.add('person', [
    {
      type: 'message_received',
      inbound: letters(draw, 26),
      message: { body: { kind: 'text', text: WORDS[language] } },
    },
  ])
  const index: Item[] = []
  let fresh: string[] = []
  let hashes: string[] = []
  for (let n = 1; n <= items; n += 1) {
    const id = `E${String(n).padStart(4, '0')}`
    const evidence = letters(draw, 26)
    const [mime, ending, kind] = draw.pick(KINDS)
    const bytes = draw.bytes(draw.number(5) === 0 ? 0 : draw.number(700))
    const path = `data/evidence/${id}.${ending}`
    const sha256 = hex('sha256', bytes)
    const salted = draw.number(8) > 0
    const salt = hex('sha256', draw.bytes(8))
    const commitment = createHash('sha256')
      .update(Buffer.from(salt, 'hex'))
      .update(Buffer.from(sha256, 'hex'))
      .digest('hex')
    const committed = salted ? { commitment } : {}
    files.set(path, bytes)
    chain.add('person', [{ type: 'evidence_announced', evidence, kind }])
    chain.add(
      'system',
      [
        {
          type: 'evidence_received',
          evidence,
          object: letters(draw, 26),
          sha256,
          size: bytes.length,
          ...(salted ? { salt } : {}),
        },
      ],
      [
        {
          id: letters(draw, 26),
          sha256: hex('sha256', draw.bytes(8)),
          size: bytes.length + 99,
          ...committed,
        },
      ],
    )
    const pictured = kind === 'image' && draw.number(2) === 0
    const preview = draw.bytes(40)
    if (pictured) files.set(`data/derived/${id}-preview.webp`, preview)
    index.push({
      id,
      evidence,
      path,
      kind,
      originalName: draw.pick(NAMES),
      detectedType: mime ?? null,
      size: bytes.length,
      sha256,
      md5: draw.number(6) === 0 ? null : hex('md5', bytes),
      pdq: pictured ? hex('sha256', preview) : null,
      quality: pictured ? draw.number(101) : null,
      salt: salted ? salt : null,
      commitment: salted ? commitment : null,
      examinations: [],
      derived: pictured
        ? [
            {
              path: `data/derived/${id}-preview.webp`,
              what: 'preview',
              sha256: hex('sha256', preview),
              size: 40,
            },
          ]
        : [],
    })
    fresh.push(evidence)
    hashes.push(sha256)
    if (draw.number(3) > 0 && n < items) continue
    chain.add('system', [{ type: 'receipt_given', evidence: fresh, seal: hex('sha256', hashes.join('\n')) }])
    fresh = []
    hashes = []
  }
  chain.add('agent:A1', [{ type: last, by: 'A1', scope: 'share-investigators' }])
  const head = chain.head()

  const others = Array.from({ length: draw.number(9) }, () =>
    utf8(canonicalJson({ hash: hex('sha256', draw.bytes(8)), seq: 3, v: 1 })),
  )
  const at = draw.number(others.length + 1)
  const own = utf8(canonicalJson({ hash: head.hash, seq: head.seq, v: 1 }))
  const leaves = [...others.slice(0, at), own, ...others.slice(at)]
  const inclusion = {
    leafIndex: at,
    treeSize: leaves.length,
    leaf: Buffer.from(own).toString('hex'),
    proof: inclusionProof(leaves, at).map((step) => step.toString('hex')),
    ...head,
  }
  const checkpoint = utf8(
    signNote(
      `${key.origin}\n${leaves.length}\n${treeHash(leaves).toString('base64')}\ntime 2026-11-24T10:05:00.000Z\n`,
      key,
    ),
  )
  files.set('data/custody/checkpoint.txt', checkpoint)
  if (stamped) files.set('data/custody/timestamp-authority.tsr', makeToken(checkpoint, '20261124100501Z'))
  files.set('data/custody/entries.jsonl', utf8(lines(chain.entries)))
  files.set('data/custody/opened.jsonl', utf8(lines(chain.opened)))
  files.set('data/custody/inclusion.json', utf8(pretty(inclusion)))
  files.set('data/custody/public-key.txt', utf8(key.text))
  const columns = ['id', 'sha256', 'md5', 'pdq', 'quality', 'size', 'detectedType'] as const
  const rows = index.map((item) => columns.map((column) => item[column] ?? '').join(','))
  files.set(
    'data/hashes.csv',
    utf8(['id,sha256,md5,pdq,quality,size,mime', ...rows].map((row) => `${row}\r\n`).join('')),
  )
  files.set(
    'data/index.json',
    utf8(pretty({ v: 1, case: code, scope: 'share-investigators', items: index, leftOut: [] })),
  )
  files.set('data/case.json', utf8(pretty({ v: 1, code, custody: { entries: head.seq, hash: head.hash } })))
  files.set('data/case.jsonld', utf8('{}\n'))
  files.set('data/transcript.json', utf8(pretty({ messages: [WORDS[language]] })))
  files.set('data/transcript.txt', utf8(`${WORDS[language]}\n`))
  files.set('data/report.pdf', utf8('%PDF-1.7\n'))
  files.set('README.txt', utf8('README\n'))
  files.set('by-hand.txt', utf8('sha256sum -c manifest-sha256.txt\n'))
  files.set('verify.mjs', verifier['verify.mjs'] ?? utf8('// program\n'))
  files.set('verify.html', verifier['verify.html'] ?? utf8('<!doctype html>\n'))
  return { code, files: sealFiles(code, files, key), key }
}

const byBytes = (a: ZipMember, b: ZipMember): number =>
  Buffer.compare(Buffer.from(a.name), Buffer.from(b.name))

export const membersOf = ({ code, files }: Pick<FakeBundle, 'code' | 'files'>): readonly ZipMember[] =>
  [...files].map(([name, bytes]) => ({ name: `amin-${code}/${name}`, bytes })).sort(byBytes)

export const zipOf = (bundle: Pick<FakeBundle, 'code' | 'files'>): Buffer => packMembers(membersOf(bundle))
