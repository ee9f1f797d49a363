import { lookup } from 'node:dns/promises'
import { request as overHttp, type IncomingMessage } from 'node:http'
import { request as overHttps } from 'node:https'
import { BlockList, isIP } from 'node:net'
import { failed, readBody } from '../../kit/body.ts'
import type { Download } from '../../../core/ports/channel.ts'
import type { Log } from '../../../core/ports/log.ts'
import { bytes, minutes, type Ms } from '../../../core/base/units.ts'
import { MOST_DOWNLOAD } from './capabilities.ts'

/** 50 MB at 60 kB/s. */
const LONGEST = minutes(15)
const GONE: ReadonlySet<number> = new Set([403, 404, 410])

/**
 * Addresses that are nobody's on the open net: this machine, the network it stands in, and what is
 * kept for other uses (RFC 6890, RFC 4291).
 */
const PRIVATE_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
/** What is public of version 6 is 2000::/3; of that, what tunnels or documents is not. */
const PUBLIC_6 = ['2000::', 3] as const
const PRIVATE_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const closed = new BlockList()
for (const [net, bits] of PRIVATE_4) closed.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of PRIVATE_6) closed.addSubnet(net, bits, 'ipv6')
const open6 = new BlockList()
open6.addSubnet(...PUBLIC_6, 'ipv6')

export const isPublic = (address: string): boolean => {
  const version = isIP(address)
  if (version === 4) return !closed.check(address, 'ipv4')
  return version === 6 && open6.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/** `files.example.org`, or `.example.org` for every name below it. */
const isNamed = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((named) =>
    named.startsWith('.') ? host.endsWith(named) && host.length > named.length : host === named,
  )

export type FileParts = {
  /** Hosts that files may be fetched from, small letters; none where the operator named none. */
  readonly hosts: readonly string[]
  readonly idle: Ms
  readonly account: string
  readonly log: Log
  /** Looks a name up. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
  /**
   * A server on this machine in place of all others, for tests and demonstrations: addresses that
   * begin so are fetched as they are.
   */
  readonly trial?: string
}

const addressesOf = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address)

type Way = { readonly url: URL; readonly address?: string }

/** Asks once, at the address that was looked at and at no other, and follows nothing. */
const ask = ({ url, address }: Way, idle: Ms): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? overHttps : overHttp
    const pinned =
      address === undefined
        ? {}
        : {
            lookup: (_host: string, options: { all?: boolean }, done: (...answer: never[]) => void): void => {
              const family = isIP(address)
              const say = done as unknown as (error: null, found: unknown, family?: number) => void
              if (options.all === true) say(null, [{ address, family }])
              else say(null, address, family)
            },
          }
    const call = send(url, {
      method: 'GET',
      agent: false,
      headers: { accept: '*/*', 'accept-encoding': 'identity' },
      ...pinned,
    } as object)
    call.setTimeout(idle, () => call.destroy(failed('silent')))
    call.once('error', reject)
    call.once('response', resolve)
    call.end()
  })

/**
 * Fetches a file from where the other bot says it is. The address is a stranger's choice and may
 * hold that bot's own token: it is told nobody and written nowhere. Only https, only hosts that the
 * operator named, only addresses of the open net, looked at before the connection is made to that
 * very address; no redirects.
 */
export const makeDownload = ({
  hosts,
  idle,
  account,
  log,
  resolve = addressesOf,
  trial,
}: FileParts): ((ref: string) => Promise<Download>) => {
  const barred = (code: string): Download => {
    log.warn('a file of a botpress bot may not be fetched from where it is', {
      channel: 'botpress',
      account,
      code,
    })
    return { status: 'gone' }
  }

  const find = async (ref: string): Promise<Way | string> => {
    if (!URL.canParse(ref)) return 'address'
    const url = new URL(ref)
    if (trial !== undefined && ref.startsWith(trial)) return { url }
    const host = url.hostname.toLowerCase()
    if (
      url.protocol !== 'https:' ||
      url.username !== '' ||
      url.password !== '' ||
      (url.port !== '' && url.port !== '443')
    )
      return 'address'
    if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return 'address'
    if (!isNamed(host, hosts)) return 'host'
    let found: readonly string[]
    try {
      found = await resolve(host)
    } catch {
      throw failed('unknown host')
    }
    const [address] = found
    // One private address among several is somebody's trick.
    return address === undefined || !found.every(isPublic) ? 'private' : { url, address }
  }

  return async (ref) => {
    const way = await find(ref)
    if (typeof way === 'string') return barred(way)
    let response: IncomingMessage
    try {
      response = await ask(way, idle)
    } catch {
      throw failed('unreachable')
    }
    const status = response.statusCode ?? 0
    if (status !== 200) {
      response.destroy()
      if (GONE.has(status)) return { status: 'gone' }
      if (status >= 300 && status < 400) return barred('redirect')
      throw failed(`status ${status}`)
    }
    const said = Number(response.headers['content-length'])
    const size = Number.isSafeInteger(said) && said >= 0 ? said : undefined
    if (size !== undefined && size > MOST_DOWNLOAD) {
      response.destroy()
      return { status: 'too_large' }
    }
    return {
      status: 'open',
      ...(size === undefined ? {} : { size: bytes(size) }),
      bytes: inTime(response, size),
    }
  }
}

/** No file takes longer than this, however slowly it comes. */
async function* inTime(response: IncomingMessage, size: number | undefined): AsyncIterable<Uint8Array> {
  const end = setTimeout(() => response.destroy(failed('slow')), LONGEST)
  try {
    yield* readBody(response, { size, most: MOST_DOWNLOAD })
  } finally {
    clearTimeout(end)
  }
}
