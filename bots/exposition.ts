/** Lines of the text that Prometheus reads. Labels are words of this program, never of a person (law 8). */
export type Sample = { readonly labels?: Readonly<Record<string, string>>; readonly value: number }

const labelled = ({ labels = {}, value }: Sample, name: string): string => {
  const given = Object.entries(labels).map(([label, word]) => `${label}="${word.replaceAll(/["\\\n]/g, '')}"`)
  return `${name}${given.length === 0 ? '' : `{${given.join(',')}}`} ${value}`
}

export const expose = (
  kind: 'gauge' | 'counter',
  name: string,
  help: string,
  samples: readonly Sample[],
): string =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${kind}`,
    ...samples.map((sample) => labelled(sample, name)),
    '',
  ].join('\n')
