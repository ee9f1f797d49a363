import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseFile, CasePage } from '../../../adapters/console/contract/index.ts'
import type { Message, MessagePage } from '../../../adapters/console/contract/messages.ts'
import { minutes, seconds } from '../../../core/base/units.ts'
import { openStage, reachStory, type Person, type Stage } from '../../build/stage.ts'
import { openWorld, type World } from './world.ts'

/** The console over the whole core: people write, and agents see what came of it. */
let stage: Stage
let world: World
let cookie: string
beforeEach(async () => {
  stage = await openStage()
  world = await openWorld({ desk: stage.desk, feed: stage.store.feed, clock: stage.clock })
  cookie = (await world.member('noor')).cookie
})
afterEach(() => world.close())

const read = async <T>(path: string): Promise<T> => (await world.get(`/api/v1${path}`, { cookie })).json<T>()
const fileOf = async (who: Person, language = 'en') =>
  read<CaseFile>(`/cases/${await who.code()}?lang=${language}`)
const messagesOf = async (who: Person): Promise<readonly Message[]> =>
  (await read<MessagePage>(`/cases/${await who.code()}/messages?limit=200`)).messages
const post = async (who: Person, path: string, body: unknown = {}) =>
  world.post(`/api/v1/cases/${await who.code()}/${path}`, body, { cookie })
const say = async (who: Person, text: string) =>
  post(who, 'messages', { text, expectedVersion: (await fileOf(who)).version })

const THREAT = 'My brother says he will kill me tonight.'

describe('danger in what somebody wrote', () => {
  test('stands in the file with its sentence as written, the rule, and the message it came in', async () => {
    const amal = stage.person('amal')
    await reachStory(amal)
    await amal.says(`I sent some pictures last week. ${THREAT} Please help.`)
    const { dangers, severity, reasons, danger } = await fileOf(amal)
    const violence = dangers.find(({ label }) => label === 'violence')
    expect(violence).toMatchObject({ sure: true, about: 'self', rule: expect.stringMatching(/\S/) })
    expect(violence?.sentence).toContain('he will kill me')
    expect(violence?.sentence).not.toContain('last week')
    expect((await messagesOf(amal)).find(({ id }) => id === violence?.message)?.text).toContain('last week')
    expect(severity).toBe('P1')
    expect(reasons.length).toBeGreaterThan(0)
    expect(danger).toEqual({ label: 'violence', sure: true })
  })

  test('is told newest first, and a hint is told from what is sure', async () => {
    const amal = stage.person('amal')
    await reachStory(amal)
    await amal.says('I cannot go on like this any more')
    await amal.says(THREAT)
    const { dangers } = await fileOf(amal)
    expect(dangers[0]).toMatchObject({ label: 'violence', sure: true })
    expect(dangers.at(-1)).toMatchObject({ label: 'self_harm', sure: false })
    expect(dangers.map(({ at }) => at)).toEqual(
      dangers.map(({ at }) => at).toSorted((a, b) => b.localeCompare(a)),
    )
  })

  test('shows the words that may mean it within their message, who read them, and what the person said when they were asked', async () => {
    const amal = stage.person('amal')
    await reachStory(amal)
    await amal.says('It is too much. I cannot go on like this any more.')
    const hint = async () => (await fileOf(amal)).dangers.find(({ label }) => label === 'self_harm')
    expect(await hint()).toMatchObject({
      sure: false,
      witness: 'rule',
      outcome: 'waiting',
      before: expect.stringContaining('too much'),
    })
    await amal.says('no')
    expect(await hint()).toMatchObject({ outcome: 'no' })
  })

  test('that an agent says was none is marked with their name, changes nothing of the case, and can be taken back', async () => {
    const amal = stage.person('amal')
    await reachStory(amal)
    await amal.says(THREAT)
    const before = await fileOf(amal)
    const found = before.dangers[0]
    const { message, label } = found ?? {}
    expect((await post(amal, 'dangers', { message, label, verdict: 'none' })).statusCode).toBe(200)
    const { dangers, severity } = await fileOf(amal)
    expect(dangers[0]?.review).toMatchObject({ verdict: 'none', by: expect.stringMatching(/noor/i) })
    expect(severity).toBe(before.severity)
    expect((await post(amal, 'dangers', { message, label, verdict: 'none' })).statusCode).toBe(409)
    expect((await post(amal, 'dangers', { message, label, verdict: 'danger' })).statusCode).toBe(200)
    expect((await fileOf(amal)).dangers[0]?.review).toMatchObject({ verdict: 'danger' })
    const { events } = await amal.book()
    expect(events.filter(({ event }) => event.type === 'danger_reviewed')).toHaveLength(2)
  })

  test('that nothing had read stands in the file once an agent says so, of a message of the person alone', async () => {
    const amal = stage.person('amal')
    await reachStory(amal)
    await amal.says('My uncle keeps the only key of my room.')
    const all = await messagesOf(amal)
    const message = all.findLast(({ text }) => text?.includes('uncle') === true)?.id ?? ''
    const ours = all.findLast(({ from }) => from === 'bot')?.id ?? ''
    const review = { label: 'sexual_abuse', verdict: 'danger' }
    expect((await post(amal, 'dangers', { message: ours, ...review })).statusCode).toBe(404)
    expect((await post(amal, 'dangers', { message, ...review })).statusCode).toBe(200)
    expect((await fileOf(amal)).dangers).toContainEqual(
      expect.objectContaining({ label: 'sexual_abuse', outcome: 'missed', witness: 'team', message }),
    )
    expect(
      (await post(amal, 'dangers', { message, label: 'sexual_abuse', verdict: 'none' })).statusCode,
    ).toBe(200)
    expect((await fileOf(amal)).dangers.map(({ label }) => label)).not.toContain('sexual_abuse')
  })

  test('marks the row of the queue, with the teams that see it and until when somebody must answer', async () => {
    const amal = stage.person('amal')
    await reachStory(amal)
    await amal.says(`He has my pictures and wants money. ${THREAT}`)
    const [row] = (await read<CasePage>('/cases?status=waiting')).rows
    expect(row).toMatchObject({
      code: await amal.code(),
      danger: { label: 'violence', sure: true },
      copies: expect.any(Array),
    })
    const due = Date.parse(row?.dueAt ?? '') - Date.parse(row?.waitingSince ?? '')
    expect(due).toBe(minutes(5))
  })
})

