import { formats, translations } from '@/lib/i18n/server.ts';
import type { Invitation } from '@/lib/services/invitations.ts';
import { ActionForm } from '../../../_components/action-form.tsx';
import { Submit } from '../../../_components/submit.tsx';
import { revokeLink } from './actions.ts';
import styles from './settings.module.css';

/** The links made so far: what each is for, how it is used, and the switch. */
export async function Links({ workshopId, invitations }: { workshopId: string; invitations: Invitation[] }) {
  const t = await translations('workshop');
  const common = await translations('common');
  const format = await formats();
  if (invitations.length === 0) return <p className="empty">{t('link.none')}</p>;
  return (
    <ul className={`plain-list ${styles.rows}`}>
      {invitations.map((link) => (
        <li key={link.id} className={styles.row} data-off={link.state !== 'open' || undefined}>
          <div>
            <strong>{common(`role.${link.role}`)}</strong>
            {link.label && <span className="soft"> · {link.label}</span>}
            <p className="soft small">
              {link.maxUses === null
                ? t('link.used', { uses: link.uses })
                : t('link.usedOf', { uses: link.uses, most: link.maxUses })}
              {' · '}
              {link.state === 'open'
                ? t('link.until', { date: format.dateTime(link.expiresAt, { dateStyle: 'long' }) })
                : t(`link.state.${link.state}`)}
            </p>
          </div>
          {link.state === 'open' && (
            <ActionForm action={revokeLink} className="row">
              <input type="hidden" name="workshopId" value={workshopId} />
              <input type="hidden" name="id" value={link.id} />
              <Submit className="button danger" working={common('working')}>
                {t('link.revoke')}
                <span className="visually-hidden"> {link.label || common(`role.${link.role}`)}</span>
              </Submit>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}
