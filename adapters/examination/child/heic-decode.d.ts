declare module 'heic-decode' {
  type Image = {
    readonly width: number
    readonly height: number
    readonly decode: () => Promise<{
      readonly width: number
      readonly height: number
      readonly data: Uint8ClampedArray
    }>
  }
  type Decoder = {
    readonly all: (input: {
      readonly buffer: Uint8Array
    }) => Promise<readonly Image[] & { readonly dispose: () => void }>
  }
  const decoder: Decoder
  // oxlint-disable-next-line import/no-default-export -- the package's own shape
  export default decoder
}
