import type { Command } from './command.ts'

const RECIPIENT = {
  kind: 'list',
  value: 'age1...',
  about: 'seals it to this public key of age; may stand several times',
} as const
const AS = { kind: 'text', value: 'NAME', about: 'who asked for it, as the chain will say' } as const

/* Commands by which something leaves. */

export const EXPORT: Command = {
  about: 'Writes an evidence bundle; the person’s consent decides what is in it.',
  words: { shown: 'CODE', least: 1, most: 1 },
  options: {
    out: { kind: 'text', value: 'FILE', about: 'where the bundle is written; needed' },
    recipient: RECIPIENT,
    scope: { kind: 'text', value: 'S', about: 'person, investigators (unless said otherwise) or ngo' },
    as: AS,
  },
  load: async () => (await import('./export.ts')).exportCase,
}

export const DOSSIER: Command = {
  about: 'Writes the dossier of a network for a prosecutor, with what it does not prove.',
  words: { shown: 'NETWORK', least: 1, most: 1 },
  options: {
    out: { kind: 'text', value: 'FILE', about: 'where the dossier is written; needed' },
    recipient: RECIPIENT,
    scope: { kind: 'text', value: 'S', about: 'investigators (unless said otherwise) or ngo' },
    as: AS,
  },
  load: async () => (await import('./dossier.ts')).dossier,
}
