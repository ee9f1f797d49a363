import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import type { TranscriptLine } from '../../../../core/model/transcript.ts'
import type { Message } from '../../contract/messages.ts'
import { townNear } from '../../../../core/policy/conversation/place.ts'
import { isoOf } from '../http/iso.ts'

/**
 * A place that was shared, as it is known now: who goes somewhere tells it by new versions of one
 * message, and the first of them is where they no longer are.
 */
export const presentPlace = (
  { at, message, edits }: Extract<TranscriptLine, { readonly from: 'person' }>,
  { places }: Pick<CaseBook, 'places'>,
): Message['place'] => {
  const newest = edits.findLast((edit) => edit.message.body.kind === 'location') ?? { at, message }
  const { body } = newest.message
  if (body.kind !== 'location') return undefined
  const { latitude, longitude, name, address } = body
  const near = townNear(places, body)
  return {
    latitude,
    longitude,
    at: isoOf(newest.at),
    moves: message.body.kind === 'location' && message.body.live === true,
    ...(name === undefined ? {} : { name }),
    ...(address === undefined ? {} : { address }),
    ...(near === undefined ? {} : { near: near.names }),
  }
}
