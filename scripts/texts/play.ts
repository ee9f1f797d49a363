import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { flow } from '../../bots/amin/flow.ts'
import { openReplyTexts, openTexts } from '../../bots/texts.ts'
import type { AgentId } from '../../core/base/ids.ts'
import type { Language } from '../../core/base/language.ts'
import { seconds } from '../../core/base/units.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { optionKey } from '../../core/model/keys.ts'
import type { Button, Capabilities } from '../../core/ports/channel.ts'
import { drawChat } from '../demo/chat-picture.ts'
import { chatOf } from '../demo/chats.ts'
import { openTalk, type Said, type Talk } from '../commands/talk.ts'
import type { Act, Scene, TeamAct, Words } from './scenes.ts'

/**
 * One bubble: of the bot or of an agent of this name, with what stands under it, or of the person.
 * `gone`: it was taken out of the chat, as far as the channel can.
 */
export type Bubble = (
  | {
      readonly from: 'bot'
      readonly text: string
      readonly buttons: readonly Button[]
      readonly alias?: string
      readonly place?: string
    }
  | { readonly from: 'person'; readonly text: string; readonly is?: 'picture' | 'place' | 'press' }
) & { readonly gone?: true }

const SOMETHING: Words = { ar: 'ما اعرف بالضبط', ckb: 'بە تەواوی نازانم', en: 'I do not know exactly' }
/** What is picked of a question where the scene does not say: the calm way through. */
const CALM = ['continue', 'mine', 'none', 'me-18', 'submit', 'no']

/** A pause after which whoever typed in pieces has got the answer. */
const PAUSE = seconds(30)
/** Far more than any way through the flow asks. */
const MOST_STEPS = 40

const phrases = openTexts()
const ready = openReplyTexts()
/** Who of the team it is, wherever it is somebody. */
const AGENT: Words = { ar: 'نور', ckb: 'نوور', en: 'Noor' }
/** The key that passes a question over. */
const SKIP = 'control-skip'
/** What ends a question that takes several answers. */
const DONE = 'control-done'
const isolates = /[\u2066-\u2069]/g
const plain = (text: string): string => text.replaceAll(isolates, '')

/** What was written, by the name of its message: of the page every line is shown from here, and no secret. */
const writtenDown = async (talk: Talk): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await talk.events()).flatMap((event) =>
      event.type === 'message_received' && event.message.body.kind === 'text'
        ? [[event.message.message, event.message.body.text]]
        : [],
    ),
  )

