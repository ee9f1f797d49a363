import type { replies } from '../../bots/amin/replies/set.ts'
import type { Language } from '../../core/base/language.ts'
import { hours, type Ms } from '../../core/base/units.ts'

/** The same in each language. */
export type Words = Readonly<Record<Language, string>>
/** What somebody of the team does with the case. `reply`: says the ready text of this name. */
export type TeamAct = 'joins' | 'leaves' | 'closes' | { readonly reply: (typeof replies)[number] }
/** `walk`: answers whatever is asked, until nothing is or the case was sent. */
export type Act =
  | { readonly says: Words }
  /** `until`: this question is open, and left so. */
  | { readonly walk: Readonly<Record<string, string>>; readonly until?: string }
  | { readonly place: { readonly latitude: number; readonly longitude: number } }
  | { readonly waits: Ms }
  | { readonly team: TeamAct }
  | 'picture'
  | 'start'

export type Scene = { readonly id: string; readonly title: string; readonly acts: readonly Act[] }

const STORY: Words = {
  ar: 'اكو واحد اسمه زرقوني عنده صوري ويهددني ينشرها اذا ما ادفع ٥٠٠ دولار',
  ckb: 'کەسێک بە ناوی زەرقۆنی وێنەکانمی هەیە و هەڕەشە دەکات بڵاویان بکاتەوە ئەگەر ٥٠٠ دۆلار نەدەم',
  en: 'a man called Kestrelby has my pictures and will post them unless I pay 500 dollars',
}
const HELLO: Words = { ar: 'هلو', ckb: 'سڵاو', en: 'hi' }
const SAYINGS: readonly Words[] = [
  { ar: 'خايفة هواي', ckb: 'زۆر دەترسم', en: 'I am so scared' },
  { ar: 'راح تكولون لاهلي؟', ckb: 'بە خێزانەکەم دەڵێن؟', en: 'will you tell my family?' },
  { ar: 'ادفعله لو لا؟', ckb: 'پارەکەی بدەمێ؟', en: 'should I pay him?' },
  { ar: 'انت روبوت؟', ckb: 'تۆ ڕۆبۆتیت؟', en: 'are you a robot?' },
  { ar: 'هو واكف بالباب', ckb: 'لەبەر دەرگایە', en: 'he is at my door' },
]
const LIFE: Words = { ar: 'ما أريد أعيش بعد', ckb: 'نامەوێت بژیم چیتر', en: "I don't want to live any more" }
const CHILD: Words = {
  ar: 'عمري ١٥ وواحد عنده صوري',
  ckb: 'تەمەنم ١٥ ساڵە و کەسێک وێنەکانمی لایە',
  en: 'I am 15 and someone has my photos',
}
const WAY_BACK: Words = { ar: 'رمز العودة', ckb: 'کۆدی گەڕانەوە', en: 'return code' }
const PIN: Words = { ar: '739164', ckb: '739164', en: '739164' }
const START: Words = { ar: '/start', ckb: '/start', en: '/start' }
const ERASE: Words = { ar: 'امسح كل شي', ckb: 'هەموو شتێک بسڕەوە', en: 'erase everything' }
const ADVICE: Words = { ar: 'اريد بس نصيحة', ckb: 'تەنها ئامۆژگاریم دەوێت', en: 'I only want advice' }
const YES: Words = { ar: 'نعم', ckb: 'بەڵێ', en: 'yes' }
const HIDE: Words = { ar: '0', ckb: '0', en: '0' }
const DECOY: Words = { ar: 'باقلاء', ckb: 'نیسک', en: 'lentils' }
const DANGER_WORD: Words = { ar: 'زعفران', ckb: 'زەعفەران', en: 'saffron' }
const SKIP: Words = { ar: 'تجاوز', ckb: 'تێپەڕاندن', en: 'skip' }
const SAFE: Words = { ar: 'هسه وحدي', ckb: 'ئێستا تەنیام', en: 'I am alone now' }
const THANKS: Words = { ar: 'شكرا هواي', ckb: 'زۆر سوپاس', en: 'thank you so much' }
const AGAIN: Words = { ar: 'رجع يكتبلي من جديد', ckb: 'دیسان بۆم دەنووسێتەوە', en: 'he writes to me again' }
const NIECE: Words = {
  ar: 'بنت اختي عمرها ١٤ سنة وواحد عنده صورها ويهددها',
  ckb: 'کچی خوشکەکەم تەمەنی ١٤ ساڵە و کەسێک وێنەکانی لایە و هەڕەشەی لێ دەکات',
  en: 'my niece is 14 and someone has her photos and threatens her',
}
const TAKEN: Words = { ar: 'بلعت كل الحبوب', ckb: 'هەموو حەبەکانم خوارد', en: 'I swallowed all the pills' }
const ALONE: Words = { ar: 'وحدي بالبيت', ckb: 'تەنیام لە ماڵەوە', en: 'alone at home' }
const SUMMARY: Words = { ar: 'ملخص', ckb: 'پوختە', en: 'summary' }

