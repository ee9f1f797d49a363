import type { Sha256Hex } from '../../base/ids.ts'
import type { Linking } from '../../model/network-events.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { Random } from '../../ports/random.ts'
import { linksAmong, METHODS, type DossierLink, type Named } from './dossier-links.ts'
import { writeJson } from './index-files.ts'

/** Where a dossier says how its links were found; the chain of the network commits to its bytes. */
export const LINKING = 'data/linking.json'

/** One run of the linking over the cases of a dossier. */
export type LinkRun = {
  readonly links: readonly DossierLink[]
  /** The file: version, parameters, counts and what was found. */
  readonly text: string
  /** What the entry seals; under the salt its header commits to the digest, which says nothing by itself. */
  readonly linking: Linking
}

const saltFrom = (hasher: Hasher, random: Random): Sha256Hex => hasher.sha256(random.id() + random.id())

/** Links these cases anew, and writes down with what and what came of it. */
export const runLinking = (
  { hasher, random }: { readonly hasher: Hasher; readonly random: Random },
  named: readonly Named[],
  software: string,
): LinkRun => {
  const links = linksAmong(named)
  const kinds = Map.groupBy(links, ({ kind }) => kind)
  const text = writeJson({
    v: 1,
    software,
    methods: METHODS,
    counts: {
      cases: named.length,
      links: Object.fromEntries([...kinds].map(([kind, found]) => [kind, found.length])),
    },
    links,
  })
  return {
    links,
    text,
    linking: { sha256: hasher.sha256(hasher.utf8(text)), salt: saltFrom(hasher, random) },
  }
}
