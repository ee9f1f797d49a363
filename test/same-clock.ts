/**
 * The time and the zone of this process where it was given others (scripts/test-clock.ts), for
 * programs that a test starts with nothing else of its environment: two that talk to each other
 * live on the same day. Nothing where the time is the machine's.
 */
export const sameClock = (): Readonly<Record<string, string>> => {
  const { AMIN_TEST_SHIFT: shift, NODE_OPTIONS: options, TZ: zone } = process.env
  return shift === undefined
    ? {}
    : {
        AMIN_TEST_SHIFT: shift,
        ...(options === undefined ? {} : { NODE_OPTIONS: options }),
        ...(zone === undefined ? {} : { TZ: zone }),
      }
}
