import { CRISIS_LABELS } from '../../core/base/danger.ts'
import {
  FACT_FIELDS,
  type Claim,
  type DangerClaim,
  type FactClaim,
  type SentenceClaim,
} from '../../core/ports/helper.ts'
import { int, list, record, text, type Json } from '../kit/json.ts'

/** More than one answer needs; the rest is dropped. */
const MOST_CLAIMS = 20

const FENCE = /^```[a-z]*\s*\n?([\s\S]*?)\n?```\s*$/i
/** Models that think aloud do so before they answer. */
const THOUGHTS = /^\s*<think>[\s\S]*?<\/think>/i

/**
 * The object that a model was asked for, with or without a fence around it; nothing where it wrote
 * something else.
 */
export const readObject = (content: string): Json | undefined => {
  const bare = content.replace(THOUGHTS, '').trim()
  try {
    return record(JSON.parse(FENCE.exec(bare)?.[1] ?? bare))
  } catch {
    return undefined
  }
}

/**
 * Claims of a list, each read by itself: one that is not what it should be does not spoil the
 * others. Nothing where there is no list.
 */
const claimsOf = <T>(
  object: Json,
  name: string,
  read: (one: Json, claim: Claim) => T | undefined,
): readonly T[] | undefined => {
  if (!Array.isArray(object[name])) return undefined
  return list(object[name])
    .slice(0, MOST_CLAIMS)
    .flatMap((one) => {
      const item = record(one)
      const of = int(item?.['message'])
      const quotation = text(item?.['quotation'])
      const claim =
        item === undefined || of === undefined || quotation === undefined
          ? undefined
          : read(item, { of, quotation })
      return claim === undefined ? [] : [claim]
    })
}

export const readDangers = (object: Json): readonly DangerClaim[] | undefined =>
  claimsOf(object, 'dangers', (item, claim) => {
    const label = CRISIS_LABELS.find((known) => known === item['danger'])
    return label === undefined
      ? undefined
      : { ...claim, label, about: item['about'] === 'other' ? 'other' : 'self' }
  })

export const readFacts = (object: Json): readonly FactClaim[] | undefined =>
  claimsOf(object, 'facts', (item, claim) => {
    const field = FACT_FIELDS.find((known) => known === item['field'])
    return field === undefined ? undefined : { ...claim, field }
  })

export const readSentences = (object: Json): readonly SentenceClaim[] | undefined =>
  claimsOf(object, 'sentences', (item, claim) => {
    const sentence = text(item['sentence'])?.trim()
    return sentence === undefined || sentence === '' ? undefined : { ...claim, sentence }
  })

export const readText = (object: Json): string | undefined => {
  const said = text(object['text'])?.trim()
  return said === undefined || said === '' ? undefined : said
}