describe('numbers and names', () => {
  test('stand with their type, value, wording and owner', async () => {
    const amal = stage.person('amal')
    await reachStory(amal)
    await amal.says('He writes from 0770 123 4412 on WhatsApp')
    await amal.says('My number is 0750 999 8877')
    const { identifiers } = await fileOf(amal)
    expect(identifiers).toContainEqual({
      type: 'whatsapp',
      value: '+9647701234412',
      raw: '0770 123 4412',
      owner: 'perpetrator',
      unresolved: false,
      message: expect.any(String),
    })
    expect(identifiers).toContainEqual(
      expect.objectContaining({
        value: '+9647509998877',
        owner: 'self',
        type: expect.stringMatching(/_self$/),
      }),
    )
  })

  test('that stand in two cases link them, and neither the person nor the chat is named by it', async () => {
    const [amal, dina] = [stage.person('amal'), stage.person('dina')]
    for (const who of [amal, dina]) {
      await reachStory(who)
      await who.says('He writes to me from 0770 123 4412 and wants money')
      await stage.workAll()
    }
    expect((await fileOf(amal)).links).toEqual([await dina.code()])
    expect((await fileOf(dina)).links).toEqual([await amal.code()])
    await stage.desk.erase(await dina.code(), 'test', 'asked for')
    expect((await fileOf(amal)).links).toEqual([])
  })

  test('never show the number of the chat itself where the person did not give it as theirs', async () => {
    const number = '9647701112233'
    const amal = stage.person(number)
    const from = {
      channel: 'whatsapp' as const,
      from: { language: 'en', name: '+964 770 111 2233' as never, handle: `+${number}` as never },
    }
    await amal.sends({ kind: 'start' }, from)
    await amal.says('continue', from)
    await amal.says('they write to 0770 111 2233 all night long, and from 0770 123 4412', from)
    const { identifiers } = await fileOf(amal)
    expect(identifiers.map(({ value, masked }) => [value, masked])).toEqual([
      ['••• 2233', true],
      ['+9647701234412', undefined],
    ])
    const said = (await messagesOf(amal)).filter((message) => message.from === 'person')
    expect(said.every(({ author }) => author === undefined)).toBe(true)
  })
})

