import { readdirSync, readFileSync } from 'node:fs'

/** One labelled saying (test/vectors/sayings/README.md). */
export type Saying = {
  readonly kind: string
  readonly lang: string
  readonly form: string
  readonly text: string
  readonly author: string
}

const FOLDER = new URL('../../test/vectors/sayings/', import.meta.url)

/** What lies in a folder, one file an author and one JSON object a line, each with its author. */
export const readAuthors = (folder: URL): readonly { readonly line: object; readonly author: string }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((author) =>
      readFileSync(new URL(author, folder), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => ({ line: JSON.parse(line) as object, author })),
    )

const readSayings = (folder: URL): readonly Saying[] =>
  readAuthors(folder).map(({ line, author }) => ({ ...(line as Omit<Saying, 'author'>), author }))

export const trainingSayings = (): readonly Saying[] => readSayings(FOLDER)

/** Those of the first so many authors: later ones write more obliquely, for who has to hear that as well. */
export const sayingsOfFirst = (authors: number): readonly Saying[] =>
  trainingSayings().filter(({ author }) => Number(author.slice(1, -'.jsonl'.length)) <= authors)

/** Looked at by figures alone; whoever reads one of them moves its author to the others. */
export const sealedSayings = (): readonly Saying[] => readSayings(new URL('sealed/', FOLDER))
