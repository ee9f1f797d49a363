import type { Choice, Say } from './say.ts'
import { writeToken } from './token.ts'

const choice = (what: string): Choice => ({
  label: `access-${what}`,
  token: writeToken({ kind: 'access', choice: what }),
})

/** Asked once more before anything goes. */
export const sayErase = (): Say => ({
  key: 'erase-ask',
  choices: [choice('erase-yes'), choice('erase-no'), choice('erase-certificate')],
})
