import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { flow } from '../../bots/amin/flow.ts'
import { openTexts } from '../../bots/texts.ts'
import type { Language } from '../../core/base/language.ts'
import { seconds } from '../../core/base/units.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { optionKey } from '../../core/model/keys.ts'
import type { Button, Capabilities } from '../../core/ports/channel.ts'
import { drawPicture } from '../demo/pictures.ts'
import { openTalk, type Said, type Talk } from '../commands/talk.ts'

/** One bubble: of the bot, with what stands under it, or of the person. */
export type Bubble =
  | { readonly from: 'bot'; readonly text: string; readonly buttons: readonly Button[] }
  | { readonly from: 'person'; readonly text: string; readonly picture?: true }

type Words = Readonly<Record<Language, string>>
/** `walk`: answers whatever is asked, until nothing is or the case was sent. */
type Act =
  { readonly says: Words } | { readonly walk: Readonly<Record<string, string>> } | 'picture' | 'start'

export type Scene = { readonly id: string; readonly title: string; readonly acts: readonly Act[] }

const STORY: Words = {
  ar: 'اكو واحد اسمه زرقوني عنده صوري ويهددني ينشرها اذا ما ادفع ٥٠٠ دولار',
  ckb: 'کەسێک بە ناوی زەرقۆنی وێنەکانمی هەیە و هەڕەشە دەکات بڵاویان بکاتەوە ئەگەر ٥٠٠ دۆلار نەدەم',
  en: 'a man called Kestrelby has my pictures and will post them unless I pay 500 dollars',
}
const HELLO: Words = { ar: 'هلو', ckb: 'سڵاو', en: 'hi' }
const SOMETHING: Words = { ar: 'ما اعرف بالضبط', ckb: 'بە تەواوی نازانم', en: 'I do not know exactly' }
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
const SUMMARY: Words = { ar: 'ملخص', ckb: 'پوختە', en: 'summary' }

/** What is picked of a question where the scene does not say: the calm way through. */
const CALM = ['continue', 'mine', 'none', 'me-18', 'submit', 'no']

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
]

/** A pause after which whoever typed in pieces has got the answer. */
const PAUSE = seconds(30)
/** Far more than any way through the flow asks. */
const MOST_STEPS = 40

const phrases = openTexts()
/** The key that passes a question over. */
const SKIP = 'control-skip'
/** What ends a question that takes several answers. */
const DONE = 'control-done'
const isolates = /[\u2066-\u2069]/g
const plain = (text: string): string => text.replaceAll(isolates, '')

/** Plays a scene in a new conversation; `capabilities` of the messenger decide what is shown how. */
export const playScene = async (
  scene: Scene,
  language: Language,
  capabilities: Capabilities,
): Promise<readonly Bubble[]> => {
  const talk: Talk = openTalk(language, capabilities, makeMemoryLog())
  const bubbles: Bubble[] = []
  const folder = await mkdtemp(join(tmpdir(), 'amin-scenes-'))

  const hear = async (said: Promise<readonly Said[]>): Promise<void> => {
    for (const { text, buttons } of await said) bubbles.push({ from: 'bot', text, buttons })
  }
  const says = async (text: string): Promise<void> => {
    bubbles.push({ from: 'person', text })
    await hear(talk.send({ kind: 'text', text: untrusted(text) }))
    await hear(talk.pass(PAUSE))
  }
  /** Presses what is called so, or types its number where the messenger has no buttons. */
  const picksLabel = async (label: string): Promise<boolean> => {
    const said = bubbles.flatMap((bubble) => (bubble.from === 'bot' ? [bubble] : []))
    const button = said.flatMap(({ buttons }) => buttons).findLast((one) => plain(one.label) === plain(label))
    if (button !== undefined) {
      bubbles.push({ from: 'person', text: label })
      await hear(talk.send({ kind: 'press', token: button.token }))
      await hear(talk.pass(PAUSE))
      return true
    }
    const line = said
      .flatMap(({ text }) => text.split('\n'))
      .findLast((each) => plain(each).trim().endsWith(plain(label)) && /^\W*\d/u.test(each))
    const number = line?.match(/\d+/)?.[0]
    if (number === undefined) return false
    await says(number)
    return true
  }
  const picks = async (step: string, option: string): Promise<boolean> =>
    picksLabel(phrases.say(language, optionKey(step, option)))

  const open = async () => {
    const id = (await talk.state())?.conversation.open?.step
    return flow.steps.find((step) => step.id === id)
  }
  const walk = async (wanted: Readonly<Record<string, string>>): Promise<void> => {
    for (let at = 0; at < MOST_STEPS; at += 1) {
      const step = await open()
      if (step === undefined || (await talk.state())?.conversation.submitted === true) return
      const before = bubbles.length
      if (!('options' in step)) {
        await says(step.kind === 'media' ? phrases.say(language, SKIP) : SOMETHING[language])
        // Nobody is asked any more: a person of the team is waited for.
        if (bubbles.length === before + 1) return
        continue
      }
      const ids = step.options.map(({ id }) => id)
      const id = [wanted[step.id], ...CALM].find((one) => one !== undefined && ids.includes(one)) ?? ids[0]
      if (id === undefined || !(await picks(step.id, id))) return
      // A messenger that ticks in place says nothing new; any other that is silent has ended.
      if (bubbles.length === before + 1 && step.kind !== 'choices') return
      const done = bubbles
        .flatMap((bubble) => (bubble.from === 'bot' ? bubble.buttons : []))
        .findLast(({ role }) => role === 'done')
      if ((await open())?.id !== step.id) continue
      if (done !== undefined) await picksLabel(done.label)
      // Ticks and "done" come in place of the keys that stand: typed, it says the same.
      else await says(phrases.say(language, DONE))
    }
  }
  const act = async (one: Act): Promise<void> => {
    if (one === 'start') return hear(talk.send({ kind: 'start' }))
    if (one === 'picture') {
      const path = join(folder, 'picture.png')
      await writeFile(path, await drawPicture(1))
      bubbles.push({ from: 'person', text: '', picture: true })
      await hear(talk.sendFile(path))
      return hear(talk.pass(PAUSE))
    }
    if ('says' in one) return says(one.says[language])
    return walk(one.walk)
  }
  try {
    for (const one of scene.acts) await act(one)
    return bubbles
  } finally {
    await talk.close()
    await rm(folder, { recursive: true, force: true })
  }
}