/** Plays a scene in a new conversation; `capabilities` of the messenger decide what is shown how. */
export const playScene = async (
  scene: Scene,
  language: Language,
  capabilities: Capabilities,
): Promise<readonly Bubble[]> => {
  const talk: Talk = openTalk(language, capabilities, makeMemoryLog())
  const bubbles: Bubble[] = []
  /** Their names on the platform, in the same order. */
  const ids: string[] = []
  const folder = await mkdtemp(join(tmpdir(), 'amin-scenes-'))

  const hear = async (said: Promise<readonly Said[]>): Promise<void> => {
    for (const { at: _, message, ...rest } of await said) {
      bubbles.push({ from: 'bot', ...rest })
      ids.push(message)
    }
  }
  /** What the person does, and what they hear once they are quiet. */
  const does = async (
    bubble: Omit<Bubble & { from: 'person' }, 'from'>,
    doing: () => Promise<readonly Said[]>,
  ) => {
    bubbles.push({ from: 'person', ...bubble })
    const at = ids.push('') - 1
    const said = await doing()
    ids[at] = talk.lastMessage()
    await hear(Promise.resolve(said))
    await hear(talk.pass(PAUSE))
  }
  const says = async (text: string): Promise<void> => {
    await does({ text }, () => talk.send({ kind: 'text', text: untrusted(text) }))
  }
  /** Presses what is called so, or types its number where the messenger has no buttons. */
  const picksLabel = async (label: string): Promise<boolean> => {
    const said = bubbles.flatMap((bubble) => (bubble.from === 'bot' ? [bubble] : []))
    const button = said.flatMap(({ buttons }) => buttons).findLast((one) => plain(one.label) === plain(label))
    if (button !== undefined) {
      await does({ text: label, is: 'press' }, () => talk.send({ kind: 'press', token: button.token }))
      return true
    }
    const line = said
      .flatMap(({ text }) => text.split('\n'))
      .findLast((each) => plain(each).trim().endsWith(plain(label)) && /^\W*\d/u.test(each))
    const number = line?.match(/\d+/)?.[0]
    if (number === undefined) return false
    await says(number)
    return true
  }
  const picks = async (step: string, option: string): Promise<boolean> =>
    picksLabel(phrases.say(language, optionKey(step, option)))

  const open = async () => {
    const id = (await talk.state())?.conversation.open?.step
    return flow.steps.find((step) => step.id === id)
  }
  const walk = async (wanted: Readonly<Record<string, string>>, until?: string): Promise<void> => {
    for (let at = 0; at < MOST_STEPS; at += 1) {
      const step = await open()
      if (step === undefined || step.id === until) return
      const { submitted, paused } = (await talk.state())?.conversation ?? {}
      if (submitted === true || paused !== undefined) return
      const before = bubbles.length
      if (!('options' in step)) {
        await says(step.kind === 'media' ? phrases.say(language, SKIP) : SOMETHING[language])
        // Nobody is asked any more: a person of the team is waited for.
        if (bubbles.length === before + 1 || (await open())?.id === step.id) return
        continue
      }
      const ids = step.options.map(({ id }) => id)
      const id = [wanted[step.id], ...CALM].find((one) => one !== undefined && ids.includes(one)) ?? ids[0]
      if (id === undefined || !(await picks(step.id, id))) return
      // A messenger that ticks in place says nothing new; any other that is silent has ended.
      if (bubbles.length === before + 1 && step.kind !== 'choices') return
      const done = bubbles
        .flatMap((bubble) => (bubble.from === 'bot' ? bubble.buttons : []))
        .findLast(({ role }) => role === 'done')
      if ((await open())?.id !== step.id || (await talk.state())?.conversation.paused !== undefined) continue
      if (done !== undefined) await picksLabel(done.label)
      // Ticks and "done" come in place of the keys that stand: typed, it says the same.
      else await says(phrases.say(language, DONE))
    }
  }
  const team = async (does: TeamAct): Promise<void> => {
    const code = await talk.code()
    if (code === undefined) throw new Error(`${scene.id}: there is no case for the team`)
    const agent = { id: 'noor' as AgentId, alias: AGENT[language] }
    const { desk } = talk
    if (does === 'joins') await desk.claim(code, agent)
    else if (does === 'leaves') await desk.release(code, agent, 'bot')
    else if (does === 'closes') await desk.close(code, agent, 'resolved')
    else {
      const text = ready.say(language, does.reply, { agent: agent.alias, code }).replaceAll(isolates, '')
      const { version } = (await talk.state()) ?? { version: 0 }
      await desk.say(code, agent, text, version)
    }
    await hear(talk.pass(PAUSE))
  }
  const act = async (one: Act): Promise<void> => {
    if (one === 'start') return hear(talk.send({ kind: 'start' }))
    if (one === 'picture') {
      const path = join(folder, 'picture.png')
      await writeFile(path, await drawChat(chatOf('group', language), language, 1))
      return does({ text: '', is: 'picture' }, () => talk.sendFile(path))
    }
    if ('says' in one) return says(one.says[language])
    if ('place' in one)
      return does({ text: '', is: 'place' }, () => talk.send({ kind: 'location', ...one.place }))
    if ('waits' in one) return hear(talk.pass(one.waits))
    if ('team' in one) return team(one.team)
    return walk(one.walk, one.until)
  }
  try {
    for (const one of scene.acts) await act(one)
    const kept = capabilities.takesBack === 'shown' ? await writtenDown(talk) : new Map<string, string>()
    const taken = talk.takenBack()
    const isBoth = capabilities.takesBack === 'both' || capabilities.takesBack === 'shown'
    // A press is no message with a name: it goes with what it was answered by.
    const isGone = (bubble: Bubble, at: number): boolean =>
      bubble.from === 'person' && bubble.is === 'press'
        ? isBoth && taken.has(ids[at + 1] ?? '')
        : taken.has(ids[at] ?? '')
    return bubbles.map((bubble, at) => ({
      ...bubble,
      ...(bubble.from === 'person' ? { text: kept.get(ids[at] ?? '') ?? bubble.text } : {}),
      ...(isGone(bubble, at) ? { gone: true } : {}),
    }))
  } finally {
    await talk.close()
    await rm(folder, { recursive: true, force: true })
  }
}
