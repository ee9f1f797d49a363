import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { LANGUAGES } from '../../../core/base/language.ts'
import { pageFile, readPageFile } from './folder.ts'
import { linkScript } from './script.ts'

export type Asset = {
  readonly type: string
  readonly plain: Buffer
  readonly gzip: Buffer
  readonly brotli: Buffer
  readonly etag: string
}

const toAsset = (type: string, text: string): Asset => {
  const plain = Buffer.from(text)
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { type, plain, gzip: gzipSync(plain, { level: 9 }), brotli: brotliCompressSync(plain), etag }
}

/**
 * The scripts of the chat's pages, by the names that they are served under, and the module that
 * each is linked from.
 */
export const SCRIPTS = { 'app.js': 'app.ts', 'proof.js': 'proof-worker.ts', 'once.js': 'once.ts' } as const

/**
 * What the chat's pages fetch, by name. Linking and compressing takes 0.3 s, so in the built
 * program this module is replaced by its own result (scripts/build/inline.ts).
 */
export const readAssets = (): ReadonlyMap<string, Asset> =>
  new Map<string, Asset>([
    ...Object.entries(SCRIPTS).map(([name, module]): [string, Asset] => [
      name,
      toAsset('text/javascript; charset=utf-8', linkScript(pageFile(module))),
    ]),
    ...['once.css', 'style.css', 'away.css', 'advice.css'].map((name): [string, Asset] => [
      name,
      toAsset('text/css; charset=utf-8', readPageFile(name)),
    ]),
    ['icon.svg', toAsset('image/svg+xml', readPageFile('icon.svg'))],
    ...LANGUAGES.map((language): [string, Asset] => [
      `${language}.json`,
      toAsset(
        'application/json; charset=utf-8',
        JSON.stringify(JSON.parse(readPageFile(`locales/${language}.json`))),
      ),
    ]),
  ])
