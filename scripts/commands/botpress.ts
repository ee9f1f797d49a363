import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openAdmin, register, SDK_VERSION } from '../../adapters/channels/botpress/register.ts'
import { WRONG_USE, type Run } from './command.ts'

const AUTHOR = new URL('../../adapters/channels/botpress/author/', import.meta.url)

/**
 * What whoever registers the integration needs: its definition for the platform's own command line,
 * and the plugin's texts in three languages.
 */
export const writeDefinition: Run = async ({ text, print, config }) => {
  const out = text('out') ?? 'botpress-amin'
  mkdirSync(out, { recursive: true })
  writeFileSync(
    join(out, 'integration.definition.ts'),
    readFileSync(new URL('integration.definition.txt', AUTHOR)),
  )
  writeFileSync(join(out, 'plugin-texts.json'), readFileSync(new URL('texts.json', AUTHOR)))
  const manifest = {
    name: 'amin-botpress',
    private: true,
    bpDependencies: { hitl: 'interface:hitl' },
    dependencies: { '@botpress/sdk': SDK_VERSION },
  }
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  print(`${out}: integration.definition.ts, plugin-texts.json, package.json`)
  print(
    'Next, in that folder: npm install && bp add && bp deploy --url with this address, where BOTPRESS_PATH_KEY is yours:',
  )
  print(new URL('/botpress/BOTPRESS_PATH_KEY', config.publicUrl).href)
  return 0
}

const newPathKey = (): string => randomBytes(32).toString('base64url')

/** A secret part of the address, as long as it has to be. */
export const makePathKey: Run = async ({ print }) => {
  print(newPathKey())
  return 0
}

const CLOUD = 'https://api.botpress.cloud'
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** An administrator's token goes there: over https, or to this machine. */
const isSafe = (root: string): boolean => {
  if (!URL.canParse(root)) return false
  const { protocol, hostname } = new URL(root)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
}

/** The token comes by standard input: on the command line every user of the machine could read it. */
const readToken = async (): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8').trim()
}

/** Makes Amin an integration of a workspace and prints the three settings that follow from it, this once. */
export const registerIntegration: Run = async ({ text, print, say, config, log }) => {
  const workspace = text('workspace') ?? ''
  const apiRoot = text('api') ?? CLOUD
  const token = await readToken()
  const wrong = [
    ...(workspace === '' ? ['--workspace is needed: the id of the workspace'] : []),
    ...(isSafe(apiRoot) ? [] : ['--api must begin with https:// unless it is a loopback address']),
    ...(/^\S{8,}$/.test(token) ? [] : ['the token of an administrator is read from standard input']),
    ...(config.publicUrl.startsWith('https:')
      ? []
      : ['Botpress must reach Amin: set AMIN_PUBLIC_URL to its https address first']),
  ]
  for (const line of wrong) say(`amin botpress register: ${line}`)
  if (wrong.length > 0) return WRONG_USE
  const pathKey = config.botpress?.pathKey ?? newPathKey()
  const url = new URL(`/botpress/${pathKey}`, config.publicUrl).href
  const done = await register(await openAdmin({ token, workspace, apiRoot }), { url, log })
  if (done.status === 'refused') {
    say(`amin botpress register: Botpress did not take it (${done.code})`)
    return 1
  }
  say(
    done.status === 'registered'
      ? 'Amin is an integration of this workspace now.'
      : 'The integration of this workspace was renewed.',
  )
  say(
    'These are its settings. The key is shown this once; earlier ones hold until they are ended in the workspace.',
  )
  print(`BOTPRESS_TOKEN=${done.token}`)
  print(`BOTPRESS_INTEGRATION_ID=${done.integration}`)
  print(`BOTPRESS_PATH_KEY=${pathKey}`)
  return 0
}
