import type { ReviewContext } from './context.ts';

/** How the figures come about, what is left out, and the seal of the snapshot. */
export function Colophon({ snapshot, t }: ReviewContext) {
  return (
    <footer className="colophon">
      <h2 className="label">{t('colophon.title')}</h2>
      <p>{t('colophon.method')}</p>
      <p>{t('colophon.privacy')}</p>
      {snapshot.sourcesErased > 0 && <p>{t('colophon.erased', { n: snapshot.sourcesErased })}</p>}
      <p>{t('colophon.seal', { number: snapshot.number, hash: snapshot.sha256.slice(0, 16) })}</p>
      <p className="no-print">{t('print')}</p>
    </footer>
  );
}
