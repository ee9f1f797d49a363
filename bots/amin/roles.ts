import type { FlowRoles } from '../../core/model/roles.ts'
import type { Ms } from '../../core/base/units.ts'
import { regionTiles } from './region-tiles.ts'

const hours = (count: number): Ms => (count * 3_600_000) as Ms

/** What questions of the intake mean to urgency, statistics and the queue (bots/amin/README.md, Urgency). */
export const roles: FlowRoles = {
  age: {
    step: 'age',
    under13: ['me-under-13'],
    minor: ['me-under-13', 'me-13-15', 'me-16-17', 'other-minor'],
    other: ['other-adult', 'other-minor'],
  },
  // The earlier moment is taken where words leave room, as in words that name a time.
  limits: [
    { step: 'deadline', options: ['hours'], left: hours(2) },
    { step: 'deadline', options: ['today'], left: hours(24) },
    { step: 'deadline', options: ['later'], left: hours(72) },
    { step: 'danger', options: ['deadline'], left: hours(24) },
  ],
  limitTimes: ['deadline'],
  paid: { step: 'paid', yes: 'yes', again: 'again', no: 'no' },
  sums: { demanded: 'amount', paid: 'paid-amount' },
  wantsMoney: { step: 'demand', options: ['money'] },
  /**
   * A million dinars in other money: an order of size, rounded down so that none is missed. 1,310
   * IQD a dollar is the official rate since February 2023; the others move, and may be off by half
   * without doing harm: five points hang on it.
   */
  large: { IQD: 1_000_000, USD: 700, USDT: 700, EUR: 600, TRY: 30_000, BTC: 0.006 },
  contacts: ['ids', 'fast-id'],
  material: 'material',
  demand: 'demand',
  region: 'governorate',
  regionTiles,
  weighs: [
    { step: 'deadline', options: ['published'] },
    { step: 'spread', options: ['family', 'work', 'public'] },
    { step: 'relation', options: ['ex', 'relative', 'work', 'powerful'] },
  ],
  wish: { step: 'wish', woman: 'woman', man: 'man' },
  selfHarm: [
    { step: 'danger', options: ['self-harm'] },
    { step: 'soft', options: ['ending'] },
  ],
  intimate: [{ step: 'material', options: ['private', 'fake'] }],
}
