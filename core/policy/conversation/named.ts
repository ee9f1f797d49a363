import { sayingKey } from '../../model/keys.ts'
import { aboutUs } from './ask.ts'
import type { Say } from './say.ts'
import type { Turn } from './turn.ts'

/** Texts that name a number for emergencies, where there is a confirmed one. */
const NAMES_A_NUMBER =
  /^(?:ask-crisis-now(?:-other)?$|hidden-called(?:-life)?$|crisis-|ask-fast-safe|urgent-|saying-called|saying-emergency-number)/

/**
 * A look-alike of ours is an attack that happened: who reads on before agreeing sees which account
 * is the one.
 */
const NAMES_OUR_ACCOUNT: ReadonlySet<string> = new Set(['consent-more', 'who-we-are'])

/** Who asks whether we are the police is told who runs this. */
const NAMES_WHO_RUNS = sayingKey('are-you-police')

/**
 * What some texts name of the operator's: a number for emergencies, the account that is ours, and
 * who runs this.
 */
export const withNamed = ({ context, flow }: Turn, { key, args }: Say): Pick<Say, 'args' | 'fill'> => {
  if (key === NAMES_WHO_RUNS)
    return { args: { kind: flow.operator?.kind ?? 'none' }, fill: { about: aboutUs(flow) } }
  if (NAMES_A_NUMBER.test(key)) return { args: { emergency: context.emergency ?? 'none', ...args } }
  return NAMES_OUR_ACCOUNT.has(key) ? { args: { official: context.official ?? 'none', ...args } } : {}
}
