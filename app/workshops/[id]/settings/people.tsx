import { translations } from '@/lib/i18n/server.ts';
import type { Member } from '@/lib/services/members.ts';
import { ActionForm } from '../../../_components/action-form.tsx';
import { Submit } from '../../../_components/submit.tsx';
import { giveRole, takeOut } from './actions.ts';
import { RoleSelect } from './role-select.tsx';
import styles from './settings.module.css';

/** The people of the workshop: name, function, role to change, and the way out in two steps. */
export async function People({
  workshopId,
  members,
  me,
}: {
  workshopId: string;
  members: Member[];
  me: string;
}) {
  const t = await translations('workshop');
  const common = await translations('common');
  return (
    <ul className={`plain-list ${styles.rows}`}>
      {members.map((member) => {
        const { userId, name } = member;
        const hidden = (
          <>
            <input type="hidden" name="workshopId" value={workshopId} />
            <input type="hidden" name="userId" value={userId} />
          </>
        );
        return (
          <li key={userId} className={styles.row}>
            <div className={styles.person}>
              <strong>{name}</strong>
              {userId === me && <span className="chip">{t('people.you')}</span>}
              <p className="soft small">
                {[member.functionName, member.kind === 'guest' ? t('people.guest') : t('people.account')]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <div className={styles.controls}>
              <ActionForm action={giveRole} className={styles.role}>
                {hidden}
                <RoleSelect value={member.role} label={t('people.roleOf', { name })} />
                <Submit className="button" working={common('working')}>
                  {t('people.change')}
                  <span className="visually-hidden"> {name}</span>
                </Submit>
              </ActionForm>
              <details className={styles.remove}>
                <summary className="button quiet danger">
                  {common('remove')}…<span className="visually-hidden"> {name}</span>
                </summary>
                <ActionForm action={takeOut} className={`notice warn ${styles.confirm}`}>
                  {hidden}
                  <p>{t('people.removeText', { name })}</p>
                  <div>
                    <Submit className="button danger" working={common('working')}>
                      {t('people.remove', { name })}
                    </Submit>
                  </div>
                </ActionForm>
              </details>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
