import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../../../chromium.ts'
import { plays } from '../../../plays.ts'

export type Look = {
  readonly width: number
  readonly height: number
  readonly dark?: boolean
  readonly locale?: string
  readonly touch?: boolean
  readonly javaScript?: boolean
}

export type Browser = {
  readonly look: (
    look: Look,
  ) => Promise<{ readonly context: BrowserContext; readonly page: Page; readonly complaints: string[] }>
  readonly close: () => Promise<void>
}

/** `whole`: the browser as people have it (test/chromium.ts). */
export const openBrowser = async (whole = false): Promise<Browser> => {
  const dir = mkdtempSync(join(tmpdir(), 'webchat-browser-'))
  const browser = await launchChromium({ whole, env: { ...process.env, HOME: dir } })
  return {
    look: async ({ width, height, dark = false, locale = 'ar-IQ', touch = false, javaScript = true }) => {
      plays('webchat')
      const context = await browser.newContext({
        viewport: { width, height },
        locale,
        colorScheme: dark ? 'dark' : 'light',
        hasTouch: touch,
        javaScriptEnabled: javaScript,
        reducedMotion: 'reduce',
        permissions: ['microphone'],
      })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      return { context, page, complaints }
    },
    close: async () => {
      await browser.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong, one line each. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(AXE)
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          root: unknown,
          options: unknown,
        ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
      }
    }
    const { violations } = await axe.run((globalThis as unknown as { document: unknown }).document, {
      runOnly: rules,
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 200)}`),
    )
  }, RULES)
}
