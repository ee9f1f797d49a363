import type { Button } from '../../../../core/ports/channel.ts'
import { makePause } from './pause.ts'
import type { Why, Written } from './wire.ts'

/** Something the person said or pressed, until it is in the conversation. Kept in memory only. */
export type Sending = {
  readonly id: string
  readonly path: 'messages' | 'presses' | 'commands' | 'start' | 'fingerprints'
  readonly body: Readonly<Record<string, string | number>>
  /** Shown while it is on its way. */
  readonly text?: string
  readonly button?: Button
  /** It is never shown as what it is. */
  readonly secret?: boolean
  state: 'waiting' | 'sending' | 'sent' | 'failed'
  /** Stands in the conversation already, so it is not shown a second time. */
  seen: boolean
  /** Was tried at least once and did not get through. */
  held: boolean
  why?: Why
}

export type Queue = {
  readonly add: (sending: Pick<Sending, 'id' | 'path' | 'body' | 'text' | 'button' | 'secret'>) => Sending
  readonly all: () => readonly Sending[]
  readonly drop: (sending: Sending) => void
  readonly clear: () => void
  /** The connection is back. */
  readonly resume: () => void
  /** Resolves when something was taken by the server: then this browser has a conversation. */
  readonly begun: Promise<void>
}

/**
 * One after the other, in order, each with its id until the server has it: repeated as often as
 * needed, counted once.
 */
export const makeQueue = (parts: {
  readonly write: (path: string, body: unknown) => Promise<Written>
  readonly changed: () => void
  readonly sent: (sending: Sending) => void
  /** Whether the last try got through. */
  readonly through: (ok: boolean, busy: boolean) => void
  readonly begun: boolean
}): Queue => {
  let list: Sending[] = []
  let running = false
  let begin: () => void = () => undefined
  const begun = parts.begun ? Promise.resolve() : new Promise<void>((resolve) => (begin = resolve))
  const pause = makePause()

  const drop = (sending: Sending): void => {
    list = list.filter((each) => each !== sending)
    parts.changed()
  }

  const attempt = async (sending: Sending): Promise<void> => {
    sending.state = 'sending'
    parts.changed()
    const written = await parts.write(sending.path, sending.body)
    if (written.status === 'done') {
      sending.state = 'sent'
      pause.reset()
      begin()
      parts.through(true, false)
      parts.sent(sending)
      if (sending.text === undefined || sending.seen) drop(sending)
    } else if (written.status === 'refused') {
      sending.state = 'failed'
      sending.why = written.code
      parts.through(true, false)
    } else {
      sending.state = 'waiting'
      sending.held = true
      parts.through(false, written.busy)
      parts.changed()
      await pause.wait(written.wait)
    }
    parts.changed()
  }

  const run = async (): Promise<void> => {
    if (running) return
    running = true
    for (let next = list.find((each) => each.state === 'waiting'); next !== undefined;) {
      await attempt(next)
      next = list.find((each) => each.state === 'waiting')
    }
    running = false
  }

  return {
    add: (given) => {
      const sending: Sending = { ...given, state: 'waiting', seen: false, held: false }
      list.push(sending)
      parts.changed()
      void run()
      return sending
    },
    all: () => list,
    drop,
    clear: () => {
      list = []
      parts.changed()
    },
    resume: pause.cut,
    begun,
  }
}
