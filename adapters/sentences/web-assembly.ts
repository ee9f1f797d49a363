/** A memory that a module and its host share. */
export type Memory = { readonly buffer: ArrayBuffer }

type Known = {
  readonly Memory: new (size: { readonly initial: number }) => Memory
  readonly instantiate: (
    bytes: Uint8Array<ArrayBuffer>,
    imports: { readonly env: { readonly memory: Memory } },
  ) => Promise<{ readonly instance: { readonly exports: object } }>
}

/** What is used of WebAssembly: the types of Node leave it to those of browsers. */
const known = (globalThis as unknown as { readonly WebAssembly: Known }).WebAssembly

/** So many pages of 64 KiB. */
export const makeMemory = (pages: number): Memory => new known.Memory({ initial: pages })

/** What a module exports that is given this memory. */
export const run = async (bytes: Uint8Array<ArrayBuffer>, memory: Memory): Promise<object> =>
  (await known.instantiate(bytes, { env: { memory } })).instance.exports
