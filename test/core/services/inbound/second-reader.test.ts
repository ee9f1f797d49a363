import { describe, expect, test } from 'vitest'
import type { Opinion } from '../../../../core/ports/sentence-reader.ts'
import { makeCasebook } from '../../../../core/services/casebook/casebook.ts'
import { openStage } from '../../../build/stage.ts'

const labels = { self_harm: 9, violence: -9, sexual_abuse: -9, minor: -9, meeting: -9, deadline: -9 }
const GRAVE: Opinion = { any: 9, labels }
/** Words of which the first reader is in doubt, and hears nothing by itself. */
const DOUBTFUL = 'please give my watch to my cousin, I will have no use for it'

const begin = async (opinion: Opinion | undefined) => {
  const texts: string[] = []
  const stage = await openStage(undefined, undefined, undefined, {
    read: (asked) => {
      texts.push(...asked)
      return Promise.resolve(asked.map(() => opinion))
    },
  })
  return { stage, texts, who: stage.person('1', 'en') }
}

describe('a message of which the first reader is in doubt', () => {
  test('is asked about where the second reader finds danger, and calls nobody by itself', async () => {
    const { who } = await begin(GRAVE)
    await who.says(DOUBTFUL)
    const { state, events } = await who.book()
    expect(state.conversation.open?.step).toBe('worry-self-harm')
    expect(state.conversation.called).toEqual({ danger: false, person: false })
    const found = events.flatMap(({ event }) => (event.type === 'crisis_found' ? event.hits : []))
    expect(found.map(({ rule, hard }) => [rule, hard])).toEqual([['sentence-self-harm', false]])
  })

  test('is left to the first reader where no opinion comes, and is answered as ever', async () => {
    const { who } = await begin(undefined)
    await who.says(DOUBTFUL)
    const { state } = await who.book()
    expect(state.conversation.open?.step).not.toBe('worry-self-harm')
    expect(who.hears()).not.toBe('')
  })

  test('is not read again where its case is read from the ledger: what was heard stands in it', async () => {
    const { stage, texts, who } = await begin(GRAVE)
    await who.says(DOUBTFUL)
    const read = texts.length
    const { state } = await who.book()
    const again = await makeCasebook(stage.ports).load(state.caseId)
    expect(again.conversation.worries).toEqual(state.conversation.worries)
    expect(texts).toHaveLength(read)
  })
})

test('what is no words of the person is shown to no second reader: a command, and what a page for secrets took', async () => {
  const { texts, who } = await begin(GRAVE)
  await who.says('/start')
  await who.says('hello')
  expect(texts).toEqual([])
})
