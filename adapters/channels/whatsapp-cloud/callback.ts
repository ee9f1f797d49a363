import type { OutboxId } from '../../../core/base/ids.ts'

/**
 * The platform gives back with each status what we put on the message (at most 512 characters). It
 * is the outbox row, so that a status finds its row without a search, and one whose sending was
 * `unclear` is known after all. A part that more parts follow is marked, since only the last one's
 * delivery is the whole text's.
 */
const SHAPE = /^([0-9A-HJKMNP-TV-Z]{26}\.\d{1,12}\.\d{1,6})(~?)$/

export const writeCallback = (row: OutboxId, isLast: boolean): string => (isLast ? row : `${row}~`)

export const readCallback = (
  written: string | undefined,
): { readonly row: OutboxId; readonly isLast: boolean } | undefined => {
  const [, row, mark] = SHAPE.exec(written ?? '') ?? []
  return row === undefined ? undefined : { row: row as OutboxId, isLast: mark === '' }
}
