import type { DeskAgent } from '../../../../core/base/member.ts'
import { deskAgentOf, may, type Caller } from '../identity/caller.ts'

/** For whom numbers hide what is out of their sight. Who may not read a case can count none. */
export const readerOf = (caller: Caller): DeskAgent | undefined =>
  may(caller, 'read') ? deskAgentOf(caller) : undefined
