import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeIdentity } from '../../../../adapters/channels/whatsapp/identity.ts'
import type { SealedTable } from '../../../../adapters/channels/whatsapp/journal-row.ts'
import { makeJournal } from '../../../../adapters/channels/whatsapp/journal.ts'
import { makeSealing } from '../../../../adapters/channels/whatsapp/sealing.ts'
import { openSessionFile } from '../../../../adapters/channels/whatsapp/session-file.ts'
import { makeSessionStore } from '../../../../adapters/channels/whatsapp/session-store.ts'
import { LID, makeNames, makeTable, PN } from './rows.ts'

const LID2 = '100000000000008@lid'
const PN2 = '9647709999999@s.whatsapp.net'

const start = () => {
  const table = makeTable()
  return { table, ...makeIdentity(table, makeNames()) }
}

describe('a person', () => {
  test('is one contact however they are addressed, once WhatsApp said that it is them', () => {
    const { meet } = start()
    const first = meet({ row: 1, chat: LID, alt: PN })
    expect(meet({ row: 2, chat: LID })).toBe(first)
    expect(meet({ row: 3, chat: PN })).toBe(first)
    expect(meet({ row: 4, chat: PN, alt: LID })).toBe(first)
    expect(meet({ row: 5, chat: LID2 })).not.toBe(first)
  })

  test('stays the same when the other address becomes known later', () => {
    for (const [chat, alt] of [
      [LID, PN],
      [PN, LID],
    ] as const) {
      const { meet, join } = start()
      const first = meet({ row: 1, chat })
      join({ lid: LID, pn: PN })
      expect(meet({ row: 2, chat: alt })).toBe(first)
    }
  })

  test('is never guessed: two addresses without a word from WhatsApp are two contacts', () => {
    const { meet } = start()
    expect(meet({ row: 1, chat: LID })).not.toBe(meet({ row: 2, chat: PN }))
  })

  test('is answered where they wrote from last, with the timer of their chat', () => {
    const { meet, reach, setTimer } = start()
    const contact = meet({ row: 1, chat: LID, alt: PN })
    expect(reach(contact)).toEqual({ jid: LID, timer: 0 })
    setTimer(contact, 86_400)
    meet({ row: 2, chat: PN, alt: LID })
    expect(reach(contact)).toEqual({ jid: PN, timer: 86_400 })
    expect(reach('somebody')).toBeUndefined()
  })

  test('costs nothing to meet again', () => {
    const { table, meet, setTimer } = start()
    const contact = meet({ row: 1, chat: LID, alt: PN })
    const before = table.puts()
    meet({ row: 2, chat: LID, alt: PN })
    setTimer(contact, 0)
    expect(table.puts()).toBe(before)
  })

  test('who never wrote is not remembered', () => {
    const { table, join } = start()
    join({ lid: LID, pn: PN })
    join({ lid: PN, pn: LID })
    expect(table.ids()).toEqual([])
  })
})

describe('two contacts that are one', () => {
  test.each([
    ['the number', PN, LID],
    ['the hidden id', LID, PN],
  ])('go on as the older, which came under %s', (_, older, younger) => {
    const { meet, join, reach } = start()
    const first = meet({ row: 1, chat: older })
    const second = meet({ row: 2, chat: younger })
    join({ lid: LID, pn: PN })
    expect(meet({ row: 3, chat: younger })).toBe(first)
    expect(meet({ row: 4, chat: older })).toBe(first)
    // The case of the other one can still be answered.
    expect(reach(second)).toEqual({ jid: older, timer: 0 })
  })

  test.each([
    ['the number', PN, LID],
    ['the hidden id', LID, PN],
  ])('give the rows from before once more as they were, the older under %s', (_, older, younger) => {
    const { meet, join } = start()
    const rows = [
      { row: 1, chat: older },
      { row: 2, chat: younger },
      { row: 3, chat: older },
      { row: 4, chat: younger },
    ]
    const before = rows.map(meet)
    join({ lid: LID, pn: PN })
    meet({ row: 5, chat: LID, alt: PN })
    expect(rows.map(meet)).toEqual(before)
    join({ lid: LID, pn: PN })
    expect(rows.map(meet)).toEqual(before)
    expect(meet({ row: 6, chat: younger })).toBe(before[0])
  })

  test('are joined by a message that names both', () => {
    const { meet } = start()
    const first = meet({ row: 1, chat: LID })
    meet({ row: 2, chat: PN })
    expect(meet({ row: 3, chat: PN, alt: LID })).toBe(first)
    expect(meet({ row: 4, chat: PN })).toBe(first)
  })

  test('go on as the one whose rows went out under both addresses, even where it is the younger', () => {
    const { meet, join } = start()
    meet({ row: 1, chat: PN2 })
    const known = meet({ row: 2, chat: LID, alt: PN })
    join({ lid: LID, pn: PN2 })
    expect(meet({ row: 2, chat: LID })).toBe(known)
    expect(meet({ row: 3, chat: LID })).toBe(known)
    expect(meet({ row: 4, chat: PN2 })).toBe(known)
  })

  test('share the timer that was seen last', () => {
    const { meet, join, setTimer, reach } = start()
    const first = meet({ row: 1, chat: LID })
    const second = meet({ row: 2, chat: PN })
    join({ lid: LID, pn: PN })
    setTimer(first, 604_800)
    expect(reach(second)?.timer).toBe(604_800)
  })
})

