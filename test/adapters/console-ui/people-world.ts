import type { Audit } from '../../../adapters/console/contract/audit.ts'
import type { KeyRow, SessionRow } from '../../../adapters/console/contract/people.ts'

const at = (day: number, hour = 9): string =>
  `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:15:00.000Z`

export const SESSIONS: SessionRow[] = [
  {
    id: 'S1',
    browser: 'Chrome',
    system: 'Windows',
    address: '203.0.113.*',
    since: at(22),
    lastSeen: at(22, 11),
    current: true,
  },
  {
    id: 'S2',
    browser: 'Safari',
    system: 'iOS',
    address: '2001:db8:1:*',
    since: at(21),
    lastSeen: at(21, 18),
    current: false,
  },
  { id: 'S3', browser: '', system: '', address: '', since: at(20), lastSeen: at(20), current: false },
]

export const KEYS: KeyRow[] = [
  {
    id: 'K1',
    name: 'hotline',
    start: 'amin_aBcD',
    scopes: ['read', 'write'],
    since: at(2),
    until: at(30),
    lastUsed: at(22),
  },
  { id: 'K2', name: 'الإحصاء الأسبوعي', start: 'amin_xYz1', scopes: ['read'], since: at(1) },
]

const AMAL = { id: 'agent-7', name: 'Agent 7' }
const NOOR = { id: 'agent-12', name: 'نور' }

export const AUDIT: Audit = {
  acts: [
    { at: at(22, 10), code: 'ABCD2345', seq: 14, by: NOOR, kinds: ['evidence_viewed'] },
    { at: at(22), code: 'ABCD2345', seq: 12, by: NOOR, kinds: ['case_claimed', 'agent_said'] },
    { at: at(21), code: 'WXYZ9876', seq: 40, kinds: ['case_erased'] },
    { at: at(20), code: 'KMNP4567', seq: 3, by: AMAL, kinds: ['severity_set', 'a_kind_of_tomorrow'] },
  ],
  deeds: [
    {
      no: 7,
      at: at(23, 11),
      by: AMAL,
      kind: 'replies_changed',
      subject: { id: 'replies', name: '' },
      detail: { added: 'R1,R2', removed: '0b8f52de-6b1c-4a0f-9a63-0d9c2f5f7a11' },
    },
    {
      no: 6,
      at: at(23, 10),
      by: AMAL,
      kind: 'settings_changed',
      subject: { id: 'hotlines', name: '' },
      detail: { changed: 'police,family' },
    },
    {
      no: 5,
      at: at(23),
      how: 'command',
      kind: 'exchange_refused',
      subject: { id: 'ab12'.repeat(16), name: '' },
      detail: { why: 'third_refuses: budget_spent' },
    },
    {
      no: 4,
      at: at(22),
      by: AMAL,
      kind: 'member_changed',
      subject: NOOR,
      detail: { role: 'minors-desk', teams: 'minors,violence' },
    },
    {
      no: 3,
      at: at(21),
      by: AMAL,
      kind: 'key_made',
      subject: { id: 'K1', name: '' },
      detail: { scopes: 'read,write', days: '90' },
    },
    { no: 2, at: at(20), how: 'command', kind: 'member_invited', subject: NOOR, detail: { role: 'agent' } },
    { no: 1, at: at(19), how: 'setup', kind: 'member_joined', subject: AMAL, detail: { role: 'admin' } },
  ],
  names: { K1: 'تقارير شهرية', R1: 'مكان آمن', R2: 'لا تدفع' },
  cut: false,
  log: { intact: true, count: 7, head: 'ab12'.repeat(16) },
}
