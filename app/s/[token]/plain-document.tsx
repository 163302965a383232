import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale.ts';
import { translator } from '@/lib/i18n/translator.ts';
import { HtmlDocument } from '../../_lib/html/document.tsx';
import { HtmlBar } from '../../_lib/html/frame.tsx';
import { SHARE_CSS } from './shared-document.tsx';

export interface ShareProps {
  locale: Locale;
  /** Of the request: they carry the nonce. */
  headers: { get(name: string): string | null };
  /** The link's own path. */
  at: string;
}

/** A page of a link that shows nothing of the workshop. */
function PlainDocument({
  locale,
  headers,
  at,
  title,
  noReferrer = true,
  children,
}: ShareProps & { title: string; noReferrer?: boolean; children: ReactNode }) {
  const common = translator(locale, 'common');
  return (
    <HtmlDocument
      locale={locale}
      title={`${title} · ${common('product')}`}
      headers={headers}
      css={SHARE_CSS}
      noReferrer={noReferrer}
    >
      <HtmlBar locale={locale} home={false} languagesAt={at} />
      <main id="content" tabIndex={-1} className="page narrow">
        <div className="stack">
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </HtmlDocument>
  );
}

/** Asks for the passcode; `wrong`: what to say of the one just tried. */
export function PasscodeDocument({ hours, wrong, ...props }: ShareProps & { hours: number; wrong?: string }) {
  const t = translator(props.locale, 'share');
  return (
    <PlainDocument {...props} title={t('passcode.title')} noReferrer={false}>
      <p>{t('passcode.text')}</p>
      <form method="post" action={props.at} className="stack">
        {wrong && (
          <p className="notice warn" role="alert" id="wrong">
            {wrong}
          </p>
        )}
        <div className="field">
          <label htmlFor="passcode">{t('passcode.label')}</label>
          <input
            id="passcode"
            name="passcode"
            required
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? 'wrong keeps' : 'keeps'}
          />
          <p className="hint" id="keeps">
            {t('passcode.keeps', { hours })}
          </p>
        </div>
        <div>
          <button className="button primary" type="submit">
            {t('passcode.open')}
          </button>
        </div>
      </form>
    </PlainDocument>
  );
}

/** Why the link leads nowhere, and whom to ask. */
export function ClosedDocument({ message, ...props }: ShareProps & { message: string }) {
  const t = translator(props.locale, 'share');
  return (
    <PlainDocument {...props} title={t('guest.problem')}>
      <p className="notice warn">{message}</p>
    </PlainDocument>
  );
}

/** For chat programs that look at a link before anybody opens it. */
export function UnfurlDocument(props: ShareProps) {
  const t = translator(props.locale, 'share');
  return (
    <PlainDocument {...props} title={t('unfurl.title')}>
      <p>{t('unfurl.text')}</p>
      <p>
        {/* A browser that only looks like one of them. */}
        <a className="button" href={`${props.at}?read`} rel="nofollow">
          {t('passcode.open')}
        </a>
      </p>
    </PlainDocument>
  );
}
