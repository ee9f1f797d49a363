import { fromHex, toHex } from './bytes.ts'
import type { Link } from './chain.ts'
import { textOf, type Contents } from './contents.ts'
import type { Tell } from './finding.ts'
import { asObject, listAt, readObject, stringAt, type Json } from './json.ts'
import type { OpenedEvent } from './opened.ts'
import { sha256 } from './sha256.ts'

const LINKING = 'data/linking.json'

/** As the header of the entry commits to it: SHA-256 over salt and digest. */
const commitmentOf = (linking: Json | undefined): string | undefined => {
  const salt = fromHex(stringAt(linking, 'salt') ?? '-')
  const digest = fromHex(stringAt(linking, 'sha256') ?? '-')
  return salt?.length === 32 && digest?.length === 32 ? toHex(sha256(salt, digest)) : undefined
}

/**
 * Of the dossier of a network: that its links are those of the run which the entry of the dossier commits to.
 * A dossier of before that was so commits to none; a bundle of a case has no such entry.
 */
export const checkLinking = (
  contents: Contents,
  links: readonly Link[],
  opened: readonly OpenedEvent[],
  tell: Tell,
): void => {
  const last = links.at(-1)
  if (last?.kinds.includes('network_dossier_made') !== true) return
  const place = String(last.seq)
  const shown = opened.find(
    ({ seq, event }) => seq === last.seq && stringAt(event, 'type') === 'network_dossier_made',
  )
  const linking = asObject(shown?.event['linking'])
  const file = contents.files.get(LINKING)
  if (last.run === undefined && linking === undefined && file === undefined) {
    tell.note('linking-none', place)
    return
  }
  if (file === undefined || linking === undefined) {
    tell.fault('linking-missing', place)
    return
  }
  if (
    last.run === undefined ||
    commitmentOf(linking) !== last.run ||
    stringAt(linking, 'sha256') !== file.sha256
  ) {
    tell.fault('linking-differs', place)
    return
  }
  const found = listAt(readObject(textOf(contents, LINKING) ?? ''), 'links') ?? []
  tell.note('linking-good', place, { n: String(found.length) })
}