/** Every state that the bot shows somebody, met as a person meets it. */
export const SCENES: readonly Scene[] = [
  {
    id: 'whole',
    title: 'From the first word to the case that was sent, hidden, and looked for',
    acts: ['start', { says: HELLO }, { says: STORY }, { walk: {} }, { says: HIDE }, { says: SUMMARY }],
  },
  {
    id: 'danger',
    title: 'Danger now',
    acts: [{ says: STORY }, { walk: { danger: 'hurt' } }, ...SAYINGS.slice(-1).map((says) => ({ says }))],
  },
  { id: 'words', title: 'What people say and ask', acts: SAYINGS.map((says) => ({ says })) },
  { id: 'picture', title: 'A picture before any word', acts: ['picture', { walk: { age: 'me-18' } }] },
  { id: 'advice', title: 'Only advice', acts: [{ says: HELLO }, { says: ADVICE }] },
  { id: 'life', title: 'Thoughts of ending life', acts: [{ says: LIFE }, { says: YES }, { walk: {} }] },
  {
    id: 'child',
    title: 'A child, with a picture',
    acts: [{ says: CHILD }, { walk: { age: 'me-13-15' } }, 'picture'],
  },
  {
    id: 'back',
    title: 'A PIN is set, the chat is hidden, somebody looks, and the person comes back',
    acts: [
      { says: STORY },
      { walk: {} },
      { says: WAY_BACK },
      { says: PIN },
      { says: HIDE },
      { says: START },
      { says: SUMMARY },
      { says: PIN },
    ],
  },
  {
    id: 'erase',
    title: 'Everything erased',
    acts: [{ says: STORY }, { walk: {} }, { says: ERASE }, { says: YES }],
  },
  {
    id: 'decoy',
    title:
      'A second PIN opens an everyday chat to whoever forces them to show it, and the first one the case',
    acts: [
      { says: STORY },
      { walk: {} },
      { says: WAY_BACK },
      { says: PIN },
      { says: DECOY },
      { says: SKIP },
      { says: HIDE },
      { says: DECOY },
      { says: SUMMARY },
      { says: PIN },
    ],
  },
  {
    id: 'danger-word',
    title: 'A word for danger, written while somebody reads along, and what that person finds',
    acts: [
      { says: STORY },
      { walk: {} },
      { says: WAY_BACK },
      { says: PIN },
      { says: SKIP },
      { says: DANGER_WORD },
      { says: DANGER_WORD },
      { says: HELLO },
      { says: SUMMARY },
    ],
  },
  {
    id: 'watched',
    title: 'A phone that somebody else sees, and somebody who looks now',
    acts: [
      { says: STORY },
      { walk: { danger: 'phone', device: 'watched' }, until: 'age' },
      { says: SUMMARY },
      { says: SAFE },
      { says: YES },
    ],
  },
  {
    id: 'agent',
    title: 'Somebody of the team joins late, speaks, and leaves',
    acts: [
      { says: STORY },
      { walk: {} },
      { waits: hours(3) },
      { team: 'joins' },
      { team: { reply: 'hello' } },
      { team: { reply: 'sorry-late' } },
      { says: THANKS },
      { team: { reply: 'police' } },
      { team: 'leaves' },
      { says: THANKS },
    ],
  },
  {
    id: 'closed',
    title: 'The case is closed, and opened again by a word',
    acts: [
      { says: STORY },
      { walk: {} },
      { team: 'joins' },
      { team: { reply: 'after-crisis' } },
      { team: 'closes' },
      { waits: hours(30) },
      { says: AGAIN },
    ],
  },
  {
    id: 'place',
    title: 'The question where help must be sent, answered by a place',
    acts: [
      { says: STORY },
      { walk: { danger: 'hurt' }, until: 'fast-where' },
      { place: { latitude: 33.31, longitude: 44.36 } },
      { walk: {} },
    ],
  },
  {
    id: 'relative',
    title: 'Somebody who writes for a child, with a picture',
    acts: [{ says: NIECE }, { walk: { age: 'other-minor', 'worry-minor': 'other' } }, 'picture'],
  },
  {
    id: 'begun',
    title: 'An attempt that has begun',
    acts: [{ says: TAKEN }, { says: YES }, { says: ALONE }, { walk: {} }, { says: THANKS }],
  },
  {
    id: 'early-file',
    title: 'A file before its question',
    acts: [{ says: HELLO }, { says: STORY }, 'picture', { walk: {} }],
  },
]
