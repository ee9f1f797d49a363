import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseAst } from 'vite'
import { linkScript } from '../../../../adapters/channels/webchat/script.ts'
import { LANGUAGES } from '../../../../core/base/language.ts'
import { TELLING } from '../../../telling.ts'
import { guessedWords, hurtingWords } from '../../../never-said.ts'
import { makeVisitor, openStage, type Stage } from './stage.ts'

const folder = new URL('../../../../adapters/channels/webchat/page/', import.meta.url)
const wordsOf = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`locales/${language}.json`, folder), 'utf8')) as Record<string, string>

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  makeVisitor(stage).send('GET', path, undefined, headers)

test.each([
  ['ar', 'ar-IQ,ar;q=0.9', 'rtl'],
  ['ckb', 'ckb,ar;q=0.5', 'rtl'],
  ['ckb', 'ku-IQ', 'rtl'],
  ['en', 'en-GB,en;q=0.9', 'ltr'],
  ['ar', 'fr-FR,fr;q=0.9', 'rtl'],
  ['ar', '', 'rtl'],
])('the page speaks %s to a browser that asks for "%s"', async (language, accept, dir) => {
  const html = await (await get('', { 'accept-language': accept })).text()
  expect(html).toContain(`<html lang="${language}" dir="${dir}">`)
  expect(html).toContain(wordsOf(language)['intro'])
  expect(html).toContain(wordsOf(language)['noscript'])
  expect(html).not.toMatch(/\{\{|undefined/)
})

test.each(LANGUAGES)(
  'no word of the page in %s hurts, or guesses whether a man or a woman reads',
  (language) => {
    for (const [key, text] of Object.entries(wordsOf(language))) {
      expect(hurtingWords(language, text), key).toEqual([])
      expect(language === 'ar' ? guessedWords(text) : [], key).toEqual([])
    }
  },
)

test('the page says each thing in all three languages, with the same gaps, and leaves none empty', () => {
  const shape = (language: string) =>
    Object.entries(wordsOf(language))
      .map(([key, text]) => [key, text.trim() !== '', (text.match(/\{\w+\}/g) ?? []).toSorted()] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
  expect(shape('en').filter(([, says]) => !says)).toEqual([])
  for (const language of LANGUAGES) expect(shape(language), language).toEqual(shape('en'))
})

/** The one button of the page that speaks of a code: without it nobody finds their way back. */
const WAY_BACK = 'have-code'

test.each(LANGUAGES)(
  'no text that the page shows by itself in %s tells a glance what it is about, save the way back',
  (language) => {
    const telling = Object.entries(wordsOf(language)).filter(([, text]) => TELLING[language].test(text))
    expect(telling.map(([key]) => key)).toEqual([WAY_BACK])
  },
)

test('nothing on the page is inline, foreign or telling', async () => {
  for (const path of ['', '/away?lang=ar']) {
    const answer = await get(path)
    const html = await answer.text()
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style| style=| on\w+=|javascript:|https?:\/\//)
    expect(html).not.toMatch(/blackmail|extort|police|amin|ابتزاز|شرطة|أمين|هەڕەشە|پۆلیس/i)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' blob:; media-src blob:; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
      'permissions-policy': expect.stringContaining('microphone=(self), camera=()'),
    })
  }
})

test('everything that the page names is there, kept for ever under its version and asked again without it', async () => {
  const html = await (await get('')).text()
  const paths = [...html.matchAll(/(?:href|src)="\/chat(\/assets\/[^"]+)"/g)].map((match) => match[1]!)
  expect(paths.map((path) => path.split('/').at(-1))).toEqual(['icon.svg', 'style.css', 'ar.json', 'app.js'])
  for (const path of paths) {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
    const plain = await get(`/${path.split('/').at(-1)!}`)
    expect([plain.status, plain.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    const etag = plain.headers.get('etag')!
    expect((await get(`/${path.split('/').at(-1)!}`, { 'if-none-match': etag })).status).toBe(304)
    expect((await get(path.replace(/assets\/\w+/, 'assets/0000'))).headers.get('cache-control')).toBe(
      'no-cache',
    )
  }
  expect((await get('/assets/0/index.html')).status).toBe(404)
  expect((await get('/app.ts')).status).toBe(404)
  expect((await get('/..%2findex.ts')).status).toBe(404)
})

test('the first load is smaller than 40 KB in every language', async () => {
  for (const language of LANGUAGES) {
    const headers = { 'accept-language': language, 'accept-encoding': 'gzip' }
    const page = await get('', headers)
    const html = await page.text()
    const paths = [...html.matchAll(/(?:href|src)="\/chat(\/assets\/[^"]+)"/g)].map((match) => match[1]!)
    const sizes = await Promise.all(
      ['', ...paths].map(async (path) => Number((await get(path, headers)).headers.get('content-length'))),
    )
    expect(sizes.every((size) => size > 0)).toBe(true)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(40_000)
  }
})

test('the script is one piece without types, comments, imports, or syntax that phones of 2019 do not know', () => {
  const code = linkScript(new URL('app.ts', folder).pathname)
  const newer: string[] = []
  JSON.stringify(parseAst(code), (_, node: unknown) => {
    const { type, operator, bigint, key } = (node ?? {}) as Record<string, unknown>
    if (
      [
        'ChainExpression',
        'PropertyDefinition',
        'PrivateIdentifier',
        'StaticBlock',
        'ImportExpression',
        'ImportDeclaration',
      ].includes(String(type))
    )
      newer.push(String(type))
    if (['??', '??=', '||=', '&&='].includes(String(operator)) || bigint !== undefined)
      newer.push(String(operator ?? key))
    return node
  })
  expect(newer).toEqual([])
  expect(code).not.toMatch(
    /\/\*|^\s*\/\/|\bimport\b|innerHTML|localStorage|sessionStorage|replaceAll|\.at\(|randomUUID|replaceChildren/m,
  )
})

test('a page module that would not link stops the start', () => {
  const dir = mkdtempSync(join(tmpdir(), 'link-'))
  try {
    const write = (name: string, code: string): void => writeFileSync(join(dir, name), code)
    write('a.ts', "import { b } from './b.ts'\nconst c: number = 1\nexport const a = b + c\n")
    write('b.ts', 'export const b = 2\n')
    expect(linkScript(join(dir, 'a.ts'))).toMatch(/const b = 2\s+const c {9}= 1\s+const a = b \+ c/)
    write('b.ts', 'export const b = 2\nconst c = 3\n')
    expect(() => linkScript(join(dir, 'a.ts'))).toThrow(SyntaxError)
    write('a.ts', "import { b as d } from './b.ts'\nexport const a = d\n")
    expect(() => linkScript(join(dir, 'a.ts'))).toThrow('renames')
  } finally {
    rmSync(dir, { recursive: true })
  }
})

test('opening the web chat says nothing on stderr', () => {
  const script = `await import(${JSON.stringify(new URL('../../../../adapters/channels/webchat/script.ts', import.meta.url).href)}).then((m) => m.linkScript(${JSON.stringify(new URL('app.ts', folder).pathname)}))`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  expect(said).toBe('')
})

describe('texts', () => {
  test.each(LANGUAGES)('%s has the same texts and the same gaps as Arabic', (language) => {
    const [arabic, words] = [wordsOf('ar'), wordsOf(language)]
    expect(Object.keys(words)).toEqual(Object.keys(arabic))
    const gaps = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).toSorted()
    for (const key of Object.keys(arabic)) expect([key, gaps(words[key]!)]).toEqual([key, gaps(arabic[key]!)])
    expect(Object.values(words).every((text) => text.trim() !== '')).toBe(true)
  })

  test('every text is used, and every text that is used exists', () => {
    const html = ['index.html', 'away.html', 'once.html']
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('')
    const code = linkScript(new URL('app.ts', folder).pathname)
    const named = [...html.matchAll(/data-t(?:-label|-hint)?="([\w-]+)"/g)].map((match) => match[1]!)
    const keys = Object.keys(wordsOf('ar'))
    expect(named.filter((key) => !keys.includes(key))).toEqual([])
    // Built from a state or a kind, in thread.ts and hands.ts.
    const built = /^(file|media)-|^(photo|video|audio)$/
    expect(
      keys.filter((key) => !named.includes(key) && !code.includes(`'${key}'`) && !built.test(key)),
    ).toEqual([])
  })
})

test('the page that a quick exit opens is about something else', async () => {
  for (const language of LANGUAGES) {
    const html = await (await get(`/away?lang=${language}`)).text()
    expect(html).toContain(wordsOf(language)['away-title'])
    expect(html).not.toContain('chat</')
    expect(html).not.toContain('<script')
  }
  expect((await get('/away?lang=xx&lang=yy')).status).toBe(200)
})

test.each(LANGUAGES)(
  'where the operator says that it is practice, the page in %s says so; elsewhere nothing of it is on the page',
  async (language) => {
    const practice = await openStage({ practice: true })
    const htmlOf = async (at: Stage): Promise<string> =>
      (await makeVisitor(at).send('GET', '', undefined, { 'accept-language': language })).text()
    const told = wordsOf(language)['practice'] ?? 'no such text'
    expect(await htmlOf(practice)).toContain(`<p class="practice" role="note" data-t="practice">${told}</p>`)
    expect(await htmlOf(stage)).not.toMatch(new RegExp(`${told}|practice`))
    await practice.close()
  },
)
