import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { describeCustody } from './store-custody.ts'
import { describeInbox } from './store-inbox.ts'
import { describeJobs } from './store-jobs.ts'
import { describeLedger } from './store-ledger.ts'
import { describeNetworks } from './store-networks.ts'
import { describeOutbox } from './store-outbox.ts'
import { describeChats, describeFeed, describeLeases } from './store-roles.ts'
import { describeSettings } from './store-settings.ts'
import { describeSearch } from './store-search.ts'
import { describeTransfer } from './store-transfer.ts'
import { describeViews } from './store-views.ts'
import type { StoreWorld } from './store-builders.ts'

/** What every engine of the store port must do. `open` gives an empty store; the suite closes it. */
export const describeStore = (name: string, open: () => Promise<StoreWorld>): void =>
  void describe(`store: ${name}`, () => {
    let current: StoreWorld
    const world = (): StoreWorld => current
    beforeEach(async () => {
      current = await open()
    })
    afterEach(async () => {
      await current.close()
    })

    describeInbox(world)
    describeLedger(world)
    describeOutbox(world)
    describeJobs(world)
    describeViews(world)
    describeSearch(world)
    describeNetworks(world)
    describeChats(world)
    describeLeases(world)
    describeFeed(world)
    describeSettings(world)
    describeCustody(world)
    describeTransfer(world)

    test('a store that can be used says so, as often as it is asked', async () => {
      await world().store.probe()
      await world().store.probe()
      expect(await world().store.ledger.read('NONE' as never)).toEqual([])
    })
  })
