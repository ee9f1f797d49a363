import type { Rate } from '../../../core/services/limits/bucket.ts'
import { LARGEST_SENT } from '../../../core/base/sent-file.ts'
import type { Capabilities } from '../../../core/ports/channel.ts'
import { bytes, mebibytes, seconds, type Bytes, type Ms } from '../../../core/base/units.ts'

export type Action = 'message' | 'upload' | 'session' | 'stream' | 'view' | 'typing' | 'once'

export type WebchatLimits = {
  /** Largest file. */
  readonly upload: Bytes
  /** Most UTF-16 code units in one message. */
  readonly text: number
  /** An upload that brings no byte for this long is given up. */
  readonly stall: Ms
  /** Pause between two signs of life on a stream. */
  readonly heartbeat: Ms
  /** A stream with more than this unsent is closed; the page comes back and asks what it missed. */
  readonly unsent: Bytes
  readonly streams: { readonly perChat: number; readonly perAddress: number; readonly all: number }
  /** At the same time; `perAddress` for one address or /64, `perNeighbours` for its /24 or /48. */
  readonly uploads: {
    readonly perChat: number
    readonly perAddress: number
    readonly perNeighbours: number
    readonly all: number
  }
  readonly rates: Readonly<Record<Action, { readonly chat: Rate; readonly address: Rate }>>
  /** Chats and addresses remembered by each bucket; the least recently seen fall out. */
  readonly remembered: number
}

/** A /24 or /48 may do this many times as much as one address or /64 in it. */
export const NEIGHBOURS = 4

/**
 * Addresses (IPv6: each /64) get far more than chats: mobile operators put thousands of phones
 * behind one address, and a person in need must not be turned away for their neighbours. What stops
 * a flood is then the core's one line per chat.
 */
export const DEFAULT_LIMITS: WebchatLimits = {
  upload: mebibytes(64),
  text: 20_000,
  stall: seconds(60),
  heartbeat: seconds(15),
  unsent: bytes(262_144),
  streams: { perChat: 6, perAddress: 500, all: 4_000 },
  uploads: { perChat: 3, perAddress: 16, perNeighbours: 32, all: 64 },
  rates: {
    message: { chat: { burst: 20, perSecond: 1 }, address: { burst: 400, perSecond: 20 } },
    upload: { chat: { burst: 40, perSecond: 0.5 }, address: { burst: 400, perSecond: 5 } },
    // A session is counted by its address alone: before it exists there is no chat.
    session: { chat: { burst: 1, perSecond: 1 }, address: { burst: 60, perSecond: 0.5 } },
    stream: { chat: { burst: 30, perSecond: 0.5 }, address: { burst: 600, perSecond: 10 } },
    view: { chat: { burst: 60, perSecond: 5 }, address: { burst: 2_000, perSecond: 100 } },
    // The page says it every 4 s at most.
    typing: { chat: { burst: 5, perSecond: 0.5 }, address: { burst: 400, perSecond: 20 } },
    // Twice for each secret; counted by its address alone, for there is no session. Guessing at 130
    // bits needs no other bound.
    once: { chat: { burst: 1, perSecond: 1 }, address: { burst: 200, perSecond: 5 } },
  },
  remembered: 20_000,
}

/** The page puts buttons below each other and scrolls: the bound on them is only one of sense. */
export const WEBCHAT_CAPABILITIES: Capabilities = {
  buttons: true,
  maxButtons: 30,
  maxText: DEFAULT_LIMITS.text,
  maxDownload: DEFAULT_LIMITS.upload,
  sends: { photo: LARGEST_SENT, document: LARGEST_SENT, voice: LARGEST_SENT },
  takesBack: 'shown',
  app: 'webchat',
}
