import { CROCKFORD, ID_LENGTH, type CaseId } from '../../../core/base/ids.ts'
import type { Hasher } from '../../../core/ports/hasher.ts'
import type { Random } from '../../../core/ports/random.ts'
import type { SecretPages } from '../../../core/ports/secret-page.ts'

const TOKEN = new RegExp(`^[${CROCKFORD}]{${2 * ID_LENGTH}}$`)

/**
 * Shifts each sign by a keyed hash of the link's own part, there or back: which case a link is for
 * stands in no chat, and in no store.
 */
const shift = (hasher: Hasher, sealed: string, own: string, by: 1 | -1): string => {
  const pad = Buffer.from(hasher.keyed('session', 'secret-page', own), 'base64url')
  return Array.from(sealed, (sign, at) =>
    CROCKFORD.charAt((CROCKFORD.indexOf(sign) + 32 + by * ((pad[at] ?? 0) % 32)) % 32),
  ).join('')
}

const markOf = (hasher: Hasher, token: string): string => hasher.keyed('session', 'secret-mark', token)

/**
 * Links to the page for one secret. Behind the `#`, which no browser sends and no proxy writes
 * down: the case, covered, and 130 random bits of the link's own. Any process reads what any other
 * made. `url` is where the chat page is for everybody.
 */
export const makeSecretPages = (parts: {
  readonly hasher: Hasher
  readonly random: Random
  readonly url: string
}): SecretPages => ({
  mint: (caseId) => {
    const own = parts.random.id()
    const token = `${shift(parts.hasher, caseId, own, 1)}${own}`
    return { url: (language) => `${parts.url}/once/${language}#${token}`, mark: markOf(parts.hasher, token) }
  },
})

/**
 * What a link names; nothing where it cannot be one. Whether it still opens anything is for the
 * case to say.
 */
export const readSecretLink = (
  hasher: Hasher,
  token: unknown,
): { readonly caseId: CaseId; readonly mark: string } | undefined => {
  if (typeof token !== 'string' || !TOKEN.test(token)) return undefined
  const caseId = shift(hasher, token.slice(0, ID_LENGTH), token.slice(ID_LENGTH), -1) as CaseId
  return { caseId, mark: markOf(hasher, token) }
}
