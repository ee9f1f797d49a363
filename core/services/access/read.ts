import type { Casebook } from '../casebook/casebook.ts'
import { isErased } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import { fromPlatform } from '../../policy/conversation/commands.ts'
import { commandIn, foldShort, isCourtesy } from '../../policy/conversation/words.ts'
import type { CaseId, InboundId } from '../../base/ids.ts'
import { chatKeyOf } from '../../model/chat-key.ts'
import type { Inbound } from '../../base/message.ts'
import type { PinHash } from '../../ports/pins.ts'
import type { Instant } from '../../base/units.ts'
import { isSameChat } from '../../model/address.ts'
import { askingNow } from '../../policy/access/asking.ts'
import { isGuessable } from '../../policy/access/guessable.ts'
import { cheapOf, forgive, mayTry, mayTryCode } from './limit.ts'
import { isShut } from '../../policy/access/lock.ts'
import { isHidden } from '../../policy/access/quiet.ts'
import { isReserved } from '../../policy/access/reserved.ts'
import { aloneIn, isSecret, names, numbersIn, secretOf } from '../../policy/access/secret.ts'
import { SECRETS, type AccessState, type Secret } from '../../model/access.ts'
import type { AccessReading, Returning } from '../../policy/access/reading.ts'

/** Longest text that is tried as a PIN when one was asked for. */
export const LONGEST_TRY = 200

const isSecretName = (what: string): what is Secret => (SECRETS as readonly string[]).includes(what)

/**
 * Stands in for the salt of a case that is not there, so that a wrong code takes the same time as a
 * wrong PIN.
 */
const NO_SALT = '0'.repeat(26)

/** Where a new chat takes neither a number nor an account. */
const CHEAP: ReadonlySet<Inbound['channel']> = new Set<Inbound['channel']>(['webchat', 'botpress'])

/** A message that may hold a secret, and when it is read. */
type Try = { readonly item: Inbound; readonly inbound: InboundId; readonly now: Instant }
/** A try in the case's own chat. `asked`: the PIN was asked for; `matched`: which secret `alone` is. */
type Opening = Try & {
  readonly alone: string
  readonly asked: boolean
  readonly matched: Secret | undefined
}

