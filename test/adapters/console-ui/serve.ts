import { makePictures } from './browser.ts'
import { openDeskServer } from './desk-server.ts'
import { serveGallery } from './gallery.ts'
import { makeMe, type Person } from './world.ts'

/**
 * For `npm run dev`: the scripted server and the gallery, each on the port that was given, until
 * the process is ended.
 */
const [port, galleryPort, role] = process.argv.slice(2)
const server = await openDeskServer('', await makePictures(), 40, Number(port))
server.me = makeMe(role as Person['role'])
await serveGallery(Number(galleryPort))
process.once('SIGTERM', () => process.exit(0))
