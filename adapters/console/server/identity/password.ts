import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/**
 * 1 to 4; 3 is a hundred million guesses by whoever knows how people choose. Guessing here is
 * slowed, but a stolen database can be guessed at faster.
 */
const LEAST_SCORE = 3
/** What anybody would try of a desk in Iraq, beside what the packaged lists hold. */
const LOCAL = [
  'amin',
  'iraq',
  'iraqi',
  'baghdad',
  'basra',
  'mosul',
  'kirkuk',
  'najaf',
  'karbala',
  'anbar',
  'kurdistan',
  'kurdish',
  'kurd',
  'erbil',
  'hawler',
  'sulaymaniyah',
  'slemani',
  'duhok',
  'peshmerga',
  'allah',
  'bismillah',
  'hotline',
  'police',
]

let factory: Promise<ZxcvbnFactory> | undefined
/** The lists are some megabytes that a console which sets no password never needs. */
const load = async (): Promise<ZxcvbnFactory> => {
  const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new Factory({ dictionary, graphs: adjacencyGraphs })
}

/** Whom the password is for: what others know of them is what they try first. */
type Owner = { readonly email: string; readonly name: string }

const knownOf = ({ email, name }: Owner): readonly string[] =>
  [email, ...email.split(/[@.+_-]/), name, ...name.split(/\s+/)]
    .map((part) => part.toLowerCase())
    .filter((part) => part.length > 2)

/**
 * Whether a password is among those that are tried first: leaked lists, keyboards, repetitions,
 * dates, the own address or name.
 */
export const isWeak = async (password: string, owner: Owner): Promise<boolean> => {
  factory ??= load()
  return (await factory).check(password, [...LOCAL, ...knownOf(owner)]).score < LEAST_SCORE
}
