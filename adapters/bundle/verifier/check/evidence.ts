import { readBagInfo } from './bag.ts'
import { fromHex, toHex } from './bytes.ts'
import type { Link } from './chain.ts'
import { textOf, type Contents } from './contents.ts'
import type { Tell } from './finding.ts'
import { asObject, integerAt, listAt, readObject, stringAt, type Json } from './json.ts'
import type { OpenedEvent } from './opened.ts'
import { sha256 } from './sha256.ts'

const INDEX = 'data/index.json'
const HASHES = 'data/hashes.csv'
const CASE = 'data/case.json'
/** Columns of hashes.csv, and what the index calls them. */
const COLUMNS: readonly (readonly [column: string, key: string])[] = [
  ['id', 'id'],
  ['sha256', 'sha256'],
  ['md5', 'md5'],
  ['pdq', 'pdq'],
  ['quality', 'quality'],
  ['size', 'size'],
  ['mime', 'detectedType'],
]
const FILES = /^data\/(?:evidence|derived)\//

/**
 * A cell as the exporter writes it: no spreadsheet takes it for a formula, quoted where RFC 4180
 * wants it, empty where nothing is known.
 */
const cellOf = (item: Json, key: string): string => {
  const value = item[key]
  const plain = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

/** The file that a line of the index names is there, and is what the line says. */
const compareFile = (contents: Contents, line: Json, place: string, tell: Tell): void => {
  const path = stringAt(line, 'path') ?? ''
  const file = contents.files.get(path)
  if (file === undefined) {
    tell.fault('index-file-missing', place, { path })
    return
  }
  const cleaned = asObject(line['cleaned'])
  if (cleaned !== undefined) tell.note('cleaned-copy', place)
  const stated = cleaned ?? line
  if (stringAt(stated, 'sha256') !== file.sha256)
    tell.fault('index-differs', place, { field: 'sha256', path })
  if (integerAt(stated, 'size') !== file.size) tell.fault('index-differs', place, { field: 'size', path })
  const md5 = stringAt(stated, 'md5')
  if (md5 !== undefined && file.md5 !== undefined && md5 !== file.md5)
    tell.fault('index-differs', place, { field: 'md5', path })
}

/**
 * The entry that received the file committed to its hash under a salt, which the index discloses.
 * `committed`: what that entry committed to.
 */
const checkCommitment = (item: Json, id: string, committed: readonly string[], tell: Tell): void => {
  const salt = stringAt(item, 'salt')
  const commitment = stringAt(item, 'commitment')
  if (salt === undefined && commitment === undefined && committed.length === 0) {
    tell.note('commitment-none', id)
    return
  }
  const raw = fromHex(salt ?? '-')
  const hash = fromHex(stringAt(item, 'sha256') ?? '-')
  const made = raw === undefined || hash === undefined ? undefined : toHex(sha256(raw, hash))
  if (made === undefined || made !== commitment) tell.fault('commitment-differs', id)
  else if (!committed.includes(made)) tell.fault('commitment-unknown', id)
}

/** What the chain says that was received is what the index lists. */
const checkReceived = (
  item: Json,
  id: string,
  links: readonly Link[],
  received: ReadonlyMap<string, OpenedEvent>,
  tell: Tell,
): void => {
  const one = received.get(stringAt(item, 'evidence') ?? '')
  if (one === undefined) {
    tell.fault('received-unknown', id)
    return
  }
  const { seq, event } = one
  for (const field of ['sha256', 'size', 'salt']) {
    if (event[field] !== undefined && event[field] !== item[field])
      tell.fault('received-differs', id, { field, path: stringAt(item, 'path') ?? '' })
  }
  checkCommitment(item, id, links.find((link) => link.seq === seq)?.commitments ?? [], tell)
}

/** Line by line what the index says, in the index's order. */
const compareList = (contents: Contents, items: readonly Json[], tell: Tell): void => {
  const [head, ...rows] = (textOf(contents, HASHES) ?? '').split('\r\n')
  if (head !== COLUMNS.map(([column]) => column).join(',') || rows.pop() !== '') {
    tell.fault('hashes-unreadable', HASHES)
    return
  }
  if (rows.length !== items.length)
    tell.fault('hashes-number', HASHES, { n: String(rows.length), of: String(items.length) })
  items.forEach((item, index) => {
    const expected = COLUMNS.map(([, key]) => cellOf(item, key)).join(',')
    if (rows[index] !== undefined && rows[index] !== expected)
      tell.fault('hashes-differ', HASHES, { id: stringAt(item, 'id') ?? '' })
  })
}

/** The code and the head of the chain that the other files state. */
const compareCase = (
  contents: Contents,
  index: Json | undefined,
  links: readonly Link[],
  tell: Tell,
): void => {
  const json = readObject(textOf(contents, CASE) ?? '')
  const custody = asObject(json?.['custody'])
  const told = readBagInfo(contents).get('External-Identifier')
  if (stringAt(json, 'code') !== told) tell.fault('case-code', CASE)
  if (stringAt(index, 'case') !== told) tell.fault('case-code', INDEX)
  if (
    integerAt(custody, 'entries') !== links.length ||
    stringAt(custody, 'hash') !== links[links.length - 1]?.hash
  )
    tell.fault('case-head', CASE)
}

/**
 * The index against the files, the chain's commitments and what the chain says was received;
 * hashes.csv against the index.
 */
export const checkEvidence = (
  contents: Contents,
  links: readonly Link[],
  received: ReadonlyMap<string, OpenedEvent>,
  tell: Tell,
): void => {
  const index = readObject(textOf(contents, INDEX) ?? '')
  const items = listAt(index, 'items')?.map(asObject)
  if (items === undefined || items.includes(undefined)) {
    tell.fault('index-unreadable', INDEX)
    return
  }
  const listed = new Set<string>()
  const ids = new Set<string>()
  const known = items.flatMap((item): readonly Json[] => (item === undefined ? [] : [item]))
  for (const item of known) {
    const id = stringAt(item, 'id') ?? ''
    if (id === '' || ids.has(id)) tell.fault('index-id', INDEX, { id })
    ids.add(id)
    compareFile(contents, item, id, tell)
    checkReceived(item, id, links, received, tell)
    for (const one of [item, ...(listAt(item, 'derived') ?? []).map(asObject)]) {
      const path = stringAt(one, 'path') ?? ''
      if (listed.has(path)) tell.fault('index-path-twice', id, { path })
      listed.add(path)
      if (one !== undefined && one !== item) compareFile(contents, one, id, tell)
    }
  }
  for (const name of contents.files.keys())
    if (FILES.test(name) && !listed.has(name)) tell.fault('index-unlisted', name)
  compareList(contents, known, tell)
  compareCase(contents, index, links, tell)
  tell.holds('evidence-holds', { n: String(items.length) })
}
