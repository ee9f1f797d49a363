import type { z } from 'zod'
import { RIGHTS } from '../../../adapters/console/contract/rights.ts'
import { roleMay } from '../../../adapters/console/server/identity/roles.ts'
import type { Agent, CaseFile, Evidence, Severity, Status } from '../../../adapters/console/contract/index.ts'
import type { Message } from '../../../adapters/console/contract/messages.ts'
import { factsOf } from './facts-world.ts'
import { type Me, AgentRow } from '../../../adapters/console/contract/people.ts'
import { type Custody } from '../../../adapters/console/contract/index.ts'
import type { Examination } from '../../../adapters/console/contract/evidence.ts'

/** A case as the scripted server holds it. `clear` are the bytes a reveal opens. */
export type HeldCase = {
  file: Omit<CaseFile, 'mine'>
  messages: Message[]
  evidence: Evidence[]
  custody: Custody
}

export const NOW = Date.UTC(2026, 10, 24, 11, 0, 0)
const minutesAgo = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString()

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** The n-th code: eight signs of the product's alphabet. */
export const codeOf = (n: number): string =>
  Array.from({ length: 8 }, (_, i) => ALPHABET[(n * 7919 + i * 104_729 + Math.floor(n / 32) * i) % 32])
    .join('')
    .slice(0, 5) + [ALPHABET[(n >> 10) % 32], ALPHABET[(n >> 5) % 32], ALPHABET[n % 32]].join('')

export const ME: z.infer<typeof Agent> = { id: 'a-me', name: 'الموظفة 7' }
export const COLLEAGUE: z.infer<typeof Agent> = { id: 'a-other', name: 'Agent 12' }

const WORDS = [
  'هددني بنشر الصور إذا لم أدفع 500 دولار قبل 22:00 على المحفظة (USDT-TRC20) TQ5xJ8kLmN2pR7sT9fK2',
  'حسابه على الإنستغرام @real.user_99 ورقمه +964 770 123 4412',
  'ناردوویەتی بۆ @dadash_kurd لە تێلیگرام و داوای ٥٠٠ دۆلار دەکات',
  'He says he will send everything to my family tonight.',
  'أرجوكم ساعدوني، لا أعرف ماذا أفعل',
]

/** A file in which nothing was found. */
const readingOf: NonNullable<Evidence['examined']> = {
  digest: { found: 'found' },
  type: { found: 'found', mismatch: false, also: [] },
  metadata: { found: 'none', hasPlace: false },
  origin: { found: 'none' },
  generation: { found: 'none', tools: [] },
  derived: [],
}

/** Everything that was read, as the server tells it on request. */
export const RESULTS: Examination = {
  results: [
    {
      aspect: 'type',
      found: 'found',
      tool: 'file-type 22.3.0',
      facts: [{ name: 'mime', value: 'image/jpeg' }],
    },
    {
      aspect: 'metadata',
      found: 'found',
      tool: 'exifr 7.1.3',
      facts: [
        { name: 'ifd0.Model', value: 'SM-A515F' },
        { name: 'exif.UserComment', value: 'صورة (USDT-TRC20) 2026-11-20' },
        { name: 'exif.PixelXDimension', value: 1600 },
      ],
    },
    { aspect: 'generation', found: 'none', tool: 'amin reader 1', facts: [] },
    { aspect: 'rendering', found: 'not_computed', why: 'tool_absent', tool: 'ffmpeg', facts: [] },
  ],
}

