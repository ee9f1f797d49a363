/**
 * Another time of day for this process and all that it starts: given to Node by `--import`
 * (scripts/test-clock.ts). Time passes as ever, from `AMIN_TEST_SHIFT` milliseconds away from now;
 * what is measured (`performance`) stays what it is.
 */
const shift = Number(process.env['AMIN_TEST_SHIFT'] ?? 0)
const now = Date.now.bind(Date)

globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now() + shift] : args, newTarget) as object,
  apply: () => new Date(now() + shift).toString(),
  get: (target, key, receiver) =>
    key === 'now' ? () => now() + shift : (Reflect.get(target, key, receiver) as unknown),
})
