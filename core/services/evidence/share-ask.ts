import type { CaseState } from '../../model/state.ts'
import type { Flow } from '../../model/flow.ts'
import type { Say } from '../../policy/conversation/say.ts'
import { writeToken } from '../../policy/conversation/token.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { EvidenceId } from '../../base/ids.ts'
import type { Phrases } from '../../ports/phrases.ts'
import { askable, mayList } from './sharing.ts'

type Asked = { readonly event: CaseEvent; readonly say: Say }

/** The question about one item; nothing where there is none at that place. */
export const askAbout = (
  ports: { readonly phrases: Phrases },
  state: CaseState,
  n: number,
): Asked | undefined => {
  const items = askable(state)
  const evidence = items[n]
  const item = evidence === undefined ? undefined : state.evidence[evidence]
  if (evidence === undefined || item === undefined) return undefined
  const choice = (what: 'yes' | 'no') => ({
    label: `access-share-${what}`,
    token: writeToken({ kind: 'access', choice: `share-${what}-${n + 1}` }),
  })
  return {
    event: { type: 'access_asked', what: 'share', evidence },
    say: {
      key: 'share-ask',
      args: { n: n + 1, of: items.length, time: ports.phrases.time(item.announcedAt) },
      choices: [
        choice('yes'),
        choice('no'),
        { label: 'control-skip', token: writeToken({ kind: 'access', choice: 'skip' }), control: true },
      ],
    },
  }
}

/**
 * Of what just came, the first that nothing was said of yet: asked with its receipt, where the
 * person agreed in general.
 */
export const askOfNew = (
  ports: { readonly phrases: Phrases; readonly flow: Flow },
  state: CaseState,
  fresh: readonly EvidenceId[],
  now: Parameters<typeof mayList>[2],
): Asked | undefined => {
  if (!mayList(ports.flow, state, now)) return undefined
  const n = askable(state).findIndex(
    (id) => fresh.includes(id) && state.evidence[id]?.shareable === undefined,
  )
  return n < 0 ? undefined : askAbout(ports, state, n)
}
