import { startFakeWhatsappCloud, type FakeOptions } from './index.ts'

/**
 * The fake in a process of its own: `node serve.ts '{"webhook":"http://127.0.0.1:8080/whatsapp"}'`.
 * Prints one line of JSON {port, apiRoot, token, appSecret, phoneId} and serves until its standard
 * input ends or it gets SIGTERM. Steered over HTTP, see control.ts.
 */
const fake = await startFakeWhatsappCloud(JSON.parse(process.argv[2] ?? '{}') as FakeOptions)
const { port, apiRoot, token, appSecret, phoneId } = fake
process.stdout.write(`${JSON.stringify({ port, apiRoot, token, appSecret, phoneId })}\n`)
const leave = (): void => {
  void fake.stop().then(() => process.exit(0))
}
process.on('SIGTERM', leave)
process.stdin.on('end', leave)
process.stdin.resume()
