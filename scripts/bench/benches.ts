import type { Given } from './figures.ts'

export type Bench = {
  readonly about: string
  /** After so many minutes something in it hung. */
  readonly minutes: number
  /** What the folder holds that it asks for: such a bench runs where it is named. */
  readonly asks?: string
  readonly load: () => Promise<(given: Given) => Promise<void>>
}

/** Their code is loaded when one is run, in a process of its own. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  telegram: {
    about:
      'updates a second, each answered, beside grammY runner and bot.start at 0 and 20 ms; lost after SIGKILL',
    minutes: 30,
    load: async () => (await import('./telegram.ts')).benchTelegram,
  },
  whatsapp: {
    about: 'processor and wall time of a message with the sealed journal, beside Baileys with keys in memory',
    minutes: 20,
    load: async () => (await import('./whatsapp.ts')).benchWhatsapp,
  },
  conversation: {
    about: 'processor time of a turn deep in a conversation, beside @grammyjs/conversations',
    minutes: 10,
    load: async () => (await import('./conversation.ts')).benchConversation,
  },
  intake: {
    about: 'time of one message until it is sealed, beside NFKC of the same text; floods',
    minutes: 10,
    load: async () => (await import('./intake.ts')).benchIntake,
  },
  danger: {
    about: 'how well danger is heard, by label and form, and what it costs',
    minutes: 60,
    load: async () => (await import('./danger.ts')).benchDanger,
  },
  sayings: {
    about: 'how much of what people say unasked is answered, and rightly',
    minutes: 5,
    load: async () => (await import('./sayings.ts')).benchSayings,
  },
  facts: {
    about: 'how much of what people tell of a case is found, and is so',
    minutes: 10,
    load: async () => (await import('./facts.ts')).benchFacts,
  },
  store: {
    about: 'durable commits through the port, beside SQLite alone on the same disk',
    minutes: 20,
    load: async () => (await import('./store.ts')).benchStore,
  },
  'store-mongo': {
    about: 'the same with MongoDB, beside the bare driver on the same server; one worker beside two',
    minutes: 20,
    load: async () => (await import('./store-mongo.ts')).benchStoreMongo,
  },
  sealing: {
    about: 'the sealed path of a file, beside SHA-256 and AES-256-GCM alone',
    minutes: 10,
    load: async () => (await import('./sealing.ts')).benchSealing,
  },
  fingerprint: {
    about: 'pictures fingerprinted a second, beside decoding alone',
    minutes: 10,
    load: async () => (await import('./fingerprint.ts')).benchFingerprint,
  },
  events: {
    about: 'from a message at the platform to its event at a console, with 200 streams open',
    minutes: 15,
    load: async () => (await import('./events.ts')).benchEvents,
  },
  evidence: {
    about: 'pictures and a film from their arrival to the disk, beside decoder and hash alone',
    minutes: 15,
    load: async () => (await import('./evidence.ts')).benchEvidence,
  },
  console: {
    about: 'API and page of the console with 100,000 cases and fifty agents',
    minutes: 90,
    load: async () => (await import('./console.ts')).benchConsole,
  },
  start: {
    about: 'from the start of the process to ready, beside an empty server; after SIGKILL; two commands',
    minutes: 15,
    load: async () => (await import('./start.ts')).benchStart,
  },
  memory: {
    about: 'what the program holds on 10,000 cases, beside an empty store',
    minutes: 20,
    load: async () => (await import('./process.ts')).benchMemory,
  },
  flood: {
    about: '50 people in three languages through 10,000 fakes',
    minutes: 20,
    load: async () => (await import('./flood.ts')).benchFlood,
  },
  people: {
    about: 'what scripted people meet with, judged by rule',
    minutes: 120,
    asks: 'people, one JSON file each (scripts/bench/people/person.ts)',
    load: async () => (await import('./people.ts')).benchPeople,
  },
  questions: {
    about: 'how many questions of people who only want advice are answered, and rightly',
    minutes: 120,
    asks: 'questions.jsonl: {"language", "text", "topic"}, topic null for none',
    load: async () => (await import('./questions.ts')).benchQuestions,
  },
  reading: {
    about: 'how well pictures of chats are read',
    minutes: 120,
    asks: 'pictures, beside each what stands in it (NAME.jpg, NAME.json)',
    load: async () => (await import('./reading.ts')).benchReading,
  },
}
