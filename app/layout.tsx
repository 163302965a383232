import '@fontsource-variable/inter/wght.css';
import './emoji.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { TOKENS, tokensCss } from '@/lib/journey/tokens.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations('common');
  return {
    title: { default: t('product'), template: `%s · ${t('product')}` },
    description: t('tagline'),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: TOKENS.light.paper },
    { media: '(prefers-color-scheme: dark)', color: TOKENS.dark.paper },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await currentLocale()}>
      <head>
        <style>{tokensCss()}</style>
      </head>
      <body>{children}</body>
    </html>
  );
}
