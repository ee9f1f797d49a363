import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { LANGUAGES, type Language } from '../../../core/base/language.ts'
import { isPhone, leave, openBench, openContext, openPage } from './browser.ts'
import { openDeskServer } from './desk-server.ts'
import { everyPage } from './pages.ts'
import { textsOf } from './texts.ts'
import { makeMe } from './world.ts'

const SCHEMES = ['light', 'dark'] as const
const WIDTHS = [1440, 390] as const
const PATIENCE_MS = 30_000
const REFRESH_SECONDS = 5

type Look = { readonly language: Language; readonly scheme: (typeof SCHEMES)[number]; readonly width: number }
type Shot = { readonly png: Buffer } | { readonly fault: string }

const LOOKS: readonly Look[] = WIDTHS.flatMap((width) =>
  LANGUAGES.flatMap((language) => SCHEMES.map((scheme) => ({ language, scheme, width }))),
)
const nameOf = ({ language, scheme, width }: Look): string => `${language}-${scheme}-${width}`

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (found) => ESCAPES[found] ?? found)

const STYLE = `body{font:15px system-ui;margin:24px;color-scheme:light dark}table{border-collapse:collapse}th,td{border:1px solid #8886;padding:6px;vertical-align:top;text-align:start}
img{width:260px;display:block}form{display:inline}nav a{margin-inline-end:12px}.fault{color:#b00020;max-width:260px;overflow-wrap:anywhere}`

/**
 * Goes through every page and dialog as the tests do, on the page as it is built from the sources
 * now, and takes a picture of each.
 */
const walk = async (look: Look, keep: (stop: string, shot: Shot) => void): Promise<void> => {
  const bench = await openBench()
  try {
    const server = await openDeskServer(bench.dist, bench.pictures)
    server.me = makeMe('admin', false)
    const context = await openContext(bench.browser, look)
    context.setDefaultTimeout(PATIENCE_MS)
    const { page } = await openPage(context, `${server.url}/sign-in`)
    for (const stop of everyPage(server, await textsOf(look.language), isPhone(look.width))) {
      try {
        await stop.go(page)
        keep(stop.name, { png: await page.screenshot() })
      } catch (error) {
        // The rest is worth seeing all the same.
        keep(stop.name, {
          fault: error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'not reached',
        })
      }
    }
    leave(context)
    await server.stop()
  } finally {
    await bench.close()
  }
}

/**
 * A page that shows every page, dialog and state of the console beside each other, and takes the
 * pictures when it is asked to.
 */
export const serveGallery = async (port: number): Promise<void> => {
  const shots = new Map<string, Map<string, Shot>>()
  const faults = new Map<string, string>()
  const waiting: Look[] = []
  let busy: Look | undefined
  const stops = await stopNames()

  const work = async (): Promise<void> => {
    if (busy !== undefined) return
    for (busy = waiting.shift(); busy !== undefined; busy = waiting.shift()) {
      const name = nameOf(busy)
      const taken = new Map<string, Shot>()
      shots.set(name, taken)
      faults.delete(name)
      await walk(busy, (stop, shot) => void taken.set(stop, shot)).catch((error: unknown) => {
        faults.set(name, error instanceof Error ? error.message : 'the pictures could not be taken')
      })
    }
  }

  const headOf = (look: Look): string => {
    const name = nameOf(look)
    const isBusy = busy !== undefined && nameOf(busy) === name
    const state = isBusy
      ? 'being taken'
      : waiting.some((each) => nameOf(each) === name)
        ? 'waits its turn'
        : ''
    const button = `<form method="post" action="/gallery/take?look=${name}"><button>take pictures</button></form>`
    return `<th>${look.language}, ${look.scheme}<br>${state === '' ? button : state}<div class="fault">${escape(faults.get(name) ?? '')}</div></th>`
  }
  const cellOf = (look: Look, stop: string): string => {
    const shot = shots.get(nameOf(look))?.get(stop)
    if (shot === undefined) return '<td></td>'
    if ('fault' in shot) return `<td class="fault">${escape(shot.fault)}</td>`
    const address = `/gallery/picture?look=${nameOf(look)}&amp;stop=${encodeURIComponent(stop)}`
    return `<td><a href="${address}"><img loading="lazy" alt="" src="${address}"></a></td>`
  }
  const render = (width: number): string => {
    const looks = LOOKS.filter((look) => look.width === width)
    const links = WIDTHS.map((each) => `<a href="/gallery?width=${each}">${each} px</a>`).join('')
    const refresh = busy === undefined ? '' : `<meta http-equiv="refresh" content="${REFRESH_SECONDS}">`
    const all = `<form method="post" action="/gallery/take?width=${width}"><button>take all</button></form>`
    const rows = stops.map(
      (stop) => `<tr><th>${escape(stop)}</th>${looks.map((look) => cellOf(look, stop)).join('')}</tr>`,
    )
    return `<!doctype html><html lang="en"><meta charset="utf-8">${refresh}<title>Gallery</title><style>${STYLE}</style>
<h1>Every page, dialog and state, ${width} px wide</h1><p>The pictures show the page as it is built from the sources when they are taken, and stay until then.</p><nav>${links}${all}</nav>
<table><thead><tr><th></th>${looks.map(headOf).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></html>`
  }

  const answer = async (request: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gallery')
    const asked = LOOKS.find((look) => nameOf(look) === searchParams.get('look'))
    const width =
      asked?.width ?? WIDTHS.find((each) => String(each) === searchParams.get('width')) ?? WIDTHS[0]
    if (pathname === '/gallery/picture') {
      const shot = shots.get(searchParams.get('look') ?? '')?.get(searchParams.get('stop') ?? '')
      if (shot === undefined || 'fault' in shot) return void reply.writeHead(404).end()
      return void reply
        .writeHead(200, { 'content-type': 'image/png', 'cache-control': 'no-store' })
        .end(shot.png)
    }
    if (pathname === '/gallery/take' && request.method === 'POST') {
      waiting.push(...(asked === undefined ? LOOKS.filter((look) => look.width === width) : [asked]))
      void work()
      return void reply.writeHead(303, { location: `/gallery?width=${width}` }).end()
    }
    reply
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(render(width))
  }
  const http = createServer((request, reply) => {
    answer(request, reply).catch(() => reply.writeHead(500).end())
  })
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
}

const NOBODY = { blurred: Buffer.alloc(0), clear: Buffer.alloc(0), sound: Buffer.alloc(0) }

/** The names of the stops: they are the same whoever walks. */
const stopNames = async (): Promise<readonly string[]> => {
  const server = await openDeskServer('', NOBODY, 1)
  const names = everyPage(server, await textsOf('en'), false).map(({ name }) => name)
  await server.stop()
  return names
}