const evidenceOf = (n: number): Evidence[] => [
  {
    id: `e${n}-photo`,
    kind: 'photo',
    capture: 'recompressed',
    state: 'sealed',
    receivedAt: minutesAgo(14),
    sentAt: minutesAgo(15),
    forwarded: true,
    mime: 'image/jpeg',
    size: 184_320,
    sha256: 'ab12cd34'.repeat(8),
    preview: 'ready',
    examined: {
      ...readingOf,
      metadata: {
        found: 'found',
        camera: 'Samsung SM-A515F',
        software: 'محرر الصور',
        takenAt: '2026:11:20 22:14:09',
        hasPlace: true,
      },
      origin: { found: 'found', signer: 'Example Camera CA', madeBy: 'Camera App 3.1' },
      pdq: { hash: 'f08c'.repeat(16), quality: 87 },
      width: 1600,
      height: 1004,
    },
  },
  {
    id: `e${n}-voice`,
    kind: 'voice',
    capture: 'as_sent',
    state: 'sealed',
    receivedAt: minutesAgo(13),
    sentAt: minutesAgo(13),
    forwarded: false,
    mime: 'audio/ogg',
    size: 48_200,
    sha256: '0f1e2d3c'.repeat(8),
    preview: 'none',
    examined: {
      ...readingOf,
      metadata: { found: 'not_computed', why: 'unsupported', hasPlace: false },
      origin: { found: 'not_computed', why: 'unsupported' },
      durationMs: 42_300,
      waveform: Array.from({ length: 100 }, (_, i) =>
        Math.round(50 + 45 * Math.sin(i / 4) * Math.cos(i / 17)),
      ),
    },
  },
  {
    id: `e${n}-file`,
    kind: 'document',
    capture: 'as_sent',
    state: 'pending',
    receivedAt: minutesAgo(12),
    sentAt: minutesAgo(12),
    forwarded: false,
    fileName: 'محادثة (chat-export).pdf',
    declaredMime: 'application/pdf',
    preview: 'pending',
  },
  {
    id: `e${n}-statement`,
    kind: 'statement',
    capture: 'as_sent',
    state: 'sealed',
    receivedAt: minutesAgo(11),
    sentAt: minutesAgo(11),
    forwarded: false,
    mime: 'text/plain',
    size: 640,
    sha256: '99887766'.repeat(8),
    preview: 'none',
  },
  {
    id: `e${n}-video`,
    kind: 'video',
    capture: 'as_sent',
    state: 'sealed',
    receivedAt: minutesAgo(12),
    sentAt: minutesAgo(12),
    forwarded: false,
    fileName: 'IMG_2211.MOV',
    declaredMime: 'image/jpeg',
    mime: 'video/mp4',
    size: 18_200_000,
    sha256: '44aa55bb'.repeat(8),
    preview: 'ready',
    examined: {
      ...readingOf,
      digest: { found: n === 3 ? 'broken' : 'found' },
      type: { found: 'found', mismatch: true, trailing: 1_204, also: ['zip'] },
      metadata: { found: 'not_computed', why: 'tool_absent', hasPlace: false },
      origin: { found: 'broken', signer: 'Somebody' },
      generation: { found: 'found', tools: ['Stable Diffusion web UI', 'FaceSwap'] },
      durationMs: 3_723_000,
      width: 1920,
      height: 1080,
      derived: Array.from({ length: 9 }, (_, i) => ({
        n: i,
        what: 'frame' as const,
        index: i,
        width: 480,
        height: 270,
      })),
    },
  },
]

/** What the intake read: of every kind of value that a list of them must bear. */
const findingsOf = (
  n: number,
): Pick<
  HeldCase['file'],
  | 'dangers'
  | 'identifiers'
  | 'links'
  | 'sameFile'
  | 'alike'
  | 'sameScript'
  | 'sameSound'
  | 'apart'
  | 'consents'
