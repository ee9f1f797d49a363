/**
 * The process that reads hostile files: no environment, no reading but its own code and the
 * descriptors it was born with, no writing, no processes (Node's permission model), no network
 * where the machine can take it away; it lives until its stdin ends. See worker.ts for the limits
 * kept from outside.
 */
import sharp from 'sharp'
import { never } from '../../../core/base/never.ts'
import { encodeHead, makeFrameReader } from '../../confine/frame.ts'
import { notComputed } from '../facts.ts'
import { FRAME_SIDE, OPERATIONS } from '../protocol.ts'
import type { ExaminationQuestion, Reply } from '../protocol.ts'
import { readContainer } from './container.ts'
import { openFile } from './file.ts'
import { fingerprintPicture, readFrame, readHeic } from './fingerprint.ts'
import { readGeneration } from './generation.ts'
import { readMetadata } from './metadata.ts'
import { findParts } from './parts.ts'
import { renderPages } from './pdf.ts'
import { readProvenance } from './provenance.ts'
import { readType } from './type.ts'

/** As in adapters/imaging: five decoders, everything else stays shut. */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
    'VipsForeignLoadNsgif',
  ],
})
sharp.cache(false)
sharp.concurrency(1)

// Libraries that would ask the network find nothing to ask it with.
for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name)
// Some print to the console, and stdout is the way to the parent.
for (const name of ['log', 'info', 'debug', 'warn', 'error', 'trace'] as const)
  globalThis.console[name] = () => undefined

const write = process.stdout.write.bind(process.stdout)

const say = (head: unknown, bodies: readonly Uint8Array[] = []): void => {
  const length = bodies.reduce((sum, body) => sum + body.length, 0)
  write(encodeHead(head, length))
  for (const body of bodies) write(body)
}

const parts = findParts()

const answer = (question: ExaminationQuestion, body: Buffer): Promise<Reply> | Reply => {
  const file = openFile(question.fd, question.size)
  switch (question.op) {
    case 'type':
      return readType(file, question, parts['file-type'])
    case 'container':
      return readContainer(file, question, parts)
    case 'metadata':
      return readMetadata(file, question, parts)
    case 'provenance':
      return readProvenance(file, question, parts)
    case 'generation':
      return readGeneration(file, question, parts)
    case 'fingerprint':
      return fingerprintPicture(file, parts)
    case 'heic':
      return readHeic(file, parts)
    case 'pages':
      return renderPages(file, parts)
    case 'frame':
      return readFrame(question, body, parts)
    default:
      return never(question.op)
  }
}

// A terminal's Ctrl-C reaches the whole group; the end of stdin is what ends this process.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)

say({ parts })

const read = makeFrameReader(process.stdin, { head: 262_144, body: FRAME_SIDE * FRAME_SIDE * 3 })
for (let frame = await read(); frame !== undefined; frame = await read()) {
  const question = frame.head as ExaminationQuestion
  let isSpoilt = false
  let reply: Reply
  try {
    reply = await answer(question, frame.body)
  } catch {
    isSpoilt = true
    reply = {
      results: OPERATIONS[question.op].map((aspect) => notComputed(aspect, parts.reader, 'damaged')),
      pictures: [],
    }
  }
  const { pictures, ...head } = reply
  say(
    {
      ...head,
      pictures: pictures.map(({ bytes, ...facts }) => ({ ...facts, length: bytes.length })),
      isSpoilt,
    },
    pictures.map(({ bytes }) => bytes),
  )
}
process.exit(0)
