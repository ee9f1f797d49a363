import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../adapters/webhook/index.ts'
import type { WebhookType } from '../core/base/webhook.ts'
import { hours, type Instant } from '../core/base/units.ts'

/** `waits`: it is tried again at `next`. `given-up`: it is not. */
export type Delivery = {
  readonly id: string
  readonly type: WebhookType
  /** When it happened, and when it was tried last, or given up untried. */
  readonly at: Instant
  readonly triedAt: Instant
  readonly tries: number
  readonly status: 'delivered' | 'waits' | 'given-up'
  readonly fault?: Fault
  readonly next?: Instant
}

/** `failingSince`: nothing was taken since. `off`: nothing is tried any more, since then. */
export type Standing = {
  readonly failingSince?: Instant
  readonly off?: Instant
  /** The newest first. */
  readonly last: readonly Delivery[]
}

type Book = { readonly v: 1; readonly endpoints: Readonly<Record<string, Standing>> }

/** Of each endpoint. */
const KEPT = 50
/** An endpoint that took nothing for so long is switched off. */
export const OFF_AFTER = hours(72)

const fileOf = (dataDir: string): string => join(dataDir, 'run', 'webhooks.json')
const testFileOf = (dataDir: string, id: string): string => join(dataDir, 'run', `webhook-test.${id}.json`)

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Not there yet, or cut: it is a log, the messages themselves lie in the store.
    return undefined
  }
}

const replace = (file: string, value: unknown): void => {
  writeFileSync(`${file}.tmp`, JSON.stringify(value), { mode: 0o600 })
  renameSync(`${file}.tmp`, file)
}

const readBook = (dataDir: string): Book => {
  const book = readJson(fileOf(dataDir)) as Book | undefined
  return book?.v === 1 ? book : { v: 1, endpoints: {} }
}

/** When a test by hand was taken last. */
export const readTest = (dataDir: string, id: string): Instant | undefined =>
  (readJson(testFileOf(dataDir, id)) as { readonly at?: Instant } | undefined)?.at

/** A test that was taken: an endpoint that was switched off is on again with it. */
export const keepTest = (dataDir: string, id: string, at: Instant): void =>
  replace(testFileOf(dataDir, id), { at })

/**
 * How an endpoint stands. In a file of the data folder, so that `amin webhooks`, `amin doctor` and
 * a restart know it; the worker alone writes it. On several machines each has its own.
 */
export const readStanding = (dataDir: string, id: string): Standing => {
  const standing = readBook(dataDir).endpoints[id] ?? { last: [] }
  const { failingSince } = standing
  if (failingSince === undefined) return standing
  const test = readTest(dataDir, id)
  return test !== undefined && test >= (standing.off ?? failingSince) ? { last: standing.last } : standing
}

/** The standing after one more try. */
export const withTry = (before: Standing, tried: Omit<Delivery, 'tries'>): Standing => {
  const known = before.last.find(({ id }) => id === tried.id)
  const delivery: Delivery = { ...tried, tries: (known?.tries ?? 0) + 1 }
  const last = [delivery, ...before.last.filter(({ id }) => id !== tried.id)].slice(0, KEPT)
  if (tried.status === 'delivered') return { last }
  const failingSince = before.failingSince ?? tried.triedAt
  const isOff = tried.triedAt - failingSince >= OFF_AFTER
  return { last, failingSince, ...(isOff ? { off: before.off ?? tried.triedAt } : {}) }
}

/** The standing after a message grew too old while the endpoint was switched off. */
export const withLoss = (
  before: Standing,
  { id, type, at, now }: Pick<Delivery, 'id' | 'type' | 'at'> & { readonly now: Instant },
): Standing => {
  const known = before.last.find((delivery) => delivery.id === id)
  const { next: _, ...tried } = known ?? { id, type, at, triedAt: now, tries: 0 }
  const lost: Delivery = { ...tried, status: 'given-up' }
  return { ...before, last: [lost, ...before.last.filter((delivery) => delivery.id !== id)].slice(0, KEPT) }
}

export const writeStanding = (dataDir: string, id: string, standing: Standing): void => {
  const book = readBook(dataDir)
  replace(fileOf(dataDir), { v: 1, endpoints: { ...book.endpoints, [id]: standing } } satisfies Book)
}
