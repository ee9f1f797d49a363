import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { linkModules } from './link.ts'

export type VerifierFiles = { readonly 'verify.mjs': Uint8Array; readonly 'verify.html': Uint8Array }

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const read = (name: string): string => readFileSync(pathOf(name), 'utf8')

/** As a Content-Security-Policy names an inline script or style. */
const cspHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const makeProgram = (): string => {
  const { imports, code, entry } = linkModules(pathOf('main.ts'))
  return `#!/usr/bin/env node\n// SPDX-License-Identifier: AGPL-3.0-only\n${imports}\n${code}\nprocess.exitCode = await ${entry}.runVerifier(process.argv.slice(2))\n`
}

const makePage = (): string => {
  const { imports, code, entry } = linkModules(pathOf('page/page.ts'))
  const script = `'use strict'\n// SPDX-License-Identifier: AGPL-3.0-only\n;(() => {\n${code}\n${entry}.startPage()\n})()\n`
  const style = read('page/style.css')
  void new Script(script)
  if (imports !== '' || /<\/(?:script|style)/i.test(script + style))
    throw new Error('the page of the verifier cannot stand alone')
  const policy = `default-src 'none'; script-src ${cspHash(script)}; style-src ${cspHash(style)}; base-uri 'none'; form-action 'none'`
  return read('page/page.html')
    .replace('{{policy}}', () => policy)
    .replace('<!-- style -->', () => `<style>${style}</style>`)
    .replace('<!-- script -->', () => `<script>${script}</script>`)
}

let made: VerifierFiles | undefined

/**
 * What goes into every bundle to check it with: a program for Node 18 and newer, and a page that
 * opens from disk. Made out of the sources beside this file; the same sources and the same Node
 * give the same bytes. Throws where a source cannot be made into them, which a test would have
 * shown.
 */
export const verifierFiles = (): Promise<VerifierFiles> => {
  const encoder = new TextEncoder()
  made ??= { 'verify.mjs': encoder.encode(makeProgram()), 'verify.html': encoder.encode(makePage()) }
  return Promise.resolve(made)
}
