import type { MouseEvent } from 'react';
import { useMapText } from '../ui/text.ts';
import { hrefOf, type MapView, switchView, usePhone, useView } from './address.ts';
import { loadView } from './load.ts';
import styles from './view-switch.module.css';

/** Map or table; on a phone one touchpoint or the whole map, and the table as well. */
export function ViewSwitch() {
  const t = useMapText();
  const now = useView();
  const phone = usePhone();
  const views: MapView[] = phone ? ['touchpoints', 'map', 'table'] : ['map', 'table'];
  const go = (event: MouseEvent, view: MapView) => {
    // A new tab is the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    switchView(view);
  };
  // Fetched when the hand is on its way; the click tells when it did not come.
  const ahead = (view: MapView) => void loadView(view).catch(() => undefined);
  return (
    <nav className={styles.switch} aria-label={t('view.label')}>
      {views.map((view) => (
        <a
          key={view}
          href={hrefOf(view)}
          aria-current={view === now ? 'page' : undefined}
          onClick={(event) => go(event, view)}
          onPointerEnter={() => ahead(view)}
          onFocus={() => ahead(view)}
        >
          {t(phone && view === 'map' ? 'view.wholeMap' : `view.${view}`)}
        </a>
      ))}
    </nav>
  );
}
