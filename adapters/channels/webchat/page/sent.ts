import type { ChatLine } from '../../../../core/ports/chat-history.ts'
import { make, makeButton } from './dom.ts'
import { makeFile, nameOfKind, sizeOf } from './file-row.ts'
import type { Words } from './words.ts'

type Sent = NonNullable<ChatLine['file']>

/**
 * What an agent sent. Nothing of it is seen or heard before it is asked for: somebody may look over
 * the shoulder.
 */
export const makeSent = (address: string, { kind, size, name }: Sent, words: Words): HTMLElement => {
  const about = make('p', 'about', sizeOf(words, size))
  const file = makeFile(kind, kind === 'document' ? name : nameOfKind(words, kind), about)
  const box = make('div', 'sent', file)
  if (kind === 'document') {
    const link = make('a', 'link', words.say('sent-save'))
    link.href = address
    link.download = name
    box.append(link)
    return box
  }
  let shown: HTMLElement | undefined
  const say = (): string =>
    words.say(shown === undefined ? (kind === 'photo' ? 'sent-show' : 'sent-play') : 'sent-hide')
  const hide = (): void => {
    if (shown !== undefined) box.removeChild(shown)
    shown = undefined
    button.textContent = say()
  }
  const show = (node: HTMLElement): void => {
    shown = node
    box.append(node)
    button.textContent = say()
  }
  const open = async (): Promise<void> => {
    const answer = await fetch(address, { credentials: 'same-origin', cache: 'no-store' })
    if (!answer.ok) throw new Error('not there')
    const url = URL.createObjectURL(await answer.blob())
    const node = kind === 'photo' ? make('img', '') : make('audio', '')
    const free = (): void => URL.revokeObjectURL(url)
    if (node instanceof HTMLImageElement) {
      node.alt = words.say('photo')
      node.addEventListener('load', free)
    } else {
      node.controls = true
      node.addEventListener('ended', free)
    }
    node.src = url
    show(node)
  }
  const button = makeButton('link', say(), () => {
    if (shown !== undefined) return hide()
    open().catch(() => show(make('p', 'about', words.say('sent-gone'))))
  })
  box.append(button)
  return box
}
