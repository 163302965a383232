import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale.ts';
import { TOKENS } from '@/lib/journey/tokens.ts';
import { runtime } from '@/lib/runtime.ts';
import { nonceOf } from './nonce.ts';

/**
 * A whole HTML document for `htmlRoute`: complete without JavaScript and with no other runtime. Its parts
 * may have no hooks and may not be async.
 */
export function HtmlDocument({
  locale,
  title,
  css = [],
  script,
  headers,
  noReferrer = false,
  children,
}: {
  locale: Locale;
  title: string;
  /** Files below app/, after the base that every page has. */
  css?: readonly string[];
  /** Our own, written into the page with the policy's nonce. */
  script?: string;
  /** Of the request: they carry the nonce. */
  headers: { get(name: string): string | null };
  /** Its address is a secret even from our own log. No form on it can be sent: browsers name no Origin then. */
  noReferrer?: boolean;
  children: ReactNode;
}) {
  const styles = runtime().styles(['_lib/html/frame.css', ...css]);
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        {noReferrer && <meta name="referrer" content="no-referrer" />}
        <meta name="theme-color" media="(prefers-color-scheme: light)" content={TOKENS.light.paper} />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content={TOKENS.dark.paper} />
        <title>{title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own files, no word of anybody's. */}
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body>
        {children}
        {script && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own file, no word of anybody's.
          <script nonce={nonceOf(headers)} dangerouslySetInnerHTML={{ __html: script }} />
        )}
      </body>
    </html>
  );
}
