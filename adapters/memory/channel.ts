import type { Capabilities, Channel, OutboundContent, SendOutcome } from '../../core/ports/channel.ts'
import type { ChannelName } from '../../core/base/message.ts'
import type { Clock } from '../../core/ports/clock.ts'
import { bytes, mebibytes, type Instant } from '../../core/base/units.ts'

export type MemoryChannel = Channel & {
  /** What was sent, in order, with what became of it. */
  readonly sent: readonly {
    readonly chat: string
    readonly content: OutboundContent
    readonly outcome: SendOutcome['status']
    readonly at: Instant
    /** The platform's id of it, where it has one. */
    readonly message?: string
  }[]
  /** Bytes behind a ref, as a platform would keep them. */
  readonly files: Map<string, Uint8Array>
  /** Decides the outcome of the next sends, in order; `sent` when empty. */
  readonly outcomes: SendOutcome[]
  readonly downloads: readonly string[]
}

export const MEMORY_CAPABILITIES: Capabilities = {
  buttons: true,
  maxButtons: 12,
  maxText: 4096,
  maxDownload: mebibytes(20),
  sends: { photo: mebibytes(10), document: mebibytes(16), voice: mebibytes(16) },
  takesBack: 'both',
  app: 'telegram',
  edit: true,
}

/** A platform that keeps its word: sends arrive in order, files are there. */
export const makeMemoryChannel = ({
  clock,
  name = 'telegram',
  account = 'bot',
}: {
  readonly clock: Clock
  readonly name?: ChannelName
  readonly account?: string
}): MemoryChannel => {
  const sent: MemoryChannel['sent'][number][] = []
  const downloads: string[] = []
  const files = new Map<string, Uint8Array>()
  const outcomes: SendOutcome[] = []
  return {
    name,
    account,
    capabilities: MEMORY_CAPABILITIES,
    sent,
    files,
    outcomes,
    downloads,
    send: async (chat, content) => {
      // A change leaves no message of its own.
      const message = content.kind === 'settle' ? {} : { message: `ours-${sent.length + 1}` }
      const outcome = outcomes.shift() ?? { status: 'sent', at: clock.now(), ...message }
      const known = outcome.status === 'sent' ? outcome.message : undefined
      sent.push({
        chat,
        content,
        outcome: outcome.status,
        at: clock.now(),
        ...(known === undefined ? {} : { message: known }),
      })
      return outcome
    },
    download: async (ref) => {
      downloads.push(ref)
      const file = files.get(ref)
      if (file === undefined) return { status: 'gone' }
      return {
        status: 'open',
        size: bytes(file.length),
        bytes: (async function* () {
          yield file
        })(),
      }
    },
    discard: async (ref) => void files.delete(ref),
  }
}
