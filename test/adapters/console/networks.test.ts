import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CaseFile } from '../../../adapters/console/contract/index.ts'
import { NetworkDone, NetworkList, NetworkPage } from '../../../adapters/console/contract/networks.ts'
import type { WantedList } from '../../../adapters/console/contract/wanted.ts'
import { dayOf } from '../../../core/base/calendar.ts'
import { hours } from '../../../core/base/units.ts'
import { openStage, reachStory, type Person, type Stage } from '../../build/stage.ts'
import { openWorld, type World } from './world.ts'

type Member = Awaited<ReturnType<World['member']>>
type Told = Person & { readonly caseCode: string }

describe('networks of cases in the console', () => {
  let stage: Stage
  let world: World
  let mona: Member
  let noor: Member
  let people = 0
  beforeEach(async () => {
    people = 0
    stage = await openStage()
    world = await openWorld({ desk: stage.desk, feed: stage.store.feed, clock: stage.clock })
    mona = await world.member('mona', 'supervisor')
    noor = await world.member('noor')
  })
  afterEach(() => world.close())

  const tells = async (text: string): Promise<Told> => {
    people += 1
    const who = stage.person(String(people))
    await reachStory(who)
    await who.says(text)
    await stage.workAll()
    return { ...who, caseCode: await who.code() }
  }
  const two = async (): Promise<readonly [Told, Told]> => [
    await tells('he writes from 0770 123 4567'),
    await tells('his number is 07701234567'),
  ]
  const post = (path: string, body: unknown) => world.post(`/api/v1/networks${path}`, body, mona)
  const confirm = async (...all: readonly Told[]): Promise<string> => {
    const codes = all.map(({ caseCode }) => caseCode)
    return NetworkDone.parse((await post('', { codes, reason: 'the same number' })).json()).key
  }
  const pageOf = async (key: string): Promise<NetworkPage> =>
    NetworkPage.strict().parse((await world.get(`/api/v1/networks/${key}`, mona)).json())

  test('a page says what its cases share and what was decided, and that it was read stands in every chain', async () => {
    const [amal, sara] = await two()
    const key = await confirm(amal, sara)
    await post(`/${key}`, { do: 'lead', mine: true })
    await post(`/${key}`, { do: 'give', authority: 'Court of Karkh', reference: '12/2026' })
    const page = await pageOf(key)
    expect(page).toMatchObject({
      network: { key, state: 'given', lead: 'mona', proposed: 0, alarms: 0 },
      shared: [
        {
          kind: 'identifier',
          type: 'phone',
          value: '+9647701234567',
          cases: [amal.caseCode, sara.caseCode],
        },
      ],
    })
    expect(page.steps.map(({ kind, by, codes, reference }) => [kind, by, codes.length, reference])).toEqual([
      ['confirmed', 'mona', 2, undefined],
      ['led', 'mona', 0, undefined],
      ['given', 'mona', 0, '12/2026'],
    ])
    const kinds = (await stage.store.ledger.read(key as never)).map(({ header }) => header)
    expect(kinds.at(-1)).toContain('network_viewed')
    for (const who of [amal, sara]) {
      const { events } = await stage.casebook.read((await who.book()).row.caseId)
      expect(events.flat().some(({ type }) => type === 'case_viewed')).toBe(true)
    }
  })

  test('why cases were put together is told only to who may see all of them', async () => {
    const [amal, sara] = await two()
    const noor = await tells('it is 0770 123 4567 who wants money')
    const key = await confirm(amal, sara, noor)
    const { team } = (await amal.book()).row
    await stage.casebook.append((await noor.book()).row.caseId, () => ({
      actor: 'system',
      events: [{ type: 'case_transferred', agent: 'somebody' as never, to: { team: 'minors' } }],
    }))
    const layla = await world.member('layla', 'supervisor', [team])
    const page = NetworkPage.parse((await world.get(`/api/v1/networks/${key}`, layla)).json())
    expect(page.steps.map(({ codes, reason }) => [codes, reason])).toEqual([
      [[amal.caseCode, sara.caseCode], undefined],
    ])
    expect((await pageOf(key)).steps.map(({ reason }) => reason)).toEqual(['the same number'])
  })

  test('what is only suspected has a page by its first case, and can be confirmed and nothing else', async () => {
    const [amal, sara] = await two()
    const { networks } = NetworkList.parse((await world.get('/api/v1/networks', mona)).json())
    expect(networks.map(({ key, state }) => [key, state])).toEqual([[amal.caseCode, 'suspected']])
    expect((await pageOf(amal.caseCode)).steps).toEqual([])
    expect((await post(`/${amal.caseCode}`, { do: 'lead', mine: true })).statusCode).toBe(404)
    await confirm(amal, sara)
    const after = NetworkList.parse((await world.get('/api/v1/networks', mona)).json())
    expect(after.networks.map(({ state }) => state)).toEqual(['confirmed'])
  })

  test('what makes no sense is refused with its reason', async () => {
    const [amal, sara] = await two()
    const key = await confirm(amal, sara)
    const remove = { do: 'remove', code: sara.caseCode, reason: 'another matter' }
    expect((await post(`/${key}`, remove)).json()).toMatchObject({ code: 'too_few' })
    const dismantle = { do: 'dismantle', day: '2031-01-01', source: 'the police' }
    expect((await post(`/${key}`, dismantle)).json()).toMatchObject({ code: 'day_invalid' })
    await post(`/${key}`, { do: 'dissolve', reason: 'a shop that both use' })
    expect((await post(`/${key}`, { do: 'investigate', reason: 'again' })).json()).toMatchObject({
      code: 'ended',
    })
  })

  test('a case that matches a dismantled network calls supervisors and stands in that case, until it is answered', async () => {
    const [amal, sara] = await two()
    const key = await confirm(amal, sara)
    await post(`/${key}`, { do: 'dismantle', day: dayOf(stage.clock.now()), source: 'the police' })
    stage.clock.advance(hours(48))
    // Sessions of two days ago have ended.
    mona = await world.member('mona2', 'supervisor')
    noor = await world.member('noor2')
    const late = await tells('it is 0770 123 4567 who wants money')
    const wanted = async (who: Member) =>
      (await world.get('/api/v1/me/wanted', who))
        .json<WantedList>()
        .wanted.filter(({ kind }) => kind === 'network')
    const fileOf = async (who: Member) =>
      CaseFile.parse((await world.get(`/api/v1/cases/${late.caseCode}`, who)).json()).matches
    expect((await wanted(mona)).map(({ code }) => code)).toEqual([late.caseCode])
    expect(await wanted(noor)).toEqual([])
    const ours = [amal.caseCode, sara.caseCode]
    expect(await fileOf(mona)).toMatchObject({ to: expect.toBeOneOf(ours), network: key })
    expect(await fileOf(noor)).toMatchObject({ to: expect.toBeOneOf(ours) })
    expect(await fileOf(noor)).not.toHaveProperty('network')
    await post(`/${key}`, { do: 'answer', code: late.caseCode, reason: 'an old chat' })
    expect([await wanted(mona), await fileOf(mona)]).toEqual([[], undefined])
  })

  test('who may not see one of the two cases learns of no alarm', async () => {
    const [amal, sara] = await two()
    const key = await confirm(amal, sara)
    await post(`/${key}`, { do: 'dismantle', day: dayOf(stage.clock.now()), source: 'the police' })
    stage.clock.advance(hours(1))
    const late = await tells('it is 0770 123 4567 who wants money')
    for (const who of [amal, sara])
      await stage.casebook.append((await who.book()).row.caseId, () => ({
        actor: 'system',
        events: [{ type: 'case_transferred', agent: 'somebody' as never, to: { team: 'minors' } }],
      }))
    const { team } = (await late.book()).row
    const layla = await world.member('layla', 'agent', [team])
    const file = CaseFile.parse((await world.get(`/api/v1/cases/${late.caseCode}`, layla)).json())
    expect(file.matches).toBeUndefined()
  })

  describe('who judges networks and reads no case', () => {
    const listOf = async (who: Member) =>
      NetworkList.parse((await world.get('/api/v1/networks', who)).json()).networks
    const CONVERSATION = /he writes|his number is/

    test('sees the table and the page, decides, and is let into no conversation, file or list of cases', async () => {
      const [amal, sara] = await two()
      const { team } = (await amal.book()).row
      const dana = await world.member('dana', 'network-analyst', [team])
      const [found] = await listOf(dana)
      expect(found).toMatchObject({ key: amal.caseCode, state: 'suspected' })
      const codes = [amal.caseCode, sara.caseCode]
      const made = await world.post('/api/v1/networks', { codes, reason: 'the same number' }, dana)
      const { key } = NetworkDone.parse(made.json())
      for (const act of [
        { do: 'lead', mine: true },
        { do: 'investigate', reason: 'a new wallet' },
        { do: 'give', authority: 'Court of Karkh', reference: '12/2026' },
      ])
        expect((await world.post(`/api/v1/networks/${key}`, act, dana)).statusCode).toBe(200)
      const answer = await world.get(`/api/v1/networks/${key}`, dana)
      const page = NetworkPage.strict().parse(answer.json())
      expect(page.network).toMatchObject({ state: 'given', lead: 'dana' })
      expect(page.shared).toMatchObject([{ kind: 'identifier', value: '+9647701234567', cases: codes }])
      expect(answer.body).not.toMatch(CONVERSATION)
      for (const code of codes)
        for (const rest of ['', '/messages', '/evidence', '/ties', '/timeline', '/brief', '/custody'])
          expect((await world.get(`/api/v1/cases/${code}${rest}`, dana)).json()).toMatchObject({
            code: 'forbidden',
          })
      for (const path of [
        'cases',
        'queue/views',
        'me/wanted',
        'colleagues',
        'audit?from=2026-01-01&to=2026-01-02',
      ])
        expect((await world.get(`/api/v1/${path}`, dana)).statusCode).toBe(403)
      expect((await world.post('/api/v1/search', { q: 'writes' }, dana)).statusCode).toBe(403)
      expect((await world.post(`/api/v1/cases/${amal.caseCode}/claim`, {}, dana)).statusCode).toBe(403)
    })

    test('leaves a trace in the network and in each of its cases that they looked', async () => {
      const [amal, sara] = await two()
      const key = await confirm(amal, sara)
      const dana = await world.member('dana', 'network-analyst')
      await world.get(`/api/v1/networks/${key}`, dana)
      const headers = (await stage.store.ledger.read(key as never)).map(({ header }) => header)
      expect(headers.at(-1)).toContain('network_viewed')
      for (const who of [amal, sara]) {
        const { entries, events } = await stage.casebook.read((await who.book()).row.caseId)
        const place = events.findLastIndex((all) => all.some(({ type }) => type === 'case_viewed'))
        expect(entries[place]?.header).toContain(dana.id)
      }
    })

    test('of no team is shown none, and of another team nothing that is not theirs; a case outside is as one that is not there', async () => {
      const [amal, sara] = await two()
      const key = await confirm(amal, sara)
      for (const [name, teams] of [
        ['none', []],
        ['other', ['elsewhere']],
      ] as const) {
        const who = await world.member(name, 'network-analyst', teams)
        expect(await listOf(who)).toEqual([])
        expect((await world.get(`/api/v1/networks/${key}`, who)).statusCode).toBe(404)
        const body = { codes: [amal.caseCode, sara.caseCode], reason: 'a guess' }
        expect((await world.post('/api/v1/networks', body, who)).statusCode).toBe(404)
      }
    })

    test('is somebody to whom that right was given: an analyst of numbers and an agent have it not', async () => {
      for (const role of ['analyst', 'agent', 'minors-desk', 'auditor'] as const) {
        const who = await world.member(role, role)
        expect((await world.get('/api/v1/networks', who)).statusCode).toBe(403)
      }
    })
  })
})
