import type { NetworkList } from '../../../adapters/console/contract/networks.ts'
import { codeOf, NOW } from './world.ts'

const at = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString()

/** Three cases by a number and a text, and two that somebody of the team put together. */
export const NETWORKS: NetworkList = {
  networks: [
    {
      key: codeOf(3),
      state: 'suspected',
      proposed: 0,
      alarms: 0,
      cases: [
        {
          code: codeOf(3),
          openedAt: at(-9_000),
          status: 'agent',
          severity: 'P2',
          team: 'money',
          holder: 'سارة',
          bonds: [
            { code: codeOf(4), by: ['identifier', 'script'] },
            { code: codeOf(5), by: ['identifier'] },
          ],
        },
        {
          code: codeOf(4),
          openedAt: at(-900),
          status: 'waiting',
          severity: 'P1',
          team: 'money',
          bonds: [{ code: codeOf(3), by: ['identifier', 'script'] }],
        },
        {
          code: codeOf(5),
          openedAt: at(-90),
          status: 'closed',
          severity: 'P4',
          team: 'money',
          bonds: [{ code: codeOf(3), by: ['identifier'] }],
        },
      ],
      bonds: ['identifier', 'script'],
      lastAt: at(-5),
      demanded: [
        { currency: 'USD', hundredths: 150_000, cases: 2 },
        { currency: 'IQD', hundredths: 100_000_000, cases: 1 },
      ],
      paid: [{ currency: 'USD', hundredths: 30_000, cases: 1 }],
      provinces: ['بغداد', 'أربيل'],
      services: ['telegram', 'whatsapp'],
    },
    {
      key: codeOf(6),
      state: 'suspected',
      proposed: 0,
      alarms: 0,
      cases: [6, 7].map((n) => ({
        code: codeOf(n),
        openedAt: at(-n),
        status: 'bot',
        severity: 'P3',
        team: 'intake',
        bonds: [{ code: codeOf(n === 6 ? 7 : 6), by: ['said'] }],
      })),
      bonds: ['said'],
      lastAt: at(-5),
      demanded: [],
      paid: [],
      provinces: [],
      services: [],
    },
  ],
}
