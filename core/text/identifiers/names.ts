import type { Hit } from './hit.ts'
import type { NameType } from './identifier.ts'
import type { Role, Roles } from './lexicon.ts'
import { isPossessed } from './possessed.ts'
import { TAKEN } from './tokens.ts'
import type { Token } from './tokens.ts'

/** Names looked at in one text; more are a flood. */
const MOST_LOOKED = 400
/** Words between a name and what announces it. */
const NEAR = 4

/** Its sign may stand apart from it. */
const AT = /(?<![A-Za-z0-9])@( ?)([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,38}[A-Za-z0-9_])?)(?![A-Za-z0-9_@])/g
const LATIN = /(?<![A-Za-z0-9_.@-])[A-Za-z0-9_](?:[A-Za-z0-9_.-]{1,38}[A-Za-z0-9_])(?![A-Za-z0-9_@])/g
/**
 * What words of a sentence do not have: an underscore, a full stop inside, two digits together
 * ("3anda", "2morrow" are words).
 */
const LOOKS_LIKE_NAME = /_|[A-Za-z0-9]\.[A-Za-z0-9]|[A-Za-z][A-Za-z.]*\d{2}/
/** Digits at its end that no word of Arabic in Latin letters has there. */
const NUMBERED = /^[A-Za-z]{3,}[0148]$/
/**
 * Latin words that stand in Arabic and Sorani sentences, or after "insta" in English ones, and name
 * nobody.
 */
const WORDS = new Set(
  `
    video videos voice call live story stories share shared send screen screenshot photo photos pic pics image account accounts page group
    channel chat chats message messages private public fake real hack hacked hacker online offline block blocked block report help please
    pls plz thanks thank hello hi hey yes no ok okay the and but with from for his her him she they them who what when where why how this
    that there then than was were has have had not all any can will would you your our out are is it its me my mine say said says told
    tell want wants wanted send sent sends gave give asks asked keep keeps also only just after before again now today tomorrow money
    dollar dollars usd iqd usdt pubg admin vip pro plus link profile user username name number phone id email password code app web
    website off stolen closed deleted gone banned suspended disabled active open empty locked down working hidden removed asap urgent sos stop post posts comment comments follow followers friend friends someone somebody anyone everyone people insta instagram telegram
    tele whatsapp snap snapchat facebook tiktok twitter messenger viber imo pdf png jpg jpeg mp4 mp3 gif zip apk wifi sim card bot
    business lite mod beta new old one two first last wallah kulshi bas chan kan wya wyaya kal gal yreed yrid areed 3ala ma w ani hwa
    hiya illi ely elly abl ba3ad hay hatha
  `
    .trim()
    .split(/\s+/),
)
const FILES =
  /\.(?:jpe?g|png|gif|webp|heic|mp[34]|mov|avi|ogg|opus|pdf|docx?|xlsx?|txt|zip|rar|apk|html?|php|js|exe)$/i
const CAMERA =
  /^(?:img|vid|aud|ptt|doc|pxl|dsc|mvi|screenshot|screen|image|video|photo|whatsapp|inshot|received)[_-]/i

const SERVICES: readonly NameType[] = ['telegram', 'instagram', 'facebook', 'snapchat', 'tiktok', 'x']
const isService = (role: Role): boolean => (SERVICES as readonly Role[]).includes(role)

/** Roles of words that may stand between a name and what announces it. */
const GOES_ON: ReadonlySet<Role> = new Set<Role>([
  'username',
  'name',
  'link',
  'self',
  'my',
  'id',
  'pubg',
  'freefire',
  'game',
])

export type NameText = {
  readonly left: string
  readonly tokens: readonly Token[]
  readonly roles: Roles
  /**
   * The text answers "what do you have of them?": a word in the shape of a name is one without any
   * other sign.
   */
  readonly asked: boolean
}

const isFile = (name: string): boolean => FILES.test(name) || CAMERA.test(name)

/** What the words before a name say: how it was announced, and by which word. */
type Announced = {
  readonly username: boolean
  readonly named: boolean
  readonly service?: { readonly arabic: boolean; readonly at: number }
}

