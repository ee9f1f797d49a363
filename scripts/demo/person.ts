import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { NO_WORRY, worryOf } from '../../core/model/worry.ts'
import { readToken, writeToken, type Token } from '../../core/policy/conversation/token.ts'
import type { Language } from '../../core/base/language.ts'
import type { ChatLine, ChatView } from '../../core/ports/chat-history.ts'
import type { PhoneFile } from './files.ts'
import type { Story } from './stories.ts'

/** Longer than the bot waits for another line of a burst. */
const QUIET_MS = 3_500
/** After a line of the bot nothing but another one right behind it may still come. */
const HEARD_MS = 700
const LOOK_MS = 350
/** More questions than the bot asks anybody. */
const MOST_TURNS = 30

/** Where the bot asks for somebody's own words. */
const STORY_STEPS: ReadonlySet<string> = new Set(['story', 'fast-what'])

/** The button by which a code in a picture is said to be read right. */
const CONFIRMS = /^0:!access:read-yes-/

/** What everybody answers who says nothing else. */
const ANSWERS: Readonly<Record<string, string>> = {
  consent: 'continue',
  device: 'mine',
  danger: 'none',
  age: 'me-18',
  soft: 'tired',
  join: 'yes',
  'crisis-now': 'talk',
  'fast-safe': 'yes',
  material: 'private',
  demand: 'money',
  paid: 'no',
  deadline: 'later',
  spread: 'family',
  relation: 'stranger',
  governorate: 'baghdad',
  wish: 'any',
  contact: 'any-time',
  review: 'send',
}

/** A browser in the web chat, over HTTP as its page does it, from an address of its own. */
const makeChat = (url: string, language: Language, from: string) => {
  let cookie = ''
  const ask = async (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string | Blob,
  ): Promise<Response> => {
    const answer = await fetch(`${url}/chat/api${path}`, {
      method,
      headers: { origin: url, 'x-chat': '1', 'x-forwarded-for': from, cookie, ...headers },
      ...(body === undefined ? {} : { body }),
    })
    const set = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0])
    if (set.length > 0) cookie = set.join('; ')
    return answer
  }
  const call = async (
    method: string,
    path: string,
    ...rest: [Readonly<Record<string, string>>, (string | Blob)?]
  ): Promise<Response> => {
    const answer = await ask(method, path, ...rest)
    if (!answer.ok) throw new Error(`the chat answered ${answer.status} to ${method} ${path}`)
    return answer
  }
  const write = async (path: string, body: object): Promise<void> => {
    const text = JSON.stringify({ id: randomUUID(), language, ...body })
    await call('POST', path, { 'content-type': 'application/json' }, text)
  }
  return {
    view: async (): Promise<Partial<ChatView>> =>
      (await (await call('GET', '/view', {})).json()) as Partial<ChatView>,
    say: (text: string): Promise<void> => write('/messages', { text }),
    press: (token: string): Promise<void> => write('/presses', { token }),
    /** That there is a file, as the page says it where none is taken yet: without its name, and not a byte. */
    announce: async ({ kind, mime }: PhoneFile): Promise<void> =>
      void (await ask('PUT', `/uploads?id=${randomUUID()}&kind=${kind}`, { 'x-file-type': mime })),
    send: async ({ kind, mime, name, bytes }: PhoneFile): Promise<void> =>
      void (await call(
        'PUT',
        `/uploads?id=${randomUUID()}&kind=${kind}`,
        { 'x-file-type': mime, 'x-file-name': name },
        new Blob([bytes]),
      )),
  }
}

/**
 * The button that somebody presses who answers like this: of their option, or else of the control
 * that leads on. Nothing where all that there is was pressed already.
 */
const choose = (
  { buttons = [] }: ChatLine,
  answers: Readonly<Record<string, string>>,
  pressed: ReadonlySet<string>,
): Token | undefined => {
  const tokens = buttons
    .flatMap(({ token }) => readToken(token) ?? [])
    .filter((token) => !pressed.has(writeToken(token)))
  return (
    tokens.find((token) => token.kind === 'option' && answers[token.step] === token.option) ??
    // Asked whether words of the story mean a danger that the story does not name.
    tokens.find(
      (token) => token.kind === 'option' && worryOf(token.step) !== undefined && token.option === NO_WORRY,
    ) ??
    tokens.find((token) => token.kind === 'control' && token.control === 'done') ??
    tokens.find((token) => token.kind === 'control' && token.control === 'skip')
  )
}

export type Person = {
  readonly language: Language
  /**
   * Tells the story and answers what the bot asks, until somebody of the team is called or nothing
   * more is asked.
   */
  readonly report: () => Promise<void>
  /** Says yes where the bot asks whether it read a code in their picture right. */
  readonly confirm: () => Promise<void>
  /** The next of their later lines; nothing once there is none left. */
  readonly goOn: () => Promise<void>
}

export type PersonParts = {
  readonly url: string
  readonly story: Story & { readonly language: Language }
  readonly from: string
  readonly files: readonly PhoneFile[]
}

export const makePerson = ({ url, story, from, files }: PersonParts): Person => {
  const { language } = story
  const chat = makeChat(url, language, from)
  const answers = { ...ANSWERS, ...story.answers }
  const later = [...story.later]
  const pressed = new Set<string>()
  let told = false
  let kept = files
  let announced = false

  /** What stands there once nothing new has come for a while. */
  const settled = async (): Promise<Partial<ChatView>> => {
    let view = await chat.view()
    let heard = false
    for (let quiet = 0; quiet < (heard ? HEARD_MS : QUIET_MS);) {
      await pause(LOOK_MS)
      const next = await chat.view()
      const isNew = next.version !== view.version
      heard ||= isNew && next.lines?.at(-1)?.from === 'bot'
      quiet = isNew ? 0 : quiet + LOOK_MS
      view = next
    }
    return view
  }

  /**
   * Hands out what they have where it may be taken. Else that there is a file is said once, and it
   * stays on the phone. True where this was a turn of its own.
   */
  const hand = async (media: ChatView['media'] | undefined): Promise<boolean> => {
    const [first] = kept
    if (first === undefined || media === undefined) return false
    if (media === 'open') {
      for (const file of kept) await chat.send(file)
      kept = []
      return true
    }
    if (announced) return false
    announced = true
    await chat.announce(first)
    return true
  }

  /** One turn. False once there is nothing left to answer. */
  const answer = async ({ lines = [], open, mode, media }: Partial<ChatView>): Promise<boolean> => {
    if (mode === 'agent' || mode === 'closed') return false
    if (told && (await hand(media))) return true
    const asked = lines.find(({ id }) => id === open)
    const token = asked === undefined ? undefined : choose(asked, answers, pressed)
    if (token === undefined) return false
    const step = 'step' in token ? token.step : ''
    if (STORY_STEPS.has(step) && !told) {
      told = true
      await chat.say(story.told)
      return true
    }
    pressed.add(writeToken(token))
    await chat.press(writeToken(token))
    return step !== 'review'
  }

  return {
    language,
    report: async () => {
      await chat.say(language === 'en' ? 'hello' : language === 'ar' ? 'السلام عليكم' : 'سڵاو')
      for (let turn = 0; turn < MOST_TURNS; turn += 1) if (!(await answer(await settled()))) return
    },
    confirm: async () => {
      const { lines = [], open } = await chat.view()
      const yes = lines.find(({ id }) => id === open)?.buttons?.find(({ token }) => CONFIRMS.test(token))
      if (yes !== undefined) await chat.press(yes.token)
    },
    goOn: async () => {
      const line = later.shift()
      if (line !== undefined) await chat.say(line)
    },
  }
}
