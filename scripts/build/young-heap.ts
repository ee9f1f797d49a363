import { setFlagsFromString } from 'node:v8'

const FLAG = '--semi-space-growth-factor='
const USUAL = 2

/**
 * What loading and compiling leave behind would make V8 keep 30 MB for short-lived things that an
 * idle process has none of: it does not grow that space until `grow` is called. Only while nobody
 * is served: under load the small space would be cleared all the time.
 */
export const keepYoungHeapSmall = (): { readonly grow: () => void } => {
  setFlagsFromString(`${FLAG}1`)
  return { grow: () => setFlagsFromString(`${FLAG}${USUAL}`) }
}
