/**
 * Runs beside the page. Keeps the empty console, which is code, type and pictures of this build
 * alone, and shows one fixed line when the server pushes. An answer of the server about anything is
 * never kept: what is not named below goes past this file.
 */

type Waiting = Event & { readonly waitUntil: (work: Promise<unknown>) => void }
type Fetching = Event & {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}
type Pushed = Waiting & { readonly data: { readonly text: () => string } | null }
type Clicked = Waiting & { readonly notification: Notification }
type Page = {
  readonly url: string
  readonly focused: boolean
  readonly visibilityState: string
  readonly focus: () => Promise<unknown>
}
type Helper = {
  readonly location: Location
  readonly registration: ServiceWorkerRegistration
  readonly skipWaiting: () => Promise<void>
  readonly clients: {
    readonly claim: () => Promise<void>
    readonly matchAll: (of: {
      readonly type: 'window'
      readonly includeUncontrolled: boolean
    }) => Promise<readonly Page[]>
    readonly openWindow: (address: string) => Promise<unknown>
  }
  readonly addEventListener: {
    (on: 'install' | 'activate', act: (event: Waiting) => void): void
    (on: 'fetch', act: (event: Fetching) => void): void
    (on: 'push', act: (event: Pushed) => void): void
    (on: 'notificationclick', act: (event: Clicked) => void): void
  }
}

/** Put in front by the build: what the first load is made of, a name for it, and the line by language. */
declare const SHELL: readonly string[]
declare const BUILD: string
declare const LINES: Readonly<Record<string, string>>

const helper = globalThis as unknown as Helper
const KEPT = `amin-shell-${BUILD}`
/** Named by their content, so they never change. */
const ASSET = /^\/assets\/[\w.-]+$/
/** No pages of the console. */
const NOT_PAGES = /^\/(?:api|chat|metrics|healthz|readyz|whatsapp)(?:\/|$)/

const keep = async (): Promise<void> => {
  await (await caches.open(KEPT)).addAll([...SHELL])
  await helper.skipWaiting()
}

const forgetOld = async (): Promise<void> => {
  const names = await caches.keys()
  await Promise.all(
    names
      .filter((name) => name.startsWith('amin-shell-') && name !== KEPT)
      .map((name) => caches.delete(name)),
  )
  await helper.clients.claim()
}

const asset = async (request: Request): Promise<Response> => {
  const kept = await caches.open(KEPT)
  const known = await kept.match(request)
  if (known !== undefined) return known
  const answer = await fetch(request)
  if (answer.ok) await kept.put(request, answer.clone())
  return answer
}

/** The line first: an old page would speak to a new server. */
const page = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await (await caches.open(KEPT)).match('/')
    if (kept === undefined) throw error
    return kept
  }
}

const pagesOf = (): Promise<readonly Page[]> =>
  helper.clients.matchAll({ type: 'window', includeUncontrolled: true })

/** Nothing is shown to who is looking already. */
const show = async (language: string): Promise<void> => {
  if ((await pagesOf()).some(({ focused, visibilityState }) => focused && visibilityState === 'visible'))
    return
  await helper.registration.showNotification(LINES[language] ?? LINES['en'] ?? '', {
    tag: 'amin',
    icon: '/icon-192.png',
    badge: '/icon-192.png',
  })
}

const comeForward = async (): Promise<void> => {
  const [open] = await pagesOf()
  await (open === undefined ? helper.clients.openWindow('/') : open.focus())
}

helper.addEventListener('install', (event) => event.waitUntil(keep()))
helper.addEventListener('activate', (event) => event.waitUntil(forgetOld()))
helper.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== helper.location.origin) return
  if (ASSET.test(pathname)) event.respondWith(asset(request))
  else if (request.mode === 'navigate' && !NOT_PAGES.test(pathname)) event.respondWith(page(request))
})
helper.addEventListener('push', (event) => event.waitUntil(show(event.data?.text() ?? '')))
helper.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(comeForward())
})
