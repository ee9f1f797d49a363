import { describe, expect, test } from 'vitest'
import { openChecks } from '../../../../adapters/identifiers/index.ts'
import { flow } from '../../../../bots/amin/flow.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { commandIn, foldShort } from '../../../../core/policy/conversation/words.ts'
import { findIdentifiers } from '../../../../core/text/identifiers/extract.ts'
import { isNamedAsKin } from '../../../../core/text/identifiers/whose-clause.ts'
import { openStage } from '../../../build/stage.ts'

const checks = openChecks()
const owners = (text: string) => findIdentifiers(text, checks).map(({ owner }) => owner)

describe('whose a number or name is, by its clause', () => {
  test.each([
    ['call my brother on 07809998877 if something happens to me', ['other']],
    ['tell my mom 07701112233', ['other']],
    ['اتصلوا بامي على 07701112233', ['other']],
    ['پەیوەندی بە دایکمەوە بکەن 07701112233', ['other']],
    ['صديقي علي 07701112233 ينصحني اكتبلكم، والي يهددني 07809998877', ['other', 'perpetrator']],
    ['ئینستای من sara.k.22 ئینستای ئەو bad.guy.22', ['self', 'perpetrator']],
    ['he is on telegram https://t.me/bad_boy_77 and I am @sara_k', ['perpetrator', 'self']],
    ['اني @sara_k وهو @bad_boy', ['self', 'perpetrator']],
    ['ژمارەکەی 07701234567 و هی من 07809998877', ['perpetrator', 'self']],
    ['ژمارەکەی ئەو 07701234567، هی خۆمیش 07809998877', ['perpetrator', 'self']],
    ['zhmarakay 07701234567 w hi min 07809998877', ['perpetrator', 'self']],
    ['یێ وی 07701234567 یێ من 07809998877', ['perpetrator', 'self']],
    ['ئینستای من sara.k.22 و هی ئەو bad.guy.22', ['self', 'perpetrator']],
    ['ئینستای خۆم sara.k.22 و ئینستای ئەو bad.guy.22', ['self', 'perpetrator']],
    ['his insta is bad.guy.22 and mine is sara.k.22', ['perpetrator', 'self']],
    ['my insta is sara.k.22 and his is bad.guy.22', ['self', 'perpetrator']],
    ['حسابه bad.guy.22 ومالتي sara.k.22', ['perpetrator', 'self']],
    ['رقم الشرطه الي كلموني 07701234567', ['other']],
    ['هذا رقم اختي اتصلوا عليها 07701234567', ['other']],
    ['ئەمە ژمارەی دایکمە 07701234567', ['other']],
  ])('family, who helps, and the person are not who blackmails: «%s»', (text, expected) =>
    expect(owners(text)).toEqual(expected),
  )

  test.each([
    'my brother 07701112233 threatens me',
    'ابن عمي 07701112233 يهددني',
    'صديقي علي 07701112233 يهددني',
    'call him on 07701112233',
    'he called my brother on 07701112233',
    'hes calling my mother from 07701112233',
    'he said i am @killer_x',
    'هی من نییە 07701234567',
    'الي راسلوني من 07701234567',
    'her snap is lily.99 and she wants money',
  ])('a brother who threatens and whoever is quoted stay who blackmails: «%s»', (text) =>
    expect(owners(text)).toEqual(['perpetrator']),
  )

  test.each(['ماما', 'Mum', 'Mum ❤', 'دایکم', 'اخويه علي', 'My brother Ali', 'Baba'])(
    'a card kept as «%s» is of the family',
    (name) => expect(isNamedAsKin(name)).toBe(true),
  )

  test.each(['Haider', 'احمد', 'Momen', 'ابو علي', 'Dadvar'])('a card kept as «%s» is not', (name) =>
    expect(isNamedAsKin(name)).toBe(false),
  )

  test.each([
    ['لا غلط هذا رقمي', 'mine'],
    ['no, wrong, that is my number', 'mine'],
    ['نا هەڵەیە ئەمە ژمارەی منە', 'mine'],
    ['that is my mother, not him', 'mine'],
    ['هاي امي مو هو', 'mine'],
    ['this is my brother', undefined],
    ['هذا اخويه', undefined],
    ['ئەمە مێردەکەمە', undefined],
  ])('what was named is taken back only where it is said not to be theirs: «%s»', (text, command) =>
    expect(commandIn(flow, foldShort(text) ?? '')).toBe(command),
  )

  test('the card of who blackmails names them alone', async () => {
    const her = (await openStage()).person('her')
    for (const text of ['a man has my photos and wants money', 'yes', 'none of these', 'me, 18 or older'])
      await her.says(text)
    expect((await her.book()).state.conversation.open?.step).toBe('ids')
    await her.sends({ kind: 'contact', name: untrusted('Mum'), phone: untrusted('+9647701234567') })
    expect((await her.book()).state.conversation.open?.step).toBe('ids')
    await her.says('his number is 07809998877 and call my brother on 07712223344')
    await her.says('done')
    await her.says('summary')
    expect(her.hears()).toContain('07809998877')
    expect(her.hears()).not.toMatch(/7701234567|07712223344/)
  })
})
