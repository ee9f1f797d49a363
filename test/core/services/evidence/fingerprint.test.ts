import { describe, expect, test } from 'vitest'
import { WEBCHAT_CAPABILITIES } from '../../../../adapters/channels/webchat/limits.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import { shareFingerprints } from '../../../../core/services/evidence/lists.ts'
import { writeList, type ListRow } from '../../../../core/base/fingerprint/lists.ts'
import type { CaseCode, EvidenceId, InboundId, Sha256Hex } from '../../../../core/base/ids.ts'
import { respond } from '../../../../core/services/inbound/respond.ts'
import type { DevicePrint, InboundMedia } from '../../../../core/base/message.ts'
import { makeChatHistory } from '../../../../core/services/access/history.ts'
import { verifyStore } from '../../../../core/custody/verify-case.ts'
import { describeFault } from '../../../../core/custody/store-fault.ts'
import { openStage, openStageOn, type Person, type Stage, phrases as texts } from '../../../build/stage.ts'
import { everythingKept, submit } from '../access/people.ts'

const print = (digit: string, quality = 100): DevicePrint => ({
  sha256: digit.repeat(64) as Sha256Hex,
  pdq: { hash: digit.repeat(64), quality },
})

const gives = (who: Person, given: DevicePrint, kind: InboundMedia['kind'] = 'photo') =>
  who.sends({ kind: 'media', media: { kind, capture: 'as_sent', ref: '', print: given } })

/** As far as the question for age, and what is answered to it. */
const ofAge = async (stage: Stage, answer: string): Promise<Person> => {
  const who = stage.person(`person of ${answer}`)
  await who.sends({ kind: 'start' })
  await who.says('continue')
  for (let n = 0; n < 8 && (await who.book()).state.conversation.open?.step !== 'age'; n += 1)
    await who.says((await who.book()).state.conversation.open?.step === 'story' ? 'skip' : 'no')
  expect((await who.book()).state.conversation.open?.step).toBe('age')
  await who.says(answer)
  return who
}

const adult = async (stage: Stage, chat = 'adult'): Promise<Person> => {
  const who = stage.person(chat)
  await submit(who)
  return who
}

/** What a button says. */
const labelOf = (key: string): string => texts.say('en', key)

