import { openChecks } from '../../../../adapters/identifiers/index.ts'
import { flow } from '../../../../bots/amin/flow.ts'
import { content } from '../../../../bots/content.ts'
import { openTexts } from '../../../../bots/texts.ts'
import { shortFlow } from './short-flow.ts'
import { decideConversation } from '../../../../core/policy/conversation/decide.ts'
import type { Flow } from '../../../../core/model/flow.ts'
import type { ConversationInput, ReadSubject, SaidPiece } from '../../../../core/policy/conversation/input.ts'
import type { ReadFacts } from '../../../../core/text/facts/reader.ts'
import type { CrisisHit } from '../../../../core/base/danger.ts'
import { renderSay } from '../../../../core/policy/conversation/render.ts'
import type { Say } from '../../../../core/policy/conversation/say.ts'
import { beginConversation } from '../../../../core/model/conversation.ts'
import { evolveConversation } from '../../../../core/model/evolve-conversation.ts'
import type { ConversationState } from '../../../../core/model/conversation.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import type { CaseCode, EvidenceId, InboundId } from '../../../../core/base/ids.ts'
import type { Inbound, InboundBody, MediaKind } from '../../../../core/base/message.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { DEFAULT_LANGUAGE } from '../../../../core/base/language.ts'
import type { Language } from '../../../../core/base/language.ts'
import type { Capabilities } from '../../../../core/ports/channel.ts'
import type { Phrases } from '../../../../core/ports/phrases.ts'
import { bytes, instant, type Instant } from '../../../../core/base/units.ts'

export const phrases: Phrases = openTexts()

export const checks = openChecks()

export const withButtons: Capabilities = {
  buttons: true,
  maxButtons: 100,
  maxText: 4096,
  maxDownload: bytes(20_000_000),
  sends: {},
  takesBack: 'both',
  app: 'telegram',
}
export const textOnly: Capabilities = { ...withButtons, buttons: false, maxButtons: 0 }

/** A Tuesday noon in Baghdad. */
export const NOON = instant(Date.UTC(2026, 0, 6, 9, 0))
export const HOUR = 3_600_000

export type Turned = {
  readonly events: readonly CaseEvent[]
  readonly kinds: readonly string[]
  readonly says: readonly Say[]
  readonly keys: readonly string[]
  readonly state: ConversationState
}

export type Talk = {
  readonly state: () => ConversationState
  readonly log: () => readonly CaseEvent[]
  readonly do: (input: ConversationInput) => Turned
  readonly write: (text: string) => Turned
  readonly press: (token: string) => Turned
  /** Presses the button of the newest message that has it; `what` is an option or a control with `!`. */
  readonly tap: (step: string, what: string) => Turned
  /** The same, and "done" where the question takes several. */
  readonly choose: (step: string, what: string) => Turned
  readonly send: (media: MediaKind, caption?: string) => Turned
  readonly wait: (ms: number) => void
  /** The same conversation up to here, which goes on by itself: neither hears of what the other does. */
  readonly fork: () => Talk
  readonly happen: (event: CaseEvent) => void
  /** Every token that was ever under a message, newest last. */
  readonly tokens: () => readonly string[]
  /** The text and buttons of what was said last. */
  readonly shown: (
    capabilities?: Capabilities,
  ) => readonly { readonly text: string; readonly buttons?: readonly { label: string; token: string }[] }[]
}

const bodyOf = (input: ConversationInput): InboundBody | undefined => {
  switch (input.kind) {
    case 'text':
      return { kind: 'text', text: input.text }
    case 'forwarded':
      return { kind: 'text', text: untrusted('forwarded') }
    case 'contact':
      return { kind: 'contact', name: input.shown }
    case 'place':
      return input.place
    case 'press':
      return { kind: 'press', token: input.token }
    case 'start':
      return { kind: 'start' }
    case 'media':
    case 'media_waits':
      return {
        kind: 'media',
        media: { kind: input.media, capture: 'as_sent', ref: 'r' },
        ...(input.caption === undefined ? {} : { caption: input.caption }),
      }
    case 'media_refused':
      return {
        kind: 'media',
        media: { kind: 'photo', capture: 'as_sent', ref: 'r' },
        ...(input.caption === undefined ? {} : { caption: input.caption }),
      }
    case 'command':
      return { kind: 'command', command: input.command }
    case 'unsupported':
      return { kind: 'unsupported', what: input.what }
    case 'reaction':
      return { kind: 'reaction', emoji: '👍', of: 'm' }
    case 'resume':
    case 'settled':
    case 'alarm':
    case 'edited':
      return undefined
  }
}

type Options = {
  readonly flow?: Flow
  readonly language?: Language
  readonly official?: string
  /** Reads danger out of words, as core/services/inbound does. */
  readonly crisis?: { readonly read: (text: string) => readonly CrisisHit[] }
  /** Tells what subject words ask about. */
  readonly subject?: ReadSubject
  /** Tells what kinds of things words say. */
  readonly sayings?: (text: string) => readonly SaidPiece[]
  /** Tells what words answer of the questions. */
  readonly facts?: ReadFacts
}

