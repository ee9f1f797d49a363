import type { ChatLine } from '../../../../core/ports/chat-history.ts'
import { makeWordsOf } from './bidi.ts'
import { clear, make, makeButton } from './dom.ts'
import type { Queue, Sending } from './queue.ts'
import { makeFile, nameOfKind, sizeOf } from './file-row.ts'
import type { Upload, Uploads } from './uploads.ts'
import type { Words } from './words.ts'

/** What is on its way, below the conversation until it appears there. */
export type Pending = {
  readonly draw: () => void
  /**
   * `whole`: the conversation was read anew from its beginning. What was taken and does not stand
   * in it is not to be seen.
   */
  readonly settle: (fresh: readonly ChatLine[], whole: boolean) => void
}

const MASK = '••••'
/** Stands for the id of the line that files were not taken. */
const REFUSED = 'refused'

/** A word or a number alone, as secrets are; anything longer is told. */
export const isOneWord = (text: string): boolean => /^(?:\S+|[\d٠-٩۰-۹\s-]+)$/.test(text)

export const makePending = (parts: {
  readonly root: HTMLElement
  readonly words: Words
  readonly queue: Queue
  readonly uploads: Uploads
  readonly maxText: number
  readonly maxFile: number
  /** Gives a text back to the composer. */
  readonly edit: (text: string) => void
  /** Something that the person sends stands below the conversation now. */
  readonly drawn: () => void
}): Pending => {
  const { root, words, queue, uploads } = parts
  const say = words.say

  const reasonOf = (upload: Upload): string => {
    if (upload.why === 'file_too_large')
      return say('file-too-large', { n: String(Math.floor(parts.maxFile / 1_048_576)) })
    if (upload.why === 'front_door') return say('file-front-door')
    return upload.why === 'file_empty' ? say('file-empty') : say('file-failed')
  }

  const drawText = (sending: Sending, text: string): HTMLElement => {
    const failed = sending.state === 'failed'
    const state =
      sending.state === 'failed'
        ? say(sending.why === 'text_too_long' ? 'text-too-long' : 'not-sent', { n: String(parts.maxText) })
        : say(
            sending.state === 'sent' ? 'sent' : queue.all().some((each) => each.held) ? 'waiting' : 'sending',
          )
    const node = make(
      'div',
      failed ? 'line person failed' : 'line person',
      makeWordsOf(sending.secret === true ? MASK : text),
      make('p', 'meta', state),
    )
    if (failed) {
      const edit = (): void => {
        queue.drop(sending)
        parts.edit(text)
      }
      node.append(
        make(
          'div',
          'acts',
          makeButton('', say('edit'), edit),
          makeButton('', say('remove'), () => queue.drop(sending)),
        ),
      )
    }
    return node
  }

  const drawUpload = (upload: Upload): HTMLElement => {
    const percent =
      upload.bytes.size === 0 ? 0 : Math.min(100, Math.round((upload.loaded / upload.bytes.size) * 100))
    const name = upload.name || nameOfKind(words, upload.kind)
    const about: HTMLElement[] = []
    const acts = make('div', 'acts')
    const drop = (): void => uploads.drop(upload)
    const said = (text: string): void => void about.push(make('p', 'about', text))
    if (upload.state === 'sending') {
      const bar = make('progress', '')
      bar.max = 100
      bar.value = percent
      bar.setAttribute('aria-label', name)
      about.push(bar)
      said(`${sizeOf(words, upload.bytes.size)} · ${say('upload-progress', { n: String(percent) })}`)
    } else if (upload.state === 'waiting') said(say(upload.held ? 'upload-held' : 'upload-waiting'))
    else if (upload.state === 'kept') said(`${sizeOf(words, upload.bytes.size)} · ${say('upload-kept')}`)
    else if (upload.state === 'sent') said(say('file-pending'))
    else said(reasonOf(upload))

    if (upload.state === 'failed' || (upload.state === 'waiting' && upload.held))
      acts.append(makeButton('', say('retry'), () => uploads.retry(upload)))
    if (upload.state === 'waiting' || upload.state === 'sending' || upload.state === 'kept')
      acts.append(makeButton('', say('cancel'), drop))
    else if (upload.state !== 'sent') acts.append(makeButton('', say('remove'), drop))
    const node = make(
      'div',
      upload.state === 'failed' ? 'line person failed' : 'line person',
      makeFile(upload.kind, name, ...about),
    )
    if (acts.firstChild !== null) node.append(acts)
    return node
  }

  /** A number that moves must not take the focus off the button beside it. */
  const patch = (node: Element | undefined, upload: Upload, next: HTMLElement): boolean => {
    if (node === undefined || upload.state !== 'sending') return false
    const bar = node.querySelector('progress')
    const newBar = next.querySelector('progress')
    const about = node.querySelector('.about')
    const newAbout = next.querySelector('.about')
    if (bar === null || newBar === null || about === null || newAbout === null) return false
    bar.value = newBar.value
    about.textContent = newAbout.textContent
    return true
  }

  const nodes = new Map<string, Element>()

  const draw = (): void => {
    const wanted: (readonly [string, HTMLElement, Upload | undefined])[] = []
    for (const sending of queue.all()) {
      if (sending.text !== undefined && !sending.seen)
        wanted.push([sending.id, drawText(sending, sending.text), undefined])
    }
    const refused = uploads.all().filter(({ state }) => state === 'refused')
    for (const upload of uploads.all())
      if (upload.state !== 'refused') wanted.push([upload.id, drawUpload(upload), upload])
    // One small line for all of them, under what still goes.
    if (refused.length > 0) wanted.push([REFUSED, make('p', 'meta refused', say('file-refused')), undefined])
    const same = wanted.length === nodes.size && wanted.every(([id]) => nodes.has(id))
    const changed = wanted.filter(
      ([id, next, upload]) => !(upload !== undefined && patch(nodes.get(id), upload, next)),
    )
    if (same) {
      for (const [id, next] of changed) {
        const old = nodes.get(id)
        if (old !== undefined && old.outerHTML !== next.outerHTML) {
          root.replaceChild(next, old)
          nodes.set(id, next)
        }
      }
      return
    }
    const more = wanted.some(([id]) => !nodes.has(id))
    clear(root)
    nodes.clear()
    for (const [id, next] of wanted) {
      root.append(next)
      nodes.set(id, next)
    }
    if (more) parts.drawn()
  }

  const settleOne = (line: ChatLine): void => {
    // Who goes on has read that a file was not taken.
    uploads.all().forEach((each) => each.state === 'refused' && uploads.drop(each))
    if (line.media !== undefined) {
      const found = uploads.all().find((each) => each.id === line.sent)
      if (found !== undefined) {
        if (found.state === 'sending') found.state = 'sent'
        uploads.drop(found)
      }
      return
    }
    const found = queue.all().find((each) => each.id === line.sent)
    if (found === undefined) return
    found.seen = true
    if (found.state === 'sent') queue.drop(found)
  }

  return {
    draw,
    settle: (fresh, whole) => {
      for (const line of fresh) if (line.from === 'person') settleOne(line)
      if (whole) for (const sending of queue.all()) if (sending.state === 'sent') queue.drop(sending)
      draw()
    },
  }
}
