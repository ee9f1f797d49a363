import type { CaseCode, CaseId, ObjectId } from '../../base/ids.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { SentFile } from '../../base/sent-file.ts'
import { bytes } from '../../base/units.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { SealedObject } from '../../ports/store/ledger.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { CaseState } from '../../model/state.ts'
import type { Decision } from '../casebook/decision.ts'
import { openObject } from '../casebook/objects.ts'
import type { OfficePorts } from '../casebook/ports.ts'
import { once, readUpTo } from '../../base/stream.ts'
import type { Prepared } from '../sending/prepare.ts'
import { notHeard } from './speaking.ts'

/** Files of the team to the person. */
export type Sending = {
  /** As `say`: once for each key, and by the same rules. Refused where the channel does not take such a file. */
  readonly sendFile: (
    code: CaseCode,
    agent: DeskAgent,
    file: Prepared,
    how: { readonly expectedVersion: number; readonly key?: string },
  ) => Promise<DeskOutcome>
  /** What the line of this id sent; nothing where there is no such line, or the reader may not see it. */
  readonly sentFile: (
    code: CaseCode,
    line: string,
    reader: DeskAgent,
  ) => Promise<{ readonly file: SentFile; readonly bytes: Uint8Array } | undefined>
}

type Tools = {
  readonly act: (
    code: CaseCode,
    agent: DeskAgent,
    decide: (state: CaseState) => Decision | DeskOutcome | Promise<Decision | DeskOutcome>,
  ) => Promise<DeskOutcome>
  readonly open: (
    code: CaseCode,
    reader: DeskAgent,
  ) => Promise<
    | {
        readonly state: CaseState
        readonly lines: readonly { readonly id: string; readonly from: string; readonly file?: SentFile }[]
      }
    | 'erased'
    | undefined
  >
  readonly stands: (caseId: CaseId, is: (event: CaseEvent) => boolean) => Promise<boolean>
  readonly done: (state: CaseState) => DeskOutcome
}

export const makeSending = (ports: OfficePorts, { act, open, stands, done }: Tools): Sending => {
  const seal = async (caseId: CaseId, content: Uint8Array): Promise<SealedObject> => {
    const id = ports.random.id() as ObjectId
    const sealer = await ports.sealer.forCase(caseId)
    return { id, ...(await ports.vault.put(id, sealer.sealStream(id, once(content)))) }
  }

  return {
    sendFile: async (code, agent, file, { expectedVersion, key }) => {
      const sha256 = ports.hasher.sha256(file.bytes)
      /** Sealed for this decision alone: removed where it came to nothing. */
      let made: SealedObject | undefined
      let named = false
      const decide = async (state: CaseState): Promise<Decision | DeskOutcome> => {
        named = false
        if (key !== undefined && state.saidKeys.includes(key)) {
          const same = await stands(
            state.caseId,
            (event) => event.type === 'agent_said' && event.key === key && event.file?.sha256 === sha256,
          )
          return same ? done(state) : { status: 'refused', why: 'key_reused' }
        }
        const refused = notHeard(state, agent, expectedVersion)
        if (refused !== undefined) return refused
        const most = ports.capabilities(state.channel).sends[file.kind]
        if (most === undefined) return { status: 'refused', why: 'file_kind' }
        if (file.bytes.length > most) return { status: 'refused', why: 'file_size' }
        made ??= await seal(state.caseId, file.bytes)
        named = true
        const { kind, mime, name } = file
        const size = bytes(file.bytes.length)
        const sent: SentFile = { kind, object: made.id, sha256, size, mime, name }
        return {
          actor: `agent:${agent.id}`,
          events: [],
          agentSays: {
            agent: agent.id,
            alias: agent.alias,
            text: '',
            file: sent,
            ...(key === undefined ? {} : { key }),
          },
          objects: [made],
        }
      }
      const outcome = await act(code, agent, decide)
      if (made !== undefined && (!named || outcome.status !== 'done')) await ports.vault.remove(made.id)
      return outcome
    },

    sentFile: async (code, line, reader) => {
      const book = await open(code, reader)
      if (book === undefined || book === 'erased') return undefined
      const file = book.lines.find(({ id, from }) => from === 'agent' && id === line)?.file
      const content = file === undefined ? undefined : await openObject(ports, book.state.caseId, file.object)
      return file === undefined || content === undefined
        ? undefined
        : { file, bytes: await readUpTo(content, file.size) }
    },
  }
}
