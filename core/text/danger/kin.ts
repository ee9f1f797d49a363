import * as said from './age-words.ts'
import { numberAt, Words } from './age-numbers.ts'
import * as kin from './kin-words.ts'
import { namesChild } from './relatives.ts'

/** So many words after a name are looked at for what happens to who is named. */
const AFTER = 7
/** So many before it, within the sentence. */
const BEFORE = 4
/** What somebody does to the writer stands within so many words of who does it. */
const DOING = 4

/** Where somebody of the writer's is named: the words before it, and the next one after it. `child`: who may be one. */
type Mention = { readonly before: number; readonly next: number; readonly child: boolean }

const LATIN = /^[a-z]+$/

/** "My little brother", "بنت خالتي", "خوشکەکەم": where it begins, or nothing where nobody of theirs is named. */
const mentionAt = (words: Words, at: number): Mention | undefined => {
  const pass = (from: number): number => {
    let next = from
    while (!words.begins(next) && words.is(next, kin.WHICH)) next += 1
    return next
  }
  const isEnglish = words.is(at, kin.KIN_ENGLISH)
  if (isEnglish || words.is(at, kin.NEAR_ENGLISH)) {
    if (words.is(at + 1, kin.NEAR_ENGLISH) && !words.begins(at + 1)) return undefined
    let owner = at - 1
    while (owner > 0 && !words.begins(owner + 1) && words.is(owner, kin.WHICH)) owner -= 1
    const isOwned = owner >= 0 && !words.begins(owner + 1) && words.is(owner, kin.OWNER)
    const isOfMine = words.is(at + 1, said.OF) && words.is(at + 2, said.MINE)
    return !isOwned && !isOfMine
      ? undefined
      : { before: isOwned ? owner - 1 : at - 2, next: pass(isOfMine ? at + 3 : at + 1), child: isEnglish }
  }
  if (words.is(at, kin.KIN_OF_KIN) && words.is(at + 1, said.KIN) && !words.begins(at + 1))
    return { before: at - 1, next: pass(at + 2), child: true }
  if (words.is(at, kin.NEAR_OTHER)) return { before: at - 1, next: pass(at + 1), child: false }
  if (words.is(at, kin.KIN_ARABIC) || words.is(at, kin.KIN_KURDISH))
    return { before: at - 1, next: pass(at + 1), child: true }
  // "ژ" and "I am a girl" are written as "my daughter" is: only what happens to them says which.
  if (LATIN.test(words.word(at)) && !words.is(at, said.CHILD)) return undefined
  if (LATIN.test(words.word(at)) && words.is(at, said.PERSON)) return undefined
  if (!namesChild(words, at) || words.is(at, said.KIND)) return undefined
  if (words.is(at, kin.I_AM_ONE) && !(!words.begins(at + 1) && words.is(at + 1, kin.HAVE_KURDISH)))
    return undefined
  const isTwo = words.is(at, said.OF_ME)
  return { before: at - (isTwo ? 2 : 1), next: pass(at + 1), child: !words.is(at, said.ME_OR_MINE) }
}

const isWithin = (words: Words, from: number, most: number, known: ReadonlySet<string>): number => {
  for (let at = from; at < from + most && at < words.length && !words.begins(at); at += 1)
    if (words.is(at, known)) return at
  return -1
}

/** They hear of it, may learn of it, or are feared for it. */
const isOnlyHearer = (words: Words, { before, next }: Mention): boolean => {
  if (before < 0 || words.begins(before + 1)) return isWithin(words, next, 2, kin.LEARNS) >= 0
  if (words.is(before, kin.TO_THEM)) return true
  const isLearning = isWithin(words, next, 2, kin.LEARNS) >= 0
  if (!words.is(before, kin.OF_THEM) || isLearning) return isLearning
  if (isWithin(words, next, 2, kin.FEAR) >= 0) return true
  for (let at = before; at > before - BEFORE && at >= 0; at -= 1) {
    if (words.is(at, kin.FEAR)) return true
    if (words.begins(at)) break
  }
  return false
}

