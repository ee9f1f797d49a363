import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { stampOf } from '../server/http/built.ts'
import { installable } from './shell/build.ts'
import { PALETTES, theme } from './theme.ts'

const UNUSED = new RegExp(
  `^--mantine-color-(?:${Object.keys(DEFAULT_THEME.colors)
    .filter((name) => !(PALETTES as readonly string[]).includes(name))
    .join('|')})-`,
)
const keepUsed = (variables: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !UNUSED.test(name)))

/**
 * Replaces styles/theme.css by what MantineProvider would have put into a style tag, without the
 * colours that nobody names.
 */
const themeCss = (): Plugin => ({
  name: 'amin-theme-css',
  enforce: 'pre',
  transform(_code, id) {
    if (!id.split('?')[0]?.endsWith('/styles/theme.css')) return null
    const { variables, light, dark } = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme))
    return {
      code: convertCssVariables(
        { variables: keepUsed(variables), light: keepUsed(light), dark: keepUsed(dark) },
        ':root',
      ),
      map: null,
    }
  },
})

const STYLES = join(dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css')), 'styles')
const FIRST = readFileSync(join(import.meta.dirname, 'styles/mantine.css'), 'utf8')
const FIELD = ['InlineInput']
const CHOICE = ['ScrollArea', 'Combobox']
/** What a component is made of beside its own; the order counts. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  Modal: ['ScrollArea', 'Paper', 'Overlay', 'ModalBase'],
  Drawer: ['ScrollArea', 'Paper', 'Overlay', 'ModalBase'],
  Checkbox: FIELD,
  Radio: FIELD,
  Switch: FIELD,
  Select: CHOICE,
  Autocomplete: CHOICE,
  MultiSelect: [...CHOICE, 'Pill', 'PillsInput'],
  TagsInput: [...CHOICE, 'Pill', 'PillsInput'],
}

/**
 * A component of Mantine brings its styles along: with the page that shows it, not with the first
 * load (styles/mantine.css holds those).
 */
const componentCss = (): Plugin => ({
  name: 'amin-component-css',
  enforce: 'pre',
  transform(code, id) {
    const file = id.split('?')[0] ?? ''
    if (!file.startsWith(import.meta.dirname) || !file.endsWith('.tsx')) return null
    const named = /import \{([^}]+)\} from '@mantine\/core'/.exec(code)?.[1]?.split(',') ?? []
    const wanted = named
      .map((name) => name.trim().split(' ')[0] ?? '')
      .flatMap((name) => [...(PARTS[name] ?? []), name])
    const files = wanted.filter(
      (name) => existsSync(join(STYLES, `${name}.layer.css`)) && !FIRST.includes(`/${name}.layer.css`),
    )
    return files.length === 0
      ? null
      : {
          code: `${files.map((name) => `import '@mantine/core/styles/${name}.layer.css'\n`).join('')}${code}`,
          map: null,
        }
  },
})

const ROOT = join(import.meta.dirname, '../../..')

/**
 * Says which sources it was built from, so that a page older than its sources is noticed
 * (adapters/console/server/http/built.ts).
 */
const stamped = (): Plugin => ({
  name: 'amin-stamped',
  apply: 'build',
  generateBundle() {
    const shared = [...this.getModuleIds()].map((id) => relative(ROOT, id.split('?')[0] ?? ''))
    const code = shared.filter((path) => /^(?:core|adapters)\//.test(path) && existsSync(join(ROOT, path)))
    // All of this folder but what is built: styles and texts that are taken in on the way are no modules.
    const own = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .filter((path) => !path.startsWith('adapters/console/ui/dist/'))
    this.emitFile({ type: 'asset', ...stampOf(ROOT, [...code, ...own]) })
  },
})

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [themeCss(), componentCss(), react(), installable(), stamped()],
  build: {
    target: 'es2022',
    // The first browsers with light-dark(): for older ones it would be rewritten into something
    // that does not see Mantine's schemes.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The budget counts what goes over the line (test/adapters/console-ui/pages.test.ts).
    chunkSizeWarningLimit: 700,
    // What is wanted at once in one piece: forty small ones compress worse and wait for one another.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  worker: { format: 'es' },
})
