import type { Capabilities } from '../../../core/ports/channel.ts'
import { LARGEST_SENT } from '../../../core/base/sent-file.ts'
import { mebibytes } from '../../../core/base/units.ts'

/** The shortest limit of the channels that a Botpress bot may stand on; what is longer goes out in parts. */
export const MOST_TEXT = 4096
/** The platform says no limit: a short video fits, and a day of such files does not fill the disk. */
export const MOST_DOWNLOAD = mebibytes(50)

/**
 * A chat that a Botpress bot hands over. Its HITL plugin passes six kinds of messages on, buttons
 * are none of them, and nothing can be taken back.
 */
export const BOTPRESS_CAPABILITIES: Capabilities = {
  buttons: false,
  maxButtons: 0,
  maxText: MOST_TEXT,
  maxDownload: MOST_DOWNLOAD,
  sends: { photo: LARGEST_SENT, document: LARGEST_SENT, voice: LARGEST_SENT },
  takesBack: 'nothing',
  app: 'botpress',
  names: true,
  sendsOnce: true,
}
