import type { Capabilities } from '../../../core/ports/channel.ts'
import { LARGEST_SENT } from '../../../core/base/sent-file.ts'
import { bytes, mebibytes } from '../../../core/base/units.ts'

/** UTF-16 units of one message, as the Bot API counts them. */
export const MOST_TEXT = 4096
/** What the cloud Bot API lets a bot download: 20 << 20, refused from the declared size. */
export const MOST_DOWNLOAD = mebibytes(20)
/** Bytes of what a button carries. */
export const MOST_PRESS = 64
/** Messages that one call takes back. */
export const MOST_WIPE = 100

/** `maxButtons` is ours: more than a dozen do not fit on a small screen (the platform allows 100). */
export const TELEGRAM_CAPABILITIES: Capabilities = {
  buttons: true,
  maxButtons: 12,
  maxText: MOST_TEXT,
  maxDownload: MOST_DOWNLOAD,
  sends: { photo: bytes(10_000_000), document: LARGEST_SENT, voice: LARGEST_SENT },
  takesBack: 'both',
  app: 'telegram',
  edit: true,
  redraws: true,
  asksPlace: true,
  filesOfAccount: true,
}
