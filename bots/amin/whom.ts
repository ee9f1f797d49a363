import type { Step } from '../../core/model/flow.ts'
import { option } from './option.ts'

const listed = (text: string): readonly string[] => text.split(',').map((each) => each.trim())

/** Those whom people report for, as they are named at the place of a phrase. */
const ENGLISH = listed(`
  friend, best friend, sister, little sister, brother, daughter, son, niece, nephew, cousin,
  wife, mother, girlfriend, student, pupil, neighbour, neighbor, colleague, classmate
`)
const ARABIC = listed(`
  صديقتي, صديقي, رفيقتي, رفيقي, صاحبتي, زميلتي, زميلي, اختي, اخوي, اخويه, بنتي, بنيتي, ابني,
  زوجتي, مرتي, خطيبتي, امي, بنت عمي, بنت خالي, بنت خالتي, بنت اختي, بنت اخوي, طالبتي, تلميذتي, تلميذي, جارتي
`)
const SORANI = listed(`
  هاوڕێکەم, هاوڕێیەکم, هاوڕێم, خوشکم, خوشکەکەم, کچم, کچەکەم, کوڕەکەم, براکەم, ژنەکەم,
  ئامۆزاکەم, هاوپۆلەکەم, قوتابییەکەم, قوتابییەکم, خوێندکارەکەم, خوێندکارێکم, شاگردەکەم, شاگردێکم
`)

const around = (
  names: readonly string[],
  phrases: readonly ((name: string) => string)[],
): readonly string[] => names.flatMap((name) => phrases.map((phrase) => phrase(name)))

/** Of them it is heard only as whom it is done to: a husband who is abusive reports nothing. */
const GROWN_ENGLISH = listed(
  'husband, father, dad, mum, mom, fiance, fiancee, boyfriend, aunt, uncle, teacher, boss',
)
const GROWN_ARABIC = listed('زوجي, رجلي, ابوي, ابويه, خطيبي, حبيبتي, خالتي, عمتي, خالي, عمي, استاذي')

/** What is done to them, so that nobody is taken for a victim who blackmails ("my friend has my photos"). */
const hints: readonly string[] = [
  ...around(ENGLISH, [
    (name) => `my ${name} is being`,
    (name) => `my ${name} is blackmailed`,
    (name) => `my ${name} gets blackmailed`,
    (name) => `my ${name} was blackmailed`,
    (name) => `blackmailing my ${name}`,
    (name) => `blackmails my ${name}`,
    (name) => `blackmailed my ${name}`,
    (name) => `extorting my ${name}`,
    (name) => `my ${name}s photos`,
    (name) => `my ${name}s pictures`,
    (name) => `my ${name} needs help`,
    (name) => `writing for my ${name}`,
    (name) => `asking for my ${name}`,
    (name) => `its about my ${name}`,
    (name) => `it is about my ${name}`,
  ]),
  ...around(GROWN_ENGLISH, [
    (name) => `blackmailing my ${name}`,
    (name) => `blackmails my ${name}`,
    (name) => `blackmailed my ${name}`,
    (name) => `extorting my ${name}`,
    (name) => `my ${name} is blackmailed`,
    (name) => `my ${name} is being blackmailed`,
    (name) => `my ${name} gets blackmailed`,
  ]),
  ...around(GROWN_ARABIC, [(name) => `يبتز ${name}`, (name) => `يبتزون ${name}`, (name) => `مبتز ${name}`]),
  ...around(ARABIC, [
    (name) => `يبتز ${name}`,
    (name) => `يبتزون ${name}`,
    (name) => `مبتز ${name}`,
    (name) => `${name} يبتزها`,
    (name) => `${name} يبتزه`,
    (name) => `${name} مبتزها`,
    (name) => `${name} واحد يبتزها`,
    (name) => `${name} واحد يهددها`,
    (name) => `${name} اكو واحد`,
    (name) => `${name} يهددونها`,
    (name) => `${name} تتعرض`,
    (name) => `${name} يتعرض`,
    (name) => `${name} تعرضت`,
    (name) => `عنده صور ${name}`,
    (name) => `يهدد ${name}`,
    (name) => `يهددون ${name}`,
    (name) => `مهدد ${name}`,
    (name) => `اكتب عن ${name}`,
    (name) => `الموضوع يخص ${name}`,
  ]),
  ...around(SORANI, [
    (name) => `هەڕەشە لە ${name}`,
    (name) => `هەڕەشەی لە ${name}`,
    (name) => `وێنەی ${name}`,
    (name) => `وێنەکانی ${name}`,
    (name) => `${name} هەڕەشەی لێ`,
    (name) => `${name} هەڕەشەی لێدەکرێت`,
  ]),
  // "کچم" is "I am a girl" as well.
  ...around(
    SORANI.filter((name) => name !== 'کچم'),
    [(name) => `یارمەتی ${name}`, (name) => `لەبارەی ${name}`],
  ),
  ...listed(`
  has her photos, has her pictures, has her nudes, blackmailing her, blackmails her,
  threatening her, عنده صورها, يبتزها, يهددها, مبتزها, ناشر صورها, ينشر صورها, صورها يمه,
  yibtazha, ybtzha, student of mine, pupil of mine, students of mine, one of my students, one of my pupils,
  threatens her, threatens him, طالبة عندي, طالب عندي, وحدة من طالباتي, واحد من طلابي, هەڕەشەی لێ دەکرێت,
  هەڕەشەی لێدەکرێت, هەڕەشەی لێ دەکات, هەڕەشەی لێدەکات, هەڕەشەی لێ دەکەن, قوتابیا من, قوتابیێ من, شاگردێ من,
  شاگردێکی من, خوێندکارێکی من
  `),
]

/**
 * Blackmail of who writes: whoever else it is done to, the questions speak of the writer. Not what kin may do
 * to them for it: who is afraid of a father still reports for a sister, whose age is not theirs (law 10).
 */
const notBeside = listed(`
  threatening me, threatens me, threatened me, blackmailing me, blackmails me,
  blackmailed me, extorting me, my photos, my pictures, my pics, my nudes, my video,
  my videos, photos of me, pictures of me, video of me, videos of me, يهددني, يهددوني, هددني,
  مهددني, تهددني, يبتزني, يبتزوني, ابتزني, مبتزني, تبتزني, صوري, صورتي, فيديوهاتي,
  گەفا ل من, گەفێ ل من, گەفێن ل من, گەف ل من, gefa li min, gefan li min, هەڕەشەم لێ, هەڕەشەم لێدەکات, هەڕەشەم لێدەکەن, وێنەکانم, وێنەکەم, وێنەی من, وێنەی خۆم,
  ڤیدیۆکەم, yhadedni, yhaddidni, yibtazni, ybtzni, swari, suwari
`)

/**
 * Whom this is told for, read from the words and never asked: the questions of danger then speak of
 * that person, and the writer's own age says nothing of theirs.
 */
export const whomStep: Step = {
  id: 'whom',
  kind: 'choice',
  prefill: true,
  silent: true,
  options: [option('other', ['عن شخص آخر', 'بۆ کەسێکی تر', 'somebody else'], hints, { notBeside })],
}
