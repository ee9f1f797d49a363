import type { Language } from '../../../../core/base/language.ts'
import type { ViewHead, ViewReply } from '../wire.ts'
import { makeChoices } from './choices.ts'
import { makeComposer } from './composer.ts'
import { byId, setShown } from './dom.ts'
import { makeEarlier } from './earlier.ts'
import { makeExits, SET_PIN } from './exits.ts'
import { onReturn, wireFiles } from './hands.ts'
import { makeLive } from './live.ts'
import { isOneWord, makePending } from './pending.ts'
import { showPresence } from './presence.ts'
import { makePrints } from './prints.ts'
import { makeWrite } from './proof.ts'
import { makeQueue } from './queue.ts'
import { makeScroll } from './scroll.ts'
import { wireIntro } from './intro.ts'
import { languageOf, makeId, readSettings } from './settings.ts'
import { makeSign } from './sign.ts'
import { makeStatus } from './status.ts'
import { makeThread } from './thread.ts'
import { makeUploads } from './uploads.ts'
import { makeVoice } from './voice.ts'
import { post } from './wire.ts'
import { makeWords } from './words.ts'

const startPage = async (): Promise<void> => {
  const settings = readSettings()
  const words = makeWords(settings.assets, languageOf(document.documentElement.lang))
  await words.speak(words.language())

  let session = settings.session
  let head: Omit<ViewHead, 'lines'> | undefined
  let awaitsGuard = settings.guarded
  const isHidden = (): boolean => awaitsGuard || (head !== undefined && head.hidden === true)

  const status = makeStatus(words)
  const sign = makeSign(words)
  const scroll = makeScroll(byId('main', 'scroll'), byId('button', 'newest'))
  const thread = makeThread(byId('div', 'log'), words, settings.base)
  const earlier = makeEarlier({ base: settings.base, thread, scroll })
  const languages = byId('select', 'language')

  const drawIntro = (): void => {
    const nothing = !session || (isHidden() && thread.lines().length === 0)
    setShown(byId('section', 'intro'), nothing && queue.all().length === 0)
  }

  const drawPresence = (): void => showPresence({ status, sign, thread }, head, isHidden())

  // What goes out.
  const queue = makeQueue({
    write: makeWrite({ ...settings, tell: (crowded) => status.tell(crowded ? words.say('crowded') : '') }),
    begun: session,
    through: status.through,
    changed: () => {
      pending.draw()
      choices.draw(thread.lines(), head && head.open, false)
      prints.draw()
      drawIntro()
    },
    sent: () => {
      session = true
      live.listen()
      void live.look()
    },
  })

  const start = (): void => {
    const id = makeId()
    queue.add({ id, path: 'start', body: { language: words.language(), id } })
  }

  const uploads = makeUploads({
    base: settings.base,
    ready: () => {
      if (!session && queue.all().length === 0) start()
      return queue.begun
    },
    media: () => (head === undefined ? 'consent' : head.media),
    look: () => live.look(),
    changed: () => {
      pending.draw()
      choices.draw(thread.lines(), head && head.open, false)
    },
    through: status.through,
    sent: () => void live.look(),
  })

  const prints = makePrints({ words, queue, mayGive: () => head !== undefined && head.media !== 'consent' })

  const pending = makePending({
    root: byId('div', 'pending'),
    words,
    queue,
    uploads,
    maxText: settings.maxText,
    maxFile: settings.maxFile,
    edit: (text) => composer.put(text),
    drawn: scroll.toEnd,
  })

  const choices = makeChoices({
    root: byId('div', 'choices'),
    pending: byId('div', 'pending'),
    words,
    leave: () => byId('div', 'log').focus(),
    press: (button) => {
      const id = makeId()
      scroll.follow()
      return queue.add({ id, path: 'presses', body: { token: button.token, id }, button })
    },
  })

  // What comes in.

  const speak = async (language: Language): Promise<void> => {
    if (await words.speak(language)) {
      thread.redraw()
      pending.draw()
      prints.draw()
      drawPresence()
    }
    languages.value = words.language()
  }

  const showLines = (
    reply: Extract<ViewReply, { readonly version: number; readonly lines: unknown }>,
  ): void => {
    const before = head
    head = reply
    session = true
    let fresh
    if (reply.status === 'whole') {
      earlier.know(reply.earlier)
      const came = thread.replace(reply.lines, before === undefined && settings.session)
      // At the first look into a conversation that was there before, all is old but what may have
      // been written meanwhile.
      const old =
        before === undefined && settings.session
          ? reply.lines.length - 2 * (queue.all().length + uploads.all().length)
          : 0
      fresh = came.slice(Math.max(0, old))
    } else fresh = thread.merge(reply.lines)
    pending.settle(fresh, reply.status === 'whole' && before !== undefined)
    composer.mask(reply.secret === true && reply.hidden !== true)
    if (fresh.some((line) => line.from !== 'person')) {
      status.calm()
      if (before !== undefined) sign.heard()
    }
    choices.draw(thread.lines(), head && head.open, true)
    prints.looked()
    uploads.looked()
    drawPresence()
    scroll.grown(before === undefined, thread.beginning(fresh, before === undefined ? head.open : undefined))
    if (before !== undefined && before.language !== reply.language && reply.language !== words.language())
      void speak(reply.language)
  }

  const show = (reply: ViewReply): void => {
    if (parting.isOpen()) return
    if ('lines' in reply && 'version' in reply) {
      if (awaitsGuard && reply.hidden !== true) return
      awaitsGuard = false
      // Left in words, here or in another window: nothing that stands here may be seen a moment longer.
      if (reply.hidden === true && head !== undefined && head.hidden !== true) return leave.quietly()
    }
    // The conversation was left in another window.
    if (reply.status === 'none' && session && head !== undefined) return leave.now()
    if (reply.status === 'none') session = false
    else if (reply.status === 'whole' || reply.status === 'more') showLines(reply)
    earlier.draw()
    drawIntro()
  }

  const wipe = (): void => {
    sign.end()
    queue.clear()
    uploads.clear()
    voice.stop()
    thread.replace([], true)
    choices.clear()
    composer.clear()
    prints.close()
    status.calm()
    earlier.know(false)
    live.forget()
  }

  const live = makeLive({
    base: settings.base,
    lastLine: () => {
      const lines = thread.lines()
      const last = lines[lines.length - 1]
      return last === undefined ? undefined : last.id
    },
    view: show,
    connected: (ok) => {
      status.through(ok)
      if (!ok) return
      queue.resume()
      uploads.resume()
    },
    signal: (event) => {
      if (event === 'exit') return leave.now()
      if (event === 'typing') {
        status.typing(true)
        return scroll.grown(false)
      }
      // Told late, of what stood here before the page was opened anew: nothing of it is here, and what
      // was said, typed and waits since, a PIN perhaps, comes after it.
      const isOpenedSince = head !== undefined && head.hidden === true
      if (thread.lines().length > 0 && !isOpenedSince) wipe()
      void live.look()
    },
  })

  // Hands.
  const voice = makeVoice({
    done: (bytes, duration) => uploads.add({ kind: 'voice', bytes, duration }),
    denied: () => status.tell(words.say('voice-denied')),
  })

  const composer = makeComposer({
    form: byId('form', 'composer'),
    text: byId('textarea', 'text'),
    send: byId('button', 'send'),
    voice: byId('button', 'voice'),
    voicePossible: voice.possible,
    // Of what is typed nothing leaves before it is sent: only that somebody types.
    onTyping: () => {
      if (session) void post(settings.base, 'typing', {})
    },
    submit: (text) => {
      const fits = text.length <= settings.maxText
      status.tell(fits ? '' : words.say('text-too-long', { n: String(settings.maxText) }))
      if (!fits) return false
      const id = makeId()
      const secret = head !== undefined && head.secret === true && isOneWord(text)
      queue.add({ id, path: 'messages', body: { text, id, language: words.language() }, text, secret })
      scroll.toEnd()
      return true
    },
  })

  wireFiles({
    settings,
    words,
    uploads,
    voice,
    media: () => (head === undefined ? 'consent' : head.media),
    tell: status.tell,
    instead: prints.open,
  })

  const { leave, parting } = makeExits({
    settings,
    words,
    hasSession: () => session,
    isStranded: () => head !== undefined && head.stranded === true,
    hush: () => {
      live.stop()
      voice.stop()
      uploads.clear()
    },
    wipe: () => {
      live.stop()
      wipe()
    },
    keepWay: () => {
      const id = makeId()
      queue.add({ id, path: 'presses', body: { token: SET_PIN, id } })
      back()
      scroll.toEnd()
    },
  })

  wireIntro({
    words,
    queue,
    speak,
    start,
    hasSession: () => session,
    isHidden,
    askCode: () => composer.mask(true),
  })

  const back = (): void => {
    if (session) live.listen()
    void live.look()
  }
  onReturn(back)

  setShown(byId('footer', 'bottom'), true)
  composer.fit()
  drawIntro()
  if (session) back()
}

void startPage()
