import type { Command } from './command.ts'

/**
 * The command line (design: contract.md); the README's table and this one are kept in step by a test. Loaded when asked for, since some
 * stand on much.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  chat: async () => (await import('./chat.ts')).chat,
  assess: async () => (await import('./assess.ts')).assess,
  fingerprint: async () => (await import('./fingerprint.ts')).fingerprint,
  'checkpoint now': async () => (await import('./checkpoint.ts')).checkpointNow,
  'checkpoint list': async () => (await import('./checkpoint.ts')).listCheckpoints,
  'checkpoint verify': async () => (await import('./checkpoint.ts')).verifyCheckpoints,
  'checkpoint key': async () => (await import('./checkpoint.ts')).checkpointKey,
  'case list': async () => (await import('./case.ts')).listCases,
  'case show': async () => (await import('./case.ts')).showCase,
  verify: async () => (await import('./verify.ts')).verify,
  export: async () => (await import('./export.ts')).exportCase,
  hashes: async () => (await import('./hashes.ts')).hashes,
  erase: async () => (await import('./erase.ts')).erase,
  hold: async () => (await import('./hold.ts')).hold,
  release: async () => (await import('./hold.ts')).release,
  backup: async () => (await import('./backup.ts')).backup,
  'agent add': async () => (await import('./agent.ts')).addAgent,
  'agent list': async () => (await import('./agent.ts')).listAgents,
  'agent disable': async () => (await import('./agent.ts')).disableAgent,
  'api-key create': async () => (await import('./api-key.ts')).createApiKey,
  'key rotate': async () => (await import('./key-rotate.ts')).rotateKey,
  'views rebuild': async () => (await import('./views.ts')).rebuild,
  'store migrate': async () => (await import('./store-migrate.ts')).migrateStore,
  'whatsapp pair': async () => (await import('./whatsapp.ts')).pair,
  doctor: async () => (await import('./doctor.ts')).doctor,
}
