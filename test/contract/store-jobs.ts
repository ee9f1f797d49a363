import { describe, expect, test } from 'vitest'
import { jobId, type JobId } from '../../core/base/ids.ts'
import type { Jobs, NewJob } from '../../core/ports/store/jobs.ts'
import { aCase, aCommit, at, claim, type StoreWorld } from './store-builders.ts'

const A = aCase('a')

export const describeJobs = (world: () => StoreWorld): void =>
  void describe('jobs', () => {
    const jobs = (): Jobs => world().store.jobs
    const plan = async (...planned: readonly Partial<NewJob>[]): Promise<void> =>
      void (await world().store.ledger.commit(aCommit(A, 1, { jobs: planned })))
    const claimIds = async (
      owner: string,
      now: number,
      until?: number,
      limit = 100,
    ): Promise<readonly JobId[]> => (await jobs().claim(claim(owner, now, until), limit)).map(({ id }) => id)
    const job = (n: number): JobId => jobId(A, 1, n)

    test('due jobs are given once, those due longest first, up to the limit', async () => {
      await plan({ dueAt: at(30) }, { dueAt: at(10) }, { dueAt: at(20) }, { dueAt: at(99) })
      expect(await claimIds('one', 50, 1000, 2)).toEqual([job(1), job(2)])
      expect(await claimIds('one', 50, 1000, 2)).toEqual([job(0)])
      expect(await claimIds('two', 50)).toEqual([])
      expect(await claimIds('two', 99)).toEqual([job(3)])
    })

    test('a job whose claim ended is given again and counts its attempts', async () => {
      await plan({})
      await claimIds('one', 0, 1000)
      expect(await claimIds('two', 999)).toEqual([])
      expect(await jobs().claim(claim('two', 1000), 9)).toMatchObject([
        { id: job(0), attempts: 2, kind: 'fetch', dueAt: at(0) },
      ])
    })

    test('two workers that claim at once never get the same job', async () => {
      await plan(...Array.from({ length: 40 }, () => ({})))
      const claims = await Promise.all(
        Array.from({ length: 8 }, (_, i) => claimIds(`worker${i}`, 0, 1000, 6)),
      )
      expect(claims.flat()).toHaveLength(40)
      expect(new Set(claims.flat()).size).toBe(40)
    })

    test('a finished job is gone; finishing again, or what is unknown, changes nothing', async () => {
      await plan({}, {})
      await jobs().finish(job(0))
      await jobs().finish(job(0))
      await jobs().finish('unknown' as JobId)
      expect(await claimIds('one', 0)).toEqual([job(1)])
    })

    test('a postponed job is free again, at its new time', async () => {
      await plan({})
      await claimIds('one', 0, 1000)
      await jobs().postpone(job(0), at(70))
      await jobs().postpone('unknown' as JobId, at(1))
      expect(await jobs().nextDue()).toEqual(at(70))
      expect(await claimIds('two', 69)).toEqual([])
      expect(await jobs().claim(claim('two', 70), 9)).toMatchObject([{ id: job(0), dueAt: at(70) }])
    })

    test('forfeit frees the jobs of a dead worker and of nobody else', async () => {
      await plan({}, {})
      await claimIds('one', 0, 1000, 1)
      await claimIds('two', 0, 1000, 1)
      await world().store.leases.forfeit('one')
      expect(await claimIds('three', 1)).toEqual([job(0)])
    })

    test('nextDue and depth tell what waits', async () => {
      expect(await jobs().nextDue()).toBeUndefined()
      expect(await jobs().depth()).toEqual({ waiting: 0 })
      await plan({ dueAt: at(30) }, { dueAt: at(20) })
      expect(await jobs().nextDue()).toBe(at(20))
      await claimIds('one', 20, 500)
      expect(await jobs().nextDue()).toBe(at(30))
      await claimIds('one', 30, 400)
      expect(await jobs().nextDue()).toBe(at(400))
      expect(await jobs().depth()).toEqual({ waiting: 2, oldest: at(20) })
    })

    test('jobs and their claims outlive a restart', async () => {
      await plan({}, {})
      await claimIds('one', 0, 1000, 1)
      const again = (await world().reopen()).jobs
      expect((await again.claim(claim('two', 1), 9)).map(({ id }) => id)).toEqual([job(1)])
      expect((await again.claim(claim('two', 1000), 9)).map(({ id }) => id)).toContain(job(0))
    })
  })
