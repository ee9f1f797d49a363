/**
 * Loaded before anything else in the child process (`node --import`). Importing it twice does no harm.
 *
 * - libsignal prints whole sessions, private keys included, with `console.*`
 *   (adapters/channels/whatsapp/README.md, What the library does): here
 *   the console says nothing.
 * - libsignal's `verifySignature` answers false where Baileys expects it to throw, so that every 64
 *   bytes pass as a signature (0.1): here it
 *   throws. The test of it says when upstream mends that.
 * - TLS alone would then vouch for WhatsApp: the process refuses to run where somebody switched its
 *   checks off.
 */
import { createRequire } from 'node:module'

type Verify = (key: Uint8Array, message: Uint8Array, signature: Uint8Array, isInit?: boolean) => unknown
type Curve = { verifySignature: Verify & { hardened?: true } }

const muteConsole = (): void => {
  const target = globalThis.console as unknown as Record<string, unknown>
  for (const name of Object.keys(target))
    if (typeof target[name] === 'function') target[name] = () => undefined
}

const checkSignatures = (): void => {
  const fromBaileys = createRequire(createRequire(import.meta.url).resolve('@whiskeysockets/baileys'))
  const curve = fromBaileys('libsignal/src/curve.js') as Curve
  const verify = curve.verifySignature
  if (verify.hardened === true) return
  curve.verifySignature = Object.assign(
    (...given: Parameters<Verify>) => {
      if (verify(...given) !== true) throw new Error('bad signature')
      return true
    },
    { hardened: true as const },
  )
}

if (process.env['NODE_TLS_REJECT_UNAUTHORIZED'] !== undefined) process.exit(78)
muteConsole()
checkSignatures()
