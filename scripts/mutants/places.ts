import { readFileSync } from 'node:fs'
import { makeChance } from './chance.ts'

/** A line of code that may hold something to change. */
export type Place = { readonly file: string; readonly line: number }

/** Declarations, comments and brackets: there is nothing in them that could be wrong in a running program. */
const NO_CODE = /^\s*(?:import |export (?:type|\*|\{)|type |readonly |\/\/|\/?\*|[\s)\]}({[;,]*$)/
/** What the changes are made to: conditions, comparisons, calls and what a function gives. */
const TO_CHANGE =
  /[?<>!=+\-*&|]|\btrue\b|\bfalse\b|\breturn\b|\.(?:filter|some|every|slice|sort|min|max|at|trim)\(/

const placesIn = (root: URL, file: string): readonly Place[] =>
  readFileSync(new URL(file, root), 'utf8')
    .split('\n')
    .flatMap((text, at) => (!NO_CODE.test(text) && TO_CHANGE.test(text) ? [{ file, line: at + 1 }] : []))

/** So many places, each as likely as any other; all where there are no more. */
export const drawPlaces = (
  root: URL,
  files: readonly string[],
  count: number,
  seed: number,
): readonly Place[] => {
  const chance = makeChance(seed)
  const left = files.toSorted().flatMap((file) => placesIn(root, file))
  const drawn: Place[] = []
  while (drawn.length < count && left.length > 0)
    drawn.push(...left.splice(Math.floor(chance() * left.length), 1))
  return drawn
}
