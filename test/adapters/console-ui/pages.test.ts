import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { isPhone, refusedBy, type Bench } from './browser.ts'
import { draw, drawLooks, SEED, WALKS, type WholeLook } from './drawn.ts'
import { everyPage, walksOf, type Stop } from './pages.ts'
import { codeOf, makeMe } from './world.ts'
import { violationsIn, useBench, useSeats } from './seats.ts'
import { textsOf } from './texts.ts'

/**
 * What a slow line has to fetch before the first page, scripts, styles and texts together, in bytes
 * after gzip.
 */
const BUDGET = 240_000
/**
 * The page for signing in is fetched beside the desk that stands behind it, which calls for who may lift a
 * hold as well.
 */
const SIGN_IN_BUDGET = 238_000
/**
 * What a conversation needs beside it, for what is said above one (calls for help, undoing,
 * origins), that a draft of a machine is never sent by one press, the strip of one's own chats,
 * files to the person (attached, dropped, pasted, recorded), the door of the palette, the word that a
 * case matches a dismantled network and places that were shared came to it, how a ready text is filled, the
 * door of the macros, and that somebody came back by a word alone.
 */
const CHAT_BUDGET = 256_000

const again = `again with AMIN_TEST_SEED=${SEED}`
const sit = useSeats()
let bench: Bench
beforeAll(async () => {
  bench = await useBench()
})

/** Words of buttons, and the head of a case, that are wider or higher than what shows them. */
const CUT = `[...document.querySelectorAll('button span, a span, .chat-header')]
  .filter((node) => node.clientWidth > 0 && node.checkVisibility() && node.closest('.queue-row') === null)
  .filter((node) => node.scrollWidth > node.clientWidth + 1 || (node.matches('.chat-header') && node.scrollHeight > node.clientHeight + 1))
  .map((node) => node.textContent.slice(0, 60))`
/** What a stop shows that none before it did: a dialog, a menu, its part of the page, or all of it. */
const shownAt = ({ part = 'html' }: Stop): string =>
  `['[role=dialog]', '[role=menu]', '${part}'].map((what) => [...document.querySelectorAll(what)].filter((node) => node.checkVisibility()).at(-1)).find((node) => node !== undefined && node !== document.documentElement) ?? document`
const WORN = 'document.documentElement.dataset.mantineColorScheme'

