import Link from 'next/link';
import type { ReactNode } from 'react';
import { type Actor, can } from '@/lib/auth/can.ts';
import { translations } from '@/lib/i18n/server.ts';
import { MAPS, type MapName } from '@/lib/sync/protocol.ts';
import styles from './two-maps.module.css';

interface TwoMapsProps {
  actor: Actor;
  current: MapName;
  toBe: { at: Date; from: number | null };
  children: ReactNode;
}

const PATHS: Record<MapName, string> = { asIs: 'map', toBe: 'to-be' };

/** A live map of a workshop that has two: above it a strip that says which one this is, with the way over. */
export async function TwoMaps({ actor, current, toBe, children }: TwoMapsProps) {
  const t = await translations('toBe');
  const base = `/workshops/${actor.workshopId}`;
  return (
    <div className={styles.frame}>
      <nav className={styles.strip} data-map={current} aria-label={t('maps.label')}>
        <div className={styles.switch}>
          {MAPS.map((map) => (
            <Link
              key={map}
              href={`${base}/${PATHS[map]}`}
              aria-current={map === current ? 'page' : undefined}
              prefetch={false}
            >
              {t(`maps.${map}`)}
            </Link>
          ))}
        </div>
        {current === 'toBe' && <p className={styles.told}>{t('strip.aim')}</p>}
        <span className={styles.space} />
        {current === 'toBe' && toBe.from !== null && (
          <Link className={styles.from} href={`${base}/snapshots/${toBe.from}`} prefetch={false}>
            {t('strip.from', { number: toBe.from })}
          </Link>
        )}
        {current === 'toBe' && can(actor, 'snapshot.restore') && (
          <Link className={styles.again} href={`${base}/to-be/branch`} prefetch={false}>
            {t('strip.again')}
          </Link>
        )}
        <Link className={styles.gap} href={`${base}/to-be/gap`} prefetch={false}>
          {t('strip.gap')}
        </Link>
      </nav>
      {children}
    </div>
  );
}
