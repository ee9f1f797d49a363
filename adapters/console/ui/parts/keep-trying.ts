/** Where the browser does not say that the line is back. */
const PAUSE = 5_000

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    addEventListener('online', () => resolve(), { once: true })
    setTimeout(resolve, PAUSE)
  })

/**
 * Fetches a part that comes up by itself, until it is there: one missing piece must not take the
 * page and the composer away.
 */
export const keepTrying = async <T>(fetchPart: () => Promise<T>): Promise<T> => {
  try {
    return await fetchPart()
  } catch {
    await pause()
    return keepTrying(fetchPart)
  }
}