describe('a phone that others look at', () => {
  const hide = async (who: Person): Promise<void> => {
    await who.sends({ kind: 'start' })
    await who.says('continue')
    await who.says('a man has my photos and wants money')
    await who.says('someone sees this phone')
    await who.says('shared or checked')
    await who.says('human')
    await post(who, 'claim')
  }

  test('lets words through while the person is there, and holds them once they are silent', async () => {
    const amal = stage.person('amal')
    await hide(amal)
    // Whoever holds the phone when somebody comes need not be who wrote: until they write again all waits.
    expect((await fileOf(amal)).signals.waits).toBe('yes')
    await amal.says('are you there')
    expect((await fileOf(amal)).signals).toMatchObject({
      discreet: true,
      watched: false,
      afterTheyWrite: false,
      waits: 'soon',
    })
    expect((await say(amal, 'first words')).statusCode).toBe(200)
    await stage.sendAll()
    await stage.passTime(minutes(6))
    expect((await fileOf(amal)).signals.waits).toBe('yes')
    expect((await say(amal, 'second words')).statusCode).toBe(200)
    const [first, second] = (await messagesOf(amal)).filter(({ from }) => from === 'agent')
    expect(first).toMatchObject({ text: 'first words', delivery: 'sent' })
    expect(first).not.toHaveProperty('held')
    expect(second).toMatchObject({ text: 'second words', held: true })
    expect(second).not.toHaveProperty('delivery')
    expect(amal.heard()).not.toContain('second words')
    await amal.says('1')
    await stage.sendAll()
    expect(amal.heard()).toContain('second words')
    expect((await messagesOf(amal)).find(({ text }) => text === 'second words')).toEqual(
      expect.objectContaining({ delivery: 'sent', at: second?.at }),
    )
    expect((await messagesOf(amal)).some(({ held }) => held === true)).toBe(false)
  })

  test('that is looked at now is told from one that may be', async () => {
    const amal = stage.person('amal')
    await amal.sends({ kind: 'start' })
    await amal.says('continue')
    await amal.says('being watched now')
    expect((await fileOf(amal)).signals).toMatchObject({ watched: true, discreet: true, waits: 'yes' })
  })
})

describe('what the person agreed to', () => {
  test('follows the yes at the beginning, and each word after it', async () => {
    const amal = stage.person('amal')
    await reachStory(amal)
    const given = async () =>
      Object.fromEntries((await fileOf(amal)).consents.map(({ scope, given }) => [scope, given]))
    const all = {
      keep: true,
      'share-investigators': false,
      'share-ngo': false,
      'contact-me': true,
      'hashes-to-platforms': false,
      'check-in': false,
    }
    expect(await given()).toEqual(all)
    await amal.says('consents')
    await amal.says('2')
    await amal.says('yes')
    expect(await given()).toEqual({ ...all, 'share-investigators': true })
    await amal.says('4')
    expect(await given()).toEqual({ ...all, 'share-investigators': true, 'contact-me': false })
    const { consents, signals } = await fileOf(amal)
    expect(signals).toMatchObject({ afterTheyWrite: true, waits: 'soon' })
    const at = Object.fromEntries(consents.map((one) => [one.scope, one.at]))
    expect(at['share-investigators']! > at['keep']!).toBe(true)
    expect(at['share-ngo']).toBeUndefined()
    expect(
      (await messagesOf(amal)).filter(({ event }) => event?.startsWith('consent-') === true),
    ).toMatchObject([
      { event: 'consent-given', detail: 'share-investigators' },
      { event: 'consent-withdrawn', detail: 'contact-me' },
    ])
  })
})

