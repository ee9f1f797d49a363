import type { Inbound } from '../../base/message.ts'

/**
 * How to reach the person, where a message says it by itself: their own place (a forwarded one is somebody else's),
 * or the card with their own name and number. An organisation is not told (bots/amin/README.md).
 */
export const reachIn = ({
  body,
  forward,
}: Pick<Inbound, 'body' | 'forward'>): 'place' | 'own_card' | undefined => {
  if (body.kind === 'location' && forward === undefined) return 'place'
  return body.kind === 'contact' && body.own === true ? 'own_card' : undefined
}
