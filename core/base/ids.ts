/**
 * Names of things. None of them is derived from what a person wrote, so each may stand in a log, an
 * URL or a file name (law 8). All are made by the `random` port as 26 characters of Crockford
 * base32 (130 random bits) unless said otherwise.
 */
export type CaseId = string & { readonly id: 'case' }
export type EvidenceId = string & { readonly id: 'evidence' }
/** A sealed object in the vault: an original or something derived from one. */
export type ObjectId = string & { readonly id: 'object' }
/** A member of the team, as the console's sign-in knows them. */
export type AgentId = string & { readonly id: 'agent' }
/**
 * Under which the ledger and the key of a network of cases stand, beside those of cases: 26 characters as
 * well, the first of which no case's id has.
 */
export type NetworkId = CaseId & { readonly of: 'network' }
/**
 * Keyed hash (HMAC-SHA-256, base64url) of channel, account and chat address; finds a chat without
 * storing who it is.
 */
export type ChatKey = string & { readonly id: 'chat' }
/** Keyed hash of an inbound item's natural key: channel, account, chat, message, edit (law 4). */
export type InboundId = string & { readonly id: 'inbound' }
/** `<caseId>.<seq>.<n>`: derived, so that spreading a commit twice writes the same rows. */
export type OutboxId = string & { readonly id: 'outbox' }
/** `<caseId>.<seq>.<n>`, like an outbox row. */
export type JobId = string & { readonly id: 'job' }
/** What people and agents call a case: 8 Crockford characters, 40 random bits. */
export type CaseCode = string & { readonly id: 'code' }
/** Lower-case hexadecimal SHA-256. */
export type Sha256Hex = string & { readonly id: 'sha256' }

/**
 * Crockford base32: no I, L, O or U, so that it can be read out and typed without doubt.
 * https://www.crockford.com/base32.html
 */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const ID_LENGTH = 26

/** Crockford base32 has no U. */
const OF_NETWORK = 'U'

/** `id`: as the `random` port makes it. */
export const networkIdOf = (id: string): NetworkId => `${OF_NETWORK}${id.slice(1)}` as NetworkId
export const isNetworkId = (id: CaseId): id is NetworkId => id.startsWith(OF_NETWORK)

export const outboxId = (caseId: CaseId, seq: number, n: number): OutboxId =>
  `${caseId}.${seq}.${n}` as OutboxId
export const jobId = (caseId: CaseId, seq: number, n: number): JobId => `${caseId}.${seq}.${n}` as JobId
