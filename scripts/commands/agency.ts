import type { Command } from './command.ts'

/** What an agency has beside Amin: programs that are told of cases, and cases of before. */
export const AGENCY: Readonly<Record<string, Command>> = {
  'webhooks list': {
    about: 'The webhooks and what became of the last messages to each, as JSON lines; no secret.',
    load: async () => (await import('./webhooks.ts')).listWebhooks,
  },
  'webhooks test': {
    about: 'Sends one a message about no case, which switches it on again where it is taken; else 1.',
    words: { shown: 'ID', least: 1, most: 1 },
    load: async () => (await import('./webhooks.ts')).testWebhook,
  },
  import: {
    about:
      'Old cases out of a sheet (CSV): says row by row what would be taken and what is refused, and why; writes with --take alone.',
    words: { shown: 'FILE', least: 1, most: 1 },
    options: {
      by: { kind: 'text', value: 'EMAIL', about: 'the member in whose hands they come; needed' },
      lang: { kind: 'text', value: 'L', about: 'ar, ckb or en, where a row says nothing of it; else ar' },
      take: { kind: 'flag', about: 'takes them, if no row is refused' },
    },
    load: async () => (await import('./import.ts')).importCases,
  },
}
