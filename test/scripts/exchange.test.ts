import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { makeDeeds, type Deed } from '../../adapters/console/server/administration/deeds.ts'
import { openAgents } from '../../adapters/console/server/identity/agents.ts'
import { openAuth } from '../../adapters/console/server/identity/auth.ts'
import { openTeam } from '../../bots/team.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { instant } from '../../core/base/units.ts'
import type { CaseCode, CaseId, InboundId } from '../../core/base/ids.ts'
import type { CaseEvent } from '../../core/model/events.ts'
import { runCommand, type Ran } from '../build/command.ts'
import { makeDataDir, startAmin, type AminProcess } from '../journey/amin-process.ts'
import { builtCommands } from '../build/built.ts'

/* Two agencies, each with a store, a key and a team of its own; one serves as a process of its own. */

const AMIN = builtCommands()

type House = {
  readonly dir: string
  readonly config: Config
  readonly amin: (name: string, ...args: readonly string[]) => Promise<Ran>
  readonly open: <T>(act: (foundation: Foundation) => Promise<T>) => Promise<T>
  readonly remove: () => void
}

const aHouse = (): House => {
  const { dir, remove } = makeDataDir()
  const config = readConfig({ AMIN_DATA: join(dir, 'data') }) as Config
  return {
    dir,
    config,
    remove,
    amin: (name, ...args) => runCommand(config, name, args),
    open: async (act) => {
      const foundation = await openFoundation(config, makeMemoryLog())
      try {
        return await act(foundation)
      } finally {
        await foundation.close()
      }
    },
  }
}

/** A case in which these numbers are the blackmailer's, of an adult who agreed to be shared. */
const addCase = (house: House, code: string, numbers: readonly string[]): Promise<void> =>
  house.open(async ({ casebook, ports }) => {
    const inbound = `inbound-${code}` as InboundId
    const answer = (step: string, option: string): CaseEvent => ({
      type: 'answer_given',
      step,
      answer: { kind: 'choice', option },
    })
    const events: readonly CaseEvent[] = [
      { type: 'case_opened', code: code as CaseCode, channel: 'webchat', language: 'en' },
      answer('consent', 'continue'),
      answer('age', 'me-18'),
      { type: 'consent_given', scope: 'share-ngo', version: '1', language: 'en' },
      { type: 'consent_given', scope: 'share-investigators', version: '1', language: 'en' },
      {
        type: 'identifiers_found',
        inbound,
        identifiers: numbers.map((normal) => ({
          type: 'phone',
          raw: untrusted(normal),
          normal,
          keys: [`phone:${normal}`],
          owner: 'perpetrator',
          start: 0,
          marks: [ports.hasher.keyed('identifier', `phone:${normal}`)],
        })),
      },
    ]
    await casebook.append(`case-of-${code}`.padEnd(26, '0') as CaseId, () => ({ actor: 'person', events }))
  })

const deedsOf = (house: House): Promise<readonly Deed[]> =>
  house.open(async (foundation) => {
    const team = await openTeam(house.config, foundation)
    try {
      const { adapter } = await (await openAuth(team.parts)).$context
      const deeds = await makeDeeds(adapter, foundation.ports).read(
        instant(0),
        instant(Number.MAX_SAFE_INTEGER),
      )
      return deeds.toReversed()
    } finally {
      team.close()
    }
  })

/** Somebody who chose a password: they may sign in. */
const addMember = (email: string, role: 'supervisor' | 'analyst', teams?: readonly string[]): Promise<void> =>
  ours.open(async (foundation) => {
    const team = await openTeam(ours.config, foundation)
    try {
      const { publicUrl } = ours.config
      const agents = await openAgents({ ...foundation.ports, auth: await openAuth(team.parts), publicUrl })
      const invited = await agents.invite({ email, name: 'Noor', role, teams: teams ?? null })
      if (invited.status !== 'invited') throw new Error(invited.status)
      await agents.accept(new URL(invited.link).hash.slice(1), 'seven green lamps tonight')
    } finally {
      team.close()
    }
  })

const [ours, theirs] = [aHouse(), aHouse()]
const file = join(ours.dir, 'agreement.txt')
/** Numbers that nothing but a store may hold. */
const [COMMON, OURS, THEIRS] = ['+9647701110001', '+9647702220002', '+9647703330003']
const day = (after: number): string => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10)

