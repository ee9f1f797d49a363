import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Failure } from '../../../core/base/failure.ts'
import type { ChatAddress, InboundMedia } from '../../../core/base/message.ts'
import { bytes, seconds } from '../../../core/base/units.ts'
import type { WebchatDesk } from './desk.ts'
import type { AddressGroups } from '../../../core/services/limits/address.ts'
import { LOOK_EVERY, makePlaces, type Runner } from './places.ts'
import { refuse } from './problem.ts'
import { readFileHead, toInbound, type FileHead } from './requests.ts'

/**
 * Uploads that were taken, by chat and id: a page that missed our answer sends the file again, and
 * need not.
 */
const TAKEN_REMEMBERED = 5_000

const mediaOf = (head: FileHead, ref: string, size: number | undefined): InboundMedia => ({
  kind: head.kind,
  // Browsers send the bytes of a file as they are.
  capture: 'as_sent',
  ref,
  ...(head.fileName === undefined ? {} : { fileName: head.fileName }),
  ...(head.mime === undefined ? {} : { mime: head.mime }),
  ...(size === undefined ? {} : { size: bytes(size) }),
  ...(head.duration === undefined ? {} : { duration: head.duration }),
})

/** Of a file that is not taken, not even its name is kept. */
const announcementOf = (head: FileHead): InboundMedia => {
  const { fileName: _, ...rest } = mediaOf(head, '', head.length)
  return rest
}

export type Uploads = {
  readonly take: (
    address: ChatAddress,
    client: AddressGroups,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<FastifyReply>
  /**
   * The person left in a hurry: what is still on its way of this chat ends here, and nothing of it
   * is kept, whatever became of their browser.
   */
  readonly leave: (chat: ChatAddress['chat']) => void
  readonly stop: () => void
}

export const makeUploads = (desk: WebchatDesk): Uploads => {
  const { sink, history, spool, clock, limits, log } = desk
  const taken = new Set<string>()
  /** In flight, by chat and id. */
  const running = new Map<string, Runner>()
  /** Of whom the person left while it ran. */
  const left = new WeakSet<Runner>()
  const places = makePlaces(limits.uploads, clock)
  const watch = setInterval(places.look, LOOK_EVERY)
  watch.unref()

  const remember = (key: string): void => {
    taken.add(key)
    if (taken.size > TAKEN_REMEMBERED) for (const oldest of taken.values()) return void taken.delete(oldest)
  }

  const put = async (
    address: ChatAddress,
    head: FileHead,
    ref: string,
    size: number | undefined,
  ): Promise<void> => {
    const media = ref === '' ? announcementOf(head) : mediaOf(head, ref, size)
    await sink.put([toInbound(address, { id: head.id, body: { kind: 'media', media } }, clock.now())])
  }

  /** Law 10: the core gets to know that a file was offered, and answers; not a byte of it is read. */
  const announce = async (
    address: ChatAddress,
    head: FileHead,
    why: 'age' | 'unknown' | 'consent',
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    await put(address, head, '', undefined)
    // The unread body makes the connection useless for a second request.
    reply.header('connection', 'close')
    return refuse(reply, `media_${why}`)
  }

  const receive = async (
    address: ChatAddress,
    head: FileHead,
    body: Readable,
    reply: FastifyReply,
    { came, isLeft }: { readonly came: (bytes: number) => void; readonly isLeft: () => boolean },
  ): Promise<FastifyReply> => {
    let read = 0
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of body) {
        read += (chunk as Uint8Array).length
        came(read)
        if (read > limits.upload) throw new Failure('download_failed', 'larger than allowed')
        yield chunk as Uint8Array
      }
    }
    let stored: { readonly ref: string; readonly size: number }
    try {
      stored = await spool.put(counted())
    } catch (error) {
      reply.header('connection', 'close')
      if (read > limits.upload) return refuse(reply, 'file_too_large')
      // A body that ended whole did not cause it: the disk or the key did.
      if (body.readableEnded) throw error
      if (error instanceof Failure && error.code !== 'download_failed') throw error
      return refuse(reply, 'file_cut')
    }
    if (stored.size === 0 || isLeft()) {
      await spool.remove(stored.ref)
      return refuse(reply, isLeft() ? 'file_cut' : 'file_empty')
    }
    try {
      await put(address, head, stored.ref, stored.size)
    } catch (error) {
      await spool
        .remove(stored.ref)
        .catch((cause: unknown) =>
          log.warn('an upload could not be removed', { channel: 'webchat', error: cause }),
        )
      throw error
    }
    return reply.code(202).send({ id: head.id })
  }

  return {
    take: async (address, client, request, reply) => {
      const head = readFileHead(request)
      if (head === undefined) return refuse(reply.header('connection', 'close'), 'bad_request')
      const key = `${address.chat} ${head.id}`
      // The body is let run out unread: a browser that is cut off while it sends would not see the answer.
      if (taken.has(key)) return reply.code(202).send({ id: head.id })
      if ((head.length ?? 0) > limits.upload)
        return refuse(reply.header('connection', 'close'), 'file_too_large')
      const { media } = await history.read(address)
      if (media !== 'open') return announce(address, head, media, reply)
      const body = request.body as Readable | undefined
      if (body === undefined) return refuse(reply, 'file_empty')
      // A second try while the first still hangs on a dead connection: the newer one counts.
      const before = running.get(key)
      if (before !== undefined) {
        places.leave(before)
        before.cut()
      }
      let read = 0
      const mine: Runner = {
        chat: address.chat,
        client,
        read: () => read,
        cut: () => void request.raw.destroy(),
      }
      if (!places.take(mine)) return refuse(reply.header('connection', 'close'), 'too_many', seconds(5))
      running.set(key, mine)
      request.raw.setTimeout(limits.stall, mine.cut)
      try {
        const answered = await receive(address, head, body, reply, {
          came: (came) => void (read = came),
          isLeft: () => left.has(mine),
        })
        if (reply.statusCode === 202) remember(key)
        return answered
      } finally {
        request.raw.setTimeout(0)
        places.leave(mine)
        if (running.get(key) === mine) running.delete(key)
      }
    },
    leave: (chat) => {
      for (const runner of running.values())
        if (runner.chat === chat) {
          left.add(runner)
          runner.cut()
        }
    },
    stop: () => clearInterval(watch),
  }
}
