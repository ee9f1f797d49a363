/** One server-sent event. */
export type Frame = { readonly event: string; readonly id?: string; readonly data: string }

/** Collects chunks of a `text/event-stream` and hands out whole frames; comments (heartbeats) are dropped. */
export const makeFrameReader = (onFrame: (frame: Frame) => void): ((chunk: string) => void) => {
  let rest = ''
  const read = (block: string): void => {
    let event = 'message'
    let id: string | undefined
    const data: string[] = []
    for (const line of block.split('\n')) {
      const colon = line.indexOf(':')
      if (colon <= 0) continue
      const field = line.slice(0, colon)
      const value = line.slice(colon + 1).replace(/^ /, '')
      if (field === 'event') event = value
      else if (field === 'id') id = value
      else if (field === 'data') data.push(value)
    }
    if (data.length > 0 || event !== 'message')
      onFrame({ event, data: data.join('\n'), ...(id === undefined ? {} : { id }) })
  }
  return (chunk) => {
    // A lone \r may be the first half of \r\n: it stays until its other half is here.
    const text = (rest + chunk).replaceAll('\r\n', '\n')
    const blocks = text.split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) read(block)
  }
}
