import type { DatabaseSync } from 'node:sqlite'
import type { CaseId, Sha256Hex } from '../../core/base/ids.ts'
import type { CaseHead, Checkpoint, CustodyLog, Leaf, Stamp } from '../../core/ports/store/custody.ts'
import type { Writer } from './writer.ts'

/** Leaves, cases and checkpoints of one look: between two of them other work goes. */
const PAGE = 500

export type CustodyTable = {
  readonly port: CustodyLog
  /** Inside a change: keeps a record unless one is in its place. */
  readonly putLeaf: (leaf: Leaf) => void
  readonly putCheckpoint: (checkpoint: Checkpoint) => void
}

type StoredCheckpoint = Omit<Checkpoint, 'peaks' | 'stamps'> & { readonly peaks: string }
type Scanned = CaseHead & { readonly logged: number }

const LEAF = 'no AS "index", case_id AS caseId, seq, hash, leaf'
const CHECKPOINT = 'no, size, root, peaks, at, text, public_key AS publicKey'

export const makeCustody = (
  db: DatabaseSync,
  { write, read }: Pick<Writer, 'write' | 'read'>,
): CustodyTable => {
  const count = db.prepare('SELECT coalesce(max(no) + 1, 0) AS size FROM leaf')
  const insertLeaf = db.prepare('INSERT INTO leaf (no, case_id, seq, hash, leaf) VALUES (?, ?, ?, ?, ?)')
  const isLeaf = db.prepare('SELECT 1 FROM leaf WHERE case_id = ? AND seq = ?')
  const leafAt = db.prepare('SELECT 1 FROM leaf WHERE no = ?')
  const span = db.prepare(`SELECT ${LEAF} FROM leaf WHERE no >= ? AND no < ? ORDER BY no LIMIT ?`)
  const leafOf = db.prepare(`SELECT ${LEAF} FROM leaf WHERE case_id = ? AND seq >= ? ORDER BY seq LIMIT 1`)
  // The next case is looked for above the last, so that few of a case's entries are read, however
  // many it has.
  const heads = db.prepare(`
    WITH RECURSIVE head (case_id) AS (
      SELECT (SELECT case_id FROM chain WHERE case_id > ?1 ORDER BY case_id LIMIT 1)
      UNION ALL
      SELECT (SELECT chain.case_id FROM chain WHERE chain.case_id > head.case_id ORDER BY chain.case_id LIMIT 1) FROM head WHERE head.case_id IS NOT NULL
      LIMIT ?2
    )
    SELECT chain.case_id AS caseId, chain.seq, coalesce(entry.hash, '') AS hash,
      EXISTS (SELECT 1 FROM leaf WHERE leaf.case_id = chain.case_id AND leaf.seq = chain.seq) AS logged
    FROM head CROSS JOIN chain ON chain.case_id = head.case_id
      AND chain.seq = (SELECT last.seq FROM chain AS last WHERE last.case_id = head.case_id ORDER BY last.seq DESC LIMIT 1)
    LEFT JOIN entry ON entry.no = chain.entry_no`)
  const newest = db.prepare(`SELECT ${CHECKPOINT} FROM checkpoint ORDER BY no DESC LIMIT 1`)
  const covering = db.prepare(`SELECT ${CHECKPOINT} FROM checkpoint WHERE size >= ? ORDER BY no LIMIT 1`)
  const after = db.prepare(`SELECT ${CHECKPOINT} FROM checkpoint WHERE no > ? ORDER BY no LIMIT ?`)
  const checkpointAt = db.prepare('SELECT 1 FROM checkpoint WHERE no = ?')
  const stamps = db.prepare(
    'SELECT anchor, at, token, certificates FROM stamp WHERE checkpoint_no = ? ORDER BY n',
  )
  const insertCheckpoint = db.prepare(
    'INSERT INTO checkpoint (no, size, root, peaks, at, text, public_key) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const insertStamp = db.prepare(
    'INSERT INTO stamp (checkpoint_no, n, anchor, at, token, certificates) VALUES (?, ?, ?, ?, ?, ?)',
  )

  const sizeNow = (): number => (count.get() as { size: number }).size

  const fromStored = (row: unknown): Checkpoint | undefined => {
    if (row === undefined) return undefined
    const { peaks, ...stored } = row as StoredCheckpoint
    return {
      ...stored,
      peaks: JSON.parse(peaks) as readonly Sha256Hex[],
      stamps: (stamps.all(stored.no) as Stamp[]).map((stamp) => ({ ...stamp })),
    }
  }

  const addLeaf = ({ index, caseId, seq, hash, leaf }: Leaf): void =>
    void insertLeaf.run(index, caseId, seq, hash, leaf)

  const addCheckpoint = ({ no, size, root, peaks, at, text, publicKey, stamps: given }: Checkpoint): void => {
    insertCheckpoint.run(no, size, root, JSON.stringify(peaks), at, text, publicKey)
    for (const [n, { anchor, at: stampedAt, token, certificates }] of given.entries())
      insertStamp.run(no, n, anchor, stampedAt, token, certificates)
  }

  const port: CustodyLog = {
    append: (expectedSize, leaves) =>
      write(() => {
        if (
          sizeNow() !== expectedSize ||
          leaves.some(({ caseId, seq }) => isLeaf.get(caseId, seq) !== undefined)
        )
          return 'moved'
        for (const [i, leaf] of leaves.entries()) addLeaf({ ...leaf, index: expectedSize + i })
        return 'done'
      }),
    size: () => read(sizeNow),
    leaves: async function* (from, to) {
      for (let at = from; at < to;) {
        const begin = at
        const page = await read(() => (span.all(begin, to, PAGE) as Leaf[]).map((leaf) => ({ ...leaf })))
        yield* page
        const last = page.at(-1)
        if (last === undefined) return
        at = last.index + 1
      }
    },
    leafOf: (caseId, seq) =>
      read(() => {
        const leaf = leafOf.get(caseId, seq) as Leaf | undefined
        return leaf === undefined ? undefined : { ...leaf }
      }),
    changed: async function* () {
      for (let last = '' as CaseId; ;) {
        const from = last
        const page = await read(() => heads.all(from, PAGE) as Scanned[])
        for (const { caseId, seq, hash, logged } of page) if (logged === 0) yield { caseId, seq, hash }
        const end = page.at(-1)
        if (end === undefined) return
        last = end.caseId
      }
    },
    keep: (checkpoint) =>
      write(() => {
        if ((fromStored(newest.get())?.no ?? -1) !== checkpoint.no - 1) return 'moved'
        addCheckpoint(checkpoint)
        return 'done'
      }),
    latest: () => read(() => fromStored(newest.get())),
    covering: (size) => read(() => fromStored(covering.get(size))),
    checkpoints: async function* (no = -1) {
      for (let last = no; ;) {
        const from = last
        const page = await read(() => after.all(from, PAGE).flatMap((row) => fromStored(row) ?? []))
        yield* page
        const end = page.at(-1)
        if (end === undefined) return
        last = end.no
      }
    },
  }

  return {
    port,
    putLeaf: (leaf) => {
      if (leafAt.get(leaf.index) === undefined && isLeaf.get(leaf.caseId, leaf.seq) === undefined)
        addLeaf(leaf)
    },
    putCheckpoint: (checkpoint) => {
      if (checkpointAt.get(checkpoint.no) === undefined) addCheckpoint(checkpoint)
    },
  }
}
