import { startControl } from './control.ts'
import { startFakeWhatsapp } from './index.ts'

/**
 * The fake in a process of its own: `node serve.ts`. Prints one line of JSON {url, root, control,
 * mediaHost, certificate} (`root` in base64, the certificate in PEM) and serves until its standard
 * input ends or it gets SIGTERM. Steered over HTTP, see control.ts.
 */
const fake = await startFakeWhatsapp()
const control = await startControl(fake)
const { host: mediaHost, certificate } = fake.media
const line = {
  url: fake.url,
  root: Buffer.from(fake.root).toString('base64'),
  control: control.url,
  mediaHost,
  certificate,
}
process.stdout.write(`${JSON.stringify(line)}\n`)
const leave = (): void => {
  void Promise.all([control.stop(), fake.stop()]).then(() => process.exit(0))
}
process.on('SIGTERM', leave)
process.stdin.on('end', leave)
process.stdin.resume()
