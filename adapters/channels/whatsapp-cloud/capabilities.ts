import type { Capabilities } from '../../../core/ports/channel.ts'
import { LARGEST_SENT } from '../../../core/base/sent-file.ts'
import { bytes, mebibytes } from '../../../core/base/units.ts'

/**
 * Characters of a text message, counted as UTF-16 units, which are never fewer than what the
 * platform counts.
 */
export const MOST_TEXT = 4096
/** Characters of the text over buttons or a list. */
export const MOST_BODY = 1024
/** Reply buttons of one message; more choices become a list. */
export const MOST_REPLIES = 3
export const MOST_REPLY_TITLE = 20
export const MOST_ROWS = 10
export const MOST_ROW_TITLE = 24
export const MOST_ROW_DESCRIPTION = 72
/** Bytes of what a button carries (256); a row of a list carries 200 characters. */
export const MOST_REPLY_ID = 256
export const MOST_ROW_ID = 200
/** Largest media of the platform: documents, 100 MB. */
export const MOST_DOWNLOAD = mebibytes(100)

/**
 * Meta's Cloud API (adapters/channels/whatsapp-cloud/README.md, What Meta does). Nothing that was sent can
 * be taken back.
 */
export const WHATSAPP_CLOUD_CAPABILITIES: Capabilities = {
  buttons: true,
  maxButtons: MOST_ROWS,
  maxText: MOST_TEXT,
  maxDownload: MOST_DOWNLOAD,
  // Pictures 5 MB, sound 16 MB; documents may be larger than anything we send.
  sends: { photo: bytes(5_000_000), document: LARGEST_SENT, voice: bytes(16_000_000) },
  takesBack: 'nothing',
  app: 'whatsapp-cloud',
  seenButtons: MOST_REPLIES,
  asksPlace: true,
  filesOfAccount: true,
}
