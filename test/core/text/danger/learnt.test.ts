import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import thresholds from '../../../../bots/amin/crisis/reader.json' with { type: 'json' }
import {
  chancesOf,
  KINDS,
  makeLearnt,
  makeVectors,
  type LearntData,
} from '../../../../core/text/danger/learnt.ts'
import { withLearnt } from '../../../../core/text/danger/outcome.ts'
import { packLearnt, unpackLearnt } from '../../../../core/text/danger/packed.ts'
import { signsOf, soundsOf, wordsOf } from '../../../../core/text/danger/signs.ts'
import { corpusHash, trainingMessages, voicesOf } from '../../../../scripts/learn/corpus.ts'
import { scoreOf, type Share } from '../../../../scripts/learn/score.ts'
import { fit, knownSigns, train } from '../../../../scripts/learn/train.ts'
import { runs } from '../../../property/runs.ts'
import { rules } from './lexicon-rules.ts'

const bytes = readFileSync(new URL('../../../../bots/amin/crisis/reader.bin', import.meta.url))
const learnt = makeLearnt(unpackLearnt(bytes))
const both = withLearnt(rules, learnt, thresholds)
const labelsOf = (text: string, before: readonly string[] = []) =>
  both.read(text, 2026, before).map(({ label }) => label)

type Row = {
  readonly of: string
  readonly heard: Share
  readonly sure: Share
  readonly right: Share
  readonly calmSure: Share
  readonly calmHeard: Share
}

describe('of messages by authors that nothing was learnt from', () => {
  test('calm ones are called a danger, and asked about, no more often than the levels were chosen for; more dangers are heard than rules alone hear, and far fewer calm ones disturbed', () => {
    const voices = voicesOf('calibration')
    const [all] = scoreOf(both, voices) as readonly Row[]
    expect(all?.calmSure.share).toBeLessThanOrEqual(0.03)
    // 0.10 by the levels, and 0.011 for the hours and days that a rule counts whatever the reader says.
    expect(all?.calmHeard.share).toBeLessThanOrEqual(0.115)
    const [alone] = scoreOf(rules, voices) as readonly Row[]
    expect(all?.heard.share).toBeGreaterThan((alone?.heard.share ?? 1) + 0.15)
    expect(all?.calmHeard.share).toBeLessThan((alone?.calmHeard.share ?? 0) - 0.05)
    expect(all?.right.share).toBeGreaterThan(0.95)
  })
})

