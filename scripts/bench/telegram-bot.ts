import { run, sequentialize } from '@grammyjs/runner'
import { Bot } from 'grammy'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { startApp } from '../../bots/compose.ts'
import { readConfig } from '../../bots/config.ts'

/**
 * One bot of the bench, in a process of its own: `telegram-bot.ts MODE API_ROOT TOKEN DATA_DIR`.
 * One reply for each message.
 */
const [mode = '', apiRoot = '', token = '', dataDir = ''] = process.argv.slice(2)

const startPeer = async (): Promise<void> => {
  const bot = new Bot(token, { client: { apiRoot } })
  if (mode === 'runner+sequentialize') bot.use(sequentialize((context) => String(context.chat?.id)))
  bot.on('message:text', async (context) => {
    await context.reply('ok')
  })
  bot.catch(() => undefined)
  if (mode === 'bot.start') void bot.start()
  else run(bot)
}

const startAmin = async (): Promise<void> => {
  const config = readConfig({
    AMIN_DATA: dataDir,
    AMIN_ROLES: 'telegram,worker',
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
  })
  if ('faults' in config) throw new Error(config.faults.join('; '))
  await startApp(config, { official: {} }, makeMemoryLog())
}

await (mode === 'amin' ? startAmin() : startPeer())
process.send?.('started')
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss() })
})
