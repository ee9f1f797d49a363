import { checkBag } from './bag.ts'
import { checkChain } from './chain.ts'
import { readContents, type Progress } from './contents.ts'
import { checkEvidence } from './evidence.ts'
import { makeTell, type Finding } from './finding.ts'
import { checkInclusion } from './inclusion.ts'
import { readKey } from './key.ts'
import { checkLinking } from './linking.ts'
import { checkOpened, checkReceipts, receivedIn } from './opened.ts'
import { checkCheckpoint, checkSignature } from './signature.ts'
import type { Platform, Source } from './source.ts'
import { checkTokens } from './token.ts'

export type VerifyOptions = {
  /** The fingerprint that the reader has from the operator: 64 lower-case hexadecimal digits. */
  readonly published?: string
  /** Bytes read, of how many. */
  readonly progress?: Progress
}

/**
 * Checks a bundle in every way that it can be checked without anybody's help. Everything that was
 * looked at is told, topic by topic.
 */
export const verifyBundle = async function* (
  source: Source,
  platform: Platform,
  { published, progress = () => undefined }: VerifyOptions = {},
): AsyncGenerator<Finding> {
  const archive = makeTell('archive')
  const contents = await readContents(source, platform, archive, progress)
  if (source.kind === 'zip') archive.holds('archive-holds', { n: String(contents.files.size) })
  else archive.note('archive-folder')
  yield* archive.findings

  const bag = makeTell('bag')
  checkBag(contents, bag)
  yield* bag.findings

  const signature = makeTell('signature')
  const key = readKey(contents, published, signature)
  await checkSignature(contents, key, platform, signature)
  yield* signature.findings

  const log = makeTell('checkpoint')
  const checkpoint = await checkCheckpoint(contents, key, platform, log)
  yield* log.findings

  const chain = makeTell('chain')
  const links = checkChain(contents, chain)
  yield* chain.findings

  const inclusion = makeTell('inclusion')
  checkInclusion(contents, links, checkpoint, inclusion)
  yield* inclusion.findings

  const disclosed = makeTell('opened')
  const opened = checkOpened(contents, links, disclosed)
  checkLinking(contents, links, opened, disclosed)
  const received = receivedIn(opened)
  const evidence = makeTell('evidence')
  checkEvidence(contents, links, received, evidence)
  yield* evidence.findings
  yield* disclosed.findings

  const receipts = makeTell('receipts')
  checkReceipts(opened, received, receipts)
  yield* receipts.findings

  const tokens = makeTell('timestamps')
  checkTokens(contents, tokens)
  yield* tokens.findings

  const limits = makeTell('limits')
  for (const key of ['limit-sealed', 'limit-report', 'limit-intake', 'limit-verifier'] as const)
    limits.unchecked(key)
  yield* limits.findings
}
