import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

/** Debian's browser; nothing that fetches one of its own is used. */
export const CHROMIUM = '/usr/bin/chromium'
/** The same engine without windows, tabs and extensions around it: a third less work for each page. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell'

/** The last two stand in for a microphone. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

export type Launch = {
  /** The browser as people have it, where a test looks into what it keeps or asks of its system. */
  readonly whole?: boolean
  readonly args?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

/** A browser of our own; whoever launches it closes it. Without the shell the whole browser does its work. */
export const launchChromium = ({ whole = false, args = [], env }: Launch = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: !whole && existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : CHROMIUM,
    args: [...ARGS, ...args],
    ...(env === undefined ? {} : { env }),
  })
