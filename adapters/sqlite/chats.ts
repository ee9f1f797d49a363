import type { DatabaseSync } from 'node:sqlite'
import type { CaseId } from '../../core/base/ids.ts'
import type { Chats } from '../../core/ports/store/chats.ts'
import type { Writer } from './writer.ts'

export const makeChats = (db: DatabaseSync, { write, read }: Writer): Chats => {
  const find = db.prepare('SELECT case_id AS caseId FROM chat WHERE chat_key = ?')
  const bind = db.prepare(`
    INSERT INTO chat (chat_key, case_id) VALUES (?1, ?2)
    ON CONFLICT (chat_key) DO UPDATE SET case_id = iif(case_id = ?3, excluded.case_id, case_id) RETURNING case_id AS caseId`)
  return {
    find: (chatKey) => read(() => (find.get(chatKey) as { caseId: CaseId } | undefined)?.caseId),
    bind: (chatKey, caseId, instead) =>
      write(() => (bind.get(chatKey, caseId, instead ?? null) as { caseId: CaseId }).caseId),
  }
}
