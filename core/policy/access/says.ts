import type { CaseState } from '../../model/state.ts'
import { summarise } from '../conversation/describe.ts'
import type { Flow } from '../../model/flow.ts'
import { momentIn } from '../conversation/moment.ts'
import { shortRoot } from '../../model/seal.ts'
import type { Phrases } from '../../ports/phrases.ts'
import { lessonTitleKey } from '../../model/keys.ts'
import type { Choice, Piece, Say } from '../conversation/say.ts'
import { writeToken } from '../conversation/token.ts'
import type { Consents } from './consent.ts'
import type { AccessReading } from './reading.ts'
import { scopeKey, scopesAsked } from '../../model/access-rules.ts'
import type { HandOn, Secret } from '../../model/access.ts'
import { nameOfPerson, type DeskAgent } from '../../base/member.ts'
import { isWritten } from '../../base/message.ts'

const choice = (what: string, label = `access-${what}`): Choice => ({
  label,
  token: writeToken({ kind: 'access', choice: what }),
})
const control = (what: string, label: string): Choice => ({ ...choice(what, label), control: true })

export const sayCode = (code: string): Say => ({
  key: 'case-code',
  args: { code },
  choices: [{ ...choice('set-pin'), spoken: true }],
})

export const sayAsk = (secret: Secret): Say => ({
  key: `${secret}-ask`,
  choices: [control('skip', 'control-skip')],
})

/** What it is, to who asks back: the question stands as it was. */
export const sayAbout = (secret: Secret): Say => ({
  key: `${secret}-about`,
  choices: [control('skip', 'control-skip')],
})

export const sayReturn = (
  key: 'return-code-ask' | 'return-code-shape' | 'return-pin-ask' | 'return-wrong',
): Say => ({
  key,
  choices: [control('skip', 'control-skip')],
})

export const sayOwnPin = (key: 'show-pin-ask' | 'change-pin-ask' | 'show-wrong'): Say => ({
  key,
  choices: [control('skip', 'control-skip')],
})

/** The way to a PIN, beside other answers. */
export const wayToPin: Choice = { ...control('set-pin', 'access-set-pin'), spoken: true }

/** Said once, at a calm moment, before it is needed, and once more after the first exit. */
export const sayWayBack = (key: 'way-back' | 'way-back-again'): Say => ({
  key,
  choices: [wayToPin],
})

/** What goes to whom where the person agrees, before they do. */
export const sayHandOn = (scope: HandOn): Say => ({
  key: `${scope}-ask`,
  choices: [choice(`${scope}-yes`, 'access-hand-on-yes'), choice(`${scope}-no`, 'access-hand-on-no')],
})

/** Whether somebody may ask later how it is. */
export const sayCheckIn = (): Say => ({
  key: 'check-in-ask',
  choices: [choice('check-in-yes'), choice('check-in-no')],
})

/** A harmless chat: nothing but what everybody may read. */
export const sayDecoy = (flow: Flow): Say => ({
  key: 'decoy-welcome',
  choices: flow.lessons.map(({ id }) => ({
    label: lessonTitleKey(id),
    token: writeToken({ kind: 'lesson', lesson: id }),
  })),
})

type Helps = Parameters<typeof scopesAsked>[0]

const consentList = (consents: Consents, helps: Helps): Piece => ({
  kind: 'list',
  by: 'line',
  pieces: scopesAsked(helps).map((scope) => ({
    kind: 'pair',
    title: scopeKey(scope),
    value: { kind: 'phrase', key: consents[scope] ? 'consent-yes' : 'consent-no' },
  })),
})

/** Who is asked whether words may leave the house reads what that means before they choose. */
const withOutside = (list: Piece, helps: Helps): Piece =>
  helps?.at === 'away'
    ? { kind: 'list', by: 'line', pieces: [list, { kind: 'phrase', key: 'outside-help-about' }] }
    : list

/** What is agreed to, and a way to change each. */
export const sayConsents = (consents: Consents, helps: Helps): Say => ({
  key: 'consents',
  fill: { list: withOutside(consentList(consents, helps), helps) },
  choices: scopesAsked(helps).map((scope) => choice(scope, scopeKey(scope))),
})

/** That somebody of the team has the chat now, by their name where they have one. */
export const sayJoined = ({ alias }: Pick<DeskAgent, 'alias'>): Say => ({
  key: 'agent-joined',
  args: { alias: nameOfPerson(alias) ?? 'none' },
})

const looksOf = ({ access }: CaseState): Piece => {
  const looks = Object.entries(access.looks)
  if (looks.length === 0) return { kind: 'phrase', key: 'looks-none' }
  return {
    kind: 'list',
    by: 'comma',
    pieces: looks.map(([alias, times]) =>
      nameOfPerson(alias) === undefined
        ? { kind: 'phrase', key: 'looks-unnamed', args: { times } }
        : { kind: 'phrase', key: 'looks-by', args: { alias, times } },
    ),
  }
}

/** Hashes of so many files, the newest, stand in a message; a bundle has all of them. */
const MOST_HASHES = 20

/** How many files, each with its whole SHA-256, and the signed record that their receipt stands in. */
const filesOf = (phrases: Phrases, state: CaseState, record: AccessReading['record']): Piece => {
  const items = Object.values(state.evidence).filter(
    (item) => !isWritten(item.kind) && item.status !== 'failed',
  )
  const hashed = items
    .flatMap((item, i) => ('sha256' in item ? [{ n: i + 1, sha256: item.sha256 }] : []))
    .slice(-MOST_HASHES)
  const count: Piece = { kind: 'phrase', key: 'answer-files', args: { count: items.length } }
  if (hashed.length === 0) return count
  const time = record === undefined ? '' : momentIn(phrases, state.language, record.at)
  return {
    kind: 'list',
    by: 'line',
    pieces: [
      count,
      { kind: 'phrase', key: 'have-hashes' },
      ...hashed.map(({ n, sha256 }): Piece => ({
        kind: 'phrase',
        key: 'have-hash',
        args: { n, hash: sha256 },
      })),
      ...(record === undefined
        ? []
        : [{ kind: 'phrase', key: 'have-record', args: { hash: shortRoot(record.root), time } } as const]),
    ],
  }
}

/** All that is known of a case, in the words of the person whose it is. */
export const sayHave = (
  {
    flow,
    phrases,
    helps,
  }: { readonly flow: Flow; readonly phrases: Phrases; readonly helps?: NonNullable<Helps> },
  state: CaseState,
  consents: Consents,
  record: AccessReading['record'],
): Say => {
  return {
    key: 'have',
    fill: {
      summary: summarise(flow, state.conversation),
      files: filesOf(phrases, state, record),
      consents: consentList(consents, helps),
      looks: looksOf(state),
    },
  }
}
