import { parseArgs } from 'node:util'
import { createServer, type Plugin, type ProxyOptions } from 'vite'
import { ROLES } from '../../adapters/console/contract/rights.ts'
import { chatPage } from './chat-page.ts'
import { startChat, startFake, type Watched } from './children.ts'

/**
 * `npm run dev`: console and web chat from their sources, with hot reload. The console talks to the
 * scripted server of the tests, the web chat to the real bot on a folder that goes with the end;
 * with `--real` both talk to a running Amin.
 */
const UI_CONFIG = new URL('../../adapters/console/ui/vite.config.ts', import.meta.url).pathname
const USAGE = `usage: npm run dev -- [--port 5173] [--role ROLE] [--real http://127.0.0.1:8080]
  --port  where the pages are served
  --role  whom the scripted console takes you for: ${ROLES.join(', ')}
  --real  a running Amin that answers in the place of the scripted console and the bot on a folder of its own`

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const readOptions = () => {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '5173' },
        role: { type: 'string', default: 'admin' },
        real: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const isRole = (ROLES as readonly string[]).includes(values.role)
    const isReal = values.real === undefined || URL.canParse(values.real)
    if (!values.help && isRole && isReal && /^\d{1,5}$/.test(values.port))
      return { ...values, port: Number(values.port) }
    say(USAGE)
    return process.exit(values.help ? 0 : 2)
  } catch (error) {
    process.stderr.write(`dev: ${error instanceof Error ? error.message : 'wrong use'}\n${USAGE}\n`)
    return process.exit(2)
  }
}

/** As the browser would ask the server itself: streams pass as they come. */
const forward = (target: string): ProxyOptions => ({
  target,
  changeOrigin: true,
  configure: (proxy) => {
    proxy.on('proxyReq', (request) => {
      if (request.getHeader('origin') !== undefined) request.setHeader('origin', new URL(target).origin)
    })
  },
})

/**
 * What the scripted server tells happened around a fixed moment; the page's clock stands there and
 * goes on from it.
 */
const scriptedClock = (now: number): Plugin => ({
  name: 'amin-scripted-clock',
  transformIndexHtml: () => {
    const script = `{ const Real = Date, shift = ${now} - Real.now()
globalThis.Date = class Date extends Real { constructor(...of) { if (of.length > 0) super(...of); else super(Real.now() + shift) } static now() { return Real.now() + shift } } }`
    return [{ tag: 'script', children: script, injectTo: 'head-prepend' }]
  },
})

const { port, role, real } = readOptions()
const running: Watched[] = []
let leaving = false
const leave = async (code: number): Promise<void> => {
  if (leaving) return
  leaving = true
  await Promise.all(running.map((each) => each.stop()))
  process.exit(code)
}
// A terminal tells all of us, and npm may tell us again: the folder of the bot goes all the same.
process.on('SIGINT', () => void leave(0))
process.on('SIGTERM', () => void leave(0))

type Behind = {
  readonly console: string
  readonly chat: string
  readonly gallery?: string
  readonly now?: number
}

const startBehind = async (): Promise<Behind> => {
  if (real !== undefined) return { console: real, chat: real }
  const begin = async <T extends Watched>(part: Promise<T>): Promise<T> => {
    const started = await part
    running.push(started)
    return started
  }
  const [fake, chat] = await Promise.all([begin(startFake(role)), begin(startChat())])
  return { console: fake.url, chat: chat.url, gallery: fake.galleryUrl, now: fake.now }
}

try {
  const behind = await startBehind()
  const vite = await createServer({
    configFile: UI_CONFIG,
    logLevel: 'warn',
    plugins: [chatPage(behind.chat), ...(behind.now === undefined ? [] : [scriptedClock(behind.now)])],
    server: {
      port,
      strictPort: true,
      host: '127.0.0.1',
      proxy: {
        // Exactly: the page's own sources lie in folders of these names.
        '^/api/(?:v1|auth)/': forward(behind.console),
        '^/chat/api/': forward(behind.chat),
        ...(behind.gallery === undefined ? {} : { '^/gallery': forward(behind.gallery) }),
      },
    },
  })
  running.push({ url: '', stop: () => vite.close() })
  await vite.listen()
  const url = vite.resolvedUrls?.local[0] ?? ''
  say(`Console:  ${url}`)
  say(`Web chat: ${url}chat`)
  if (behind.gallery !== undefined) say(`Gallery:  ${url}gallery`)
} catch (error) {
  if (!leaving) process.stderr.write(`dev: ${error instanceof Error ? error.message : 'it did not start'}\n`)
  await leave(1)
}
