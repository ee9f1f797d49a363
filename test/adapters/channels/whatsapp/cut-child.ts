/**
 * Downloads a file as Baileys does it while the connection is cut, for defects.test.ts: says what
 * became of it.
 */
import { downloadMediaMessage } from '@whiskeysockets/baileys'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { startFakeMedia } from '../../../fakes/whatsapp/media.ts'

const media = await startFakeMedia()
setDefaultCACertificates([...getCACertificates('default'), media.certificate])
const fields = await media.upload(Buffer.alloc(500_000, 1), 'image')
media.fault(fields.directPath, { kind: 'cut', after: 100_000 })
process.stdout.write('downloading\n')
const message = {
  key: { remoteJid: 'x@lid', id: 'X' },
  message: { imageMessage: { ...fields, mimetype: 'image/jpeg' } },
}
const outcome = await downloadMediaMessage(message, 'buffer', {}).then(
  () => 'resolved',
  () => 'rejected',
)
process.stdout.write(`${outcome}\n`)
process.exit(0)
