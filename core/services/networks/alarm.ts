import type { CaseId } from '../../base/ids.ts'
import { isNews } from '../../model/network.ts'
import { isErased, type Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { nodeOf } from '../linkage/networks.ts'
import type { NetworkBook } from './book.ts'

/**
 * After links of a case were looked for: where it hangs together with a network that was dismantled, and was
 * opened since, that is written into the network, once. Who may see both cases is told by the list of what
 * waits for the team, and in the case.
 */
export const raiseAlarm =
  (ports: Pick<CasePorts, 'flow'>, casebook: Pick<Casebook, 'load'>, book: NetworkBook) =>
  async (caseId: CaseId): Promise<void> => {
    try {
      const state = await casebook.load(caseId)
      const bound = [...nodeOf(ports.flow, state).bonds.keys()]
      if (bound.length === 0) return
      for (const { state: found, live } of await book.having(bound)) {
        const to = live.find((one) => bound.includes(one))
        if (to === undefined) continue
        await book.append(found.networkId, (network) =>
          isNews(network, state)
            ? { actor: 'system', events: [{ type: 'network_matched', case: caseId, to }] }
            : undefined,
        )
      }
    } catch (error) {
      // It was erased meanwhile: nothing of it hangs together with anything.
      if (!isErased(error)) throw error
    }
  }
