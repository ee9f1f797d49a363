type Seen = {
  readonly method: string
  readonly route: string
  readonly status: string
  count: number
  seconds: number
}

/**
 * Counts answers by method, route pattern and class of status: fixed words all, never an address
 * that somebody asked for (law 8).
 */
export type HttpMetrics = {
  readonly seen: (method: string, route: string, status: number, ms: number) => void
  /** Prometheus text. */
  readonly text: () => string
}

export const makeHttpMetrics = (): HttpMetrics => {
  const all = new Map<string, Seen>()
  return {
    seen: (method, route, status, ms) => {
      const kind = `${Math.floor(status / 100)}xx`
      const key = `${method} ${route} ${kind}`
      const known = all.get(key) ?? { method, route, status: kind, count: 0, seconds: 0 }
      known.count += 1
      known.seconds += ms / 1000
      all.set(key, known)
    },
    text: () => {
      const rows = [...all.values()]
      const labels = (row: Seen): string =>
        `{method="${row.method}",route="${row.route}",status="${row.status}"}`
      return [
        '# HELP amin_http_requests_total Answers, by method, route and class of status.',
        '# TYPE amin_http_requests_total counter',
        ...rows.map((row) => `amin_http_requests_total${labels(row)} ${row.count}`),
        '# HELP amin_http_seconds_total Time that answering took.',
        '# TYPE amin_http_seconds_total counter',
        ...rows.map((row) => `amin_http_seconds_total${labels(row)} ${row.seconds.toFixed(6)}`),
        '',
      ].join('\n')
    },
  }
}
