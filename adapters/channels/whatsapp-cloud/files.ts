import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Failure } from '../../../core/base/failure.ts'
import { failed, readBody } from '../../kit/body.ts'
import type { Download } from '../../../core/ports/channel.ts'
import { bytes, minutes, type Ms } from '../../../core/base/units.ts'
import { MOST_DOWNLOAD } from './capabilities.ts'
import type { Graph } from './graph.ts'
import { count } from './json.ts'
import { record, text } from '../../kit/json.ts'
import { readDigest, readMediaRef, type MediaRef } from './media-ref.ts'
import { errorOf, judge, nameReply } from './verdict.ts'

/** 100 MB at 60 kB/s. */
const LONGEST = minutes(30)
/** Graph's code of an object that is not there, or not for us. */
const NO_OBJECT = 100
/** An address that is out of date: a fresh one is asked for. */
const STALE: ReadonlySet<number> = new Set([401, 403, 404, 410])
const GONE: ReadonlySet<number> = new Set([404, 410])

type Located =
  | { readonly status: 'found'; readonly url: URL; readonly size?: number; readonly sha256?: string }
  | { readonly status: 'gone' }

/**
 * Fetches media: the address by its id, good for five minutes, then the bytes from there. Checked
 * against the length and the SHA-256 that the message and the platform said; what is not what they
 * said ends in `download_failed` and never in evidence.
 */
export const makeDownload = (parts: {
  readonly graph: Graph
  readonly account: string
  readonly idle: Ms
}) => {
  const { graph, account, idle } = parts

  const locate = async ({ id, sha256 }: MediaRef): Promise<Located> => {
    const reply = await graph.get(`${id}?phone_number_id=${encodeURIComponent(account)}`)
    const json = reply.status === 'answered' && reply.http === 200 ? record(reply.json) : undefined
    const given = text(json?.['url'])
    if (json === undefined || given === undefined) {
      if (errorOf(reply)?.code === NO_OBJECT) return { status: 'gone' }
      if (judge(reply).status === 'unauthorised') throw new Failure('channel_unauthorised')
      throw failed(nameReply(reply))
    }
    // The token goes with the request, so the address must be one of the platform's.
    if (!URL.canParse(given) || !graph.isOurs(new URL(given))) throw failed('foreign address')
    const digest = readDigest(json['sha256'])
    if (digest !== undefined && sha256 !== undefined && digest !== sha256) throw failed('two hashes')
    const size = count(json['file_size'])
    const expected = sha256 ?? digest
    return {
      status: 'found',
      url: new URL(given),
      ...(size === undefined ? {} : { size }),
      ...(expected === undefined ? {} : { sha256: expected }),
    }
  }

  return async (written: string): Promise<Download> => {
    const ref = readMediaRef(written)
    if (ref === undefined) return { status: 'gone' }
    // An address may be out of date the moment it is given; a second one that leads nowhere means
    // that the file does not.
    for (let attempt = 1; ; attempt += 1) {
      const located = await locate(ref)
      if (located.status === 'gone') return located
      if ((located.size ?? 0) > MOST_DOWNLOAD) return { status: 'too_large' }
      const opened = await graph.open(located.url, { idle, longest: LONGEST })
      if (opened.status === 'broken') throw failed(opened.code)
      const { response } = opened
      const http = response.statusCode ?? 0
      if (http === 200) return toDownload(response, located.size, located.sha256)
      response.destroy()
      if (!STALE.has(http)) throw failed(`status ${http}`)
      if (attempt === 2) {
        if (GONE.has(http)) return { status: 'gone' }
        throw failed(`status ${http}`)
      }
    }
  }
}

const toDownload = (
  response: IncomingMessage,
  promised: number | undefined,
  sha256: string | undefined,
): Download => {
  const header = response.headers['content-length']
  const announced = header === undefined ? undefined : Number(header)
  if (announced !== undefined && promised !== undefined && announced !== promised) {
    response.destroy()
    throw failed('another length than promised')
  }
  const size = announced ?? promised
  if (size !== undefined && size > MOST_DOWNLOAD) {
    response.destroy()
    return { status: 'too_large' }
  }
  return {
    status: 'open',
    ...(size === undefined ? {} : { size: bytes(size) }),
    bytes: hashed(readBody(response, { size, most: MOST_DOWNLOAD }), sha256),
  }
}

/** The hash is known only at the end of the body, so the end is where a wrong one throws. */
async function* hashed(
  body: AsyncIterable<Uint8Array>,
  sha256: string | undefined,
): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256')
  for await (const piece of body) {
    hash.update(piece)
    yield piece
  }
  if (sha256 !== undefined && hash.digest('hex') !== sha256) throw failed('another hash than promised')
}
