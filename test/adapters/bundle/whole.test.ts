import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifierFiles } from '../../../adapters/bundle/verifier/files.ts'
import { openReport } from '../../../adapters/report/index.ts'
import { openReportTexts } from '../../../bots/texts.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { hours } from '../../../core/base/units.ts'
import {
  BY,
  openBundleWorld,
  openCase,
  takeBundle,
  unzip,
  type BundleWorld,
} from '../../core/custody/bundle/world.ts'

let world: BundleWorld
let report: ReturnType<typeof openReport>
beforeEach(async () => {
  world = await openBundleWorld()
  report = openReport({ phrases: openReportTexts(), log: world.ports.log })
})
afterEach(async () => {
  await report.close()
  world.close()
})

test(
  'a bundle with its report and its own verifier is the same twice, and its verifier says that it holds',
  { timeout: 120_000 },
  async () => {
    const it = await openCase(world)
    await it.says('هددني وقال 500 دولار @bad_guy')
    await it.append({
      type: 'answer_given',
      step: 'story',
      answer: { kind: 'text', text: untrusted('كلمة-للبحث') },
    })
    await it.append({ type: 'secret_kept', which: 'pin', salt: 's', hash: 'h' as never })
    await it.act('agent:noor', {
      type: 'note_added',
      agent: 'noor' as never,
      alias: 'Noor',
      text: 'for the team',
    })
    await it.sends(new Uint8Array(70_000).fill(7), { mime: 'image/jpeg', fileName: 'a\u202Egpj.exe' })
    await it.sends(new TextEncoder().encode('in my own words'), { kind: 'statement' })
    const exports = world.exportsWith({ report, verifier: async () => ({ ...(await verifierFiles()) }) })
    for (const scope of ['share-investigators', 'person'] as const) {
      const first = await takeBundle(await exports.command(it.code, BY, { scope, recipients: [] }))
      world.wait(hours(1))
      expect(
        (await takeBundle(await exports.command(it.code, BY, { scope, recipients: [] }))).equals(first),
      ).toBe(true)
      const root = unzip(world.folder, first, it.code)
      const verified = spawnSync(process.execPath, ['verify.mjs', '../bundle.zip'], {
        cwd: root,
        encoding: 'utf8',
      })
      expect([verified.stderr, verified.status]).toEqual(['', 0])
      expect(readFileSync(join(root, 'data/report.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    }
  },
)
