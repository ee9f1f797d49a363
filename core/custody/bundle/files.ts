import { readUpTo } from '../../base/stream.ts'
import type { CaseId, Sha256Hex } from '../../base/ids.ts'
import type { Proofs } from '../proof.ts'
import type { Flow } from '../../model/flow.ts'
import type { BundleFile } from '../../ports/bundles.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { Report } from './reporter.ts'
import type { Bytes } from '../../base/units.ts'
import { bagOf, custodyParts, makePart, type BagPorts, type Part } from './bag.ts'
import { writeOpened } from './custody-files.ts'
import { gather, MAX_PREVIEW, type Statement } from './facts.ts'
import { writeCase, writeHashes, writeIndex } from './index-files.ts'
import { writeOntology } from './ontology.ts'
import { openCleaned, withCleaned } from './cleaned.ts'
import { openKept, type Kept, type VaultPorts } from './originals.ts'
import type { Slice } from './prepare.ts'
import type { ReportInput } from './report-input.ts'
import { writeReadme } from './tags.ts'
import { writeTranscript, writeTranscriptText } from './transcript-files.ts'

export type FilePorts = VaultPorts &
  BagPorts & {
    readonly phrases: Phrases
    readonly flow: Flow
    readonly report?: Report
  }

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

  const made = (path: string, content: string | Uint8Array): Part => makePart(hasher, path, content)
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
    ...custodyParts(hasher, { entries, opened: writeOpened(hasher, entries, opened, prepared) }, proofs),
  ]
  const last = prepared.links.at(-1) ?? prepared.links[0]
  const organisation = statement.organisation?.name.en
  return bagOf(ports, payload, proofs, {
    code: state.code,
    preparedAt: last.header.at,
    software: statement.software,
    ...(organisation === undefined ? {} : { organisation }),
    readme: writeReadme(ports.texts, state.code),
  })
}

/** Of the finished bundle, before it is sealed to anybody. */
export type Measure = { readonly sha256: Sha256Hex; readonly size: Bytes }
