import { openTexts } from '../../bots/texts.ts'
import { previewTexts } from '../../bots/text-samples.ts'
import type { Language } from '../../core/base/language.ts'
import type { App } from '../../core/ports/channel.ts'

/** A line of a case as the console gives it; `id` is `ENTRY.N`. */
export type Told = {
  readonly id: string
  readonly from: string
  readonly event?: string
  readonly text?: string
  readonly media?: { readonly state: string }
}

/** What is known of a person beside the lines of their case. */
export type Known = {
  readonly language: Language
  readonly app: App
  /** Nobody of the team shall come: they said so. */
  readonly refuses: boolean
  /** Their file may be taken. */
  readonly taken: boolean
}

/** What was done, asked and agreed up to a line. */
type Facts = Known & {
  readonly has: (event: string) => boolean
  /** Somebody of the team has the case. */
  readonly held: boolean
  readonly files: boolean
  readonly sealed: boolean
}

const never = (): boolean => false
const called = ({ has, refuses }: Facts): boolean => has('handoff') && !refuses
const withTeam = ({ has }: Facts): boolean => has('handoff') || has('submitted')
const inLine = (facts: Facts): boolean => withTeam(facts) && !facts.refuses
const gone = ({ has }: Facts): boolean => has('erase-confirmed')
const on =
  (...apps: readonly App[]) =>
  ({ app }: Facts): boolean =>
    apps.includes(app)

const each = <T>(keys: string, rule: T): readonly (readonly [string, T])[] =>
  keys.split(' ').map((key) => [key, rule] as const)

/** When a text is true. What is not here says nothing that these facts could show to be untrue. */
const TRUE_WHEN: Readonly<Record<string, (facts: Facts) => boolean>> = Object.fromEntries([
  ...each('human-requested urgent-called urgent-waiting urgent-still-here saying-called', called),
  ...each('saying-called-2 crisis-violence crisis-abuse crisis-meeting crisis-home crisis-door', called),
  ...each('crisis-deadline crisis-self-harm ask-crisis-now join-agreed comfort-1 comfort-3', called),
  ...each('crisis-taken crisis-taken-other crisis-wound crisis-wound-other', called),
  ...each('crisis-taken-threatened crisis-wound-threatened', called),
  ...each('crisis-burn crisis-burn-other crisis-burn-threatened', called),
  ...each('with-team added-to-case saying-what-now-sent', withTeam),
  ...each('in-line-unknown still-in-line-1 still-in-line-2 still-in-line-3', inLine),
  // Nobody was answered here in the last hours: no time is known.
  ...each('in-line-lately in-line-longer', never),
  ...each('agent-joined', ({ held }: Facts) => held),
  ...each('returned-to-bot queue-returned', ({ has }: Facts) => has('released')),
  ...each('erased erase-held', gone),
  ...each('erase-ask expired closing case-closed check-in-agreed check-in-refused', never),
  ...each('reopened', ({ has }: Facts) => has('reopened')),
  ...each('resumed decoy-welcome', ({ has }: Facts) => has('exited')),
  ...each('return-welcome', ({ has }: Facts) => has('returned')),
  ...each('return-tried', ({ has }: Facts) => has('return-refused')),
  ...each('receipt', ({ sealed, taken }: Facts) => sealed && taken),
  ...each('media-noted files-wait', ({ files, taken }: Facts) => files && taken),
  ...each('ask-age-file ask-consent-file file-waits-consent file-waits-age', ({ files }: Facts) => files),
  ...each('minor minor-other media-refused-age media-refused-age-here', ({ taken }: Facts) => !taken),
  ...each(
    'media-refused-age-there media-refused-unsaid media-refused-unsaid-here',
    ({ taken }: Facts) => !taken,
  ),
  ...each('evidence-gone evidence-unreachable evidence-no-room message-lost too-large too-many', never),
  ...each('late-answer late-hello call-unanswered nothing-arrived unsupported', never),
  ...each('receipt-fingerprint forward-kept contact-kept place-kept correction-kept', never),
  ...each('share-done channel-test-answer', never),
  ...each('stays-telegram', on('telegram')),
  ...each('stays-whatsapp', on('whatsapp', 'whatsapp-cloud')),
  ...each('stays-webchat', on('webchat')),
  ...each('stays-botpress', on('botpress')),
  ...each('place-by-menu', on('whatsapp')),
])

const GAP = '\u0001'
const phrases = openTexts()
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ')
const argumentsOf = new Map(
  previewTexts(phrases)
    .groups.flatMap(({ texts }) => texts)
    .map((text) => [text.key, text.arguments] as const),
)

/** The longest run of a text that nothing is filled into: what it is known by. */
const knownBy = ({ language, app }: Known, key: string): string => {
  const gaps = Object.fromEntries((argumentsOf.get(key) ?? []).map((name) => [name, GAP]))
  const says = plain(phrases.say(language, key, { ...gaps, app, emergency: 'none' }))
  return says
    .split(GAP)
    .map((piece) => piece.trim())
    .reduce((best, piece) => (piece.length > best.length ? piece : best), '')
}

const SHORTEST = 12
const entryOf = ({ id }: Told): number => Number(id.split('.')[0])

/**
 * What was said to somebody and was not true when it was said, by key and text. Each line is judged
 * by what stands in the case up to the entry that it was said in.
 */
export const untruths = (lines: readonly Told[], known: Known): readonly string[] => {
  const pieces = Object.keys(TRUE_WHEN)
    .map((key) => [key, knownBy(known, key)] as const)
    .filter(([, piece]) => piece.length >= SHORTEST)
  return lines.flatMap((line) => {
    if (line.from !== 'bot') return []
    const before = lines.filter((one) => entryOf(one) <= entryOf(line))
    const events = before.flatMap(({ event }) => event ?? [])
    const media = before.flatMap(({ media: of }) => of ?? [])
    const facts: Facts = {
      ...known,
      has: (event) => events.includes(event),
      held:
        events.filter((event) => event === 'claimed').length >
        events.filter((event) => event === 'released').length,
      files: media.length > 0,
      sealed: media.some(({ state }) => state === 'sealed'),
    }
    const text = plain(line.text ?? '')
    const said = pieces.filter(([, piece]) => text.includes(piece))
    return said
      .filter(([key]) => TRUE_WHEN[key]?.(facts) !== true)
      .filter(
        ([, piece]) => !said.some(([key, more]) => more.includes(piece) && TRUE_WHEN[key]?.(facts) === true),
      )
      .map(([key]) => `${key}: ${text.slice(0, 120)}`)
  })
}
