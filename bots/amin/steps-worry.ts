import type { Effect } from '../../core/model/effect.ts'
import type { Option, Step } from '../../core/model/flow.ts'
import type { Condition } from '../../core/model/condition.ts'
import type { CrisisLabel } from '../../core/base/danger.ts'
import { forAnother, minor, otherMinor } from './steps-safety.ts'
import { NO, YES } from './yes-no.ts'

/** Half a yes to a danger to life and limb is a yes. */
// prettier-ignore
const PERHAPS: readonly string[] = [
  'أحيانا', 'احيانا', 'مرات', 'يمكن', 'ربما', 'شوي', 'شوية', 'تقريبا',
  'هەندێک جار', 'هەندێجار', 'جارجار', 'جاروبار', 'ڕەنگە', 'لەوانەیە', 'کەمێک',
  'sometimes', 'maybe', 'perhaps', 'a little', 'a bit', 'kind of', 'i think so', 'i guess',
  'yes sometimes', 'yes maybe',
]

/** An attempt that is over: whoever tells of one beside a no is not as safe as the no says. */
// prettier-ignore
const TRIED: Pick<Option, 'hints' | 'notBeside'> = {
  hints: [
    'حاولت', 'حاولتها', 'جربتها', 'سويتها', 'حاولت البارحة', 'محاولة', 'شربت حبوب', 'بلعت حبوب',
    'اخذت حبوب', 'جرحت ايدي', 'جرحت نفسي',
    'هەوڵم دا', 'هەوڵمدا', 'هەوڵم داوە', 'هەوڵمداوە', 'هەولم دا', 'من هەول دا', 'حەبم خوارد',
    'دەستی خۆمم بڕی', 'تاقیم کردەوە',
    'i tried', 'tried last night', 'tried yesterday', 'tried before', 'tried once', 'have tried',
    'attempted', 'my attempt', 'almost did it', 'nearly did it', 'i did try', 'took pills', 'cut myself',
    '7awalit', 'hawalit', '7awalt', 'hawlm da', 'hewlm da',
  ],
  notBeside: [
    'ما حاولت', 'لم احاول', 'ما حاولتها', 'حاولت اكلم', 'حاولت احجي', 'حاولت ادز', 'حاولت احذف',
    'حاولت اشرح', 'حاولت احظره', 'حاولت اقنعه', 'حاولت ابلغ',
    'هەوڵم نەداوە', 'هەوڵم نەدا', 'قسە بکەم', 'never tried', 'not tried', "haven't tried", 'havent tried',
    "didn't try", 'didnt try',
    'tried to talk', 'tried to call', 'tried to block', 'tried to report', 'tried to tell',
    'tried to send', 'tried to delete', 'tried to sleep', 'tried to pay', 'tried to calm',
    'tried everything', 'ma 7awalit', 'ma hawalit',
  ],
}

const no: Option = { id: 'no', words: [...NO], effects: [{ do: 'tell', key: 'worry-no' }] }

const person: Option = {
  id: 'person',
  words: ['أريد شخصاً أكلمه', 'کەسێک، تکایە', 'قسەکردن لەگەڵ کەسێک', 'a person, please', 'talk to a person'],
  effects: [{ do: 'handoff', why: 'person', key: 'human-requested' }],
}

const yes = (effects: readonly Effect[], words: readonly string[] = PERHAPS): Option => ({
  id: 'yes',
  words: [...YES, ...words],
  effects,
})

/** A label as it stands in ids and facts. */
const nameOf = (label: CrisisLabel): string => label.replace('_', '-')

/**
 * Who writes for somebody else is asked about them; about a wish to die only where the words say that it is
 * that person's.
 */
const forOther = (label: CrisisLabel): Condition => ({
  any: [
    { fact: [`other-${nameOf(label)}`] },
    ...(label === 'self_harm'
      ? []
      : [{ all: [forAnother, { not: { fact: [`own-${nameOf(label)}`] } }] } satisfies Condition]),
  ],
})

/** Of who told that he comes to their home it is not asked whether they are told to go somewhere. */
const promptsOf = (label: CrisisLabel): NonNullable<Step['prompts']> => [
  { when: forOther(label), key: `ask-worry-${nameOf(label)}-other` },
  ...(label === 'meeting' ? [{ when: { fact: ['comes-home'] } as const, key: 'ask-worry-home' }] : []),
]

