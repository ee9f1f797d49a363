import type { Capabilities } from '../../../core/ports/channel.ts'
import { LARGEST_SENT } from '../../../core/base/sent-file.ts'
import { bytes, mebibytes } from '../../../core/base/units.ts'

/**
 * UTF-16 units of one message of ours. WhatsApp takes 65,536; a wall of text is for a small screen
 * no better than silence.
 */
export const MOST_TEXT = 4_096
/**
 * WhatsApp carries documents of 2 GB; 100 MiB is what its own Cloud API hands on, and what one case
 * may fill the vault with.
 */
export const MOST_DOWNLOAD = mebibytes(100)
/**
 * Messages taken back in one go, the newest: each is a message of its own to WhatsApp, and many at
 * once look like a machine.
 */
export const MOST_WIPE = 100

/**
 * Linked devices have no buttons: numbered lists. Only our own messages can be taken back, and
 * WhatsApp leaves a line for each. They are taken back all the same when a chat is hidden or a case
 * erased: a line betrays that something was said, our words betray what (the danger, the case, the
 * team). What the person wrote only they can clear, and are told how before they tell anything.
 */
export const WHATSAPP_CAPABILITIES: Capabilities = {
  buttons: false,
  maxButtons: 0,
  maxText: MOST_TEXT,
  maxDownload: MOST_DOWNLOAD,
  // The app refuses pictures and sound above 16 MB.
  sends: { photo: bytes(16_000_000), document: LARGEST_SENT, voice: bytes(16_000_000) },
  takesBack: 'ours',
  placeByMenu: true,
  app: 'whatsapp',
}
