import { readFingerprint } from './check/key.ts'
import { judge, type Finding } from './check/finding.ts'
import { lineOf, sayFinding, sectionsOf } from './check/summary.ts'
import { verifyBundle } from './check/verify.ts'
import { piecesOf, tongueFor, TONGUES, type Tongue } from './check/words.ts'
import type { WordKey } from './check/words-en.ts'
import { nodePlatform, openBundle } from './node-source.ts'

/*
 * verify.mjs: checks an evidence bundle. Needs Node 18 or newer and nothing else; reads only what
 * it is given, writes nothing, uses no network.
 *
 *   node verify.mjs FILE.zip            the bundle as it was handed over
 *   node verify.mjs FOLDER              the bundle unpacked
 *     --key FINGERPRINT                 the fingerprint of the key that the operator publishes
 *     --lang ar|ckb|en                  otherwise the system's language
 *
 * Exit code: 0 all holds, 1 something does not (or could not be checked), 2 wrong use.
 */

const USAGE = 'usage: node verify.mjs FILE.zip | FOLDER [--key FINGERPRINT] [--lang ar|ckb|en]'

type Asked = { readonly path: string; readonly published?: string; readonly tongue: Tongue }

const systemTongue = (): Tongue => {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return tongueFor([LC_ALL ?? '', LC_MESSAGES ?? '', LANG ?? '', 'en'])
}

/** Nothing where it was called in a wrong way. */
const readArguments = (args: readonly string[]): Asked | undefined => {
  let path: string | undefined
  let published: string | undefined
  let tongue: Tongue | undefined = systemTongue()
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    const value = args[i + 1] ?? ''
    if (arg === '--key') {
      published = readFingerprint(value)
      if (published === undefined) return undefined
      i += 1
    } else if (arg === '--lang') {
      tongue = TONGUES.find((one) => one === value)
      i += 1
    } else if (arg.startsWith('--') || path !== undefined) return undefined
    else path = arg
  }
  if (path === undefined || tongue === undefined) return undefined
  return { path, tongue, ...(published === undefined ? {} : { published }) }
}

const write = (line: string): void => void process.stdout.write(`${line}\n`)

const tellAll = (findings: readonly Finding[], tongue: Tongue): number => {
  const say = (key: WordKey): string => lineOf(tongue, piecesOf(tongue, key))
  const verdict = judge(findings)
  for (const { topic, standing, findings: own } of sectionsOf(findings)) {
    write(`\n${say(`topic-${topic}`)}: ${say(`state-${standing}`)}`)
    for (const finding of own)
      write(`  ${finding.kind === 'fault' ? '✗' : '·'} ${lineOf(tongue, sayFinding(tongue, finding))}`)
  }
  write(`\n${say('limits-heading')}`)
  for (const finding of findings)
    if (finding.topic === 'limits') write(`  · ${lineOf(tongue, sayFinding(tongue, finding))}`)
  write(`\n${say(`verdict-${verdict}`)}. ${say(`verdict-${verdict}-means`)}`)
  return verdict === 'holds' ? 0 : 1
}

/** A line that is written over, on a terminal; nothing in a pipe. */
const showProgress = (tongue: Tongue): ((done: number, total: number) => void) => {
  let shown = 0
  return (done, total) => {
    if (!process.stderr.isTTY || (Date.now() - shown < 200 && done < total)) return
    shown = Date.now()
    const values = { done: String(Math.round(done / 1e6)), total: String(Math.round(total / 1e6)) }
    process.stderr.write(
      `\r\u001b[K${done < total ? lineOf(tongue, piecesOf(tongue, 'reading-part', values)) : ''}`,
    )
  }
}

export const runVerifier = async (args: readonly string[]): Promise<number> => {
  const asked = readArguments(args)
  if (asked === undefined) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  const { path, tongue, published } = asked
  const opened = await openBundle(path)
  if (opened === undefined || opened === 'age') {
    const command = 'age --decrypt --identity KEY --output bundle.zip FILE.age'
    const pieces =
      opened === 'age' ? piecesOf(tongue, 'is-age', { command }) : piecesOf(tongue, 'not-readable')
    process.stderr.write(`${lineOf(tongue, pieces)}\n`)
    return 2
  }
  try {
    const findings: Finding[] = []
    const options = { progress: showProgress(tongue), ...(published === undefined ? {} : { published }) }
    for await (const finding of verifyBundle(opened.source, nodePlatform, options)) findings.push(finding)
    return tellAll(findings, tongue)
  } finally {
    await opened.close()
  }
}
