import type { MouseEvent } from 'react';
import { Menu } from '../ui/menu.tsx';
import { useMapText } from '../ui/text.ts';
import { hrefOf, type MapView, switchView, usePhone, useView } from './address.ts';
import { loadView } from './load.ts';
import styles from './view-switch.module.css';

const ahead = (view: MapView) => void loadView(view).catch(() => undefined);

/** Map or table; on a phone the whole map from one touchpoint, and from there the way to all three. */
export function ViewSwitch() {
  const t = useMapText();
  const now = useView();
  const phone = usePhone();
  if (phone && now === 'touchpoints') {
    return (
      <nav className={styles.switch} aria-label={t('view.label')}>
        <ViewLink view="map" label={t('view.wholeMap')} />
      </nav>
    );
  }
  if (phone) return <PhoneMenu now={now} />;
  return (
    <nav className={styles.switch} aria-label={t('view.label')}>
      {(['map', 'table'] as const).map((view) => (
        <ViewLink key={view} view={view} label={t(`view.${view}`)} current={view === now} />
      ))}
    </nav>
  );
}

function ViewLink({ view, label, current }: { view: MapView; label: string; current?: boolean }) {
  const go = (event: MouseEvent) => {
    // A new tab is the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    switchView(view);
  };
  return (
    <a
      href={hrefOf(view)}
      aria-current={current ? 'page' : undefined}
      onClick={go}
      // Fetched when the hand is on its way; the click tells when it did not come.
      onPointerEnter={() => ahead(view)}
      onFocus={() => ahead(view)}
    >
      {label}
    </a>
  );
}

/** Where three words have no room. */
function PhoneMenu({ now }: { now: MapView }) {
  const t = useMapText();
  const items = () =>
    (['touchpoints', 'map', 'table'] as const).map((view) => ({
      label: t(view === 'map' ? 'view.wholeMap' : `view.${view}`),
      checked: view === now,
      run: () => switchView(view),
    }));
  return (
    <Menu className={styles.menu} label={t('view.label')} items={items}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path
          d="M3 4h14v12H3zM3 8.500h14M8 4v12M12.500 4v12"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.600"
          strokeLinejoin="round"
        />
      </svg>
    </Menu>
  );
}
