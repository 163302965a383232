import type { Locale } from '@/lib/i18n/locale.ts';
import { translator } from '@/lib/i18n/translator.ts';
import type { MapName } from '@/lib/sync/protocol.ts';
import type { Frame } from './frame.ts';

/** The replay without a script: a link to every snapshot of it. */
export function Steps({
  frames,
  at,
  map,
  locale,
}: {
  frames: readonly Frame[];
  at: number;
  map: MapName;
  locale: Locale;
}) {
  const t = translator(locale, 'compare');
  return (
    <nav className="stack tight" aria-label={t('replay.slider')}>
      <p>{t('replay.unscripted')}</p>
      <ol className="plain-list row">
        {frames.map(({ number, label }, i) => (
          <li key={number}>
            <a
              className="button"
              href={`?map=${map}&at=${number}`}
              title={label}
              aria-current={i === at ? 'step' : undefined}
            >
              {number}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
