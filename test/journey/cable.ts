import { connect, createServer, type Socket } from 'node:net'
import { freePort } from './amin-process.ts'

/**
 * A line between browsers and the program, which can be cut as a network is: what runs over it ends
 * without a word, and nothing new begins.
 */
export type Cable = {
  /** To be the program's public address. */
  readonly url: string
  /** Leads to the program from now on. */
  readonly lead: (port: number) => void
  readonly cut: () => void
  readonly mend: () => void
  readonly stop: () => Promise<void>
}

export const layCable = async (): Promise<Cable> => {
  const port = await freePort()
  const sockets = new Set<Socket>()
  let to = 0
  let whole = true
  const keep = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
  }
  const drop = (): void => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  const server = createServer((near) => {
    if (!whole) return void near.resetAndDestroy()
    const far = connect(to, '127.0.0.1')
    keep(near)
    keep(far)
    near.on('close', () => far.destroy()).pipe(far)
    far.on('close', () => near.destroy()).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}`,
    lead: (next) => {
      to = next
    },
    cut: () => {
      whole = false
      drop()
    },
    mend: () => {
      whole = true
    },
    stop: async () => {
      drop()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
