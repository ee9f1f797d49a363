/** The closing lines: what was left out for want of a part of this machine. Never silently . */
const tellMissing = () => (): void => {
  const missing = process.env['AMIN_TEST_MISSING']
  if (missing !== undefined)
    process.stderr.write(
      `\n${missing
        .split('\n')
        .map((one) => `Left out: ${one}\n`)
        .join('')}`,
    )
}

export default tellMissing
