import { useNavigate } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import type { NetworkPage } from '../../contract/networks.ts'
import { useT } from '../language/language.tsx'
import { draw, type Node } from './layout.ts'
import { useReads } from './parts.tsx'

const CASE = 9
const THING = 7
const LABEL = 24

/** Codes are read from left to right wherever they stand; SVG has no element for that. */
const ltr = (text: string): string => `\u2066${text}\u2069`

const Case = ({ node, page }: { readonly node: Node; readonly page: NetworkPage }): ReactNode => {
  const t = useT()
  const navigate = useNavigate()
  const reads = useReads()
  const code = node.code ?? ''
  const one = page.network.cases.find((each) => each.code === code)
  const others = (one?.bonds ?? []).map((bond) => bond.code)
  const name = [
    code,
    ...(others.length === 0 ? [] : [`${t('network-with')} ${others.join(t('list-comma'))}`]),
  ]
  const says = { 'aria-label': name.join(': '), className: 'graph-case', 'data-severity': one?.severity }
  const drawn = (
    <>
      <circle cx={node.x} cy={node.y} r={CASE} />
      <text x={node.x} y={node.y + LABEL} direction="ltr">
        {ltr(code)}
      </text>
    </>
  )
  if (!reads)
    return (
      <g role="img" {...says}>
        {drawn}
      </g>
    )
  return (
    <a
      href={`/cases/${code}`}
      {...says}
      onClick={(event) => {
        event.preventDefault()
        void navigate({ to: '/cases/$code', params: { code } })
      }}
    >
      {drawn}
    </a>
  )
}

const Thing = ({ node, page }: { readonly node: Node; readonly page: NetworkPage }): ReactNode => {
  const t = useT()
  const shared = page.shared[node.n ?? -1]
  if (shared === undefined) return null
  const label = t(`graph-${shared.kind}`)
  return (
    <g className="graph-thing" role="img" aria-label={`${label}: ${shared.cases.join(t('list-comma'))}`}>
      <rect x={node.x - THING} y={node.y - THING} width={2 * THING} height={2 * THING} rx={2} />
      <text x={node.x} y={node.y + LABEL - 2}>
        {label}
      </text>
    </g>
  )
}

/** Cases and what they share, drawn; the lists of the page say the same in words. */
export const Graph = ({ page }: { readonly page: NetworkPage }): ReactNode => {
  const t = useT()
  const { nodes, edges, box } = useMemo(() => draw(page), [page])
  return (
    <div className="graph">
      <svg
        role="group"
        aria-label={t('network-graph')}
        viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
        style={{ maxWidth: `${Math.round(box.width)}px` }}
      >
        {edges.map(({ from, to, said }, n) => (
          <line key={n} x1={from.x} y1={from.y} x2={to.x} y2={to.y} data-said={said} />
        ))}
        {nodes.map((node) =>
          node.code === undefined ? (
            <Thing key={node.id} node={node} page={page} />
          ) : (
            <Case key={node.id} node={node} page={page} />
          ),
        )}
      </svg>
    </div>
  )
}