/** Asked once as soon as words may mean it, where nothing surer is known (bots/amin/README.md, Danger). */
const asks = (label: CrisisLabel, options: readonly Option[], unless: Condition = { any: [] }): Step => ({
  id: `worry-${nameOf(label)}`,
  kind: 'choice',
  lane: 'check',
  quiet: ['skip', 'unknown', 'back', 'human'],
  when: {
    all: [
      { fact: [`ask-${nameOf(label)}`] },
      { not: { any: [{ fact: ['urgent', `crisis-${nameOf(label)}`] }, unless] } },
    ],
  },
  ...(label === 'minor' ? {} : { prompts: promptsOf(label) }),
  options: [...options, no, person],
})

/**
 * One question for each danger that words may mean, the gravest first; that for a deadline follows
 * the flow's own.
 */
export const worrySteps: readonly Step[] = [
  asks('self_harm', [{ ...yes([{ do: 'urgent', label: 'self_harm' }]), ...TRIED }]),
  asks('violence', [yes([{ do: 'urgent', label: 'violence' }])]),
  asks('sexual_abuse', [yes([{ do: 'urgent', label: 'sexual_abuse' }])]),
  asks(
    'minor',
    [
      {
        id: 'me',
        words: [...YES, 'نعم، أنا', 'بەڵێ، خۆم', 'yes, me', 'me', 'انا', 'أني', 'اني', 'خۆم', 'من'],
        effects: [{ do: 'note', step: 'age', option: 'me-16-17' }, ...minor],
      },
      {
        id: 'other',
        words: [
          'نعم، شخص آخر',
          'شخص آخر',
          'بەڵێ، کەسێکی تر',
          'کەسێکی تر',
          'yes, someone else',
          'someone else',
          'somebody else',
        ],
        effects: [{ do: 'note', step: 'age', option: 'other-minor' }, ...otherMinor],
      },
    ],
    { step: 'age', answered: true },
  ),
  asks('meeting', [yes([{ do: 'urgent', label: 'meeting' }], [])]),
]

/** Half a yes and not knowing are a yes of somebody who has just called for help. */
// prettier-ignore
const CANNOT_TELL: readonly string[] = [
  'لا أعرف', 'لا اعرف', 'ما اعرف', 'مدري', 'ما ادري', 'لا ادري', 'اعتقد', 'اظن', 'نازانم', 'نزانم',
  'پێم وایە', "i don't know", 'i dont know', 'dont know', 'idk', 'not sure', 'i think', 'madri',
  'ma adri', 'ma a3ruf', 'nazanm', 'nizanim',
]

/** Asked of who only called for help; when, says core/policy/conversation/ask-cry. */
export const worryOfCry: Step = {
  id: 'worry-cry',
  kind: 'choice',
  lane: 'check',
  quiet: ['skip', 'unknown', 'back', 'human'],
  when: { any: [] },
  options: [yes([{ do: 'urgent' }], [...PERHAPS, ...CANNOT_TELL]), no, person],
}

/** The question for danger asks for a time limit as well: it is heard before anything is asked about one. */
const beforeDanger: Condition = {
  not: {
    any: [
      { step: 'danger', answered: true },
      { step: 'danger', skipped: true },
    ],
  },
}

/** Stands after the flow's own question for it, whose answer spares it. */
export const worryOfDeadline: Step = asks(
  'deadline',
  [
    {
      id: 'hours',
      words: [
        'نعم، خلال ساعات',
        'خلال ساعات',
        'بەڵێ، بەم چەند کاتژمێرە',
        'لە چەند کاتژمێرێکدا',
        'yes, within hours',
        'within hours',
      ],
      effects: [
        { do: 'note', step: 'deadline', option: 'hours' },
        { do: 'urgent', label: 'deadline' },
      ],
    },
    {
      id: 'today',
      // prettier-ignore
      words: [
          ...YES, 'نعم، اليوم أو غداً', 'اليوم', 'غداً', 'باجر', 'بەڵێ، ئەمڕۆ یان سبەینێ', 'ئەمڕۆ',
            'سبەینێ', 'yes, today or tomorrow', 'today', 'tomorrow', 'tonight',
        ],
      effects: [
        { do: 'note', step: 'deadline', option: 'today' },
        { do: 'tell', key: 'worry-noted' },
      ],
    },
  ],
  { any: [beforeDanger, { step: 'deadline', is: ['hours', 'today'] }] },
)
