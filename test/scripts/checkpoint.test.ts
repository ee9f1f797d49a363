import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { makeProofs } from '../../core/custody/proof.ts'
import { isFailure } from '../../core/base/failure.ts'
import type { CaseId } from '../../core/base/ids.ts'
import { openTsa, sendToken, serveTsa } from '../adapters/anchor/tsa.ts'
import { runCommand } from '../build/command.ts'
import { useMongo } from '../build/mongo-server.ts'
import { makeDataDir } from '../journey/amin-process.ts'
import { collect } from '../contract/store-builders.ts'
import { configOf, fill, migrate, runAmin, withAmin, type Settings } from './migrate-world.ts'

vi.setConfig({ testTimeout: 240_000 })

const server = useMongo()

const aDataDir = async (cases = 4): Promise<Settings & { readonly AMIN_DATA: string }> => {
  const { dir, remove } = makeDataDir()
  onTestFinished(remove)
  const settings = { AMIN_DATA: dir }
  await fill(settings, cases)
  return settings
}

/** The command as it is, in this process: a start of its own would take most of the time. */
const run = async (settings: Settings, command: string, ...args: readonly string[]) => {
  const { code, printed, said } = await runCommand(configOf(settings), command, args).catch(
    (error: unknown) => {
      if (!isFailure(error)) throw error
      return { code: error.code === 'settings_invalid' ? 2 : 1, printed: [], said: [error.message] }
    },
  )
  const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')
  return { code, stdout: text(printed), stderr: text(said) }
}
const checkpoint = (settings: Settings, word: string, ...args: readonly string[]) =>
  run(settings, `checkpoint ${word}`, ...args)
const parsed = ({ stdout }: { readonly stdout: string }) => JSON.parse(stdout) as Record<string, unknown>
const linesOf = ({ stdout }: { readonly stdout: string }): readonly string[] =>
  stdout.split('\n').filter((line) => line !== '')
/** What nothing in the store may do is done to the file: as somebody would who has the disk. */
const tamper = ({ AMIN_DATA }: { readonly AMIN_DATA: string }, ...statements: readonly string[]): void => {
  const db = new DatabaseSync(join(AMIN_DATA, 'amin.db'))
  const guards = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of guards) db.exec(`DROP TRIGGER ${String(name)}`)
  for (const sql of statements) db.exec(sql)
  for (const { sql } of guards) db.exec(String(sql))
  db.close()
}