const announcedBefore = ({ tokens, roles }: NameText, at: number): Announced => {
  let username = false
  let named = false
  for (let steps = 1; steps <= NEAR; steps += 1) {
    const place = at - steps
    const token = tokens[place]
    if (token === undefined) break
    const is = roles(place)
    if (is.includes('username')) username = true
    if (is.includes('name')) named = true
    if (is.some(isService)) return { username, named, service: { arabic: token.kind === 'word', at: place } }
    if (!is.some((role) => GOES_ON.has(role))) break
  }
  return { username, named }
}

const serviceFollows = ({ tokens, roles }: NameText, next: number): boolean => {
  for (let place = next; place < next + 3; place += 1) {
    if (tokens[place] === undefined) return false
    if (roles(place).some(isService)) return true
    if (!roles(place).some((role) => role === 'link' || role === 'name')) return false
  }
  return false
}

/** Written large in a text that is not. */
const isShouted = (left: string, name: string): boolean =>
  name.length > 3 && /^[A-Z][A-Z0-9]+$/.test(name) && /[a-z]{3}|\p{Lo}/u.test(left)

const OF = new Set('his her their'.split(' '))
const IS = new Set('is was its called'.split(' '))

/** "his insta is ghost" */
const isTheirs = ({ tokens }: NameText, service: number, first: number): boolean =>
  OF.has(tokens[service - 1]?.text ?? '') && first === service + 2 && IS.has(tokens[first - 1]?.text ?? '')

/** "ghost on Insta", on a line of its own or after "he is", "his name is". */
const isNamedOn = (text: NameText, first: number, next: number): boolean => {
  const { tokens, left, roles } = text
  if (!/^(?:on|in|at)$/.test(tokens[next]?.text ?? '') || !roles(next + 1).some(isService)) return false
  const service = tokens[next + 1]
  const from = tokens[first]?.from ?? 0
  const alone = isAlone(left, from, service?.to ?? from)
  return (
    alone ||
    (IS.has(tokens[first - 1]?.text ?? '') &&
      /^(?:he|she|it|name|username|account|user)$/.test(tokens[first - 2]?.text ?? ''))
  )
}

/** What says who somebody is, right before a name. */
const WHO_IS = new Set('hes shes هو هي هوه هيه hwa huwa hiya'.split(' '))

/** "he is ghost_77": a word that is no word of a sentence stands where a sentence says who somebody is. */
const isWho = ({ tokens }: NameText, name: string, first: number): boolean => {
  if (!/[A-Za-z].*_|_.*[A-Za-z]|[A-Za-z]{3,}\d{2}/.test(name)) return false
  const [before, word] = [tokens[first - 2]?.text ?? '', tokens[first - 1]?.text ?? '']
  return WHO_IS.has(word) || (word === 'is' && /^(?:he|she|it|this)$/.test(before))
}

