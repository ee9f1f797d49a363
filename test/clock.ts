/**
 * Another time for this process: given to Node by `--import`, or loaded.
 *
 * - `AMIN_TEST_SHIFT` (scripts/test-clock.ts): it begins so many milliseconds away from now.
 * - `AMIN_TEST_CLOCK=told` (test/journey/amin-process.ts): it is told by a message to let time pass
 *   (`{ passes: ms }`): its clock goes on by that much at once, and the timers that are due by then ring. What
 *   a person would wait for, as the bot does for more of their words, no test has to wait for.
 *
 * What is measured (`performance`) stays what it is.
 */
type Clock = { shift: number }
declare global {
  var aminTestClock: Clock | undefined
}

const setClock = (): Clock => {
  const clock = { shift: Number(process.env['AMIN_TEST_SHIFT'] ?? 0) }
  const now = Date.now.bind(Date)
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now() + clock.shift] : args, newTarget) as object,
    apply: () => new Date(now() + clock.shift).toString(),
    get: (target, key, receiver) =>
      key === 'now' ? () => now() + clock.shift : (Reflect.get(target, key, receiver) as unknown),
  })
  return clock
}

/** One for this process, however often it is loaded: by Node, and by the test runner. */
const clock = (globalThis.aminTestClock ??= setClock())
/** How far this process is from the machine's time, in milliseconds. */
export const shiftOf = (): number => clock.shift

type Timer = { readonly at: () => number; readonly ring: () => void }

/** Timers that wait, so that they can be rung before their time. */
const waiting = new Set<Timer>()

const watchTimers = (): void => {
  const { setTimeout: later, setInterval: often, clearTimeout: noMore } = globalThis
  const known = new WeakMap<object, Timer>()
  const forget = (timer: Parameters<typeof clearTimeout>[0]): void => {
    const one = typeof timer === 'object' ? known.get(timer) : undefined
    if (one !== undefined) waiting.delete(one)
    noMore(timer)
  }
  const watch = <A extends unknown[]>(
    start: (call: () => void, wait: number | undefined) => NodeJS.Timeout,
    isOnce: boolean,
  ) => {
    return (call: (...args: A) => void, wait?: number, ...args: A): NodeJS.Timeout => {
      const length = wait ?? 1
      let due = Date.now() + length
      const run = (): void => {
        due = Date.now() + length
        if (isOnce) waiting.delete(one)
        call(...args)
      }
      const timer = start(run, wait)
      const one: Timer = {
        at: () => due,
        ring: () => {
          if (isOnce) noMore(timer)
          run()
        },
      }
      known.set(timer, one)
      waiting.add(one)
      return timer
    }
  }
  Object.assign(globalThis, {
    setTimeout: Object.assign(watch(later, true), later),
    setInterval: watch(often, false),
    clearTimeout: forget,
    clearInterval: forget,
  })
}

/** This process's clock goes on by so many milliseconds. */
export const pass = (ms: number): void => {
  clock.shift += ms
  // What these set anew waits for its own time.
  const due = [...waiting].filter((timer) => timer.at() <= Date.now())
  for (const timer of due) timer.ring()
}

if (process.env['AMIN_TEST_CLOCK'] === 'told') {
  watchTimers()
  process.on('message', (told: { readonly passes?: number }) => {
    if (typeof told.passes === 'number') pass(told.passes)
  })
  // Whoever started it may be gone: that is no reason to stay.
  process.channel?.unref()
}
