import type { Flow, Step } from '../../model/flow.ts'
import type { Picked } from '../../model/roles.ts'
import { optionsOf } from './steps.ts'

/** What a role asks of its step. */
type Needs = Picked & { readonly kinds: readonly Step['kind'][] }

const CHOICE: Needs['kinds'] = ['choice', 'choices']

const chosen = (step: string, ...options: readonly string[]): Needs => ({ step, options, kinds: CHOICE })
const of = (step: string, ...kinds: Needs['kinds']): Needs => ({ step, options: [], kinds })

/** Every step and option that the roles of a flow name. */
const needsOf = ({ roles }: Flow): readonly (readonly [role: string, needs: Needs])[] => {
  const { age, limits = [], limitTimes = [], paid, sums, wantsMoney, contacts = [] } = roles
  const { material, demand, region, regionTiles = {}, wish } = roles
  const { selfHarm = [], intimate = [], weighs = [] } = roles
  const named = (role: string, all: readonly (Needs | undefined)[]) =>
    all.flatMap((needs) => (needs === undefined ? [] : [[role, needs] as const]))
  return [
    ...named('age', [age && chosen(age.step, ...age.under13, ...age.minor, ...age.other)]),
    ...named(
      'limits',
      limits.map(({ step, options }) => chosen(step, ...options)),
    ),
    ...named(
      'limitTimes',
      limitTimes.map((step) => of(step, 'time', ...CHOICE)),
    ),
    ...named('paid', [paid && chosen(paid.step, paid.yes, paid.again, paid.no)]),
    ...named('sums', sums === undefined ? [] : [of(sums.demanded, 'amount'), of(sums.paid, 'amount')]),
    ...named('wantsMoney', [wantsMoney && chosen(wantsMoney.step, ...wantsMoney.options)]),
    ...named(
      'contacts',
      contacts.map((step) => of(step, 'identifiers')),
    ),
    ...named('material', material === undefined ? [] : [of(material, ...CHOICE)]),
    ...named('demand', demand === undefined ? [] : [of(demand, ...CHOICE)]),
    ...named('region', region === undefined ? [] : [of(region, ...CHOICE)]),
    ...named('regionTiles', region === undefined ? [] : [chosen(region, ...Object.keys(regionTiles))]),
    ...named('wish', [wish && chosen(wish.step, wish.woman, wish.man)]),
    ...named(
      'selfHarm',
      selfHarm.map(({ step, options }) => chosen(step, ...options)),
    ),
    ...named(
      'weighs',
      weighs.map(({ step, options }) => chosen(step, ...options)),
    ),
    ...named(
      'intimate',
      intimate.map(({ step, options }) => chosen(step, ...options)),
    ),
  ]
}

/**
 * Says which role names a step or an option that is not there, or a step of another kind than the
 * role reads, and which two regions would be drawn over each other.
 */
export const checkRoles = (flow: Flow, complain: (detail: string) => void): void => {
  const { region, regionTiles = {} } = flow.roles
  if (region === undefined && Object.keys(regionTiles).length > 0)
    complain('the role regionTiles is of regions, and no question asks for one')
  const taken = new Map<string, string>()
  for (const [option, { row, column }] of Object.entries(regionTiles)) {
    const other = taken.get(`${row}/${column}`)
    if (other !== undefined) complain(`the role regionTiles has ${other} and ${option} in one square`)
    taken.set(`${row}/${column}`, option)
  }
  for (const [role, { step: id, options, kinds }] of needsOf(flow)) {
    const step = flow.steps.find((one) => one.id === id)
    if (step === undefined) complain(`the role ${role} is of ${id}, which is no step`)
    else if (!kinds.includes(step.kind)) complain(`the role ${role} cannot be read in ${id}`)
    else
      for (const option of options.filter((one) => !optionsOf(step).some((known) => known.id === one)))
        complain(`the role ${role} is of ${id}/${option}, which is no option`)
  }
}
