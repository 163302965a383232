'use client';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { type Locale, regionOf } from '@/lib/i18n/locale.ts';
import type { Messages } from '@/lib/i18n/messages.ts';

/** Gives the interview pages' client parts their sentences, so that no page carries the other namespaces. */
export function InterviewsIntl({
  locale,
  messages,
  timeZone,
  children,
}: {
  locale: Locale;
  /** Only what the page's client parts say. */
  messages: { [N in keyof Messages]?: Partial<Messages[N]> };
  timeZone: string;
  children: ReactNode;
}) {
  return (
    <IntlProvider locale={regionOf(locale)} messages={messages as unknown as Messages} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
