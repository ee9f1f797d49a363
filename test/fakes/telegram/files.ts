import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { VirtualClock } from './clock.ts'
import { says } from './errors.ts'

/** What is wrong with one file; nothing where it is served as it should be. */
export type FileFault = {
  /** The link answers 404. */
  readonly gone?: boolean
  /** The first `n` calls of getFile answer the 400 that also stands for the server's own troubles. */
  readonly transient?: number
  /** getFile refuses the id for good. */
  readonly invalid?: boolean
  /** The connection breaks after so many bytes; the declared length stays. */
  readonly truncate?: number
  /** The body ends properly, but so many bytes earlier than getFile said. */
  readonly shorter?: number
  /** So many bytes more than getFile said. */
  readonly longer?: number
  /** The same without a Content-Length. */
  readonly chunked?: boolean
  /** Pieces of so many bytes with a pause after each. */
  readonly drip?: { readonly bytes: number; readonly pauseMs: number }
  /** Stops after so many bytes without closing. */
  readonly stall?: number
  /** Every link is out of date the first `n` times. */
  readonly expired?: number
  /** Answers this status with an HTML page, the first `times` times. */
  readonly status?: number
  readonly times?: number
}

export type StoredFile = {
  readonly id: string
  readonly uniqueId: string
  readonly path: string
  readonly bytes: Uint8Array
  /** Declared, in messages and by getFile. */
  readonly size: number
  readonly sha256: string
}

export type Files = {
  readonly add: (
    bytes: Uint8Array,
    options?: {
      readonly folder?: string
      readonly extension?: string
      readonly size?: number
      readonly fault?: FileFault
    },
  ) => StoredFile
  readonly fault: (id: string, fault: FileFault | undefined) => void
  /** Of a file or message part that names it. */
  readonly get: (id: string) => StoredFile | undefined
  /** Bytes that the fake gave out, by file id: how often each was asked for. */
  readonly served: ReadonlyMap<string, number>
  /** The same by the bytes, under whatever id. */
  readonly servedOf: (bytes: Uint8Array) => number
  readonly open: (id: string) => {
    file_id: string
    file_unique_id: string
    file_size: number
    file_path: string
  }
  readonly serve: (path: string, response: ServerResponse) => void
}

const MAX_DOWNLOAD = 20 * 1024 * 1024
const LINK_LIVES = 3600 * 1000
const PAGE = '<html><head><title>Bad Gateway</title></head><body>nginx</body></html>'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const makeFiles = (clock: VirtualClock): Files => {
  const files = new Map<string, StoredFile>()
  const byPath = new Map<string, StoredFile>()
  const links = new Map<string, number>()
  const faults = new Map<string, FileFault>()
  const asked = new Map<string, number>()
  const served = new Map<string, number>()
  const count = (map: Map<string, number>, key: string): number => {
    const n = (map.get(key) ?? 0) + 1
    map.set(key, n)
    return n
  }

  const send = (file: StoredFile, fault: FileFault, response: ServerResponse): void => {
    const extra =
      fault.longer === undefined ? file.bytes : Buffer.concat([file.bytes, Buffer.alloc(fault.longer, 0x21)])
    const body =
      fault.shorter === undefined ? extra : extra.subarray(0, Math.max(0, extra.length - fault.shorter))
    const headers: Record<string, string | number> = { 'content-type': 'application/octet-stream' }
    if (fault.chunked !== true) headers['content-length'] = body.length
    response.writeHead(200, headers)
    if (fault.truncate !== undefined) {
      response.write(body.subarray(0, fault.truncate), () => response.destroy())
      return
    }
    if (fault.stall !== undefined) {
      response.write(body.subarray(0, fault.stall))
      return
    }
    if (fault.drip === undefined) {
      response.end(body)
      return
    }
    const { bytes, pauseMs } = fault.drip
    let offset = 0
    const timer = setInterval(() => {
      response.write(body.subarray(offset, offset + bytes))
      offset += bytes
      if (offset < body.length) return
      clearInterval(timer)
      response.end()
    }, pauseMs)
    response.on('close', () => clearInterval(timer))
  }

  return {
    served,
    servedOf: (bytes) => {
      const sha256 = hashOf(bytes)
      return [...files.values()]
        .filter((file) => file.sha256 === sha256)
        .reduce((sum, { id }) => sum + (served.get(id) ?? 0), 0)
    },
    add: (bytes, { folder = 'documents', extension = 'bin', size = bytes.length, fault } = {}) => {
      const n = files.size + 1
      const sha256 = hashOf(bytes)
      const file = {
        id: `BQACAgQAAxkB${String(n).padStart(8, '0')}${sha256.slice(0, 12)}`,
        uniqueId: `AgAD${sha256.slice(0, 11)}`,
        path: `${folder}/file_${n}.${extension}`,
        bytes,
        size,
        sha256,
      }
      files.set(file.id, file)
      byPath.set(file.path, file)
      if (fault !== undefined) faults.set(file.id, fault)
      return file
    },
    fault: (id, fault) => void (fault === undefined ? faults.delete(id) : faults.set(id, fault)),
    get: (id) => files.get(id),
    open: (id) => {
      const file = files.get(id)
      const fault = faults.get(id) ?? {}
      if (file === undefined || fault.invalid === true) throw says.wrongFile()
      if (file.size > MAX_DOWNLOAD) throw says.fileTooBig()
      const n = count(asked, id)
      if (n <= (fault.transient ?? 0)) throw says.fileUnavailable()
      links.set(file.path, n <= (fault.expired ?? 0) ? 0 : clock.now() + LINK_LIVES)
      return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path }
    },
    serve: (path, response) => {
      const file = byPath.get(path)
      const fault = file === undefined ? {} : (faults.get(file.id) ?? {})
      if (file === undefined || fault.gone === true || (links.get(path) ?? 0) < clock.now()) {
        response.writeHead(404, { 'content-type': 'application/json' })
        response.end('{"ok":false,"error_code":404,"description":"Not Found"}')
        return
      }
      const n = count(served, file.id)
      if (fault.status !== undefined && n <= (fault.times ?? Infinity)) {
        response.writeHead(fault.status, { 'content-type': 'text/html' })
        response.end(PAGE)
        return
      }
      send(file, fault, response)
    },
  }
}
