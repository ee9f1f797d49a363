import type { ViewHead } from '../wire.ts'
import { makeId } from './settings.ts'
import { makePause } from './pause.ts'
import { outcomeOf, type Why, type Written } from './wire.ts'

export type Upload = {
  readonly id: string
  readonly kind: 'photo' | 'video' | 'voice' | 'audio' | 'document'
  readonly bytes: Blob
  readonly name?: string
  /** Seconds, of a recording. */
  readonly duration?: number
  /**
   * `kept`: it stays on this phone until an answer allows it to be sent. In memory only, and gone
   * with the page.
   */
  state: 'waiting' | 'sending' | 'kept' | 'sent' | 'refused' | 'failed'
  /** Bytes that left this browser. */
  loaded: number
  held: boolean
  why?: Why
  request?: XMLHttpRequest
}

export type Uploads = {
  readonly add: (upload: Pick<Upload, 'kind' | 'bytes' | 'name' | 'duration'>) => void
  readonly all: () => readonly Upload[]
  /** Takes it off the list, and stops it where it runs. */
  readonly drop: (upload: Upload) => void
  readonly clear: () => void
  /** Of one that failed, as the person wishes. */
  readonly retry: (upload: Upload) => void
  /** The connection is back. */
  readonly resume: () => void
  /** The law may have changed: what was kept goes out by itself, or is let go. */
  readonly looked: () => void
}

export const kindOf = (mime: string): Upload['kind'] => {
  const family = mime.split('/')[0]
  if (family === 'image') return 'photo'
  return family === 'video' || family === 'audio' ? family : 'document'
}

const header = (request: XMLHttpRequest, name: string, value: string | undefined): void => {
  if (value !== undefined && value !== '') request.setRequestHeader(name, value)
}

const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g, '$1\ufffd')

/**
 * One file at a time, so that a slow network finishes something. XMLHttpRequest, since fetch cannot
 * tell how much has left.
 */
export const makeUploads = (parts: {
  readonly base: string
  /** Resolves when there is a conversation to send it to. */
  readonly ready: () => Promise<void>
  /** Law 10 as last seen: where files are not taken, not a byte of one leaves the phone. */
  readonly media: () => ViewHead['media']
  /** Asks the server again, since the law may have changed meanwhile. */
  readonly look: () => Promise<void>
  readonly changed: () => void
  readonly through: (ok: boolean, busy: boolean) => void
  readonly sent: () => void
}): Uploads => {
  let list: Upload[] = []
  let running = false
  const pause = makePause()

  const send = (upload: Upload, id: string, withBytes: boolean): Promise<Written> =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest()
      upload.request = request
      // The name of a file stays out of the address, which others write down.
      request.open('PUT', `${parts.base}/api/uploads?kind=${upload.kind}&id=${id}`)
      header(request, 'content-type', 'application/octet-stream')
      header(request, 'x-chat', '1')
      header(request, 'x-file-type', upload.bytes.type)
      header(
        request,
        'x-file-name',
        upload.name === undefined || !withBytes
          ? undefined
          : encodeURIComponent(wellFormed(upload.name.slice(-255))),
      )
      header(request, 'x-duration', upload.duration === undefined ? undefined : String(upload.duration))
      request.upload.addEventListener('progress', (event) => {
        upload.loaded = event.loaded
        parts.changed()
      })
      request.addEventListener('load', () =>
        resolve(outcomeOf(request.status, request.getResponseHeader('retry-after'), request.responseText)),
      )
      for (const end of ['error', 'abort', 'timeout']) {
        request.addEventListener(end, () => resolve({ status: 'later', wait: 0, busy: false }))
      }
      request.send(withBytes ? upload.bytes : null)
    })

  /** Whether it was said already that files are kept here: once for all of them. */
  const isSaid = (): boolean => list.some(({ state }) => state === 'kept')

  const settle = (upload: Upload, written: Written, withBytes: boolean): number | undefined => {
    if (written.status === 'done') {
      upload.state = 'sent'
      pause.reset()
      parts.through(true, false)
      parts.sent()
    } else if (written.status === 'refused') {
      const { code } = written
      // The law changed in between, in our favour: with bytes this time. To our disfavour: it stays here.
      const again = code === 'file_empty' && upload.bytes.size > 0
      const kept = code === 'media_unknown' || code === 'media_consent'
      upload.state = again ? 'waiting' : kept ? 'kept' : code === 'media_age' ? 'refused' : 'failed'
      upload.held = again
      upload.why = code
      parts.through(true, false)
      if (kept && !withBytes) parts.sent()
      return again ? 0 : undefined
    } else {
      upload.state = 'waiting'
      upload.held = true
      parts.through(false, written.busy)
      return written.wait
    }
    return undefined
  }

  /** What was kept goes out, or is let go. */
  const judgeKept = (): void => {
    const media = parts.media()
    if (media !== 'open' && media !== 'age') return
    for (const upload of list)
      if (upload.state === 'kept') upload.state = media === 'open' ? 'waiting' : 'refused'
  }

  const attempt = async (upload: Upload): Promise<void> => {
    await parts.ready()
    if (upload.held || parts.media() !== 'open') await parts.look()
    if (list.indexOf(upload) === -1) return
    const withBytes = parts.media() === 'open'
    if (!withBytes && isSaid()) {
      upload.state = 'kept'
      return parts.changed()
    }
    upload.state = 'sending'
    upload.loaded = 0
    parts.changed()
    // That a file waits here is a message of its own: it counts once by its id, and the file has another.
    const written = await send(upload, withBytes ? upload.id : makeId(), withBytes)
    delete upload.request
    if (list.indexOf(upload) === -1) return
    const wait = settle(upload, written, withBytes)
    // The answer may have come while we asked.
    judgeKept()
    parts.changed()
    if (wait !== undefined) await pause.wait(wait)
    parts.changed()
  }

  const run = async (): Promise<void> => {
    if (running) return
    running = true
    for (let next = list.find((each) => each.state === 'waiting'); next !== undefined;) {
      await attempt(next)
      next = list.find((each) => each.state === 'waiting')
    }
    running = false
  }

  return {
    add: (given) => {
      list.push({ ...given, id: makeId(), state: 'waiting', loaded: 0, held: false })
      parts.changed()
      void run()
    },
    all: () => list,
    drop: (upload) => {
      list = list.filter((each) => each !== upload)
      if (upload.request !== undefined) upload.request.abort()
      else pause.cut()
      parts.changed()
    },
    clear: () => {
      const before = list
      list = []
      for (const each of before) if (each.request !== undefined) each.request.abort()
      parts.changed()
    },
    retry: (upload) => {
      if (upload.state === 'failed') upload.state = 'waiting'
      pause.cut()
      parts.changed()
      void run()
    },
    resume: pause.cut,
    looked: () => {
      if (!isSaid()) return
      judgeKept()
      parts.changed()
      void run()
    },
  }
}
