import { translations } from '@/lib/i18n/server.ts';
import { MAX_INVITATION_DAYS } from '@/lib/services/invitations.ts';
import { ActionForm } from '../../../_components/action-form.tsx';
import { Field } from '../../../_components/field.tsx';
import { Submit } from '../../../_components/submit.tsx';
import { makeLink } from './actions.ts';
import { MadeLink } from './made-link.tsx';
import { RoleSelect } from './role-select.tsx';
import styles from './settings.module.css';

/** Role, what for, how long, how many: and the finished link below. */
export async function NewLinkForm({ workshopId }: { workshopId: string }) {
  const t = await translations('workshop');
  const common = await translations('common');
  return (
    <ActionForm action={makeLink} className={`panel ${styles.newLink}`} label={t('settings.invite')}>
      <input type="hidden" name="workshopId" value={workshopId} />
      <div className={styles.fields}>
        <div className="field">
          <label htmlFor="new-link-role">{t('link.role')}</label>
          <RoleSelect id="new-link-role" value="participant" />
        </div>
        <Field name="label" label={t('link.label')} placeholder={t('link.labelExample')} maxLength={80} />
        <Field
          name="days"
          label={t('link.days')}
          type="number"
          min={1}
          max={MAX_INVITATION_DAYS}
          defaultValue={14}
          required
        />
        <Field name="maxUses" label={t('link.maxUses')} type="number" min={1} max={1000} placeholder="∞" />
      </div>
      <div>
        <Submit working={common('working')}>{t('link.make')}</Submit>
      </div>
      <MadeLink
        words={{
          ready: t('link.ready'),
          once: t('link.once'),
          onlyHere: t('link.onlyHere'),
          address: t('link.address'),
          qr: t('link.qr'),
          copy: common('copy'),
          copied: common('copied'),
        }}
      />
    </ActionForm>
  );
}