/** "My brother filmed me", «اخويه سجلني», «برام وێنەی منی گرت». */
const isDoer = (words: Words, { next }: Mention): boolean => {
  for (let at = next; at < next + DOING && at < words.length && !words.begins(at); at += 1) {
    if (words.is(at, kin.SOMEBODY) || words.is(at, kin.TELLS)) return false
    if ([kin.ME, kin.TO_ME, kin.KURDISH_ME].some((known) => words.is(at, known))) return true
    if (words.is(at, kin.OWN_MATTER)) return true
  }
  return false
}

/** It is done to them: "threatening my son", "my boy is being squeezed", «ابني واحد ياخذ منه فلوس». */
const isTarget = (words: Words, { before, next }: Mention): boolean => {
  if (before >= 0 && !words.begins(before + 1)) {
    let at = before
    if (words.is(at, kin.OF_WHOM) || words.is(at, kin.OF_THEM)) at -= 1
    const isPicture = at >= 0 && !words.begins(at + 1) && words.is(at, kin.PICTURE_OF)
    if (isPicture && !words.is(at - 1, kin.OWNER)) return true
    if (words.is(at, kin.DOES_TO) || (at === before && words.is(at, kin.DOES_TO_ARABIC))) return true
  }
  if (isWithin(words, next, AFTER, kin.HAPPENS) >= 0) return true
  const threat = isWithin(words, next, AFTER, kin.THREAT)
  if (threat >= 0 && words.is(threat + 1, kin.AGAINST)) return true
  const is = isWithin(words, next, 2, kin.IS)
  if (is >= 0 && isWithin(words, is + 1, 3, kin.DONE) >= 0) return true
  if (isWithin(words, next, AFTER, kin.DONE_TO_THEM) >= 0) return true
  const somebody = isWithin(words, next, 3, kin.SOMEBODY)
  return somebody >= 0 && isWithin(words, somebody + 1, AFTER, kin.OVER_THEM) >= 0
}

/** Brothers, cousins and friends are of any age unless a word says that they are young. */
const isYoung = (words: Words, at: number, { before, next }: Mention): boolean => {
  for (let one = Math.max(0, before); one < next; one += 1) if (words.is(one, kin.YOUNG)) return true
  return !words.is(at, kin.OF_ANY_AGE)
}

/**
 * Pictures of a grown one, or of one of the writer's age, are only asked for: there are none yet, and what is
 * sent shows who asks. Of a child it is done to the child.
 */
const isAskedFor = (words: Words, at: number, mention: Mention): boolean => {
  if (isYoung(words, at, mention)) return false
  let one = mention.before
  if (words.is(one, kin.OF_WHOM) || words.is(one, kin.OF_THEM)) one -= 1
  return one > 0 && !words.begins(one) && words.is(one, kin.PICTURE_OF) && words.is(one - 1, kin.ASKS_FOR)
}

/** Whether words say that it is the writer's own matter: "he threatens me", «صوري», "it is about me". */
const isOwnMatter = (words: Words): boolean => {
  for (let at = 0; at < words.length; at += 1) {
    if (words.is(at, kin.OWN_MATTER) || words.is(at, kin.TO_ME)) return true
    const isNext = at > 0 && !words.begins(at)
    if (isNext && words.is(at, kin.US) && words.is(at - 1, kin.DONE_TO_ME)) return true
    if (isNext && words.is(at, kin.MY_PICTURES) && words.is(at - 1, kin.OWNER)) return true
    if (words.is(at, said.OF_ME) && words.is(at - 1, kin.OF_THEM) && words.is(at - 2, kin.THREATENS))
      return true
    if (isNext && words.word(at) === 'me' && words.is(at - 1, said.OF) && words.is(at - 2, kin.PICTURE_OF))
      return true
  }
  return false
}

/** `own`: it is, or is as well, the writer's own matter. `young`: one is a child of theirs, or said to be young. */
export type KinTold = {
  readonly told?: 'target' | 'named'
  readonly own: boolean
  readonly young: boolean
}

