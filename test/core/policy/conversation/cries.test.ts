import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { foldShort, isCry } from '../../../../core/policy/conversation/words.ts'

const cries = (text: string): boolean => isCry(flow, foldShort(text) ?? '')

describe('a cry for help', () => {
  test.each([
    'هەوار',
    'هەوارا من وەرن',
    'هەوارا من، وەرن!',
    'بگەهینە هەوارا من',
    'بگەهنە هەوارا من',
    'هاریکاریا من بکەن',
    'ئەز چ بکەم',
    'گەلەک دترسم',
    'hewar',
    'Hewar! hewar!',
    'hewara min werin',
    'alîkariya min bikin',
    'ez ditirsim',
    'bigihin hawara mn',
    'wern hawara mn',
    'هاوار هاوار',
  ])('is known in Badini and Kurmanji: «%s»', (text) => {
    expect(cries(text)).toBe(true)
  })

  test.each([
    'help me, hurry!',
    'please help me quickly',
    'ساعدوني بسرعة',
    'ساعدوني ساعدوني ساعدوني',
    'هاوار فریام کەون خێرا',
    'hawar firyam kawn',
  ])('is one as well where it is made of several: «%s»', (text) => {
    expect(cries(text)).toBe(true)
  })

  test.each([
    'help me delete my account',
    'ساعدوني عنده صوري',
    'هەوارا من ژ وی زەلامی',
    'هەڤالا من هاتە هەوارا من',
    'come',
    'scared of him',
    '',
  ])('is none where more is told: «%s»', (text) => {
    expect(cries(text)).toBe(false)
  })
})
