import type { Checks } from '../../ports/checks.ts'
import { account, fixed, onPhone, unresolved } from './hit.ts'
import type { Reading } from './hit.ts'

type Link = {
  readonly host: string
  /** Parts of the path, never empty ones. */
  readonly path: readonly string[]
  readonly query: ReadonlyMap<string, string>
  /** Host, path and query without what only counts visits. */
  readonly normal: string
}

/** Parameters that say who shared a link and where, not what it leads to. */
const TRACKING =
  /^(?:utm_\w+|igsh|igshid|ig_rid|fbclid|gclid|si|ref|refid|ref_src|rdid|share_url|mibextid|sfnsn|feature|sender_device|is_from_webapp|__tn__|__cft__.*|_r|_t)$/i
/** Services whose links say nothing of where they lead. */
const SHORT = new Set(
  `
    bit.ly tinyurl.com cutt.ly is.gd t.ly goo.gl ow.ly rb.gy shorturl.at t.co lnkd.in s.id tiny.cc buff.ly surl.li did.li urlz.fr v.gd
  `
    .trim()
    .split(/\s+/),
)
/** First parts of paths that are pages of the service, not accounts. */
const PAGES: Readonly<Record<'instagram' | 'facebook' | 'x' | 'telegram', ReadonlySet<string>>> = {
  instagram: new Set(
    'p reel reels tv explore accounts direct about legal developer web challenge'.split(' '),
  ),
  facebook: new Set(
    `
      watch reel reels photo photo.php photos video.php videos events marketplace login login.php hashtag l.php sharer sharer.php dialog
      groups gaming help policies settings messages notifications story.php permalink.php home.php search media stories business ads
      privacy plugins profile.php people pages posts recover
    `
      .trim()
      .split(/\s+/),
  ),
  x: new Set(
    'home i intent search hashtag share explore login messages settings notifications compose tos privacy'.split(
      ' ',
    ),
  ),
  telegram: new Set(
    'addstickers addemoji share proxy socks iv setlanguage addlist addtheme boost contact bg invoice login confirmphone'.split(
      ' ',
    ),
  ),
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replace(/\+/g, '%2B'))
  } catch {
    return text
  }
}

const parseLink = (raw: string): Link | undefined => {
  const parts = /^(?:[a-z]+:\/\/)?([^/?#]+)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(raw)
  // Before an @ stands a name to log in with: the host is what follows it.
  const host = (parts?.[1] ?? '').replace(/^.*@/, '').toLowerCase().replace(/\.$/, '')
  if (parts === null || !/^[^.\s]+(?:\.[^.\s]+)+$/.test(host)) return undefined
  const pairs = (parts[3] ?? '')
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(pair.split('=')[0] ?? ''))
  const path = (parts[2] ?? '').split('/').filter((part) => part !== '')
  const query = new Map(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name.toLowerCase(), decode(value.join('='))] as const
    }),
  )
  // "m.facebook.com" is the same place as "facebook.com"; "m.me" is a host of its own.
  const shown = host.replace(/^(?:www|m|mobile)\.(?=[^.]+\.)/, '')
  const tail = pairs.length === 0 ? '' : `?${pairs.join('&')}`
  return { host: shown, path, query, normal: `${[shown, ...path].join('/')}${tail}` }
}

const url = (link: Link): Reading => fixed('url', link.normal)

const phoneOf = (checks: Checks, text: string | undefined): string | undefined => {
  const digits = (text ?? '').replace(/\D/g, '').replace(/^00/, '')
  return digits.length < 8 || digits.length > 15 ? undefined : checks.phone(`+${digits}`, 'IQ')
}

const named = (
  type: 'instagram' | 'snapchat' | 'tiktok' | 'x',
  name: string | undefined,
  shape: RegExp,
): Reading | undefined => {
  const plain = (name ?? '').replace(/^@/, '').toLowerCase()
  return shape.test(plain) ? account(type, plain) : undefined
}

