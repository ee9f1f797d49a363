import { randomBytes } from 'node:crypto'
import type { CasePage } from '../../adapters/console/contract/index.ts'
import type { MessagePage } from '../../adapters/console/contract/messages.ts'
import type { Invitation } from '../../adapters/console/contract/people.ts'
import type { RoleName } from '../../adapters/console/contract/rights.ts'
import type { Language } from '../../core/base/language.ts'
import type { z } from 'zod'

/**
 * Who works here: one of each role, and agents for three languages. The teams are those of
 * bots/amin/teams.ts.
 */
type Member = {
  readonly name: string
  readonly user: string
  readonly role: RoleName
  readonly teams: readonly string[] | null
}
const MEMBERS: readonly Member[] = [
  { name: 'Noor', user: 'noor', role: 'agent', teams: null },
  { name: 'زينب', user: 'zainab', role: 'agent', teams: ['women-family', 'violence'] },
  { name: 'ڕێبین', user: 'rebin', role: 'agent', teams: ['financial', 'account', 'deepfake'] },
  { name: 'Shilan', user: 'shilan', role: 'minors-desk', teams: ['minors'] },
  { name: 'Huda', user: 'huda', role: 'supervisor', teams: null },
  { name: 'Karwan', user: 'karwan', role: 'analyst', teams: null },
  { name: 'Dilan', user: 'dilan', role: 'network-analyst', teams: null },
  { name: 'Sara', user: 'sara', role: 'auditor', teams: null },
]

/** What an agent writes first, by the language of the case. */
const GREETINGS: Readonly<Record<Language, string>> = {
  ar: 'مرحباً، أنا نور من الفريق. قرأت ما كتبته، ولا داعي لتكراره. كيف الوضع الآن؟',
  ckb: 'سڵاو، من نوورم لە تیمەکە. ئەوەی نووسیوتە خوێندمەوە، پێویست ناکات دووبارەی بکەیتەوە. ئێستا بارودۆخ چۆنە؟',
  en: 'Hello, this is Noor from the team. I have read what you wrote, you need not repeat it. How are things right now?',
}

/** A browser of somebody who is signed in. */
type Line = {
  readonly get: <T>(path: string) => Promise<T>
  readonly post: <T>(path: string, body: object) => Promise<T>
}

export type SignIn = { readonly email: string; readonly password: string }
export type Account = SignIn & { readonly role: RoleName }

const signIn = async (url: string, account: SignIn): Promise<Line> => {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify(account),
  })
  if (!answer.ok) throw new Error(`signing in was answered ${answer.status}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
  const headers = { cookie, origin: url, 'x-amin': '1', 'content-type': 'application/json' }
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const got = await fetch(`${url}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!got.ok) throw new Error(`the console answered ${got.status} to ${method} ${path}`)
    return (await got.json()) as T
  }
  return { get: (path) => ask('GET', path), post: (path, body) => ask('POST', path, body) }
}

/** 96 bits: nobody guesses it, and it can be typed. */
export const makePassword = (): string => randomBytes(12).toString('base64url')

/** Invites everybody as an administrator does it, and lets each choose a password by the link. */
export const inviteTeam = async (url: string, admin: SignIn): Promise<readonly Account[]> => {
  const line = await signIn(url, admin)
  const accounts: Account[] = [{ ...admin, role: 'admin' }]
  for (const { user, ...member } of MEMBERS) {
    const account = { email: `${user}@demo.example`, password: makePassword(), role: member.role }
    const { link } = await line.post<z.infer<typeof Invitation>>('/agents', {
      ...member,
      email: account.email,
    })
    await line.post('/invitations/accept', { token: new URL(link).hash.slice(1), password: account.password })
    accounts.push(account)
  }
  return accounts
}

/** Somebody of the team at work: takes over what waits, one case at a time, and answers in its language. */
export const openDesk = async (
  url: string,
  account: SignIn,
): Promise<{ readonly takeOne: () => Promise<void> }> => {
  const line = await signIn(url, account)
  return {
    takeOne: async () => {
      const { rows } = await line.get<CasePage>('/cases?status=waiting&limit=100')
      // Not the most urgent: those are for who looks at the demonstration.
      const row = rows.findLast(({ severity }) => severity !== 'P1')
      if (row === undefined) return
      await line.post(`/cases/${row.code}/claim`, {})
      const { version } = await line.get<MessagePage>(`/cases/${row.code}/messages?limit=1`)
      await line.post(`/cases/${row.code}/messages`, {
        text: GREETINGS[row.language],
        expectedVersion: version,
      })
    },
  }
}