/** How far a conversation has come. */
type SoFar = {
  readonly log: readonly CaseEvent[]
  readonly state: ConversationState
  readonly now: Instant
  readonly count: number
  readonly last: readonly Say[]
  readonly tokens: readonly string[]
}

const goOn = (options: Options, from: SoFar): Talk => {
  const flow = options.flow ?? shortFlow
  const log = [...from.log]
  let { state, now, count, last } = from
  const tokens = [...from.tokens]
  const happen = (event: CaseEvent): void => {
    log.push(event)
    state = evolveConversation(state, event)
  }

  const run = (input: ConversationInput): Turned => {
    count += 1
    now = instant(now + 1000)
    const inbound = `in-${count}` as InboundId
    const body = bodyOf(input)
    if (body !== undefined) {
      const message: Inbound = {
        v: 1,
        channel: 'telegram',
        account: 'a',
        chat: 'c',
        message: `${count}`,
        edit: 0,
        sentAt: now,
        from: {},
        body,
      }
      happen({ type: 'message_received', inbound, message })
    }
    const words = body?.kind === 'text' ? body.text : body?.kind === 'media' ? body.caption : undefined
    const hits = words === undefined ? [] : (options.crisis?.read(words) ?? [])
    if (hits.length > 0) happen({ type: 'crisis_found', inbound, hits, sentences: [] })
    const context = {
      now,
      hits,
      language: state.language ?? DEFAULT_LANGUAGE,
      checks,
      ...(body === undefined ? {} : { inbound }),
      ...(options.official === undefined ? {} : { official: options.official }),
      ...(options.subject === undefined ? {} : { subject: options.subject }),
      ...(options.sayings === undefined || words === undefined ? {} : { sayings: options.sayings(words) }),
      ...(options.facts === undefined ? {} : { facts: options.facts }),
    }
    const decision = decideConversation(flow, state, input, context)
    decision.events.forEach(happen)
    decision.says.forEach((say, n) => {
      happen({
        type: 'bot_said',
        n,
        key: say.key,
        text: '',
        ...(say.args === undefined ? {} : { args: say.args }),
      })
      tokens.push(...(say.choices ?? []).map((choice) => choice.token))
    })
    last = decision.says
    return {
      events: decision.events,
      kinds: decision.events.map((event) => event.type),
      says: decision.says,
      keys: decision.says.map((say) => say.key),
      state,
    }
  }

  const tap = (step: string, what: string): Turned => {
    const token = tokens.findLast((one) => one.endsWith(`:${step}:${what}`))
    if (token === undefined) throw new Error(`no button ${step} ${what} was shown`)
    return run({ kind: 'press', token })
  }

  return {
    state: () => state,
    log: () => log,
    do: run,
    write: (text) => run({ kind: 'text', text: untrusted(text) }),
    press: (token) => run({ kind: 'press', token }),
    tap,
    choose: (step, what) => {
      const turn = tap(step, what)
      return turn.keys.includes('choices-more') ? tap(step, '!done') : turn
    },
    send: (media, caption) =>
      run({
        kind: 'media',
        evidence: `ev-${count + 1}` as EvidenceId,
        media,
        ...(caption === undefined ? {} : { caption: untrusted(caption) }),
      }),
    wait: (ms) => {
      now = instant(now + ms)
    },
    fork: () => goOn(options, { log, state, now, count, last, tokens }),
    happen,
    tokens: () => tokens,
    shown: (capabilities = withButtons) =>
      last.map((say) => renderSay(phrases, state.language ?? DEFAULT_LANGUAGE, capabilities, say)),
  }
}

/**
 * A conversation as core/services/inbound plays it: the message is an event before the decision,
 * what is said an event after it.
 */
export const talk = (options: Options = {}): Talk => {
  const { language = 'en' } = options
  const begun = goOn(options, {
    log: [],
    state: beginConversation(),
    now: NOON,
    count: 0,
    last: [],
    tokens: [],
  })
  begun.happen({ type: 'case_opened', code: 'CODE0000' as CaseCode, channel: 'telegram', language })
  return begun
}

/** The bot's own flow, with everything that reads words. */
export const talkAsRead = (language: Language): Talk =>
  talk({
    flow,
    language,
    crisis: content.crisis,
    sayings: content.sayings.read,
    facts: content.facts.read,
    subject: content.subjects.read,
  })

/** The first flow up to the question for the story, as an adult on a phone of their own. */
export const atStory = (language: Language = 'en'): Talk => {
  const chat = talk({ language })
  chat.do({ kind: 'start' })
  chat.tap('consent', 'continue')
  chat.tap('device', 'mine')
  chat.tap('danger', 'none')
  chat.tap('age', 'me-18')
  return chat
}

export const STORY = 'A man I met online has my photos and says he will send them to my family.'

export const atReview = (language: Language = 'en'): Talk => {
  const chat = atStory(language)
  chat.write(STORY)
  chat.tap('evidence', '!skip')
  return chat
}
