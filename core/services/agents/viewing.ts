import type { CaseCode, EvidenceId, ObjectId } from '../../base/ids.ts'
import { readUpTo } from '../../base/stream.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import type { Vault } from '../../ports/vault.ts'
import { mebibytes, type Bytes } from '../../base/units.ts'
import type { Decision } from '../casebook/decision.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { EvidenceState } from '../../model/exhibits.ts'
import { openObject } from '../casebook/objects.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'

/** A preview is a small picture (core/ports/images). */
const MAX_PREVIEW = mebibytes(4)

type Sealed = Extract<EvidenceState, { readonly status: 'sealed' }>

/** What a member of the team may look at of a case's files. */
export type Viewing = {
  /** Writes into the chain who looks and why, then hands out the bytes. */
  readonly view: (
    code: CaseCode,
    evidence: EvidenceId,
    agent: DeskAgent,
    what: 'reveal' | 'original',
    reason: string,
  ) => Promise<
    | {
        readonly status: 'open'
        readonly size: Bytes
        readonly mime?: string
        readonly bytes: AsyncIterable<Uint8Array>
      }
    | { readonly status: 'unknown' | 'erased' | 'pending' }
  >
  /** The blurred preview; needs no reason. */
  readonly preview: (
    code: CaseCode,
    evidence: EvidenceId,
    reader?: DeskAgent,
  ) => Promise<{ readonly bytes: Uint8Array; readonly mime: string } | undefined>
  /**
   * A picture made of an item, by its place in `derived`; needs no reason, so it must be blurred
   * before anybody sees it.
   */
  readonly derived: (
    code: CaseCode,
    evidence: EvidenceId,
    n: number,
    reader?: DeskAgent,
  ) => Promise<{ readonly bytes: Uint8Array; readonly mime: string } | undefined>
}

type Tools = {
  readonly act: (
    code: CaseCode,
    agent: DeskAgent,
    decide: (state: CaseState) => Decision | DeskOutcome,
  ) => Promise<DeskOutcome>
  readonly open: (
    code: CaseCode,
    agent: DeskAgent,
  ) => Promise<{ readonly state: CaseState; readonly row: CaseRow } | 'erased' | undefined>
  /** The case as it stands, where the reader may see it. */
  readonly seen: (code: CaseCode, reader: DeskAgent | undefined) => Promise<CaseState | undefined>
}

/**
 * Looking at files of a case: what is blurred for whoever may see the case, the rest for a reason
 * that goes into the chain.
 */
export const makeViewing = (
  ports: CasePorts & { readonly vault: Vault },
  { act, open, seen }: Tools,
): Viewing => {
  const smallPicture = async (
    code: CaseCode,
    evidence: EvidenceId,
    reader: DeskAgent | undefined,
    choose: (item: Sealed) => ObjectId | undefined,
  ): ReturnType<Viewing['preview']> => {
    const state = await seen(code, reader)
    const item = state?.evidence[evidence]
    const object = item?.status === 'sealed' ? choose(item) : undefined
    const bytes =
      state === undefined || object === undefined ? undefined : await openObject(ports, state.caseId, object)
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
      smallPicture(code, evidence, reader, ({ preview }) =>
        preview.status === 'made' ? preview.object : undefined,
      ),

    derived: (code, evidence, n, reader) =>
      smallPicture(code, evidence, reader, (item) => item.derived?.[n]?.object),
  }
}
