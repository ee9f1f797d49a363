import { NO, YES } from './yes-no.ts'
import { BESIDE, NOBODY_READS, NOT_WATCHED, PHONE_SEEN, READS_ALONG, WATCHED_NOW } from './watched.ts'
import type { Effect } from '../../core/model/effect.ts'
import type { Condition } from '../../core/model/condition.ts'
import type { Step } from '../../core/model/flow.ts'

/** Their own specialists at once, and no file is taken (bots/amin/README.md, Under 18). */
export const minor: readonly Effect[] = [
  { do: 'tell', key: 'minor' },
  { do: 'handoff', why: 'danger' },
]
/**
 * The same where a relative or a teacher writes for a child: nobody blames an adult who helps, and
 * what helps the child is said.
 */
export const otherMinor: readonly Effect[] = [
  { do: 'tell', key: 'minor-other' },
  { do: 'handoff', why: 'danger' },
]

/** Ages of who writes. */
export const OWN_AGES: readonly string[] = ['me-18', 'me-16-17', 'me-13-15', 'me-under-13']

/** It is told for somebody else, by the words or by the age that was given. */
export const forAnother: Condition = {
  any: [
    { all: [{ step: 'whom', is: ['other'] }, { not: { step: 'age', is: OWN_AGES } }] },
    { step: 'age', is: ['other-adult', 'other-minor'] },
  ],
}

