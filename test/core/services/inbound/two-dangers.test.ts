import { expect, test } from 'vitest'
import { openStage, type Person } from '../../../build/stage.ts'

const YES = { en: 'yes', ar: 'نعم', ckb: 'بەڵێ' } as const

const keysOf = async (who: Person): Promise<readonly string[]> =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))

const agreed = async (language: keyof typeof YES): Promise<Person> => {
  const who = (await openStage()).person('1', language)
  await who.sends({ kind: 'start' })
  await who.says(YES[language])
  return who
}

// prettier-ignore
const BOTH = [
  ['en', 'i want to die and my brother will kill me tonight', 'violence', 'crisis-violence'],
  ['en', 'my brother will kill me tonight, i want to die', 'violence', 'crisis-violence'],
  ['en', 'my brother will kill me tonight when he comes back from work and i want to die', 'violence', 'crisis-violence'],
  ['en', 'i want to die and he wants me to meet him tomorrow', 'meeting', 'crisis-meeting'],
  ['en', 'i want to kill myself and he is outside my door with a knife', 'meeting', 'crisis-door'],
  ['en', 'i want to end my life because my uncle rapes me every week', 'sexual_abuse', 'crisis-abuse'],
  ['ar', 'اريد اموت واخوي راح يقتلني الليلة', 'violence', 'crisis-violence'],
  ['ar', 'اريد اموت لان اخوي راح يقتلني الليلة من يرجع من الشغل', 'violence', 'crisis-violence'],
  ['ar', 'اريد اموت وهو يريدني اطلع القاه باجر', 'meeting', 'crisis-meeting'],
  ['ckb', 'دەمەوێت بمرم و براکەم ئەمشەو دەمکوژێت', 'violence', 'crisis-violence'],
  ['ckb', 'دەمەوێت بمرم و دەیەوێت سبەی بچم بیبینم', 'meeting', 'crisis-meeting'],
] as const

test.each(BOTH)(
  'a wish to die and what another will do, told in one breath, are both answered, and the team sees both (%s: «%s»)',
  async (language, text, label, key) => {
    const who = await agreed(language)
    const before = (await keysOf(who)).length
    await who.says(text)
    // What to do about the other, then the question about the wish, which begins with words of its own.
    expect((await keysOf(who)).slice(before)).toEqual([key, 'ask-crisis-now'])
    const { crisis, urgent } = (await who.book()).state.conversation
    expect(urgent).toBe(true)
    const sure = new Set(crisis.filter(({ hard }) => hard).map((hit) => hit.label))
    expect(sure).toContain('self_harm')
    expect(sure).toContain(label)
  },
)

test.each([
  ['en', 'i want to die and my brother will kill me tonight'],
  ['ar', 'اريد اموت واخوي راح يقتلني الليلة'],
  ['ckb', 'دەمەوێت بمرم و براکەم ئەمشەو دەمکوژێت'],
] as const)('and before anything was agreed to as well (%s)', async (language, text) => {
  const who = (await openStage()).person('1', language)
  await who.says(text)
  expect(await keysOf(who)).toEqual(['crisis-self-harm', 'crisis-violence', 'ask-join'])
})

test.each([
  'i want to die of shame when my brother jokes that he will kill me',
  'i dont want to die, my brother is not going to kill me, he is a good man and he helps me',
])('what only sounds like both calls nobody for it («%s»)', async (text) => {
  const who = await agreed('en')
  await who.says(text)
  expect((await who.book()).state.conversation.urgent).toBe(false)
})
