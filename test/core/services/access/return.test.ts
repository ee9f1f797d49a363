import { describe, expect, test } from 'vitest'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { hours, minutes } from '../../../../core/base/units.ts'
import { agent, openStage, reachStory, phrases as texts } from '../../../build/stage.ts'
import { comeBack, everythingKept, setSecrets, submit } from './people.ts'

const PIN = '483917'

const withCase = async () => {
  const stage = await openStage()
  const person = stage.person('old')
  await submit(person)
  await setSecrets(person, { pin: PIN, decoy: 'kolkwitzia', duress: 'zinnober' })
  const code = await person.code()
  const { caseId } = (await person.book()).row
  return { stage, person, code, caseId, elsewhere: stage.person('new') }
}

describe('coming back with code and PIN', () => {
  test('moves the case to the new chat, says what waits there, and lets the old chat go', async () => {
    const { stage, person, code, caseId, elsewhere } = await withCase()
    await comeBack(elsewhere, code, PIN)
    await stage.workAll()
    await stage.sendAll()
    const book = await elsewhere.book()
    expect(book.row).toMatchObject({ caseId, code })
    expect(elsewhere.heard().at(-2)).toContain('is here now')
    expect(elsewhere.heard().at(-2)).not.toContain(code)
    await elsewhere.says('he wrote to me again')
    expect((await elsewhere.book()).lines.findLast((line) => line.from === 'person')).toMatchObject({
      message: { body: { text: 'he wrote to me again' } },
    })
    await person.says('who is there')
    expect((await person.book()).row.caseId).not.toBe(caseId)
    expect(JSON.stringify((await elsewhere.book()).lines)).not.toContain('who is there')
  })

  test.each([
    ['chose it', 'العربية'],
    ['wrote in it first', 'مرحبا أحتاج مساعدة'],
  ])('is spoken of in the language of who %s, in whatever letters the wish is written', async (_, words) => {
    const { elsewhere } = await withCase()
    await elsewhere.says(words)
    expect((await elsewhere.book()).state.language).toBe('ar')
    await elsewhere.says('return')
    expect((await elsewhere.book()).state.language).toBe('ar')
    expect(elsewhere.hears()).toMatch(/[\u0600-\u06ff]/)
  })

  test('is spoken of in the language that was chosen by a button, in whatever letters the wish is written', async () => {
    const { elsewhere } = await withCase()
    await elsewhere.sends({ kind: 'command', command: 'language' })
    await elsewhere.presses('العربية')
    await elsewhere.says('return')
    expect((await elsewhere.book()).state.language).toBe('ar')
  })

  test('is spoken of in the language of the wish itself, where that is the first that a chat hears', async () => {
    const { elsewhere } = await withCase()
    await elsewhere.says('عودة')
    expect((await elsewhere.book()).state.language).toBe('ar')
  })

  test('lets go of the case that was begun in the new chat: who answers that one reaches nobody, and the chat is of one case', async () => {
    const { stage, code, caseId, elsewhere } = await withCase()
    await reachStory(elsewhere)
    await elsewhere.says('Another man wrote to me today and wants money')
    const left = await elsewhere.book()
    await comeBack(elsewhere, code, PIN)
    await stage.workAll()
    await stage.sendAll()
    expect((await elsewhere.book()).row.caseId).toBe(caseId)
    expect((await stage.casebook.load(left.row.caseId)).address).toBeUndefined()
    stage.clock.advance(minutes(6))
    const said = elsewhere.heard().length
    await stage.desk.claim(left.row.code, agent('Noor'))
    const { version } = await stage.casebook.load(left.row.caseId)
    await stage.desk.say(left.row.code, agent('Noor'), 'What did the other man write?', version)
    await stage.passTime(hours(48))
    await stage.sendAll()
    expect(elsewhere.heard().slice(said).join('\n')).not.toMatch(/other man|Noor/)
  })

  test.each([
    [
      'small letters and spaces',
      (code: string) => ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4).toLowerCase()} `,
    ],
    ['dashes', (code: string) => `${code.slice(0, 2)}-${code.slice(2, 6)}–${code.slice(6)}`],
    ['letters for digits', (code: string) => code.replaceAll('1', 'l').replaceAll('0', 'O')],
    ['other digits', (code: string) => code.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!)],
  ])('takes the code with %s', async (_, write) => {
    const { stage, code, caseId, elsewhere } = await withCase()
    await comeBack(elsewhere, write(code), PIN)
    await stage.workAll()
    expect((await elsewhere.book()).row.caseId).toBe(caseId)
  })

  test('begins with a link that carries the code', async () => {
    const { stage, code, caseId, elsewhere } = await withCase()
    await elsewhere.sends({ kind: 'start', payload: untrusted(code) })
    await elsewhere.says(PIN)
    await stage.workAll()
    expect((await elsewhere.book()).row.caseId).toBe(caseId)
  })

  test.each(['عودة', 'گەڕانەوە بۆ کەیس'])(
    'is asked for in every language, with the very first message: «%s»',
    async (word) => {
      const { stage, code, caseId, elsewhere } = await withCase()
      await elsewhere.says(word)
      expect(elsewhere.hears()).not.toMatch(/[a-z]{5}/i)
      await elsewhere.says(code)
      await elsewhere.says(PIN)
      await stage.workAll()
      expect((await elsewhere.book()).row.caseId).toBe(caseId)
    },
  )

  test.each(['code', 'رمز', 'کۆد', 'return', 'عودة', 'کۆدم هەیە'])(
    'begins with «%s» in a chat in which nothing was told: her code is no new PIN',
    async (word) => {
      const { stage, code, caseId, elsewhere } = await withCase()
      await elsewhere.sends({ kind: 'start' })
      await elsewhere.says(word)
      await elsewhere.says(code)
      await elsewhere.says(PIN)
      await stage.workAll()
      expect((await elsewhere.book()).row.caseId).toBe(caseId)
    },
  )

  test.each(['en', 'ar', 'ckb'] as const)(
    'with every word that stands beside the code (%s)',
    async (language) => {
      const said = texts.say(language, 'case-code', { app: 'telegram', code: '7KQ2M4XD' })
      const words = [...said.matchAll(/[“«]([^”»]+)[”»]/gu)].flatMap(([, word = '']) =>
        word === '0' ? [] : [word],
      )
      expect(words).toHaveLength(2)
      for (const word of words) {
        const { stage, code, caseId, elsewhere } = await withCase()
        await elsewhere.says(word)
        await elsewhere.says(code)
        await elsewhere.says(PIN)
        await stage.workAll()
        expect((await elsewhere.book()).row.caseId).toBe(caseId)
      }
    },
  )

  test.each([true, false])(
    'begins with the code itself, first or after a greeting (%s)',
    async (isGreeted) => {
      const { stage, code, caseId, elsewhere } = await withCase()
      if (isGreeted) await elsewhere.sends({ kind: 'start' })
      await elsewhere.says(code)
      await elsewhere.says(PIN)
      await stage.workAll()
      expect((await elsewhere.book()).row.caseId).toBe(caseId)
    },
  )

  test('a code that nobody has is asked for its PIN like any other', async () => {
    const { elsewhere } = await withCase()
    await elsewhere.says('7KQ2M4XD')
    expect(elsewhere.hears()).toContain('PIN')
    await elsewhere.says('583920')
    expect(elsewhere.hears()).toContain('opens nothing here')
  })

  test.each(['my friend', 'I am here', '07701234', 'we are at home', 'haider99'])(
    '«%s» is no code, and what is told is a story',
    async (words) => {
      const { elsewhere } = await withCase()
      await elsewhere.sends({ kind: 'start' })
      await elsewhere.says(words)
      expect(elsewhere.hears()).not.toContain('PIN')
    },
  )

  test('in a chat with a case of its own "code" gives its own, and a code that is written is what was written', async () => {
    const { stage, code } = await withCase()
    const other = stage.person('other')
    await submit(other)
    await other.says('code')
    expect(other.heard().join('\n')).toContain(await other.code())
    await other.says('skip')
    await other.says(code)
    expect(other.hears()).not.toContain('Now the PIN')
  })

  test.each([
    ['en', 'I forgot my PIN'],
    ['ar', 'نسيت الرقم السري'],
    ['ckb', 'کۆدەکەم لەبیر چووە'],
  ] as const)('who forgot it (%s) is told what is possible, asked for it or not', async (language, words) => {
    const { code, elsewhere } = await withCase()
    const told = texts.say(language, 'return-forgot', {})
    await elsewhere.says(words)
    expect(elsewhere.hears()).toBe(told)
    await elsewhere.says(code)
    await elsewhere.says(words)
    expect(elsewhere.hears()).toBe(told)
  })

  test('brings what an agent said meanwhile, and the agent sees where the person is', async () => {
    const { stage, person, code, elsewhere } = await withCase()
    await stage.desk.claim(code, agent('Noor'))
    await person.says('0')
    stage.clock.advance(hours(1))
    const { state } = await person.book()
    await stage.desk.say(code, agent('Noor'), 'We found a way.', state.version)
    await stage.sendAll()
    expect(person.heard()).not.toContain('We found a way.')
    await comeBack(elsewhere, code, PIN)
    await stage.workAll()
    await stage.sendAll()
    expect(elsewhere.heard()).toContain('We found a way.')
    const book = await elsewhere.book()
    expect(book.state).toMatchObject({
      exited: false,
      conversation: { exited: false },
      hands: { status: 'agent' },
    })
    expect(book.lines.some((line) => line.from === 'event' && line.event.type === 'person_returned')).toBe(
      true,
    )
  })

  test('opens a closed case again', async () => {
    const { stage, code, elsewhere } = await withCase()
    await stage.desk.claim(code, agent('Noor'))
    await stage.desk.close(code, agent('Noor'), 'resolved')
    await comeBack(elsewhere, code, PIN)
    await stage.workAll()
    expect((await elsewhere.book()).state.hands.status).toBe('waiting')
  })

  test('goes on with the question that stood where the report was not sent', async () => {
    const stage = await openStage()
    const person = stage.person('old')
    await reachStory(person)
    await setSecrets(person, { pin: PIN })
    const code = await person.code()
    const question = (await person.book()).state.conversation.open?.step
    const elsewhere = stage.person('new')
    await comeBack(elsewhere, code, PIN)
    await stage.workAll()
    await stage.sendAll()
    expect((await elsewhere.book()).state.conversation.open?.step).toBe(question)
    await elsewhere.says('A man I met online has my photos and wants money')
    expect((await elsewhere.book()).state.conversation.answers['story']).toBeDefined()
  })

  test('leaves nothing of the chat that only asked to return', async () => {
    const { stage, code, elsewhere } = await withCase()
    await comeBack(elsewhere, code, PIN)
    await stage.workAll()
    const { rows } = await stage.store.views.list({}, { limit: 10 })
    expect(rows.map((row) => row.status).sort()).toEqual(['erased', 'waiting'])
  })

  test('and back to the first chat, and there again', async () => {
    const { stage, person, code, caseId, elsewhere } = await withCase()
    await comeBack(elsewhere, code, PIN)
    await stage.workAll()
    await comeBack(person, code, PIN)
    await stage.workAll()
    expect((await person.book()).row.caseId).toBe(caseId)
    await elsewhere.says('hello')
    expect((await elsewhere.book()).row.caseId).not.toBe(caseId)
  })

  test('from the case’s own chat shows it again', async () => {
    const { person, code, caseId } = await withCase()
    await person.says('0')
    await comeBack(person, code, PIN)
    expect((await person.book()).state).toMatchObject({ caseId, conversation: { exited: false } })
  })
})

describe('a crash in the middle of coming back', () => {
  test('before the job ran: the next message of the new chat finishes it', async () => {
    const { stage, code, caseId, elsewhere } = await withCase()
    await comeBack(elsewhere, code, PIN)
    await elsewhere.says('I am here now')
    expect((await elsewhere.book()).row.caseId).toBe(caseId)
    expect(JSON.stringify((await elsewhere.book()).lines)).toContain('I am here now')
    await stage.workAll()
    const book = await elsewhere.book()
    expect(book.events.filter(({ event }) => event.type === 'person_returned')).toHaveLength(1)
  })

  test('before the chat was bound: doing the job again binds it and writes nothing twice', async () => {
    const { stage, code, caseId, elsewhere } = await withCase()
    const { bind } = stage.store.chats
    let broken = true
    Object.assign(stage.store.chats, {
      bind: (...args: Parameters<typeof bind>) => {
        if (broken && args[1] === caseId) throw new Error('cut')
        return bind(...args)
      },
    })
    await comeBack(elsewhere, code, PIN)
    await expect(stage.workAll()).rejects.toThrow('cut')
    broken = false
    stage.clock.advance(hours(2))
    await stage.workAll()
    const book = await elsewhere.book()
    expect(book.row.caseId).toBe(caseId)
    expect(book.events.filter(({ event }) => event.type === 'person_returned')).toHaveLength(1)
    await elsewhere.says('hello')
    expect((await elsewhere.book()).row.caseId).toBe(caseId)
  })

  test('where the case was erased meanwhile the chat begins anew', async () => {
    const { stage, code, caseId, elsewhere } = await withCase()
    await comeBack(elsewhere, code, PIN)
    await stage.desk.erase(code, 'operator', 'r')
    await elsewhere.says('hello')
    await stage.workAll()
    expect((await elsewhere.book()).row.caseId).not.toBe(caseId)
  })
})

describe('a wrong code or a wrong PIN', () => {
  test('get the same answer, the same entries and the same work', async () => {
    const { stage, code, elsewhere } = await withCase()
    const other = stage.person('other')
    await comeBack(elsewhere, code, '111111')
    await comeBack(other, code === '77777777' ? '88888888' : '77777777', '111111')
    expect(other.heard()).toEqual(elsewhere.heard())
    const [a, b] = [await elsewhere.book(), await other.book()]
    expect(b.events.map(({ event }) => event.type)).toEqual(a.events.map(({ event }) => event.type))
  })

  test('open nothing, and the team sees that somebody tried', async () => {
    const { stage, person, code, elsewhere } = await withCase()
    await comeBack(elsewhere, code, '111111')
    await stage.workAll()
    const book = await person.book()
    expect(book.lines.some((line) => line.from === 'event' && line.event.type === 'return_refused')).toBe(
      true,
    )
    expect((await elsewhere.book()).row.code).not.toBe(code)
  })

  test('a case without a PIN opens to nobody', async () => {
    const stage = await openStage()
    const person = stage.person('old')
    await submit(person)
    const code = await person.code()
    const elsewhere = stage.person('new')
    await comeBack(elsewhere, code, '0000')
    await stage.workAll()
    expect((await elsewhere.book()).row.code).not.toBe(code)
  })

  test('after three tries of a chat the right ones have to wait, and the wait grows', async () => {
    const { stage, code, elsewhere } = await withCase()
    for (let n = 0; n < 3; n += 1) await comeBack(elsewhere, code, `11111${n}`)
    await comeBack(elsewhere, code, PIN)
    expect(elsewhere.hears()).toMatch(/wait/)
    stage.clock.advance(minutes(2))
    await comeBack(elsewhere, code, '111119')
    stage.clock.advance(minutes(2))
    await comeBack(elsewhere, code, PIN)
    expect(elsewhere.hears()).toMatch(/wait/)
    stage.clock.advance(minutes(10))
    await comeBack(elsewhere, code, PIN)
    await stage.workAll()
    expect((await elsewhere.book()).row.code).toBe(code)
  })

  test('are counted for the code as well, whoever tries, whether a case has it or not', async () => {
    const { stage, code } = await withCase()
    const nobodys = code === '77777777' ? '88888888' : '77777777'
    for (const tried of [code, nobodys]) {
      for (let n = 0; n < 10; n += 1) await comeBack(stage.person(`${tried}-${n}`), tried, '111111')
      const late = stage.person(`${tried}-late`)
      await comeBack(late, tried, '111111')
      expect(late.hears()).toMatch(/wait/)
    }
  })

  test('the PIN that was tried stands nowhere', async () => {
    const { stage, code, elsewhere } = await withCase()
    await comeBack(elsewhere, code, '918273')
    await elsewhere.says(code)
    await elsewhere.says('my pin is tulipano')
    await stage.workAll()
    const kept = await everythingKept(stage)
    for (const tried of ['918273', 'tulipano']) expect(kept.includes(tried), tried).toBe(false)
  })
})

test('a first word that is a command says the language too, and a chat that holds nothing lists nothing', async () => {
  const stage = await openStage()
  const person = stage.person('1', 'ar')
  await person.says('پوختە')
  expect(person.hears()).toBe('هێشتا هیچ شتێک لێرە هەڵنەگیراوە.')
  // Words that were said before are kept for a while, also before a yes: then all is listed.
  await person.says('کەسێک هەڕەشەم لێ دەکات')
  await person.says('پوختە')
  expect(person.hears()).not.toContain('هەڵنەگیراوە')
})

describe('a decoy PIN', () => {
  test('opens an empty chat in which nothing of the case is shown, and the team is alarmed', async () => {
    const { stage, person, code, elsewhere } = await withCase()
    await comeBack(elsewhere, code, 'kolkwitzia')
    await stage.workAll()
    await stage.sendAll()
    for (const text of ['hello', 'show me what you have', '1', 'what is this']) await elsewhere.says(text)
    expect(elsewhere.heard().join('\n')).not.toContain(code)
    expect(elsewhere.heard().join('\n')).not.toMatch(/photos and wants money/)
    const book = await person.book()
    expect(book.lines.some((line) => line.from === 'event' && line.event.type === 'decoy_used')).toBe(true)
    expect(book.state.hands.status).toBe('waiting')
    expect(book.state.severity <= 'P2').toBe(true)
    expect(JSON.stringify(book.lines)).not.toContain('what is this')
  })

  test('in it a person can still be called, left and erased', async () => {
    const { stage, code, elsewhere } = await withCase()
    await comeBack(elsewhere, code, 'kolkwitzia')
    await elsewhere.says('human')
    expect((await elsewhere.book()).state.hands.status).toBe('waiting')
    await elsewhere.says('erase')
    await elsewhere.presses('Erase everything')
    await stage.workAll()
    await expect(elsewhere.code()).rejects.toThrow()
    expect(await stage.store.views.byCode(code)).not.toMatchObject({ status: 'erased' })
  })

  test('the duress word at the question for the PIN does the same, and is the graver alarm', async () => {
    const { stage, person, code, elsewhere } = await withCase()
    await comeBack(elsewhere, code, 'zinnober')
    await stage.workAll()
    expect((await elsewhere.book()).row.code).not.toBe(code)
    expect((await person.book()).state).toMatchObject({ severity: 'P1', access: { duress: true } })
  })
})
