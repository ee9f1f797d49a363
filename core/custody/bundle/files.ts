import { once, readUpTo } from '../../base/stream.ts'
import type { CaseId, Sha256Hex } from '../../base/ids.ts'
import type { Proofs } from '../proof.ts'
import type { Flow } from '../../model/flow.ts'
import type { BundleFile } from '../../ports/bundles.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { Report } from './reporter.ts'
import { bytes, type Bytes } from '../../base/units.ts'
import { writeEntries, writeOpened } from './custody-files.ts'
import { gather, MAX_PREVIEW, type Statement } from './facts.ts'
import { writeCase, writeHashes, writeIndex, writeJson } from './index-files.ts'
import { writeOntology } from './ontology.ts'
import { openCleaned, withCleaned } from './cleaned.ts'
import { openKept, type Kept, type VaultPorts } from './originals.ts'
import type { Slice } from './prepare.ts'
import type { ReportInput } from './report-input.ts'
import {
  BAGIT,
  statementOf,
  writeBagInfo,
  writeByHand,
  writeManifest,
  writeReadme,
  type Listed,
} from './tags.ts'
import { writeTranscript, writeTranscriptText } from './transcript-files.ts'

export type FilePorts = VaultPorts & {
  readonly phrases: Phrases
  readonly flow: Flow
  /** Texts of the bundle itself (bots/amin/bundle). */
  readonly texts: Phrases
  readonly report?: Report
  /** What checks a bundle offline, by file name. */
  readonly verifier?: () => Promise<Readonly<Record<string, Uint8Array>>>
  readonly sign: (text: string) => string
}

type Part = Listed & { readonly open: () => AsyncIterable<Uint8Array> }

/** Most previews in one report; a case has tens of items. */
const MOST_PREVIEWS = 200

const checkpointOf = ({
  checkpointText,
  inclusion,
  publicKey,
  timestamps,
}: Proofs): ReportInput['checkpoint'] => {
  const [origin = '', size = '', root = ''] = checkpointText.split('\n')
  return {
    note: checkpointText,
    origin,
    size: Number(size),
    root,
    leafIndex: inclusion.leafIndex,
    publicKey: publicKey.split('\n', 1)[0] ?? '',
    anchors: timestamps.map(({ name }) => name),
  }
}

/** Names of authorities are the operator's; in a path stand letters, digits and hyphens only. */
const safe = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-')

/** Every file of the bundle below its root, the same for the same slice and proofs. */
export const filesOf = async (
  ports: FilePorts,
  caseId: CaseId,
  slice: Slice,
  proofs: Proofs,
  statement: Statement,
): Promise<readonly BundleFile[]> => {
  const { hasher } = ports
  const { entries, opened } = slice
  const prepared = await withCleaned(ports, caseId, slice.prepared)
  const { items, state } = prepared

  const made = (path: string, content: string | Uint8Array): Part => {
    const data = typeof content === 'string' ? hasher.utf8(content) : content
    return { path, size: bytes(data.length), sha256: hasher.sha256(data), open: () => once(data) }
  }
  const kept = (path: string, one: Kept): Part => ({
    path,
    size: one.size,
    sha256: one.sha256,
    open: () => openKept(ports, caseId, one),
  })

  const previews = new Map<string, Uint8Array>()
  for (const { id, derived } of items.items) {
    const blurred = derived.find(({ what }) => what === 'preview')
    if (blurred === undefined || blurred.size > MAX_PREVIEW || previews.size >= MOST_PREVIEWS) continue
    previews.set(
      id,
      await readUpTo(openKept(ports, caseId, { ...blurred, name: `the preview of ${id}` }), MAX_PREVIEW),
    )
  }
  const facts = gather(ports, prepared, statement, checkpointOf(proofs), previews)
  const stamped = proofs.timestamps.map((stamp) => ({ ...stamp, name: safe(stamp.name) }))

  const payload: readonly Part[] = [
    ...(ports.report === undefined ? [] : [made('data/report.pdf', await ports.report.render(facts))]),
    ...items.items.flatMap((item) => [
      item.cleaned === undefined
        ? kept(item.path, { ...item.sealed, name: item.id })
        : { path: item.path, ...item.cleaned, open: () => openCleaned(ports, caseId, item) },
      ...item.derived.map((one) => kept(one.path, { ...one, name: `what was made of ${item.id}` })),
    ]),
    made('data/index.json', writeIndex(prepared, facts)),
    made('data/hashes.csv', writeHashes(items)),
    made('data/transcript.json', writeTranscript(facts)),
    made('data/transcript.txt', writeTranscriptText(facts)),
    made('data/case.json', writeCase(facts)),
    made('data/case.jsonld', writeOntology(hasher, caseId, items.items, facts)),
    made('data/custody/entries.jsonl', writeEntries(hasher, entries)),
    made('data/custody/opened.jsonl', writeOpened(hasher, entries, opened, prepared)),
    made('data/custody/checkpoint.txt', proofs.checkpointText),
    made('data/custody/inclusion.json', writeJson(proofs.inclusion)),
    made('data/custody/public-key.txt', proofs.publicKey),
    ...stamped.flatMap(({ name, token, certificates }) => [
      made(`data/custody/timestamp-${name}.tsr`, token),
      ...(certificates === '' ? [] : [made(`data/custody/timestamp-${name}.crt`, certificates)]),
    ]),
  ]
  const last = prepared.links.at(-1) ?? prepared.links[0]
  const organisation = statement.organisation?.name.en
  const bagInfo = {
    code: state.code,
    preparedAt: last.header.at,
    software: statement.software,
    ...(organisation === undefined ? {} : { organisation }),
  }
  const tags: readonly Part[] = [
    made('bagit.txt', BAGIT),
    made('bag-info.txt', writeBagInfo(payload, bagInfo)),
    made('manifest-sha256.txt', writeManifest(payload)),
    made('README.txt', writeReadme(ports.texts, state.code)),
    made(
      'by-hand.txt',
      writeByHand(
        ports.texts,
        stamped.filter(({ certificates }) => certificates !== '').map(({ name }) => name),
      ),
    ),
    ...Object.entries((await ports.verifier?.()) ?? {}).map(([name, content]) => made(name, content)),
  ]
  const tagmanifest = made('tagmanifest-sha256.txt', writeManifest(tags))
  const signature = made('signature.txt', ports.sign(statementOf(state.code, tagmanifest.sha256)))
  return [...payload, ...tags, tagmanifest, signature].map(({ path, size, open }) => ({
    name: `amin-${state.code}/${path}`,
    size,
    open,
  }))
}

/** Of the finished bundle, before it is sealed to anybody. */
export type Measure = { readonly sha256: Sha256Hex; readonly size: Bytes }
