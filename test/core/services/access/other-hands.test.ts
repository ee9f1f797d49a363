import { describe, expect, test } from 'vitest'
import { openStage, type Person } from '../../../build/stage.ts'
import { comeBack, setSecrets } from './people.ts'

const PIN = '483917'
const DECOY = 'quetzalli'

/** What is said to a child or of one, in every language. */
const OF_A_CHILD =
  /not your fault|their fault|specialist|takeitdown|ذنب|متخصص|مختص|تاوان|پسپۆڕ|age|العمر|تەمەن/i

/** Asked for a story, or sent to one, with the age not asked yet. */
const begin = async (): Promise<Person> => {
  const person = (await openStage()).person('1')
  for (const text of ['a man has my pictures and will post them', 'yes']) await person.says(text)
  expect((await person.book()).state.conversation.answers['age']).toBeUndefined()
  return person
}

const left = async (): Promise<Person> => {
  const person = await begin()
  await person.says('0')
  return person
}

const leftWithPin = async (): Promise<Person> => {
  const person = await begin()
  await setSecrets(person, { pin: PIN, decoy: DECOY })
  await person.says('0')
  return person
}

const inDecoy = async (): Promise<Person> => {
  const person = await leftWithPin()
  await person.says(DECOY)
  return person
}

/** Another phone, into which the case was called with the second PIN. */
const calledByDecoy = async (): Promise<Person> => {
  const stage = await openStage()
  const person = stage.person('1')
  for (const text of ['a man has my pictures and will post them', 'yes']) await person.says(text)
  await setSecrets(person, { pin: PIN, decoy: DECOY })
  const other = stage.person('2')
  await comeBack(other, await person.code(), DECOY)
  await stage.workAll()
  expect((await other.book()).state).toMatchObject({
    access: { decoy: true },
    conversation: { exited: false },
  })
  return other
}

/** Said that somebody sees the phone, and then that they watch now. */
const watched = async (): Promise<Person> => {
  const person = await begin()
  for (const text of ['someone sees this phone', 'being watched']) await person.says(text)
  expect((await person.book()).state.conversation.paused).toBe('word')
  return person
}

/** Left, then cried out of: the urgent questions are asked, and the chat is not shown to be theirs. */
const cried = async (): Promise<Person> => {
  const person = await left()
  await person.says('he will kill me tonight')
  expect((await person.book()).state.conversation).toMatchObject({ locked: true, urgent: true })
  return person
}

const AGES = [
  'she is only 16',
  'she is 15 years old, what did she write here?',
  'I am 15',
  'هاي منو؟ عمرها ١٦ ومحادثة ويا منو',
  'عمرها ١٥',
  'عمري ١٥',
  'ئەو تەنها ١٦ ساڵە',
  'تەمەنم ١٥ ساڵە',
  '3omri 15',
  '3omrha 15',
  'I am 25',
]

const known = async (person: Person) => {
  const { conversation } = (await person.book()).state
  return [conversation.answers['age'], conversation.answers['whom'], conversation.minorTold]
}

describe.each([
  ['left by 0', left],
  ['left by 0 behind a PIN', leftWithPin],
  ['opened by the second PIN', inDecoy],
  ['called into another phone by the second PIN', calledByDecoy],
  ['stopped because somebody watches', watched],
  ['left and cried out of', cried],
])('an age in a chat that was %s', (_, reach) => {
  test.each(AGES)('is answered by nothing and decides nothing («%s»)', async (words) => {
    const person = await reach()
    const before = await known(person)
    const said = person.heard().length
    await person.says(words)
    expect(person.heard().slice(said).join('\n')).not.toMatch(OF_A_CHILD)
    expect(await known(person)).toEqual(before)
  })

  test.each([
    'he will kill me tonight, I am 15',
    'she is only 16, he will kill me tonight',
    'راح يقتلني الليلة، عمري ١٥',
    'ئەمشەو دەمکوژێت، تەمەنم ١٥ ساڵە',
  ])('beside a danger that calls people decides nothing either («%s»)', async (words) => {
    const person = await reach()
    await person.says(words)
    expect(await known(person)).toEqual([undefined, undefined, undefined])
    expect((await person.book()).state.hands.status).toBe('waiting')
  })
})

test.each(['I am 15', 'عمري ١٥', 'تەمەنم ١٥ ساڵە', '3omri 15'])(
  'a child that says its age in a chat that was left calls people, without a word («%s»)',
  async (words) => {
    const person = await left()
    const said = person.heard().length
    await person.says(words)
    expect(person.heard().slice(said)).toEqual([])
    expect((await person.book()).state.hands.status).toBe('waiting')
  },
)

test('who opens the chat again with the PIN is asked for the age, whatever was written there before', async () => {
  const person = await leftWithPin()
  await person.says('she is only 16')
  await person.says(PIN)
  await person.says('I am 24')
  expect((await person.book()).state.conversation.answers['age']).toEqual({ kind: 'choice', option: 'me-18' })
  await person.sendsFile(new Uint8Array([1, 2, 3]))
  expect((await person.book()).state.evidence).not.toEqual({})
})
