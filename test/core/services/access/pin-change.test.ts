import { describe, expect, test } from 'vitest'
import { openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'
import { comeBack, setSecrets } from './people.ts'

const PIN = '482915'
const OTHER = '739264'

/** Sent, with a PIN, by somebody who said of the phone what `device` says. */
const withPin = async (device: string): Promise<{ stage: Stage; person: Person; code: string }> => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  await person.says('A man I met online has my photos and wants money from me')
  for (let n = 0; n < 25; n += 1) {
    const { conversation } = (await person.book()).state
    if (conversation.submitted) break
    const step = conversation.open?.step ?? ''
    await person.says(
      { review: 'send', danger: device === 'mine' ? 'none' : 'someone sees this phone', device }[step] ??
        'skip',
    )
  }
  await setSecrets(person, { pin: PIN })
  await stage.sendAll()
  return { stage, person, code: await person.code() }
}
const triesFrom = async (stage: Stage, name: string, code: string, pin: string): Promise<void> => {
  await comeBack(stage.person(name), code, pin)
  await stage.workAll()
  await stage.sendAll()
}
const opens = async (stage: Stage, name: string, code: string, pin: string): Promise<boolean> => {
  await triesFrom(stage, name, code, pin)
  return (await stage.person(name).book()).row.code === code
}
const wasTold = (person: Person): boolean => person.heard().some((text) => text.startsWith('There was a try'))

describe('a phone that others look at', () => {
  test('does not show that a wrong PIN was tried elsewhere before the person writes', async () => {
    const { stage, person, code } = await withPin('shared')
    await triesFrom(stage, '2', code, OTHER)
    expect(wasTold(person)).toBe(false)
    await person.says('are you there')
    await stage.sendAll()
    expect(wasTold(person)).toBe(true)
  })

  test('changes the PIN for who knows it alone: the way back stays the person’s', async () => {
    const { stage, person, code } = await withPin('shared')
    await person.says('return code')
    expect(person.hears()).toContain('Your PIN of now first')
    await person.says(OTHER)
    expect(person.hears()).toContain('That was not it')
    await person.says('skip')
    expect(person.hears()).toContain('it stays as it is')
    await person.says('I forgot the PIN')
    await person.says(OTHER)
    expect(await opens(stage, '2', code, PIN)).toBe(true)
  })

  test('changes it for who writes the one of now', async () => {
    const { stage, person, code } = await withPin('shared')
    await person.says('return code')
    await person.says(PIN)
    for (const words of [OTHER, 'skip', 'skip']) await person.says(words)
    expect(await opens(stage, '2', code, PIN)).toBe(false)
    expect(await opens(stage, '3', code, OTHER)).toBe(true)
    expect(
      (await stage.person('3').book()).lines.map((line) => JSON.stringify(line)).join('\n'),
    ).not.toContain(PIN)
  })
})

describe('a phone of one’s own', () => {
  test('shows at once that a wrong PIN was tried, and not how whoever holds it could change it', async () => {
    const { stage, person, code } = await withPin('mine')
    await triesFrom(stage, '2', code, OTHER)
    expect(wasTold(person)).toBe(true)
    expect(person.hears()).not.toMatch(/chang|return code/)
  })

  test('sets another PIN without the one that was forgotten', async () => {
    const { stage, person, code } = await withPin('mine')
    for (const words of ['I forgot the PIN', OTHER, 'skip', 'skip']) await person.says(words)
    expect(await opens(stage, '2', code, OTHER)).toBe(true)
  })
})
