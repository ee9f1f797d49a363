import { createHash } from 'node:crypto'
import { mongo } from 'mongoose'
import { Failure } from '../../core/base/failure.ts'
import type { ObjectId, Sha256Hex } from '../../core/base/ids.ts'
import type { Vault } from '../../core/ports/vault.ts'
import { bytes, instant } from '../../core/base/units.ts'
import type { Mongo } from './connection.ts'
import { ask, asFailure } from './failure.ts'

/** GridFS's own: 255 KiB, so that a chunk and its envelope fit into pages of 256 KiB. */
const CHUNK = 255 * 1024
/**
 * Chunks without their file, which an upload that died leaves, are swept once they are this old:
 * another process may be writing younger ones.
 */
const DRAFT_MAX_AGE_MS = 3_600_000
const PROBE = 'PROBE' as ObjectId
/** Chunks read in one question. */
const AT_ONCE = 16

type FileDocument = { readonly _id: mongo.ObjectId; readonly filename: string; readonly length: number }
type ChunkDocument = { readonly files_id: mongo.ObjectId; readonly n: number; readonly data: mongo.Binary }

/**
 * Sealed objects in GridFS, for processes on many machines. An object is a file named by its id;
 * writing it again adds a file and then removes the older ones, so that it is whole at every
 * instant. The newest file of a name counts. Durable by the connection's write concern.
 */
export const openMongoVault = async (mongoDb: Mongo, bucket: string): Promise<Vault> => {
  const db = mongoDb.db()
  const files = db.collection<FileDocument>(`${bucket}.files`)
  const chunks = db.collection<ChunkDocument>(`${bucket}.chunks`)
  const grid = new mongo.GridFSBucket(db, { bucketName: bucket, chunkSizeBytes: CHUNK })

  const versions = (objectId: ObjectId): Promise<readonly FileDocument[]> =>
    files.find({ filename: objectId }).sort({ _id: -1 }).toArray()

  const discard = async (file: mongo.ObjectId): Promise<void> => {
    await files.deleteOne({ _id: file })
    await chunks.deleteMany({ files_id: file })
  }

  const sweep = async (): Promise<void> => {
    const old = mongo.ObjectId.createFromTime(Math.floor((Date.now() - DRAFT_MAX_AGE_MS) / 1000))
    const written = new Set(
      (await files.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id.toHexString()),
    )
    const left = new Set<string>()
    for await (const { files_id } of chunks.find(
      { files_id: { $lt: old } },
      { projection: { files_id: 1 } },
    )) {
      const id = files_id.toHexString()
      if (!written.has(id)) left.add(id)
    }
    for (const id of left) await chunks.deleteMany({ files_id: new mongo.ObjectId(id) })
  }

  const readRange = async (file: FileDocument, start: number, end: number): Promise<Uint8Array> => {
    const stop = Math.min(end, file.length)
    if (stop <= start) return new Uint8Array()
    const out = Buffer.alloc(stop - start)
    const last = Math.floor((stop - 1) / CHUNK)
    for (let first = Math.floor(start / CHUNK); first <= last; first += AT_ONCE) {
      const until = Math.min(last, first + AT_ONCE - 1)
      const found = await ask(() =>
        chunks
          .find({ files_id: file._id, n: { $gte: first, $lte: until } })
          .sort({ n: 1 })
          .toArray(),
      )
      if (found.length !== until - first + 1) throw new Failure('object_missing', 'a part of it is gone')
      for (const { n, data } of found) {
        const piece = Buffer.from(data.buffer.buffer, data.buffer.byteOffset, data.length())
        const from = Math.max(start, n * CHUNK)
        piece.copy(out, from - start, from - n * CHUNK, Math.min(stop - n * CHUNK, piece.length))
      }
    }
    return out
  }

  const vault: Vault = {
    put: async (objectId, sealed) => {
      const before = await ask(() => versions(objectId))
      const hash = createHash('sha256')
      const upload = grid.openUploadStream(objectId)
      let size = 0
      let problem: unknown
      const broken = new Promise<never>((_, reject) =>
        upload.once('error', (error) => {
          problem = error
          reject(asFailure(error))
        }),
      )
      broken.catch(() => undefined)
      const say = (act: (done: (error?: Error | null) => void) => void): Promise<void> =>
        Promise.race([
          new Promise<void>((resolve, reject) =>
            act((error) => (error ? reject(asFailure(error)) : resolve())),
          ),
          broken,
        ])
      try {
        for await (const part of sealed) {
          hash.update(part)
          size += part.length
          await say((done) => upload.write(Buffer.from(part), done))
        }
        await say((done) => upload.end(done))
        if (problem !== undefined) throw asFailure(problem)
      } catch (error) {
        await discard(upload.id).catch(() => undefined)
        throw error
      }
      await ask(() => Promise.all(before.map(({ _id }) => discard(_id))))
      return { size: bytes(size), sha256: hash.digest('hex') as Sha256Hex }
    },

    open: async (objectId) => {
      const [file] = await ask(() => versions(objectId))
      if (file === undefined) return undefined
      return {
        size: bytes(file.length),
        read: (start, end) => readRange(file, start, end),
        close: async () => {},
      }
    },

    remove: async (objectId) => {
      await ask(async () => {
        for (const { _id } of await versions(objectId)) await discard(_id)
      })
    },

    list: async function* () {
      const seen = new Set<string>()
      const cursor = files.find({}, { projection: { filename: 1 } })
      try {
        for (;;) {
          const file = await ask(() => cursor.next())
          if (file === null) return
          if (seen.has(file.filename) || file.filename === PROBE) continue
          seen.add(file.filename)
          yield file.filename as ObjectId
        }
      } finally {
        await cursor.close()
      }
    },

    writtenAt: async (objectId) => {
      const [file] = await ask(() => versions(objectId))
      return file === undefined ? undefined : instant(file._id.getTimestamp().getTime())
    },

    room: async () => undefined,

    probe: async () => {
      await vault.put(PROBE, (async function* () {})())
      await vault.remove(PROBE)
    },
  }
  await ask(async () => {
    await files.createIndex({ filename: 1, _id: -1 })
    await chunks.createIndex({ files_id: 1, n: 1 }, { unique: true })
    await sweep()
  })
  return vault
}