/**
 * Who of the writer's own is told of. `target`: it is done to a child, brother, sister or friend of theirs.
 * `named`: one who may be a child is named, and neither does it nor only hears of it, and nothing says that it
 * is the writer's own matter. An adult's age of who writes is then none of the person's it is about (law 10).
 */
export const kinIn = (text: string): KinTold => {
  const words = new Words(text)
  const own = isOwnMatter(words)
  let told: KinTold['told']
  let young = false
  for (let at = 0; at < words.length; at += 1) {
    const mention = mentionAt(words, at)
    if (mention === undefined || isOnlyHearer(words, mention) || isAskedFor(words, at, mention)) continue
    const target = isTarget(words, mention)
    if (!target && (!mention.child || isDoer(words, mention))) continue
    young ||= isYoung(words, at, mention)
    told = target || told === 'target' ? 'target' : 'named'
  }
  return told === undefined || (told === 'named' && own) ? { own, young: false } : { told, own, young }
}

/** Whether somebody of the writer's is named at all. */
export const namesKin = (text: string): boolean => {
  const words = new Words(text)
  for (let at = 0; at < words.length; at += 1) if (mentionAt(words, at) !== undefined) return true
  return false
}

/** "The same problem", "these are hers". */
const isOfThem = (words: Words): boolean => {
  for (let at = 0; at < words.length; at += 1) {
    if (words.is(at, kin.HERS)) return true
    if (words.is(at, kin.SAME) && isWithin(words, at + 1, 2, kin.MATTER) >= 0) return true
  }
  return false
}

/** "I am her sister", «اني اختها», «من خوشکیم». */
const isTheirKin = (words: Words): boolean => {
  for (let at = 1; at < words.length; at += 1) {
    if (words.begins(at)) continue
    const isI = words.is(at - 1, said.I) || words.is(at - 1, said.I_AM) || words.is(at - 1, said.OF_ME)
    if (isI && words.is(at, kin.THEIR_KIN)) return true
    const isAm = words.is(at - 1, said.I_AM) || (words.word(at - 1) === 'am' && words.is(at - 2, said.I))
    const who = at + 1
    const isKin = words.is(who, kin.KIN_ENGLISH) || words.is(who, kin.NEAR_ENGLISH)
    if (words.is(at, kin.HER) && isAm && isKin) return true
  }
  return false
}

const ADULT = 18
const OLDEST = 99

/** Whether the only ages that words tell are those of adults. */
const isGrownUp = (words: Words): boolean => {
  const ages = Array.from({ length: words.length }, (_, at) => numberAt(words, at)).flatMap((found) =>
    found === undefined || found === 'count' || found.age > OLDEST ? [] : [found.age],
  )
  return ages.length > 0 && ages.every((age) => age >= ADULT)
}

/**
 * Whether words bring up another than who wrote before: `named`, somebody of the writer's who neither does it nor
 * only hears of it; `too`, that it is done to them as well, that what is sent is theirs, or that they write now.
 */
export const anotherIn = (text: string): { readonly named: boolean; readonly too: boolean } => {
  const words = new Words(text)
  const own = isOwnMatter(words)
  const theirs = isOfThem(words)
  const told = { named: false, too: isTheirKin(words) }
  if (isGrownUp(words)) return { named: told.named, too: false }
  for (let at = 0; at < words.length; at += 1) {
    // A mother or a wife is no child: whatever is done to her leaves an adult's age as it is.
    if (words.is(at, kin.GROWN)) continue
    const mention = mentionAt(words, at)
    if (mention === undefined || isOnlyHearer(words, mention) || isAskedFor(words, at, mention)) continue
    const target = isTarget(words, mention)
    if (!target && isDoer(words, mention)) continue
    told.named = true
    // A friend or a colleague of an adult is of their age, unless they are said to be young or to be in the pictures.
    const mayBeChild = mention.child || isYoung(words, at, mention)
    told.too ||= theirs || (target && !own && mayBeChild)
  }
  return told
}