/** The addresses that the app knows, as patterns. */
const routesOf = async (): Promise<ReadonlyMap<string, RegExp>> => {
  const source = await readFile(new URL('../../../adapters/console/ui/router.tsx', import.meta.url), 'utf8')
  const paths = [...source.matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path)
  return new Map(paths.map((path) => [path, new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/]+')}$`)]))
}

type Visit = {
  readonly found: readonly string[]
  readonly faults: readonly string[]
  readonly paths: ReadonlySet<string>
}
type Extent = {
  /** Only so many walks, which the commit draws. */
  readonly walks?: number
  /** Only so many are audited. */
  readonly audited?: number
  readonly colours?: boolean
}
/** Goes through pages and says what is wrong at them. */
const visit = async (
  look: WholeLook,
  { walks = Infinity, audited = Infinity, colours = true }: Extent = {},
): Promise<Visit> => {
  const { language, scheme, width } = look
  const { server, page, faults } = await sit({
    path: '/sign-in',
    look,
    prepare: (server) => {
      server.me = makeMe('admin', false)
    },
  })
  const found: string[] = []
  const paths = new Set<string>()
  const all = walksOf(everyPage(server, await textsOf(language), isPhone(width)))
  const gone = new Set(draw(all, walks, width))
  const looked = new Set(draw(all, audited, width))
  for (const walk of all.filter((each) => gone.has(each)))
    for (const stop of walk) {
      await stop.go(page)
      // What the pointer was left on shows its words in no landmark.
      await page.mouse.move(0, 0)
      await page.getByRole('tooltip').first().waitFor({ state: 'detached' })
      paths.add(new URL(page.url()).pathname)
      const say = (what: string) => found.push(`${stop.name}: ${what}`)
      // Before the audit, which uses what the policy refuses.
      for (const refusal of await refusedBy(page)) say(`policy ${refusal}`)
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      if (overflow !== 0) say(`${String(overflow)} px wider than the window`)
      const cut: readonly string[] = await page.evaluate(CUT)
      for (const words of cut) say(`cut: ${words}`)
      const worn = await page.evaluate(WORN)
      if (worn !== scheme) say(`wears ${String(worn)} on a device in ${scheme}`)
      if (!looked.has(walk)) continue
      for (const violation of await violationsIn(page, { within: shownAt(stop), colours })) say(violation)
      await page.evaluate('globalThis.refused = []')
    }
  return { found, faults: faults.filter((fault) => !/axe|TrustedHTML/.test(fault)), paths }
}

/** Every page at both widths in both directions, each width in a scheme of its own. */
const WHOLE = (['ar', 'en'] as const).flatMap((language): WholeLook[] => [
  { language, width: 1440, scheme: 'light' },
  { language, width: 390, scheme: 'dark' },
])
/**
 * Colours are those of a scheme and a width in whatever language (a test below holds that), and what a page
 * is made of is the same in both: all is audited in Arabic, in English what is drawn.
 */
test.each(WHOLE)(
  'every page is accessible and keeps within the policy in $language at $width px',
  { timeout: 600_000 },
  async (look) => {
    const { found, faults, paths } = await visit(
      look,
      look.language === 'ar' ? {} : { audited: 2 * WALKS, colours: false },
    )
    expect({ found, faults }, again).toEqual({ found: [], faults: [] })
    const missed = [...(await routesOf())]
      .filter(([, route]) => ![...paths].some((path) => route.test(path)))
      .map(([path]) => path)
    expect(missed).toEqual([])
  },
)

test.each(drawLooks(WHOLE))(
  `the pages that are drawn for this commit are so, too, in $language, $scheme, at $width px (AMIN_TEST_SEED=${SEED})`,
  { timeout: 600_000 },
  async (look) => {
    const { found, faults } = await visit(look, { walks: WALKS })
    expect({ found, faults }, again).toEqual({ found: [], faults: [] })
  },
)

test('an open page follows its device into the dark and back, and its colours are right in both', async () => {
  const { page } = await sit({ path: `/cases/${codeOf(3)}` })
  await page.locator('.composer').waitFor()
  const found: string[] = []
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor()
    for (const violation of await violationsIn(page)) found.push(`in ${scheme}: ${violation}`)
  }
  expect(found).toEqual([])
})

test('no style gives a language or a direction a colour or a size of letters of its own', async () => {
  const names = (await readdir(join(bench.dist, 'assets'))).filter((name) => name.endsWith('.css'))
  const sheets = await Promise.all(names.map((name) => readFile(join(bench.dist, 'assets', name), 'utf8')))
  const rules = sheets
    .flatMap((sheet) => sheet.split('}'))
    .filter((rule) => /\[(?:dir|lang)\b|:(?:dir|lang)\(/.test(rule))
  expect(rules.length).toBeGreaterThan(5)
  const COLOUR =
    /[{;](?:color|background(?:-color)?|opacity|filter|font-size|font-weight|--[\w-]*color[\w-]*):/
  expect(rules.filter((rule) => COLOUR.test(rule))).toEqual([])
})

describe('direction', () => {
  test.each([
    ['ar', 'rtl'],
    ['ckb', 'rtl'],
    ['en', 'ltr'],
  ] as const)('in %s the panes stand from queue to file in the direction %s', async (language, direction) => {
    const { page } = await sit({ path: `/cases/${codeOf(3)}`, look: { language } })
    await page.locator('.composer').waitFor()
    await page.locator('.answers').waitFor()
    const left = async (selector: string): Promise<number> => (await page.locator(selector).boundingBox())!.x
    const [queue, chat, file] = [
      await left('.pane-queue'),
      await left('.pane-main'),
      await left('.pane-file'),
    ]
    expect(await page.evaluate('getComputedStyle(document.body).direction')).toBe(direction)
    expect(await page.evaluate('document.documentElement.lang')).toBe(language)
    expect([queue, chat, file].toSorted((a, b) => (direction === 'rtl' ? b - a : a - b))).toEqual([
      queue,
      chat,
      file,
    ])
    const [person, agent] = [
      await left('.bubble[data-from=person] >> nth=-1'),
      await left('.bubble[data-from=agent] >> nth=-1'),
    ]
    expect(direction === 'rtl' ? person > agent : person < agent).toBe(true)
  })

  test('changing the language turns the page round without a reload and is kept', async () => {
    const { page } = await sit()
    await page.locator('.queue-row').first().waitFor()
    await page.evaluate('globalThis.same = true')
    await page.locator('.agent-button').click()
    const again = page.waitForRequest((request) => new URL(request.url()).pathname === '/api/v1/cases')
    await page.getByRole('menuitem', { name: 'English' }).click()
    const english = await textsOf('en')
    // What the server words is read again, and in the new language.
    expect((await again).headers()['accept-language']).toBe('en')
    await page.getByRole('heading', { name: english('queue-title') }).waitFor()
    expect(await page.evaluate('[document.documentElement.dir, globalThis.same]')).toEqual(['ltr', true])
    await page.reload()
    await page.getByRole('heading', { name: english('queue-title') }).waitFor()
  })

  test('in an Arabic sentence a bracketed Latin word keeps both brackets around it', async () => {
    const { page } = await sit({ path: `/cases/${codeOf(3)}` })
    await page.locator('.answers').waitFor()
    // Where each sign of "(USDT" and "TRC20)" stands on the screen, from left to right.
    const places: number[] = await page.evaluate(`(() => {
      const token = [...document.querySelectorAll('.answers bdi')].find((each) => each.textContent.includes('(USDT-TRC20)'))
      const text = token.firstChild
      const from = text.data.indexOf('(USDT')
      return [0, 1, 5, 6, 10, 11].map((offset) => {
        const range = document.createRange()
        range.setStart(text, from + offset)
        range.setEnd(text, from + offset + 1)
        return range.getBoundingClientRect().left
      })
    })()`)
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
  })
})

/**
 * What the page at hand fetches: what index.html names, the pieces of the page `named`, and the
 * heaviest language of the texts of all pages. Fonts are not counted.
 */
const filesOf = async (named: string | undefined): Promise<readonly string[]> => {
  const index = await readFile(join(bench.dist, 'index.html'), 'utf8')
  const first = [...index.matchAll(/assets\/[^"]+\.(?:js|css)/g)].map(([path]) => path)
  const source = await readFile(
    join(bench.dist, first.find((path) => /first-.*\.js$/.test(path)) ?? ''),
    'utf8',
  )
  const pieces: readonly string[] = JSON.parse(/m\.f=(\["assets[^\]]+\])/.exec(source)?.[1] ?? '[]')
  const deps =
    named === undefined
      ? ''
      : (new RegExp(`\\./${named}-[\\w-]{8}\\.js[^[]*__vite__mapDeps\\(\\[([\\d,]+)`).exec(source)?.[1] ??
        '-1')
  const more = deps === '' ? [] : deps.split(',').map((at) => pieces[Number(at)] ?? `no piece of ${named}`)
  const languages = (await readdir(join(bench.dist, 'assets'))).filter((name) =>
    /^(?:ar|ckb|en)-[\w-]{8}\.js$/.test(name),
  )
  const texts = await Promise.all(
    languages.map(async (name) => {
      const path = `assets/${name}`
      // Those of administrators' pages, of which there are more, come with these pages.
      const isOfAll = (await readFile(join(bench.dist, path), 'utf8')).includes('queue-title = ')
      return isOfAll ? [[await weigh(path), path] as const] : []
    }),
  )
  const sizes = texts.flat()
  expect(sizes).toHaveLength(3)
  const heaviest = sizes.toSorted(([a], [b]) => b - a)[0]?.[1] ?? 'no language'
  return [...new Set([...first, ...more, heaviest])]
}
const weigh = async (path: string): Promise<number> =>
  gzipSync(await readFile(join(bench.dist, path))).byteLength

test.each([undefined, 'sign-in', 'chat'])(
  'what must be fetched for the desk, and for %s beside it, keeps within the budget',
  async (named) => {
    const files = await filesOf(named)
    const sizes = await Promise.all(files.map(weigh))
    expect(files.some((path) => path.endsWith('.js')) && files.some((path) => path.endsWith('.css'))).toBe(
      true,
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(
      named === 'chat' ? CHAT_BUDGET : named === 'sign-in' ? SIGN_IN_BUDGET : BUDGET,
    )
  },
)

test('the first load carries no schema library, and nothing in it comes from elsewhere', async () => {
  const index = await readFile(join(bench.dist, 'index.html'), 'utf8')
  const scripts = (await filesOf(undefined)).filter((path) => path.endsWith('.js'))
  const sources = await Promise.all(scripts.map((path) => readFile(join(bench.dist, path))))
  expect(sources.some((source) => source.includes('ZodError'))).toBe(false)
  expect(index).not.toMatch(/<script>|<style|https?:/)
})
