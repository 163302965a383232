import { translations } from '@/lib/i18n/server.ts';
import { PASSCODE_MAX, PASSCODE_MIN, SHARE_DAYS } from '@/lib/services/shares.ts';
import { ActionForm } from '../../../../../_components/action-form.tsx';
import { Field } from '../../../../../_components/field.tsx';
import { Submit } from '../../../../../_components/submit.tsx';
import { MadeLink } from '../../../settings/made-link.tsx';
import { makeShare } from './actions.ts';

/** Whom it is for, how long, behind which passcode: and the finished link below. */
export async function NewShareForm({ workshopId, number }: { workshopId: string; number: number }) {
  const t = await translations('share');
  const common = await translations('common');
  return (
    <ActionForm action={makeShare} className="panel stack" label={t('form.title')}>
      <input type="hidden" name="workshopId" value={workshopId} />
      <input type="hidden" name="number" value={number} />
      <Field
        name="label"
        label={t('form.label')}
        hint={t('form.labelHint')}
        placeholder={t('form.labelExample')}
        maxLength={80}
      />
      <div className="field">
        <label htmlFor="share-days">{t('form.days')}</label>
        <select id="share-days" name="days" defaultValue="30">
          {SHARE_DAYS.map((days) => (
            <option key={days} value={days}>
              {t('form.daysOption', { days })}
            </option>
          ))}
        </select>
      </div>
      <Field
        name="passcode"
        label={t('form.passcode')}
        hint={t('form.passcodeHint', { min: PASSCODE_MIN })}
        minLength={PASSCODE_MIN}
        maxLength={PASSCODE_MAX}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div>
        <Submit working={common('working')}>{t('form.make')}</Submit>
      </div>
      <MadeLink
        words={{
          ready: t('made.ready'),
          once: t('made.once'),
          onlyHere: t('made.onlyHere'),
          address: t('made.address'),
          qr: t('made.qr'),
          copy: common('copy'),
          copied: common('copied'),
        }}
      />
    </ActionForm>
  );
}
