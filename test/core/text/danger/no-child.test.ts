import { describe, expect, test } from 'vitest'
import { rules as crisis } from './lexicon-rules.ts'

/** Whether who writes is read as under age. */
const isMinor = (text: string): boolean =>
  crisis.read(text, 2026).some(({ label, hard, about }) => label === 'minor' && hard && about !== 'other')

describe('who says that they are no child', () => {
  test.each([
    'I am not a kid, stop asking',
    "i'm not a child",
    'I turned 18 in 2009 so no, not a minor lol',
    'اني مو صغيره',
    'مو طفل اني',
    'من منداڵ نیم',
    'دایکی دوو منداڵم',
    'دوو منداڵم هەیە',
    "I'm a mother of two kids",
    'I have a 10 year old son and he sent it to my family',
  ])('is not read as one: %s', (text) => {
    expect(isMinor(text)).toBe(false)
  })

  test.each([
    "i'm a 15 year old girl",
    'I am a kid, please help',
    "I'm not a kid, I'm 16",
    "I'm not a kid anymore, I'm in 8th grade",
    'i am not 18 yet, i am 15',
    'هێشتا منداڵم',
    'اني بعدني طفلة',
    'اني مو صغيره عمري 16',
    'منداڵم',
    "i'm 17 brother will kill me if he knows",
    "I'm a 15 year old brother and he has my videos",
    'I am 16 son of a bitch is threatening me',
    "I'm 16\nbrother found my phone",
    'يريد صور مني قاصر',
    'من لە باوکی دەترسم منداڵم یارمەتیم بدەن',
    "he keeps saying i'm not a kid and must send nudes",
    'he said im not a child anymore so i should send',
  ])('is still heard where they are under age: %s', (text) => {
    expect(isMinor(text)).toBe(true)
  })
})
