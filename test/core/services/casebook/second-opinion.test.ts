import { assert, constantFrom, property, record, double, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { content } from '../../../../bots/content.ts'
import { isLearnt, witnessOf, CRISIS_LABELS } from '../../../../core/base/danger.ts'
import type { Opinion } from '../../../../core/ports/sentence-reader.ts'
import { withOpinions } from '../../../../core/services/casebook/second-opinion.ts'
import { runs } from '../../../property/runs.ts'

const labels = { self_harm: -9, violence: -9, sexual_abuse: -9, minor: -9, meeting: -9, deadline: -9 }
const GRAVE: Opinion = { any: 7, labels: { ...labels, self_harm: 7 } }
const FAMILY: Opinion = { any: 6, labels: { ...labels, violence: 6 } }
const CALM: Opinion = { any: -9, labels }

/** Words of which the first reader is in doubt, and hears nothing by itself. */
const DOUBTFUL = 'please give my watch to my cousin, I will have no use for it'

const opinions = (opinion: Opinion | undefined) => {
  const asked: string[] = []
  return {
    asked,
    sentences: {
      read: (texts: readonly string[]) => {
        asked.push(...texts)
        return Promise.resolve(texts.map(() => opinion))
      },
    },
  }
}
const read = (text: string, opinion: Opinion | undefined) =>
  withOpinions({ crisis: content.crisis, sentences: opinions(opinion).sentences }, (crisis) =>
    crisis.read(text, 2026),
  )

describe('a second opinion', () => {
  test('makes words be asked about that the first reader alone lets pass, and is named as the witness', async () => {
    expect(content.crisis.read(DOUBTFUL, 2026)).toEqual([])
    const hits = await read(DOUBTFUL, GRAVE)
    expect(hits.map((hit) => [hit.label, hit.hard, witnessOf(hit)])).toEqual([
      ['self_harm', false, 'sentences'],
    ])
    expect(hits.every(isLearnt)).toBe(true)
    expect(hits.map(({ start, end }) => DOUBTFUL.slice(start, end))).toEqual([DOUBTFUL])
  })

  test('that does not come leaves all to the first reader', async () => {
    for (const text of [DOUBTFUL, 'I want to die', 'thank you very much for your help'])
      expect(await read(text, undefined)).toEqual(content.crisis.read(text, 2026))
  })

  test('is asked for only where something hangs on it, and deciding is done once more with it', async () => {
    const { asked, sentences } = opinions(GRAVE)
    const ports = { crisis: content.crisis, sentences }
    let decided = 0
    const decide = (text: string) =>
      withOpinions(ports, (crisis) => {
        decided += 1
        return crisis.read(text, 2026)
      })
    // Sure without it, and calm without a doubt.
    await decide('I want to kill myself tonight')
    await decide('hello how are you')
    await decide('ok')
    expect([asked, decided]).toEqual([[], 3])
    await decide(DOUBTFUL)
    expect([asked, decided]).toEqual([[DOUBTFUL], 5])
  })

  test('makes sure, with the first, what the first alone would only ask about, and points at the words', async () => {
    const text = 'my brothers are meeting about me tonight'
    const alone = content.crisis.read(text, 2026)
    expect([alone.length > 0, alone.some(({ hard }) => hard)]).toEqual([true, false])
    const sure = (await read(text, FAMILY)).filter(({ hard }) => hard)
    expect(sure.map((hit) => [hit.label, witnessOf(hit)])).toEqual([['violence', 'sentences']])
  })

  const logit = double({ min: -30, max: 30, noNaN: true })
  const opinion = record({
    any: logit,
    labels: record({
      self_harm: logit,
      violence: logit,
      sexual_abuse: logit,
      minor: logit,
      meeting: logit,
      deadline: logit,
    }),
  })
  const words = constantFrom(
    DOUBTFUL,
    'I am 15 and he has my photos',
    'my sister is small and he wants her pictures too',
    'he will come to our house tonight with a knife',
    'he gave me until tomorrow to pay or he sends it to my father',
    'عمري صغير وما اعرف شسوي وياه',
    'nobody needs me here, I have written my last letter and I will take the pills tonight when they sleep',
  )
  const sureIn = (hits: ReturnType<typeof content.crisis.read>) =>
    CRISIS_LABELS.filter((label) => hits.some((hit) => hit.hard && hit.label === label))

  test('never takes away a danger that is sure, but that of who is taken for a child, which is asked about then', () => {
    assert(
      property(words, opinion, string({ maxLength: 20 }), (text, given, more) => {
        const whole = `${text} ${more}`
        const alone = content.crisis.read(whole, 2026)
        const both = content.crisis.read(whole, 2026, [], () => given)
        const kept = sureIn(alone).filter((label) => label !== 'minor')
        expect(sureIn(both)).toEqual(expect.arrayContaining(kept))
      }),
      runs(100),
    )
  })

  test('takes nobody for a child of whom no rule says so', () => {
    assert(
      property(words, opinion, string({ maxLength: 20 }), (text, given, more) => {
        const both = content.crisis.read(`${text} ${more}`, 2026, [], () => given)
        const child = both.filter(({ label, hard }) => label === 'minor' && hard)
        expect(child.length === 0 || child.some((hit) => !isLearnt(hit))).toBe(true)
      }),
      runs(100),
    )
  })

  test('may leave a danger to be asked about to nobody only where no rule in few words names it', async () => {
    const short = 'he scares me so much tonight'
    const alone = content.crisis.read(short, 2026)
    const both = await read(short, CALM)
    expect(both.filter((hit) => !isLearnt(hit))).toEqual(alone.filter((hit) => !isLearnt(hit)))
  })

  test('is not needed at all: without a second reader there is one reading', async () => {
    let decided = 0
    await withOpinions({ crisis: content.crisis }, (crisis) => {
      decided += 1
      return crisis.read(DOUBTFUL, 2026)
    })
    expect(decided).toBe(1)
  })
})
