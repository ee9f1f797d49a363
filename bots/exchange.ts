import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeNew } from '../adapters/bundle/write.ts'
import { openAgents, type Agents } from '../adapters/console/server/identity/agents.ts'
import { openAuth } from '../adapters/console/server/identity/auth.ts'
import { COMMAND, type Deeds } from '../adapters/console/server/administration/deeds.ts'
import { makeBlinding } from '../adapters/crypto/blinding.ts'
import { makeOblivious } from '../adapters/crypto/oblivious.ts'
import { fromBase64, toBase64 } from '../core/base/bytes.ts'
import type { CaseId } from '../core/base/ids.ts'
import { once } from '../core/base/stream.ts'
import { isClosed, makeGather } from '../core/custody/exchange/items.ts'
import type { ExchangePorts, Kept, OwnItem } from '../core/custody/exchange/parts.ts'
import type { ExchangeLog } from '../core/ports/exchange-log.ts'
import { isErased } from '../core/services/casebook/casebook.ts'
import { Failure } from '../core/base/failure.ts'
import type { Config } from './config.ts'
import type { Foundation } from './foundation.ts'
import { openTeam } from './team.ts'

/** In AMIN_DATA: transcripts and results of exchanges. */
export const EXCHANGES = 'exchange'
const FOUND = '.found'
const TRANSCRIPT = '.transcript'

/** The administrators' log, as exchanges use it. */
const logIn = (deeds: Deeds): ExchangeLog => ({
  count: (subject, { session, whose, items, ticket }) =>
    deeds.append({
      by: COMMAND,
      kind: 'exchange_counted',
      subject,
      detail: { session, whose, items: String(items), ticket },
    }),
  counted: async (subject, from) =>
    (await deeds.find({ kinds: ['exchange_counted'], subject, from }))
      .toReversed()
      .map(({ detail = {} }) => ({
        session: detail['session'] ?? '',
        whose: detail['whose'] === 'ours' ? 'ours' : 'theirs',
        items: Number(detail['items']),
        ticket: detail['ticket'] ?? '',
      })),
  note: (subject, { what, ...detail }) =>
    deeds.append({
      by: COMMAND,
      kind: what === 'ended' ? 'exchange_ended' : 'exchange_refused',
      subject,
      detail,
    }),
})

/** One case of a result: what was in common is sealed under its key, and goes with it. */
type Line = { readonly case: CaseId; readonly sealed: string }
export type FoundItems = { readonly caseId: CaseId; readonly items: readonly Omit<OwnItem, 'cases'>[] }

const contextOf = (run: string): string => `exchange ${run}`

/**
 * What a run is called here. Who asks chooses the session, under each of its agreements: alone it would let them
 * name a run of another.
 */
export const runName = ({ agreement, session }: Pick<Kept, 'agreement' | 'session'>): string =>
  `${session}-${agreement}`

type Folder = {
  /** Throws where something is kept of that run already: nothing is written over. */
  readonly keep: (kept: Kept) => Promise<void>
  /** Whether something is kept of a run, whenever that was. */
  readonly isKept: (run: Pick<Kept, 'agreement' | 'session'>) => Promise<boolean>
  /** Runs of which something is kept, in no order; `learnt`: there is a result. */
  readonly list: () => readonly {
    readonly run: string
    readonly transcript: string
    readonly learnt: boolean
  }[]
  /**
   * What was in common, of cases that still open; nothing where there is no result of that run. `closed`: how many
   * cases were changed or lack their keys.
   */
  readonly found: (
    run: string,
  ) => Promise<{ readonly cases: readonly FoundItems[]; readonly closed: number } | undefined>
}

export const folderOf = ({ dataDir }: Config, { ports }: Foundation): Folder => {
  const dir = join(dataDir, EXCHANGES)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const write = async (name: string, text: string): Promise<void> => {
    if (!(await writeNew(join(dir, name), once(Buffer.from(text, 'utf8')))))
      throw new Failure('data_unwritable', 'something is kept of this run of an exchange already')
  }

  const linesOf = async (run: string, found: readonly OwnItem[]): Promise<readonly Line[]> => {
    const byCase = Map.groupBy(
      found.flatMap(({ kind, normal, cases }) => cases.map((caseId) => ({ caseId, kind, normal }))),
      ({ caseId }) => caseId,
    )
    const lines: Line[] = []
    for (const [caseId, items] of byCase)
      try {
        const sealer = await ports.sealer.forCase(caseId)
        const value = items.map(({ kind, normal }) => ({ kind, normal }))
        lines.push({ case: caseId, sealed: toBase64(sealer.seal(contextOf(run), value)) })
      } catch (error) {
        // Erased while the run went on.
        if (!isErased(error)) throw error
      }
    return lines
  }

  return {
    keep: async ({ found, ...kept }) => {
      const run = runName(kept)
      if (found !== undefined) {
        const lines = await linesOf(run, found)
        await write(`${run}${FOUND}`, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
      }
      await write(`${run}${TRANSCRIPT}`, kept.transcript)
    },
    isKept: async (kept) =>
      [FOUND, TRANSCRIPT].some((ending) => existsSync(join(dir, `${runName(kept)}${ending}`))),
    list: () => {
      const names = new Set(readdirSync(dir))
      return [...names].flatMap((name) => {
        const run = name.endsWith(TRANSCRIPT) ? name.slice(0, -TRANSCRIPT.length) : undefined
        if (run === undefined || run.startsWith('.')) return []
        const transcript = readFileSync(join(dir, name), 'utf8')
        return [{ run, transcript, learnt: names.has(`${run}${FOUND}`) }]
      })
    },
    found: async (run) => {
      if (!readdirSync(dir).includes(`${run}${FOUND}`)) return undefined
      const text = readFileSync(join(dir, `${run}${FOUND}`), 'utf8')
      const cases: FoundItems[] = []
      let closed = 0
      for (const line of text.split('\n').filter((one) => one !== ''))
        try {
          const { case: caseId, sealed } = JSON.parse(line) as Line
          const sealer = await ports.sealer.forCase(caseId)
          const items = sealer.open(contextOf(run), fromBase64(sealed) ?? new Uint8Array())
          cases.push({ caseId, items: items as FoundItems['items'] })
        } catch (error) {
          if (!isClosed(error)) throw error
          if (!isErased(error)) closed += 1
        }
      return { cases, closed }
    },
  }
}

export type Exchanging = {
  readonly ports: ExchangePorts
  readonly agents: Agents
  readonly folder: Folder
  readonly close: () => void
}

/** What a run of an exchange stands on, beside a running Amin or without one. */
export const openExchanging = async (config: Config, foundation: Foundation): Promise<Exchanging> => {
  const { ports, casebook, custody } = foundation
  const team = await openTeam(config, foundation)
  try {
    const auth = await openAuth(team.parts)
    const agents = await openAgents({ ...ports, auth, publicUrl: config.publicUrl })
    const folder = folderOf(config, foundation)
    const { hasher, clock, random } = ports
    return {
      ports: {
        signer: custody.signer,
        hasher,
        clock,
        random,
        blinding: makeBlinding(),
        oblivious: makeOblivious(),
        log: logIn(agents.deeds),
        gather: makeGather(ports, casebook),
        keep: folder.keep,
        isKept: folder.isKept,
      },
      agents,
      folder,
      close: team.close,
    }
  } catch (error) {
    team.close()
    throw error
  }
}