describe('what was learnt', () => {
  test('is of the messages that lie beside the tests: whoever changes them learns anew (npm run learn)', () => {
    expect(thresholds.learntFrom).toBe(corpusHash())
    expect(thresholds.reader).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('is the same bytes of the same messages', () => {
    const some = trainingMessages().slice(0, 150)
    const once = packLearnt(train(some))
    expect(Buffer.from(packLearnt(train(some))).equals(once)).toBe(true)
    expect(Buffer.from(packLearnt(train(some.slice(1)))).equals(once)).toBe(false)
  })

  test('is packed and unpacked without a change, and refused where bytes are missing', () => {
    expect(Buffer.from(packLearnt(unpackLearnt(bytes))).equals(bytes)).toBe(true)
    expect(() => unpackLearnt(bytes.subarray(0, bytes.length - 1))).toThrow('cut short')
    expect(() => unpackLearnt(new Uint8Array(3))).toThrow('cut short')
  })

  test('comes from no sealed author', () => {
    const learntFrom = new Set(trainingMessages().map(({ author }) => author))
    expect(
      [...voicesOf('sealed'), ...voicesOf('calibration')].filter(({ author }) => learntFrom.has(author)),
    ).toEqual([])
  })
})

describe('what is learnt with signs left out (dropout)', () => {
  const told = (isDanger: boolean) => KINDS.map((_, at) => (at === (isDanger ? 1 : 0) ? 1 : 0))
  const texts = [
    ...Array.from({ length: 40 }, (_, n) => ({
      text: `river bridge tonight ${n % 2 ? 'mum' : 'dad'}`,
      danger: true,
    })),
    ...Array.from({ length: 40 }, (_, n) => ({
      text: `tonight lesson ${n % 2 ? 'mum' : 'dad'} shop`,
      danger: false,
    })),
  ]
  const learnWith = (dropout: number): LearntData =>
    fit(
      knownSigns(texts),
      texts.map(({ text, danger }) => ({ words: wordsOf(text).words, means: told(danger), weight: 1 })),
      KINDS.length,
      { rounds: 14, rate: 0.25, dropout },
    )
  const dangerIn = ({ keys, weights, scale, biases }: LearntData, text: string): number => {
    const { words } = wordsOf(text)
    const { rows, values } = makeVectors(keys)(signsOf(words))(0, words.length)
    const scores = biases.map((bias, kind) =>
      rows.reduce(
        (sum, row, at) => sum + scale * (weights[row * KINDS.length + kind] ?? 0) * (values[at] ?? 0),
        bias,
      ),
    )
    return 1 - (chancesOf(scores)[0] ?? 1)
  }

  test('knows a danger by one of its words more surely than what is learnt of whole messages, and a calm one as well', () => {
    const [whole, left] = [learnWith(0), learnWith(0.5)]
    expect(dangerIn(left, 'the bridge lesson')).toBeGreaterThan(dangerIn(whole, 'the bridge lesson'))
    expect(dangerIn(left, 'mum shop lesson')).toBeLessThan(0.1)
  })

  test('is the same every time', () => {
    expect(learnWith(0.5)).toEqual(learnWith(0.5))
  })
})

test('a danger that may be one of two kinds counts for the likelier by more than its own chance, and for the other by no more', () => {
  const signs = signsOf(['bridge', 'bridge', 'bridge'])
  const keys = Uint32Array.from(new Set(signs.flatMap(({ own }) => own))).toSorted()
  const row = KINDS.map((kind) => ({ none: -40, self_harm: 21, violence: 20 })[kind as string] ?? -40)
  const weights = Int8Array.from(Array.from(keys).flatMap(() => row))
  const told = makeLearnt({ keys, weights, scale: 0.05, biases: KINDS.map(() => 0) })('bridge bridge bridge')
  expect(told?.any.label).toBe('self_harm')
  expect(told?.any.score).toBeGreaterThan(3)
  expect(told?.labels.self_harm.score).toBeGreaterThan(1.5)
  expect(told?.labels.violence.score).toBeLessThan(0)
})

describe('rules are witnesses', () => {
  /** Of thousands each fourth, which is read twice. */
  const messages = voicesOf('training').filter((_, n) => n % 4 === 0)

  test('what a rule calls sure and the reader finds calm is not said: a job, a film, a joke', () => {
    const calm = messages.filter(
      ({ label, unsure, text }) => label === 'none' && !unsure && rules.read(text).some(({ hard }) => hard),
    )
    const still = calm.filter(({ text }) => both.read(text).length > 0)
    expect(calm.length).toBeGreaterThan(25)
    expect(still.length / calm.length).toBeLessThan(0.5)
  })

  test('the reader alone can be sure, in words that no rule knows', () => {
    const found = messages.filter(
      ({ label, unsure, text }) =>
        label !== 'none' &&
        !unsure &&
        rules.read(text).length === 0 &&
        both.read(text).some(({ hard }) => hard),
    )
    expect(found.length).toBeGreaterThan(75)
  })

  test.each([
    'واكف على باب بيتنا هسه',
    'ديدك الباب وما اكدر افتح',
    'إنه يقف أمام باب منزلي الآن',
    'لەبەردەم دەرگاکەمانە ئێستا',
    'کەسێک لە دەرگا دەدات وا بزانم خۆیەتی',
    'he is at my door',
    "someone is knocking and i think it's him",
    'he is outside',
    'hwa wagif 3al bab hessa',
    'huwa barra yam el beit',
    'la ber dergakamana esta',
  ])('somebody at the door is heard as a meeting: %s', (text) => {
    expect(labelsOf(text)).toContain('meeting')
  })

  test.each([
    'الدلفري واكف على الباب لحظة وارجعلكم',
    'the delivery guy is at my door one sec',
    'باوکم لە دەرگا دەدات دواتر دەنووسم',
  ])('who comes to the door every day is none: %s', (text) => {
    expect(labelsOf(text)).toEqual([])
  })

  test.each([
    'I am 15',
    'my little brother is 10',
    'my student is 15 and somebody has her photos',
    'کچەکەم ١٢ ساڵە',
  ])('an age that is said in few words is sure, whatever the reader makes of them: %s', (text) => {
    expect(both.read(text)).toContainEqual(expect.objectContaining({ label: 'minor', hard: true }))
  })

  test.each(['I want to die', 'I will kill myself tonight', 'اريد اموت', 'دەمەوێت خۆم بکوژم'])(
    'a wish to die that is said in few plain words is sure, whatever the reader makes of them: %s',
    (text) => {
      expect(both.read(text)).toContainEqual(expect.objectContaining({ label: 'self_harm', hard: true }))
    },
  )

  test.each(['تعبت من الحياة', 'ئیتر توانام نەما', 'I cannot go on'])(
    'a hint of a wish to die in few words is asked about: %s',
    (text) => {
      expect(both.read(text)).toContainEqual(expect.objectContaining({ label: 'self_harm', hard: false }))
    },
  )

  test('a threat to life in few words is asked about at least', () => {
    expect(labelsOf('he will kill me')).toContain('violence')
  })

  test('too few words for the reader are left to the rules', () => {
    expect(both.read('انتحر')).toEqual(rules.read('انتحر'))
  })
})

describe('several messages', () => {
  test('of a talk are read together: danger is heard that no single one of them says', () => {
    const talks = Map.groupBy(
      voicesOf('training').filter(({ talk }) => talk !== undefined),
      ({ author, talk }) => `${author} ${talk}`,
    )
    const silent = [...talks.values()].filter(
      (talk) => talk.at(-1)?.whole !== 'none' && talk.every(({ text }) => both.read(text).length === 0),
    )
    const heard = silent.filter((talk) =>
      talk.some(
        ({ text }, at) =>
          both.read(
            text,
            2026,
            talk.slice(0, at).map((one) => one.text),
          ).length > 0,
      ),
    )
    expect(silent.length).toBeGreaterThan(5)
    expect(heard.length / silent.length).toBeGreaterThan(0.3)
  })

  test.each([
    ['i cant take it anymore', 'ok im back'],
    ['i cant take it anymore i want to sleep', 'no im safe'],
  ])('calm words after «%s» raise nothing that those before them did not: «%s»', (earlier, text) => {
    expect(learnt([earlier, text].join('\n'))?.whole.score).toBeGreaterThan(thresholds.together)
    expect(labelsOf(text, [earlier])).toEqual([])
  })

  test('that only repeat what was read before are no news: they raise by what they add', () => {
    const [earlier, more] = ['i cant take it anymore', 'its him']
    expect(learnt([earlier, more].join('\n'))?.whole.score).toBeGreaterThan(thresholds.together)
    expect(labelsOf(more, [earlier])).toEqual([])
  })

  test('together are only asked about, and the place that is shown lies in the last one', () => {
    for (const message of voicesOf('training').filter(({ asked }) => asked !== undefined)) {
      const alone = both.read(message.text, 2026)
      const hits = both.read(message.text, 2026, [message.asked ?? ''])
      if (alone.length > 0) expect(hits).toEqual(alone)
      for (const hit of hits) {
        expect(hit.end).toBeLessThanOrEqual(message.text.length)
        if (alone.length === 0) expect(hit.hard).toBe(false)
      }
    }
  })
})

describe('signs', () => {
  test.each([
    ['yiktilni', 'يكتلني'],
    ['yktlny', 'يكتلني'],
    ['khanjar', 'خنجر'],
    ['shlon', 'شلون'],
  ])('%s sounds as %s does', (latin, arabic) => {
    expect(soundsOf(latin)).toBe(soundsOf(arabic))
  })

  test.each([
    'He writes from +964 750 123 4567',
    'this is the account 0770 12 34 567',
    'لەم ژمارەیەوە 0750 123 4567',
  ])('a telephone number in pieces is none of the words: %s', (text) => {
    expect(wordsOf(text).words).toEqual(expect.not.arrayContaining(['0', '1', '2']))
  })

  test('a sentence and a line end where they end', () => {
    expect(wordsOf('one two. three\nfour five').stops).toEqual([false, false, true, true, false])
  })
})

test('a danger in the middle of a long calm story is heard, and the words that are shown hold it', () => {
  const calm = 'مرحبا شلونكم اريد اسأل عن الخدمة مالتكم وشنو الاوراق اللي تحتاجوها مني حتى اسجل. '.repeat(4)
  const said = 'ما اريد اعيش بعد وخليت الحبوب يمي الليلة انهي كلشي.'
  expect(both.read(calm)).toEqual([])
  const text = `${calm}${said} ${calm}`
  const [hit] = both.read(text)
  expect(hit?.label).toBe('self_harm')
  expect(said).toContain(text.slice(hit?.start, hit?.end).trim().slice(0, 20))
})

test('law: any text is read without a throw, and what is shown lies in it', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 400 }), (text) => {
      for (const hit of both.read(text))
        expect([hit.start >= 0, hit.start < hit.end, hit.end <= text.length]).toEqual([true, true, true])
    }),
    runs(100),
  )
})
