import type { ChatHistory, ChatLine, ChatView } from '../../ports/chat-history.ts'
import { mediaAllowed, refusesPeople } from '../../policy/conversation/gates.ts'
import { isSameChat } from '../../model/address.ts'
import { askingNow, isSecretAsked } from '../../policy/access/asking.ts'
import { BY_PERSON, certificateOf, showsCertificate } from './farewell.ts'
import { innocent } from '../../policy/conversation/innocent.ts'
import { SHOWN_FOR } from '../delivery/shown.ts'
import { isGuarded, isShut, isStranded } from '../../policy/access/lock.ts'
import type { ChatAddress } from '../../base/message.ts'
import { chatKeyOf } from '../../model/chat-key.ts'
import type { CaseId, ChatKey } from '../../base/ids.ts'
import { DEFAULT_LANGUAGE, type Language } from '../../base/language.ts'
import { after } from '../../base/units.ts'
import { isErased, type Casebook } from '../casebook/casebook.ts'
import { readHeader } from '../../model/entry.ts'
import { openKeyboard } from '../../policy/access/keyboards.ts'
import { openObject } from '../casebook/objects.ts'
import type { CasePorts, OfficePorts } from '../casebook/ports.ts'
import { readUpTo } from '../../base/stream.ts'
import type { Flow } from '../../model/flow.ts'
import type { CaseState, EventPlace } from '../../model/state.ts'
import { makeTeller, type Teller } from '../casebook/told.ts'
import type { Placed, TranscriptLine } from '../../model/transcript.ts'
import { orderOf, rowOf, shown, whereShown } from './shown-line.ts'

const FEED_PAGE = 500

const NOBODY_YET: ChatView = {
  version: 0,
  lines: [],
  language: DEFAULT_LANGUAGE,
  mode: 'bot',
  media: 'consent',
}

/** Who is there. To who wants none of us to come nobody is announced: they are told that they are read. */
const modeOf = (flow: Flow, { hands, conversation }: CaseState): ChatView['mode'] => {
  if (hands.status === 'erased') return 'closed'
  return hands.status === 'waiting' && refusesPeople(flow, conversation) ? 'reading' : hands.status
}

/**
 * What a person may see of their own conversation: what both sides said since they last left by
 * quick exit.
 */
export const makeChatHistory = (ports: OfficePorts, casebook: Casebook): ChatHistory => {
  const watched = new Map<ChatKey, Set<() => void>>()
  const tell = makeTeller(ports.hasher)
  let end: (() => void) | undefined
  let position: number | undefined
  let reading = false
  let news = false

  const wakeChat = (chat: ChatAddress): void => {
    for (const wake of watched.get(chatKeyOf(ports.hasher, chat)) ?? []) wake()
  }

  const wakeOf = async (caseId: CaseId): Promise<void> => {
    try {
      const { address, access } = await casebook.load(caseId)
      for (const chat of [address, access.former, access.moved?.address])
        if (chat !== undefined) wakeChat(chat)
    } catch (error) {
      // Nobody knows any more whose it was: whoever looks at a chat looks again.
      if (isErased(error)) for (const wakes of watched.values()) for (const wake of wakes) wake()
      else throw error
    }
  }

  /** Wakes those whose case changed: a busy night must not make every open chat read its whole case again. */
  const follow = async (): Promise<void> => {
    news = true
    if (reading) return
    reading = true
    try {
      while (news) {
        news = false
        const items = await ports.store.feed.read(position ?? (await ports.store.feed.head()) - 1, FEED_PAGE)
        for (const caseId of new Set(items.map((item) => item.caseId))) await wakeOf(caseId)
        position = items.at(-1)?.position ?? position
        if (items.length === FEED_PAGE) news = true
      }
    } catch (error) {
      ports.log.warn('open chats could not be told of news', { error })
    } finally {
      reading = false
    }
  }

  const read: ChatHistory['read'] = async (address) => {
    const caseId = await ports.store.chats.find(chatKeyOf(ports.hasher, address))
    if (caseId === undefined) return NOBODY_YET
    try {
      return await viewOf(ports, casebook, tell, { caseId, address })
    } catch (error) {
      if (isErased(error)) return viewOfErased(ports, caseId)
      throw error
    }
  }

  return {
    read,
    open: async (address, id) => {
      const caseId = await ports.store.chats.find(chatKeyOf(ports.hasher, address))
      // Whatever hides a line hides its file.
      const shows = (await read(address)).lines.some((line) => line.id === id && line.file !== undefined)
      if (caseId === undefined || !shows) return undefined
      const { state, opened } = await casebook.show(caseId)
      const sent = tell(opened, state.lastAt).lines.find(
        (line) => line.from === 'agent' && whereShown(line).id === id,
      )
      const file = sent?.from === 'agent' ? sent.file : undefined
      const bytes = file === undefined ? undefined : await openObject(ports, caseId, file.object)
      return file === undefined || bytes === undefined
        ? undefined
        : { file, bytes: await readUpTo(bytes, file.size) }
    },
    subscribe: (address, wake) => {
      const key = chatKeyOf(ports.hasher, address)
      const wakes = watched.get(key) ?? new Set()
      wakes.add(wake)
      watched.set(key, wakes)
      end ??= ports.store.feed.subscribe(() => void follow())
      return () => {
        wakes.delete(wake)
        if (wakes.size === 0) watched.delete(key)
        if (watched.size > 0) return
        end?.()
        end = undefined
        position = undefined
      }
    },
  }
}

