import { createAccessControl } from 'better-auth/plugins/access'
import { adminAc, defaultStatements } from 'better-auth/plugins/admin/access'
import { RIGHTS, ROLES, SCOPES, type Right, type RoleName, type Scope } from '../../contract/rights.ts'

export const access = createAccessControl({ ...defaultStatements, console: RIGHTS })

const AGENT = ['count', 'read', 'work', 'evidence', 'export'] as const satisfies readonly Right[]

/**
 * `machine` owns an API key and cannot sign in. `minors-desk`: an agent who is of the minors team
 * whatever other teams are set. `network-analyst`: of cases of their teams how they hang together, and
 * no case.
 */
export const roles = {
  analyst: access.newRole({ console: ['count'] }),
  'network-analyst': access.newRole({ console: ['count', 'networks'] }),
  auditor: access.newRole({ console: ['count', 'audit'] }),
  agent: access.newRole({ console: [...AGENT] }),
  'minors-desk': access.newRole({ console: [...AGENT] }),
  supervisor: access.newRole({ console: [...AGENT, 'networks', 'supervise', 'approve'] }),
  admin: access.newRole({ ...adminAc.statements, console: [...RIGHTS] }),
  machine: access.newRole({ console: [] }),
}

export const isRole = (role: unknown): role is RoleName => ROLES.some((name) => name === role)

export const roleMay = (role: RoleName, right: Right): boolean =>
  roles[role].authorize({ console: [right] }).success

const OF_SCOPE: Readonly<Record<Scope, readonly Right[]>> = {
  read: ['count', 'read'],
  write: ['work'],
  evidence: ['evidence'],
  admin: ['operate'],
  handover: [],
}

export const scopesMay = (scopes: readonly string[], right: Right): boolean =>
  SCOPES.some((scope) => scopes.includes(scope) && OF_SCOPE[scope].includes(right))
