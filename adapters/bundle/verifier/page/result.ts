import { judge, type Finding, type Verdict } from '../check/finding.ts'
import { sayFinding, sectionsOf } from '../check/summary.ts'
import { piecesOf, type WordsPiece, type Tongue } from '../check/words.ts'
import type { WordKey } from '../check/words-en.ts'
import { element, type PageElement } from './dom.ts'
import { inOrderOf } from './name.ts'

const MARKS: Readonly<Record<Verdict, string>> = { holds: '✓', broken: '✕', partly: '?' }

/** Longer ones may break wherever the line ends. */
const LONGEST_UNBROKEN = 24

/**
 * Values stand apart, each in its own order, whatever surrounds them; a name out of a bundle is
 * text and never markup.
 */
const inline = (pieces: readonly WordsPiece[]): readonly (PageElement | string)[] =>
  pieces.map(({ text, value }) =>
    value
      ? element(
          'bdi',
          { class: text.length > LONGEST_UNBROKEN ? 'value' : 'value whole' },
          ...inOrderOf(text),
        )
      : text,
  )

export const say = (
  tongue: Tongue,
  key: WordKey,
  values?: Readonly<Record<string, string>>,
): readonly (PageElement | string)[] => inline(piecesOf(tongue, key, values))

const line = (tongue: Tongue, finding: Finding): PageElement =>
  element(
    'li',
    { class: finding.open === true ? 'open' : finding.kind },
    ...inline(sayFinding(tongue, finding)),
  )

const list = (tongue: Tongue, findings: readonly Finding[]): PageElement =>
  element('ul', { class: 'findings' }, ...findings.map((finding) => line(tongue, finding)))

/** In groups of four, as people compare numbers. */
const grouped = (fingerprint: string): string => fingerprint.replace(/(.{4})(?=.)/g, '$1 ')

const keyCard = (tongue: Tongue, findings: readonly Finding[]): PageElement | undefined => {
  const key = findings.find(({ key }) => key === 'key-compare' || key === 'key-same' || key === 'key-differs')
  if (key === undefined) return undefined
  const words =
    key.key === 'key-compare' ? 'key-wants' : key.key === 'key-same' ? 'key-agrees' : 'key-disagrees'
  return element(
    'section',
    { class: `card ${key.key}` },
    element('h2', {}, ...say(tongue, 'key-heading')),
    element('p', {}, ...say(tongue, words)),
    element('p', { class: 'fingerprint', dir: 'ltr' }, grouped(key.values?.['fingerprint'] ?? '')),
  )
}

const summary = (tongue: Tongue, findings: readonly Finding[]): PageElement =>
  element(
    'section',
    { class: 'card' },
    element('h2', {}, ...say(tongue, 'summary-heading')),
    element(
      'ul',
      { class: 'summary' },
      ...sectionsOf(findings).map(({ topic, standing }) =>
        element(
          'li',
          { class: `standing-${standing}` },
          element('span', {}, ...say(tongue, `topic-${topic}`)),
          element('span', { class: 'state' }, ...say(tongue, `state-${standing}`)),
        ),
      ),
    ),
  )

const details = (tongue: Tongue, findings: readonly Finding[]): PageElement =>
  element(
    'details',
    { class: 'card' },
    element('summary', {}, element('h2', {}, ...say(tongue, 'details-heading'))),
    ...sectionsOf(findings).flatMap(({ topic, findings: own }) => [
      element('h3', {}, ...say(tongue, `topic-${topic}`)),
      list(tongue, own),
    ]),
  )

/**
 * The answer first, then whose signature it is, what is wrong, what was looked at, and what nobody
 * looked at.
 */
export const showResult = (
  tongue: Tongue,
  name: string,
  findings: readonly Finding[],
): readonly PageElement[] => {
  const verdict = judge(findings)
  const faults = findings.filter(({ kind }) => kind === 'fault')
  const open = findings.filter((finding) => finding.open === true)
  const key = keyCard(tongue, findings)
  return [
    element(
      'section',
      { class: `verdict ${verdict}` },
      element('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[verdict]),
      element(
        'div',
        {},
        element('h2', { id: 'verdict', tabindex: '-1' }, ...say(tongue, `verdict-${verdict}`)),
        element('p', { class: 'name' }, element('bdi', {}, ...inOrderOf(name))),
        element('p', {}, ...say(tongue, `verdict-${verdict}-means`)),
      ),
    ),
    ...(faults.length === 0
      ? []
      : [
          element(
            'section',
            { class: 'card' },
            element('h2', {}, ...say(tongue, 'faults-heading')),
            list(tongue, faults),
          ),
        ]),
    ...(open.length === 0 ? [] : [element('section', { class: 'card' }, list(tongue, open))]),
    ...(key === undefined ? [] : [key]),
    summary(tongue, findings),
    element(
      'section',
      { class: 'card' },
      element('h2', {}, ...say(tongue, 'limits-heading')),
      list(
        tongue,
        findings.filter(({ kind, open }) => kind === 'unchecked' && open !== true),
      ),
    ),
    details(tongue, findings),
  ]
}