describe('the command line', () => {
  test('makes, lists and verifies checkpoints, and shows the key', async () => {
    const data = await aDataDir()
    expect(await checkpoint(data, 'list')).toMatchObject({ code: 0, stdout: '' })
    expect(await checkpoint(data, 'verify')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('0 leaves, 0 checkpoints'),
    })
    const made = await runAmin(data, ['checkpoint', 'now'])
    expect(made, made.stderr).toMatchObject({ code: 0 })
    expect(parsed(made)).toMatchObject({
      no: 0,
      size: expect.any(Number),
      root: expect.stringMatching(/^[0-9a-f]{64}$/),
      stamps: [],
    })
    expect(parsed(await checkpoint(data, 'now'))).toMatchObject({
      no: 1,
      size: parsed(made)['size'],
      root: parsed(made)['root'],
    })
    expect(linesOf(await checkpoint(data, 'list'))).toHaveLength(2)
    const verified = await checkpoint(data, 'verify')
    expect(verified).toMatchObject({ code: 0, stdout: '' })
    expect(verified.stderr).toMatch(/^\d+ leaves, 2 checkpoints, 0 time stamps: all holds$/m)
    expect(await run(data, 'verify', '--store')).toMatchObject({ code: 0 })
    const key = await checkpoint(data, 'key')
    expect(key.stdout).toBe(readFileSync(join(data.AMIN_DATA, 'checkpoint.pub'), 'utf8'))
    expect(key.stderr).toMatch(/^fingerprint: [0-9a-f]{64}$/m)
    expect(statSync(join(data.AMIN_DATA, 'checkpoint.key')).mode & 0o777).toBe(0o600)
    const doctor = await run(data, 'doctor')
    expect(doctor.stdout).toMatch(/^ok {4}checkpoint key: amin\/[0-9a-f]{16}; only its owner can read it$/m)
    expect(doctor.stdout).toMatch(/^ok {4}checkpoints: newest 20/m)
    for (const words of [
      ['now', 'x'],
      ['now', '--new-key', 'x'],
      ['list', 'x'],
      ['verify', 'x'],
      ['key', '--all'],
    ])
      expect((await run(data, `checkpoint ${words[0] ?? ''}`, ...words.slice(1))).code, words.join(' ')).toBe(
        2,
      )
  })

  test('names what was changed behind its back, in both of its checks', async () => {
    const data = await aDataDir()
    await checkpoint(data, 'now')
    tamper(
      data,
      "UPDATE leaf SET hash = replace(hash, substr(hash, 1, 1), iif(substr(hash, 1, 1) = 'a', 'b', 'a')) WHERE no = 1",
    )
    const verified = await checkpoint(data, 'verify')
    expect(verified.code).toBe(1)
    expect(linesOf(verified)).toEqual([
      expect.stringMatching(/^custody log leaf 1 \(case \w+ entry \d+\): entry_differs$/),
      expect.stringMatching(/^custody log leaf 1 .*: leaf_differs$/),
    ])
    const whole = await run(data, 'verify', '--store')
    expect(whole.code).toBe(1)
    expect(linesOf(whole)).toEqual(linesOf(verified))
  })

  test('finds a chain that was cut together with the row of its case', async () => {
    const data = await aDataDir()
    await checkpoint(data, 'now')
    const db = new DatabaseSync(join(data.AMIN_DATA, 'amin.db'))
    const { caseId, seq } = db
      .prepare("SELECT case_id AS caseId, seq FROM case_row WHERE status <> 'erased' AND seq > 1")
      .get() as {
      caseId: string
      seq: number
    }
    db.close()
    const before = `(SELECT entry_no FROM chain WHERE case_id = '${caseId}' AND seq = ${seq - 1})`
    tamper(
      data,
      `DELETE FROM chain WHERE case_id = '${caseId}' AND seq = ${seq}`,
      `UPDATE case_row SET seq = ${seq - 1}, hash = (SELECT hash FROM entry WHERE no = ${before}) WHERE case_id = '${caseId}'`,
    )
    const whole = await run(data, 'verify', '--store')
    expect(whole.code).toBe(1)
    // The row that was put back may differ from what the entries before say as well; the log knows
    // in any case.
    expect(linesOf(whole)).toContainEqual(
      expect.stringMatching(
        new RegExp(`^custody log leaf \\d+ \\(case ${caseId} entry ${seq}\\): entry_missing$`),
      ),
    )
  })

  test('signs with another key only when it is told to, and verifies both', async () => {
    const data = await aDataDir()
    await checkpoint(data, 'now')
    const keyFile = join(data.AMIN_DATA, 'checkpoint.key')
    renameSync(keyFile, `${keyFile}.old`)
    const refused = await checkpoint(data, 'now')
    expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('another key') })
    expect((await checkpoint(data, 'key')).stderr).toContain('signed with another key')
    expect((await run(data, 'doctor')).stdout).toContain('FAULT checkpoint key')
    expect(parsed(await checkpoint(data, 'now', '--new-key'))).toMatchObject({ no: 1 })
    expect(await checkpoint(data, 'verify')).toMatchObject({ code: 0 })
    rmSync(join(data.AMIN_DATA, 'checkpoint.pub'))
    const unknown = await checkpoint(data, 'verify')
    expect(unknown).toMatchObject({
      code: 1,
      // The list of erasures was signed with it as well.
      stdout: expect.stringMatching(
        /^checkpoint 0: key_unknown\n(store behind \(erasures_missing\)[^\n]*\n)?$/,
      ),
    })
    expect((await checkpoint({ ...data, AMIN_CHECKPOINT_KEY_FILE: `${keyFile}.old` }, 'now')).code).toBe(2)
  })

  test('asks the authorities of the operator file, and says which gave nothing', async () => {
    const tsa = openTsa()
    onTestFinished(tsa.close)
    const [good, bad] = [
      await serveTsa((request, response) => sendToken(response, tsa.reply(request))),
      await serveTsa((_request, response) => void response.writeHead(500).end()),
    ]
    onTestFinished(async () => {
      await good.close()
      await bad.close()
    })
    const data = await aDataDir(2)
    writeFileSync(join(data.AMIN_DATA, 'root.pem'), tsa.root('root'))
    const state = (...anchors: readonly (readonly [id: string, url: string])[]): void =>
      writeFileSync(
        join(data.AMIN_DATA, 'operator.json'),
        JSON.stringify({ anchors: anchors.map(([id, url]) => ({ id, url, certificateFile: 'root.pem' })) }),
      )
    state(['good', good.url], ['bad', bad.url])
    // On a machine that stood still an authority gave nothing in its time: an operator asks again.
    let half = await checkpoint(data, 'now')
    while (half.stderr.includes('good: timeout')) half = await checkpoint(data, 'now')
    expect(half).toMatchObject({
      code: 1,
      stderr: 'amin checkpoint now: no time stamp of bad: unreachable\n',
    })
    const { no, stamps } = parsed(half) as { readonly no: number; readonly stamps: unknown }
    expect(stamps).toMatchObject([{ anchor: 'good' }])
    expect((await checkpoint(data, 'verify')).stderr).toContain('1 time stamps: all holds')
    expect((await run(data, 'doctor')).stdout).toMatch(/anchor good: newest 20.*anchor bad: nothing yet/)
    tamper(data, "UPDATE stamp SET token = x'3003020100'")
    expect(await checkpoint(data, 'verify')).toMatchObject({
      code: 1,
      stdout: `checkpoint ${no} time stamp good: does not verify\n`,
    })
    writeFileSync(join(data.AMIN_DATA, 'root.pem'), 'no certificate')
    expect(await checkpoint(data, 'verify')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('anchors.0.certificateFile'),
    })
  })
})

