import { Client } from '@botpress/client'
import { makeForwarder } from './forward.ts'
import { makeServer } from './server.ts'

const NEEDED = ['BOTPRESS_BOT_ID', 'BOTPRESS_BOT_TOKEN', 'FORWARD_PATH_KEY', 'FORWARD_CHANNELS'] as const
const env = (name: string): string => process.env[name] ?? ''

const missing = NEEDED.filter((name) => env(name) === '')
if (missing.length > 0 || !/^[\w-]{43,128}$/.test(env('FORWARD_PATH_KEY'))) {
  console.error(`Set ${NEEDED.join(', ')} first; FORWARD_PATH_KEY has at least 43 letters, digits, - and _.`)
  process.exit(2)
}

const bot = env('BOTPRESS_BOT_ID')
const api = new Client({
  apiUrl: env('BOTPRESS_API_ROOT') || 'https://api.botpress.cloud',
  token: env('BOTPRESS_BOT_TOKEN'),
  botId: bot,
  retry: { retries: 0 },
})
const channels = new Set(env('FORWARD_CHANNELS').split(','))
const server = makeServer(
  env('FORWARD_PATH_KEY'),
  makeForwarder({ api, bot, amin: env('FORWARD_AMIN') || 'amin', channels }),
)
server.listen(Number(env('FORWARD_PORT') || 8090), '127.0.0.1', () => console.log('Forwards to Amin.'))
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => server.close(() => process.exit(0)))