describe('two words to check with', () => {
  test('are the ones that the person reads, and are gone half an hour later', async () => {
    const amal = stage.person('amal')
    await reachStory(amal)
    expect((await fileOf(amal)).check).toBeUndefined()
    await amal.says('check agent')
    const { check } = await fileOf(amal)
    expect(check?.words).toMatch(/^\S+ \S+$/)
    expect(
      amal
        .heard()
        .join('\n')
        .replace(/[\u2068\u2069]/g, ''),
    ).toContain(check?.words)
    expect((await messagesOf(amal)).some(({ event }) => event === 'check-shown')).toBe(true)
    await stage.passTime(minutes(30))
    expect((await fileOf(amal)).check).toBeUndefined()
  })
})

describe('people who were called again', () => {
  test('stand in the conversation, with who was called', async () => {
    const amal = stage.person('amal')
    await reachStory(amal)
    await amal.says(THREAT)
    await stage.passTime(minutes(6))
    const calls = (await messagesOf(amal)).filter(({ event }) => event === 'paged')
    expect(calls.map(({ detail }) => detail)).toEqual(['team', 'supervisor'])
    expect(calls.every((call) => !('author' in call))).toBe(true)
  })
})

describe('what happened at the door of the case', () => {
  test('is shown as signals: who tried, who came back, and whether somebody is forced', async () => {
    const amal = stage.person('amal')
    await reachStory(amal)
    const { caseId } = (await amal.book()).row
    const channel = 'webchat' as const
    expect((await fileOf(amal)).signals).toEqual({
      watched: false,
      discreet: false,
      afterTheyWrite: false,
      waits: 'no',
    })
    for (const type of ['return_refused', 'return_refused', 'decoy_used', 'duress_used'] as const) {
      await stage.casebook.append(caseId, () => ({ actor: 'system', events: [{ type, channel }] }))
      stage.clock.advance(seconds(1))
    }
    await stage.casebook.append(caseId, () => ({ actor: 'system', events: [{ type: 'return_unproven' }] }))
    const file = await fileOf(amal)
    expect(file.signals.unproven).toEqual({ at: expect.any(String) as string })
    expect(file.signals).toMatchObject({
      tried: { channel, count: 2 },
      decoy: { channel },
      duress: { channel },
    })
    expect(file.signals.duress!.at > file.signals.decoy!.at).toBe(true)
    expect(file.danger).toEqual({ label: 'duress', sure: true })
    expect(
      (await messagesOf(amal)).flatMap(({ event, detail }) => (detail === channel ? [event] : [])),
    ).toEqual(['return-refused', 'return-refused', 'decoy-used', 'duress-used'])
    const open = { type: 'conversation_resumed' } as const
    await stage.casebook.append(caseId, () => ({ actor: 'system', events: [open] }))
    expect((await fileOf(amal)).signals.unproven).toBeUndefined()
    // The person's own chat shows none of it.
    expect(amal.heard().join('\n')).not.toMatch(/duress|decoy/i)
  })

  test('names the doubt where a danger made a chat graver that was left, until it is shown whose it is', async () => {
    const amal = stage.person('amal')
    await reachStory(amal)
    await amal.says('A man wants money for my photos')
    await amal.says('0')
    expect((await fileOf(amal)).signals.unproven).toBeUndefined()
    await amal.says('I am 12')
    const file = await fileOf(amal)
    expect(file.severity).toBe('P1')
    expect(file.signals.unproven).toEqual({ at: expect.any(String) as string, left: true })
    const open = { type: 'conversation_resumed' } as const
    const { caseId } = (await amal.book()).row
    await stage.casebook.append(caseId, () => ({ actor: 'system', events: [open] }))
    expect((await fileOf(amal)).signals.unproven).toBeUndefined()
  })
})
