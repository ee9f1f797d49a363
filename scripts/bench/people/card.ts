import { fold } from '../../../core/text/fold.ts'
import type { CaseState } from '../../../core/model/state.ts'
import { governorates } from '../../../bots/amin/governorates.ts'
import { towns } from '../../../bots/amin/towns.ts'
import type { Facts } from './person.ts'
import { listOf } from './person.ts'

/** `untold`: of what is missed, what the person never said, since nobody asks everybody everything. */
export type Card = {
  readonly right: readonly string[]
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
  readonly untold: readonly string[]
}

const MATERIAL: Readonly<Record<string, readonly string[]>> = {
  photo: ['private', 'fake'],
  video: ['private', 'fake'],
  chat: ['chats'],
  fake: ['fake'],
  account: ['account'],
}
const DEMAND: Readonly<Record<string, readonly string[]>> = {
  money: ['money'],
  images: ['photos'],
  meeting: ['meet', 'relation'],
  account: ['password'],
}

const optionsIn = (state: CaseState, step: string): readonly string[] => {
  const answer = state.conversation.answers[step]
  return answer?.kind === 'choice' ? [answer.option] : answer?.kind === 'choices' ? answer.options : []
}

const digits = (text: string): string => fold(text).replaceAll(/\D/g, '')

const governorateOf = (place: string): string | undefined => {
  const words = ` ${fold(place)} `
  const named = governorates.find((one) => one.words.some((word) => words.includes(` ${fold(word)} `)))
  const town = towns.find(({ names }) =>
    Object.values(names).some((name) => words.includes(` ${fold(name)} `)),
  )
  return named?.id ?? town?.option
}

/** The answers in which an author has somebody say a fact. */
const SAID_IN: Readonly<Record<string, readonly string[]>> = {
  age: ['age'],
  gender: ['age', 'more', 'wish'],
  has: ['have'],
  wants: ['wants'],
  amount: ['amount'],
  paid: ['paid'],
  published: ['published'],
  place: ['place'],
  identifier: ['identifier'],
  wish: ['wish'],
  danger: ['danger'],
}

/**
 * What stands on the card of each fact: right, otherwise, or nothing. An answer that stands there in
 * the person's own words says what they said. Facts that the card has no line for are left out.
 * `wasSaid`: whether an answer of the script was given, or its words stood in what they wrote.
 */
export const judgeCard = (
  facts: Facts,
  state: CaseState,
  wasSaid: (topic: string) => boolean = () => true,
): Card => {
  const verdicts: (readonly [name: string, is: boolean | undefined])[] = []
  const holds = (name: string, step: string, wanted: readonly string[]): void => {
    const noted = optionsIn(state, step)
    const isInOwnWords = state.conversation.answers[step]?.kind === 'text'
    if (wanted.length > 0)
      verdicts.push([
        name,
        isInOwnWords || (noted.length === 0 ? undefined : wanted.some((one) => noted.includes(one))),
      ])
  }
  const isSelf = facts.reporter === undefined || facts.reporter === 'self'
  const { age } = facts
  if (age !== undefined) {
    const own = age >= 18 ? ['me-18'] : age >= 16 ? ['me-16-17'] : age >= 13 ? ['me-13-15'] : ['me-under-13']
    holds('age', 'age', isSelf ? own : [age >= 18 ? 'other-adult' : 'other-minor'])
  }
  if (facts.gender !== undefined && isSelf)
    holds('gender', 'person', [facts.gender === 'f' ? 'woman' : 'man'])
  for (const has of listOf(facts.has)) holds('has', 'material', MATERIAL[has] ?? [])
  for (const wants of listOf(facts.wants)) holds('wants', 'demand', DEMAND[wants] ?? [])
  if (facts.paid !== undefined) {
    const noted = optionsIn(state, 'paid')
    verdicts.push(['paid', noted.length === 0 ? undefined : (noted[0] !== 'no') === facts.paid])
  }
  if (facts.published === true) {
    const noted = [...optionsIn(state, 'deadline'), ...optionsIn(state, 'spread')]
    verdicts.push([
      'published',
      noted.length === 0
        ? undefined
        : noted.some((one) => ['published', 'public', 'family', 'work'].includes(one)),
    ])
  }
  if (facts.wish === 'woman') holds('wish', 'wish', ['woman'])
  if (facts.place !== undefined) {
    const wanted = governorateOf(facts.place)
    if (wanted !== undefined) holds('place', 'governorate', [wanted])
  }
  const amount = state.conversation.answers['amount']
  if (facts.amount !== undefined && digits(facts.amount) !== '') {
    const value = amount?.kind === 'amount' ? String(amount.amount) : undefined
    const wanted = digits(facts.amount)
    verdicts.push([
      'amount',
      value === undefined
        ? undefined
        : value === wanted || value === `${wanted}000` || `${value}000` === wanted,
    ])
  }
  const named = ['ids', 'fast-id'].flatMap((step) => {
    const answer = state.conversation.answers[step]
    return answer?.kind === 'identifiers' ? answer.identifiers : []
  })
  for (const wanted of facts.identifiers ?? []) {
    const bare = wanted.toLowerCase().replace(/^@/, '')
    const isNoted = named.some(({ normal }) => {
      const own = normal.toLowerCase()
      const number = digits(bare)
      return own.includes(bare) || (number.length >= 7 && digits(own).endsWith(number.slice(-9)))
    })
    verdicts.push(['identifier', isNoted ? true : undefined])
  }
  if (listOf(facts.danger).length > 0)
    verdicts.push([
      'danger',
      state.conversation.called.danger || state.severity === 'P1' || state.severity === 'P2'
        ? true
        : undefined,
    ])
  const of = (verdict: boolean | undefined): readonly string[] =>
    verdicts.flatMap(([name, is]) => (is === verdict ? [name] : []))
  const missed = of(undefined)
  return {
    right: of(true),
    wrong: of(false),
    missed,
    untold: missed.filter((name) => SAID_IN[name]?.some(wasSaid) === false),
  }
}
