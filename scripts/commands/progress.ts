/** A line that is written over, on a terminal; nothing in a pipe. */
export const makeProgress = (): { readonly show: (text: string) => void; readonly end: () => void } => {
  const { stderr } = process
  let shown = 0
  return {
    show: (text) => {
      if (!stderr.isTTY || Date.now() - shown < 100) return
      shown = Date.now()
      stderr.write(`\r\u001b[K${text}`)
    },
    end: () => {
      if (stderr.isTTY && shown > 0) stderr.write('\r\u001b[K')
    },
  }
}
