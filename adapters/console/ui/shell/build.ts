import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { transformWithOxc, type Plugin } from 'vite'

const UI = join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(UI, file), 'utf8')

const COLOUR = '#087f5b'
const MANIFEST = {
  name: 'Amin',
  short_name: 'Amin',
  id: '/',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: COLOUR,
  icons: [
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
}

const draw = (svg: string, size: number): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer()

const lineOf = (language: string, key: string): string =>
  new RegExp(`^${key} = (.+)$`, 'm').exec(read(`locales/${language}.ftl`))?.[1] ?? ''

/**
 * What makes the console installable: the manifest, its pictures made from the one icon, and the
 * helper (shell/worker.ts).
 */
export const installable = (): Plugin => ({
  name: 'amin-installable',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: '/manifest.webmanifest' }, injectTo: 'head' },
      { tag: 'link', attrs: { rel: 'apple-touch-icon', href: '/icon-192.png' }, injectTo: 'head' },
      { tag: 'meta', attrs: { name: 'theme-color', content: COLOUR }, injectTo: 'head' },
    ],
  },
  generateBundle: {
    order: 'post',
    handler: async function (_options, bundle) {
      const icon = read('icon.svg')
      // A phone cuts the corners itself, so the colour goes to the edge.
      const maskable = icon.replace(' rx="8"', '')
      const emit = (fileName: string, source: string | Uint8Array): void =>
        void this.emitFile({ type: 'asset', fileName, source })
      emit('icon-192.png', await draw(icon, 192))
      emit('icon-512.png', await draw(icon, 512))
      emit('icon-maskable.png', await draw(maskable, 512))
      emit('manifest.webmanifest', JSON.stringify(MANIFEST))

      const names = Object.keys(bundle).toSorted()
      const shell = [
        '/',
        ...names
          .filter((name) =>
            /^assets\/(?:first|rolldown-runtime|ar|ckb|en)-.*\.(?:js|css)$|arabic.*\.woff2$|latin-wght.*\.woff2$/.test(
              name,
            ),
          )
          .map((name) => `/${name}`),
      ]
      const { code } = await transformWithOxc(read('shell/worker.ts'), 'worker.ts')
      const build = createHash('sha256').update(names.join()).update(code).digest('hex').slice(0, 16)
      // By the word that is pushed: a language, or `account-` before it.
      const lines = Object.fromEntries(
        ['ar', 'ckb', 'en'].flatMap((language) => [
          [language, lineOf(language, 'alert-note')],
          [`account-${language}`, lineOf(language, 'alert-account')],
        ]),
      )
      const told = `const SHELL = ${JSON.stringify(shell)}\nconst BUILD = ${JSON.stringify(build)}\nconst LINES = ${JSON.stringify(lines)}\n`
      emit('shell.js', `{\n${told}${code}}\n`)
    },
  },
})
