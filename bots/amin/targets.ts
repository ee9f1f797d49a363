import type { Targets } from '../../core/model/targets.ts'
import type { Ms } from '../../core/base/units.ts'

const minutes = (n: number): Ms => (n * 60_000) as Ms
const hours = (n: number): Ms => minutes(n * 60)

/**
 * How soon a person answers, and who is called while nobody does (bots/amin/README.md, Urgency).
 * The operator file may say otherwise. What the table leaves open is chosen here: who waits past a
 * first call is called about again at growing intervals, in danger to life every ten minutes for
 * ever.
 */
export const targets: Targets = {
  night: { from: 22, to: 7 },
  P1: {
    reply: minutes(5),
    pages: [
      { after: minutes(2), to: 'team' },
      { after: minutes(5), to: 'supervisor' },
      { after: minutes(10), to: 'external' },
    ],
    again: { every: minutes(10), most: minutes(10) },
  },
  P2: {
    reply: minutes(30),
    replyAtNight: minutes(60),
    pages: [{ after: minutes(15), to: 'team' }],
    again: { every: minutes(15), most: hours(4) },
  },
  P3: {
    reply: hours(4),
    pages: [{ after: hours(2), to: 'team' }],
    again: { every: hours(2), most: hours(24) },
  },
  P4: {
    reply: hours(24),
    pages: [{ after: hours(12), to: 'team' }],
    again: { every: hours(12), most: hours(24) },
  },
}
