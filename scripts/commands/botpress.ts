import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Run } from './command.ts'

const AUTHOR = new URL('../../adapters/botpress/author/', import.meta.url)
/** The generation of the SDK that Amin itself runs. */
const SDK = '5.4.3'

/** What whoever registers the integration needs: its definition for the platform's own command line, and the plugin's texts in three languages. */
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
    dependencies: { '@botpress/sdk': SDK },
  }
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  print(`${out}: integration.definition.ts, plugin-texts.json, package.json`)
  print(
    'Next, in that folder: npm install && bp add && bp deploy --url with this address, where BOTPRESS_PATH_KEY is yours:',
  )
  print(new URL('/botpress/BOTPRESS_PATH_KEY', config.publicUrl).href)
  return 0
}

/** A secret part of the address, as long as it has to be. */
export const makePathKey: Run = async ({ print }) => {
  print(randomBytes(32).toString('base64url'))
  return 0
}
