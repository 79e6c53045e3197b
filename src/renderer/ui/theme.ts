import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** Mantine wants ten shades of each colour for its own arithmetic; what is painted comes from the tokens (resolver below). */
const teal: MantineColorsTuple = [
  '#e1f0ee',
  '#c9e3e0',
  '#a3d0cb',
  '#78bab4',
  '#4fa49d',
  '#2b8d86',
  '#0b6660',
  '#0a5a55',
  '#084f4a',
  '#063d39',
]

const fontSizes = { xs: 'var(--fs-12)', sm: 'var(--fs-13)', md: 'var(--fs-14)', lg: 'var(--fs-16)', xl: 'var(--fs-20)' }
const spacing = { xs: 'var(--s1)', sm: 'var(--s2)', md: 'var(--s4)', lg: 'var(--s6)', xl: 'var(--s8)' }

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  colors: { accent: teal },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font)',
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: 'var(--fs-20)', lineHeight: '28px' },
      h2: { fontSize: 'var(--fs-14)', lineHeight: '20px' },
      h3: { fontSize: 'var(--fs-13)', lineHeight: '20px' },
    },
  },
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  fontSizes,
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'md',
  spacing,
  shadows: { xs: 'none', sm: 'none', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 2, maxRows: 8 } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    MultiSelect: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'sm' } },
    Radio: { defaultProps: { size: 'sm' } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-start', offset: 4, transitionProps: { duration: 140 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 140 } } },
    Modal: {
      defaultProps: { centered: true, transitionProps: { duration: 140 }, overlayProps: { backgroundOpacity: 0.35 } },
    },
    Tooltip: {
      defaultProps: {
        openDelay: 400,
        transitionProps: { duration: 140 },
        events: { hover: true, focus: true, touch: true },
      },
    },
  },
})

const painted: Record<string, string> = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-2)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--bad-text)',
  '--mantine-color-success': 'var(--good-text)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-3)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--surface-3)',
  '--mantine-color-disabled-color': 'var(--text-3)',
  '--mantine-color-disabled-border': 'var(--line-2)',
  '--mantine-primary-color-contrast': 'var(--accent-on)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-hover': 'var(--accent-soft-2)',
  '--mantine-primary-color-light-color': 'var(--accent-text)',
}

function family(name: string, tokens: { fill: string; hover: string; text: string; soft: string; softHover: string }) {
  const base = `--mantine-color-${name}`
  return {
    [`${base}-filled`]: tokens.fill,
    [`${base}-filled-hover`]: tokens.hover,
    [`${base}-text`]: tokens.text,
    [`${base}-light`]: tokens.soft,
    [`${base}-light-hover`]: tokens.softHover,
    [`${base}-light-color`]: tokens.text,
    [`${base}-outline`]: tokens.fill,
    [`${base}-outline-hover`]: tokens.soft,
  }
}

const semantic = (name: string) => ({
  fill: `var(--${name})`,
  hover: `var(--${name}-text)`,
  text: `var(--${name}-text)`,
  soft: `var(--${name}-soft)`,
  softHover: `var(--${name}-line)`,
})

Object.assign(
  painted,
  family('accent', {
    fill: 'var(--accent)',
    hover: 'var(--accent-hover)',
    text: 'var(--accent-text)',
    soft: 'var(--accent-soft)',
    softHover: 'var(--accent-soft-2)',
  }),
  family('red', semantic('bad')),
  family('yellow', semantic('warn')),
  family('green', semantic('good')),
  family('blue', semantic('info')),
  family('gray', {
    fill: 'var(--text-2)',
    hover: 'var(--text)',
    text: 'var(--text-2)',
    soft: 'var(--surface-3)',
    softHover: 'var(--surface-3)',
  }),
)

/** Every colour Mantine paints is a token, so that one data-theme attribute switches it with everything else. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: painted, dark: painted })
