import { setTimeout } from 'node:timers/promises'
import { launch } from './launch.ts'
import { keepYoungHeapSmall } from './young-heap.ts'

/** After the start it goes on for so long: what reads messages is compiled then (bots/compose.ts). */
const STILL_STARTING_MS = 4_000

const heap = keepYoungHeapSmall()
await launch('main.js', () => import('../../bots/main.ts'), 'bots/main.ts')
await setTimeout(STILL_STARTING_MS, undefined, { ref: false })
heap.grow()
