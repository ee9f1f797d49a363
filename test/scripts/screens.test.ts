import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../core/base/language.ts'
import { MESSENGERS } from '../../scripts/texts/messengers.ts'
import { playScene, SCENES, type Bubble } from '../../scripts/texts/scenes.ts'
import { drawScreens } from '../../scripts/texts/screens.ts'

const scene = (id: string) => SCENES.find((one) => one.id === id)!
const said = (bubbles: readonly Bubble[]): string =>
  bubbles.flatMap((bubble) => (bubble.from === 'bot' ? [bubble.text] : [])).join('\n')

describe('conversations as the messengers show them, for reviewers', () => {
  test('a whole way is played to its end by the real bot, in every language and messenger', async () => {
    for (const each of MESSENGERS)
      for (const language of LANGUAGES) {
        const whole = await playScene(scene('whole'), language, each.capabilities)
        // The case was sent: its code was told. What is hidden at the end shows nothing of it.
        const code = said(whole).match(/\b[0-9A-Z]{8}\b/)?.[0]
        expect([each.id, language, code]).toEqual([each.id, language, expect.any(String)])
        const last = said(whole.slice(-2))
        expect([each.id, language, last.includes(code!)]).toEqual([each.id, language, false])
      }
  })

  test('keys, lists or numbers are drawn as the messenger has them', async () => {
    const html = await drawScreens([scene('whole')], ['en'])
    const phone = (id: string): string => html.split(`id="whole-en-${id}"`)[1]!.split('class="phone')[0]!
    expect(phone('telegram')).toContain('class="keys"')
    expect(phone('cloud')).toContain('class="list"')
    expect(phone('whatsapp')).not.toContain('class="keys"')
    expect(phone('whatsapp')).toMatch(/1\. /)
  })
})
