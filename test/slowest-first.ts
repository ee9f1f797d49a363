import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * What takes minutes, the longest first, as measured on two cores. It only has to be about right: what
 * runs for minutes must not begin when all else has ended, with the other workers idle.
 */
const SLOWEST = [
  'console-ui/pages',
  'journey/crash',
  'journey/many',
  'console-ui/desk',
  'journey/frightened',
  'journey/hidden-telegram',
  'journey/console',
  'scripts/migrate',
  'journey/hidden-page',
  'journey/handoff',
  'console-ui/conversation',
  'webchat/browser',
  'console-ui/shift',
  'journey/bad-input',
  'mongo/faults',
  'console-ui/macros',
  'scripts/screens',
  'journey/botpress',
  'scripts/rotate',
  'journey/tamper',
  'deploy/release',
  'console-ui/webhooks',
  'journey/whatsapp-console',
  'journey/store-fuzz',
  'journey/whatsapp-crash',
  'console-ui/palette',
  'journey/whatsapp',
  'journey/hidden-whatsapp',
  'journey/flood',
  'contract/store',
  'console/sign-in',
] as const

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = SLOWEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
  return place === -1 ? SLOWEST.length : place
}

/** Runs the files that take minutes before all others; those in vitest's own order. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    return usual.toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}
