import { describe, expect, test } from 'vitest'
import { openStage, reachStory, type Person } from '../../../build/stage.ts'

const STORY = 'He calls himself Kolkwitzia and wants money for my photos'

const atDanger = async (): Promise<Person> => {
  const person = (await openStage()).person('1')
  await reachStory(person)
  await person.says(STORY)
  expect((await person.book()).state.conversation.open?.step).toBe('danger')
  return person
}

const atDevice = async (): Promise<Person> => {
  const person = await atDanger()
  await person.says('someone sees this phone')
  expect((await person.book()).state.conversation.open?.step).toBe('device')
  return person
}

describe('whether it is safe to write from this phone now', () => {
  test.each([
    'yes he is watching me',
    'no he is watching me',
    'he is watching me',
    'he is next to me',
    'no',
    'not safe',
    'نعم يراقبني',
    'اي هو يشوف',
    'اي هو يمي هسه',
    'يراقبني',
    'هو واكف يمي',
    'لا',
    'مو امان',
    'بەڵێ چاودێریم دەکات',
    'سەیرم دەکات',
    'ئێستا لەلامە',
    'نەخێر',
    'ee yraqibni',
    'huwa yammi',
    'mu aman',
  ])('«%s» stops the chat, and nothing is shown but the line for that', async (words) => {
    const person = await atDevice()
    const said = person.heard().length
    await person.says(words)
    const { conversation } = (await person.book()).state
    expect(conversation.answers['device']).toEqual({ kind: 'choice', option: 'watched' })
    expect(conversation.paused).toBe('word')
    expect(person.heard().slice(said)).toHaveLength(1)
  })

  test.each([
    'yes',
    'نعم',
    'بەڵێ',
    'na3am',
    'only mine',
    'امان',
    'yes, I am alone',
    'اي وحدي',
    'بەڵێ تەنیام',
  ])('«%s» is a yes', async (words) => {
    const person = await atDevice()
    await person.says(words)
    expect((await person.book()).state.conversation.answers['device']).toEqual({
      kind: 'choice',
      option: 'mine',
    })
  })

  test.each([
    'yes he comes in and out',
    'نعم بس هو بالغرفة',
    'بەڵێ بەڵام ئەو لە ژوورەکەیە',
    'ee bas huwa bil ghurfa',
  ])('a yes that goes on is none («%s»)', async (words) => {
    const person = await atDevice()
    await person.says(words)
    expect((await person.book()).state.conversation.answers['device']).not.toEqual({
      kind: 'choice',
      option: 'mine',
    })
  })
})

test.each([
  'احد يشوف تلفوني',
  'احد يشوف هذا الهاتف',
  'زوجي يفتش تلفوني',
  'احد ديراقبني',
  'کەسێک چاودێریم دەکات',
  'my husband reads my phone',
  'a7ad yshuf talafoni',
])(
  'who says at the question for danger that somebody sees the phone is asked whether it is safe («%s»)',
  async (words) => {
    const person = await atDanger()
    await person.says(words)
    const { conversation } = (await person.book()).state
    expect(conversation.answers['danger']).toEqual({ kind: 'choices', options: ['phone'] })
    expect(conversation.open?.step).toBe('device')
  },
)