const telegramName = (name: string | undefined): Reading | undefined =>
  name !== undefined && /^[a-z]\w{3,31}$/i.test(name)
    ? account('telegram', `u:${name.toLowerCase()}`)
    : undefined

const readTelegram = (link: Link, checks: Checks): Reading | undefined => {
  const [first = '', second = ''] = link.path
  if (first === 'joinchat' && second !== '') return fixed('telegram', `inv:${second}`)
  if (first.startsWith('+')) {
    const phone = /^\+\d{8,15}$/.test(first) ? phoneOf(checks, first) : undefined
    if (phone !== undefined) return { is: 'phone', e164: phone }
    return /^\+[\w-]{10,40}$/.test(first) ? fixed('telegram', `inv:${first.slice(1)}`) : undefined
  }
  if (first === 'c' && /^\d{5,15}$/.test(second)) return fixed('telegram', `id:${second}`)
  if (first === 's') return telegramName(second)
  return PAGES.telegram.has(first.toLowerCase()) ? undefined : telegramName(first)
}

const facebookId = (id: string | undefined): Reading | undefined =>
  id !== undefined && /^\d{5,20}$/.test(id) ? fixed('facebook', `id:${id}`) : undefined
const facebookName = (name: string | undefined): Reading | undefined =>
  name !== undefined && /^[a-z0-9._]{3,50}$/i.test(name) && /[a-z]/i.test(name)
    ? account('facebook', `u:${name.toLowerCase().replaceAll('.', '')}`)
    : undefined

const readFacebook = (link: Link): Reading | undefined => {
  const [first = '', second = ''] = link.path
  const page = first.toLowerCase()
  if (page === 'share' || page === 'share.php') return unresolved('facebook', link.normal)
  const owner = facebookId(link.query.get('id'))
  if (owner !== undefined) return owner
  if (page === 'people' || page === 'pages') return facebookId(link.path.at(-1))
  if (page === 'p') return facebookId(/-(\d{8,20})$/.exec(second)?.[1])
  if (page === 'stories') return facebookId(second)
  return PAGES.facebook.has(page) ? undefined : (facebookId(first) ?? facebookName(first))
}

const readInstagram = (link: Link): Reading | undefined => {
  const [first = '', second = ''] = link.path
  const page = first.toLowerCase()
  if (page === 'share') return unresolved('instagram', link.normal)
  const name = page === 'stories' || page === '_u' || (link.host === 'ig.me' && page === 'm') ? second : first
  return PAGES.instagram.has(page) ? undefined : named('instagram', name, /^[a-z0-9._]{1,30}$/)
}

const readSnapchat = (link: Link): Reading | undefined => {
  const [first = '', second = ''] = link.path
  if (first === 't') return unresolved('snapchat', link.normal)
  const name =
    first === 'add' || first === 'u' || first === 's' ? second : first.startsWith('@') ? first : undefined
  return named('snapchat', name, /^[a-z0-9._-]{3,30}$/)
}

const readTiktok = (link: Link): Reading | undefined => {
  const [first = ''] = link.path
  if (link.host !== 'tiktok.com' || first === 't')
    return first === '' ? undefined : unresolved('tiktok', link.normal)
  return first.startsWith('@') ? named('tiktok', first, /^[a-z0-9._]{2,30}$/) : undefined
}

const readWhatsapp = (link: Link, checks: Checks): Reading | undefined => {
  const [first = '', second = ''] = link.path
  if (link.host === 'chat.whatsapp.com') {
    const code = first === 'invite' ? second : first
    return /^[\w-]{10,40}$/.test(code) ? fixed('whatsapp', `inv:${code}`) : undefined
  }
  if (link.host === 'wa.me' && (first === 'message' || first === 'qr' || first === 'c')) {
    const phone = first === 'c' ? phoneOf(checks, second) : undefined
    return phone === undefined ? unresolved('whatsapp', link.normal) : onPhone('whatsapp', phone)
  }
  const phone = phoneOf(checks, link.host === 'wa.me' ? first : link.query.get('phone'))
  return phone === undefined ? undefined : onPhone('whatsapp', phone)
}

