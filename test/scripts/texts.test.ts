import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { previewTexts } from '../../bots/text-samples.ts'
import { openTexts } from '../../bots/texts.ts'
import { LANGUAGES } from '../../core/base/language.ts'
import { makeSheet } from '../../scripts/texts/sheet.ts'

const run = promisify(execFile)
const root = new URL('../..', import.meta.url)
const sheet = (...words: readonly string[]) =>
  run(process.execPath, ['scripts/texts/main.ts', ...words], { cwd: root, maxBuffer: 32_000_000 })

describe('the sheet for reviewers', () => {
  const parts = makeSheet()
  const lines = parts.flatMap((part) => part.lines)

  test('has every text of the bot and of its guidance once, in three languages', () => {
    const all = previewTexts(openTexts()).groups.flatMap(({ texts }) => texts.map(({ key }) => key))
    const ofBot = lines.filter(({ place }) => place !== 'page' && place !== 'ready text')
    expect(ofBot.map(({ key }) => key).toSorted()).toEqual(all.toSorted())
    for (const { key, says } of lines)
      for (const language of LANGUAGES) expect([key, language, says[language]]).not.toContain('')
  })

  test('has each in its place: a question before its buttons, a guide from its title to what is passed on', () => {
    const keysOf = (title: string): readonly string[] =>
      parts.find((part) => part.title === title)?.lines.map(({ key }) => key) ?? []
    expect(keysOf('Question: consent').slice(0, 5)).toEqual([
      'ask-consent',
      'ask-consent-file',
      'option-consent-continue',
      'option-consent-danger',
      'option-consent-advice',
    ])
    const people = keysOf('Guidance: people')
    const at = people.indexOf('guide-topic-friend')
    expect(people.slice(at, at + 8)).toEqual([
      'guide-topic-friend',
      'guide-friend',
      ...[1, 2, 3, 4, 5].map((step) => `guide-friend-${step}`),
      'guide-friend-share',
    ])
    expect(parts[0]?.title).toBe('Question: consent')
  })

  test('has the words of the pages and the ready texts of the team, too', () => {
    const titles = parts.map(({ title }) => title)
    expect(titles.slice(-3)).toEqual([
      'The page of the chat',
      'The pages of advice',
      'Ready texts of the team',
    ])
  })

  test('is printed as one page that needs nothing from outside; one language can stand alone beside English', async () => {
    const { stdout } = await sheet('--sheet')
    expect(stdout).toMatch(/^<!doctype html>/)
    expect(stdout).not.toMatch(/<script|<link|src=/)
    expect(stdout).toContain('<code>guide-instagram-report-1</code>')
    expect(stdout).toContain('lang="ckb" dir="rtl"')
    const { stdout: arabic } = await sheet('--sheet', '--language', 'ar')
    expect(arabic).toContain('lang="ar" dir="rtl"')
    expect(arabic).not.toContain('lang="ckb"')
  })

  test.each([[[]], [['--sheet', '--language', 'fr']]])('says how it is called after %j', async (words) => {
    await expect(sheet(...words)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--sheet'),
    })
  })
})
