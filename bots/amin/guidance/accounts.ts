import type { Guide } from '../../../core/model/guidance.ts'
import { is, taken } from './conditions.ts'
import { guide } from './guide.ts'

/** What apps hang on: the account of the phone, the phone itself, the number. */
export const accounts: readonly Guide[] = [
  guide('Apple Support', 'support.apple.com', {
    id: 'apple-account',
    topic: 'apple',
    job: 'account',
    steps: 5,
    when: { all: [is('app', 'apple'), taken] },
  }),
  guide('Asiacell, Zain Iraq, Korek', 'www.asiacell.com, www.iq.zain.com, www.korektel.com', {
    id: 'phone-sim',
    topic: 'phone',
    steps: 5,
    when: is('app', 'phone'),
  }),
  guide('Android Help, Apple Support', 'support.google.com/android, support.apple.com', {
    id: 'phone-safe',
    topic: 'phone',
    steps: 5,
    when: is('device', 'shared', 'unsure'),
  }),
]
