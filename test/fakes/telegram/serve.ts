import { startFakeTelegram, type FakeOptions } from './index.ts'

/**
 * The fake in a process of its own: `node serve.ts '{"validate":false,"throttle":false}'`. Prints
 * one line of JSON {port, apiRoot, token} and serves until its standard input ends or it gets
 * SIGTERM. Steered over HTTP, see control.ts.
 */
const fake = await startFakeTelegram(JSON.parse(process.argv[2] ?? '{}') as FakeOptions)
process.stdout.write(`${JSON.stringify({ port: fake.port, apiRoot: fake.apiRoot, token: fake.token })}\n`)
const leave = (): void => {
  void fake.stop().then(() => process.exit(0))
}
process.on('SIGTERM', leave)
process.stdin.on('end', leave)
process.stdin.resume()
