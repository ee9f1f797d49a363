import { resolve } from 'node:path'
import { writeBundle } from '../../adapters/bundle/write.ts'
import { openFoundation } from '../../bots/foundation.ts'
import { readOperator } from '../../bots/operator.ts'
import type { Refusal } from '../../core/custody/bundle/export.ts'
import type { BundleScope } from '../../core/model/bundle-scope.ts'
import { isErased } from '../../core/services/casebook/casebook.ts'
import type { CaseCode } from '../../core/base/ids.ts'
import { WRONG_USE, type Run } from './command.ts'
import { makeProgress } from './progress.ts'

const SCOPES: Readonly<Record<string, BundleScope>> = {
  person: 'person',
  investigators: 'share-investigators',
  ngo: 'share-ngo',
}

const USAGE =
  'amin export: say CODE --out FILE, and if wanted --recipient age1..., --scope person|investigators|ngo, --as NAME'

/** One line that says what to do. */
const advise = (refusal: Refusal): string => {
  if (refusal.status === 'unknown') return 'there is no case with that code'
  if (refusal.status !== 'refused') return 'that case was erased; nothing of it is left to export'
  switch (refusal.why) {
    case 'consent':
      return `the person has not agreed to "${'scope' in refusal ? refusal.scope : ''}", or took it back: ask them to allow it (they write "consents"), or export their own copy with --scope person`
    case 'erasing':
      return 'the person asked that everything be erased: nothing of the case leaves any more'
    case 'sealed_only':
      return 'the operator file allows sealed bundles only: name at least one --recipient age1...'
    case 'recipient_invalid':
      return 'a recipient is no public key of age (age1 and 58 characters), stands twice, or there are more than 20'
    case 'recipient_unknown':
      return 'a recipient is not among those that the operator file allows'
    case 'two_persons':
      return 'the operator file asks for two people: ask for this bundle, to these recipients, in the console and have somebody else approve it, then run this again within 24 hours'
    default:
      return 'this cannot be exported now'
  }
}

const BY_LENGTH = 100
const MEBIBYTE = 1_048_576

/**
 * Writes a bundle of evidence, sealed where recipients are named. What leaves is in the chain
 * before it has its name.
 */
export const exportCase: Run = async ({ config, log, words: [code = ''], text, list, say, print }) => {
  const recipients = list('recipient')
  const named = text('scope') ?? 'investigators'
  const out = text('out') ?? ''
  const as = text('as') ?? 'command-line'
  const scope = SCOPES[named]
  if (out === '' || as.trim() === '' || scope === undefined) {
    say(USAGE)
    return WRONG_USE
  }
  const operator = readOperator(config.operatorFile)
  if ('faults' in operator) {
    for (const fault of operator.faults) say(`amin: ${fault}`)
    return WRONG_USE
  }
  const refuse = (refusal: Refusal): number => {
    say(`amin export: ${advise(refusal)}`)
    return refusal.status === 'refused' && refusal.why === 'recipient_invalid' ? WRONG_USE : 1
  }
  const foundation = await openFoundation(config, log, operator)
  try {
    const who = { by: as.trim().slice(0, BY_LENGTH), actor: 'system' } as const
    const bundle = await foundation.exports.command(code.toUpperCase() as CaseCode, who, {
      scope,
      recipients,
    })
    if (bundle.status !== 'open') return refuse(bundle)
    const progress = makeProgress()
    let refusal: Refusal | undefined
    const bytes = bundle.read((done) => progress.show(`${Math.floor(done / MEBIBYTE)} MiB written`))
    await writeBundle(resolve(out), bytes, async () => {
      refusal = await bundle.settle()
      return refusal === undefined
    }).finally(progress.end)
    if (refusal !== undefined) return refuse(refusal)
    const { sha256, size } = bundle.left()
    print(
      JSON.stringify({
        case: code.toUpperCase(),
        file: out,
        scope: named,
        entries: bundle.prepared,
        sha256,
        size,
        recipients,
      }),
    )
    return 0
  } catch (error) {
    if (isErased(error)) return refuse({ status: 'erased' })
    throw error
  } finally {
    await foundation.close()
  }
}
