import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { readOperator } from '../../bots/operator.ts'
import { shareFingerprints } from '../../core/services/evidence/lists.ts'
import { LIST_FORMS, writeList, type ListForm, type ListRow } from '../../core/base/fingerprint/lists.ts'
import { isNetworkId, type CaseCode, type CaseId } from '../../core/base/ids.ts'
import { refuseFaults, WRONG_USE, type Run } from './command.ts'
import { makeProgress } from './progress.ts'
import { isFileFault, makeFile } from './whole-file.ts'

const BY = 'command-line'

async function* every(cases: AsyncIterable<CaseId>): AsyncGenerator<CaseId> {
  for await (const caseId of cases) if (!isNetworkId(caseId)) yield caseId
}

async function* one(caseId: CaseId): AsyncGenerator<CaseId> {
  yield caseId
}

/** Nothing where there is no case of that code. */
const casesOf = async (
  { ports }: Foundation,
  code: string | undefined,
): Promise<AsyncIterable<CaseId> | undefined> => {
  if (code === undefined) return every(ports.store.ledger.cases())
  const row = await ports.store.views.byCode(code.toUpperCase() as CaseCode)
  return row === undefined || row.status === 'erased' ? undefined : one(row.caseId)
}

const collect = async (foundation: Foundation, cases: AsyncIterable<CaseId>, form: ListForm) => {
  const progress = makeProgress()
  const rows: ListRow[] = []
  let count = 0
  for await (const more of shareFingerprints(foundation.ports, foundation.casebook, cases, {
    form,
    by: BY,
  })) {
    rows.push(...more)
    count += 1
    progress.show(`${count} cases, ${rows.length} fingerprints`)
  }
  progress.end()
  return { rows, count }
}

/**
 * A list of fingerprints for platforms: only of adults, only what the person agreed to for each
 * file, and each case says so.
 */
export const hashes: Run = async ({ config, log, text, say, print }) => {
  const form = LIST_FORMS.find((known) => known === text('form'))
  const out = text('out') ?? ''
  const code = text('case')
  if (form === undefined || out === '' || code === '') {
    say(
      'amin hashes: say --form csv or --form threatexchange, --out FILE, and --case CODE for one case alone',
    )
    return WRONG_USE
  }
  const operator = readOperator(config.operatorFile)
  if ('faults' in operator) return refuseFaults(say, 'hashes', operator.faults)
  const foundation = await openFoundation(config, log, operator)
  try {
    const cases = await casesOf(foundation, code)
    if (cases === undefined) {
      say('amin hashes: there is no case with that code, or it was erased')
      return 1
    }
    let done = { items: 0, cases: 0 }
    await makeFile(out, async () => {
      const { rows, count } = await collect(foundation, cases, form)
      done = { items: rows.length, cases: count }
      return writeList(form, rows)
    })
    print(JSON.stringify({ form, ...done }))
    return 0
  } catch (error) {
    if (!isFileFault(error)) throw error
    say(
      `amin hashes: the list cannot be written (${error.code}); cases that say they were shared with it were not, if no list is there`,
    )
    return 1
  } finally {
    await foundation.close()
  }
}
