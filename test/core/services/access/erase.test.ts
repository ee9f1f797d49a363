import { describe, expect, test } from 'vitest'
import { TELEGRAM_CAPABILITIES } from '../../../../adapters/channels/telegram/capabilities.ts'
import { WEBCHAT_CAPABILITIES } from '../../../../adapters/channels/webchat/limits.ts'
import { WHATSAPP_CAPABILITIES } from '../../../../adapters/channels/whatsapp/capabilities.ts'
import { makeChatHistory } from '../../../../core/services/access/history.ts'
import { verifyStore } from '../../../../core/custody/verify-case.ts'
import { describeFault } from '../../../../core/custody/store-fault.ts'
import { hours, minutes, seconds } from '../../../../core/base/units.ts'
import { agent, openStage, openStageOn, reachStory, type Person, type Stage } from '../../../build/stage.ts'
import { setSecrets, submit } from './people.ts'

const NOOR = agent('Noor')

const faultsOf = async (ports: Stage['ports']): Promise<string[]> => {
  const faults: string[] = []
  for await (const fault of verifyStore(ports)) faults.push(describeFault(fault))
  return faults
}

const objects = async ({ vault }: Stage): Promise<number> => {
  let count = 0
  for await (const _ of vault.list()) count += 1
  return count
}

/** A state of the case from which everything is asked to be erased. */
const STATES: readonly (readonly [string, (stage: Stage, person: Person) => Promise<unknown>])[] = [
  ['before anything was asked', async (_, person) => person.says('hello')],
  ['before consent', async (_, person) => person.sends({ kind: 'start' })],
  ['in the middle of the questions', async (_, person) => reachStory(person)],
  ['at the review', async (_, person) => submit(person)],
  ['while a PIN is asked for', async (_, person) => (await submit(person), person.says('code'))],
  [
    'while an agent has it',
    async (stage, person) => {
      await submit(person)
      await stage.desk.claim(await person.code(), NOOR)
    },
  ],
  [
    'after it was closed',
    async (stage, person) => {
      await submit(person)
      await stage.desk.claim(await person.code(), NOOR)
      await stage.desk.close(await person.code(), NOOR, 'resolved')
    },
  ],
  // Who was told neither PIN nor code erases nothing out of a chat that was left: go-on.test.ts.
  [
    'after leaving by quick exit, with the code',
    async (_, person) => (await submit(person), await person.says('0'), person.says(await person.code())),
  ],
  [
    'after leaving by quick exit, with the PIN',
    async (_, person) => (
      await submit(person),
      await setSecrets(person, { pin: '483917' }),
      await person.says('0'),
      await person.says('erase'),
      person.says('483917')
    ),
  ],
  [
    'after stopping because somebody watches',
    async (_, person) => (
      await person.sends({ kind: 'start' }),
      await person.says('continue'),
      person.says('being watched')
    ),
  ],
  ['while paused', async (_, person) => (await reachStory(person), person.says('stop'))],
]

/** What stands in an emptied chat: nothing that tells of a case. */
const EVERYDAY = /^(?:Tea|Lentil soup|Rice): /

