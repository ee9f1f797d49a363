import { ASPECTS } from '../../core/base/examination.ts'
import type { Examination, Found, NotComputed } from '../../core/base/examination.ts'
import { isPdqHash } from '../../core/base/fingerprint/distance.ts'
import { MAX_FACTS, MAX_TEXT, isFactKey } from './facts.ts'
import type { Frame } from '../confine/frame.ts'
import { OPERATIONS, PICTURE_SIDE } from './protocol.ts'
import type { Made, Operation, Reply } from './protocol.ts'

const FOUND: readonly Found[] = ['found', 'broken', 'none', 'not_computed']
const WHY: readonly NotComputed[] = [
  'tool_absent',
  'unsupported',
  'too_large',
  'too_slow',
  'damaged',
  'failed',
]
const PICTURES: readonly Made['what'][] = ['preview', 'thumbnail', 'poster', 'frame', 'page']
const TOOL = /^[\w .,@/+?~:-]{1,160}$/
const MIME = /^[\w.+-]{1,40}\/[\w.+-]{1,80}$/
const MAX_RESULTS = 4
const MAX_PICTURES = 8

type Json = Readonly<Record<string, unknown>>

const record = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
const isTool = (value: unknown): value is string => typeof value === 'string' && TOOL.test(value)
const isCount = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most

const isFact = ([key, value]: readonly [string, unknown]): boolean =>
  isFactKey(key) &&
  (typeof value === 'number'
    ? Number.isSafeInteger(value)
    : typeof value === 'string' && value.length <= MAX_TEXT && value.isWellFormed())

const toFacts = (value: unknown): Examination['facts'] | undefined => {
  const facts = record(value)
  if (facts === undefined) return undefined
  const entries = Object.entries(facts)
  return entries.length <= MAX_FACTS && entries.every(isFact)
    ? (Object.fromEntries(entries) as Examination['facts'])
    : undefined
}

const toResult = (value: unknown, op: Operation): Examination | undefined => {
  const said = record(value) ?? {}
  const aspect = ASPECTS.find((known) => known === said['aspect'])
  const found = FOUND.find((known) => known === said['found'])
  const why = WHY.find((known) => known === said['why'])
  const facts = toFacts(said['facts'])
  const { tool } = said
  const isAsked = aspect !== undefined && (OPERATIONS[op] as readonly string[]).includes(aspect)
  if (!isAsked || found === undefined || facts === undefined || !isTool(tool)) return undefined
  if ((found === 'not_computed') !== (why !== undefined)) return undefined
  return { aspect, found, ...(why === undefined ? {} : { why }), tool, facts }
}

const isWebp = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 4) === 'RIFF' &&
  bytes.toString('latin1', 8, 12) === 'WEBP' &&
  bytes.readUInt32LE(4) + 8 === bytes.length

const toPictures = (value: unknown, body: Buffer): readonly Made[] | undefined => {
  if (!Array.isArray(value) || value.length > MAX_PICTURES) return undefined
  const pictures: Made[] = []
  let at = 0
  for (const said of value.map((one) => record(one) ?? {})) {
    const { index, width, height, length, tool } = said
    const what = PICTURES.find((known) => known === said['what'])
    if (
      what === undefined ||
      !isTool(tool) ||
      !isCount(index, MAX_PICTURES) ||
      !isCount(length, body.length - at)
    )
      return undefined
    if (!isCount(width, PICTURE_SIDE) || !isCount(height, PICTURE_SIDE) || width < 1 || height < 1)
      return undefined
    const bytes = body.subarray(at, at + length)
    if (length < 12 || !isWebp(bytes)) return undefined
    pictures.push({ what, index, bytes: Uint8Array.from(bytes), width, height, tool })
    at += length
  }
  return at === body.length ? pictures : undefined
}

const toPdq = (value: unknown): Reply['pdq'] => {
  const { hash, quality } = record(value) ?? {}
  return typeof hash === 'string' && isPdqHash(hash) && isCount(quality, 100) ? { hash, quality } : undefined
}

/**
 * The child read hostile bytes and may be theirs by now: its answer is checked like anything from
 * outside. Nothing where it is not an answer to `op`.
 */
export const toReply = ({ head, body }: Frame, op: Operation): Reply | undefined => {
  const said = record(head) ?? {}
  const list: readonly unknown[] = Array.isArray(said['results']) ? said['results'] : []
  const results = list.map((one) => toResult(one, op))
  const pictures = toPictures(said['pictures'], body)
  if (pictures === undefined || results.length > MAX_RESULTS || !results.every((one) => one !== undefined))
    return undefined
  if (!OPERATIONS[op].every((aspect) => results.some((one) => one.aspect === aspect))) return undefined
  const { mime } = said
  const pdq = toPdq(said['pdq'])
  return {
    ...(typeof mime === 'string' && MIME.test(mime) ? { mime } : {}),
    results,
    pictures,
    ...(pdq === undefined ? {} : { pdq }),
  }
}

export const isSpoilt = ({ head }: Frame): boolean => record(head)?.['isSpoilt'] === true
