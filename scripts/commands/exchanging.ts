import type { Command } from './command.ts'

const THIRD = {
  kind: 'text',
  value: 'URL',
  about: 'where the third assists, where the agreement names one',
} as const
const PICTURES = {
  'pictures-of-anybody': {
    kind: 'flag',
    about: 'needed for pictures: of cases that take part most go, also what may be the person’s own',
  },
} as const
/** A refusal is read by whoever has to do something about it. */
const LANG = {
  lang: {
    kind: 'text',
    value: 'L',
    about: 'in which language a refusal is said: en (unless said otherwise), ar or ckb',
  },
} as const
const FILE = { shown: 'AGREEMENT', least: 1, most: 1 }

/* Commands by which two agencies learn which of their items the other has too (scripts/deploy/exchange.md). */

export const EXCHANGE: Readonly<Record<string, Command>> = {
  'exchange offer': {
    about:
      'Writes an agreement with another agency, signed by this one: what may be compared, for what, until when, how much. A file to read and to send; `exchange sign` at the other side makes it hold.',
    options: {
      out: { kind: 'text', value: 'FILE', about: 'where the agreement is written; needed' },
      'their-key': {
        kind: 'text',
        value: 'FILE',
        about: 'what `amin checkpoint key` printed at the other side; needed',
      },
      'their-name': { kind: 'text', value: 'NAME', about: 'who they are; needed' },
      'their-role': {
        kind: 'text',
        value: 'R',
        about:
          'what they are: investigators or ngo; only cases whose people agreed to share with that; needed',
      },
      name: { kind: 'text', value: 'NAME', about: 'who this agency is; needed' },
      role: { kind: 'text', value: 'R', about: 'what this agency is: investigators or ngo; needed' },
      purpose: { kind: 'text', value: 'TEXT', about: 'what it is for, in a line; needed' },
      until: { kind: 'text', value: 'DAY', about: 'the last day (YYYY-MM-DD) on which it holds; needed' },
      from: { kind: 'text', value: 'DAY', about: 'the first one; today unless said otherwise' },
      kinds: {
        kind: 'text',
        value: 'K,K',
        about:
          'of numbers, handles, wallets, pictures; the first three unless said otherwise; pictures may be the person’s own',
      },
      learns: {
        kind: 'text',
        value: 'WHO',
        about: 'who learns which of their own items the other has: both (unless said otherwise), us or them',
      },
      run: {
        kind: 'text',
        value: 'N',
        about: 'most items of one side in a run, a power of two; 1024 unless said',
      },
      day: { kind: 'text', value: 'N', about: 'most items of one side in 24 hours; 4096 unless said' },
      least: {
        kind: 'text',
        value: 'N',
        about: 'the smallest set that is sent, a power of two; 256 unless said',
      },
      'third-key': {
        kind: 'text',
        value: 'FILE',
        about: 'of a neutral third that both ask in each run, what `amin checkpoint key` printed there',
      },
      'third-name': { kind: 'text', value: 'NAME', about: 'who that is' },
      children: { kind: 'flag', about: 'takes in cases of people under 18 as well, never their pictures' },
      ...PICTURES,
    },
    load: async () => (await import('./exchange-agree.ts')).offer,
  },
  'exchange sign': {
    about: 'Signs an agreement that the other side wrote, in its file. Read it first: it is text.',
    words: FILE,
    options: { ...PICTURES, ...LANG },
    load: async () => (await import('./exchange-agree.ts')).sign,
  },
  'exchange serve': {
    about:
      'Waits for the other party of agreements and answers its runs, beside a running Amin, until it is stopped. Put a proxy with TLS before it.',
    words: { shown: 'AGREEMENT...', least: 1, most: 100 },
    options: {
      listen: { kind: 'text', value: 'HOST:PORT', about: '127.0.0.1:8090 unless said otherwise' },
      third: THIRD,
      once: { kind: 'flag', about: 'stops after a run, however it ended' },
      ...LANG,
    },
    load: async () => (await import('./exchange.ts')).serve,
  },
  'exchange run': {
    about:
      'Compares with the other party, where it serves. Says how many are in common, where this side learns it.',
    words: FILE,
    options: {
      with: { kind: 'text', value: 'URL', about: 'where they serve: https, or http on this machine; needed' },
      third: THIRD,
      ...LANG,
    },
    load: async () => (await import('./exchange.ts')).run,
  },
  'exchange assist': {
    about:
      'Is the neutral third of agreements between others: turns what they veiled with a key that ends with this program, counts it, and sees nothing of it. Until it is stopped.',
    words: { shown: 'AGREEMENT...', least: 1, most: 100 },
    options: {
      listen: { kind: 'text', value: 'HOST:PORT', about: '127.0.0.1:8090 unless said otherwise' },
      ...LANG,
    },
    load: async () => (await import('./exchange.ts')).assist,
  },
  'exchange list': {
    about: 'The runs that were, as JSON lines, with what their signed transcripts say.',
    load: async () => (await import('./exchange-show.ts')).list,
  },
  'exchange show': {
    about:
      'Which of our cases the other side has something of as well, as JSON lines {case, kinds}: those that a member may see. It stands in the administrators’ log.',
    words: { shown: 'RUN', least: 1, most: 1 },
    options: {
      as: { kind: 'text', value: 'EMAIL', about: 'the member who looks, who has to see cases; needed' },
      items: { kind: 'flag', about: 'what it is that both have, too' },
    },
    load: async () => (await import('./exchange-show.ts')).show,
  },
}
