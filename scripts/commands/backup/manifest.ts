import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesBelow, hashFile, putFile } from './file.ts'

/** As `sha256sum -c` reads it, in the folder that it speaks of. */
export const MANIFEST = 'manifest-sha256.txt'

/** Hashes every file of a folder and writes that down. Returns how many there are. */
export const writeManifest = async (dir: string): Promise<number> => {
  const lines: string[] = []
  for (const path of await filesBelow(dir))
    if (path !== MANIFEST) lines.push(`${await hashFile(join(dir, path))}  ${path}\n`)
  await putFile(join(dir, MANIFEST), (draft) => writeFile(draft, lines.join('')))
  return lines.length
}
