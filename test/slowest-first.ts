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
  'journey/console',
  'webchat/browser',
  'console-ui/shift',
  'scripts/migrate',
  'console-ui/conversation',
  'journey/handoff',
  'journey/frightened',
  'console/sign-in',
  'journey/hidden-page',
  'journey/bad-input',
  'journey/botpress',
  'console-ui/palette',
  'journey/whatsapp-console',
  'journey/whatsapp-crash',
  'mongo/faults',
  'journey/whatsapp',
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
