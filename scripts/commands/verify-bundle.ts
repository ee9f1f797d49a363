import { judge, type Finding } from '../../adapters/bundle/verifier/check/finding.ts'
import { readFingerprint } from '../../adapters/bundle/verifier/check/key.ts'
import { lineOf, sayFinding } from '../../adapters/bundle/verifier/check/summary.ts'
import { verifyBundle } from '../../adapters/bundle/verifier/check/verify.ts'
import { nodePlatform, openBundle } from '../../adapters/bundle/verifier/node-source.ts'
import { WRONG_USE, type Call } from './command.ts'
import { makeProgress } from './progress.ts'

const lineFor = (finding: Finding): string => lineOf('en', sayFinding('en', finding))

/**
 * Checks a bundle, packed or unpacked, with what goes into every bundle to check it with. One line
 * a fault; what is only worth knowing, and what no check can show, goes to standard error. `key`:
 * the fingerprint that the signing key has to have.
 */
export const checkBundle = async (
  { say, print }: Call,
  file: string,
  key: string | undefined,
): Promise<number> => {
  const published = key === undefined ? undefined : readFingerprint(key)
  if (key !== undefined && published === undefined) {
    say('amin verify: --key takes the fingerprint of a key, 64 hexadecimal digits')
    return WRONG_USE
  }
  const opened = await openBundle(file)
  if (opened === undefined) {
    say('amin verify: there is no such file or folder, or it may not be read')
    return WRONG_USE
  }
  if (opened === 'age') {
    say(
      'amin verify: this file is sealed with age; open it first: age --decrypt --identity KEY --output bundle.zip FILE',
    )
    return WRONG_USE
  }
  const progress = makeProgress()
  const findings: Finding[] = []
  try {
    const options = {
      progress: (done: number, total: number) =>
        progress.show(`${Math.round(done / 1e6)} of ${Math.round(total / 1e6)} MB`),
      ...(published === undefined ? {} : { published }),
    }
    for await (const finding of verifyBundle(opened.source, nodePlatform, options)) {
      findings.push(finding)
      if (finding.kind === 'fault') print(lineFor(finding))
    }
  } finally {
    progress.end()
    await opened.close()
  }
  for (const finding of findings)
    if (finding.kind !== 'fault' && finding.kind !== 'holds') say(lineFor(finding))
  const faults = findings.filter(({ kind }) => kind === 'fault').length
  const verdict = judge(findings)
  say(
    verdict === 'holds'
      ? 'all holds'
      : verdict === 'broken'
        ? `does not hold: ${faults} faults`
        : 'not everything could be checked',
  )
  return verdict === 'holds' ? 0 : 1
}
