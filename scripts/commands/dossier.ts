import { resolve } from 'node:path'
import { writeBundle } from '../../adapters/bundle/write.ts'
import { openFoundation } from '../../bots/foundation.ts'
import { readOperator } from '../../bots/operator.ts'
import type { Dossier, DossierFault } from '../../core/custody/bundle/dossier.ts'
import { WRONG_USE, type Run } from './command.ts'

const USAGE =
  'amin dossier: say N-CODE --out FILE, and if wanted --recipient age1..., --scope investigators|ngo, --as NAME'

const SCOPES = { investigators: 'share-investigators', ngo: 'share-ngo' } as const

const ADVICE: Readonly<Record<DossierFault, string>> = {
  sealed_only: 'the operator file allows sealed bundles only: name at least one --recipient age1...',
  recipient_invalid:
    'a recipient is no public key of age (age1 and 58 characters), stands twice, or there are more than 20',
  recipient_unknown: 'a recipient is not among those that the operator file allows',
  two_persons:
    'the operator file asks for two people to agree to what leaves: one asks in the console, on the page of the network, somebody else approves it there, within 24 hours and for the same scope and recipients',
  too_few: 'fewer than two of its cases may be named: their people have not agreed to be handed on',
  taken_back:
    'somebody whom it names took their yes back meanwhile, or was erased: give the command again, and it names them no more',
  ended: 'the network was dissolved, or went over into another',
}

const BY_LENGTH = 100

/**
 * Writes the dossier of a network. That it was made is in the network's chain, and that they were handed on in
 * those of the cases that it names, before it has its name.
 */
export const dossier: Run = async ({ config, log, words: [network = ''], text, list, say, print }) => {
  const recipients = list('recipient')
  const named = text('scope') ?? 'investigators'
  const out = text('out') ?? ''
  const as = (text('as') ?? 'command-line').trim().slice(0, BY_LENGTH)
  const scope = named === 'investigators' || named === 'ngo' ? SCOPES[named] : undefined
  if (out === '' || as === '' || scope === undefined) {
    say(USAGE)
    return WRONG_USE
  }
  const operator = readOperator(config.operatorFile)
  if ('faults' in operator) {
    for (const fault of operator.faults) say(`amin: ${fault}`)
    return WRONG_USE
  }
  const refuse = (made: Exclude<Dossier, { status: 'open' }>): number => {
    say(
      `amin dossier: ${made.status === 'unknown' ? 'there is no network with that code' : ADVICE[made.why]}`,
    )
    return made.status === 'refused' && made.why === 'recipient_invalid' ? WRONG_USE : 1
  }
  const foundation = await openFoundation(config, log, operator)
  try {
    const made = await foundation.dossiers.command(network, as, { scope, recipients })
    if (made.status !== 'open') return refuse(made)
    let why: DossierFault | undefined
    await writeBundle(resolve(out), made.read(), async () => {
      why = await made.settle()
      return why === undefined
    })
    if (why !== undefined) return refuse({ status: 'refused', why })
    const { code, entries, named: cases, unnamed } = made
    print(JSON.stringify({ network: code, file: out, scope: named, entries, cases, unnamed, recipients }))
    return 0
  } finally {
    await foundation.close()
  }
}
