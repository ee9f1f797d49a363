import type { Command } from './command.ts'
import { AGENCY } from './agency.ts'
import { EXCHANGE } from './exchanging.ts'
import { DOSSIER, EXPORT } from './leaving.ts'

const CODE = { shown: 'CODE', least: 1, most: 1 }
const EMAIL = { shown: 'EMAIL', least: 1, most: 1 }

/**
 * The command line. The table of README.md beside it and this one are kept in step by a test. What a command
 * takes and does stands here, so that help
 * needs none of their code.
 */
export const COMMANDS: Readonly<Record<string, Command>> = {
  chat: {
    about: 'Talk to the bot in the terminal; nothing is kept.',
    options: {
      lang: { kind: 'text', value: 'L', about: 'ar (unless said otherwise), ckb or en' },
      json: {
        kind: 'flag',
        about: 'JSON lines {"text"}, {"press"}, {"file"} or {"wait"} in; {"at", "says", "state"} out',
      },
    },
    load: async () => (await import('./chat.ts')).chat,
  },
  assess: {
    about:
      'Reads JSON lines {"id": ..., "text": ...} from standard input and writes what the rules see in each; nothing is stored.',
    options: {
      'with-model': {
        kind: 'flag',
        about:
          'asks the model that the settings name as well, where nothing sure is heard: the words leave for its server, with what names somebody taken out',
      },
    },
    load: async () => (await import('./assess.ts')).assess,
  },
  link: {
    about:
      'Plays a set of reports into an instance that is thrown away and writes which belong together, a JSON line for each.',
    options: { set: { kind: 'text', value: 'DIR', about: 'a folder with cases.jsonl and media/; needed' } },
    load: async () => (await import('./link.ts')).link,
  },
  'danger report': {
    about:
      'How danger was read, by label and language: surely, asked and answered, judged by the team to be none, or missed. JSON lines.',
    options: { table: { kind: 'flag', about: 'as a table instead' } },
    load: async () => (await import('./danger.ts')).reportDanger,
  },
  statistics: {
    about:
      'Writes the report of a month as a PDF of two pages for who decides: the figures of the statistics page, small numbers hidden.',
    options: {
      month: { kind: 'text', value: 'YYYY-MM', about: 'which month; needed' },
      pdf: { kind: 'text', value: 'FILE', about: 'where the report is written; needed' },
      lang: { kind: 'text', value: 'L', about: 'ar (unless said otherwise), ckb or en' },
    },
    load: async () => (await import('./statistics.ts')).statistics,
  },
  'case list': {
    about: 'The queue as JSON lines, most urgent first. Without a status: every case that was not erased.',
    options: { status: { kind: 'text', value: 'S', about: 'bot, waiting, agent, closed or erased' } },
    load: async () => (await import('./case.ts')).listCases,
  },
  'case show': {
    about:
      'One case as JSON: answers, identifiers, dangers, severity with reasons, messages, evidence with hashes.',
    words: CODE,
    load: async () => (await import('./case.ts')).showCase,
  },
  export: EXPORT,
  dossier: DOSSIER,
  ...EXCHANGE,
  verify: {
    about: 'Checks a bundle, or every chain, head and sealed object of the store. One line a fault.',
    words: { shown: 'FILE', least: 0, most: 1 },
    options: {
      key: {
        kind: 'text',
        value: 'FINGERPRINT',
        about: 'the fingerprint that the signing key of a bundle has to have',
      },
      store: { kind: 'flag', about: 'checks the store and its vault instead of a bundle' },
      deep: { kind: 'flag', about: 'opens every object, too' },
      repair: { kind: 'flag', about: 'removes objects that no entry names' },
      resume: { kind: 'flag', about: 'goes on where a run before was cut' },
    },
    load: async () => (await import('./verify.ts')).verify,
  },
  fingerprint: {
    about:
      'JSON lines {file, sha256, md5, size, mime, pdq, quality}; pdq is null, with a reason, where it is no picture.',
    words: { shown: 'FILE...', least: 1, most: Infinity },
    load: async () => (await import('./fingerprint.ts')).fingerprint,
  },
  read: {
    about:
      'JSON lines {file, kind, direction, header, bubbles, identifiers, tool, seconds}: what stands in pictures of chats; kind is none, with a reason, where it is none.',
    words: { shown: 'FILE...', least: 1, most: Infinity },
    load: async () => (await import('./read.ts')).read,
  },
  hashes: {
    about: 'Fingerprints that people agreed to share, as a list for platforms.',
    options: {
      form: { kind: 'text', value: 'F', about: 'csv or threatexchange; needed' },
      out: { kind: 'text', value: 'FILE', about: 'where the list is written; needed' },
      case: { kind: 'text', value: 'CODE', about: 'one case alone' },
    },
    load: async () => (await import('./hashes.ts')).hashes,
  },
  'checkpoint now': {
    about: 'Signs the heads of all cases now, and asks every time-stamping authority.',
    options: { 'new-key': { kind: 'flag', about: 'the signing key was changed on purpose' } },
    load: async () => (await import('./checkpoint.ts')).checkpointNow,
  },
  'checkpoint list': {
    about: 'Every checkpoint, as JSON lines.',
    load: async () => (await import('./checkpoint.ts')).listCheckpoints,
  },
  'checkpoint verify': {
    about: 'Checks the log of heads: leaves, roots, signatures, time stamps. One line a fault.',
    load: async () => (await import('./checkpoint.ts')).verifyCheckpoints,
  },
  'checkpoint accept': {
    about:
      'After an older store was put back on purpose: takes it as it is, so that it is not called behind any more.',
    load: async () => (await import('./checkpoint.ts')).acceptCheckpoints,
  },
  'checkpoint key': {
    about: 'Prints the public key that checkpoints and bundles are signed with, and its fingerprint.',
    load: async () => (await import('./checkpoint.ts')).checkpointKey,
  },
  hold: {
    about: 'Nothing erases the case until the hold is lifted.',
    words: CODE,
    options: { reason: { kind: 'text', value: 'TEXT', about: 'who asked for it, and its number; needed' } },
    load: async () => (await import('./hold.ts')).hold,
  },
  release: {
    about: 'Lifts the hold; what the person wanted erased meanwhile is erased.',
    words: CODE,
    options: { reason: { kind: 'text', value: 'TEXT', about: 'why it ends; needed' } },
    load: async () => (await import('./hold.ts')).release,
  },
  backup: {
    about: 'Copies the store and the vault to one place and the keys to another, beside a working Amin.',
    options: {
      to: { kind: 'text', value: 'DIR', about: 'for store, team and vault; needed' },
      'keys-to': { kind: 'text', value: 'DIR', about: 'for the keys, apart from the other; needed' },
    },
    load: async () => (await import('./backup.ts')).backup,
  },
  erase: {
    about: 'Destroys the case key, leaves a tombstone, prints the certificate.',
    words: CODE,
    options: { reason: { kind: 'text', value: 'TEXT', about: 'as the tombstone will say; needed' } },
    load: async () => (await import('./erase.ts')).erase,
  },
  'agent add': {
    about: 'Adds a member and prints the link with which they choose a password.',
    words: EMAIL,
    options: {
      name: { kind: 'text', value: 'NAME', about: 'as colleagues see it; needed' },
      role: {
        kind: 'text',
        value: 'R',
        about:
          'agent (unless said otherwise), minors-desk, supervisor, analyst, network-analyst, auditor or admin',
      },
      teams: {
        kind: 'text',
        value: 'T,T',
        about: 'whose cases they see; none unless said, all for every team with people under 18',
      },
    },
    load: async () => (await import('./agent.ts')).addAgent,
  },
  'agent list': {
    about: 'The team as JSON lines.',
    load: async () => (await import('./agent.ts')).listAgents,
  },
  'agent disable': {
    about: 'Ends every session of a member and keeps them out.',
    words: EMAIL,
    load: async () => (await import('./agent.ts')).disableAgent,
  },
  'agent reset': {
    about:
      'The way back in for a member who lost password or telephone, a lone administrator too: prints a link for a new password.',
    words: EMAIL,
    options: {
      factor: {
        kind: 'flag',
        about: 'passkeys and codes end as well; another is set up at the next sign-in',
      },
    },
    load: async () => (await import('./agent.ts')).resetAgent,
  },
  'api-key create': {
    about: 'Makes a key for another program and prints it, this once.',
    options: {
      scope: {
        kind: 'text',
        value: 'S,S',
        about:
          'a comma list of read, write, evidence, admin (the installation, never people or keys) and handover (a Botpress bot; opens nothing else); needed',
      },
      name: { kind: 'text', value: 'N', about: 'what it is for' },
      teams: {
        kind: 'text',
        value: 'T,T',
        about: 'whose cases it sees; none unless said, all for every team with people under 18',
      },
    },
    load: async () => (await import('./api-key.ts')).createApiKey,
  },
  'botpress definition': {
    about:
      'Writes what registers Amin at Botpress: the definition for `bp deploy --url`, and the texts of the HITL plugin in three languages.',
    options: { out: { kind: 'text', value: 'DIR', about: 'where to; botpress-amin unless said otherwise' } },
    load: async () => (await import('./botpress.ts')).writeDefinition,
  },
  'botpress register': {
    about:
      'Makes Amin an integration of a Botpress workspace, or renews it, and prints the three settings that follow. An administrator’s token is read from standard input and kept nowhere.',
    options: {
      workspace: { kind: 'text', value: 'ID', about: 'the id of the workspace; needed' },
      api: { kind: 'text', value: 'URL', about: 'where Botpress is; its cloud unless said otherwise' },
    },
    load: async () => (await import('./botpress.ts')).registerIntegration,
  },
  'botpress path': {
    about: 'Prints a new BOTPRESS_PATH_KEY; nothing is kept.',
    load: async () => (await import('./botpress.ts')).makePathKey,
  },
  'api-key list': {
    about: 'The keys as JSON lines, never the keys themselves.',
    load: async () => (await import('./api-key.ts')).listApiKeys,
  },
  'api-key end': {
    about: 'Ends a key: it opens nothing any more.',
    words: { shown: 'ID', least: 1, most: 1 },
    load: async () => (await import('./api-key.ts')).endApiKey,
  },
  'key lost': {
    about: 'Names the cases that have no key in the key store.',
    options: { accept: { kind: 'flag', about: 'they are known to be lost: Amin starts without them' } },
    load: async () => (await import('./key-lost.ts')).lostKeys,
  },
  'key rotate': {
    about: 'Puts every case key under a new master key, while Amin is stopped. Interrupted, give it again.',
    load: async () => (await import('./key-rotate.ts')).rotateKey,
  },
  ...AGENCY,
  'views rebuild': {
    about: 'Makes the queue again from the ledgers.',
    load: async () => (await import('./views.ts')).rebuild,
  },
  'store migrate': {
    about: 'Copies everything to another store, verified; beside a working Amin what only grows.',
    options: {
      to: { kind: 'text', value: 'URL', about: 'sqlite:FILE or mongodb://...; this or --to-file is needed' },
      'to-file': {
        kind: 'text',
        value: 'FILE',
        about: 'a file that holds the address, which may hold a password',
      },
    },
    load: async () => (await import('./store-migrate.ts')).migrateStore,
  },
  'whatsapp pair': {
    about: 'Links WhatsApp to a phone: a QR code to scan, or a code to type for a number.',
    options: {
      phone: {
        kind: 'text',
        value: 'N',
        about: 'the number with its country code: a code to type instead of one to scan',
      },
      'own-number': {
        kind: 'flag',
        about: 'confirms that the number is for this service alone: whoever writes to it becomes a case',
      },
    },
    load: async () => (await import('./whatsapp.ts')).pair,
  },
  'model check': {
    about:
      'What the language model that the settings name can do, with made-up words; one line each. Leaves with 1 where something is at fault.',
    load: async () => (await import('./model.ts')).checkModel,
  },
  doctor: {
    about:
      'Checks settings, data folder, keys, store, vault and hotlines, and asks the public address and Telegram. Leaves with 1 where something is at fault.',
    options: {
      inside: { kind: 'flag', about: 'asks nothing over the network; for checks every minute' },
      json: { kind: 'flag', about: 'one JSON object a line: {"level", "what", "says"}' },
    },
    load: async () => (await import('./doctor.ts')).doctor,
  },
}
