import { defineConfig } from 'vitest/config'

/**
 * What takes longest of the pure half, two fifths of its time: it simulates people by the hundred, reads
 * thousands of messages or walks a long way for each of many phrases; and two files that mount a disk or call a
 * program. `npm test` runs it.
 */
const SLOW = [
  'test/core/policy/conversation/intake.test.ts',
  'test/core/services/evidence/{full-disk,minor-told}.test.ts',
  'test/core/base/fingerprint/pdq.test.ts',
  'test/core/custody/bundle/cleaned.test.ts',
  'test/core/services/access/{go-on,hidden,left-cry,looked-on,other-hands,return,secret-words,watched-files}.test.ts',
  'test/core/services/agents/shift.test.ts',
  'test/core/services/helper/second-look.test.ts',
  'test/core/services/inbound/{heard-between,plain-words,wished-and-told}.test.ts',
  'test/core/text/danger/{ages-sixty,learnt}.test.ts',
  'test/property/{access,ages,conversation,crisis}.test.ts',
]
/** Pure by their folder, and not by what they use: public tools in processes of their own, or a server. */
export const NOT_PURE = [
  'test/core/custody/bundle/{bundle,corrected,dossier,doubt,origin,request,taken-back}.test.ts',
  'test/core/services/access/secret-page.test.ts',
  'test/core/custody/note.test.ts',
]

/** What needs no server, no browser and no process of its own. */
export const PURE = [
  'test/{core,property,vectors}/**/*.test.ts',
  'test/adapters/{identifiers,phrases}/*.test.ts',
  'test/bots/{config,channels/whatsapp/settings,operator,replies,lane,rests,newcomers,text-samples,lock-screen}.test.ts',
  'test/{locales,shared-words,docs,architecture,unit,promises}.test.ts',
]

/**
 * `npm run test:unit`: the pure half but for what takes longest of it, in one module registry a worker. For
 * the inner loop: under a minute on two cores. `npm test` is the whole, and runs these as well.
 */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: PURE,
    exclude: [...SLOW, ...NOT_PURE],
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    setupFiles: ['test/promises-played.ts'],
  },
})
