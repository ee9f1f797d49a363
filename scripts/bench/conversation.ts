import { conversations, createConversation } from '@grammyjs/conversations'
import type { Conversation, ConversationFlavor } from '@grammyjs/conversations'
import { Bot } from 'grammy'
import type { Context } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { openChecks } from '../../adapters/identifiers/index.ts'
import { words } from '../../bots/amin/words.ts'
import { checkFlow } from '../../core/policy/conversation/check-flow.ts'
import { decideConversation } from '../../core/policy/conversation/decide.ts'
import type { Flow, Step } from '../../core/model/flow.ts'
import { beginConversation } from '../../core/model/conversation.ts'
import { evolveConversation } from '../../core/model/evolve-conversation.ts'
import type { ConversationState } from '../../core/model/conversation.ts'
import type { InboundId } from '../../core/base/ids.ts'
import type { Inbound } from '../../core/base/message.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { instant } from '../../core/base/units.ts'
import { median, part, print, round, type Given } from './figures.ts'

/**
 * Chats walk through the same turns side by side; a figure is the CPU of one turn of all of them,
 * divided.
 */
type Size = { readonly chats: number; readonly turns: readonly number[]; readonly rounds: number }
const FULL: Size = { chats: 200, turns: [5, 20, 50], rounds: 3 }
const SMALLEST: Size = { chats: 2, turns: [2, 3], rounds: 1 }
const QUESTIONS = 60
const LIMIT = 1 / 20

/** About 115 characters, as people answer an open question. */
const answer = (turn: number): string => `answer ${turn} ${'lorem ipsum dolor sit amet '.repeat(4)}`

const question = (n: number): Step => ({ id: `question-${n}`, kind: 'text' })

const flow: Flow = {
  id: 'bench',
  consent: { step: 'consent', option: 'yes' },
  adult: { step: 'consent', options: ['yes'], other: 'yes' },
  discreet: { step: 'consent', options: ['yes'] },
  roles: {},
  cards: [],
  sayings: [],
  lessons: [],
  story: { step: 'question-1', minWords: 4, minCharacters: 18 },
  resumeAfterHours: 12,
  askAgainAfterMinutes: 10,
  words,
  steps: [
    { id: 'consent', kind: 'choice', required: true, options: [{ id: 'yes', words: ['yes'] }] },
    ...Array.from({ length: QUESTIONS }, (_, i) => question(i + 1)),
    { id: 'review', kind: 'review', options: [{ id: 'send', words: ['send'], effects: [{ do: 'submit' }] }] },
  ],
}

type Store = {
  readonly read: (chat: string) => string | undefined
  readonly write: (chat: string, value: string) => void
  readonly delete: (chat: string) => void
}
const memory = (): Store => {
  const kept = new Map<string, string>()
  return {
    read: (chat) => kept.get(chat),
    write: (chat, value) => void kept.set(chat, value),
    delete: (chat) => void kept.delete(chat),
  }
}

const cpuOf = async (chats: number, work: () => unknown): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const used = process.cpuUsage(before)
  return (used.user + used.system) / 1000 / chats
}

type Turns = ReadonlyMap<number, number>

/**
 * Each turn of each chat: the state out of its JSON, the message, the decision, what was said, and
 * the state into JSON again.
 */
const walkOurs = async ({ chats, turns }: Size): Promise<Turns> => {
  const checks = openChecks()
  const store = memory()
  const measured = new Map<number, number>()
  const take = (chat: string, text: string, turn: number): void => {
    const row = store.read(chat)
    let state: ConversationState =
      row === undefined ? beginConversation() : (JSON.parse(row) as ConversationState)
    const now = instant(1_767_600_000_000 + turn * 60_000)
    const inbound = `${chat}.${turn}` as InboundId
    const message: Inbound = {
      v: 1,
      channel: 'telegram',
      account: '42',
      chat,
      message: `${turn}`,
      edit: 0,
      sentAt: now,
      from: {},
      body: { kind: 'text', text: untrusted(text) },
    }
    state = evolveConversation(state, { type: 'message_received', inbound, message })
    const decision = decideConversation(
      flow,
      state,
      { kind: 'text', text: untrusted(text) },
      { now, language: 'en', inbound, checks },
    )
    for (const event of decision.events) state = evolveConversation(state, event)
    decision.says.forEach((say, n) => {
      state = evolveConversation(state, { type: 'bot_said', n, key: say.key, text: say.key })
    })
    store.write(chat, JSON.stringify(state))
  }
  for (let chat = 0; chat < chats; chat += 1) {
    take(`${chat}`, 'hello there', -1)
    take(`${chat}`, 'yes', 0)
  }
  for (let turn = 1; turn <= Math.max(...turns); turn += 1) {
    const cpu = await cpuOf(chats, () => {
      for (let chat = 0; chat < chats; chat += 1) take(`${chat}`, answer(turn), turn)
    })
    if (turns.includes(turn)) measured.set(turn, cpu)
  }
  const state = JSON.parse(store.read('0') ?? '{}') as ConversationState
  if (state.open?.step !== `question-${Math.max(...turns) + 1}`)
    throw new Error('the conversation did not keep step: nothing was measured')
  return measured
}