describe('erasing on the person’s own word', () => {
  test.each(STATES)('works %s', async (_, reach) => {
    const stage = await openStage()
    const person = stage.person('1')
    await reach(stage, person)
    const code = await person.code()
    await person.says('erase')
    expect(await stage.store.views.byCode(code)).not.toMatchObject({ status: 'erased' })
    await person.presses('Erase everything')
    await stage.workAll()
    await stage.sendAll()
    expect(await stage.desk.open(code)).toBe('erased')
    expect(await objects(stage)).toBe(0)
    expect(await faultsOf(stage.ports)).toEqual([])
    expect(person.hears()).toMatch(EVERYDAY)
  })

  test.each(['PIN', 'code'])(
    'out of a chat that was left takes its %s first, and whoever has only the phone erases nothing',
    async (key) => {
      const stage = await openStage()
      const person = stage.person('1')
      await submit(person)
      if (key === 'PIN') await setSecrets(person, { pin: '483917' })
      const code = await person.code()
      await person.says('0')
      for (const word of ['erase', '1', 'yes', 'erase', 'Erase everything']) await person.says(word)
      await stage.workAll()
      expect(await stage.store.views.byCode(code)).not.toMatchObject({ status: 'erased' })
      expect(person.heard().join('\n')).toMatch(/the PIN or the return code/)
      expect(person.heard().join('\n')).not.toMatch(/Erase everything\?/)
    },
  )

  test.each(['نعم', 'بەڵێ', 'yes', '1', 'Erase everything', 'مسح كل شيء'])(
    'is confirmed by «%s»',
    async (word) => {
      const stage = await openStage()
      const person = stage.person('1')
      await reachStory(person)
      const code = await person.code()
      await person.says('erase')
      await person.says(word)
      await stage.workAll()
      expect(await stage.desk.open(code)).toBe('erased')
    },
  )

  test.each(['no', 'لا', '2', 'what does that mean exactly', 'human', 'skip'])(
    'is not confirmed by «%s»',
    async (word) => {
      const stage = await openStage()
      const person = stage.person('1')
      await reachStory(person)
      const code = await person.code()
      await person.says('erase')
      await person.says(word)
      await person.says('1')
      await stage.workAll()
      expect(await stage.store.views.byCode(code)).not.toMatchObject({ status: 'erased' })
    },
  )

  test('a yes that comes an hour later, and the button of an old question, erase nothing', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const code = await person.code()
    await person.says('erase')
    stage.clock.advance(hours(1))
    await person.says('yes')
    await person.presses('Erase everything')
    await stage.workAll()
    expect(await stage.store.views.byCode(code)).not.toMatchObject({ status: 'erased' })
    expect(person.hears()).toMatch(/^Erase everything that we hold for this chat now/)
  })

  test('wipes the chat and leaves a line that tells nothing, with the code, the time and the hash in no message', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const code = await person.code()
    const before = person.heard().length
    await person.says('erase')
    await person.says('yes')
    await stage.workAll()
    await stage.sendAll()
    const [, ...after] = person.heard().slice(before)
    expect(after).toEqual([expect.stringMatching(EVERYDAY)])
    expect(after.join()).not.toContain(code)
  })

  test.each([
    ['Erase, with proof of it', TELEGRAM_CAPABILITIES.app, TELEGRAM_CAPABILITIES],
    ['3', TELEGRAM_CAPABILITIES.app, TELEGRAM_CAPABILITIES],
    ['3', WHATSAPP_CAPABILITIES.app, WHATSAPP_CAPABILITIES],
    ['3', WEBCHAT_CAPABILITIES.app, WEBCHAT_CAPABILITIES],
  ] as const)(
    'with «%s» the proof names code, time and the hash of the tombstone, and is taken back after a minute (%s)',
    async (word, _, capabilities) => {
      const stage = await openStageOn(capabilities)
      const person = stage.person('1')
      await reachStory(person)
      const code = await person.code()
      await person.says('erase')
      await person.says(word)
      await stage.workAll()
      await stage.sendAll()
      const tombstone = (await stage.desk.custody(code))?.entries.at(-1)
      expect(person.heard().at(-2)).toMatch(EVERYDAY)
      // Each stands in a line of its own, to be copied whichever way the text runs.
      const lines = person
        .hears()
        .split('\n')
        .map((line) => line.replaceAll(/[\u2066-\u2069]/g, ''))
      expect(lines).toContain(code)
      expect(lines).toContain(tombstone?.hash)
      expect(person.hears()).toMatch(
        /^Erased, \u2068?\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d, \d\d:\d\d/,
      )
      expect(person.hears()).toMatch(/stays with those who received it/)
      const certificate = `ours-${stage.channel.sent.length}`
      expect(stage.channel.sent.at(-1)?.content).toMatchObject({ kind: 'text', text: person.hears() })
      // What is said in the chat meanwhile does not wait for it.
      await person.says('hello')
      expect(person.hears()).not.toContain(code)
      const since = stage.channel.sent.length
      stage.clock.advance(seconds(61))
      await stage.sendAll()
      expect(stage.channel.sent.slice(since).map(({ content }) => content)).toEqual([
        { kind: 'wipe', messages: [certificate] },
      ])
    },
  )

  test('wipes what both sides said', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('erase')
    await person.says('yes')
    await stage.workAll()
    await stage.sendAll()
    const wiped = stage.channel.sent.flatMap((one) =>
      one.content.kind === 'wipe' ? one.content.messages : [],
    )
    expect(wiped).toEqual(expect.arrayContaining(['1', '2', '3', '4', '5']))
    expect(wiped.filter((message) => message.startsWith('ours-')).length).toBeGreaterThan(5)
  })

  test('who writes again begins anew', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const code = await person.code()
    await person.says('erase')
    await person.says('yes')
    await person.says('hello again')
    await stage.workAll()
    await stage.sendAll()
    expect(await person.code()).not.toBe(code)
    expect(JSON.stringify((await person.book()).lines)).toContain('hello again')
  })

  test('an agent who holds the case sees it coming, and what they were about to say goes nowhere', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    const code = await person.code()
    await stage.desk.claim(code, NOOR)
    await stage.sendAll()
    const { state } = await person.book()
    await stage.desk.say(code, NOOR, 'One moment', state.version)
    await person.says('erase')
    await person.says('yes')
    expect((await person.book()).lines.at(-1)).toMatchObject({
      from: 'event',
      event: { type: 'erase_confirmed' },
    })
    await stage.workAll()
    await stage.sendAll()
    expect((await stage.desk.say(code, NOOR, 'One moment', 99)).status).toBe('erased')
    expect(person.hears()).toMatch(EVERYDAY)
  })

  test('in the middle of an upload leaves no object and asks for no file', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.sendsFile(new Uint8Array([1, 2, 3]))
    await person.says('erase')
    await person.says('yes')
    await stage.workAll()
    expect(await objects(stage)).toBe(0)
    expect([...stage.channel.files]).toEqual([])
  })

  const MINE = { channel: 'telegram', account: 'bot', chat: '1' } as const

  test('leaves an everyday line on the page of the web chat, which is not said to be closed', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('erase')
    await person.says('yes')
    await stage.workAll()
    const view = await makeChatHistory(stage.ports, stage.casebook).read(MINE)
    expect(view).toMatchObject({
      mode: 'bot',
      media: 'consent',
      lines: [{ from: 'bot', text: expect.stringMatching(EVERYDAY) }],
    })
  })

  test('shows the proof that was wanted on the page for a minute', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const code = await person.code()
    await person.says('erase')
    await person.says('Erase, with proof of it')
    await stage.workAll()
    const history = makeChatHistory(stage.ports, stage.casebook)
    const shown = await history.read(MINE)
    expect(shown.lines.at(-1)?.text).toContain(code)
    stage.clock.advance(seconds(61))
    const later = await history.read(MINE)
    expect(later.lines).toEqual([expect.objectContaining({ text: expect.stringMatching(EVERYDAY) })])
    expect(later.version).toBeGreaterThan(shown.version)
  })
})

