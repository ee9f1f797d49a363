import { get as httpGet, Agent as HttpAgent, type IncomingMessage } from 'node:http'
import { get as httpsGet, Agent as HttpsAgent } from 'node:https'
import { GrammyError, type Api } from 'grammy'
import { Failure } from '../../../core/base/failure.ts'
import { failed, readBody } from '../../kit/body.ts'
import type { Download } from '../../../core/ports/channel.ts'
import { bytes, minutes, seconds, type Ms } from '../../../core/base/units.ts'
import { MOST_DOWNLOAD } from './capabilities.ts'
import { readFileRef, type FileRef } from './file-ref.ts'
import { codeOf, failedCall } from './outcome.ts'

/** Without a byte for so long, a download is broken. */
const IDLE = seconds(30)
/** 20 MiB at 35 kB/s. */
const LONGEST = minutes(10)
const PARALLEL = 8

export type Files = { readonly download: (ref: string) => Promise<Download>; readonly close: () => void }

type Located =
  | { readonly status: 'found'; readonly path: string; readonly size?: number }
  | { readonly status: 'gone' | 'too_large' }

/**
 * Fetches files by themselves, straight from the platform's file route: nothing else checks status
 * and length. The address of a file holds the token; it is in no error and no log.
 */
export const openFiles = (options: {
  readonly api: Api
  readonly token: string
  readonly apiRoot: string
  readonly idle?: Ms
  readonly longest?: Ms
}): Files => {
  const { api, token, apiRoot, idle = IDLE, longest = LONGEST } = options
  const secure = apiRoot.startsWith('https:')
  const agent = new (secure ? HttpsAgent : HttpAgent)({
    keepAlive: true,
    maxSockets: PARALLEL,
    timeout: seconds(10),
  })
  const get = secure ? httpsGet : httpGet

  /** A link is good for an hour; asked for anew each time. */
  const locate = async (ref: FileRef): Promise<Located> => {
    try {
      const file = await api.raw.getFile({ file_id: ref.file_id })
      if (file.file_path === undefined) throw failed('no path')
      return {
        status: 'found',
        path: file.file_path,
        ...(file.file_size === undefined ? {} : { size: file.file_size }),
      }
    } catch (error) {
      if (error instanceof Failure) throw error
      if (failedCall(error).status === 'unauthorised') throw new Failure('channel_unauthorised')
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw failed(codeOf(error))
      if (error.description.includes('file is too big')) return { status: 'too_large' }
      // The same words stand for a wrong id and for the platform's own troubles.
      if (error.description.includes('temporarily unavailable')) throw failed('temporarily unavailable')
      return { status: 'gone' }
    }
  }

  const request = (path: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const url = `${apiRoot}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`
      const call = get(url, { agent }, (response) => {
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

  return {
    close: () => agent.destroy(),
    download: async (written) => {
      const ref = readFileRef(written)
      if (ref === undefined) return { status: 'gone' }
      if ((ref.size ?? 0) > MOST_DOWNLOAD) return { status: 'too_large' }
      // A link may be out of date the moment it is given; a second one that leads nowhere means
      // that the file does not.
      for (let attempt = 1; ; attempt += 1) {
        const located = await locate(ref)
        if (located.status !== 'found') return located
        const response = await request(located.path)
        if (response.statusCode === 200) return opened(response, located.size ?? ref.size)
        response.resume()
        if (response.statusCode === 401) throw new Failure('channel_unauthorised')
        if (response.statusCode !== 404) throw failed(`status ${response.statusCode}`)
        if (attempt === 2) return { status: 'gone' }
      }
    },
  }
}

const opened = (response: IncomingMessage, promised: number | undefined): Download => {
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
    bytes: readBody(response, { size, most: MOST_DOWNLOAD }),
  }
}
