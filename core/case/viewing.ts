import type { EvidenceId, ObjectId } from '../ids.ts'
import { readUpTo } from '../evidence/stream.ts'
import type { Vault } from '../ports/vault.ts'
import { mebibytes } from '../units.ts'
import type { Decision } from './casebook.ts'
import type { Desk } from './desk.ts'
import type { DeskOutcome } from './outcome.ts'
import type { DeskAgent } from '../member.ts'
import type { EvidenceState } from './exhibits.ts'
import { openObject } from './objects.ts'
import type { CasePorts } from './ports.ts'
import type { CaseState } from './state.ts'

/** A preview is a small picture (core/ports/images). */
const MAX_PREVIEW = mebibytes(4)

type Sealed = Extract<EvidenceState, { readonly status: 'sealed' }>

type Tools = {
  readonly act: (
    code: Parameters<Desk['view']>[0],
    agent: DeskAgent,
    decide: (state: CaseState) => Decision | DeskOutcome,
  ) => Promise<DeskOutcome>
  readonly open: Desk['open']
  /** The case as it stands, where the reader may see it. */
  readonly seen: (code: Parameters<Desk['view']>[0], reader: DeskAgent | undefined) => Promise<CaseState | undefined>
}

/** Looking at files of a case: what is blurred for whoever may see the case, the rest for a reason that goes into the chain. */
export const makeViewing = (
  ports: CasePorts & { readonly vault: Vault },
  { act, open, seen }: Tools,
): Pick<Desk, 'view' | 'preview' | 'derived'> => {
  const smallPicture = async (
    code: Parameters<Desk['preview']>[0],
    evidence: EvidenceId,
    reader: DeskAgent | undefined,
    choose: (item: Sealed) => ObjectId | undefined,
  ): ReturnType<Desk['preview']> => {
    const state = await seen(code, reader)
    const item = state?.evidence[evidence]
    const object = item?.status === 'sealed' ? choose(item) : undefined
    const bytes = state === undefined || object === undefined ? undefined : await openObject(ports, state.caseId, object)
    return bytes === undefined ? undefined : { bytes: await readUpTo(bytes, MAX_PREVIEW), mime: 'image/webp' }
  }

  return {
    view: async (code, evidence, agent, what, reason) => {
      const opened = await open(code, agent)
      if (opened === undefined) return { status: 'unknown' }
      if (opened === 'erased') return { status: 'erased' }
      const item = opened.state.evidence[evidence]
      if (item === undefined) return { status: 'unknown' }
      if (item.status !== 'sealed') return { status: 'pending' }
      const outcome = await act(code, agent, () => ({
        actor: `agent:${agent.id}`,
        events: [{ type: 'evidence_viewed', evidence, agent: agent.id, what, reason }],
      }))
      if (outcome.status !== 'done') return { status: outcome.status === 'erased' ? 'erased' : 'unknown' }
      const bytes = await openObject(ports, opened.row.caseId, item.object)
      return bytes === undefined
        ? { status: 'unknown' }
        : { status: 'open', size: item.size, bytes, ...(item.mime === undefined ? {} : { mime: item.mime }) }
    },

    preview: (code, evidence, reader) =>
      smallPicture(code, evidence, reader, ({ preview }) => (preview.status === 'made' ? preview.object : undefined)),

    derived: (code, evidence, n, reader) => smallPicture(code, evidence, reader, (item) => item.derived?.[n]?.object),
  }
}
