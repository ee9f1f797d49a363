import type { CaseEvent } from '../../model/events.ts'
import type { ChannelName } from '../../base/message.ts'

/** A file as its channel knows it; the web chat's lie outside the vault until they are sealed. */
export type Upload = { readonly channel: ChannelName; readonly ref: string }

/**
 * What a job of kind `discard` holds: the message whose file was not taken, or, under the transit
 * key, all files of a case that was erased.
 */
export type DiscardJob = { readonly uploads: readonly Upload[] }

/** Every file that was announced, sealed since or not. */
export const uploadsIn = (events: readonly CaseEvent[]): readonly Upload[] =>
  events.flatMap((event) => {
    if (event.type !== 'message_received' && event.type !== 'message_edited') return []
    if (event.message.body.kind !== 'media') return []
    const { ref } = event.message.body.media
    return ref === '' ? [] : [{ channel: event.message.channel, ref }]
  })
