import { launch } from './launch.ts'

await launch('amin.js', () => import('../amin.ts'), 'scripts/amin.ts')
