import { createTheme } from '@mantine/core'

/**
 * The colours that components are given by name, and Mantine's own greys; a name outside these
 * would have no colour (vite.config.ts).
 */
export const PALETTES = ['dark', 'gray', 'red', 'blue', 'teal', 'yellow'] as const

/**
 * Shade 9 because Mantine's own fails WCAG AA on buttons. Nothing may lock scroll: that injects a
 * style tag, which the page's policy refuses. Components are named, not imported: importing one
 * here would put it into the first load.
 */
export const theme = createTheme({
  fontFamily: '"Vazirmatn Variable", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", "DejaVu Sans Mono", Menlo, Consolas, monospace',
  // Mantine's own dark greys are warm; these match the surfaces in base.css.
  colors: {
    dark: [
      '#d3d9de',
      '#b3bcc4',
      '#9aa4ad',
      '#6d7780',
      '#454e56',
      '#363d44',
      '#272d32',
      '#1d2226',
      '#191d21',
      '#131619',
    ],
  },
  primaryColor: 'teal',
  primaryShade: { light: 9, dark: 9 },
  autoContrast: true,
  defaultRadius: 'md',
  fontSizes: { xs: '12px', sm: '13.5px', md: '15px', lg: '17px', xl: '20px' },
  components: {
    ModalRoot: { defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 120 } } },
    // Inside the header it belongs to: a menu at the end of the page is in no landmark.
    Menu: {
      defaultProps: {
        transitionProps: { duration: 80 },
        withinPortal: false,
        withInitialFocusPlaceholder: false,
      },
    },
    Select: { defaultProps: { allowDeselect: false, comboboxProps: { withinPortal: false } } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
  },
})
