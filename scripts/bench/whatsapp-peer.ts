import {
  addTransactionCapability,
  Browsers,
  DisconnectReason,
  initAuthCreds,
  makeWASocket,
  type ConnectionState,
  type SignalDataSet,
  type SignalKeyStore,
  type UserFacingSocketConfig,
  type WASocket,
} from '@whiskeysockets/baileys'

/**
 * Baileys as its own examples use it, with every key in memory: the peer that the sealed journal is
 * measured beside. Forked with the server's address; told `open` and `close`, tells QR codes,
 * `online`, `closed`, and each message once it is decrypted.
 */
const [url = ''] = process.argv.slice(2)

export type FromPeer =
  { readonly qr: string } | { readonly state: 'online' | 'closed' } | { readonly messages: number }

const say = (message: FromPeer): void => void process.send?.(message)
const quiet: UserFacingSocketConfig['logger'] = {
  level: 'silent',
  child: () => quiet,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
} as NonNullable<UserFacingSocketConfig['logger']>
// libsignal prints sessions.
for (const name of ['log', 'info', 'warn', 'error'] as const) console[name] = () => undefined

const kept = new Map<string, unknown>()
const store: SignalKeyStore = {
  get: async (type, ids) => {
    const found: Record<string, unknown> = {}
    for (const id of ids) if (kept.has(`${type} ${id}`)) found[id] = kept.get(`${type} ${id}`)
    return found as never
  },
  set: async (data: SignalDataSet) => {
    for (const [type, entries] of Object.entries(data))
      for (const [id, value] of Object.entries(entries)) {
        if (value === null) kept.delete(`${type} ${id}`)
        else kept.set(`${type} ${id}`, value)
      }
  },
}
const creds = initAuthCreds()
const keys = addTransactionCapability(store, quiet, { maxCommitRetries: 1, delayBetweenTriesMs: 1 })
let socket: WASocket | undefined

const open = (): void => {
  const made = makeWASocket({
    auth: { creds, keys },
    logger: quiet,
    browser: Browsers.ubuntu('Chrome'),
    waWebSocketUrl: url,
    markOnlineOnConnect: false,
    emitOwnEvents: false,
    syncFullHistory: false,
    shouldSyncHistoryMessage: () => false,
    generateHighQualityLinkPreview: false,
  })
  socket = made
  made.ev.on('creds.update', (update) => void Object.assign(creds, update))
  made.ev.on('messages.upsert', ({ messages }) => {
    const read = messages.filter(({ message }) => message !== null && message !== undefined).length
    if (read > 0) say({ messages: read })
  })
  made.ev.on('connection.update', ({ qr, connection, lastDisconnect }: Partial<ConnectionState>) => {
    if (qr !== undefined) say({ qr })
    if (connection === 'open') say({ state: 'online' })
    if (connection !== 'close') return
    const code = (lastDisconnect?.error as { readonly output?: { readonly statusCode?: number } } | undefined)
      ?.output?.statusCode
    if (code === DisconnectReason.restartRequired) open()
    else say({ state: 'closed' })
  })
}

process.on('disconnect', () => process.exit(0))
process.on('message', (told) => {
  if (told === 'open') open()
  else void socket?.end(undefined)
})
