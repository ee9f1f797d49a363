import { closeSync, existsSync, openSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import { Failure } from '../../../core/base/failure.ts'
import { putFile } from './file.ts'

/**
 * All pages in one step: a copy in several begins again whenever another process writes between two
 * of them.
 */
const PAGES = 2_147_483_647

/**
 * A copy of one moment, also beside processes that write, checked page by page. False where there
 * is no such file. Throws `store_broken`.
 */
export const copyDatabase = async (from: string, to: string): Promise<boolean> => {
  if (!existsSync(from)) return false
  await putFile(to, async (draft) => {
    // Made here, so that it is nobody else's to read from its first byte on.
    closeSync(openSync(draft, 'wx', 0o600))
    const source = new DatabaseSync(from, { readOnly: true, timeout: 10_000 })
    try {
      await backup(source, draft, { rate: PAGES })
    } finally {
      source.close()
    }
    const copy = new DatabaseSync(draft)
    try {
      // One file without a log beside it.
      copy.exec('PRAGMA journal_mode = DELETE')
      const found = copy.prepare('PRAGMA integrity_check').all()
      if (found.length !== 1 || found[0]?.['integrity_check'] !== 'ok')
        throw new Failure('store_broken', 'the copy of a database is not sound')
    } finally {
      copy.close()
    }
  })
  return true
}
