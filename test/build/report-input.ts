import type {
  InLanguages,
  ReportEntry,
  ReportInput,
  ReportItem,
  ReportLine,
  Stamp,
} from '../../core/custody/bundle/report-input.ts'
import type { Examination } from '../../core/base/examination.ts'
import type { Sha256Hex } from '../../core/base/ids.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import type { Language } from '../../core/base/language.ts'
import { bytes, instant } from '../../core/base/units.ts'

const START = Date.UTC(2026, 10, 24, 10, 5)

const local = new Intl.DateTimeFormat('sv', {
  timeZone: 'Asia/Baghdad',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** `minutes` after the first moment of the case. */
export const stampAt = (minutes: number): Stamp => {
  const at = START + minutes * 60_000
  return { at: instant(at), utc: new Date(at).toISOString(), local: local.format(at) }
}

/** 64 digits that differ for each `n`, and in each part. */
export const hashOf = (n: number): Sha256Hex =>
  Array.from({ length: 8 }, (_, i) =>
    (((n + 1) * 2_654_435_761 + i * 40_503_551) % 4_294_967_296).toString(16).padStart(8, '0'),
  ).join('') as Sha256Hex

export const EXAMINATIONS: readonly Examination[] = [
  { aspect: 'type', found: 'found', tool: 'file-type 22.3.0', facts: { mime: 'image/jpeg' } },
  { aspect: 'digest', found: 'found', tool: 'node:crypto 24.21.0', facts: {} },
  {
    aspect: 'metadata',
    found: 'found',
    tool: 'exifr 7.1.3',
    facts: {
      Make: 'Example',
      Model: 'Example 12',
      DateTimeOriginal: '2026-11-23 21:40:10',
      ImageDescription: 'صورة من الشاشة 3',
    },
  },
  { aspect: 'provenance', found: 'broken', tool: 'c2pa-wasm 0.11.6', facts: { state: 'Invalid' } },
  { aspect: 'generation', found: 'none', tool: 'amin 0.1.0', facts: {} },
  { aspect: 'container', found: 'not_computed', why: 'tool_absent', tool: 'ffprobe', facts: {} },
]

export const anItem = (n: number, more: Partial<ReportItem> = {}): ReportItem => ({
  id: `E${String(n).padStart(4, '0')}`,
  kind: 'photo',
  capture: 'as_sent',
  path: `data/evidence/E${String(n).padStart(4, '0')}.jpg`,
  originalName: 'لقطة شاشة 2026-11-23.jpg',
  declaredMime: 'image/jpeg',
  mime: 'image/jpeg',
  size: bytes(482_113 + n),
  sha256: hashOf(n),
  md5: hashOf(n).slice(0, 32),
  pdq: { hash: hashOf(n + 7), quality: 97 },
  forwarded: false,
  sentAt: stampAt(n),
  announcedAt: stampAt(n),
  receivedAt: stampAt(n + 1),
  examinations: EXAMINATIONS,
  ...more,
})

export const aLine = (n: number, text: string | undefined, more: Partial<ReportLine> = {}): ReportLine => ({
  id: `${n}.0`,
  at: stampAt(n),
  who: 'person',
  kind: 'text',
  ...(text === undefined ? {} : { text }),
  edits: [],
  forwarded: false,
  platformMessage: String(40_000 + n),
  ...more,
})

const aStep = (seq: number, more: Partial<ReportEntry> = {}): ReportEntry => ({
  seq,
  at: stampAt(seq),
  actor: 'person',
  kinds: ['message_received'],
  hash: hashOf(seq + 100),
  ...more,
})

const inAll = (ar: string, ckb: string, en: string): InLanguages => ({ ar, ckb, en })

const QUESTIONS = {
  story: inAll('بكلماتك، ماذا حدث؟', 'بە وشەی خۆت، چی ڕوویدا؟', 'In your own words, what happened?'),
  age: inAll('مَن الذي حدث له هذا؟', 'ئەمە لەسەر کێیە؟', 'Who is this about?'),
  material: inAll('بماذا يهددونك؟', 'بە چی هەڕەشەت لێ دەکەن؟', 'What do they use to threaten you?'),
  demand: inAll('ماذا يطلبون؟', 'چییان دەوێت؟', 'What do they want?'),
  deadline: inAll('هل حدّدوا وقتاً؟', 'کاتێکیان دیاری کردووە؟', 'Did they give a time?'),
  relation: inAll('هل هذا الشخص معروف لديك؟', 'ئەم کەسە لای تۆ ناسراوە؟', 'Is this person known to you?'),
  evidence: inAll(
    'إن أمكن: لقطات شاشة للتهديد',
    'ئەگەر دەتوانیت، وێنەی شاشەی هەڕەشەکان',
    'If you can, send screenshots of the threats',
  ),
}

const STORIES: Readonly<Record<Language, string>> = {
  ar: 'السلام عليكم اني من البصره، واحد على انستا اسمه @dark_demo_iq77 يكول اذا ما احول ٥٠٠ الف على زين كاش ٠٧٨٠٠٠٠٠١١٢ قبل الساعه ١٠ الليله ينشر كلشي عندي.\nرابط الحساب: https://www.facebook.com/profile.php?id=100000000000123 ورقمه 0770 000 0145 (واتساب).\nبعثلي رسالة بتاريخ 2026-11-23 الساعة 21:40 وبيها $200 USDT-TRC20.',
  ckb: 'سڵاو، کەسێک بە ناوی @user_one لە تێلێگرام هەڕەشەم لێ دەکات. دەڵێت تا کاتژمێر 22:00 پارە بنێرە بۆ 0750 000 0145 ئەگینا وێنەکانم بۆ خێزانەکەم دەنێرێت.\nدوێنێ (2026-11-23) بەستەری https://t.me/user_one ی نارد.',
  en: 'Someone called @user_one on Telegram says he will send my pictures to my family unless I pay 500,000 IQD before 22:00.\nHis number is +964 770 000 0145.',
}

/** A realistic case, with nobody in it who exists. */
export const aReport = (language: Language = 'ar', more: Partial<ReportInput> = {}): ReportInput => ({
  v: 1,
  languages: ['ar', language === 'ckb' ? 'ckb' : 'en'],
  zone: 'Asia/Baghdad (UTC+03:00)',
  header: {
    code: 'K7Q2M9XD',
    scope: 'share-investigators',
    preparedAt: stampAt(300),
    openedAt: stampAt(0),
    lastAt: stampAt(290),
    channel: 'telegram',
    language,
    state: 'open',
    team: inAll('الابتزاز الإلكتروني', 'هەڕەشەی ئەلیکترۆنی', 'Online blackmail'),
  },
  organisation: {
    name: inAll('جهة تجريبية للمساعدة', 'ڕێکخراوی نموونەیی', 'Example help organisation'),
    kind: 'ngo',
  },
  narrative: [{ question: QUESTIONS.story, text: untrusted(STORIES[language]), at: stampAt(4) }],
  answers: [
    {
      step: 'age',
      question: QUESTIONS.age,
      answer: { kind: 'label', label: inAll('أنا، 18 فأكثر', 'خۆم، ١٨ یان زیاتر', 'Me, 18+') },
      at: stampAt(3),
    },
    {
      step: 'story',
      question: QUESTIONS.story,
      answer: { kind: 'words', text: untrusted(STORIES[language]) },
      at: stampAt(4),
    },
    {
      step: 'material',
      question: QUESTIONS.material,
      answer: {
        kind: 'label',
        label: inAll('صور أو فيديو خاص', 'وێنە یان ڤیدیۆی تایبەت', 'Private photo or video'),
      },
      at: stampAt(5),
    },
    {
      step: 'demand',
      question: QUESTIONS.demand,
      answer: { kind: 'label', label: inAll('مال', 'پارە', 'Money') },
      at: stampAt(6),
    },
    {
      step: 'deadline',
      question: QUESTIONS.deadline,
      answer: { kind: 'label', label: inAll('خلال ساعات', 'لە چەند کاتژمێرێکدا', 'Within hours') },
      at: stampAt(7),
    },
    {
      step: 'relation',
      question: QUESTIONS.relation,
      answer: { kind: 'label', label: inAll('غريب من الإنترنت', 'نامۆ لە ئینتەرنێت', 'Stranger online') },
      at: stampAt(8),
    },
    {
      step: 'evidence',
      question: QUESTIONS.evidence,
      answer: { kind: 'evidence', items: ['E0001', 'E0002'] },
      at: stampAt(9),
    },
    {
      step: 'person',
      question: inAll('هل من شيء آخر عنه؟', 'شتێکی تر لەبارەیەوە؟', 'Anything else?'),
      answer: { kind: 'skipped', how: 'unknown' },
      at: stampAt(10),
    },
  ],
  timeline: [
    { at: stampAt(0), what: 'case_opened', detail: 'telegram' },
    { at: stampAt(1), what: 'consent_given', detail: 'keep' },
    { at: stampAt(4), what: 'crisis_found', detail: 'deadline, violence' },
    { at: stampAt(4), what: 'severity_judged', detail: 'P2' },
    { at: stampAt(9), what: 'evidence_received', item: 'E0001' },
    { at: stampAt(12), what: 'handoff_requested', detail: 'submitted' },
    { at: stampAt(15), what: 'case_claimed', detail: 'نور' },
  ],
  identifiers: [
    {
      type: 'instagram',
      value: 'dark_demo_iq77',
      raw: untrusted('@dark_demo_iq77'),
      owner: 'perpetrator',
      read: { tool: 'amin chat reader 1', by: 'person' },
    },
    { type: 'zaincash', value: '+9647800000112', raw: untrusted('٠٧٨٠٠٠٠٠١١٢'), owner: 'perpetrator' },
    {
      type: 'facebook_id',
      value: '100000000000123',
      raw: untrusted('https://www.facebook.com/profile.php?id=100000000000123'),
      owner: 'perpetrator',
    },
    { type: 'phone', value: '+9647700000145', raw: untrusted('0770 000 0145'), owner: 'perpetrator' },
    { type: 'phone_self', value: '+9647900000188', raw: untrusted('07900000188'), owner: 'self' },
  ],
  severity: {
    now: 'P2',
    reasons: [
      inAll('مهلة خلال 24 ساعة', 'کەمتر لە ٢٤ کاتژمێر', 'A deadline within 24 hours'),
      inAll('صور خاصة', 'وێنەی تایبەت', 'Private pictures'),
    ],
    setBy: 'rules',
  },
  links: 2,
  evidence: [
    anItem(1),
    anItem(2, { capture: 'recompressed', forwarded: true, originalName: 'screenshot (final) v2.jpg' }),
    anItem(3, { kind: 'statement', path: 'data/evidence/E0003.txt', mime: 'text/plain', examinations: [] }),
  ],
  leftOut: [
    { id: 'E0004', kind: 'video', why: 'failed', at: stampAt(30) },
    { kind: 'photo', why: 'consent', at: stampAt(31) },
    { id: 'E0005', kind: 'photo', why: 'fingerprint', at: stampAt(32), sha256: hashOf(55) },
  ],
  messages: [
    aLine(1, 'سڵاو', {
      who: 'bot',
      text: 'أهلاً بك. معك «أمين»، قناة مساعدة سرّية. ما حدث ليس ذنبك.',
      kind: 'text',
    }),
    aLine(2, 'نكمل', { kind: 'press' }),
    aLine(4, STORIES[language]),
    aLine(5, 'اريدكم تساعدوني 😭😭😭 رقمي 07900000188', {
      edits: [{ at: stampAt(6), text: 'اريدكم تساعدوني، رقمي 07900000188 وهو على @dark_demo_iq77' }],
    }),
    aLine(9, undefined, { kind: 'media', item: 'E0001' }),
    aLine(10, 'هاي الصورة الثانية (IMG_2026.jpg)', { kind: 'media', item: 'E0002', forwarded: true }),
    aLine(12, undefined, { kind: 'media', refused: 'size' }),
    aLine(15, 'معك الآن نور من الفريق. من هذه اللحظة يقرأ رسائلك إنسان لا برنامج.', {
      who: 'agent',
      alias: 'نور',
    }),
    aLine(16, 'My English is ok too: call me at +964 790 000 0188 please'),
    aLine(17, 'سوپاس، من بە کوردیش دەنووسم: ژمارەکەم 0790 000 0188ـە و هەژمارەکە @user_one بوو'),
  ],
  consents: [
    {
      scope: 'keep',
      label: inAll('حفظ ما أرسله', 'هەڵگرتنی ئەوەی دەینێرم', 'Keep what I send'),
      given: true,
      at: stampAt(1),
      version: '1',
    },
    {
      scope: 'share-investigators',
      label: inAll('تسليمه إلى المحققين', 'ڕادەستکردنی بە لێکۆڵەران', 'Hand it to investigators'),
      given: true,
      at: stampAt(20),
      version: '1',
    },
    {
      scope: 'share-ngo',
      label: inAll('تسليمه إلى جهة مساعدة', 'ڕادەستکردنی بە ڕێکخراو', 'Hand it to a helping organisation'),
      given: false,
    },
  ],
  custody: {
    entries: 20,
    hash: hashOf(120),
    steps: [
      aStep(1, { kinds: ['case_opened', 'chat_attached', 'message_received', 'bot_said', 'bot_said'] }),
      aStep(2),
      aStep(3, { actor: 'system', kinds: ['evidence_examined'], item: 'E0001' }),
      aStep(4, {
        actor: 'agent نور',
        kinds: ['evidence_viewed'],
        item: 'E0001',
        reason: 'للتحقق من الرقم 0770 000 0145',
      }),
      aStep(5, { actor: 'bot', kinds: ['bot_said'] }),
      aStep(20, { actor: 'agent Sara', kinds: ['export_prepared'] }),
    ],
  },
  checkpoint: {
    note: 'amin/0f1e2d3c4b5a6978\n1234\nq1Xk0b0Jr2n8m4sVbq0l3Q5yW7t9u1v3x5z7A9C1E3G=\ntime 2026-11-24T15:05:00.000Z\n\n— amin/0f1e2d3c4b5a6978 AbCdEf0123456789AbCdEf0123456789AbCdEf0123456789AbCdEf0123456789AbCdEf0123456789AbCdEf01234=\n',
    origin: 'amin/0f1e2d3c4b5a6978',
    size: 1234,
    root: 'q1Xk0b0Jr2n8m4sVbq0l3Q5yW7t9u1v3x5z7A9C1E3G=',
    leafIndex: 1201,
    publicKey:
      'amin/0f1e2d3c4b5a6978+a1b2c3d4+AdX5k2l8m1n4p7q0r3s6t9u2v5w8x1y4z7A0B3C6D9E2\n-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA1fmTaXybWfinuqM7qe2vbn/cVvS8WHx3twDQHcLoP0Q=\n-----END PUBLIC KEY-----\n',
    anchors: ['tsa-one'],
  },
  certificate: {
    tools: ['c2pa-wasm 0.11.6', 'exifr 7.1.3', 'file-type 22.3.0', 'sharp 0.35.5, libvips 8.18.0'],
    software: 'amin 0.1.0',
    hashes: ['sha256', 'md5', 'pdq'],
    timeSource: 'system-clock',
    operator: 'Sara',
  },
  ...more,
})
