import { readHeader } from '../../model/entry.ts'
import type { Entry } from '../../ports/store/ledger.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { CaseEvent } from '../../model/events.ts'
import { coverEvents } from './cover.ts'
import type { Prepared } from './facts.ts'

const lines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('')

/** `data/custody/entries.jsonl`: the chain as anybody can check it, without a key. */
export const writeEntries = (hasher: Hasher, entries: readonly Entry[]): string =>
  lines(
    entries.map(({ seq, header, sealed, prev, hash }) => ({
      seq,
      header,
      sealedSha256: hasher.sha256(sealed),
      prev,
      hash,
    })),
  )

/** `data/custody/opened.jsonl`: what the entries seal, as far as the scope covers it. */
export const writeOpened = (
  hasher: Hasher,
  entries: readonly Entry[],
  events: readonly (readonly CaseEvent[])[],
  { scope, hide, items }: Pick<Prepared, 'scope' | 'hide' | 'items'>,
): string =>
  lines(
    entries.map(({ seq, header }, i) => ({
      seq,
      events: coverEvents(events[i] ?? [], readHeader(hasher, header)?.kinds ?? [], {
        scope,
        hide,
        placed: items.placed,
      }),
    })),
  )