const offer = async (out: string, ...more: readonly string[]): Promise<Ran> => {
  const key = join(ours.dir, 'their.pub')
  writeFileSync(key, `${(await theirs.amin('checkpoint key')).printed.join('\n')}\n`)
  const args = [
    '--out',
    out,
    '--their-key',
    key,
    '--their-name',
    'Police of Basra',
    '--name',
    'House of Noor',
  ]
  const roles = ['--their-role', 'investigators', '--role', 'ngo', '--purpose', 'the same blackmailers']
  const sizes = ['--until', day(30), '--run', '8', '--day', '16', '--least', '4']
  return ours.amin('exchange offer', ...args, ...roles, ...sizes, ...more)
}

const start = async (
  house: House,
  command: 'serve' | 'assist',
  ...args: readonly string[]
): Promise<AminProcess & { readonly at: string }> => {
  const child = await startAmin({ AMIN_DATA: house.config.dataDir, AMIN_LOG_LEVEL: 'warn' }, [
    AMIN,
    'exchange',
    command,
    ...args,
    '--listen',
    '127.0.0.1:0',
  ])
  const [, at = ''] = await child.says(/"listening":"([^"]+)"/)
  return { ...child, at }
}

const serve = (...args: readonly string[]) => start(theirs, 'serve', ...args)

beforeAll(async () => {
  await addCase(ours, 'AAAA1111', [COMMON, OURS])
  await addCase(ours, 'BBBB2222', [COMMON])
  await addCase(ours, 'CCCC3333', [OURS])
  await addCase(theirs, 'DDDD4444', [COMMON, THEIRS])
  for (const [email, role, teams] of [
    ['noor@example.org', 'supervisor', undefined],
    ['none@example.org', 'supervisor', []],
    ['analyst@example.org', 'analyst', undefined],
  ] as const)
    await addMember(email, role, teams)
})
afterAll(() => {
  ours.remove()
  theirs.remove()
})