describe('a number that changes hands', () => {
  test('leads to its new owner, and the old one keeps their case', () => {
    const { meet, join } = start()
    const old = meet({ row: 1, chat: LID, alt: PN })
    const next = meet({ row: 2, chat: LID2, alt: PN })
    expect(next).not.toBe(old)
    expect(meet({ row: 3, chat: PN })).toBe(next)
    expect(meet({ row: 4, chat: LID })).toBe(old)
    join({ lid: LID, pn: PN2 })
    expect(meet({ row: 5, chat: PN2 })).toBe(old)
    expect(meet({ row: 6, chat: PN })).toBe(next)
  })

  test('leads to nobody who wrote, where its new owner never did', () => {
    const { meet, join } = start()
    const old = meet({ row: 1, chat: LID, alt: PN })
    join({ lid: LID2, pn: PN })
    expect(meet({ row: 2, chat: PN })).not.toBe(old)
    expect(meet({ row: 3, chat: LID })).toBe(old)
  })

  test('is given up with the new number of its owner', () => {
    const { meet } = start()
    const contact = meet({ row: 1, chat: LID, alt: PN })
    expect(meet({ row: 2, chat: LID, alt: PN2 })).toBe(contact)
    expect(meet({ row: 3, chat: PN2 })).toBe(contact)
    expect(meet({ row: 4, chat: PN })).not.toBe(contact)
  })
})

test('whatever is learnt in whatever order, nobody who has another hidden id ends in the same contact', () => {
  const lids = ['1@lid', '2@lid', '3@lid']
  const pns = ['11@s.whatsapp.net', '12@s.whatsapp.net', '13@s.whatsapp.net']
  const step = fc.record({
    lid: fc.constantFrom(...lids),
    pn: fc.constantFrom(...pns),
    how: fc.constantFrom('lid', 'pn', 'both', 'join'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const { meet, join, reach } = start()
      steps.forEach(({ lid, pn, how }, row) => {
        if (how === 'join') return join({ lid, pn })
        const contact = meet(
          how === 'pn' ? { row, chat: pn } : { row, chat: lid, ...(how === 'both' ? { alt: pn } : {}) },
        )
        // Mapped once more at once, as after a crash, it is the same.
        expect(
          meet(how === 'pn' ? { row, chat: pn } : { row, chat: lid, ...(how === 'both' ? { alt: pn } : {}) }),
        ).toBe(contact)
        expect(reach(contact)?.jid).toBe(how === 'pn' ? pn : lid)
      })
      const owners = lids.map((chat) => meet({ row: 1_000, chat }))
      expect(new Set(owners).size).toBe(lids.length)
    }),
    { numRuns: 400 },
  )
})

test('rows that come once more after everything was learnt are of the contacts they were of', () => {
  const people = [1, 2, 3].map((n) => ({ lid: `${n}@lid`, pn: `${n}@s.whatsapp.net` }))
  const step = fc.record({
    who: fc.constantFrom(...people),
    how: fc.constantFrom('lid', 'pn', 'lid and pn', 'pn and lid', 'join'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const { meet, join } = start()
      const rows = steps.map(({ who: { lid, pn }, how }, row) => {
        if (how === 'join') return () => join({ lid, pn })
        const chat = how.startsWith('lid') ? lid : pn
        const alt = how.includes('and') ? { alt: chat === lid ? pn : lid } : {}
        return () => meet({ row, chat, ...alt })
      })
      const before = rows.map((run) => run())
      expect(rows.map((run) => run())).toEqual(before)
    }),
    { numRuns: 400 },
  )
})

describe('in the session file', () => {
  const open = (
    file: string,
    key: Uint8Array,
  ): { readonly contacts: SealedTable; readonly close: () => void } => {
    const session = openSessionFile(file)
    const sealing = makeSealing(key)
    return {
      contacts: makeSessionStore(session, sealing, makeJournal(session, sealing, 'main')).contacts,
      close: session.close,
    }
  }

  test('contacts outlive the process, and no address can be read there', () => {
    const dir = mkdtempSync(join(tmpdir(), 'amin-contacts-'))
    const file = join(dir, 'session.db')
    const key = randomBytes(32)
    try {
      const first = open(file, key)
      const contact = makeIdentity(first.contacts, makeNames()).meet({ row: 1, chat: LID, alt: PN })
      first.close()
      const second = open(file, key)
      const identity = makeIdentity(second.contacts, () => 'another')
      expect(identity.meet({ row: 2, chat: PN })).toBe(contact)
      expect(identity.reach(contact)).toEqual({ jid: PN, timer: 0 })
      second.close()
      expect(readFileSync(file).toString('latin1')).not.toMatch(/9647701234567|100000000000007/)
    } finally {
      rmSync(dir, { recursive: true })
    }
  })

  test('a contact that a later version wrote is not taken for a new one', () => {
    const { table, meet } = start()
    const contact = meet({ row: 1, chat: LID })
    table.put([[`contact ${contact}`, Buffer.from('{"v":2}')]])
    expect(() => meet({ row: 2, chat: LID })).toThrow(
      expect.objectContaining({ code: 'store_broken' }) as Error,
    )
  })
})