/** Consent, what happened in their own words, danger, age: what everybody is asked. */
export const safetySteps: readonly Step[] = [
  {
    id: 'consent',
    kind: 'choice',
    required: true,
    // In danger nobody is greeted: it is asked because a file waits, once.
    prompts: [{ when: { all: [{ fact: ['urgent'] }, { fact: ['file-waits'] }] }, key: 'ask-consent-file' }],
    quiet: ['back'],
    options: [
      {
        id: 'continue',
        // prettier-ignore
        words: [
          ...YES, 'نكمل', 'موافق', 'موافقة', 'أوافق', 'تمام', 'حسنا', 'بەردەوام', 'بەڵێ', 'باشە', 'ڕازیم',
          'continue', 'yes', 'ok', 'okay', 'agree', 'i agree', 'نعم، أريد أن أحكي', 'أريد أن أحكي', 'اريد احجي', 'اريد احكي', 'بەڵێ، دەمەوێت قسە بکەم', 'دەمەوێت قسە بکەم', 'yes, i want to talk', 'i want to talk', 'i want to tell',
        ],
        look: 'main',
      },
      // The door for whoever has no breath for a story: people are called, and nothing is agreed to.
      {
        id: 'danger',
        words: ['أنا في خطر الآن', 'اني بخطر هسه', 'ئێستا لە مەترسیدام', 'i am in danger now'],
        open: true,
        effects: [{ do: 'urgent' }],
      },
      {
        id: 'advice',
        words: ['أريد نصيحة فقط', 'تەنها ئامۆژگاری', 'i only want advice'],
        open: true,
        effects: [{ do: 'advise' }],
      },
      {
        id: 'more',
        words: ['معلومات أكثر', 'المزيد', 'زانیاری زیاتر', 'read more', 'more', 'more information'],
        open: true,
        look: 'aside',
        effects: [{ do: 'tell', key: 'consent-more', channel: true }],
      },
      {
        id: 'leave',
        words: [...NO, 'مغادرة', 'لا شكرا', 'ڕۆیشتن', 'leave', 'no thanks'],
        open: true,
        look: 'aside',
        effects: [{ do: 'pause', key: 'consent-left', until: 'message' }],
      },
    ],
  },
  {
    id: 'story',
    kind: 'text',
    voice: true,
    statement: true,
    // No voice note is taken of a child, or of who does not say the age (law 10 of core/README.md).
    prompts: [
      {
        when: {
          all: [
            {
              any: [
                { step: 'age', answered: true },
                { step: 'age', skipped: true },
              ],
            },
            { not: { step: 'age', is: ['me-18', 'other-adult'] } },
          ],
        },
        key: 'ask-story-words',
      },
    ],
    after: [{ do: 'tell', key: 'story-thanks' }],
  },
  // Whoever tells unasked that others read along is asked this before anything else.
  {
    id: 'device',
    kind: 'choice',
    // Asked of who says that others see the phone; of others it is read where they tell it.
    spared: { not: { step: 'danger', is: ['phone'] } },
    bare: true,
    prefill: true,
    otherwise: 'unsure',
    quiet: ['skip', 'unknown'],
    options: [
      {
        id: 'mine',
        // prettier-ignore
        words: [
          ...YES, ...NOT_WATCHED, 'نعم، لي وحدي', 'لي وحدي', 'آمن', 'بەڵێ، تەنها هی خۆمە', 'تەنها هی خۆمە', 'بەڵێ',
          'yes, only mine', 'only mine', 'yes', 'safe', 'mine', 'my phone', 'my own phone', 'only me',
          'امان', 'اي امان', 'موبايلي', 'مۆبایلی خۆمە',
        ],
      },
      {
        id: 'shared',
        // prettier-ignore
        words: [
          'مشترك أو يُفتَّش', 'مشترك', 'يفتش', 'يفتشون', 'هاوبەشە یان دەپشکنرێت', 'هاوبەشە', 'دەپشکنرێت',
          'shared or checked', 'shared', 'checked',
        ],
        // prettier-ignore
        hints: [
          'يمي بالبيت', 'بالصاله', 'مو كلش', 'يفتشون موبايلي',
          'يفتشون تلفوني', 'لێرەن', 'لێرە هنا',
          'not really', 'people around', 'they check my phone', 'checks my phone',
        ],
        insteadOf: ['mine'],
      },
      {
        id: 'watched',
        // prettier-ignore
        words: [
          'هناك من يراقبني', 'يراقبوني', 'مراقب', 'ئێستا چاودێریم دەکەن', 'چاودێریم دەکەن',
          'being watched now', 'watched', 'being watched', ...NO, ...WATCHED_NOW,
        ],
        // prettier-ignore
        hints: [
          'هناك من يراقبني الان', 'هسه يراقبوني', 'يراقبوني هسه', 'يراقبني هسه', 'ئێستا چاودێریم دەکەن',
          'ئێستا چاودێریم دەکرێت', 'being watched now',
          'being watched right now', 'watching me now', 'watching me right now',
        ],
        insteadOf: ['mine', 'shared'],
        effects: [{ do: 'pause', key: 'paused-watched', until: 'word' }],
      },
      {
        id: 'unsure',
        words: ['لا أعرف', 'ما اعرف', 'مدري', 'نازانم', 'not sure', "I don't know", 'idk'],
      },
    ],
  },
  {
    id: 'danger',
    kind: 'choices',
    oneMessage: true,
    bare: true,
    prompts: [{ when: forAnother, key: 'ask-danger-other' }],
    takesStory: true,
    quiet: ['unknown'],
    options: [
      {
        id: 'hurt',
        words: ['قد يؤذيني أحد', 'لەوانەیە ئازارم بدەن', 'someone may hurt me'],
        effects: [{ do: 'urgent', label: 'violence' }],
      },
      {
        id: 'self-harm',
        // prettier-ignore
        words: [
          'أفكر بإنهاء حياتي', 'بیر لە مردن دەکەمەوە', 'بیری کۆتایی ژیانم هەیە', 'thoughts of ending life',
        ],
        effects: [{ do: 'urgent', label: 'self_harm' }],
      },
      {
        id: 'deadline',
        words: [
          'مهلة خلال 24 ساعة',
          'مهلة',
          'کەمتر لە ٢٤ کاتژمێر',
          'مۆڵەتی کەمتر لە ڕۆژێک',
          'deadline within 24 h',
          'deadline',
          'within hours',
          'yes within hours',
          'tonight',
          'yes tonight',
          'خلال ساعات',
          'الليلة',
          'اي الليلة',
          'ئەمشەو',
          'بەڵێ ئەمشەو',
        ],
        effects: [{ do: 'urgent', label: 'deadline' }],
      },
      {
        id: 'meeting',
        words: ['يُطلب مني لقاء أحد', 'داوای بینینم لێ دەکەن', 'told to meet someone'],
        effects: [{ do: 'urgent', label: 'meeting' }],
      },
      {
        id: 'abuse',
        // prettier-ignore
        words: [
          'اعتداء مستمر', 'اعتداء جنسي مستمر', 'دەستدرێژی بەردەوامە', 'دەستدرێژیی سێکسی', 'sexual abuse continues',
        ],
        effects: [{ do: 'urgent', label: 'sexual_abuse' }],
      },
      {
        id: 'phone',
        // prettier-ignore
        words: [
          'يرى أحد هذا الهاتف', 'هناك من يرى هاتفي', 'کەسێک مۆبایلەکەم دەبینێت', 'my phone is seen',
          'someone sees this phone', ...PHONE_SEEN,
        ],
        hints: [...READS_ALONG, ...BESIDE],
        notBeside: NOBODY_READS,
        beside: true,
      },
      {
        id: 'none',
        // prettier-ignore
        words: [
          ...NO, 'لا شيء', 'لا شي', 'ولا شي', 'ولا شيء', 'ولا واحد', 'ولا وحدة', 'ماكو', 'ماكو شي', 'هیچیان', 'هیچ', 'هیچ کامیان', 'چو', 'چو تشت',
          'none', 'nothing', 'none of these', 'no danger', 'i am safe', "i'm safe", 'maku', 'mako', 'wala shi', 'hich', 'hichyan', 'chu',
        ],
        alone: true,
        // A time limit that the words hinted at is one of them. Whose the phone is was not asked.
        effects: [{ do: 'note', step: 'worry-deadline', option: 'no', due: true }],
      },
    ],
  },
  {
    id: 'age',
    kind: 'choice',
    prefill: true,
    prompts: [
      { when: { fact: ['age-of-whom'] }, key: 'ask-age-whose' },
      { when: { fact: ['file-waits'] }, key: 'ask-age-file' },
    ],
    quiet: ['skip', 'unknown'],
    afterSkip: [{ do: 'tell', key: 'age-unknown' }],
    options: [
      {
        id: 'me-18',
        words: ['أنا، 18 فأكثر', 'خۆم، ١٨ یان زیاتر', 'me, 18+', 'adult', 'بالغ', 'بالغة'],
        range: [18, 110],
      },
      {
        id: 'me-16-17',
        words: ['أنا، 16-17', 'أنا، 16 أو 17', 'خۆم، ١٦-١٧', 'خۆم، 16 یان 17', 'me, 16-17', '16-17'],
        range: [16, 17],
        effects: minor,
      },
      {
        id: 'me-13-15',
        words: ['أنا، 13-15', 'أنا، من 13 إلى 15', 'خۆم، ١٣-١٥', 'خۆم، 13 تا 15', 'me, 13-15', '13-15'],
        range: [13, 15],
        effects: minor,
      },
      {
        id: 'me-under-13',
        words: ['أنا، أقل من 13', 'خۆم، کەمتر لە ١٣', 'me, under 13', 'under 13'],
        range: [6, 12],
        effects: minor,
      },
      {
        id: 'other-adult',
        // prettier-ignore
        words: [
          'شخص بالغ آخر', 'شخص آخر، 18 فأكثر', 'کەسێکی گەورەی تر', 'کەسێکی تر، 18 یان زیاتر', 'another adult',
          'someone else, 18+',
        ],
      },
      {
        id: 'other-minor',
        // prettier-ignore
        words: [
          'شخص دون 18', 'شخص آخر، دون 18', 'کەسێکی ژێر ١٨', 'کەسێکی تر، ژێر 18', 'someone under 18',
          'someone else, under 18',
        ],
        effects: otherMinor,
      },
      {
        id: 'no-answer',
        words: ['بدون جواب', 'لا أريد أن أقول', 'نامەوێت بڵێم', 'prefer not to say'],
        effects: [{ do: 'tell', key: 'age-unknown' }],
      },
    ],
  },
]
