import type { OutboxId } from '../../../core/base/ids.ts'
import type { SentFile } from '../../../core/base/sent-file.ts'
import { hours, seconds } from '../../../core/base/units.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Api } from './api.ts'

/** Within the sender's claim of its row. */
const UPLOAD = seconds(90)
/**
 * How long the platform keeps a file of ours: long enough for who comes back to the conversation a
 * few days later.
 */
const KEPT = hours(7 * 24)

/** What of a file goes into a message: the kinds that the HITL plugin passes on. */
export const payloadOf = (
  { kind, name }: SentFile,
  url: string,
): { readonly type: string; readonly payload: Readonly<Record<string, string>> } => {
  switch (kind) {
    case 'photo':
      return { type: 'image', payload: { imageUrl: url } }
    case 'voice':
      return { type: 'audio', payload: { audioUrl: url } }
    case 'document':
      return { type: 'file', payload: { fileUrl: url, title: name } }
  }
}

/**
 * Puts a file into the platform's own store of files, from which the person's app fetches it: its
 * address cannot be guessed, and whoever has it can read it. The same row is the same file, so that
 * a repeat leaves no second one. Throws what the client throws.
 */
export const uploadFile = async (
  api: Api,
  { file, bytes, row }: { readonly file: SentFile; readonly bytes: Uint8Array; readonly row: OutboxId },
  clock: Clock,
): Promise<string> => {
  const { file: place } = await api.upsertFile({
    key: `amin/${row}`,
    size: bytes.length,
    contentType: file.mime,
    accessPolicies: ['public_content'],
    publicContentImmediatelyAccessible: true,
    expiresAt: new Date(clock.now() + KEPT).toISOString(),
  })
  const answer = await fetch(place.uploadUrl, {
    method: 'PUT',
    body: Buffer.from(bytes),
    headers: { 'content-type': file.mime },
    redirect: 'error',
    signal: AbortSignal.timeout(UPLOAD),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error('the platform took no file')
  return place.url
}
