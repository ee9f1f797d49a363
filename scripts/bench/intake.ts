import { createSecretKey, randomBytes } from 'node:crypto'
import { makeHasher } from '../../adapters/crypto/hasher.ts'
import { deriveSecrets } from '../../adapters/crypto/secrets.ts'
import { content } from '../../bots/content.ts'
import { openTexts } from '../../bots/texts.ts'
import { judgeAgain } from '../../core/policy/triage/judge.ts'
import { evolve } from '../../core/model/evolve.ts'
import { emptyCase, type CaseState } from '../../core/model/state.ts'
import type { CaseCode, CaseId, InboundId } from '../../core/base/ids.ts'
import type { Inbound } from '../../core/base/message.ts'
import { respond } from '../../core/services/inbound/respond.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { bytes, instant } from '../../core/base/units.ts'
import { part, print, quantile, round, type Given } from './figures.ts'

const LENGTH = 500
type Size = {
  readonly hostile: number
  readonly messages: number
  readonly warm: number
  readonly tries: number
}
const FULL: Size = { hostile: 100_000, messages: 3_000, warm: 500, tries: 7 }
const SMALLEST: Size = { hostile: 100, messages: 5, warm: 1, tries: 1 }
const NOW = instant(1_767_600_000_000)

/** What frightened people write, in the languages of the bot; cut and joined to messages of one length. */
const SAID = [
  'واحد تعرفت عليه بالانستا عنده صوري ويريد مليون دينار لباجر والا يدزها لاهلي، حسابه @bad_one_77 ورقمه 07701234567',
  'والله ما نمت من البارحه، كل شوية يدز رساله ويكول راح ينشر كلشي، دفعتله مرتين ورجع يريد بعد فلوس على زين كاش',
  'کەسێک هەڕەشەم لێ دەکات، وێنەکانمی لایە و پارەی دەوێت تا سبەینێ، ژمارەکەی ٠٧٥٠١٢٣٤٥٦٧ و ناوی لە تێلیگرام bad_ck',
  'He has a video of me from a call and wants 500 dollars in bitcoin, he knows my brother and my school and I am so scared',
  '3indi mushkila chbira, wa7id 3inda sowari w yreed flus, gal iza ma dfa3it rah yinshurha 3al facebook',
]

/** Repeats, marks on one letter, marks of direction, digits without end, half sentences of danger. */
const FLOODS: readonly (readonly [name: string, piece: string])[] = [
  ['repeats', 'ااا'],
  ['marks', 'ب\u064B\u064C\u064D\u0650'],
  ['direction', 'a\u202E\u2066b\u2069'],
  ['digits', '07701234567 '],
  ['danger', 'kill me يكتلني '],
  ['links', 't.me/a instagram.com/b '],
]

const ports = {
  ...content,
  phrases: openTexts(),
  hasher: makeHasher(deriveSecrets(createSecretKey(randomBytes(32)))),
  capabilities: () => ({
    buttons: true,
    maxButtons: 100,
    maxText: 4096,
    maxDownload: bytes(20_000_000),
    sends: {},
    takesBack: 'both' as const,
    app: 'telegram' as const,
  }),
  official: () => undefined,
  emergency: () => undefined,
}

const messageOf = (n: number, text: string): Inbound => ({
  v: 1,
  channel: 'telegram',
  account: '42',
  chat: '1',
  message: String(n),
  edit: 0,
  sentAt: NOW,
  from: {},
  body: { kind: 'text', text: untrusted(text) },
})

const supplies = {
  now: NOW,
  code: 'CODE0000' as CaseCode,
  evidence: [],
  access: { numbers: [] },
  dice: '0000',
}

/**
 * Normalise, read danger and identifiers, decide, judge: all that is done with a message before it
 * is sealed.
 */
const handle = (state: CaseState, n: number, text: string): CaseState => {
  const decision = respond(ports, state, {
    inbound: String(n) as InboundId,
    item: messageOf(n, text),
    supplies,
  })
  const place = { seq: state.seq + 1, at: NOW }
  const reached = decision.events.reduce((before, event) => evolve(before, event, place), state)
  return judgeAgain(content, reached, NOW, decision.events).reduce(
    (before, event) => evolve(before, event, place),
    reached,
  )
}

const atStory = (): CaseState =>
  ['hello', 'yes', 'I am 22'].reduce((state, text, n) => handle(state, n, text), emptyCase('case' as CaseId))

const timed = (work: () => void): number => {
  const before = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - before) / 1e6
}

const at = (times: readonly number[], share: number): number => round(quantile(times, share), 3)

/**
 * `npm run bench -- intake`: time of one message on a quiet machine (nothing in it waits), beside
 * Unicode's own normalisation of the same text; and floods ten times as long.
 */
export const benchIntake = async ({ smallest }: Given): Promise<void> => {
  const { hostile, messages, warm, tries } = smallest ? SMALLEST : FULL
  part('messages')
  const begun = atStory()
  const texts = Array.from({ length: 50 }, (_, i) =>
    SAID.map((_, j) => SAID[(i + j) % SAID.length])
      .join(' . ')
      .slice(i % 7, (i % 7) + LENGTH),
  )
  const times: number[] = []
  const yardstick: number[] = []
  for (let i = 0; i < messages + warm; i += 1) {
    const text = texts[i % texts.length] ?? ''
    const ours = timed(() => void handle(begun, i, text))
    const theirs = timed(() => void text.normalize('NFKC').toLowerCase())
    if (i >= warm) {
      times.push(ours)
      yardstick.push(theirs)
    }
  }
  print({
    bench: 'intake',
    characters: LENGTH,
    messages,
    p50Ms: at(times, 0.5),
    p99Ms: at(times, 0.99),
    limitMs: 1,
    nfkcP50Ms: at(yardstick, 0.5),
  })
  for (const [name, piece] of FLOODS) {
    part(`flood of ${name}`)
    const flood = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
    const best = (length: number): number =>
      Math.min(...Array.from({ length: tries }, (_, i) => timed(() => void handle(begun, i, flood(length)))))
    const short = best(hostile / 10)
    const long = best(hostile)
    print({
      bench: 'intake',
      flood: name,
      characters: hostile,
      ms: round(long),
      limitMs: 50,
      timesOfATenth: round(long / short, 1),
    })
  }
}
