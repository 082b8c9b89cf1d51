import { createTheme, defaultVariantColorsResolver, MantineProvider, type VariantColorsResolver } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { page } from '../page.ts';

const resolveVariant: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  // Mantine measures contrast in the light scheme alone.
  const isAccent = input.variant === 'filled' && (input.color === undefined || input.color === 'accent');
  return isAccent ? { ...colors, color: 'var(--on-accent)' } : colors;
};

/** Mantine's names for the product's tokens (src/http/page/style.ts), which are the page's own custom properties. */
const theme = createTheme({
  variantColorResolver: resolveVariant,
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  colors: {
    // Mantine draws fields, menus and buttons of the dark scheme with these: `--text` to `--ground`.
    dark: [
      '#e6ebf0',
      '#c5ced6',
      '#a3b0bc',
      '#7d8b98',
      '#3d4a56',
      '#2c3742',
      '#1b242d',
      '#12181f',
      '#0e1319',
      '#0a0e13',
    ],
    accent: [
      '#eaf3ff',
      '#d3e4fa',
      '#a6c8f3',
      '#8cc2ff',
      '#6cb2ff',
      '#2f7fda',
      '#0b62c4',
      '#0957b0',
      '#074a97',
      '#053b7a',
    ],
  },
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
});

const nonce = () => page.nonce;

export function Look({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={nonce}>
      <Notifications position="bottom-right" limit={4} />
      {children}
    </MantineProvider>
  );
}
