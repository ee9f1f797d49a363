import { statSync } from 'node:fs'
import { readScript } from '../script.ts'
import { BENCHES } from './benches.ts'
import { runBench } from './run.ts'

const given = readScript({
  name: 'bench',
  about:
    'Measures: every figure beside a peer or a limit of the same run, as JSON lines; progress goes to standard error. Without a NAME: all but those that ask for --dir.',
  words: { shown: '[NAME...]', least: 0, most: Infinity },
  list: Object.fromEntries(
    Object.entries(BENCHES).map(([name, { about, asks }]) => [
      name,
      asks === undefined ? about : `${about}; --dir holds ${asks}`,
    ]),
  ),
  options: {
    smallest: { kind: 'flag', about: 'each in seconds: whether it runs, not what it would find' },
    limit: {
      kind: 'text',
      value: 'SECONDS',
      about: 'for each, instead of its own: what is not done then hung',
    },
    cases: { kind: 'text', value: 'N', about: 'of console: so many cases; of flood: so many fakes' },
    dir: { kind: 'text', value: 'DIR', about: 'of a bench that asks for files' },
    each: { kind: 'flag', about: 'of people and questions: a line for each as well' },
  },
})

const [cases, limit, dir] = [given.number('cases'), given.number('limit'), given.text('dir')]
if (dir !== undefined && statSync(dir, { throwIfNoEntry: false })?.isDirectory() !== true)
  given.refuse(`there is no folder ${dir}`)
const chosen = Object.entries(BENCHES).filter(([name, { asks }]) =>
  given.words.length === 0 ? asks === undefined : given.words.includes(name),
)
for (const [name, { asks }] of chosen)
  if (asks !== undefined && dir === undefined) given.refuse(`${name} asks for --dir DIR with ${asks}`)

for (const [name, { minutes }] of chosen) {
  const isDone = await runBench(
    name,
    {
      smallest: given.flag('smallest'),
      dir: dir ?? '',
      each: given.flag('each'),
      ...(cases === undefined ? {} : { cases }),
    },
    limit ?? minutes * 60,
  )
  if (!isDone) process.exitCode = 1
}
