import type { NetworkList, NetworkPage } from '../../../adapters/console/contract/networks.ts'
import { codeOf, NOW } from './world.ts'

const at = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString()

export const CONFIRMED = `U${'4F7K2MA9XQ'.padEnd(25, '0')}`

/** Three cases by a number and a text, and two that somebody of the team put together. */
export const NETWORKS: NetworkList = {
  networks: [
    {
      key: CONFIRMED,
      state: 'dismantled',
      lead: 'سارة',
      proposed: 3,
      alarms: 1,
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

const [first, second, third] = [codeOf(3), codeOf(4), codeOf(5)]

/** A network that was dismantled, with a case that came after, and one that nobody put in. */
export const networkPageOf = (key: string): NetworkPage | undefined => {
  const found = NETWORKS.networks.find((one) => one.key === key)
  if (found === undefined) return undefined
  if (found.state === 'suspected')
    return {
      network: found,
      shared: [{ kind: 'script', cases: found.cases.map(({ code }) => code) }],
      proposed: [],
      alarms: [],
      steps: [],
    }
  return {
    network: found,
    shared: [
      { kind: 'identifier', type: 'phone', value: '+9647701234567', cases: [first, second, third] },
      { kind: 'script', cases: [first, second] },
    ],
    proposed: [
      { code: codeOf(8), openedAt: at(-60), bonds: [{ code: first, by: ['identifier'] }] },
      { code: codeOf(9), openedAt: at(-30), bonds: [{ code: third, by: ['voice'] }] },
      { code: codeOf(2), openedAt: at(-20), bonds: [] },
    ],
    alarms: [{ code: codeOf(8), to: first, at: at(-12) }],
    steps: [
      { at: at(-8_000), by: 'سارة', kind: 'confirmed', codes: [first, second], reason: 'the same wallet' },
      { at: at(-7_000), by: 'سارة', kind: 'led', codes: [], lead: 'سارة' },
      { at: at(-6_000), by: 'سارة', kind: 'case_added', codes: [third], reason: 'الصوت نفسه' },
      {
        at: at(-5_000),
        by: 'Azad',
        kind: 'given',
        codes: [],
        authority: 'محكمة الكرخ',
        reference: '12/2026',
      },
      { at: at(-900), by: 'سارة', kind: 'dismantled', codes: [], day: '2026-03-01', source: 'الشرطة' },
      { at: at(-12), kind: 'matched', codes: [codeOf(8)] },
    ],
  }
}