type Peer = ConversationFlavor<Context>
const ME: UserFromGetMe = {
  id: 42,
  is_bot: true,
  first_name: 'A',
  username: 'a_bot',
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_guest_queries: false,
  supports_join_request_queries: false,
}

/**
 * The peer: the same questions and answers, its storage the same JSON in memory, Telegram answered
 * at the level of fetch.
 */
const walkPeer = async ({ chats, turns }: Size): Promise<Turns> => {
  const store = memory()
  let ids = 1
  let said = 0
  const fetch = async (): Promise<Response> => {
    said += 1
    ids += 1
    return Response.json({
      ok: true,
      result: {
        message_id: ids,
        date: 1,
        chat: { id: 1, type: 'private', first_name: 'V' },
        from: ME,
        text: 'q',
      },
    })
  }
  const bot = new Bot<Peer>('42:T', { botInfo: ME, client: { fetch: fetch as never } })
  bot.use(
    conversations<Peer, Context>({
      storage: {
        type: 'key',
        version: 1,
        adapter: {
          read: (key) => {
            const row = store.read(key)
            return row === undefined ? undefined : (JSON.parse(row) as never)
          },
          write: (key, value) => store.write(key, JSON.stringify(value)),
          delete: (key) => store.delete(key),
        },
      },
    }),
  )
  bot.use(
    createConversation<Peer, Context>(async (conversation: Conversation<Peer>, context: Context) => {
      const answers: string[] = []
      for (let i = 1; i <= QUESTIONS; i += 1) {
        await context.reply(`question-${i}`)
        const next = await conversation.waitFor('message:text')
        answers.push(next.message.text)
      }
    }, 'intake'),
  )
  bot.command('start', (context) => context.conversation.enter('intake'))
  const update = (chat: number, text: string): Update => {
    ids += 1
    const command = text.startsWith('/')
      ? { entities: [{ type: 'bot_command' as const, offset: 0, length: text.length }] }
      : {}
    const from = { id: chat, is_bot: false, first_name: 'V', language_code: 'en' }
    return {
      update_id: ids,
      message: {
        message_id: ids,
        date: 1,
        chat: { id: chat, type: 'private', first_name: 'V' },
        from,
        text,
        ...command,
      },
    }
  }
  const measured = new Map<number, number>()
  for (let chat = 1; chat <= chats; chat += 1) await bot.handleUpdate(update(chat, '/start'))
  for (let turn = 1; turn <= Math.max(...turns); turn += 1) {
    const updates = Array.from({ length: chats }, (_, i) => update(i + 1, answer(turn)))
    const cpu = await cpuOf(chats, async () => {
      for (const one of updates) await bot.handleUpdate(one)
    })
    if (turns.includes(turn)) measured.set(turn, cpu)
  }
  if (said !== chats * (Math.max(...turns) + 1))
    throw new Error('the peer did not keep step: nothing was measured')
  return measured
}

/**
 * CPU of one turn of a conversation, deep into it, beside @grammyjs/conversations on the same turns
 * in the same run: the cost of a turn must not grow with those before it. One JSON line a turn;
 * `ok` says whether the limit of turn 50 holds.
 */
export const benchConversation = async ({ smallest }: Given): Promise<void> => {
  const size = smallest ? SMALLEST : FULL
  const { turns, rounds } = size
  checkFlow(flow)
  const ours: Turns[] = []
  const peers: Turns[] = []
  for (let n = 0; n < rounds; n += 1) {
    part(`round ${n + 1} of ${rounds}`)
    ours.push(await walkOurs(size))
    peers.push(await walkPeer(size))
  }
  for (const turn of turns) {
    const mine = median(ours.map((measured) => measured.get(turn) ?? 0))
    const peer = median(peers.map((measured) => measured.get(turn) ?? 0))
    const ratio = mine / peer
    const judged = turn === Math.max(...turns) && !smallest ? { limit: LIMIT, ok: ratio <= LIMIT } : {}
    print({
      bench: 'conversation',
      turn,
      cpuMs: round(mine, 4),
      peer: '@grammyjs/conversations',
      peerCpuMs: round(peer, 4),
      ratio: round(ratio, 4),
      ...judged,
    })
  }
}
