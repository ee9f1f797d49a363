import { describe, expect, test } from 'vitest'
import type { OutboundContent } from '../../../../core/ports/channel.ts'
import { agent, openStage, type Stage } from '../../../build/stage.ts'

type Settle = Extract<OutboundContent, { kind: 'settle' }>
type Text = Extract<OutboundContent, { kind: 'text' }>

const settles = (stage: Stage): readonly Settle[] =>
  stage.channel.sent.flatMap(({ content }) => (content.kind === 'settle' ? [content] : []))

/** What stands in the chat now: each text with the buttons it has left. */
const standing = (stage: Stage): readonly (readonly [text: string, buttons: readonly string[]])[] => {
  const shown = new Map<string, readonly [string, readonly string[]]>()
  stage.channel.sent.forEach(({ content }, i) => {
    const buttons = ((content as Text).buttons ?? []).map(({ label, picked }) =>
      picked === true ? `✓ ${label}` : label,
    )
    if (content.kind === 'text') shown.set(`ours-${i + 1}`, [content.text, buttons])
    else if (content.kind === 'settle') shown.set(content.message ?? '', [content.text, buttons])
  })
  return [...shown.values()]
}

const withButtons = (stage: Stage) => standing(stage).filter(([, buttons]) => buttons.length > 0)

const begin = async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await person.sends({ kind: 'start' })
  return { stage, person }
}

const atMaterial = async () => {
  const { stage, person } = await begin()
  for (const words of ['continue', 'I am 22', 'somebody threatens me since a week now', 'none'])
    await person.says(words)
  return { stage, person }
}

describe('where what was sent can be changed', () => {
  test('the buttons of an answered question go away, and its answer stands in their place', async () => {
    const { stage, person } = await begin()
    await person.presses('Yes, I want to talk')
    await person.says('skip')
    await person.presses('None')
    expect(withButtons(stage).map(([text]) => text.slice(0, 11))).toEqual(['If this pho', 'Who is this'])
    expect(standing(stage).find(([text]) => text.startsWith('Your safety first'))?.[0]).toContain(
      '\n\n✓ None',
    )
  })

  test('words that answer take the buttons away as well, and a question put once more leaves one list', async () => {
    const { stage, person } = await begin()
    await person.says('what')
    expect(withButtons(stage)).toHaveLength(1)
    await person.says('continue')
    expect(withButtons(stage)).toHaveLength(1)
  })

  test('a question that takes several marks what is picked in place, without a word between, and ends with done', async () => {
    const { stage, person } = await atMaterial()
    const heard = person.heard().length
    await person.presses('Private photo or video')
    await person.presses('Chats or secrets')
    await person.presses('Private photo or video')
    expect(person.heard()).toHaveLength(heard)
    expect(withButtons(stage).find(([text]) => text.startsWith('What do they have'))?.[1]).toEqual(
      expect.arrayContaining(['Private photo or video', '✓ Chats or secrets', 'Done']),
    )
    await person.presses('Fake or AI image')
    const token =
      settles(stage)
        .at(-1)
        ?.buttons?.find(({ label }) => label === 'Done')?.token ?? ''
    await person.sends({ kind: 'press', token })
    const { state } = await person.book()
    expect(state.conversation.answers['material']).toEqual({ kind: 'choices', options: ['chats', 'fake'] })
    expect(person.hears()).toContain('What do they want')
    expect(standing(stage).some(([text]) => text.endsWith('✓ Chats or secrets, Fake or AI image'))).toBe(true)
  })

  test('everything that was picked can be taken away again: then the question is skipped, not answered with nothing', async () => {
    const { person } = await atMaterial()
    await person.presses('Chats or secrets')
    await person.presses('Chats or secrets')
    await person.says('skip')
    const { state } = await person.book()
    expect(state.conversation.answers['material']).toBeUndefined()
    expect(state.conversation.skipped['material']).toBe('skip')
  })

  test('several in one message settle it, and words add to what was pressed', async () => {
    const { person } = await atMaterial()
    await person.presses('Chats or secrets')
    await person.says('photos, account')
    const { state } = await person.book()
    expect(state.conversation.answers['material']).toEqual({
      kind: 'choices',
      options: ['chats', 'private', 'account'],
    })
    expect(state.conversation.open?.step).toBe('demand')
  })

  test('a danger goes on at once and leaves the other dangers to be added', async () => {
    const { stage, person } = await begin()
    await person.says('continue')
    await person.says('skip')
    await person.presses('Someone may hurt me')
    const danger = standing(stage).find(([text]) => text.startsWith('Your safety first'))
    expect(danger?.[0]).toContain('✓ Someone may hurt me')
    expect(danger?.[1]).toEqual([
      'Thoughts of ending life',
      'Deadline within 24 h',
      'Told to meet someone',
      'Sexual abuse continues',
      'Someone sees this phone',
    ])
    await person.presses('Deadline within 24 h')
    expect((await person.book()).state.conversation.answers['danger']).toEqual({
      kind: 'choices',
      options: ['hurt', 'deadline'],
    })
  })

  test('after the case was sent nothing is left to press of the review', async () => {
    const { stage, person } = await atMaterial()
    for (let i = 0; i < 8; i += 1) await person.says('skip')
    await person.says('send')
    expect(withButtons(stage).flatMap(([, buttons]) => buttons)).not.toContain('Erase')
  })

  test('nothing is changed once the chat was hidden, while an agent speaks to a hidden one, or after it was left', async () => {
    const { stage, person } = await atMaterial()
    await person.says('0')
    await stage.workAll()
    await stage.sendAll()
    const before = settles(stage).length
    await stage.desk.claim(await person.code(), agent('Noor'))
    await person.says('continue')
    await person.says('chats')
    await stage.sendAll()
    expect(settles(stage)).toHaveLength(before)
  })
})

test('a change that the platform does not take is given up after a few tries, and nothing waits for it', async () => {
  const { stage, person } = await begin()
  const press = stage.channel.sent.flatMap(({ content }) =>
    content.kind === 'text' ? (content.buttons ?? []) : [],
  )[0]
  const fail = { status: 'later' } as const
  const taken = { status: 'sent', message: 'x', at: stage.clock.now() } as const
  // The press, two texts of the next turn, then the change.
  stage.channel.outcomes.push(taken, taken, ...Array.from({ length: 40 }, () => fail))
  await person.sends({ kind: 'press', token: press?.token ?? '' })
  for (let i = 0; i < 12; i += 1) {
    stage.clock.set((stage.clock.now() + 400_000) as never)
    await stage.sendAll()
  }
  expect(settles(stage).length).toBeLessThan(8)
  stage.channel.outcomes.splice(0)
  await person.says('skip')
  await stage.sendAll()
  expect(person.hears()).toContain('Your safety first')
})
