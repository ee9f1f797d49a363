/**
 * Amin with nothing but WhatsApp, in a process of its own that whatsapp-crash.test.ts kills: real
 * store, real worker, real sender. Ends when its standard input does. `node crash-parent.ts
 * '{"env":{…},"file":"…","key":"…","url":"…","root":"…"}'`
 */
import { makeInboundSink } from '../../../../core/services/inbound/sink.ts'
import { openLog } from '../../../../adapters/log/index.ts'
import { openImages } from '../../../../adapters/imaging/index.ts'
import { openWhatsapp } from '../../../../adapters/channels/whatsapp/index.ts'
import { readConfig, type Config } from '../../../../bots/config.ts'
import { openFoundation } from '../../../../bots/foundation.ts'
import { startSender } from '../../../../bots/sender.ts'
import { makeMemoryExaminer } from '../../../../adapters/memory/examiner.ts'
import { startWorker } from '../../../../bots/worker.ts'

type Given = {
  readonly env: Readonly<Record<string, string>>
  readonly file: string
  readonly key: string
  readonly url: string
  readonly root: string
}
const { env, file, key, url, root } = JSON.parse(process.argv[2] ?? '{}') as Given

/** One name for all its lives: whoever starts is the only one. */
const OWNER = 'crash-parent'

const config = readConfig(env) as Config
const log = openLog({ level: 'error' })
const foundation = await openFoundation(config, log)
const { ports, casebook } = foundation
await ports.store.leases.forfeit(OWNER)
const sink = makeInboundSink({ ...ports, inbox: ports.store.inbox })
const whatsapp = openWhatsapp({
  account: 'main',
  file,
  key: Buffer.from(key, 'base64'),
  sink,
  log,
  leases: ports.store.leases,
  clock: ports.clock,
  owner: OWNER,
  pacing: { characterMs: 0, leastMs: 0, mostMs: 0, perMinute: 60_000 },
  onAccount: (state) =>
    process.stdout.write(`${JSON.stringify({ status: state.status, pid: whatsapp.pid() })}\n`),
  trial: {
    endpoint: { url, root: Buffer.from(root, 'base64') },
    haste: 100,
  },
})
const images = openImages()
const worker = startWorker(
  { ...ports, images, examiner: makeMemoryExaminer(), channel: () => whatsapp.channel },
  casebook,
  OWNER,
)
const sender = startSender(ports, casebook, whatsapp.channel, OWNER)
await whatsapp.start()

process.stdin.on('end', () => {
  void (async () => {
    await whatsapp.stop()
    await sender.stop()
    await worker.stop()
    await images.close()
    await foundation.close()
    process.exit(0)
  })()
})
process.stdin.on('data', (line) => {
  if (!String(line).startsWith('pair')) return
  void (async () => {
    for await (const step of whatsapp.pair({ mode: 'qr' }))
      process.stdout.write(`${JSON.stringify({ step })}\n`)
  })()
})
