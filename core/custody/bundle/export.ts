import { isErased, type Casebook } from '../../services/casebook/casebook.ts'
import type { CasePorts } from '../../services/casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import type { Proofs } from '../proof.ts'
import type { CaseEvent } from '../../model/events.ts'
import { Failure } from '../../base/failure.ts'
import type { CaseCode, CaseId } from '../../base/ids.ts'
import type { Bundles } from '../../ports/bundles.ts'
import { bytes, type Bytes } from '../../base/units.ts'
import type { Statement } from './facts.ts'
import { filesOf, type FilePorts, type Measure } from './files.ts'
import { prepare, sliceOf, type Who } from './prepare.ts'
import {
  judgeAnswer,
  judgeCommand,
  judgeFetch,
  judgeOrder,
  type AnswerFault,
  type ExportRule,
  type FetchFault,
  type Order,
  type OrderFault,
} from './request.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'
import { forbids, type Forbidden } from './forbids.ts'

export type ExportPorts = FilePorts &
  Pick<CasePorts, 'store' | 'clock'> & {
    readonly bundles: Bundles
    /** See core/custody/proof.ts. */
    readonly proofs: (caseId: CaseId, seq: number) => Promise<Proofs>
    readonly statement: Statement
    readonly rule: ExportRule
  }

/** Why there is no bundle. */
export type Refusal =
  | { readonly status: 'unknown' | 'erased' }
  | { readonly status: 'refused'; readonly why: Forbidden; readonly scope: BundleScope }
  | { readonly status: 'refused'; readonly why: OrderFault | AnswerFault | FetchFault | 'two_persons' }

/** A bundle that can be read, as often as is wanted. */
export type OpenBundle = {
  readonly status: 'open'
  readonly caseId: CaseId
  /** amin-CODE.zip, or amin-CODE.zip.age where it is sealed. */
  readonly name: string
  /** Seq of the entry that it shows the case up to. */
  readonly prepared: number
  /** Reads it to its end and keeps nothing but this; of a bundle that will be sealed, of what is inside. */
  readonly measure: (progress?: (done: Bytes) => void) => Promise<Measure>
  /**
   * The bytes, sealed where there are recipients. Throws where an original is missing or changed,
   * or where they are not those measured before.
   */
  readonly read: (progress?: (done: Bytes) => void) => AsyncIterable<Uint8Array>
  /** What `read` or `measure` found when it came to its end; throws before that. */
  readonly left: () => Measure
  /**
   * Writes into the chain that it leaves; to be asked once it was read to its end, and before
   * anybody gets it. Nothing where that is so now.
   */
  readonly settle: () => Promise<Refusal | undefined>
}

/**
 * Bundles of cases: who may have one, and what is in it. Every method may throw what the store and
 * the vault may.
 */
export type Exports = {
  readonly rule: ExportRule
  readonly isRecipient: (text: string) => boolean
  /** Asks for a bundle; `seq` names the request. */
  readonly request: (
    code: CaseCode,
    who: Who,
    reason: string,
    order: Order,
  ) => Promise<Refusal | { readonly status: 'done'; readonly seq: number }>
  /** Agrees to a request of somebody else's, or refuses it. */
  readonly answer: (
    code: CaseCode,
    who: Who,
    request: number,
    agreed: boolean,
    reason: string,
  ) => Promise<Refusal | { readonly status: 'done'; readonly seq: number }>
  /** The bundle that a request asked for. */
  readonly fetch: (code: CaseCode, who: Who, request: number) => Promise<Refusal | OpenBundle>
  /** A bundle for whoever runs the command line. */
  readonly command: (code: CaseCode, who: Who, order: Order) => Promise<Refusal | OpenBundle>
}

type ExportEvent = Extract<
  CaseEvent,
  { type: 'export_requested' | 'export_approved' | 'export_refused' | 'case_exported' }
>

/** The name in the signature line of a note. */
const signerOf = (note: string): string => /\n— (\S+) \S+\n$/.exec(note)?.[1] ?? ''

