import { dirname } from 'node:path'
import { find, PATH } from '../adapters/confine/find.ts'
import { openConfinement, type Confinement, type Held } from '../adapters/confine/index.ts'
import type { Log } from '../core/ports/log.ts'
import type { SentenceReader } from '../core/ports/sentence-reader.ts'
import type { Config } from './config.ts'

/** What no reader of hostile files may see: everything of ours that is not code. */
export const hiddenOf = (
  config: Pick<
    Config,
    'dataDir' | 'masterKeyFile' | 'checkpointKeyFile' | 'witnessDir' | 'operatorFile' | 'store'
  >,
) => [
  config.dataDir,
  config.witnessDir,
  ...[config.masterKeyFile, config.checkpointKeyFile, config.operatorFile].map((file) => dirname(file)),
  ...(config.store.engine === 'sqlite' ? [dirname(config.store.file)] : []),
]

export const openReaders = (config: Parameters<typeof hiddenOf>[0], log: Log): Confinement =>
  openConfinement({ hidden: hiddenOf(config), log })

/** Programs without which something of a file is not computed. */
const PROGRAMS = ['ffmpeg', 'ffprobe', 'perl'] as const

export const missingPrograms = (path = PATH): readonly string[] =>
  PROGRAMS.filter((name) => find(path, name) === undefined)

/** What does not hold around the readers, in the order of its weight. */
export const lacksOf = ({ files, network, processes, limits }: Held): readonly string[] => [
  ...(files ? [] : ['they can see the data folder and keys']),
  ...(network ? [] : ['they can reach the network']),
  ...(processes ? [] : ['they can signal other processes']),
  ...(limits ? [] : ['nothing bounds their memory and processor']),
]

const SENTENCES_SAY = {
  reading: 'read where the first reader of danger is in doubt',
  resting:
    'read where the first reader of danger is in doubt; not started, as there was nothing to read lately',
  failed: 'down: what reads them ended and is started anew; the first reader of danger reads alone',
} as const

/** Who reads danger, one line for `/readyz`. */
export const describeSentences = (sentences: Pick<SentenceReader, 'state'> | undefined): string =>
  sentences === undefined
    ? 'off: the first reader of danger reads alone (AMIN_READ_SENTENCES)'
    : SENTENCES_SAY[sentences.state()]

/** One line for `/readyz` and `amin doctor`. */
export const describeHeld = (held: Held): string => {
  if (held.refused) return 'refused: this is root, and nothing on this machine would hold what reads files'
  const lacks = lacksOf(held)
  return lacks.length === 0
    ? `held by ${held.by}: no data folder, no network, no other process`
    : `held by ${held.by}, but ${lacks.join(', ')}`
}