export const makeAccessReader = (ports: CasePorts, casebook: Casebook) => {
  const hash = (secret: string, salt: string, access: AccessState): Promise<PinHash> => {
    const like = Object.values(access.secrets)[0]
    return like === undefined ? ports.pins.hash(secret, salt) : ports.pins.hash(secret, salt, like)
  }

  const kindOf = (access: AccessState, made: PinHash): Secret | undefined =>
    SECRETS.find((kind) => access.secrets[kind] === made)

  /** Whether a secret stands in clear in what was said before: then it is none. */
  const wasSaid = async (caseId: CaseId, secret: string): Promise<boolean> => {
    const { events } = await casebook.read(caseId)
    return events.flat().some((event) => {
      if (event.type !== 'message_received' && event.type !== 'message_edited') return false
      const { body } = event.message
      const text = body.kind === 'text' ? body.text : body.kind === 'media' ? body.caption : undefined
      return text !== undefined && names(text, secret)
    })
  }

  const readSetting = async (
    state: CaseState,
    what: Secret,
    text: string,
    { from }: Inbound,
  ): Promise<AccessReading['setting']> => {
    const secret = secretOf(text)
    if (!isSecret(secret)) return { fit: 'shape' }
    const known = [
      state.code,
      state.code.replace(/\D/g, ''),
      from.name ?? state.name ?? '',
      from.handle ?? '',
    ]
    if (isGuessable(secret, known)) return { fit: 'guessable' }
    const salt = state.access.salt ?? ports.random.id()
    const made = await hash(secret, salt, state.access)
    const other = kindOf(state.access, made)
    const taken =
      isReserved(ports, secret) || secret === secretOf(state.code) || (other !== undefined && other !== what)
    return taken || (await wasSaid(state.caseId, secret))
      ? { fit: 'taken' }
      : { fit: 'fits', salt, hash: made }
  }

  const caseOfCode = async (code: string): Promise<CaseState | undefined> => {
    const row = await ports.store.views.byCode(code as CaseState['code'])
    if (row === undefined || row.status === 'erased') return undefined
    // Wanted erased and kept by a hold alone: to whoever asks it is gone.
    const toReturn = (state: CaseState): CaseState | undefined => (state.access.erasing ? undefined : state)
    try {
      return toReturn(await casebook.load(row.caseId, row.seq))
    } catch (error) {
      if (isErased(error)) return undefined
      throw error
    }
  }

  /**
   * One hash and one look-up whatever the code is. Tries of strangers are counted for the code as
   * well, whether a case has it or not (mayTryCode); a chat that the case was spoken about in is counted
   * for itself alone, so that nobody who knows the code locks its person out of it.
   */
  const readReturn = async (code: string, text: string, { item, inbound, now }: Try): Promise<Returning> => {
    const { leases } = ports.store
    // So long that tries at one code are never counted for another.
    const bucket = ports.hasher.keyed('session', 'return', code).slice(0, 16)
    const chat = chatKeyOf(ports.hasher, item)
    const ofChat = `return:chat:${chat}`
    const ofCode = `return:code:${bucket}`
    if (!(await mayTry(leases, ofChat, inbound, now))) return { outcome: 'later' }
    const found = await caseOfCode(code)
    const access = found?.access
    const isHome = access?.homes.some((home) => isSameChat(home, item)) === true
    const isCheap = CHEAP.has(item.channel)
    if (!isHome && !(await mayTryCode(leases, { code: ofCode, chat, isCheap }, inbound, now)))
      return { outcome: 'later' }
    const made = await ports.pins.hash(
      secretOf(text),
      access?.salt ?? NO_SALT,
      Object.values(access?.secrets ?? {})[0],
    )
    const kind = access === undefined ? undefined : kindOf(access, made)
    const outcome = kind === 'pin' ? 'right' : (kind ?? 'wrong')
    if (outcome === 'right')
      for (const name of [ofChat, ofCode, cheapOf(ofCode), `${ofCode}:${chat}`])
        await forgive(leases, name, inbound)
    return { outcome, ...(found === undefined ? {} : { to: found.caseId }) }
  }

  /** What everybody writes is no try: a command, or a greeting that is none of the case's secrets. */
  const isNoTry = ({ item, matched }: Opening): boolean => {
    if (item.page !== undefined || item.body.kind !== 'text') return false
    const text = secretOf(item.body.text)
    return (
      isReserved(ports, text, 'commands') ||
      (matched === undefined && isCourtesy(ports.flow, foldShort(text) ?? ''))
    )
  }

  /**
   * Where a word alone may open something in the case's own chat it is a try, and counted as one: words
   * and numbers apart, so that who only writes a word here and there does not shut out a PIN. What
   * opens nothing and calls people, a decoy or the word for danger, is heard however many there were.
   */
  const mayOpen = async (state: CaseState, opening: Opening): Promise<boolean> => {
    const { asked, alone, item, inbound, matched, now } = opening
    if (matched === 'duress' || matched === 'decoy') return true
    const isClosed = isShut(state) || isHidden(state)
    if (!(asked || isClosed) || item.edit > 0 || isNoTry(opening)) return true
    const name = /^\d/.test(alone) ? `open:${state.caseId}` : `open:${state.caseId}:word`
    const may = await mayTry(ports.store.leases, name, inbound, now)
    if (may && matched === 'pin') await forgive(ports.store.leases, name, inbound)
    return may
  }

  const readKnown = async (
    state: CaseState,
    inbound: InboundId,
    item: Inbound,
    now: Instant,
  ): Promise<Pick<AccessReading, 'matched' | 'numbers' | 'later'>> => {
    const { access } = state
    const { salt } = access
    if (salt === undefined) return { numbers: [] }
    const kind = async (secret: string): Promise<Secret | undefined> =>
      kindOf(access, await hash(secret, salt, access))
    const alone = aloneIn(item.body)
    const matched = alone === undefined ? undefined : await kind(alone)
    const numbers: string[] = []
    for (const number of numbersIn(item.body))
      if (number !== alone && (await kind(number)) !== undefined) numbers.push(number)
    const what = askingNow(access, now)?.what
    const asked = what === 'show' || what === 'change'
    const later =
      alone !== undefined && !(await mayOpen(state, { alone, asked, item, inbound, matched, now }))
    return { numbers, ...(matched === undefined ? {} : { matched }), ...(later ? { later } : {}) }
  }

  const asksWhatWeHave = ({ body, forward }: Inbound): boolean => {
    if (forward !== undefined) return false
    if (body.kind === 'command') return fromPlatform(body.command) === 'show'
    const folded = body.kind === 'text' ? foldShort(body.text) : undefined
    return folded !== undefined && folded !== '' && commandIn(ports.flow, folded) === 'show'
  }

  const readRecord = async ({ caseId, receipt }: CaseState): Promise<Pick<AccessReading, 'record'>> => {
    if (receipt.seq === undefined) return {}
    const { custody } = ports.store
    const leaf = await custody.leafOf(caseId, receipt.seq)
    const checkpoint = leaf === undefined ? undefined : await custody.covering(leaf.index + 1)
    return checkpoint === undefined ? {} : { record: { root: checkpoint.root, at: checkpoint.at } }
  }

  return async (state: CaseState, inbound: InboundId, item: Inbound): Promise<AccessReading> => {
    const now = ports.clock.now()
    const asking = askingNow(state.access, now)
    const showing = asking?.what === 'show' || asksWhatWeHave(item)
    const known = {
      ...(await readKnown(state, inbound, item, now)),
      ...(showing ? await readRecord(state) : {}),
    }
    const { body } = item
    if (
      asking === undefined ||
      item.edit > 0 ||
      item.forward !== undefined ||
      body.kind !== 'text' ||
      body.text.length > LONGEST_TRY
    )
      return known
    if (item.page === undefined && isReserved(ports, secretOf(body.text), 'commands')) return known
    if (isSecretName(asking.what)) {
      const setting = await readSetting(state, asking.what, body.text, item)
      return setting === undefined ? known : { ...known, setting }
    }
    const code =
      asking.what === 'return-pin' ? asking.code : asking.what === 'return-code' ? item.page?.code : undefined
    return code === undefined
      ? known
      : { ...known, returning: await readReturn(code, body.text, { item, inbound, now }) }
  }
}