/** Without the marks that keep numbers apart from the text around them. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')
const heardBy = (who: Person): string => plain(who.heard().join('\n'))
const lastOf = (who: Person): string => plain(who.hears())

const evidenceOf = async (who: Person) =>
  Object.values((await who.book()).state.evidence).filter(({ kind }) => kind !== 'statement')
const typesOf = async (who: Person): Promise<readonly string[]> =>
  (await who.book()).events.map(({ event }) => event.type)

describe('a fingerprint made on the person’s own device', () => {
  test.each(['me, 16-17', 'me, 13-15', 'me, 18+', 'skip'])(
    'is kept at every age (%s), and nothing is fetched for it',
    async (age) => {
      const stage = await openStageOn(WEBCHAT_CAPABILITIES)
      const who = await ofAge(stage, age)
      const fetched = stage.channel.files.size
      await gives(who, print('a'))
      await stage.workAll()
      await stage.sendAll()
      expect(await evidenceOf(who)).toMatchObject([
        {
          status: 'fingerprint',
          kind: 'photo',
          sha256: 'a'.repeat(64),
          pdq: { hash: 'a'.repeat(64), quality: 100 },
        },
      ])
      expect(stage.channel.files.size).toBe(fetched)
      expect(who.heard().filter((text) => plain(text).includes('Kept: 1 fingerprint'))).toHaveLength(1)
      expect(
        (await typesOf(who)).filter((type) => type === 'evidence_announced' || type === 'fingerprint_given'),
      ).toEqual(expect.arrayContaining(['evidence_announced', 'fingerprint_given']))
      const faults = []
      for await (const fault of verifyStore(stage.ports)) faults.push(describeFault(fault))
      expect(faults).toEqual([])
    },
  )

  test('is written down nowhere before the person agreed to begin', async () => {
    const stage = await openStage()
    const who = stage.person('early')
    await who.sends({ kind: 'start' })
    await gives(who, print('b'))
    expect(await evidenceOf(who)).toEqual([])
    expect(await typesOf(who)).toContain('evidence_refused')
    expect(await everythingKept(stage)).not.toContain('b'.repeat(64))
  })

  test('is kept without bound of age, but not without bound', async () => {
    const stage = await openStage()
    const who = await adult(stage)
    await gives(who, print('a'))
    const { events, row } = await who.book()
    const [given] = events.flatMap(({ event }) => (event.type === 'fingerprint_given' ? [event] : []))
    const one = events.flatMap(({ event }) =>
      'evidence' in event && event.evidence === given?.evidence ? [event] : [],
    )
    // As hundreds of messages would have left it: more of the same, up to two below the bound.
    const before = Object.keys((await who.book()).state.evidence).length
    const more = Array.from({ length: 498 - before }, (_, n) => `${given?.evidence}-${n}` as EvidenceId)
    await stage.casebook.append(row.caseId, () => ({
      actor: 'person',
      events: more.flatMap((evidence) => one.map((event) => ({ ...event, evidence }) as CaseEvent)),
    }))
    for (const digit of ['b', 'c', 'd']) await gives(who, print(digit))
    expect(Object.keys((await who.book()).state.evidence)).toHaveLength(500)
    const kept = await everythingKept(stage)
    expect(['b', 'c', 'd'].map((digit) => kept.includes(digit.repeat(64)))).toEqual([true, true, false])
  })

  test('of several has one receipt, beside that of files', async () => {
    const stage = await openStage()
    const who = await adult(stage)
    await who.sendsFile(new Uint8Array([1, 2, 3]))
    await gives(who, print('a'))
    await gives(who, { sha256: 'c'.repeat(64) as Sha256Hex }, 'document')
    await stage.workAll()
    await stage.sendAll()
    expect(
      who.heard().filter((text) => /Received: 1 file,|Kept: 2 fingerprints,/.test(plain(text))),
    ).toHaveLength(2)
  })

  test('shows in the chat as what it is', async () => {
    const stage = await openStage()
    const who = await adult(stage)
    const { channel, account, chat } = await gives(who, print('a'))
    const { lines } = await makeChatHistory(stage.ports, stage.casebook).read({ channel, account, chat })
    expect(lines.flatMap(({ media }) => (media === undefined ? [] : [media]))).toEqual([
      { kind: 'photo', state: 'fingerprint' },
    ])
  })
})

describe('where law 10 forbids a file', () => {
  const refused = async (answer: string, printPage?: string): Promise<Person> => {
    const stage = await openStage()
    if (printPage !== undefined) Object.assign(stage.ports, { printPage })
    const who = await ofAge(stage, answer)
    await who.sendsFile(new Uint8Array(9))
    return who
  }

  test.each(['me, 16-17', 'skip'])(
    'the refusal names the page of ours where a fingerprint can be made (%s)',
    async (answer) => {
      const who = await refused(answer, 'https://chat.example.org/chat#fingerprint')
      expect(heardBy(who)).toContain('https://chat.example.org/chat#fingerprint')
      expect(await evidenceOf(who)).toEqual([])
    },
  )

  test('in the web chat it is offered in its own place, without a link', async () => {
    const stage = await openStage()
    Object.assign(stage.ports, { printPage: 'https://chat.example.org/chat#fingerprint' })
    const who = await ofAge(stage, 'me, 16-17')
    const { chat } = await who.sends({ kind: 'start' })
    const item = who.inbound(
      { kind: 'media', media: { kind: 'photo', capture: 'as_sent', ref: '' } },
      { channel: 'webchat' },
    )
    const { says = [] } = respond(stage.ports, await stage.casebook.load((await who.book()).row.caseId), {
      inbound: 'inbound' as InboundId,
      item: { ...item, chat },
      supplies: {
        now: stage.clock.now(),
        code: '' as CaseCode,
        evidence: ['one', 'two'] as EvidenceId[],
        access: { numbers: [] },
        dice: '0000',
      },
    })
    expect(says[0]?.key).toBe('media-refused-age-here')
  })

  test('it names none where there is none', async () => {
    const who = await refused('me, 16-17')
    const said = plain(who.heard().find((text) => text.includes('not opened and not kept')) ?? '')
    expect(said).not.toBe('')
    expect(said).not.toMatch(/https?:|fingerprint/)
  })
})

describe('what goes to platforms', () => {
  const rowsOf = async (
    stage: Stage,
    form: 'csv' | 'threatexchange' = 'csv',
  ): Promise<readonly ListRow[]> => {
    const all: ListRow[] = []
    for await (const rows of shareFingerprints(stage.ports, stage.casebook, stage.store.ledger.cases(), {
      form,
      by: 'command-line',
    }))
      all.push(...rows)
    return all
  }

  const agree = async (who: Person): Promise<void> => {
    await who.says('consents')
    await who.presses(labelOf('scope-hashes-to-platforms'))
  }

  test('is asked about file by file once the person agreed in general, and only a yes for a file lets it go', async () => {
    const stage = await openStage()
    const who = await adult(stage)
    for (const digit of ['1', '2', '3']) await gives(who, print(digit))
    await stage.workAll()
    await agree(who)
    expect(lastOf(who)).toContain('File 1 of 3')
    await who.presses(labelOf('access-share-yes'))
    expect(lastOf(who)).toContain('File 2 of 3')
    await who.says('2')
    expect(lastOf(who)).toContain('File 3 of 3')
    await who.says('skip')
    expect((await rowsOf(stage)).map(({ sha256 }) => sha256)).toEqual(['1'.repeat(64)])
    const { events, state } = await who.book()
    const shared = events.flatMap(({ event }) => (event.type === 'fingerprints_shared' ? [event] : []))
    expect(shared).toEqual([
      {
        type: 'fingerprints_shared',
        evidence: [Object.keys(state.evidence).at(-3)],
        form: 'csv',
        by: 'command-line',
      },
    ])
  })

  test('can be taken back: of one file, or of all by the general consent', async () => {
    const stage = await openStage()
    const who = await adult(stage)
    for (const digit of ['1', '2']) await gives(who, print(digit))
    await stage.workAll()
    await agree(who)
    await who.says('yes')
    await who.says('yes')
    expect(await rowsOf(stage)).toHaveLength(2)
    await who.says('show me what you have')
    await who.presses('Fingerprints')
    await who.presses(labelOf('access-share-no'))
    await who.says('skip')
    expect((await rowsOf(stage)).map(({ sha256 }) => sha256)).toEqual(['2'.repeat(64)])
    await agree(who)
    expect(await rowsOf(stage)).toEqual([])
    expect((await typesOf(who)).filter((type) => type === 'fingerprints_shared')).toHaveLength(2)
  })

  test('is asked with the receipt of what comes later', async () => {
    const stage = await openStage()
    const who = await adult(stage)
    await agree(who)
    await gives(who, print('7'))
    await stage.workAll()
    await stage.sendAll()
    expect(lastOf(who)).toContain('File 1 of 1')
    await who.says('something else entirely, which is no answer')
    expect((await evidenceOf(who))[0]?.shareable).toBeUndefined()
    await who.presses(labelOf('access-share-yes'))
    expect(await rowsOf(stage)).toHaveLength(1)
  })

  test('is asked with a receipt about what came with it alone, not about what was passed over before', async () => {
    const stage = await openStage()
    const who = await adult(stage)
    await gives(who, print('1'))
    await stage.workAll()
    await agree(who)
    expect(lastOf(who)).toContain('File 1 of 1')
    await who.says('skip')
    await gives(who, print('2'))
    await stage.workAll()
    await stage.sendAll()
    expect(lastOf(who)).toContain('File 2 of 2')
  })

  test('is nothing of somebody under 18, of unknown age, or who may be a child, whatever was agreed to', async () => {
    const stage = await openStage()
    for (const answer of ['me, 16-17', 'skip', 'someone under 18']) {
      const who = await ofAge(stage, answer)
      await gives(who, print('5'))
      await stage.workAll()
      await agree(who)
      expect(heardBy(who)).toContain('takeitdown')
      expect(heardBy(who)).not.toContain('File 1 of 1')
      expect(await rowsOf(stage)).toEqual([])
    }
    const who = await adult(stage)
    await gives(who, print('6'))
    await stage.workAll()
    await agree(who)
    await who.says('yes')
    expect(await rowsOf(stage)).toHaveLength(1)
    await who.says('I am 15 years old')
    expect(await rowsOf(stage)).toEqual([])
  })

  test('is nothing that is too poor to be compared, no picture, refused, or erased', async () => {
    const stage = await openStage()
    const who = await adult(stage)
    await gives(who, print('8', 49))
    await gives(who, { sha256: '9'.repeat(64) as Sha256Hex })
    await gives(who, { sha256: 'd'.repeat(64) as Sha256Hex }, 'document')
    await stage.workAll()
    await agree(who)
    await who.says('yes')
    await who.says('yes')
    expect(await rowsOf(stage)).toEqual([])
    await gives(who, print('e', 50))
    await stage.workAll()
    await stage.sendAll()
    await who.says('yes')
    expect(await rowsOf(stage)).toHaveLength(1)
    await who.says('erase')
    await who.says('yes')
    await stage.workAll()
    expect(await rowsOf(stage)).toEqual([])
  })

  test('has the MD5 that the examination read, and a video goes by it alone', async () => {
    const stage = await openStage()
    const who = await adult(stage)
    await who.sendsFile(new Uint8Array([1, 2, 3]), { kind: 'video' })
    await stage.workAll()
    const [id] =
      Object.entries((await who.book()).state.evidence).find(([, { kind }]) => kind === 'video') ?? []
    const caseId = (await who.book()).row.caseId
    await stage.casebook.append(caseId, () => ({
      actor: 'system',
      events: [
        {
          type: 'evidence_examined',
          evidence: id as EvidenceId,
          results: [
            { aspect: 'digest', found: 'found', tool: 'a later tool', facts: { md5: 'f'.repeat(32) } },
          ],
          derived: [],
        },
      ],
    }))
    await agree(who)
    await who.says('yes')
    expect(await rowsOf(stage)).toMatchObject([{ mediaType: 'video', md5: 'f'.repeat(32) }])
  })
})

describe('a list', () => {
  const rows: readonly ListRow[] = [
    {
      pdq: { hash: 'b'.repeat(64), quality: 90 },
      md5: '2'.repeat(32),
      sha256: '1'.repeat(64),
      mediaType: 'photo',
      created: '2026-11-24',
    },
    { md5: '3'.repeat(32), sha256: '4'.repeat(64), mediaType: 'video', created: '2026-11-23' },
    {
      pdq: { hash: 'a'.repeat(64), quality: 50 },
      sha256: '5'.repeat(64),
      mediaType: 'photo',
      created: '2026-11-24',
    },
  ]

  test('as CSV has a head, sorted lines, and no repeats', () => {
    expect(writeList('csv', [...rows, ...rows])).toBe(
      [
        'pdq_hex,quality,md5,sha256,media_type,created',
        `,,${'3'.repeat(32)},${'4'.repeat(64)},video,2026-11-23`,
        `${'a'.repeat(64)},50,,${'5'.repeat(64)},photo,2026-11-24`,
        `${'b'.repeat(64)},90,${'2'.repeat(32)},${'1'.repeat(64)},photo,2026-11-24`,
        '',
      ].join('\n'),
    )
    expect(writeList('csv', [])).toBe('pdq_hex,quality,md5,sha256,media_type,created\n')
  })

  test('for ThreatExchange has a signal a line', () => {
    expect(writeList('threatexchange', [...rows, ...rows])).toBe(
      [
        `md5 ${'2'.repeat(32)}`,
        `md5 ${'3'.repeat(32)}`,
        `pdq ${'a'.repeat(64)}`,
        `pdq ${'b'.repeat(64)}`,
        '',
      ].join('\n'),
    )
    expect(writeList('threatexchange', [])).toBe('')
  })
})
