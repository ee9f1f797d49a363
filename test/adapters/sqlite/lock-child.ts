import { writeSync } from 'node:fs'
import { holdProcessLock } from '../../../adapters/sqlite/process-lock.ts'

/** Holds the lock until it is killed. */
holdProcessLock(process.argv[2] ?? '')
writeSync(1, 'held\n')
setInterval(() => {}, 1000)
