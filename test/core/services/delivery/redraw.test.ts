import { expect, test } from 'vitest'
import { TELEGRAM_CAPABILITIES } from '../../../../adapters/channels/telegram/capabilities.ts'
import { WHATSAPP_CLOUD_CAPABILITIES } from '../../../../adapters/channels/whatsapp-cloud/capabilities.ts'
import type { Capabilities, OutboundContent } from '../../../../core/ports/channel.ts'
import { hours } from '../../../../core/base/units.ts'
import { openStage, type Stage } from '../../../build/stage.ts'

type Text = Extract<OutboundContent, { kind: 'text' }>

const CARD = /^This is what I understood/
const cards = (stage: Stage): readonly Text[] =>
  stage.channel.sent.flatMap(({ content }) =>
    content.kind === 'text' && CARD.test(content.text) ? [content] : [],
  )
const atCard = async (capabilities: Capabilities) => {
  const stage = await openStage()
  Object.assign(stage.ports, { capabilities: () => capabilities })
  const person = stage.person('1')
  await person.sends({ kind: 'start' })
  for (const words of [
    'continue',
    'I am 24. a man ali_love_77 on instagram has my photos and wants 500 dollars',
  ])
    await person.says(words)
  for (let n = 0; n < 12 && (await person.book()).state.conversation.open?.step !== 'review'; n += 1)
    await person.says((await person.book()).state.conversation.open?.step === 'danger' ? 'none' : 'skip')
  return { stage, person }
}

test('the card of Telegram is one message: a correction changes it where it stands, and a short line says so', async () => {
  const { stage, person } = await atCard(TELEGRAM_CAPABILITIES)
  const first = `ours-${stage.channel.sent.findIndex(({ content }) => content.kind === 'text' && CARD.test(content.text)) + 1}`
  await person.says('amount')
  await person.says('300 dollars')
  expect(cards(stage)).toHaveLength(2)
  expect(cards(stage)[1]?.text).toMatch(/300/)
  expect(cards(stage)[1]?.instead).toMatchObject({ message: first })
  expect(person.hears()).toMatch(/^The list above is up to date/)
  // Its own buttons stay: nothing later takes them away from the message that has a new text.
  const later = stage.channel.sent.slice(
    stage.channel.sent.findIndex(({ content }) => content === cards(stage)[1]),
  )
  expect(later.some(({ content }) => content.kind === 'settle' && content.message === first)).toBe(false)
  await person.presses('Send, no preference')
  expect((await person.book()).state.conversation.submitted).toBe(true)
})

test('a card that is half a day old is not changed but said anew: what was sent long ago cannot be taken back', async () => {
  const { stage, person } = await atCard(TELEGRAM_CAPABILITIES)
  await person.says('amount')
  await stage.passTime(hours(13))
  await person.says('300 dollars')
  expect(cards(stage).at(-1)?.text).toMatch(/300/)
  expect(cards(stage).at(-1)?.instead).toBeUndefined()
  // Nor is one that was changed since.
  await person.says('amount')
  await stage.passTime(hours(7))
  await person.says('400 dollars')
  await person.says('amount')
  await stage.passTime(hours(7))
  await person.says('450 dollars')
  expect(
    cards(stage)
      .slice(-2)
      .map(({ instead }) => instead !== undefined),
  ).toEqual([true, false])
})

test('who asks for the card, or comes back to it, finds it last in the chat: only a correction changes it above', async () => {
  const { stage, person } = await atCard(TELEGRAM_CAPABILITIES)
  await person.says('hello')
  await person.says('continue')
  expect(cards(stage).filter(({ instead }) => instead !== undefined)).toEqual([])
})

test('where nothing can be changed the card comes again, whole', async () => {
  const { stage, person } = await atCard(WHATSAPP_CLOUD_CAPABILITIES)
  await person.says('amount')
  await person.says('300 dollars')
  expect(cards(stage).every(({ instead }) => instead === undefined)).toBe(true)
  expect(person.hears()).toMatch(CARD)
})
