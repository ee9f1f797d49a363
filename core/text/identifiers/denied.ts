import { fold } from '../fold.ts'
import { oneOf } from '../one-of.ts'
import { bare, isNobodysTrail, isPhoneType, isSameName, type Found, type Identifier } from './identifier.ts'

// "It is @b, not @a": what was named is put right in the same breath. Language, not text of the product, hence not in
// a locale; compared folded.

const BEFORE = new RegExp(
  `(?:^|[^\\p{L}])${oneOf(`
    not its_not it_is_not isnt is_not wasnt was_not instead_of rather_than and_not
    مو مش ليس ليست وليس وليست مو_على ومو بدل بدلا_من وليس_على
    نەک نەوەک نەوەکو لەجیاتی لە_جیاتی لە_بری لەبری
  `)}(?: ${oneOf('his the the_account حساب حسابه الحساب رقم الرقم رقمه ئەکاونتی ئەکاونتەکەی ژمارەی ژمارەکەی')})?[^\\p{L}\\p{N}]*$`,
  'u',
)
const AFTER = new RegExp(
  `^[^\\p{L}\\p{N}]*${oneOf(`
    is_wrong was_wrong is_the_wrong_one was_the_wrong_one is_a_mistake was_a_mistake is_not_him isnt_him
    غلط خطا طلع_غلط كان_غلط مو_صحيح هەڵەیە هەڵە_بوو هەڵەبوو
  `)}(?![\\p{L}])`,
  'u',
)

/** Sorani says it after the name, where a sentence ends: "@a نییە، @b یە". With signs, which folding takes. */
const ENDS = /^\s*(?:نییە|نیە)\s*(?:[،,.؛;!\n]|$|بەڵکو|ئەوە)/u

/** "Not only @a", "not @a alone, also @b": both are named. */
const BOTH = new RegExp(
  `(?:^|[^\\p{L}])${oneOf(`
    only just alone also too as_well both
    بس فقط وحده وحدها هم ايضا كذلك كمان
    تەنها تەنیا بەتەنیا هەر هەروەها
  `)}(?![\\p{L}])`,
  'u',
)
/** What somebody else says of himself is no correction: "he said he is not @a". */
const QUOTED = new RegExp(
  `(?:^|[^\\p{L}])${oneOf(`
    he_said he_says she_said she_says they_said they_say said_he says_he claims told_me
    كال يكول قال يقول كالي يكولي كالت تكول وتی دەڵێت دەڵێ ئەڵێ گوتی دبێژیت
  `)}(?![\\p{L}])`,
  'u',
)

/** Shorter names are words as well. */
const SHORTEST = 4
/** As far as words beside a name reach. */
const REACH = 40

/** Whether words say of what stands there that it is not it. */
const isDenied = (text: string, start: number, end: number): boolean => {
  const before = fold(text.slice(Math.max(0, start - REACH), start))
  const after = fold(text.slice(end, end + REACH))
  if (BOTH.test(before) || BOTH.test(after) || QUOTED.test(before)) return false
  return BEFORE.test(before) || AFTER.test(after) || ENDS.test(text.slice(end, end + REACH))
}

type Place = { readonly found: Found; readonly end: number }

/** Where a name stands that is known already: without its sign or service nothing reads it as one. */
const placesOfKnown = (text: string, known: readonly Identifier[]): readonly Place[] => {
  const low = text.toLowerCase()
  return known.flatMap((one) => {
    const name = bare(one).toLowerCase()
    const start = isPhoneType(one.type) || name.length < SHORTEST ? -1 : low.indexOf(name)
    const end = start + name.length
    const isPart =
      start === -1 || /[\p{L}\p{N}_.]$/u.test(low.slice(0, start)) || /^[\p{L}\p{N}_]/u.test(low.slice(end))
    return isPart ? [] : [{ found: { ...one, start }, end }]
  })
}

/**
 * What a text takes back of names and numbers because another stands in its place: only where one of the
 * same kind is named beside it and stands. Whether a bare "it is not @a" is a correction, nobody can tell.
 * `known`: what was named before.
 */
export const deniedIn = (
  text: string,
  read: readonly Place[],
  known: readonly Identifier[] = [],
): readonly Found[] => {
  const denied = [...read, ...placesOfKnown(text, known)].filter(
    ({ found, end }) => !isNobodysTrail(found) && isDenied(text, found.start, end),
  )
  const isKept = (one: Place): boolean => !denied.some(({ found }) => isSameName(found, one.found))
  return denied.flatMap(({ found }) =>
    read.some((one) => isKept(one) && isPhoneType(one.found.type) === isPhoneType(found.type)) ? [found] : [],
  )
}
