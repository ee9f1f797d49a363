import { Failure } from '../../../core/base/failure.ts'
import type { MediaRef } from './media-ref.ts'

/** Whom files may be fetched from. */
export type MediaHosts = {
  /** The host of a path that comes without one, with its port where that is not the usual one. */
  readonly standard: string
  /** Domains whose hosts a sender may name, each with a leading dot. */
  readonly domains: readonly string[]
  /** In PEM: who vouches for the host, where it is not one of the usual authorities. */
  readonly ca?: string
  /** Without TLS: on this machine only. */
  readonly plain?: true
}

/**
 * `mmg.whatsapp.net` is what the apps fall back to; files lie on hosts of these two domains, both
 * Meta's own.
 */
export const WHATSAPP_HOSTS: MediaHosts = {
  standard: 'mmg.whatsapp.net',
  domains: ['.whatsapp.net', '.fbcdn.net'],
}

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/

/**
 * Hosts of a server on this machine, for tests and demonstrations. Throws `settings_invalid` for
 * any other.
 */
export const localHosts = (host: string, ca?: string): MediaHosts => {
  if (!LOOPBACK.test(host))
    throw new Failure('settings_invalid', 'another media host is for tests, on this machine')
  return { standard: host, domains: [], ...(ca === undefined ? { plain: true } : { ca }) }
}

const parse = (address: string): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined)

const isAllowed = (
  { standard, domains }: MediaHosts,
  { host, hostname, port, username, password }: URL,
): boolean => {
  if (username !== '' || password !== '') return false
  return host === standard || (port === '' && domains.some((domain) => hostname.endsWith(domain)))
}

/**
 * Where to fetch a file. The address in a message is whatever its sender wrote there: of it only an
 * allowed host counts, and a path goes to the standard host otherwise. Nothing where no allowed
 * host is left.
 */
export const addressOf = (
  hosts: MediaHosts,
  { path, url }: Pick<MediaRef, 'path' | 'url'>,
): URL | undefined => {
  const scheme = hosts.plain === true ? 'http:' : 'https:'
  const named = url === undefined ? undefined : parse(url)
  const trusted =
    named !== undefined && named.protocol === scheme && isAllowed(hosts, named) ? named : undefined
  if (path === undefined || !path.startsWith('/')) return trusted
  // Behind its slash nothing in a path can name another host.
  return parse(`${scheme}//${trusted?.host ?? hosts.standard}${path}`)
}
