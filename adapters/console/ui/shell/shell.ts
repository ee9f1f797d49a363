/** Where the page's own helper lies; the build puts it there (shell/build.ts). */
const ADDRESS = '/shell.js'

type ScriptPolicy = { readonly createScriptURL: (address: string) => string }
type TrustedTypes = { readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy }

const trusted = (): string => {
  const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes
  const createScriptURL = (asked: string): string => {
    if (asked !== ADDRESS) throw new TypeError('not a script of this page')
    return asked
  }
  return types === undefined
    ? ADDRESS
    : types.createPolicy('amin-shell', { createScriptURL }).createScriptURL(ADDRESS)
}

let opening: Promise<ServiceWorkerRegistration | undefined> | undefined

/**
 * The helper that keeps the empty console ready for a broken line, and wakes for a push. Nothing
 * where the browser has none, or refuses.
 */
export const openShell = (): Promise<ServiceWorkerRegistration | undefined> => {
  opening ??= (async () => {
    if (!('serviceWorker' in navigator)) return undefined
    return await navigator.serviceWorker.register(trusted(), { scope: '/', updateViaCache: 'none' })
  })().catch(() => undefined)
  return opening
}
