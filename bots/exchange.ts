import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeBundle } from '../adapters/bundle/write.ts'
import { openAgents, type Agents } from '../adapters/console/server/identity/agents.ts'
import { openAuth } from '../adapters/console/server/identity/auth.ts'
import { COMMAND, type Deeds } from '../adapters/console/server/administration/deeds.ts'
import { makeBlinding } from '../adapters/crypto/blinding.ts'
import { makeOblivious } from '../adapters/crypto/oblivious.ts'
import { fromBase64, toBase64 } from '../core/base/bytes.ts'
import type { CaseId } from '../core/base/ids.ts'
import { once } from '../core/base/stream.ts'
import { makeGather } from '../core/custody/exchange/items.ts'
import type { ExchangePorts, Kept, OwnItem } from '../core/custody/exchange/parts.ts'
import type { ExchangeLog } from '../core/ports/exchange-log.ts'
import { isErased } from '../core/services/casebook/casebook.ts'
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
export type Found = { readonly caseId: CaseId; readonly items: readonly Omit<OwnItem, 'cases'>[] }

const contextOf = (session: string): string => `exchange ${session}`

type Folder = {
  readonly keep: (kept: Kept) => Promise<void>
  /** Runs of which something is kept, those of the newest ids in no order; `learnt`: there is a result. */
  readonly list: () => readonly {
    readonly session: string
    readonly transcript: string
    readonly learnt: boolean
  }[]
  /** What was in common, of cases that still open; nothing where there is no result of that run. */
  readonly found: (session: string) => Promise<readonly Found[] | undefined>
}

const folderOf = ({ dataDir }: Config, { ports }: Foundation): Folder => {
  const dir = join(dataDir, EXCHANGES)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const write = (name: string, text: string): Promise<boolean> =>
    writeBundle(join(dir, name), once(Buffer.from(text, 'utf8')), async () => true)

  const linesOf = async (session: string, found: readonly OwnItem[]): Promise<readonly Line[]> => {
    const byCase = Map.groupBy(
      found.flatMap(({ kind, normal, cases }) => cases.map((caseId) => ({ caseId, kind, normal }))),
      ({ caseId }) => caseId,
    )
    const lines: Line[] = []
    for (const [caseId, items] of byCase)
      try {
        const sealer = await ports.sealer.forCase(caseId)
        const value = items.map(({ kind, normal }) => ({ kind, normal }))
        lines.push({ case: caseId, sealed: toBase64(sealer.seal(contextOf(session), value)) })
      } catch (error) {
        // Erased while the run went on.
        if (!isErased(error)) throw error
      }
    return lines
  }

  return {
    keep: async ({ session, transcript, found }) => {
      if (found !== undefined) {
        const lines = await linesOf(session, found)
        await write(`${session}${FOUND}`, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
      }
      await write(`${session}${TRANSCRIPT}`, transcript)
    },
    list: () => {
      const names = new Set(readdirSync(dir))
      return [...names].flatMap((name) => {
        const session = name.endsWith(TRANSCRIPT) ? name.slice(0, -TRANSCRIPT.length) : undefined
        if (session === undefined || session.startsWith('.')) return []
        const transcript = readFileSync(join(dir, name), 'utf8')
        return [{ session, transcript, learnt: names.has(`${session}${FOUND}`) }]
      })
    },
    found: async (session) => {
      if (!readdirSync(dir).includes(`${session}${FOUND}`)) return undefined
      const text = readFileSync(join(dir, `${session}${FOUND}`), 'utf8')
      const found: Found[] = []
      for (const line of text.split('\n').filter((one) => one !== ''))
        try {
          const { case: caseId, sealed } = JSON.parse(line) as Line
          const sealer = await ports.sealer.forCase(caseId)
          const items = sealer.open(contextOf(session), fromBase64(sealed) ?? new Uint8Array())
          found.push({ caseId, items: items as Found['items'] })
        } catch (error) {
          if (!isErased(error)) throw error
        }
      return found
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