export const makeExports = (ports: ExportPorts, casebook: Casebook): Exports => {
  const { rule, bundles, clock } = ports

  const find = async (
    code: CaseCode,
  ): Promise<CaseId | Extract<Refusal, { status: 'unknown' | 'erased' }>> => {
    const row = await ports.store.views.byCode(code)
    if (row === undefined) return { status: 'unknown' }
    return row.status === 'erased' ? { status: 'erased' } : row.caseId
  }

  const unlessErased = async <T>(run: () => Promise<T>): Promise<T | { readonly status: 'erased' }> => {
    try {
      return await run()
    } catch (error) {
      if (isErased(error)) return { status: 'erased' }
      throw error
    }
  }

  const record = async (
    caseId: CaseId,
    who: Who,
    decide: (state: CaseState) => Refusal | ExportEvent,
  ): Promise<Refusal | { readonly status: 'done'; readonly seq: number }> => {
    let verdict: Refusal | undefined
    const appended = await casebook.append(caseId, (state) => {
      const chosen = decide(state)
      verdict = 'status' in chosen ? chosen : undefined
      return 'status' in chosen ? undefined : { actor: who.actor, events: [chosen] }
    })
    return verdict ?? { status: 'done', seq: appended.state.seq }
  }

  const slice = async (
    caseId: CaseId,
    who: Who,
    scope: BundleScope,
    anew = false,
  ): ReturnType<typeof prepare> => prepare(ports, casebook, caseId, scope, who, anew)

  const build = async (
    code: CaseCode,
    caseId: CaseId,
    who: Who,
    { scope, recipients }: Order,
  ): Promise<Refusal | OpenBundle> => {
    let prepared = await slice(caseId, who, scope)
    if (typeof prepared !== 'number') return { status: 'refused', why: prepared, scope }
    let proofs = await ports.proofs(caseId, prepared)
    // The key of the checkpoints changed since: a bundle is signed by the key that signed its checkpoint.
    if (signerOf(proofs.checkpointText) !== signerOf(ports.sign(`${code}\n`))) {
      prepared = await slice(caseId, who, scope, true)
      if (typeof prepared !== 'number') return { status: 'refused', why: prepared, scope }
      proofs = await ports.proofs(caseId, prepared)
    }
    const seq = prepared
    const files = await filesOf(
      ports,
      caseId,
      await sliceOf(ports, casebook, caseId, seq, scope),
      proofs,
      ports.statement,
    )
    let known: Measure | undefined

    const pack = async function* (progress: (done: Bytes) => void): AsyncIterable<Uint8Array> {
      const hash = ports.hasher.stream()
      let size = 0
      for await (const piece of bundles.pack(files)) {
        hash.update(piece)
        size += piece.length
        progress(bytes(size))
        yield piece
      }
      const read = { sha256: hash.digest(), size: bytes(size) }
      if (known !== undefined && (known.sha256 !== read.sha256 || known.size !== read.size))
        throw new Failure('seal_broken', 'a bundle read twice was not the same')
      known = read
    }
    const ignore = (): void => undefined
    const left = (): Measure => {
      if (known === undefined) throw new Error('a bundle leaves that nobody read to its end')
      return known
    }

    return {
      status: 'open',
      caseId,
      name: `amin-${code}.zip${recipients.length === 0 ? '' : '.age'}`,
      prepared: seq,
      measure: async (progress = ignore) => {
        for await (const _piece of pack(progress));
        return left()
      },
      left,
      read: (progress = ignore) =>
        recipients.length === 0 ? pack(progress) : bundles.seal(recipients, pack(progress)),
      settle: async () => {
        const { sha256, size } = left()
        const outcome = await unlessErased(() =>
          record(caseId, who, (state) => {
            const why = forbids(state, scope)
            if (why !== undefined) return { status: 'refused', why, scope }
            return { type: 'case_exported', by: who.by, prepared: seq, sha256, size, recipients }
          }),
        )
        return outcome.status === 'done' ? undefined : outcome
      },
    }
  }

  return {
    rule,
    isRecipient: bundles.isRecipient,

    request: async (code, who, reason, order) => {
      const caseId = await find(code)
      if (typeof caseId !== 'string') return caseId
      const fault = judgeOrder(rule, order, bundles.isRecipient)
      if (fault !== undefined) return { status: 'refused', why: fault }
      return unlessErased(() =>
        record(caseId, who, (state) => {
          const why = forbids(state, order.scope)
          if (why !== undefined) return { status: 'refused', why, scope: order.scope }
          return {
            type: 'export_requested',
            by: who.by,
            reason,
            scope: order.scope,
            recipients: order.recipients,
          }
        }),
      )
    },

    answer: async (code, who, request, agreed, reason) => {
      const caseId = await find(code)
      if (typeof caseId !== 'string') return caseId
      return unlessErased(() =>
        record(caseId, who, (state) => {
          const why = judgeAnswer(state.handover, request, who.by)
          if (why !== undefined) return { status: 'refused', why }
          return { type: agreed ? 'export_approved' : 'export_refused', by: who.by, request, reason }
        }),
      )
    },

    fetch: async (code, who, request) => {
      const caseId = await find(code)
      if (typeof caseId !== 'string') return caseId
      return unlessErased(async () => {
        const { handover } = await casebook.load(caseId)
        const why = judgeFetch(rule, handover, request, who.by, clock.now())
        if (why !== undefined) return { status: 'refused', why }
        const order = handover.request ?? { scope: 'share-investigators', recipients: [] }
        const fault = judgeOrder(rule, order, bundles.isRecipient)
        return fault === undefined ? build(code, caseId, who, order) : { status: 'refused', why: fault }
      })
    },

    command: async (code, who, order) => {
      const caseId = await find(code)
      if (typeof caseId !== 'string') return caseId
      const fault = judgeOrder(rule, order, bundles.isRecipient)
      if (fault !== undefined) return { status: 'refused', why: fault }
      return unlessErased(async () => {
        const { handover } = await casebook.load(caseId)
        const why = judgeCommand(rule, handover, order, clock.now())
        return why === undefined ? build(code, caseId, who, order) : { status: 'refused', why }
      })
    },
  }
}