/** Whether a Latin word is somebody's name on a service, from its shape and the words around it. */
const isName = (
  text: NameText,
  name: string,
  from: number,
  to: number,
  first: number,
  next: number,
): boolean => {
  const like = LOOKS_LIKE_NAME.test(name)
  if (isFile(name) || !/[A-Za-z]/.test(name)) return false
  if (!like && (WORDS.has(name.toLowerCase()) || name.length < 3)) return false
  const before = announcedBefore(text, first)
  const gap = text.left.slice(text.tokens[first - 1]?.to ?? 0, from)
  const colon = /[:=：]/.test(gap)
  const announced = before.username || before.named || before.service !== undefined
  // A full stop or a new line between the two: another sentence.
  if (announced && !colon && /[.!?؟\n]/.test(gap)) return false
  const previous = text.roles(first - 1)
  const previousWord = text.tokens[first - 1]?.text
  if (like)
    return (
      announced || serviceFollows(text, next) || isWho(text, name, first) || isPossessed(text.tokens, first)
    )
  if (
    (before.named || before.username) &&
    (NUMBERED.test(name) || (previousWord === 'is' && /^[A-Za-z]{3,}\d$/.test(name)))
  )
    return true
  if (colon) return before.username || before.service !== undefined || previous.includes('name')
  const after = text.tokens[next]
  // Two plain words are a name that is shown ("Ahmed Ali"), not one that finds an account.
  const alone = after?.kind !== 'latin' || /[^ ]/.test(text.left.slice(to, after.from))
  const word = text.tokens[first - 1]
  if (before.username)
    return word?.kind === 'word'
      ? alone
      : word?.text !== 'user' && word?.text !== 'handle' && (alone || previous.includes('username'))
  if (isNamedOn(text, first, next)) return true
  const closes = /^\s?\($/.test(text.left.slice(to, after?.from)) && text.roles(next).some(isService)
  if (closes && before.service === undefined) return true
  if (before.service === undefined || !alone) return false
  if (isShouted(text.left, name) || isTheirs(text, before.service.at, first)) return true
  const facebook = text.roles(before.service.at).includes('facebook')
  return before.service.arabic ? !facebook : before.named && !facebook
}

/**
 * Whether a word behind a sign and a blank is a name: by its shape, or by a service beside it ("@
 * zaid telegram").
 */
const isApart = (text: NameText, name: string, from: number, to: number): boolean => {
  if (isFile(name) || !/[A-Za-z]/.test(name) || WORDS.has(name.toLowerCase())) return false
  const first = tokenAt(text.tokens, from)
  const { service, username } = announcedBefore(text, first)
  return (
    LOOKS_LIKE_NAME.test(name) ||
    username ||
    service !== undefined ||
    serviceFollows(text, tokenAt(text.tokens, to))
  )
}

/** Places of tokens by where they begin, for patterns that run over the text itself. */
const tokenAt = (tokens: readonly Token[], place: number): number => {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.to ?? Infinity) <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** The whole line is one word in the shape of a name. */
const isAlone = (left: string, from: number, to: number): boolean =>
  /(?:^|\n)[\s\p{P}\p{S}]*$/u.test(left.slice(Math.max(0, from - 8), from)) &&
  /^[\s\p{P}\p{S}]*(?:\n|$)/u.test(left.slice(to, to + 8))

/**
 * Names with an @, and Latin words that the words around them call a name. `taken`: found before,
 * by its place.
 */
export const readNames = (text: NameText): readonly Hit[] => {
  const hits: Hit[] = []
  let { left } = text
  let looked = 0
  if (left.includes('@'))
    for (const match of left.matchAll(AT)) {
      looked += 1
      if (looked > MOST_LOOKED) break
      const [whole, blank = '', name = ''] = match
      const letters = /[A-Za-z_]/.test(name)
      if (name.length < 2 || (!letters && name.length < 5)) continue
      const to = match.index + whole.length
      if (blank !== '' && !isApart(text, name, match.index, to)) continue
      hits.push({ from: blank === '' ? match.index : to - name.length, to, reading: { is: 'name', name } })
    }
  for (const { from, to } of hits) left = left.slice(0, from) + TAKEN.repeat(to - from) + left.slice(to)
  looked = 0
  for (const match of left.matchAll(LATIN)) {
    if (looked > MOST_LOOKED) break
    const name = match[0]
    const from = match.index
    const to = from + name.length
    const first = tokenAt(text.tokens, from)
    const next = tokenAt(text.tokens, to)
    const asked =
      text.asked &&
      LOOKS_LIKE_NAME.test(name) &&
      /[A-Za-z]/.test(name) &&
      !/^\d/.test(name) &&
      !isFile(name) &&
      isAlone(text.left, from, to)
    if (!asked && !isName({ ...text, left }, name, from, to, first, next)) continue
    looked += 1
    hits.push({ from, to, reading: { is: 'name', name } })
  }
  return hits
}

/** Characters that a service's names may have; what stands after them is no more of the name. */
const SHAPES: Readonly<Record<NameType | 'handle', RegExp>> = {
  telegram: /^[A-Za-z0-9_]+/,
  instagram: /^[A-Za-z0-9._]+/,
  facebook: /^[A-Za-z0-9._-]+/,
  snapchat: /^[A-Za-z0-9._-]+/,
  tiktok: /^[A-Za-z0-9._]+/,
  x: /^[A-Za-z0-9_]+/,
  handle: /^[A-Za-z0-9._-]+/,
}

/**
 * A name as its service has it (bots/amin/README.md, Identifiers), and how much of what was written
 * it is.
 */
export const nameOn = (
  type: NameType | 'handle',
  name: string,
): { readonly normal: string; readonly length: number } => {
  const written = (SHAPES[type].exec(name)?.[0] ?? name).replace(/[.-]+$/, '')
  const lower = written.toLowerCase()
  if (type === 'telegram') return { normal: `u:${lower}`, length: written.length }
  if (type === 'facebook') return { normal: `u:${lower.replaceAll('.', '')}`, length: written.length }
  return { normal: lower, length: written.length }
}
