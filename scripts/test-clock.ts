import { spawnSync } from 'node:child_process'

/**
 * `npm run test:clock [-- FILE...]`: the fast half of the suite, or the files that are named, at
 * times and in places where a test that depends on the hour, the day or the zone fails.
 */
const TIMES: readonly (readonly [at: string, zone: string, what: string])[] = [
  ['2026-06-18T19:30:00Z', 'Asia/Baghdad', 'half past ten in the evening in Baghdad: tomorrow is near'],
  ['2026-06-18T20:40:00Z', 'UTC', 'twenty to midnight in Baghdad: whoever waits half an hour is in tomorrow'],
  ['2026-12-31T23:59:40Z', 'UTC', 'the last seconds of a year'],
  ['2028-02-29T12:00:00Z', 'America/Los_Angeles', 'the day that most years lack'],
  ['2026-10-30T08:00:00Z', 'Asia/Tehran', 'a Friday, half an hour beside all others'],
  ['2027-03-28T00:59:40Z', 'Europe/Berlin', 'the night in which an hour is missing'],
]
const FAST = ['test/core', 'test/property', 'test/bots']

const named = process.argv.slice(2)
const clock = new URL('../test/clock.ts', import.meta.url).href
const failed: string[] = []
for (const [at, zone, what] of TIMES) {
  process.stdout.write(`${at} in ${zone}: ${what}\n`)
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'test/vitest.config.ts',
      ...(named.length === 0 ? FAST : named),
    ],
    {
      cwd: new URL('..', import.meta.url).pathname,
      stdio: 'inherit',
      env: {
        ...process.env,
        TZ: zone,
        AMIN_TEST_SHIFT: String(Date.parse(at) - Date.now()),
        NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import ${clock}`.trim(),
      },
    },
  )
  if (status !== 0) failed.push(at)
}
if (failed.length > 0) process.stdout.write(`the suite depends on the time: ${failed.join(', ')}\n`)
process.exitCode = failed.length === 0 ? 0 : 1
