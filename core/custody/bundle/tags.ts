import { LANGUAGES } from '../../base/language.ts'
import type { Sha256Hex } from '../../base/ids.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { Bytes, Instant } from '../../base/units.ts'
import { dayOf } from '../../base/calendar.ts'

/** A file of the bag by its place below the root, with what manifests say of it. */
export type Listed = { readonly path: string; readonly size: Bytes; readonly sha256: Sha256Hex }

/**
 * Paths hold letters, digits, dots, slashes and hyphens only, so nothing in them needs the escapes
 * of RFC 8493.
 */
export const writeManifest = (files: readonly Listed[]): string =>
  files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('')

export const BAGIT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

export const writeBagInfo = (
  payload: readonly Listed[],
  facts: {
    readonly code: string
    readonly preparedAt: Instant
    readonly software: string
    readonly organisation?: string
  },
): string =>
  [
    ...(facts.organisation === undefined
      ? []
      : [`Source-Organization: ${facts.organisation.replaceAll(/\s+/g, ' ').trim()}`]),
    `Bagging-Date: ${dayOf(facts.preparedAt)}`,
    `External-Identifier: ${facts.code}`,
    `Payload-Oxum: ${payload.reduce((sum, { size }) => sum + size, 0)}.${payload.length}`,
    `Bag-Software-Agent: ${facts.software}`,
  ]
    .map((line) => `${line}\n`)
    .join('')

/** What the signature of a bundle is made over. */
export const statementOf = (code: string, tagmanifest: Sha256Hex): string =>
  `amin-bundle/1\n${code}\n${tagmanifest}\n`

/**
 * Names that the texts mention: as arguments they are set apart, so that they do not turn the text
 * around them.
 */
const NAMED = {
  report: 'data/report.pdf',
  page: 'verify.html',
  script: 'verify.mjs',
  hand: 'by-hand.txt',
  originals: 'data/evidence',
  index: 'data/index.json',
  entries: 'data/custody/entries.jsonl',
  inclusion: 'data/custody/inclusion.json',
  dossier: 'data/dossier.txt',
  facts: 'data/dossier.json',
}

/** A text for people in every language, one after the other. */
const inAll = (texts: Phrases, key: string, code = ''): string =>
  LANGUAGES.map((language) => texts.say(language, key, { ...NAMED, code })).join('\n\n')

export const writeReadme = (texts: Phrases, code: string): string =>
  `${inAll(texts, 'bundle-readme', code)}\n`

/** Of the dossier of a network, with what it does not prove. */
export const writeDossierReadme = (texts: Phrases, code: string): string =>
  `${inAll(texts, 'dossier-readme', code)}\n\n${writeLimits(texts)}\n`

/** What a dossier does not prove, in plain words. */
export const writeLimits = (texts: Phrases): string => inAll(texts, 'dossier-limits')

/**
 * Everything below is typed in the folder that the ZIP opens into, on any machine with coreutils
 * and OpenSSL 3.
 */
const NOTE = (file: string): readonly string[] => [
  `sed '/^$/,$d' ${file} > note.txt`,
  `sed -n 's/^— [^ ]* //p' ${file} | base64 -d | tail -c 64 > note.sig`,
  'openssl pkeyutl -verify -pubin -inkey data/custody/public-key.txt -rawin -in note.txt -sigfile note.sig',
]

const commands = (lines: readonly string[]): string => lines.map((line) => `    ${line}\n`).join('')

/** How a person checks the core of it without any program of ours. */
export const writeByHand = (texts: Phrases, timestamps: readonly string[]): string =>
  [
    inAll(texts, 'by-hand-intro'),
    inAll(texts, 'by-hand-files'),
    commands(['sha256sum -c manifest-sha256.txt', 'sha256sum -c tagmanifest-sha256.txt']),
    inAll(texts, 'by-hand-signature'),
    commands([...NOTE('signature.txt'), 'sed -n 3p signature.txt', 'sha256sum tagmanifest-sha256.txt']),
    inAll(texts, 'by-hand-checkpoint'),
    commands([...NOTE('data/custody/checkpoint.txt'), 'rm note.txt note.sig']),
    ...(timestamps.length === 0
      ? []
      : [
          inAll(texts, 'by-hand-time'),
          commands(
            timestamps.map(
              (name) =>
                `openssl ts -verify -in data/custody/timestamp-${name}.tsr -data data/custody/checkpoint.txt -CAfile data/custody/timestamp-${name}.crt`,
            ),
          ),
        ]),
    inAll(texts, 'by-hand-rest'),
    '',
  ].join('\n\n')
