import type { Finding } from '../check/finding.ts'
import { readFingerprint } from '../check/key.ts'
import { verifyBundle } from '../check/verify.ts'
import { TONGUE_NAMES, tongueFor, TONGUES, type Tongue } from '../check/words.ts'
import type { WordKey } from '../check/words-en.ts'
import { element, surroundings, type ChosenFile, type PageElement } from './dom.ts'
import { browserPlatform, isAge, zipOf } from './platform.ts'
import { say, showResult } from './result.ts'

type Shown =
  | { readonly status: 'empty' }
  | { readonly status: 'reading'; readonly name: string }
  | { readonly status: 'failed'; readonly key: WordKey; readonly values: Readonly<Record<string, string>> }
  | { readonly status: 'done'; readonly name: string; readonly findings: readonly Finding[] }

const MEGABYTE = 1_000_000

/**
 * Draws the page into its one element and answers what is chosen, typed and dropped. Everything
 * stays in this tab.
 */
export const startPage = (): void => {
  const { document, navigator } = surroundings()
  const place = document.getElementById('page')
  let tongue: Tongue = tongueFor(navigator.languages ?? [navigator.language ?? ''])
  let shown: Shown = { status: 'empty' }
  let fingerprint = ''
  let chosen: ChosenFile | undefined
  /** Counts what was chosen: a newer choice makes an older reading stop telling. */
  let turn = 0
  const bar = element('progress', { max: '1', value: '0' })
  const part = element('p', { class: 'part' })

  const tellProgress = (done: number, total: number): void => {
    bar.max = Math.max(total, 1)
    bar.value = String(done)
    const values = { done: String(Math.round(done / MEGABYTE)), total: String(Math.round(total / MEGABYTE)) }
    part.replaceChildren(...say(tongue, 'reading-part', values))
  }

  const check = async (file: ChosenFile): Promise<void> => {
    turn += 1
    const mine = turn
    chosen = file
    show({ status: 'reading', name: file.name })
    try {
      if (await isAge(file)) {
        const command = 'age --decrypt --identity KEY --output bundle.zip FILE.age'
        if (mine === turn) show({ status: 'failed', key: 'is-age', values: { command } })
        return
      }
      const findings: Finding[] = []
      const published = readFingerprint(fingerprint)
      const options = {
        progress: (done: number, total: number) => {
          if (mine === turn) tellProgress(done, total)
        },
        ...(published === undefined ? {} : { published }),
      }
      for await (const finding of verifyBundle(zipOf(file), browserPlatform, options)) findings.push(finding)
      if (mine !== turn) return
      show({ status: 'done', name: file.name, findings })
      document.getElementById('verdict')?.focus()
    } catch {
      if (mine === turn) show({ status: 'failed', key: 'not-readable', values: {} })
    }
  }

  const languages = (): PageElement => {
    const select = element(
      'select',
      { id: 'language' },
      ...TONGUES.map((one) =>
        element(
          'option',
          { value: one, lang: one, ...(one === tongue ? { selected: 'selected' } : {}) },
          TONGUE_NAMES[one],
        ),
      ),
    )
    select.addEventListener('change', () => {
      tongue = TONGUES.find((one) => one === select.value) ?? tongue
      draw()
      document.getElementById('language')?.focus()
    })
    return element(
      'label',
      { class: 'language' },
      element('span', {}, ...say(tongue, 'language-label')),
      select,
    )
  }

  const picker = (): PageElement => {
    const input = element('input', { type: 'file', accept: '.zip,.age,application/zip', id: 'file' })
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file !== undefined) void check(file)
    })
    const drop = element(
      'div',
      { class: 'drop' },
      element('label', { class: 'button', for: 'file' }, ...say(tongue, 'choose')),
      input,
      element('p', { class: 'hint' }, ...say(tongue, 'drop')),
    )
    return element('section', { class: 'card' }, drop, published())
  }

  const published = (): PageElement => {
    const wrong = element('p', { class: 'wrong', id: 'published-wrong', role: 'status' })
    const input = element('input', {
      type: 'text',
      id: 'published',
      dir: 'ltr',
      autocomplete: 'off',
      spellcheck: 'false',
      value: fingerprint,
    })
    input.addEventListener('change', () => {
      fingerprint = input.value
      const bad = fingerprint.trim() !== '' && readFingerprint(fingerprint) === undefined
      wrong.replaceChildren(...(bad ? say(tongue, 'published-wrong') : []))
      input.setAttribute('aria-invalid', String(bad))
      if (!bad && chosen !== undefined) void check(chosen)
    })
    input.setAttribute('aria-describedby', 'published-wrong')
    return element(
      'div',
      { class: 'published' },
      element('label', { for: 'published' }, ...say(tongue, 'published-label')),
      input,
      wrong,
    )
  }

  const outcome = (): readonly PageElement[] => {
    switch (shown.status) {
      case 'empty':
        return []
      case 'reading':
        bar.setAttribute('aria-label', shown.name)
        return [
          element(
            'section',
            { class: 'card' },
            element('p', {}, ...say(tongue, 'reading', { name: shown.name })),
            bar,
            part,
          ),
        ]
      case 'failed':
        return [
          element(
            'section',
            { class: 'card', role: 'alert' },
            element('p', {}, ...say(tongue, shown.key, shown.values)),
          ),
        ]
      case 'done':
        return showResult(tongue, shown.name, shown.findings)
    }
  }

  const draw = (): void => {
    const { documentElement } = document
    documentElement.lang = tongue
    documentElement.dir = tongue === 'en' ? 'ltr' : 'rtl'
    const title = element('h1', {}, ...say(tongue, 'title'))
    document.title = title.textContent ?? ''
    place?.replaceChildren(
      element('header', {}, title, languages()),
      element(
        'main',
        {},
        element('p', { class: 'intro' }, ...say(tongue, 'intro')),
        picker(),
        element('div', { class: 'result' }, ...outcome()),
      ),
    )
  }

  const show = (next: Shown): void => {
    shown = next
    draw()
  }

  // A file that is dropped beside the field would take the place of this page.
  document.addEventListener('dragover', (event) => {
    event.preventDefault()
    place?.classList.add('dropping')
  })
  document.addEventListener('dragleave', () => place?.classList.remove('dropping'))
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    place?.classList.remove('dropping')
    const file = event.dataTransfer?.files[0]
    if (file !== undefined) void check(file)
  })
  draw()
}