describe('a crash in the middle of erasing', () => {
  const confirmed = async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await stage.workAll()
    const code = await person.code()
    const { caseId } = (await person.book()).row
    await person.says('erase')
    await person.says('Erase, with proof of it')
    return { stage, person, code, caseId }
  }

  const breaks: readonly (readonly [string, (stage: Stage) => { mend: () => void }])[] = [
    [
      'before the tombstone',
      ({ store }) => {
        const { commit } = store.ledger
        Object.assign(store.ledger, {
          commit: (one: Parameters<typeof commit>[0]) =>
            one.kinds.includes('case_erased') ? Promise.reject(new Error('cut')) : commit(one),
        })
        return { mend: () => void Object.assign(store.ledger, { commit }) }
      },
    ],
    [
      'before the key went',
      ({ sealer }) => {
        const { destroy } = sealer
        Object.assign(sealer, { destroy: () => Promise.reject(new Error('cut')) })
        return { mend: () => void Object.assign(sealer, { destroy }) }
      },
    ],
    [
      'before the objects went',
      ({ vault }) => {
        const { remove } = vault
        Object.assign(vault, { remove: () => Promise.reject(new Error('cut')) })
        return { mend: () => void Object.assign(vault, { remove }) }
      },
    ],
    [
      'before the job ended',
      ({ store }) => {
        const { finish } = store.jobs
        Object.assign(store.jobs, { finish: () => Promise.reject(new Error('cut')) })
        return { mend: () => void Object.assign(store.jobs, { finish }) }
      },
    ],
  ]

  test.each(breaks)('%s: the job finishes it, and the proof comes once', async (_, cut) => {
    const { stage, person, code, caseId } = await confirmed()
    const { mend } = cut(stage)
    await expect(stage.workAll()).rejects.toThrow('cut')
    mend()
    stage.clock.advance(hours(2))
    await stage.workAll()
    await stage.sendAll()
    expect(await stage.keys.get(caseId)).toBe('destroyed')
    expect(await objects(stage)).toBe(0)
    expect(await stage.desk.open(code)).toBe('erased')
    expect(person.heard().filter((text) => text.includes('Proof:'))).toHaveLength(1)
    expect(await stage.store.jobs.nextDue()).toSatisfy(
      (due: number | undefined) => due === undefined || due > stage.clock.now(),
    )
  })
})