/** What a known service's link leads to; nothing where it is a page like any other. */
const readKnown = (link: Link, checks: Checks): Reading | undefined => {
  const { host } = link
  const under = (domain: string): boolean => host === domain || host.endsWith(`.${domain}`)
  if (host === 't.me' || host === 'telegram.me' || host === 'telegram.dog') return readTelegram(link, checks)
  if (host === 'm.me' || under('messenger.com')) {
    const name = host === 'm.me' ? link.path[0] : link.path[1]
    return facebookId(name) ?? facebookName(name)
  }
  if (host === 'fb.watch' || host === 'fb.me')
    return link.path.length === 0 ? undefined : unresolved('facebook', link.normal)
  if (under('facebook.com') || under('fb.com')) return readFacebook(link)
  if (under('instagram.com') || host === 'instagr.am' || host === 'ig.me') return readInstagram(link)
  if (under('snapchat.com')) return readSnapchat(link)
  if (under('tiktok.com')) return readTiktok(link)
  if (host === 'x.com' || under('twitter.com')) {
    const [first = ''] = link.path
    return PAGES.x.has(first.toLowerCase()) ? undefined : named('x', first, /^\w{1,20}$/)
  }
  if (host === 'wa.me' || under('whatsapp.com')) return readWhatsapp(link, checks)
  return SHORT.has(host) && link.path.length > 0 ? unresolved('url', link.normal) : undefined
}

/** Services whose front page names nobody. */
const SERVICES =
  /(?:^|\.)(?:t\.me|telegram\.(?:me|org)|facebook\.com|fb\.com|m\.me|messenger\.com|instagram\.com|snapchat\.com|tiktok\.com|x\.com|twitter\.com|wa\.me|whatsapp\.com|youtube\.com|google\.com|gmail\.com)$/

/** A link with or without its scheme. Nothing where it is none, or names no more than a service. */
export const readLink = (raw: string, checks: Checks): Reading | undefined => {
  const link = parseLink(raw)
  if (link === undefined) return undefined
  const known = readKnown(link, checks)
  if (known !== undefined) return known
  return link.path.length === 0 && link.query.size === 0 && SERVICES.test(link.host) ? undefined : url(link)
}

/**
 * Links that open an app: tg://resolve?domain=..., whatsapp://send?phone=... Nothing of those that
 * name nobody.
 */
export const readAppLink = (raw: string, checks: Checks): Reading | undefined => {
  const parts = /^([a-z]+):\/\/([^?#]*)(?:\?([^#]*))?/i.exec(raw)
  const app = parts?.[1]?.toLowerCase()
  const query = new Map(
    (parts?.[3] ?? '').split('&').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name.toLowerCase(), decode(value.join('='))] as const
    }),
  )
  const phone = phoneOf(checks, query.get('phone') ?? query.get('number'))
  const invite = query.get('invite')
  const id = query.get('id') ?? query.get('user_id') ?? query.get('channel')
  switch (app) {
    case 'tg':
      if (phone !== undefined) return { is: 'phone', e164: phone }
      if (invite !== undefined && /^[\w-]{10,40}$/.test(invite)) return fixed('telegram', `inv:${invite}`)
      return id !== undefined && /^\d{5,15}$/.test(id)
        ? fixed('telegram', `id:${id}`)
        : telegramName(query.get('domain'))
    case 'whatsapp':
    case 'viber':
      return phone === undefined ? undefined : onPhone(app, phone)
    case 'fb':
      return facebookId(/(?:profile|page)\/(\d+)/.exec(parts?.[2] ?? '')?.[1] ?? id)
    case 'instagram':
      return named('instagram', query.get('username'), /^[a-z0-9._]{1,30}$/)
    case 'snapchat':
      return named('snapchat', /^add\/(.+)$/.exec(parts?.[2] ?? '')?.[1], /^[a-z0-9._-]{3,30}$/)
    default:
      return undefined
  }
}
