import { createHash } from 'node:crypto'
import type { Price } from '../../../../adapters/channels/webchat/wire.ts'

/** As the page's worker does. */
export const prove = ({ ticket, target, most }: Price): string => {
  for (let number = 0; number < most; number += 1)
    if (createHash('sha256').update(`${ticket}.${number}`).digest('hex') === target)
      return `${ticket}~${number}`
  throw new Error('a price that nobody can pay')
}
