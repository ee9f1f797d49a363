/** As much of the browser as the page uses; the project's own types know none. */
export type Blob = {
  readonly size: number
  readonly slice: (from: number, to: number) => Blob
  readonly arrayBuffer: () => Promise<ArrayBuffer>
}
export type ChosenFile = Blob & { readonly name: string }
type Files = { readonly length: number; readonly [index: number]: ChosenFile }

export type PageEvent = {
  readonly preventDefault: () => void
  readonly dataTransfer?: { readonly files: Files } | null
}

export type PageElement = {
  id: string
  lang: string
  dir: string
  title: string
  textContent: string | null
  value: string
  max: number
  readonly files?: Files | null
  readonly classList: { readonly add: (name: string) => void; readonly remove: (name: string) => void }
  readonly setAttribute: (name: string, value: string) => void
  readonly append: (...children: readonly (PageElement | string)[]) => void
  readonly replaceChildren: (...children: readonly (PageElement | string)[]) => void
  readonly addEventListener: (type: string, listener: (event: PageEvent) => void) => void
  readonly focus: () => void
}

export type Page = {
  title: string
  readonly documentElement: PageElement
  readonly createElement: (name: string) => PageElement
  readonly getElementById: (id: string) => PageElement | null
  readonly addEventListener: (type: string, listener: (event: PageEvent) => void) => void
}

type Verify = {
  readonly importKey: (
    format: 'raw',
    key: Uint8Array,
    algorithm: string,
    extractable: false,
    usages: readonly string[],
  ) => Promise<unknown>
  readonly verify: (
    algorithm: string,
    key: unknown,
    signature: Uint8Array,
    message: Uint8Array,
  ) => Promise<boolean>
}

type Surroundings = {
  readonly document: Page
  readonly navigator: { readonly languages?: readonly string[]; readonly language?: string }
  readonly crypto?: { readonly subtle?: Verify }
}

export const surroundings = (): Surroundings => globalThis as unknown as Surroundings

export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (PageElement | string)[]
): PageElement => {
  const made = surroundings().document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}
