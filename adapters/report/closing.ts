import type { ReportInput } from '../../core/custody/bundle/report-input.ts'
import type { Part } from './part.ts'
import type { Single } from './words.ts'
import type { Writer } from './writer.ts'

export const writeCertificate = (w: Writer, { certificate }: ReportInput): readonly Part[] => {
  const { software, tools, hashes, timeSource, operator } = certificate
  return [
    { kind: 'section', words: w.single('section-certificate'), fresh: true },
    { kind: 'note', words: w.prose('certificate-note') },
    {
      kind: 'fields',
      dense: true,
      rows: [
        w.row('z-software', w.run(software)),
        w.row(
          'z-tools',
          tools.length === 0
            ? w.asValue(w.single('z-tools-none'))
            : { kind: 'row', list: tools.map((tool) => w.run(tool)) },
        ),
        w.row('z-hashes', { kind: 'lines', list: hashes.map((hash) => w.asValue(w.one('hash', hash))) }),
        w.row('z-time', w.asValue(w.one('time', timeSource))),
        w.row(
          'z-operator',
          operator === 'command-line' ? w.asValue(w.single('operator-command-line')) : w.run(operator),
        ),
        w.row('z-guidance', w.asValue(w.single('guidance'))),
      ],
    },
    { kind: 'subsection', words: w.single('z-proves') },
    { kind: 'points', items: ['1', '2', '3'].map((n) => w.prose(`proves-${n}`)) },
    { kind: 'subsection', words: w.single('z-not') },
    { kind: 'points', items: ['1', '2', '3', '4'].map((n) => w.prose(`not-${n}`)) },
    {
      kind: 'sign',
      words: w.single('z-sign'),
      text: w.prose('sign-text'),
      lines: (['sign-name', 'sign-signature', 'sign-date', 'sign-receiver'] as const).map((key) =>
        w.single(key),
      ),
    },
  ]
}

/**
 * The same commands as in by-hand.txt (core/custody/bundle/tags.ts): printed, they need no trust in
 * the bundle's own text.
 */
const openNote = (file: string): readonly string[] => [
  `sed '/^$/,$d' ${file} > note.txt`,
  `sed -n 's/^— [^ ]* //p' ${file} | base64 -d | tail -c 64 > note.sig`,
  'openssl pkeyutl -verify -pubin -inkey data/custody/public-key.txt \\',
  '    -rawin -in note.txt -sigfile note.sig',
]

/** A name of ours in a file's name; what else somebody put into a setting has no place in a command. */
const SAFE_NAME = /^[\w.-]{1,64}$/

export const writeByHand = (w: Writer, { header, evidence, checkpoint }: ReportInput): readonly Part[] => {
  const step = (title: Single, lines: readonly string[], expect?: Single): readonly Part[] => [
    { kind: 'subsection', words: w.single(title) },
    ...(expect === undefined ? [] : [{ kind: 'prose' as const, words: w.prose(expect) }]),
    { kind: 'commands', lines },
  ]
  const one = evidence[0]?.path ?? 'data/report.pdf'
  const stamps = checkpoint.anchors.filter((name) => SAFE_NAME.test(name))
  return [
    { kind: 'section', words: w.single('section-by-hand'), fresh: true },
    { kind: 'note', words: w.prose('by-hand-note') },
    ...step(
      'h-files',
      [`cd amin-${header.code}`, 'sha256sum -c manifest-sha256.txt', 'sha256sum -c tagmanifest-sha256.txt'],
      'h-files-expect',
    ),
    ...step('h-one', [`sha256sum ${one}`]),
    ...step('h-list', [
      ...openNote('signature.txt'),
      'sed -n 3p signature.txt',
      'sha256sum tagmanifest-sha256.txt',
    ]),
    ...step('h-signature', openNote('data/custody/checkpoint.txt'), 'h-signature-expect'),
    ...step(
      'h-leaf',
      [
        `tail -n 1 data/custody/entries.jsonl | grep -o '"hash":"[0-9a-f]*"'`,
        `grep -o '"hash":"[0-9a-f]*"' data/custody/inclusion.json`,
      ],
      'h-leaf-expect',
    ),
    ...(stamps.length === 0
      ? []
      : step(
          'h-stamp',
          stamps.flatMap((name) => [
            `openssl ts -verify -in data/custody/timestamp-${name}.tsr -data data/custody/checkpoint.txt \\`,
            `    -CAfile data/custody/timestamp-${name}.crt`,
          ]),
          'h-stamp-expect',
        )),
  ]
}

export const writeSigns = (w: Writer): readonly Part[] => {
  const { codes, marks } = w.text.seen
  if (!codes && !marks) return []
  return [
    { kind: 'section', words: w.single('section-signs'), fresh: false },
    ...(codes ? [{ kind: 'prose' as const, words: w.prose('signs-note') }] : []),
    ...(marks ? [{ kind: 'prose' as const, words: w.prose('marks-note') }] : []),
  ]
}