test('a move to another store takes the log along: it verifies there, proves the same, and goes on', async () => {
  const data = await aDataDir()
  await checkpoint(data, 'now')
  await withAmin(data, async ({ say, receive }) => {
    await say('1001', 'one more thing')
    await receive()
  })
  await checkpoint(data, 'now')
  const prove = async (settings: Settings) => {
    let proofs: unknown
    await withAmin(settings, async ({ foundation: { custody } }) => {
      const [leaf] = await collect(custody.store.custody.leaves(1, 2))
      proofs = await makeProofs(custody)(leaf?.caseId ?? ('' as CaseId), leaf?.seq ?? 0)
    })
    return proofs
  }
  const before = await checkpoint(data, 'list')
  const proofs = await prove(data)
  const stores = [(await server()).uri(), `sqlite:${join(data.AMIN_DATA, 'back.db')}`]
  let from: Settings = data
  for (const [i, AMIN_STORE] of stores.entries()) {
    const moved = await migrate(from, AMIN_STORE)
    expect(moved, moved.stderr).toMatchObject({ code: 0 })
    expect(parsed(moved)).toMatchObject({
      complete: true,
      counts: { checkpoints: 2 + i, leaves: expect.any(Number) },
    })
    from = { ...data, AMIN_STORE }
    expect(linesOf(await checkpoint(from, 'list')).slice(0, 2)).toEqual(linesOf(before))
    expect(await checkpoint(from, 'verify')).toMatchObject({ code: 0 })
    expect(await prove(from)).toStrictEqual(proofs)
    expect(parsed(await checkpoint(from, 'now'))).toMatchObject({ no: 2 + i })
    expect(await run(from, 'verify', '--store')).toMatchObject({ code: 0 })
  }
})
