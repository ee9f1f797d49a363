import { once } from '../../base/stream.ts'
import { bytes, type Instant } from '../../base/units.ts'
import type { BundleFile } from '../../ports/bundles.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { Entry } from '../../ports/store/ledger.ts'
import type { Proofs } from '../proof.ts'
import { writeEntries } from './custody-files.ts'
import { writeJson } from './index-files.ts'
import { BAGIT, statementOf, writeBagInfo, writeByHand, writeManifest, type Listed } from './tags.ts'

export type Part = Listed & { readonly open: () => AsyncIterable<Uint8Array> }

export const makePart = (hasher: Hasher, path: string, content: string | Uint8Array): Part => {
  const data = typeof content === 'string' ? hasher.utf8(content) : content
  return { path, size: bytes(data.length), sha256: hasher.sha256(data), open: () => once(data) }
}

/** Names of authorities are the operator's; in a path stand letters, digits and hyphens only. */
const safe = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-')

/** The chain and what proves it: `data/custody/`. `opened`: what its entries seal, as far as it is shown. */
export const custodyParts = (
  hasher: Hasher,
  { entries, opened }: { readonly entries: readonly Entry[]; readonly opened: string },
  proofs: Proofs,
): readonly Part[] => {
  const made = (name: string, content: string | Uint8Array): Part =>
    makePart(hasher, `data/custody/${name}`, content)
  return [
    made('entries.jsonl', writeEntries(hasher, entries)),
    made('opened.jsonl', opened),
    made('checkpoint.txt', proofs.checkpointText),
    made('inclusion.json', writeJson(proofs.inclusion)),
    made('public-key.txt', proofs.publicKey),
    ...proofs.timestamps.flatMap(({ name, token, certificates }) => [
      made(`timestamp-${safe(name)}.tsr`, token),
      ...(certificates === '' ? [] : [made(`timestamp-${safe(name)}.crt`, certificates)]),
    ]),
  ]
}

export type BagPorts = {
  readonly hasher: Hasher
  /** Texts of the bundle itself (bots/amin/bundle). */
  readonly texts: Phrases
  /** What checks a bundle offline, by file name. */
  readonly verifier?: () => Promise<Readonly<Record<string, Uint8Array>>>
  readonly sign: (text: string) => string
}

type Facts = {
  readonly code: string
  readonly preparedAt: Instant
  readonly software: string
  readonly organisation?: string
  readonly readme: string
}

/** The whole bundle around its payload: lists, what a reader needs, what checks it, and the signature. */
export const bagOf = async (
  ports: BagPorts,
  payload: readonly Part[],
  proofs: Proofs,
  { readme, ...facts }: Facts,
): Promise<readonly BundleFile[]> => {
  const made = (path: string, content: string | Uint8Array): Part => makePart(ports.hasher, path, content)
  const stamps = proofs.timestamps.filter(({ certificates }) => certificates !== '')
  const tags: readonly Part[] = [
    made('bagit.txt', BAGIT),
    made('bag-info.txt', writeBagInfo(payload, facts)),
    made('manifest-sha256.txt', writeManifest(payload)),
    made('README.txt', readme),
    made(
      'by-hand.txt',
      writeByHand(
        ports.texts,
        stamps.map(({ name }) => safe(name)),
      ),
    ),
    ...Object.entries((await ports.verifier?.()) ?? {}).map(([name, content]) => made(name, content)),
  ]
  const tagmanifest = made('tagmanifest-sha256.txt', writeManifest(tags))
  const signature = made('signature.txt', ports.sign(statementOf(facts.code, tagmanifest.sha256)))
  return [...payload, ...tags, tagmanifest, signature].map(({ path, size, open }) => ({
    name: `amin-${facts.code}/${path}`,
    size,
    open,
  }))
}