describe('amin exchange', () => {
  test('one offers, the other signs, and nothing is served or asked before both did', async () => {
    expect(await offer(file)).toMatchObject({ code: 0, printed: [expect.stringContaining('"signed":["a"]')] })
    expect(await ours.amin('exchange run', file, '--with', 'http://127.0.0.1:1')).toMatchObject({
      code: 1,
      said: [expect.stringContaining('not both parties have signed')],
    })
    for (const [language, words] of [
      ['ar', 'لم يوقّع الطرفان الاتفاق بعد: اطلبوا توقيعه'],
      ['ckb', 'هێشتا هەردوو لا ڕێککەوتنەکەیان واژۆ نەکردووە: بە'],
    ] as const)
      expect(
        await ours.amin('exchange run', file, '--with', 'http://127.0.0.1:1', '--lang', language),
      ).toMatchObject({ code: 1, said: [expect.stringContaining(words)] })
    expect((await theirs.amin('exchange serve', file)).code).toBe(2)
    expect(await theirs.amin('exchange sign', file)).toMatchObject({
      code: 0,
      printed: [expect.stringContaining('"signed":"all"')],
    })
    const written = readFileSync(file, 'utf8')
    expect(written).toContain('ngo House of Noor\n')
    expect(written).toMatch(/\nkinds numbers handles wallets\nchildren no\n/)
  })

  test('a run over HTTP between two stores tells each which of its own cases the other knows of, and nothing else', async () => {
    const served = await serve(file, '--once')
    const ran = await ours.amin('exchange run', file, '--with', served.at)
    expect(ran.said).toEqual([])
    const told = JSON.parse(ran.printed[0] ?? '') as { readonly run: string; readonly common: number }
    expect(told).toMatchObject({ sent: 4, received: 4, left: 0, common: 1 })
    expect((await served.exited).code).toBe(0)

    const shown = await ours.amin('exchange show', told.run, '--as', 'noor@example.org')
    expect(shown.printed.toSorted()).toEqual([
      '{"case":"AAAA1111","kinds":["numbers"]}',
      '{"case":"BBBB2222","kinds":["numbers"]}',
    ])
    expect(shown.said).toEqual([
      expect.stringMatching(/a hint to ask about, no proof: .* any of ours, or all/),
    ])
    const items = await ours.amin('exchange show', told.run, '--as', 'NOOR@example.org', '--items')
    expect(items.printed.every((line) => line.includes(`"items":["phone:${COMMON}"]`))).toBe(true)

    for (const house of [ours, theirs]) {
      const listed = await house.amin('exchange list')
      expect(listed.printed.map((line) => JSON.parse(line) as unknown)).toMatchObject([
        { run: told.run, ours: '4', theirs: '4', outcome: 'done', result: true },
      ])
      const kinds = (await deedsOf(house)).map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'exchange_counted')).toHaveLength(2)
      expect(kinds.filter((kind) => kind === 'exchange_ended')).toHaveLength(1)
      // What lies beside the store names nobody, also not what is in common.
      const kept = join(house.config.dataDir, 'exchange')
      const written = [
        ...readdirSync(kept).map((name) => readFileSync(join(kept, name), 'utf8')),
        JSON.stringify(await deedsOf(house)),
        served.stdout(),
        served.stderr(),
      ].join('\n')
      for (const number of [COMMON, OURS, THEIRS]) expect(written).not.toContain(number.slice(1))
    }
    const looks = (await deedsOf(ours)).filter(({ kind }) => kind === 'exchange_looked')
    expect(looks).toHaveLength(2)
    expect(looks[0]?.subject).toBe(told.run)
    expect(looks[0]?.by).not.toBe('command')
  })

  test('a result is for members who may see cases, and of those cases only that they see', async () => {
    const [listed = ''] = (await ours.amin('exchange list')).printed
    const { run } = JSON.parse(listed) as { readonly run: string }
    for (const who of ['analyst@example.org', 'nobody@example.org']) {
      const { code, printed, said } = await ours.amin('exchange show', run, '--as', who)
      expect([code, printed]).toEqual([1, []])
      expect(said).toEqual([expect.stringContaining('no member with that e-mail address who may see cases')])
    }
    expect(await ours.amin('exchange show', run, '--as', 'none@example.org')).toMatchObject({
      code: 0,
      printed: [],
    })
    expect((await ours.amin('exchange show', run)).code).toBe(2)
    expect((await ours.amin('exchange show', 'x', '--as', 'noor@example.org')).code).toBe(1)
  })

  test('what was in common goes with the case that is erased', async () => {
    const [listed = ''] = (await ours.amin('exchange list')).printed
    const { run } = JSON.parse(listed) as { readonly run: string }
    expect((await ours.amin('erase', 'BBBB2222', '--reason', 'she asked')).code).toBe(0)
    expect((await ours.amin('exchange show', run, '--as', 'noor@example.org')).printed).toEqual([
      '{"case":"AAAA1111","kinds":["numbers"]}',
    ])
  })

  test('the budget outlives the processes, and who is refused is told why', async () => {
    const served = await serve(file)
    const runs: Ran[] = []
    for (let n = 0; n < 4; n += 1) runs.push(await ours.amin('exchange run', file, '--with', served.at))
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 1])
    expect(runs.at(-1)?.said).toEqual([expect.stringContaining('within 24 hours')])
    expect(await served.stop()).toBe(0)
    // An agreement that is served there no more is to a party what it is to strangers.
    const other = join(ours.dir, 'other.txt')
    await offer(other)
    await theirs.amin('exchange sign', other)
    const only = await serve(other)
    expect(await ours.amin('exchange run', file, '--with', only.at)).toMatchObject({ code: 1 })
    await only.stop()
  })

  test('a neutral third that all three agreed on is asked by both, and has nothing of either afterwards', async () => {
    const third = aHouse()
    const key = join(ours.dir, 'third.pub')
    writeFileSync(key, `${(await third.amin('checkpoint key')).printed.join('\n')}\n`)
    const with3 = join(ours.dir, 'with-third.txt')
    await offer(with3, '--third-key', key, '--third-name', 'Chamber of Salma')
    await theirs.amin('exchange sign', with3)
    expect((await third.amin('exchange sign', with3)).printed).toEqual([
      expect.stringContaining('"signed":"all"'),
    ])
    expect((await theirs.amin('exchange assist', with3)).said).toEqual([
      expect.stringContaining('of the third'),
    ])
    const assists = await start(third, 'assist', with3)
    const served = await serve(with3, '--third', assists.at, '--once')
    expect((await ours.amin('exchange run', with3, '--with', served.at)).said).toEqual([
      expect.stringContaining('say --third URL'),
    ])
    const ran = await ours.amin('exchange run', with3, '--with', served.at, '--third', assists.at)
    expect(ran.said).toEqual([])
    const told = JSON.parse(ran.printed[0] ?? '') as { readonly run: string }
    expect(told).toMatchObject({ common: 1 })
    expect((await served.exited).code).toBe(0)
    expect(await assists.stop()).toBe(0)
    expect((await ours.amin('exchange show', told.run, '--as', 'noor@example.org')).printed).toEqual([
      '{"case":"AAAA1111","kinds":["numbers"]}',
    ])
    const deeds = await deedsOf(third)
    expect(deeds.map(({ kind }) => kind)).toEqual(['exchange_signed', 'exchange_counted', 'exchange_counted'])
    expect(JSON.stringify(deeds) + assists.stdout() + assists.stderr()).not.toContain('77011')
    third.remove()
  })

  test('a run that is left stands on both sides, whoever serves one run serves it after that, and stopping ends what waits', async () => {
    const left = join(ours.dir, 'left.txt')
    await offer(left)
    await theirs.amin('exchange sign', left)
    /** Asks as far as the answer to the first message, and goes away. */
    const leave = async (at: string): Promise<void> => {
      let asked = 0
      const line = createServer((request, response) => {
        asked += 1
        if (asked > 1) request.socket.destroy()
        else
          void text(request)
            .then((body) => fetch(`${at}/exchange/v1`, { method: 'POST', body }))
            .then(async (answer) => response.writeHead(answer.status).end(await answer.text()))
      }).listen(0, '127.0.0.1')
      await once(line, 'listening')
      const { port } = line.address() as AddressInfo
      expect((await ours.amin('exchange run', left, '--with', `http://127.0.0.1:${port}`)).said).toEqual([
        expect.stringContaining('did not say that it has our answer'),
      ])
      line.close()
    }
    const outcomes = async (): Promise<readonly string[]> => {
      const { printed } = await theirs.amin('exchange list')
      const runs = printed.map((line) => JSON.parse(line) as { agreement: string; outcome: string })
      const { agreement } = runs.at(-1) ?? {}
      return runs.flatMap((one) => (one.agreement === agreement ? [one.outcome] : []))
    }
    const served = await serve(left, '--once')
    await leave(served.at)
    expect((await ours.amin('exchange run', left, '--with', served.at)).said).toEqual([])
    expect((await served.exited).code).toBe(0)
    expect(await outcomes()).toEqual(['left by them', 'done'])
    const again = await serve(left)
    await leave(again.at)
    expect(await again.stop()).toBe(0)
    expect(await outcomes()).toEqual(['left by them', 'done', 'left by them'])
  })

  test('what is missing, wrong or unsafe is said in words', async () => {
    const wrong = async (name: string, args: readonly string[], says: RegExp): Promise<void> => {
      const { code, said } = await ours.amin(name, ...args)
      expect([name, args, code > 0, said]).toEqual([name, args, true, [expect.stringMatching(says)]])
    }
    await wrong('exchange offer', [], /--out FILE/)
    await wrong('exchange offer', ['--out', join(ours.dir, 'x')], /--their-key names no file/)
    expect((await offer(join(ours.dir, 'x'), '--kinds', 'names')).said).toEqual([
      expect.stringMatching(/the kinds are/),
    ])
    expect((await offer(join(ours.dir, 'x'), '--kinds', 'numbers,pictures')).said).toEqual([
      expect.stringMatching(/may be their own.*--pictures-of-anybody/),
    ])
    const pictures = join(ours.dir, 'pictures.txt')
    expect((await offer(pictures, '--kinds', 'numbers,pictures', '--pictures-of-anybody')).code).toBe(0)
    await wrong('exchange sign', [pictures], /may be their own/)
    const offered = readFileSync(pictures, 'utf8')
    expect((await offer(pictures)).said).toEqual([expect.stringMatching(/a file of that name already/)])
    expect(readFileSync(pictures, 'utf8')).toBe(offered)
    expect((await offer(join(ours.dir, 'x'), '--run', '12')).said).toEqual([
      expect.stringMatching(/powers of two/),
    ])
    expect((await offer(join(ours.dir, 'x'), '--learns', 'nobody')).said).toEqual([
      expect.stringMatching(/somebody has to learn/),
    ])
    await wrong('exchange run', [file, '--with', 'http://example.org'], /https, or http on this machine/)
    await wrong('exchange run', [join(ours.dir, 'their.pub'), '--with', 'http://127.0.0.1:1'], /no agreement/)
    await wrong('exchange run', [join(ours.dir, 'none'), '--with', 'http://127.0.0.1:1'], /cannot be read/)
    await wrong('exchange serve', [file, '--listen', 'here'], /HOST:PORT/)
    await wrong('exchange run', [file, '--with', 'http://127.0.0.1:1', '--lang', 'tr'], /--lang ar, ckb, en/)
    await wrong('exchange sign', [join(ours.dir, 'none'), '--lang', 'ar'], /لا يمكن قراءة الاتفاق/)
    await wrong('exchange sign', [join(ours.dir, 'their.pub')], /no agreement/)
    const stranger = aHouse()
    expect((await stranger.amin('exchange sign', file)).said).toEqual([
      expect.stringMatching(/not that of a party/),
    ])
    expect((await stranger.amin('exchange serve', file)).said).toEqual([
      expect.stringMatching(/not that of a party|is not that/),
    ])
    stranger.remove()
    expect(readdirSync(ours.dir)).not.toContain('x')
  })
})
