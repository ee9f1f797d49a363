import type { ViewReply } from '../wire.ts'
import { byId, setShown } from './dom.ts'
import type { Scroll } from './scroll.ts'
import type { Thread } from './thread.ts'
import { get } from './wire.ts'

export type Earlier = {
  /** Whether something stands before the first line that is shown. */
  readonly know: (more: boolean) => void
  readonly draw: () => void
}

/** What was said before the first line that is shown: a page of it at each press. */
export const makeEarlier = (parts: {
  readonly base: string
  readonly thread: Thread
  readonly scroll: Scroll
}): Earlier => {
  const { base, thread, scroll } = parts
  const button = byId('button', 'earlier')
  let more = false
  const draw = (): void => setShown(button, more)

  const show = async (): Promise<void> => {
    const first = thread.lines()[0]
    const reply = first === undefined ? undefined : await get<ViewReply>(base, `view?before=${first.id}`)
    if (reply === undefined || reply.status !== 'earlier' || thread.lines()[0] !== first) return
    more = reply.earlier
    scroll.keep(() => {
      thread.prepend(reply.lines)
      draw()
    })
  }
  button.addEventListener('click', () => void show())

  return { know: (now) => void (more = now), draw }
}
