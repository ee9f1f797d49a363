import { writeSync } from 'node:fs'
import { openCheckpointKey } from '../../../adapters/crypto/checkpoint-key.ts'
import { openSqliteStore } from '../../../adapters/sqlite/index.ts'
import { makeClock } from '../../../adapters/system/clock.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { makeCheckpoint } from '../../../core/custody/checkpoint.ts'
import { aCase } from '../../contract/store-builders.ts'
import { grow, hasher } from '../../core/custody/world.ts'

/** Appends to cases of its own and makes checkpoints, as often as asked, and says each that is kept. */
const [file = '', keyFile = '', name = '', rounds = ''] = process.argv.slice(2)
const store = await openSqliteStore({ file })
const ports = {
  store,
  hasher,
  clock: makeClock(),
  log: makeMemoryLog(),
  signer: await openCheckpointKey(keyFile),
  anchors: [],
}
for (let round = 0; round < Number(rounds); round++) {
  await grow(ports, aCase(`${name}${round % 7}x`), 2)
  const made = await makeCheckpoint(ports, { anchors: [] })
  writeSync(1, `${made?.checkpoint.no ?? ''} ${made?.checkpoint.root ?? ''}\n`)
}
await store.close()
