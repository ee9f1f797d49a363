import { join, relative } from 'node:path'
import type { Plugin } from 'rolldown'
import { readAssets } from '../../adapters/channels/webchat/assets.ts'
import { CHILDREN } from './entries.ts'

const ASSETS = 'adapters/channels/webchat/assets.ts'
const RESOLVED = /import\.meta\.resolve\(\s*'(\.[^']*)'\s*\)/g
const OWN_URL = /\bimport\.meta\.url\b/g

/** Where a file of the sources is, seen from the folder of the build. */
const urlOf = (path: string): string => `new URL('../../${path}', import.meta.url).href`

/**
 * Data files (texts, migrations, templates, fonts) stay where they are: what a module finds beside
 * itself is named by its place in the sources. A process of its own is started from the build.
 */
export const keepPlaces = (root: string): Plugin => ({
  name: 'amin-keep-places',
  transform(code, id) {
    const path = relative(root, id)
    if (path.startsWith('..') || path.startsWith('node_modules') || !code.includes('import.meta.'))
      return null
    const changed = code
      .replaceAll(OWN_URL, () => urlOf(path))
      .replaceAll(RESOLVED, (_, name: string) => {
        const target = join(path, '..', name)
        const child = CHILDREN[target]
        return child === undefined ? urlOf(target) : `new URL('./${child}.js', import.meta.url).href`
      })
    // Places within a line may shift, lines do not.
    return { code: changed, map: null }
  },
})

/** The chat's pages, linked and compressed here and not at every start. */
export const inlineAssets = (root: string): Plugin => ({
  name: 'amin-inline-assets',
  load(id) {
    if (relative(root, id) !== ASSETS) return null
    const base64 = (bytes: Buffer): string => bytes.toString('base64')
    const rows = [...readAssets()].map(([name, { type, plain, gzip, brotli, etag }]) => [
      name,
      { type, etag, plain: base64(plain), gzip: base64(gzip), brotli: base64(brotli) },
    ])
    return `
      const bytes = (text) => Buffer.from(text, 'base64')
      const rows = ${JSON.stringify(rows)}
      export const readAssets = () =>
        new Map(rows.map(([name, { type, etag, plain, gzip, brotli }]) => [name, { type, etag, plain: bytes(plain), gzip: bytes(gzip), brotli: bytes(brotli) }]))
    `
  },
})