> => ({
  dangers: [
    {
      label: 'violence',
      sure: true,
      about: 'self',
      rule: 'violence/kill-kin',
      witness: 'rule',
      outcome: 'sure',
      before: 'وصلتني رسالة اليوم. ',
      sentence: 'أخي يقول إذا وصلت الصور (USDT-TRC20) راح يذبحني',
      at: minutesAgo(6),
      message: '911.0',
    },
    {
      label: 'violence',
      sure: true,
      about: 'self',
      rule: 'violence/threat-3',
      witness: 'rule',
      outcome: 'sure',
      before: 'وصلتني رسالة اليوم. ',
      sentence: 'أخي يقول إذا وصلت الصور (USDT-TRC20) راح يذبحني',
      at: minutesAgo(6),
      message: '911.0',
    },
    {
      label: 'self_harm',
      sure: false,
      about: 'other',
      rule: 'leaning-self_harm',
      witness: 'reader',
      outcome: 'no',
      before: 'I am writing for my sister, ',
      sentence: 'she says she cannot go on',
      after: ' and I do not know what to do.',
      at: minutesAgo(16),
      message: '911.0',
    },
  ],
  identifiers: [
    {
      type: 'phone',
      value: '+9647701234412',
      raw: '+964 770 123 4412',
      owner: 'perpetrator',
      unresolved: false,
    },
    {
      type: 'instagram',
      value: 'real.user_99',
      raw: 'إنستغرام @real.user_99',
      owner: 'perpetrator',
      unresolved: false,
    },
    {
      type: 'tron',
      value: 'TQ5xJ8kLmN2pR7sT9fK2aaBBccDDeeFFgg',
      raw: 'TQ5xJ8kLmN2pR7sT9fK2aaBBccDDeeFFgg',
      owner: 'perpetrator',
      unresolved: false,
    },
    {
      type: 'facebook_id_other',
      value: '100012345678901',
      raw: 'fb.com/profile.php?id=100012345678901',
      owner: 'other',
      unresolved: false,
    },
    { type: 'url', value: 'fb.me/s/AbC12', raw: 'fb.me/s/AbC12', owner: 'perpetrator', unresolved: true },
    {
      type: 'phone',
      value: '••• 5566',
      raw: '••• 5566',
      owner: 'perpetrator',
      unresolved: false,
      masked: true,
    },
    { type: 'phone_self', value: '+9647509998877', raw: '٠٧٥٠ ٩٩٩ ٨٨٧٧', owner: 'self', unresolved: false },
  ],
  links: [codeOf(n + 1), codeOf(n + 2)],
  sameFile: n % 5 === 3 ? [codeOf(n + 5)] : [],
  alike: n % 4 === 3 ? [codeOf(n + 4)] : [],
  sameScript: n % 6 === 3 ? [codeOf(n + 6)] : [],
  sameSound: n % 7 === 3 ? [codeOf(n + 7)] : [],
  apart:
    n % 4 === 3
      ? [
          {
            code: codeOf(n + 5),
            by: COLLEAGUE.name,
            reason: 'الرقم لمحل عام (0770)، لا صلة',
            at: minutesAgo(30),
          },
        ]
      : [],
  consents: [
    { scope: 'keep', given: true, at: minutesAgo(31) },
    { scope: 'share-investigators', given: true, at: minutesAgo(20) },
    { scope: 'share-ngo', given: false },
    { scope: 'contact-me', given: true, at: minutesAgo(31) },
    { scope: 'hashes-to-platforms', given: false, at: minutesAgo(9) },
  ],
})

/**
 * The first case is in danger, the fourth must not be written to unasked; the others say nothing of
 * themselves.
 */
const signalsOf = (n: number): HeldCase['file']['signals'] => ({
  ...(n === 0
    ? {
        duress: { at: minutesAgo(7), channel: 'whatsapp' as const },
        decoy: { at: minutesAgo(9), channel: 'telegram' as const },
        tried: { at: minutesAgo(20), channel: 'webchat' as const, count: 3 },
        returned: { at: minutesAgo(30), channel: 'telegram' as const },
      }
    : {}),
  watched: false,
  discreet: n === 3,
  afterTheyWrite: n === 3,
  waits: n === 3 ? 'yes' : 'no',
})

const threadOf = (n: number, long: number): Message[] => {
  const filler = Array.from({ length: long }, (_, i): Message => ({
    id: `${i}.0`,
    at: minutesAgo(3000 - i),
    from: i % 2 === 0 ? 'person' : 'bot',
    text: `${WORDS[i % WORDS.length]} · ${i}`,
  }))
  return [
    ...filler,
    {
      id: '900.0',
      at: minutesAgo(31),
      from: 'bot',
      text: 'أهلاً بك. معك «أمين»، قناة مساعدة سرّية. هل نكمل؟',
      buttons: ['نكمل', 'معلومات أكثر', 'خروج'],
      delivery: 'read',
    },
    { id: '901.0', at: minutesAgo(30), from: 'person', text: 'نكمل' },
    {
      id: '902.0',
      at: minutesAgo(16),
      from: 'person',
      text: WORDS[0],
      edits: [{ at: minutesAgo(15), text: `${WORDS[0]} وقبل الغد` }],
    },
    {
      id: '903.0',
      at: minutesAgo(15),
      from: 'person',
      evidence: `e${n}-photo`,
      media: { kind: 'photo', state: 'sealed' },
      forwarded: { hidden: true, attested: false },
    },
    {
      id: '904.0',
      at: minutesAgo(13),
      from: 'person',
      evidence: `e${n}-voice`,
      media: { kind: 'voice', state: 'sealed' },
    },
    {
      id: '905.0',
      at: minutesAgo(12),
      from: 'person',
      evidence: `e${n}-file`,
      media: { kind: 'document', state: 'pending' },
      text: WORDS[1],
    },
    ...(n === 0 || n === 3
      ? [
          {
            id: '905.5',
            at: minutesAgo(12),
            from: 'person',
            media: { kind: 'photo', state: 'waiting' },
          } as const,
        ]
      : []),
    {
      id: '906.0',
      at: minutesAgo(11),
      from: 'person',
      text: 'see this',
      forwarded: {
        from: 'فضائح (@real_user_99)',
        id: '1234567890',
        link: 'https://t.me/real_user_99/77',
        at: minutesAgo(6000),
        hidden: false,
        attested: true,
      },
    },
    { id: '907.0', at: minutesAgo(10), from: 'event', event: 'handoff', detail: 'danger' },
    { id: '908.0', at: minutesAgo(9), from: 'event', event: 'claimed', author: ME.name },
    {
      id: '909.0',
      at: minutesAgo(8),
      from: 'agent',
      author: ME.name,
      text: 'أنا معك. لا ترسل مالاً ولا تحذف شيئاً.',
      delivery: 'delivered',
    },
    {
      id: '910.0',
      at: minutesAgo(7),
      from: 'agent',
      author: ME.name,
      text: 'هل أنت في مكان آمن الآن؟',
      delivery: 'unclear',
    },
    { id: '911.0', at: minutesAgo(6), from: 'person', text: 'نعم، في البيت' },
    { id: '912.0', at: minutesAgo(6), from: 'event', event: 'paged', detail: 'supervisor' },
    { id: '913.0', at: minutesAgo(5), from: 'event', event: 'consent-given', detail: 'share-investigators' },
    {
      id: '914.0',
      at: minutesAgo(5),
      from: 'agent',
      author: ME.name,
      text: 'هذه تنتظر حتى تكتب لنا.',
      held: true,
    },
  ]
}

