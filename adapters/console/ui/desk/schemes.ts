import type { MantineColorScheme } from '@mantine/core'

/** Which colours the console may have. */
export const SCHEMES: readonly MantineColorScheme[] = ['auto', 'light', 'dark']
