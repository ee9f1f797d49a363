import type { OperatorState } from '../../../adapters/console/contract/operator.ts'
import type { HealthState } from '../../../adapters/console/contract/health.ts'
import { accessRules } from '../../../bots/amin/access.ts'
import { teams } from '../../../bots/amin/teams.ts'
import { triageRules } from '../../../bots/amin/triage.ts'
import { describeOperator, type Calls } from '../../../bots/operator-state.ts'
import { retentionOf, rulesOf } from '../../../bots/operator-rules.ts'
import { previewTexts } from '../../../bots/text-samples.ts'
import { openTexts } from '../../../bots/texts.ts'
import { instant } from '../../../core/base/units.ts'
import type { Operator } from '../../../bots/operator.ts'
import { NOW } from './world.ts'

const phrases = openTexts()
const day = (back: number): string => new Date(NOW - back * 86_400_000).toISOString().slice(0, 10)
const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString()

export const OPERATOR: Operator = {
  organisation: {
    name: { ar: 'مركز العون الرقمي', ckb: 'ناوەندی یارمەتیی دیجیتاڵ', en: 'Centre for digital help' },
    kind: 'ngo',
    readMoreUrl: 'https://help.example.org/about',
  },
  official: { telegram: '@help_centre_iq' },
  hotlines: [
    {
      id: 'police',
      name: { ar: 'شرطة النجدة', ckb: 'پۆلیسی فریاکەوتن', en: 'Emergency police' },
      number: '104',
      for: ['emergency'],
      source: 'https://moi.example/104 (2026)',
      lastChecked: day(12),
    },
    {
      id: 'lawyers',
      name: { ar: 'محامو أربيل', ckb: 'پارێزەرانی هەولێر', en: 'Lawyers of Erbil' },
      number: '+964 750 200 8179',
      area: { ar: 'إقليم كردستان', ckb: 'هەرێمی کوردستان', en: 'Kurdistan Region' },
      for: ['legal', 'women'],
      source: 'a letter of the bar',
      lastChecked: day(80),
    },
    {
      id: 'children',
      name: { ar: 'خط الطفل', ckb: 'هێڵی منداڵ', en: 'Child line' },
      number: '116',
      for: ['children'],
      source: 'called',
      lastChecked: day(200),
    },
  ],
  teams: [
    { id: 'deepfake', on: false },
    { id: 'minors', languages: ['ar', 'ckb'] },
  ],
  targets: { P2: { replyMinutes: 20 } },
  retention: { P4days: 14 },
  export: { twoPersons: true, onlySealed: true, recipients: [`age1${'q'.repeat(58)}`] },
  anchors: [{ id: 'tsa', url: 'https://tsa.example/tsr', certificates: '', everyHours: 24 }],
  alarm: { webhook: 'https://hooks.example/x', secret: new Uint8Array() },
  women: ['agent12@example.org'],
}

/** As the product itself describes this operator whose numbers were called by somebody. */
export const describeCalled = (calls: Calls, operator: Operator = OPERATOR): OperatorState =>
  describeOperator(
    operator,
    {
      targets: rulesOf(operator, triageRules, teams).targets,
      retention: retentionOf(operator, accessRules.retention),
      teams,
      secondFactor: 'required',
    },
    phrases,
    instant(NOW),
    calls,
  )

export const BOT_TEXTS = previewTexts(phrases)

/** A night on which something of everything is odd. */
export const HEALTH: HealthState = {
  at: ago(0),
  channels: [
    { name: 'telegram', status: 'degraded', since: ago(14), reason: 'unreachable', silentSeconds: 840 },
    { name: 'whatsapp', status: 'elsewhere' },
    { name: 'webchat', status: 'ready', since: ago(600) },
  ],
  queues: {
    inbox: { waiting: 0, oldestSeconds: 0 },
    outbox: { waiting: 3, oldestSeconds: 840 },
    jobs: { waiting: 412, oldestSeconds: 90_000 },
  },
  pictures: 'read',
  sentences: 'resting',
  readers: {
    by: 'network',
    files: false,
    network: true,
    processes: false,
    limits: true,
    refused: false,
    missing: ['ffmpeg', 'ffprobe'],
  },
  storage: {
    engine: 'sqlite',
    store: 'ready',
    vault: 'ready',
    roomBytes: 8_123_456_789,
    reserveBytes: 209_715_200,
    faults: [{ fault: 'size_differs', count: 2 }],
    scrub: { began: ago(1_500), ended: ago(40_000), everyDays: 30, underWay: true },
  },
  backup: { lastAt: ago(1_700) },
  checkpoints: {
    latest: { at: ago(22), ageSeconds: 1_320, size: 1_204 },
    anchors: [
      { id: 'tsa', everyHours: 24, lastAt: ago(300), late: false },
      { id: 'second', everyHours: 24, late: true },
    ],
  },
  tools: {
    status: 'known',
    list: [{ name: 'file-type', version: '22.3.0' }, { name: 'ffmpeg', version: '7.1.3' }, { name: 'perl' }],
  },
  page: 'current',
  process: {
    node: 'v24.21.0',
    upSeconds: 36_000,
    memoryBytes: 412_000_000,
    roles: ['console', 'webchat', 'telegram', 'worker'],
  },
}
