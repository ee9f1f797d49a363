/**
 * One bot of the bench, in a process of its own: `telegram-bot.ts MODE API_ROOT TOKEN DATA_DIR`.
 * One reply for each message. Each loads only what it is made of.
 */
const [mode = '', apiRoot = '', token = '', dataDir = ''] = process.argv.slice(2)

/** Nobody who begins is slowed for how many there are: that is measured by `flood`. */
const OPERATOR = { official: {}, newConversations: { burst: 100_000, perMinute: 100_000 } }

const startPeer = async (): Promise<void> => {
  const { run, sequentialize } = await import('@grammyjs/runner')
  const { Bot } = await import('grammy')
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
  const { makeMemoryLog } = await import('../../adapters/memory/log.ts')
  const { startApp } = await import('../../bots/compose.ts')
  const { readConfig } = await import('../../bots/config.ts')
  const config = readConfig({
    AMIN_DATA: dataDir,
    AMIN_ROLES: 'telegram,worker',
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
  })
  if ('faults' in config) throw new Error(config.faults.join('; '))
  await startApp(config, OPERATOR, makeMemoryLog())
}

await (mode === 'amin' ? startAmin() : startPeer())
process.send?.('started')
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss() })
})
