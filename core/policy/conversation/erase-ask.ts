import type { ButtonRole } from '../../ports/channel.ts'
import type { Choice, Say } from './say.ts'
import { writeToken } from './token.ts'

const choice = (what: string, role: ButtonRole): Choice => ({
  label: `access-${what}`,
  token: writeToken({ kind: 'access', choice: what }),
  role,
})

/** Asked once more before anything goes. What is not undone stands apart from the way out of it. */
export const sayErase = (): Say => ({
  key: 'erase-ask',
  choices: [choice('erase-yes', 'apart'), choice('erase-no', 'main'), choice('erase-certificate', 'apart')],
})