const CYCLE: readonly Status[] = ['waiting', 'waiting', 'bot', 'agent', 'waiting', 'closed', 'bot']

/** The n-th case. The first waits, the fourth is the caller's own. */
export const makeCase = (n: number, long = 0): HeldCase => {
  const status = CYCLE[n % CYCLE.length] ?? 'waiting'
  const severity = (['P1', 'P2', 'P3', 'P4'] as const satisfies readonly Severity[])[n % 4] ?? 'P4'
  const messages = threadOf(n, long)
  const file: HeldCase['file'] = {
    code: codeOf(n),
    status,
    severity,
    team: 'women_family',
    copies: n % 4 === 0 ? ['minors', 'financial'] : [],
    language: n % 3 === 2 ? 'en' : n % 3 === 1 ? 'ckb' : 'ar',
    channel: (['telegram', 'whatsapp', 'webchat'] as const)[n % 3] ?? 'webchat',
    openedAt: minutesAgo(40 + n),
    lastAt: minutesAgo(6 + n),
    unread: n % 5,
    evidence: 5,
    preview: (WORDS[n % WORDS.length] ?? '').slice(0, 120),
    ...factsOf(n),
    version: 12,
    seq: 34,
    answers: [
      {
        step: 'device',
        question: 'هل الكتابة من هذا الهاتف آمنة الآن؟',
        answer: 'نعم، لي وحدي',
        skipped: false,
        at: minutesAgo(29),
      },
      {
        step: 'danger',
        question: 'سلامتك أولاً. هل ينطبق عليك شيء الآن؟',
        answer: 'مهلة خلال 24 ساعة',
        skipped: false,
        at: minutesAgo(28),
        message: '901.0',
        correctable: true,
      },
      {
        step: 'age',
        question: 'مَن الذي حدث له هذا؟',
        answer: '',
        skipped: true,
        at: minutesAgo(27),
        correctable: true,
      },
      {
        step: 'story',
        question: 'ماذا حدث؟',
        answer: WORDS[0] ?? '',
        skipped: false,
        at: minutesAgo(20),
        message: '902.0',
        correctable: true,
      },
    ],
    reasons: ['مهلة خلال 24 ساعة', 'صور خاصة حقيقية'],
    notes: [
      {
        id: 'n1',
        at: minutesAgo(5),
        author: COLLEAGUE.name,
        text: 'اتصل بنا من الرقم +964 770 123 4412 أيضاً',
      },
    ],
    person: {
      blocked: false,
      exited: n % 2 === 1,
      channelNote: 'لا تخفي تلغرام هذه المحادثة عمّن يمسك الهاتف',
    },
    ...findingsOf(n),
    todo:
      n === 3
        ? [
            {
              id: '20.0',
              text: 'الاتصال بالمصرف (USDT-TRC20)',
              by: COLLEAGUE.name,
              at: minutesAgo(20),
              dueAt: minutesAgo(5),
            },
            {
              id: '21.0',
              text: 'ask for the chat export',
              by: ME.name,
              at: minutesAgo(19),
              dueAt: minutesAgo(-300),
            },
            { id: '22.0', text: 'كتابة ملخص', by: ME.name, at: minutesAgo(18), doneAt: minutesAgo(2) },
          ]
        : [],
    ...(n === 3
      ? {
          tasks: 2,
          passedOn: {
            by: COLLEAGUE.name,
            note: 'تحدثت مع أختها؛ الرقم +964 770 123 4412 لزميله.',
            at: minutesAgo(9),
          },
        }
      : {}),
    ...(n % 4 === 0 ? { burdens: ['minor', 'self_harm'] as const satisfies CaseFile['burdens'] } : {}),
    ...(n === 0 || n === 3
      ? { filesWait: { count: n + 2, why: n === 0 ? 'consent' : 'age', step: 'age' } as const }
      : {}),
    ...(n === 10
      ? { helpAsked: true as const, help: { by: COLLEAGUE.name, text: '', at: minutesAgo(2) } }
      : {}),
    signals: signalsOf(n),
    ...(n === 0 || n === 3 ? { check: { words: 'قمر نهر', at: minutesAgo(4), until: minutesAgo(-26) } } : {}),
    ...(n % 4 === 0 ? { danger: { label: 'violence', sure: true } as const, wish: 'woman' as const } : {}),
    ...(n % 4 === 1 ? { danger: { label: 'self_harm', sure: false } as const } : {}),
    // The first is late, the second has some minutes, later ones have hours and days.
    ...(status === 'waiting'
      ? { waitingSince: minutesAgo(4 + n), dueAt: minutesAgo(n === 0 ? 12 : -Math.min(3 * n ** 4, 40_000)) }
      : {}),
    ...(status === 'agent' ? { assignee: n === 3 ? ME : COLLEAGUE } : {}),
  }
  const kinds = [
    ['case_opened', 'chat_attached'],
    ['message_received', 'answer_given'],
    ['evidence_announced'],
    ['evidence_received'],
    ['case_claimed'],
    ['agent_said'],
    ['evidence_examined'],
    ['evidence_viewed'],
    ['export_requested', 'export_prepared', 'case_exported'],
  ]
  const details: Readonly<Record<number, Custody['entries'][number]['details']>> = {
    6: [
      {
        kind: 'evidence_examined',
        evidence: `e${n}-photo`,
        tools: ['file-type 22.3.0', 'exifr 7.1.3', 'c2pa-wasm 0.11.6'],
      },
    ],
    7: [
      {
        kind: 'evidence_viewed',
        evidence: `e${n}-photo`,
        what: 'reveal',
        reason: 'لفهم التهديد: الرقم @real.user_99',
      },
    ],
    8: [
      { kind: 'export_requested', reason: 'طلب النيابة رقم 4412/2026' },
      { kind: 'export_prepared', scope: 'share-investigators' },
      { kind: 'case_exported', sha256: 'cd'.repeat(32), recipients: 2 },
    ],
  }
  return {
    file,
    messages,
    evidence: evidenceOf(n),
    custody: {
      intact: true,
      entries: kinds.map((entryKinds, i) => ({
        seq: i + 1,
        at: minutesAgo(40 - i * 5),
        actor:
          [
            'person',
            'person',
            'bot',
            'system',
            `agent:${ME.id}`,
            `agent:${ME.id}`,
            'system',
            `agent:${ME.id}`,
            `agent:${ME.id}`,
          ][i] ?? 'system',
        ...(i > 3 && i !== 6 ? { agent: ME } : {}),
        ...(details[i] === undefined ? {} : { details: details[i] }),
        kinds: entryKinds,
        hash: (i + 1).toString(16).repeat(64).slice(0, 64),
        prev: i.toString(16).repeat(64).slice(0, 64),
      })),
    },
  }
}

export type Person = z.infer<typeof Me>
export const makeMe = (role: Person['role'] = 'agent', secondFactor = true): Person => ({
  id: ME.id,
  name: ME.name,
  email: 'agent7@example.org',
  role,
  rights: RIGHTS.filter((right) => roleMay(role, right)),
  secondFactor,
  idleMinutes: 60,
  secondFactorRequired: false,
})

export const AGENTS: z.infer<typeof AgentRow>[] = [
  { ...ME, email: 'agent7@example.org', role: 'admin', secondFactor: true, state: 'active' },
  { ...COLLEAGUE, email: 'agent12@example.org', role: 'agent', secondFactor: false, state: 'active' },
  {
    id: 'a-new',
    name: 'Agent 31',
    email: 'agent31@example.org',
    role: 'supervisor',
    secondFactor: false,
    state: 'invited',
  },
]
