import { describe, expect, test } from 'vitest'
import { MEMORY_CAPABILITIES } from '../../../../adapters/memory/channel.ts'
import { LANGUAGES, type Language } from '../../../../core/base/language.ts'
import type { DeskAgent } from '../../../../core/base/member.ts'
import { makeChatHistory } from '../../../../core/services/access/history.ts'
import type { OutboundContent } from '../../../../core/ports/channel.ts'
import { agent, openStage, reachStory } from '../../../build/stage.ts'

/** Defined by settings alone: nobody said what they are called. */
const NAMELESS: DeskAgent = agent('Admin')
const HUMAN: Readonly<Record<Language, RegExp>> = {
  ar: /شخص من الفريق/,
  ckb: /کەسێک لە تیمەکە/,
  en: /somebody from (?:our|the) team/i,
}

const claimed = async (language: Language, who: DeskAgent) => {
  const stage = await openStage()
  stage.ports.capabilities = () => ({ ...MEMORY_CAPABILITIES, names: true })
  const person = stage.person('1', language)
  await reachStory(person)
  const code = await person.code()
  await stage.desk.claim(code, who)
  await stage.desk.say(code, who, 'Here I am.', (await person.book()).state.version)
  await stage.sendAll()
  const names = stage.channel.sent.flatMap(({ content }: { readonly content: OutboundContent }) =>
    content.kind === 'text' && content.alias !== undefined ? [content.alias] : [],
  )
  return { stage, person, names }
}

describe.each(LANGUAGES)('whoever of the team has no name of their own, in %s', (language) => {
  test('comes to a person as somebody of the team, is named so over each word, and never by a function', async () => {
    const { stage, person, names } = await claimed(language, NAMELESS)
    expect(person.heard().join('\n')).not.toMatch(/admin/i)
    expect(person.heard().find((text) => HUMAN[language].test(text))).toBeDefined()
    expect(names).toEqual([expect.stringMatching(HUMAN[language])])
    const history = makeChatHistory(stage.ports, stage.casebook)
    const { lines } = await history.read((await person.book()).state.address!)
    expect(JSON.stringify(lines)).not.toMatch(/admin/i)
    await person.says('summary')
    expect(person.heard().join('\n')).not.toMatch(/admin/i)
  })

  test('is known to the team by the name of their account', async () => {
    const { person } = await claimed(language, NAMELESS)
    expect((await person.book()).state.hands).toMatchObject({ alias: 'Admin' })
  })

  test('who has a name is shown by it', async () => {
    const { person, names } = await claimed(language, agent('Noor'))
    expect(person.heard().join('\n')).toContain('Noor')
    expect(names).toEqual(['Noor'])
  })
})
