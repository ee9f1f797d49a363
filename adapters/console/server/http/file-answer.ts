import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Images } from '../../../../core/ports/images.ts'
import { mebibytes } from '../../../../core/base/units.ts'
import { FILE_POLICY } from './headers.ts'
import { letGo, type OpenView } from './views.ts'
import { isWritten, type EvidenceKind } from '../../../../core/base/message.ts'

/** As much as file-type needs of any format it knows. */
const HEAD = 4_100
/** A picture is decoded from memory. */
const LARGEST_PICTURE = mebibytes(32)

/**
 * Sound that browsers play, by what the bytes show, in the name that players know. Video containers
 * hold voice as well.
 */
const SOUND: Readonly<Record<string, string>> = {
  'audio/ogg': 'audio/ogg',
  'audio/opus': 'audio/ogg',
  'audio/mpeg': 'audio/mpeg',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'video/mp4': 'audio/mp4',
  'audio/webm': 'audio/webm',
  'video/webm': 'audio/webm',
}
const SOUND_KINDS = new Set(['voice', 'audio'])

/**
 * A neutral ending for a downloaded original, so that it can be opened at all; nothing that a
 * browser or a shell would run.
 */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'application/pdf': 'pdf',
}
export const endingOf = (mime: string | undefined): string => {
  const ending = mime === undefined ? undefined : ENDINGS[bare(mime)]
  return ending === undefined ? '' : `.${ending}`
}

const bare = (mime: string): string => mime.split(';', 1)[0]?.trim() ?? ''

/** The first bytes, and the whole stream all the same. */
const peek = async (
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> => {
  const source = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  while (size < HEAD) {
    const { done, value } = await source.next()
    if (done === true) break
    first.push(value)
    size += value.byteLength
  }
  const all = async function* (): AsyncIterable<Uint8Array> {
    try {
      yield* first
      for (;;) {
        const { done, value } = await source.next()
        if (done === true) return
        yield value
      }
    } finally {
      await source.return?.()
    }
  }
  return { head: Buffer.concat(first).subarray(0, HEAD), all: all() }
}

/**
 * A person's file on its way to one agent's screen: kept by nobody, guessed at by nobody, with no
 * origin of its own.
 */
const guard = (reply: FastifyReply, mime: string): FastifyReply =>
  reply.headers({
    'content-type': mime,
    'cache-control': 'no-store',
    'content-security-policy': FILE_POLICY,
    'x-content-type-options': 'nosniff',
  })

/**
 * Shows a file safely: pictures decoded and written anew, sound by what it is, a statement as plain
 * text. Nothing where there is no safe way; nothing was sent then.
 */
export const sendView = async (
  reply: FastifyReply,
  images: Images,
  view: OpenView,
): Promise<FastifyReply | undefined> => {
  if (isWritten(view.kind as EvidenceKind))
    return guard(reply, 'text/plain; charset=utf-8').send(Readable.from(view.bytes, { objectMode: false }))
  const { head, all } = await peek(view.bytes)
  const mime = bare((await images.detect(head)) ?? '')
  const sound = SOUND_KINDS.has(view.kind) ? SOUND[mime] : undefined
  if (sound !== undefined)
    return guard(reply, sound)
      .header('content-length', view.size)
      .send(Readable.from(all, { objectMode: false }))
  if (!mime.startsWith('image/') || view.size > LARGEST_PICTURE) {
    await letGo(all)
    return undefined
  }
  const picture: Uint8Array[] = []
  for await (const chunk of all) picture.push(chunk)
  const outcome = await images.view(Buffer.concat(picture))
  return outcome.status === 'made' ? guard(reply, outcome.mime).send(Buffer.from(outcome.bytes)) : undefined
}

/**
 * Bytes as they are, for saving and never for showing. `name` is made of ids; no size where nobody
 * knows it before the end.
 */
export const sendOriginal = (
  reply: FastifyReply,
  name: string,
  { size, bytes }: Pick<OpenView, 'bytes'> & Partial<Pick<OpenView, 'size'>>,
): FastifyReply =>
  guard(reply, 'application/octet-stream')
    .headers({
      'content-disposition': `attachment; filename="${name}"`,
      ...(size === undefined ? {} : { 'content-length': size }),
    })
    .send(bytes instanceof Readable ? bytes : Readable.from(bytes, { objectMode: false }))

/** What the team sent, made by this server and checked when it was. */
export const sendSent = (reply: FastifyReply, bytes: Uint8Array, mime: string): FastifyReply =>
  guard(reply, mime).send(Buffer.from(bytes))

export const sendPreview = (reply: FastifyReply, bytes: Uint8Array, mime: string): FastifyReply =>
  guard(reply, mime).send(Buffer.from(bytes))
