import { isErased, type Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import type { Say } from '../../policy/conversation/say.ts'
import type { CaseCode } from '../../base/ids.ts'
import type { Inbound } from '../../base/message.ts'
import type { SecretDoor } from '../../ports/secret-page.ts'
import type { Instant } from '../../base/units.ts'
import type { Act } from './act.ts'
import { askingNow, isSecretAsked } from '../../policy/access/asking.ts'
import { SECRETS, type Asked } from '../../model/access.ts'
import { keepsWhatIsWritten } from '../../policy/access/take-back.ts'

/** What a page can be opened for: what is kept from everybody, and the code that comes before a PIN. */
const isAskedOnPage = (what: Asked): boolean => isSecretAsked(what) || what === 'return-code'

/**
 * Whether an item may be heard: everything but what a page sent whose question has an answer, or is
 * too old, or is another's.
 */
export const isHeardHere = (
  { access }: Pick<CaseState, 'access'>,
  { page }: Inbound,
  now: Instant,
): boolean => {
  if (page === undefined) return true
  const asking = askingNow(access, now)
  return asking?.link === page.mark && isAskedOnPage(asking.what)
}

/**
 * Whether another secret was asked for just before, with which it was said what stays in the chat. The same
 * one once more, after a try that did not fit, is said anew.
 */
const follows = ({ access }: CaseState, what: Asked, now: Instant): boolean => {
  const before = askingNow(access, now)?.what
  return before !== what && (SECRETS as readonly (Asked | undefined)[]).includes(before)
}

/**
 * Asks for a secret. Where a chat keeps for good what is written in it, it is asked for on a page
 * of its own; where no page can be reached, it is said first that it stays.
 */
export const askSecretly = (
  act: Act,
  asked: { readonly what: Asked; readonly code?: CaseCode },
  say: Say,
): void => {
  const { page, ports, item } = act
  act.out.emit({ type: 'access_asked', ...asked, ...(page === undefined ? {} : { link: page.mark }) })
  // What was said of the one before holds for this one: one warning is enough.
  const isWarned =
    follows(act.state, asked.what, act.now) ||
    act.out.says.some(({ key }) => key === 'secret-typed' || key.startsWith('stays-'))
  if (page !== undefined)
    return act.out.say({ ...say, page: page.url, ...(isWarned ? { pageAgain: true as const } : {}) })
  if (!isWarned && keepsWhatIsWritten(ports.capabilities(item.channel))) act.out.say({ key: 'secret-stays' })
  act.out.say(say)
}

/** A secret that was written into a chat that keeps it: only the person can take it out. */
export const sayTyped = (act: Act): void => {
  const { item, ports } = act
  if (item.page === undefined && keepsWhatIsWritten(ports.capabilities(item.channel)))
    act.out.say({ key: 'secret-typed' })
}

/**
 * Looks only: a page is over once its question is answered, and that stands in the ledger. So it
 * holds in every process, and after each start.
 */
export const makeSecretDoor = (ports: Pick<CasePorts, 'clock'>, casebook: Casebook): SecretDoor => ({
  asked: async (caseId, mark) => {
    try {
      const { access, address } = await casebook.load(caseId)
      const asking = askingNow(access, ports.clock.now())
      if (
        asking === undefined ||
        asking.link !== mark ||
        address === undefined ||
        !isAskedOnPage(asking.what)
      )
        return undefined
      return { address, form: asking.what === 'return-code' ? 'return' : 'word' }
    } catch (error) {
      if (isErased(error)) return undefined
      throw error
    }
  },
})
