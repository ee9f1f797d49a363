import { readFileSync } from 'node:fs'

const FOLDER = new URL('../../../vectors/pdq/', import.meta.url)

/** The one picture that is there only once under two names (README of the vectors). */
const SAME_BYTES: Readonly<Record<string, string>> = {
  'reg-test-input/dih/bridge-1-original.jpg': 'bridge-mods/aaa-orig.jpg',
}

export const readVector = (name: string): Buffer => readFileSync(new URL(SAME_BYTES[name] ?? name, FOLDER))

/** Rows of a CSV without its head; no field has a comma in it. */
export const readRows = (name: string): readonly (readonly string[])[] =>
  readVector(name)
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

export const readLines = (name: string): readonly string[] =>
  readVector(name).toString('utf8').trim().split('\n')

/** Path, hash and quality of each picture, by the reference. */
export const readReference = (): readonly {
  readonly file: string
  readonly hash: string
  readonly quality: number
}[] =>
  readRows('cpp-reference-run.csv').map(([file = '', hash = '', quality]) => ({
    file,
    hash,
    quality: Number(quality),
  }))
