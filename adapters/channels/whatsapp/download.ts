import { get as httpGet, Agent as HttpAgent, type IncomingMessage } from 'node:http'
import { get as httpsGet, Agent as HttpsAgent } from 'node:https'
import { failed, readBody } from '../../kit/body.ts'
import { never } from '../../../core/base/never.ts'
import type { Download } from '../../../core/ports/channel.ts'
import { bytes, minutes, seconds, type Ms } from '../../../core/base/units.ts'
import { MOST_DOWNLOAD } from './capabilities.ts'
import { encryptedSize, openEncrypted } from './media-crypto.ts'
import { addressOf, WHATSAPP_HOSTS, type MediaHosts } from './media-host.ts'
import { readMediaRef, type MediaRef } from './media-ref.ts'
import type { Reupload, ReuploadRequest } from './protocol.ts'

/** Without a byte for so long, a download is broken. */
const IDLE = seconds(30)
/** 100 MiB at 35 kB/s. */
const LONGEST = minutes(50)
const PARALLEL = 8
/**
 * What the host says of a file that is no longer there, or whose signed path is too old: the
 * sender's phone may still have it.
 */
const EXPIRED: ReadonlySet<number> = new Set([403, 404, 410])

export type MediaOptions = {
  /** Whom to fetch from; WhatsApp's own hosts where it is not said. */
  readonly hosts?: MediaHosts
  readonly idle?: Ms
  readonly longest?: Ms
}

export type Media = {
  /**
   * Opens the file behind a `ref` of ours. `gone` where neither the host nor the sender's phone has
   * it. Throws `download_failed` where it may succeed later; so does the stream, before its end,
   * where it is cut, has another length than attested, or is not the file that the sender's device
   * attested.
   */
  readonly download: (
    ref: string,
    reupload: (request: ReuploadRequest) => Promise<Reupload>,
  ) => Promise<Download>
  readonly close: () => void
}

/**
 * Fetches files by itself: the library checks neither MAC nor hashes, breaks the process where a
 * connection is cut, and never asks the phone again (adapters/channels/whatsapp/README.md, What the library
 * does). No redirect is followed, no proxy is taken from the environment. Runs in the parent,
 * without the library.
 */
export const openMedia = (options: MediaOptions = {}): Media => {
  const { hosts = WHATSAPP_HOSTS, idle = IDLE, longest = LONGEST } = options
  const settings = { keepAlive: true, maxSockets: PARALLEL, timeout: seconds(10) }
  const plain = hosts.plain === true
  const agent = plain
    ? new HttpAgent(settings)
    : new HttpsAgent({ ...settings, ...(hosts.ca === undefined ? {} : { ca: hosts.ca }) })
  const get = plain ? httpGet : httpsGet

  const request = (address: URL): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const headers = { origin: 'https://web.whatsapp.com', 'accept-encoding': 'identity' }
      const call = get(address, { agent, headers }, (response) => {
        response.on('close', () => clearTimeout(limit))
        resolve(response)
      })
      const end = (): void => void call.destroy(new Error('too slow'))
      const limit = setTimeout(end, longest)
      call.setTimeout(idle, end)
      call.on('error', (error) => {
        clearTimeout(limit)
        reject(failed('code' in error ? String(error.code) : 'broken connection'))
      })
    })

  /** The answer of the host; nothing where it no longer has the file. */
  const fetchFrom = async (ref: MediaRef): Promise<IncomingMessage | undefined> => {
    const address = addressOf(hosts, ref)
    if (address === undefined) return undefined
    const response = await request(address)
    const status = response.statusCode ?? 0
    if (status === 200) return response
    // Not read: an error page, or a redirect, may be as long as it likes.
    response.destroy()
    if (EXPIRED.has(status)) return undefined
    throw failed(`status ${status}`)
  }

  const askAgain = async (
    ref: MediaRef,
    reupload: (request: ReuploadRequest) => Promise<Reupload>,
  ): Promise<MediaRef | undefined> => {
    const { chat, message, field } = ref
    const answer = await reupload({ chat, message, mediaKey: Buffer.from(ref.key, 'base64'), kind: field })
    switch (answer.status) {
      case 'moved': {
        const { url: _, ...rest } = ref
        return { ...rest, path: answer.directPath }
      }
      case 'gone':
        return undefined
      case 'later':
        throw failed('the phone does not answer')
      default:
        return never(answer)
    }
  }

  return {
    close: () => agent.destroy(),
    download: async (written, reupload) => {
      const ref = readMediaRef(written)
      if (ref === undefined) return { status: 'gone' }
      if ((ref.size ?? 0) > MOST_DOWNLOAD) return { status: 'too_large' }
      const first = await fetchFrom(ref)
      if (first !== undefined) return opened(ref, first)
      const moved = await askAgain(ref, reupload)
      const second = moved === undefined ? undefined : await fetchFrom(moved)
      return second === undefined ? { status: 'gone' } : opened(ref, second)
    },
  }
}

const opened = (ref: MediaRef, response: IncomingMessage): Download => {
  const header = response.headers['content-length']
  const announced = header === undefined ? undefined : Number(header)
  const promised = ref.size === undefined ? undefined : encryptedSize(ref.size)
  if (announced !== undefined && promised !== undefined && announced !== promised) {
    response.destroy()
    throw failed('another length than attested')
  }
  const most = encryptedSize(MOST_DOWNLOAD)
  const size = announced ?? promised
  if (size !== undefined && size > most) {
    response.destroy()
    return { status: 'too_large' }
  }
  const stream = openEncrypted(ref, readBody(response, { size, most }))
  return { status: 'open', ...(ref.size === undefined ? {} : { size: bytes(ref.size) }), bytes: stream }
}