/**
 * Of what the person erased themselves a line is left that tells nothing; for a while also the
 * certificate, where they wanted it, made of the tombstone alone.
 */
const viewOfErased = async (ports: CasePorts, caseId: CaseId): Promise<ChatView> => {
  const [row, entries] = await Promise.all([ports.store.views.byId(caseId), ports.store.ledger.read(caseId)])
  const last = entries.at(-1)
  const header = last === undefined ? undefined : readHeader(ports.hasher, last.header)
  if (row === undefined || last === undefined || header?.by !== BY_PERSON) return NOBODY_YET
  const { at, seq, reason } = header
  const { language, code } = row
  const shows = showsCertificate(reason, at, ports.clock.now())
  const { app } = ports.capabilities('webchat')
  return viewOfLeft(
    ports,
    language,
    { seq, at },
    shows ? certificateOf(ports.phrases, language, { code, at, hash: last.hash, app }) : undefined,
  )
}

/** An everyday line, and what is shown with it for a while. */
const viewOfLeft = (
  { phrases }: CasePorts,
  language: Language,
  { seq, at }: Pick<EventPlace, 'seq' | 'at'>,
  brief: string | undefined,
): ChatView => {
  const texts = [phrases.say(language, innocent(seq)), ...(brief === undefined ? [] : [brief])]
  const lines = texts.map((text, n): ChatLine => ({ id: `${seq}.${n}`, at, from: 'bot', text }))
  return { ...NOBODY_YET, version: brief === undefined ? seq + 1 : seq, language, lines }
}

/** Wanted erased, and kept by a hold alone: nothing of it shows any more, and for a while why it is kept. */
const viewOfHeld = (ports: CasePorts, { language }: CaseState, { seq, at }: EventPlace): ChatView => {
  const { app } = ports.capabilities('webchat')
  const shows = ports.clock.now() < after(at, SHOWN_FOR)
  return viewOfLeft(
    ports,
    language,
    { seq, at },
    shows ? ports.phrases.say(language, 'erase-held', { app }) : undefined,
  )
}

const viewOf = async (
  ports: CasePorts,
  casebook: Casebook,
  tell: Teller,
  { caseId, address }: { readonly caseId: CaseId; readonly address: ChatAddress },
): Promise<ChatView> => {
  const { state, opened } = await casebook.show(caseId)
  const { placed, lines } = tell(opened, state.lastAt)
  // A case shows itself in the one chat it has (core/services/access/route), and there what was
  // said since it has it.
  if (state.address === undefined || !isSameChat(state.address, address))
    return { ...NOBODY_YET, version: state.seq }
  const emptied = state.access.erasing
    ? placed.find(({ event }) => event.type === 'messages_wiped' && event.by === 'erase')
    : undefined
  if (emptied !== undefined) return viewOfHeld(ports, state, emptied)
  const { access, conversation, hands } = state
  const shut = isShut(state)
  // Where the page was only opened anew, what was said before is shown again to whoever opened it
  // by PIN or code.
  const exit =
    placed.findLast(({ event }) => event.type === 'person_exited' && (shut || event.reopened !== true))
      ?.seq ?? 0
  const here = placed.findLast(({ event }) => event.type === 'chat_attached')?.seq ?? 0
  // What opened by a decoy: in a chat of its own, or in that of the case, which is left by it.
  const isDecoy = ({ event }: Placed): boolean =>
    (access.decoy && event.type === 'decoy_opened') || (shut && event.type === 'decoy_used')
  const decoy = placed.findLast(isDecoy)?.seq ?? 0
  // Of who stopped because somebody watches only that is shown, until they say that it is safe, or show
  // by their PIN that it is they.
  const watched = conversation.paused === 'word' || conversation.watched === true
  const isPause = ({ event }: Placed): boolean =>
    event.type === 'conversation_paused' && event.until === 'word'
  const pause = watched || shut ? (placed.findLast(isPause)?.seq ?? 0) : 0
  const left = Math.max(exit, here - 1, decoy, pause)
  // Of the moment in which a decoy opened only what it says is shown: not the code and the PIN that
  // opened it.
  const isShown = (line: TranscriptLine): boolean =>
    line.seq > left || ([decoy, pause].includes(line.seq) && line.seq === left && line.from === 'bot')
  const covered = shut || access.decoy || watched
  const asking = askingNow(access, ports.clock.now())?.what
  const visible = lines
    .map(whereShown)
    .filter(isShown)
    .toSorted((a, b) => a.seq - b.seq || orderOf(a) - orderOf(b))
  const tools = { ...ports, capabilities: ports.capabilities(state.channel), language: state.language }
  const inHands = hands.status === 'agent' && state.conversation.open?.byAgent !== true
  const keyboard = inHands ? undefined : openKeyboard(tools, state)
  const open =
    keyboard &&
    visible.find((line) => line.from === 'bot' && line.seq === keyboard.seq && rowOf(line) === keyboard.n)?.id
  return {
    version: opened.entries.at(-1)?.seq ?? 0,
    ...(open === undefined ? {} : { open }),
    lines: visible.flatMap((line) => shown(state, line)),
    language: state.language,
    mode: covered ? 'bot' : modeOf(ports.flow, state),
    media: covered ? 'consent' : mediaAllowed(ports.flow, conversation),
    ...(conversation.exited ? { hidden: true } : {}),
    ...(shut || (asking !== undefined && isSecretAsked(asking)) ? { secret: true } : {}),
    ...(isStranded(ports.flow, state) ? { stranded: true } : {}),
    ...(isGuarded(ports.flow, state) ? { guarded: true } : {}),
  }
}
