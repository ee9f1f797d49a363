import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = new URL('./page/', import.meta.url)

/** Where a file of the chat's page lies. */
export const pageFile = (name: string): string => fileURLToPath(new URL(name, FOLDER))

export const readPageFile = (name: string): string => readFileSync(pageFile(name), 'utf8')
