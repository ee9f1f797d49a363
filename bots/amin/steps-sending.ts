import { NO } from './yes-no.ts'
import type { Step } from '../../core/model/flow.ts'
import { option } from './option.ts'

/** "Send it", as it is typed to somebody, and what is said before it. */
const SEND = ['ارسلوها', 'ارسلوه', 'ارسلها', 'ارسله', 'دزوها', 'دزوه', 'دزها', 'دزه', 'ابعثوها', 'ابعثوه']
const BEFORE = ['خلص', 'يلا', 'تمام', 'اوكي', 'زين', 'خوش']

/**
 * Before the team has it: who is to answer and when, and what was understood, to look at once more
 * (bots/amin/README.md, Intake).
 */
export const sendingSteps: readonly Step[] = [
  {
    id: 'wish',
    kind: 'choice',
    silent: true,
    prefill: true,
    options: [
      // prettier-ignore
      option('woman', ['امرأة', 'ژنێک', 'a woman', 'woman'], ['اريد موظفه', 'اريد وحده تحجي', 'اريد امراه', 'موظفه مو موظف', 'ژنێکم دەوێت', 'talk to a woman', 'a female agent', 'woman agent']),
      option('man', ['رجل', 'پیاوێک', 'a man', 'man']),
      option('any', ['لا فرق', 'جیاوازی نییە', 'no preference', 'any']),
    ],
  },
  {
    id: 'contact',
    kind: 'choice',
    silent: true,
    options: [
      option('any-time', ['أي وقت', 'هەر کاتێک', 'any time']),
      option('not-at-night', ['ليس ليلاً', 'ليس ليلا', 'مو بالليل', 'شەوان نا', 'بە شەو نا', 'not at night']),
      option('after', [
        'فقط بعد رسالة مني',
        'فقط بعد أن أكتب',
        'تەنها دوای نووسینی خۆم',
        'only after I write',
      ]),
    ],
  },
  {
    id: 'review',
    kind: 'review',
    // Of nobody under 18, and of no unknown age, is a file taken: so none is asked for.
    prompts: [{ when: { not: { step: 'age', is: ['me-18', 'other-adult'] } }, key: 'ask-review-words' }],
    options: [
      option(
        'woman',
        [
          'إرسال، وترد امرأة',
          'إرسال، والرد من موظفة',
          'ناردن، ژنێک وەڵام دەدات',
          'ناردن، وەڵام لە ژنێک',
          'ژنێک وەڵام بداتەوە',
          'send, a woman replies',
          'a woman',
          'ژنێک',
        ],
        [],
        {
          look: 'main',
          effects: [{ do: 'note', step: 'wish', option: 'woman' }, { do: 'submit' }],
        },
      ),
      option(
        'man',
        [
          'إرسال، ويرد رجل',
          'إرسال، والرد من موظف',
          'ناردن، پیاوێک وەڵام دەدا',
          'ناردن، وەڵام لە پیاوێک',
          'پیاوێک وەڵام بداتەوە',
          'send, a man replies',
          'a man',
          'پیاوێک',
        ],
        [],
        {
          look: 'main',
          effects: [{ do: 'note', step: 'wish', option: 'man' }, { do: 'submit' }],
        },
      ),
      // prettier-ignore
      option('send', ['إرسال', 'إرسال، لا فرق', 'ارسل', 'ارسلوا', 'ناردن', 'ناردن، جیاوازی نییە', 'بینێرە', 'بنێرە', 'send', 'send it', 'send, no preference', 'submit', 'ok send', 'okay send', 'ok send it', 'send it now', 'send it please', ...SEND, ...BEFORE.flatMap((word) => SEND.map((send) => `${word} ${send}`)), 'دزوها هسه', 'ارسلوه رجاء', 'بینێرن', 'با بینێرن', 'فرێکەن', 'فرێ بکەن', 'بهنێرن'], [
        // A yes beside it: "I will send it now" means a screenshot.
        'اي ارسل', 'اي ارسلوها', 'اي دزوها', 'اي دزها', 'نعم ارسلوها', 'نعم ارسل', 'نعم ارسلوه', 'نعم تفضلوا', 'تفضلو دزوه', 'تفضلوا دزوه', 'باشە بینێرە', 'باشە بینێرن', 'بەڵێ بینێرن', 'بەلێ بهنێرن', 'بەلێ بنێرە', 'بەلێ فرێکەن', 'yes send', 'yes send it', 'yes please send', 'yes go ahead', 'yea send it', 'yes pls send', 'ee dezha', 'ee dizzha', 'bale binera',
      ], {
        look: 'main',
        effects: [{ do: 'submit' }],
      }),
      option(
        'after',
        [
          'فقط بعد رسالة مني',
          'فقط بعد أن أكتب',
          'الرد فقط بعد رسالتي',
          'تەنها دوای نووسینی خۆم',
          'وەڵام تەنها کە نووسیم',
          'only after I write',
          'reply only when I write',
        ],
        [],
        {
          effects: [
            { do: 'note', step: 'contact', option: 'after' },
            { do: 'tell', key: 'contact-after' },
          ],
        },
      ),
      option(
        'correct',
        ['تصحيح', 'صحح', 'تعديل', 'ڕاستکردنەوە', 'correct', 'edit', 'change', 'change something'],
        [],
        {
          effects: [{ do: 'correct' }],
        },
      ),
      option(
        'add',
        ['إضافة شيء', 'إضافة', 'أضف شيئاً', 'زیادکردنی شتێک', 'زیادکردن', 'add something', 'add'],
        [],
        {
          effects: [{ do: 'add' }],
        },
      ),
      option('erase', ['مسح', 'سڕینەوە', 'erase', 'delete'], [], {
        look: 'apart',
        effects: [{ do: 'erase' }],
      }),
      // prettier-ignore
      option('keep', [...NO, 'ليس الآن', 'مو هسه', 'بعدين', 'ئێستا نا', 'not now', 'later'], [
        'لا ترسل', 'لا ترسلوا', 'لا ترسلوها', 'لا تدزوها', 'لا تدزوه', 'لا تدزون', 'ما اريد ادز', 'ما اريد ارسل', 'مەنێرە', 'مەینێرە', 'مەنێرن', 'مەینێرن', 'ناینێرم', 'فرێ نەکە', 'فرێ نەکەن', "don't send", 'dont send', 'do not send', 'la tdizha', 'la tdizoha', 'maynera', 'maineran',
      ], {
        look: 'aside',
        effects: [{ do: 'tell', key: 'review-kept' }],
      }),
    ],
  },
]
