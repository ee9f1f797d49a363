/** What operators and service managers send to end a process. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const
export type StopSignal = (typeof SIGNALS)[number]

/** 128 + the signal's number, as shells count. */
const EXIT_CODES: Readonly<Record<StopSignal, number>> = { SIGINT: 130, SIGTERM: 143 }

/**
 * Calls `stop` once, at the first SIGINT or SIGTERM. A second signal, of either kind, ends the
 * process at once: nothing durable depends on a clean stop (law 1). Returns the end of it: the
 * process then dies of these signals as it does by default.
 */
export const listenForStop = (stop: (signal: StopSignal) => void): (() => void) => {
  let stopping = false
  const receive = (signal: StopSignal): void => {
    if (stopping) process.exit(EXIT_CODES[signal])
    stopping = true
    stop(signal)
  }
  for (const signal of SIGNALS) process.on(signal, receive)
  return () => {
    for (const signal of SIGNALS) process.off(signal, receive)
  }
}
