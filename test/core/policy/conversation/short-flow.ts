import type { Effect, Flow } from '../../../../core/model/flow.ts'
import { words } from '../../../../bots/amin/words.ts'

const danger: Effect = { do: 'handoff', why: 'danger', key: 'urgent-called' }
/** Their own specialists at once, and no file is taken (bots/amin/README.md, Under 18). */
const minor: readonly Effect[] = [
  { do: 'tell', key: 'minor' },
  { do: 'handoff', why: 'danger' },
]

/** A short intake of seven questions: what the engine's own tests talk to, whatever the agency asks. */
export const shortFlow: Flow = {
  id: 'intake',
  consent: { step: 'consent', option: 'continue' },
  adult: { step: 'age', options: ['me-18', 'other-adult'], other: 'other-minor' },
  discreet: { step: 'device', options: ['shared', 'watched', 'unsure'] },
  cards: [],
  lessons: [],
  story: { step: 'story', minWords: 4, minCharacters: 18 },
  resumeAfterHours: 12,
  askAgainAfterMinutes: 10,
  words,
  steps: [
    {
      id: 'consent',
      kind: 'choice',
      required: true,
      quiet: ['back'],
      options: [
        {
          id: 'continue',
          words: [
            'نكمل',
            'نعم',
            'اي',
            'موافق',
            'أوافق',
            'تمام',
            'حسنا',
            'بەردەوام',
            'بەڵێ',
            'باشە',
            'ڕازیم',
            'continue',
            'yes',
            'ok',
            'okay',
            'agree',
          ],
        },
        {
          id: 'more',
          words: ['معلومات أكثر', 'المزيد', 'زانیاری زیاتر', 'read more', 'more', 'more information'],
          open: true,
          effects: [{ do: 'tell', key: 'consent-more' }],
        },
        {
          id: 'leave',
          words: ['مغادرة', 'لا', 'لا شكرا', 'ڕۆیشتن', 'نەخێر', 'نا', 'leave', 'no', 'no thanks'],
          open: true,
          effects: [{ do: 'pause', key: 'consent-left', until: 'message' }],
        },
      ],
    },
    {
      id: 'device',
      kind: 'choice',
      quiet: ['unknown'],
      options: [
        {
          id: 'mine',
          words: [
            'نعم، لي وحدي',
            'لي وحدي',
            'نعم',
            'اي',
            'آمن',
            'بەڵێ، تەنها هی خۆمە',
            'تەنها هی خۆمە',
            'بەڵێ',
            'yes, only mine',
            'only mine',
            'yes',
            'safe',
          ],
        },
        {
          id: 'shared',
          words: [
            'مشترك أو يُفتَّش',
            'مشترك',
            'يفتش',
            'هاوبەشە یان دەپشکنرێت',
            'هاوبەشە',
            'دەپشکنرێت',
            'shared or checked',
            'shared',
            'checked',
          ],
        },
        {
          id: 'watched',
          words: [
            'هناك من يراقبني',
            'يراقبوني',
            'مراقب',
            'ئێستا چاودێریم دەکەن',
            'چاودێریم دەکەن',
            'being watched now',
            'watched',
            'being watched',
          ],
          effects: [{ do: 'pause', key: 'paused-watched', until: 'word' }],
        },
        { id: 'unsure', words: ['لا أعرف', 'ما اعرف', 'مدري', 'نازانم', 'not sure', "I don't know", 'idk'] },
      ],
    },
    {
      id: 'danger',
      kind: 'choices',
      takesStory: true,
      quiet: ['unknown'],
      options: [
        { id: 'hurt', words: ['قد يؤذيني أحد', 'لەوانەیە ئازارم بدەن', 'someone may hurt me'], effects: [danger] },
        { id: 'self-harm', words: ['أفكر بإنهاء حياتي', 'بیری کۆتایی ژیانم هەیە', 'thoughts of ending life'], effects: [danger] },
        {
          id: 'deadline',
          words: ['مهلة خلال 24 ساعة', 'مهلة', 'کەمتر لە ٢٤ کاتژمێر', 'deadline within 24 h', 'deadline'],
          effects: [danger],
        },
        { id: 'meeting', words: ['يُطلب مني لقاء أحد', 'داوای بینینم لێ دەکەن', 'told to meet someone'], effects: [danger] },
        { id: 'abuse', words: ['اعتداء مستمر', 'دەستدرێژی بەردەوامە', 'sexual abuse continues'], effects: [danger] },
        {
          id: 'none',
          words: ['لا شيء', 'ولا شي', 'لا', 'كلا', 'ماكو', 'هیچیان', 'نا', 'نەخێر', 'none', 'no', 'nothing', 'none of these'],
          alone: true,
        },
      ],
    },
    {
      id: 'age',
      kind: 'choice',
      quiet: ['skip', 'unknown'],
      afterSkip: [{ do: 'tell', key: 'age-unknown' }],
      options: [
        { id: 'me-18', words: ['أنا، 18 فأكثر', 'خۆم، ١٨ یان زیاتر', 'me, 18+', 'adult', 'بالغ'], range: [18, 110] },
        { id: 'me-16-17', words: ['أنا، 16-17', 'خۆم، ١٦-١٧', 'me, 16-17', '16-17'], range: [16, 17], effects: minor },
        { id: 'me-13-15', words: ['أنا، 13-15', 'خۆم، ١٣-١٥', 'me, 13-15', '13-15'], range: [13, 15], effects: minor },
        { id: 'me-under-13', words: ['أنا، أقل من 13', 'خۆم، کەمتر لە ١٣', 'me, under 13', 'under 13'], range: [8, 12], effects: minor },
        { id: 'other-adult', words: ['شخص بالغ آخر', 'کەسێکی گەورەی تر', 'another adult'] },
        { id: 'other-minor', words: ['شخص دون 18', 'کەسێکی ژێر ١٨', 'someone under 18'], effects: minor },
        {
          id: 'no-answer',
          words: ['بدون جواب', 'نامەوێت بڵێم', 'prefer not to say'],
          effects: [{ do: 'tell', key: 'age-unknown' }],
        },
      ],
    },
    {
      id: 'story',
      kind: 'text',
      voice: true,
      statement: true,
      prompts: [{ when: { not: { step: 'age', is: ['me-18', 'other-adult'] } }, key: 'ask-story-words' }],
      after: [{ do: 'tell', key: 'story-thanks' }],
    },
    { id: 'evidence', kind: 'media', quiet: ['unknown'], when: { step: 'age', is: ['me-18', 'other-adult'] } },
    {
      id: 'review',
      kind: 'review',
      options: [
        {
          id: 'send',
          words: ['إرسال', 'ارسل', 'نعم', 'ناردن', 'بینێرە', 'بەڵێ', 'send', 'yes', 'submit', 'تم', 'تەواو', 'done'],
          effects: [{ do: 'submit' }],
        },
        { id: 'correct', words: ['تصحيح', 'صحح', 'تعديل', 'ڕاستکردنەوە', 'correct', 'edit', 'change'], effects: [{ do: 'correct' }] },
        { id: 'erase', words: ['مسح', 'سڕینەوە', 'erase', 'delete'], effects: [{ do: 'erase' }] },
      ],
    },
  ],
}
