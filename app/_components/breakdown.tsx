'use client';
import { LOCALE_COOKIE } from '@/lib/i18n/locale.ts';

/** An error page must not depend on anything that may itself have failed: both languages are in here. */
const SENTENCES = {
  en: {
    title: 'Something went wrong on our side',
    text: 'Nothing that was shown as saved is lost. Try again; if it happens once more, tell whoever runs the server what you were doing and when.',
    again: 'Try again',
    home: 'To the start page',
  },
  sv: {
    title: 'Något gick fel hos oss',
    text: 'Inget som visades som sparat har gått förlorat. Försök igen; händer det en gång till, berätta för den som sköter servern vad du gjorde och när.',
    again: 'Försök igen',
    home: 'Till startsidan',
  },
};

/** What is left to say when a page broke; `reference` finds the error in the server's log. */
export function Breakdown({ reference, retry }: { reference?: string; retry: () => void }) {
  const swedish = typeof document !== 'undefined' && wish().startsWith('sv');
  const text = SENTENCES[swedish ? 'sv' : 'en'];
  return (
    <main className="page narrow" suppressHydrationWarning>
      <div className="stack">
        <h1>{text.title}</h1>
        <p>{text.text}</p>
        {reference && <p className="soft small">{reference}</p>}
        <div className="row">
          <button type="button" className="button primary" onClick={retry}>
            {text.again}
          </button>
          <a className="button" href="/">
            {text.home}
          </a>
        </div>
      </div>
    </main>
  );
}

function wish(): string {
  return document.cookie.match(`(?:^|; )${LOCALE_COOKIE}=(\\w+)`)?.[1] ?? navigator.language;
}