describe('what is kept no longer', () => {
  const away = async (stage: Stage, by: number): Promise<void> => stage.passTime(hours(by))

  test('a report that was not sent goes 72 hours after the last message, not before', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const code = await person.code()
    await away(stage, 60)
    for (const text of ['it went on for two months like that', 'none']) await person.says(text)
    await away(stage, 60)
    expect(await stage.desk.open(code)).not.toBe('erased')
    await away(stage, 20)
    expect(await stage.desk.open(code)).toBe('erased')
    expect(await faultsOf(stage.ports)).toEqual([])
    expect(person.hears()).toMatch(/no longer kept/)
  })

  test('nobody is told on a phone that others look at', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.sends({ kind: 'start' })
    await person.says('continue')
    await person.says('shared')
    const code = await person.code()
    const said = person.heard().length
    await away(stage, 100)
    expect(await stage.desk.open(code)).toBe('erased')
    expect(person.heard()).toHaveLength(said)
  })

  test.each<readonly [string, (stage: Stage, person: Person) => Promise<unknown>]>([
    ['somebody is in danger', async (_, person) => person.says('urgent')],
    ['the person called for somebody', async (_, person) => person.says('human')],
    [
      'a member of the team wrote a note',
      async (stage, person) => stage.desk.note(await person.code(), NOOR, 'seen'),
    ],
    [
      'a member of the team had it',
      async (stage, person) => {
        await stage.desk.claim(await person.code(), NOOR)
        await stage.desk.release(await person.code(), NOOR, 'bot')
      },
    ],
  ])('a report that was not sent stays where %s', async (_, act) => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const code = await person.code()
    await act(stage, person)
    await away(stage, 24 * 8)
    expect(await stage.desk.open(code)).not.toBe('erased')
  })

  test('what is closed goes after half a year, and not where the person comes back', async () => {
    const stage = await openStage()
    const codes = []
    for (const chat of ['1', '2']) {
      const person = stage.person(chat)
      await submit(person)
      const code = await person.code()
      await stage.desk.claim(code, NOOR)
      await stage.desk.close(code, NOOR, 'resolved')
      codes.push(code)
    }
    await away(stage, 24 * 170)
    await stage.person('2').says('it began again')
    await away(stage, 24 * 20)
    expect(await stage.desk.open(codes[0]!)).toBe('erased')
    expect(await stage.desk.open(codes[1]!)).not.toBe('erased')
  })

  test('what can wait longest goes after a month without a word', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    const code = await person.code()
    await stage.desk.claim(code, NOOR)
    await stage.desk.setSeverity(code, NOOR, 'P4', 'nothing new')
    await stage.desk.release(code, NOOR, 'bot')
    await away(stage, 24 * 28)
    expect(await stage.desk.open(code)).not.toBe('erased')
    await away(stage, 24 * 8)
    expect(await stage.desk.open(code)).toBe('erased')
  })

  test('there is one timer a case, however long it lives', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    for (let n = 0; n < 5; n += 1) {
      await person.says(`more words about it, part ${n}`)
      await away(stage, 50)
    }
    const expiring = (
      await stage.store.jobs.claim(
        { owner: 'test', now: (stage.clock.now() + hours(24 * 365)) as never, until: Infinity as never },
        100,
      )
    ).filter((job) => job.kind === 'expire')
    expect(expiring).toHaveLength(1)
  })

  test('a message that comes in the very moment of the end is not lost', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const code = await person.code()
    stage.clock.advance(hours(80))
    await person.says('I am back')
    await stage.passTime(minutes(1))
    expect(await stage.desk.open(code)).not.toBe('erased')
  })

  test('secrets go with everything else', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await setSecrets(person, { pin: '483917' })
    const code = await person.code()
    await person.says('erase')
    await person.says('yes')
    await stage.workAll()
    const other = stage.person('2')
    await other.says('return')
    await other.says(code)
    await other.says('483917')
    await stage.workAll()
    expect(other.hears()).toMatch(/opens nothing/)
  })
})
