import { PINNED, SECRET_NAME, when } from './rules.ts'

/** One of a Dockerfile, with the lines that it goes on for. */
type Instruction = { readonly word: string; readonly rest: string }

const instructions = (text: string): readonly Instruction[] =>
  text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, word, rest] = /^(\w+)\s+(.*)$/.exec(line) ?? []
      return word === undefined || rest === undefined ? [] : [{ word: word.toUpperCase(), rest }]
    })

/** What the last stage takes, from where: `from` is another stage, or the repository. */
export const copiesOf = (
  text: string,
): readonly { readonly from?: string; readonly sources: readonly string[]; readonly to: string }[] => {
  const all = instructions(text)
  return all
    .slice(all.findLastIndex(({ word }) => word === 'FROM'))
    .filter(({ word }) => word === 'COPY')
    .map(({ rest }) => {
      const words = rest.split(/\s+/)
      const from = /^--from=(.*)$/.exec(words[0] ?? '')?.[1]
      const paths = words.filter((one) => !one.startsWith('--'))
      return { ...(from === undefined ? {} : { from }), sources: paths.slice(0, -1), to: paths.at(-1) ?? '' }
    })
}

/** Whether a RUN calls what gets things from elsewhere; removing it is well. */
const fetches = ({ word, rest }: Instruction): boolean =>
  word === 'RUN' &&
  rest
    .split('&&')
    .some((step) => !step.trim().startsWith('rm ') && /\b(npm|npx|apt|apt-get|curl|wget)\b/.test(step))

/** What reads evidence, and what holds it. */
const TOOLS = ['bubblewrap', 'ffmpeg', 'perl'] as const

/** One line a fault. `node` is the version that the repository runs on. */
export const checkDockerfile = (text: string, node: string): readonly string[] => {
  const all = instructions(text)
  const last = all.slice(all.findLastIndex(({ word }) => word === 'FROM'))
  const runs = all.filter(({ word }) => word === 'RUN').map(({ rest }) => rest)
  const installs = runs.filter((run) => /\bnpm (ci|install)\b/.test(run))
  const args = all.filter(({ word }) => word === 'ARG').map(({ rest }) => rest.split('=', 2))
  const stages = new Set(
    all.flatMap(({ word, rest }) => (word === 'FROM' ? (/ AS (\S+)$/i.exec(rest)?.[1] ?? []) : [])),
  )
  const images = all
    .filter(({ word }) => word === 'FROM')
    .flatMap(({ rest }) => {
      const [image = ''] = rest.split(' ')
      // One stage may stand on another, whose own image is looked at.
      if (stages.has(image)) return []
      return args.find(([name]) => image === `\${${name}}`)?.[1] ?? image
    })
  const of = (word: string): readonly string[] =>
    last.filter((one) => one.word === word).map(({ rest }) => rest)
  return [
    ...when(images.length < 2, 'one stage only: what builds would run'),
    ...when(
      !images.every((image) => PINNED.test(image) && image.startsWith(`node:${node}-`)),
      `each stage must stand on node:${node}, the version of package.json`,
    ),
    ...when(
      !images.every((image) => image.includes('-slim')),
      'each stage must stand on a slim image: no compilers',
    ),
    ...when(
      !installs.every((run) => run.includes('npm ci') && run.includes('--ignore-scripts')),
      'packages are installed by npm ci --ignore-scripts alone',
    ),
    ...when(
      !installs.some((run) => /--omit=dev .*&& node prune\.ts$/.test(run)),
      'what runs must have no development packages: --omit=dev, prune.ts',
    ),
    ...TOOLS.filter(
      (tool) => !runs.some((run) => /\bapt-get install\b/.test(run) && run.split(/\s+/).includes(tool)),
    ).map((tool) => `evidence would be read without it: ${tool}`),
    ...when(last.some(fetches), 'the last stage installs or fetches something'),
    ...when(
      all.some(({ word }) => word === 'ADD'),
      'ADD fetches and unpacks: use COPY',
    ),
    ...when(
      all.some(({ rest, word }) => word === 'COPY' && /(^|\s)\.\s/.test(rest)),
      'COPY names what it takes',
    ),
    ...when(
      !/^[1-9]\d*:[1-9]\d*$/.test(of('USER').at(-1) ?? ''),
      'it may run as root: USER by number, not 0',
    ),
    ...when(!of('VOLUME').some((rest) => rest.includes('/data')), 'its data has no place: VOLUME /data'),
    ...when(of('HEALTHCHECK').length !== 1, 'nobody looks after it: HEALTHCHECK'),
    ...when(
      of('CMD').at(-1) !== '["node", "bots/dist/main.js"]',
      'it must start Amin itself, without a shell: CMD ["node", "bots/dist/main.js"]',
    ),
    ...when(
      all.some(
        ({ word, rest }) =>
          (word === 'ENV' || word === 'ARG') &&
          rest.split(/\s+/).some((pair) => SECRET_NAME.test(pair.split('=', 1)[0] ?? '')),
      ),
      'a secret stands in the image',
    ),
  ]
}
