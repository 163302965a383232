import { formats, translations } from '@/lib/i18n/server.ts';
import type { Share } from '@/lib/services/shares.ts';
import { ActionForm } from '../../../../../_components/action-form.tsx';
import { Submit } from '../../../../../_components/submit.tsx';
import { switchOff } from './actions.ts';
import styles from './share.module.css';

/** The links made so far: whom each is for, how it is used, and the switch. */
export async function ShareList({
  workshopId,
  number,
  shares,
}: {
  workshopId: string;
  number: number;
  shares: Share[];
}) {
  const t = await translations('share');
  const common = await translations('common');
  const format = await formats();
  if (shares.length === 0) return <p className="empty">{t('links.none')}</p>;
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' });
  return (
    <ul className={`plain-list ${styles.rows}`}>
      {shares.map(({ id, label, hasPasscode, state, expiresAt, openings, lastOpenedAt }) => (
        <li key={id} className={styles.row} data-off={state !== 'open' || undefined}>
          <div className={styles.about}>
            <strong>{label || t('links.unnamed')}</strong>
            {hasPasscode && <span className="chip">{t('links.passcode')}</span>}
            <p className="soft small">
              {t('links.openings', { n: openings })}
              {lastOpenedAt && `, ${t('links.last', { date: day(lastOpenedAt) })}`}
              {' · '}
              {state === 'open' ? t('links.until', { date: day(expiresAt) }) : t(`links.state.${state}`)}
            </p>
          </div>
          {state === 'open' && (
            <ActionForm action={switchOff} className="row">
              <input type="hidden" name="workshopId" value={workshopId} />
              <input type="hidden" name="number" value={number} />
              <input type="hidden" name="id" value={id} />
              <Submit className="button danger" working={common('working')}>
                {t('links.revoke')}
                <span className="visually-hidden"> {label || t('links.unnamed')}</span>
              </Submit>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}
