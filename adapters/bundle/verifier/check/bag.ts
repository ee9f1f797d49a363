import { textOf, type Contents } from './contents.ts'
import type { Tell } from './finding.ts'

const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
const LINE = /^([0-9a-f]{64}) {2}(.+)$/
/** Neither can stand in the list that they are made over. */
const OUTSIDE_THE_LISTS = new Set(['tagmanifest-sha256.txt', 'signature.txt'])

/** What the checks stand on. Whatever else belongs into a bundle is in its lists, and these are signed. */
const REQUIRED = [
  'bag-info.txt',
  'bagit.txt',
  'data/case.json',
  'data/custody/checkpoint.txt',
  'data/custody/entries.jsonl',
  'data/custody/inclusion.json',
  'data/custody/opened.jsonl',
  'data/custody/public-key.txt',
  'data/hashes.csv',
  'data/index.json',
  'manifest-sha256.txt',
  'signature.txt',
  'tagmanifest-sha256.txt',
]

/** RFC 8493, 2.1.3: line ends and per cent signs of a name are written as `%0A`, `%0D`, `%25`. */
const unescaped = (name: string): string =>
  name.replace(/%(0A|0D|25)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** What a list says of each name. */
const readManifest = (contents: Contents, list: string, tell: Tell): ReadonlyMap<string, string> => {
  const said = new Map<string, string>()
  const text = textOf(contents, list)
  if (text === undefined) return said
  const lines = text.split('\n')
  if (lines.pop() !== '') tell.fault('bag-list-cut', list)
  lines.forEach((line, index) => {
    const [, sha256, escaped] = LINE.exec(line) ?? []
    if (sha256 === undefined || escaped === undefined) {
      tell.fault('bag-line-unreadable', list, { n: String(index + 1) })
      return
    }
    const name = unescaped(escaped)
    if (said.has(name)) tell.fault('bag-line-twice', name, { list })
    else said.set(name, sha256)
  })
  return said
}

const compare = (
  contents: Contents,
  list: string,
  said: ReadonlyMap<string, string>,
  belongs: (name: string) => boolean,
  tell: Tell,
): void => {
  for (const [name, sha256] of said) {
    const content = contents.files.get(name)
    if (!belongs(name)) tell.fault('bag-line-foreign', name, { list })
    else if (content === undefined) tell.fault('bag-file-missing', name, { list })
    else if (content.sha256 !== sha256) tell.fault('bag-file-differs', name, { list })
  }
  for (const name of contents.files.keys())
    if (belongs(name) && !said.has(name)) tell.fault('bag-file-extra', name, { list })
}

/** `Label: value` lines. */
export const readBagInfo = (contents: Contents): ReadonlyMap<string, string> =>
  new Map(
    (textOf(contents, 'bag-info.txt') ?? '').split('\n').flatMap((line): [string, string][] => {
      const at = line.indexOf(': ')
      return at < 1 ? [] : [[line.slice(0, at), line.slice(at + 2)]]
    }),
  )

/** RFC 8493: every file is in its list with the hash that it has, and no list names what is not there. */
export const checkBag = (contents: Contents, tell: Tell): void => {
  for (const name of REQUIRED) if (!contents.files.has(name)) tell.fault('bag-required', name)
  if (contents.files.has('bagit.txt') && textOf(contents, 'bagit.txt') !== DECLARATION)
    tell.fault('bag-declaration', 'bagit.txt')
  const payload = (name: string): boolean => name.startsWith('data/')
  const tag = (name: string): boolean => !payload(name) && !OUTSIDE_THE_LISTS.has(name)
  for (const [list, belongs] of [
    ['manifest-sha256.txt', payload],
    ['tagmanifest-sha256.txt', tag],
  ] as const) {
    if (contents.files.has(list)) compare(contents, list, readManifest(contents, list, tell), belongs, tell)
  }
  let bytes = 0
  let count = 0
  for (const [name, { size }] of contents.files) {
    if (!payload(name)) continue
    bytes += size
    count += 1
  }
  if (contents.files.has('bag-info.txt')) {
    const info = readBagInfo(contents)
    const oxum = `${bytes}.${count}`
    if (info.get('Payload-Oxum') !== oxum) tell.fault('bag-oxum', 'bag-info.txt', { expected: oxum })
    const code = info.get('External-Identifier')
    if (code === undefined || (contents.code !== undefined && code !== contents.code))
      tell.fault('bag-code', 'bag-info.txt')
  }
  tell.holds('bag-holds', { n: String(contents.files.size), bytes: String(bytes) })
}
