import type { CasePorts } from '../case/ports.ts'
import type { Say } from '../conversation/say.ts'
import type { Inbound } from './message.ts'

/** Where law 10 forbids a file, its fingerprint can be made on the person's own phone: in the web chat itself, or there by a link. */
export const offerPrint = ({ printPage }: Pick<CasePorts, 'printPage'>, { channel }: Inbound, say: Say): Say => {
  if (channel === 'webchat') return { ...say, key: 'media-refused-age-here' }
  return printPage === undefined ? say : { ...say, key: 'media-refused-age-there', args: { link: printPage } }
}
