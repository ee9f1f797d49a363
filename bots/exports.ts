import { readFileSync } from 'node:fs'
import { openBundles } from '../adapters/bundle/index.ts'
import { verifierFiles } from '../adapters/bundle/verifier/files.ts'
import type { Statement } from '../core/custody/bundle/facts.ts'
import { makeDossiers, type Dossiers } from '../core/custody/bundle/dossier-orders.ts'
import { makeExports, type Exports } from '../core/custody/bundle/export.ts'
import type { Casebook } from '../core/services/casebook/casebook.ts'
import type { CasePorts } from '../core/services/casebook/ports.ts'
import { makeNetworkBook } from '../core/services/networks/book.ts'
import type { CustodyPorts } from '../core/custody/checkpoint.ts'
import { makeProofs, makeSign } from '../core/custody/proof.ts'
import type { Report } from '../core/custody/bundle/reporter.ts'
import type { Vault } from '../core/ports/vault.ts'
import type { Operator } from './operator.ts'
import { exportRuleOf } from './operator-rules.ts'
import { openBundleTexts } from './texts.ts'

const software = (): string => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly version: string
  }
  return `Amin ${version}`
}

const statementOf = ({ organisation, teams = [] }: Operator): Statement => ({
  software: software(),
  ...(organisation === undefined
    ? {}
    : { organisation: { name: organisation.name, kind: organisation.kind } }),
  teams: Object.fromEntries(teams.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name]]))),
})

/** Bundles, with everything that they are made of. */
export const openExports = (
  operator: Operator,
  ports: CasePorts & { readonly vault: Vault },
  casebook: Casebook,
  custody: CustodyPorts,
  report: Report,
): Exports =>
  makeExports(
    {
      ...ports,
      bundles: openBundles(),
      texts: openBundleTexts(),
      report,
      verifier: verifierFiles,
      proofs: makeProofs(custody),
      sign: makeSign(custody),
      get statement() {
        return statementOf(operator)
      },
      rule: exportRuleOf(operator),
    },
    casebook,
  )

/** Dossiers of networks, by the same rule as bundles. */
export const openDossiers = (
  operator: Operator,
  ports: CasePorts,
  casebook: Casebook,
  custody: CustodyPorts,
): Dossiers =>
  makeDossiers(
    {
      ...ports,
      bundles: openBundles(),
      texts: openBundleTexts(),
      verifier: verifierFiles,
      proofs: makeProofs(custody),
      sign: makeSign(custody),
      get statement() {
        return statementOf(operator)
      },
      rule: exportRuleOf(operator),
    },
    casebook,
    makeNetworkBook(ports),
  )
