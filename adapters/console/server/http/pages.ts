import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PAGE_POLICY } from './headers.ts'
import { refuse } from './problem.ts'

/** What a build of the web app is made of; any other file in the folder is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.ftl': 'text/plain; charset=utf-8',
}
const SQUEEZED = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.ftl', '.wasm'])
/** Brotli's middle: within a few hundredths of the best, in a twentieth of the time. */
const BROTLI_QUALITY = 5
/** A quarter of what any browser would fetch at once; smaller gains nothing. */
const WORTH_SQUEEZING = 1_024

/** Paths with routes of their own: an unknown one below them is an error and not a page of the app. */
const NOT_PAGES = /^\/(?:api|chat|metrics|healthz|readyz)(?:\/|$)/

type Asset = {
  readonly bytes: Buffer
  readonly type: string
  readonly hashed: boolean
  readonly squeezed: Map<string, Promise<Buffer>>
}
type Assets = ReadonlyMap<string, Asset>

const squeeze = { br: promisify(brotliCompress), gzip: promisify(gzip) } as const

const load = async (dir: string): Promise<Assets> => {
  const names = await readdir(dir, { recursive: true }).catch(() => [])
  const assets = new Map<string, Asset>()
  for (const name of names) {
    const type = TYPES[extname(name)]
    if (type === undefined) continue
    const path = `/${name.split(sep).join('/')}`
    assets.set(path, {
      bytes: await readFile(join(dir, name)),
      type,
      hashed: path.startsWith('/assets/'),
      squeezed: new Map(),
    })
  }
  return assets
}

const encodingOf = (request: FastifyRequest): keyof typeof squeeze | undefined => {
  const accepted = request.headers['accept-encoding'] ?? ''
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

const squeezed = (asset: Asset, encoding: keyof typeof squeeze): Promise<Buffer> => {
  const known = asset.squeezed.get(encoding)
  if (known !== undefined) return known
  const made: Promise<Buffer> =
    encoding === 'br'
      ? squeeze.br(asset.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
      : squeeze.gzip(asset.bytes)
  asset.squeezed.set(encoding, made)
  return made
}

/**
 * The web app: its files by their exact names from memory, so that no address can reach another
 * file, and its page for every other address a browser opens. Built anew: restart to serve it.
 */
export const routePages = (app: FastifyInstance, dir: string): void => {
  let assets: Promise<Assets> | undefined
  /** A folder that is still empty is looked at again: somebody may be building. */
  const known = async (): Promise<Assets> => {
    const found = await (assets ??= load(dir))
    if (!found.has('/index.html')) assets = undefined
    return found
  }

  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    asset: Asset,
  ): Promise<FastifyReply> => {
    void reply.headers({
      'content-type': asset.type,
      'cache-control': asset.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': PAGE_POLICY,
      vary: 'accept-encoding',
    })
    const encoding = encodingOf(request)
    if (encoding === undefined || !SQUEEZED.has(extname(name)) || asset.bytes.byteLength < WORTH_SQUEEZING)
      return reply.send(asset.bytes)
    return reply.header('content-encoding', encoding).send(await squeezed(asset, encoding))
  }

  const page = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const path = request.url.split('?', 1)[0] ?? '/'
    const all = await known()
    const asset = all.get(path)
    if (asset !== undefined) return send(request, reply, path, asset)
    const wantsPage =
      path === '/' || ((request.headers.accept ?? '').includes('text/html') && !NOT_PAGES.test(path))
    if (!wantsPage || path.startsWith('/assets/')) return refuse(reply, 'not_found')
    const index = all.get('/index.html')
    return index === undefined ? refuse(reply, 'ui_missing') : send(request, reply, '/index.html', index)
  }
  for (const url of ['/', '/*'])
    app.route({ method: ['GET', 'HEAD'], url, schema: { hide: true }, handler: page })
}
