import type { Auth } from './auth.ts'

/**
 * A signed-in browser. `device`: fixed words made of what the browser calls itself; `address`
 * without its last part.
 */
export type Session = {
  readonly id: string
  readonly device: { readonly browser: string; readonly system: string }
  readonly address: string
  readonly since: Date
  readonly lastSeen: Date
}

type Row = { readonly id: string; readonly token: string } & Readonly<Record<string, unknown>>
type Context = Awaited<Auth['$context']>

export type Sessions = {
  readonly of: (member: string) => Promise<readonly Session[]>
  /** False where the member has no such session. */
  readonly end: (member: string, id: string) => Promise<boolean>
  readonly endOthers: (member: string, kept: string) => Promise<void>
  readonly endAll: (member: string) => Promise<void>
}

/** The first that fits: most browsers also call themselves by the names of those below. */
const BROWSERS = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const
const SYSTEMS = [
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
] as const

const nameIn = (table: readonly (readonly [RegExp, string])[], text: string): string =>
  table.find(([sign]) => sign.test(text))?.[1] ?? ''

export const deviceOf = (userAgent: string): Session['device'] => ({
  browser: nameIn(BROWSERS, userAgent),
  system: nameIn(SYSTEMS, userAgent),
})

/** Enough to tell the office from elsewhere, and too little to find a home by. */
export const shorten = (address: string): string => {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address)?.[1]
  if (v4 !== undefined) return `${v4}.*`
  const parts = address.split(':')
  return parts.length < 3 ? '' : `${parts.slice(0, 3).join(':')}:*`
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const dateOf = (value: unknown): Date =>
  new Date(value instanceof Date || typeof value === 'string' || typeof value === 'number' ? value : 0)

export const makeSessions = ({ internalAdapter }: Pick<Context, 'internalAdapter'>): Sessions => {
  const rowsOf = async (member: string): Promise<readonly Row[]> =>
    ((await internalAdapter.listSessions(member)) as readonly Row[]).filter(
      (row) => dateOf(row['expiresAt']) > new Date(),
    )

  return {
    of: async (member) =>
      (await rowsOf(member))
        .map((row) => ({
          id: row.id,
          device: deviceOf(textOf(row['userAgent'])),
          address: shorten(textOf(row['ipAddress'])),
          since: dateOf(row['createdAt']),
          lastSeen: dateOf(row['updatedAt']),
        }))
        .toSorted((a, b) => b.lastSeen.getTime() - a.lastSeen.getTime()),
    end: async (member, id) => {
      const row = (await rowsOf(member)).find((each) => each.id === id)
      if (row === undefined) return false
      await internalAdapter.deleteSession(row.token)
      return true
    },
    endOthers: async (member, kept) => {
      for (const { id, token } of await rowsOf(member))
        if (id !== kept) await internalAdapter.deleteSession(token)
    },
    endAll: (member) => internalAdapter.deleteUserSessions(member),
  }
}
