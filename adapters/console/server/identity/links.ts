import { createHash } from 'node:crypto'
import type { Auth } from './auth.ts'
import type { Random } from '../../../../core/ports/random.ts'
import { hours, type Ms } from '../../../../core/base/units.ts'

/** `setup` makes the first administrator; `join` lets a member choose a password. */
type LinkKind = 'setup' | 'join'

const LIFETIME: Readonly<Record<LinkKind, Ms>> = { setup: hours(24), join: hours(72) }

type Context = Awaited<Auth['$context']>

/**
 * Links that work once. The secret (130 bits) stands after the `#`, which no server sees or logs;
 * only its hash is kept.
 */
export type Links = {
  /** Ends earlier links of the same kind and subject. */
  readonly make: (kind: LinkKind, subject: string) => Promise<string>
  /** The subject, while the token is still good for something; nothing is used up. */
  readonly peek: (kind: LinkKind, token: string) => Promise<string | undefined>
  /** The subject, to the first who comes with the token; nothing where it was used, ended or expired. */
  readonly use: (kind: LinkKind, token: string) => Promise<string | undefined>
}

export const makeLinks = (
  internal: Context['internalAdapter'],
  database: Context['adapter'],
  { random, publicUrl }: { readonly random: Random; readonly publicUrl: string },
): Links => {
  const idOf = (kind: LinkKind, token: string): string =>
    `${kind}-${createHash('sha256').update(token).digest('base64url')}`
  return {
    make: async (kind, subject) => {
      const token = random.id()
      await database.deleteMany({
        model: 'verification',
        where: [
          { field: 'identifier', operator: 'starts_with', value: `${kind}-` },
          { field: 'value', value: subject },
        ],
      })
      await internal.createVerificationValue({
        identifier: idOf(kind, token),
        value: subject,
        // better-auth compares with the wall clock, so its end is counted from there too.
        expiresAt: new Date(Date.now() + LIFETIME[kind]),
      })
      return new URL(`/${kind}#${token}`, publicUrl).href
    },
    peek: async (kind, token) => {
      const found = await internal.findVerificationValue(idOf(kind, token))
      return found === null || found === undefined || found.expiresAt < new Date() ? undefined : found.value
    },
    use: async (kind, token) => (await internal.consumeVerificationValue(idOf(kind, token)))?.value,
  }
}
