import { buildConsole, buildProgram } from './build/built.ts'

/** The closing lines: what was left out for want of a part of this machine. Never silently. */
const tellMissing = (): void => {
  const missing = process.env['AMIN_TEST_MISSING']
  if (missing !== undefined)
    process.stderr.write(
      `\n${missing
        .split('\n')
        .map((one) => `Left out: ${one}\n`)
        .join('')}`,
    )
}

/** Around the whole run. Where all of it runs, files that need what is built find it made. */
const setUp = () => {
  if (process.env['CI'] !== undefined) {
    buildConsole()
    buildProgram()
  }
  return tellMissing
}

export default setUp
