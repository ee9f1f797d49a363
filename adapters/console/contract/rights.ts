/**
 * What a person or a machine may do here. `count`: numbers without content; `read`: cases; `work`:
 * claim, write, close; `evidence`: reveal files and fetch originals; `export`: ask for a bundle and
 * fetch it, ask that a case be erased; `networks`: see how cases hang together, judge it and ask for
 * a dossier, which shows nothing that anybody wrote; `supervise`: move what others hold; `approve`: agree to a
 * bundle, or to erasing, that somebody else asked for; `audit`: who did what, and the chain of
 * custody, without words; `operate`: what is stated of this installation, how its parts are, its
 * channels and ready texts; `administer`: people, keys and second factors, which no key ever may.
 */
export const RIGHTS = [
  'count',
  'read',
  'work',
  'evidence',
  'export',
  'networks',
  'supervise',
  'approve',
  'audit',
  'operate',
  'administer',
] as const
export type Right = (typeof RIGHTS)[number]

export const ROLES = [
  'agent',
  'minors-desk',
  'supervisor',
  'analyst',
  'network-analyst',
  'auditor',
  'admin',
] as const
export type RoleName = (typeof ROLES)[number]

/**
 * What an API key may be made for. A key has no rights but those of its scopes; `handover` has
 * none: with it another bot may hand people over, and that is asked elsewhere.
 */
export const SCOPES = ['read', 'write', 'evidence', 'admin', 'handover'] as const
export type Scope = (typeof SCOPES)[number]
