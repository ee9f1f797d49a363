import { readFileSync } from 'node:fs'

/** Which release this is, as package.json says (semantic versioning). */
export const VERSION: string = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly version: string
  }
).version
