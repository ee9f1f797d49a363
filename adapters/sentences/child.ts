import { parentPort, workerData } from 'node:worker_threads'
import { damagedFiles, openEncoder } from './files.ts'
import type { Answer, Ask, Start } from './protocol.ts'
import { readText } from './reading.ts'

/** The thread in which sentences are read: one text at a time, of which it keeps nothing. */
const { folder } = workerData as Start
const [odd] = damagedFiles(folder)
if (odd !== undefined) throw new RangeError(`${odd} is not the one that the levels were chosen for`)
const encode = await openEncoder(folder)
const port = parentPort
port?.on('message', ({ text }: Ask) => port.postMessage({ scores: readText(encode, text) } satisfies Answer))
