import type { Clock } from '../../core/ports/clock.ts'
import { instant } from '../../core/base/units.ts'

export const makeClock = (): Clock => ({ now: () => instant(Date.now()) })
