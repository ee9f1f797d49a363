import type { ServerResponse } from 'node:http'

/** What the platform does to a call. `lost`: it does what was asked and then breaks the line. */
export type Fault = 'rate' | 'gateway' | 'internal' | 'unauthorised' | 'quota' | 'reset' | 'lost'

const ERRORS = {
  rate: [429, 'RateLimited'],
  internal: [500, 'Internal'],
  unauthorised: [401, 'Unauthorized'],
  quota: [403, 'QuotaExceeded'],
} as const

export const writeJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

export const writeError = (response: ServerResponse, code: number, type: string): void =>
  writeJson(response, code, { id: 'err_1', code, type, message: 'as the platform says it' })

/** Plays a fault instead of an answer. */
export const play = (fault: Fault, response: ServerResponse): void => {
  if (fault === 'reset' || fault === 'lost') return void response.socket?.resetAndDestroy()
  if (fault === 'gateway')
    return void response
      .writeHead(502, { 'content-type': 'text/html' })
      .end('<html><body>Bad gateway</body></html>')
  const [code, type] = ERRORS[fault]
  if (fault === 'rate') response.setHeader('retry-after', '1')
  writeError(response, code, type)
}
