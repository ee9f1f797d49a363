import { describe, expect, test } from 'vitest'
import { agent, openStage, type Person, type Stage } from '../../../build/stage.ts'

const AGES = ['I am 22', 'عمري ٢٢ سنه', 'تەمەنم ٢٢ ساڵە'] as const
const noor = agent('Noor')

/** Sent, by somebody who would not say the age: files are not taken. */
const sent = async (stage: Stage): Promise<Person> => {
  const who = stage.person('her', 'en')
  await who.sends({ kind: 'start' })
  await who.says('continue')
  await who.says('A man I met online has my photos and wants money from me')
  for (let n = 0; n < 25 && !(await who.book()).state.conversation.submitted; n += 1) {
    const step = (await who.book()).state.conversation.open?.step
    await who.says(step === 'review' ? 'send' : step === 'danger' ? 'none' : 'skip')
  }
  expect((await who.book()).state.conversation).toMatchObject({ submitted: true })
  return who
}

const sealed = async (stage: Stage, who: Person): Promise<number> => {
  await who.sendsFile(new Uint8Array([1, 2, 3, 4]))
  await stage.workAll()
  return Object.values((await who.book()).state.evidence).filter(
    ({ kind, status }) => kind === 'photo' && status === 'sealed',
  ).length
}

describe('the age, said in words after everything else,', () => {
  test.each(AGES)('once the case was sent lets the next file be taken (%s)', async (words) => {
    const stage = await openStage()
    const who = await sent(stage)
    expect(await sealed(stage, who)).toBe(0)
    expect(stage.channel.downloads).toEqual([])
    await who.says(words)
    expect(await sealed(stage, who)).toBe(1)
  })

  test.each(AGES)('in a case that was closed and opened again counts as well (%s)', async (words) => {
    const stage = await openStage()
    const who = await sent(stage)
    const code = await who.code()
    await stage.desk.claim(code, noor)
    expect(await stage.desk.close(code, noor, 'resolved')).toMatchObject({ status: 'done' })
    await who.says('he wrote to me again and wants more money')
    expect(await sealed(stage, who)).toBe(0)
    await who.says(words)
    expect(await sealed(stage, who)).toBe(1)
  })

  test.each(['I am 15', 'عمري ١٥ سنه', 'تەمەنم ١٥ ساڵە'])(
    'of a child takes nothing, and the people for children are called (%s)',
    async (words) => {
      const stage = await openStage()
      const who = await sent(stage)
      await who.says(words)
      expect(await sealed(stage, who)).toBe(0)
      expect(stage.channel.downloads).toEqual([])
      expect((await who.book()).row.team).toBe('minors')
    },
  )
})

describe('a picture of which it is said that a child is in it', () => {
  test.each([
    'the girl in the photos is 16',
    'بالصورة بنت عمرها 15',
    'خوشکە بچووکەکەم لە وێنەکەدایە، تەمەنی ١٤ ساڵە',
    'خوشکە بچووکەکەم لە وێنەکەدایە',
  ])('is not taken, though who writes is an adult (%s)', async (words) => {
    const stage = await openStage()
    const who = await sent(stage)
    await who.says('I am 22')
    await who.says(words)
    expect(await sealed(stage, who)).toBe(0)
    expect(stage.channel.downloads).toEqual([])
  })
})
