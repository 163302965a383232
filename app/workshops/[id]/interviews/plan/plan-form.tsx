import type { Locale } from '@/lib/i18n/locale.ts';
import { translator } from '@/lib/i18n/translator.ts';
import { toWallTime } from '@/lib/i18n/wall-time.ts';
import { ActionForm } from '../../../../_components/action-form.tsx';
import { Field } from '../../../../_components/field.tsx';
import { Submit } from '../../../../_components/submit.tsx';
import type { FormAction } from '../../../../_lib/form-action.ts';
import { Choice } from './choice.tsx';
import { Done } from './done.tsx';
import styles from './plan.module.css';

/** What the fields begin with. */
export interface Planned {
  alias: string;
  kind: 'customer' | 'employee';
  segment: string;
  personaId: string | null;
  plannedAt: Date | null;
  interviewerId: string | null;
  noteTakerId: string | null;
}

interface Props<T> {
  action: FormAction<T>;
  locale: Locale;
  label: string;
  workshopId: string;
  /** Given when it is planned already. */
  interviewId?: string;
  planned: Planned;
  /** Whether customer or employee can still be chosen. */
  kindOpen: boolean;
  people: readonly { userId: string; name: string }[];
  personas: readonly { id: string; name: string }[];
  segments: readonly string[];
}

/** With whom, when, and which two. Works without JavaScript. */
export function PlanForm<T>(props: Props<T>) {
  const { planned, people, personas, segments, kindOpen } = props;
  const t = translator(props.locale, 'interviews');
  const team = people.map(({ userId, name }) => ({ value: userId, label: name }));
  return (
    <ActionForm action={props.action} className={styles.form} label={props.label}>
      <input type="hidden" name="workshopId" value={props.workshopId} />
      {props.interviewId && <input type="hidden" name="interviewId" value={props.interviewId} />}
      <Field
        name="alias"
        label={t('plan.alias')}
        hint={t('plan.aliasHint')}
        defaultValue={planned.alias}
        maxLength={60}
        autoComplete="off"
        required
      />
      {kindOpen ? (
        <Choice
          name="kind"
          label={t('plan.kind')}
          value={planned.kind}
          options={(['customer', 'employee'] as const).map((kind) => ({
            value: kind,
            label: t(`kind.${kind}`),
          }))}
        />
      ) : (
        <div className="field">
          <p className={styles.label}>{t('plan.kind')}</p>
          <input type="hidden" name="kind" value={planned.kind} />
          <p>{t(`kind.${planned.kind}`)}</p>
          <p className="hint">{t('plan.kindSettled')}</p>
        </div>
      )}
      <Field
        name="segment"
        label={t('plan.segment')}
        hint={t('plan.segmentHint')}
        defaultValue={planned.segment}
        maxLength={60}
        list="plan-segments"
        autoComplete="off"
      />
      <datalist id="plan-segments">
        {segments.map((segment) => (
          <option key={segment} value={segment} />
        ))}
      </datalist>
      {personas.length > 0 ? (
        <Choice
          name="personaId"
          label={t('plan.persona')}
          hint={t('plan.personaHint')}
          value={planned.personaId ?? ''}
          options={[
            { value: '', label: t('plan.personaNone') },
            ...personas.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : (
        <input type="hidden" name="personaId" value={planned.personaId ?? ''} />
      )}
      <Field
        name="plannedAt"
        type="datetime-local"
        label={t('plan.when')}
        hint={t('plan.whenHint')}
        defaultValue={planned.plannedAt ? toWallTime(planned.plannedAt) : ''}
      />
      <fieldset className={styles.team}>
        <legend>{t('plan.team')}</legend>
        <p className="hint small soft">{t('plan.teamHint')}</p>
        <div className={styles.pair}>
          {(['interviewer', 'noteTaker'] as const).map((part) => (
            <Choice
              key={part}
              name={`${part}Id`}
              label={t(`plan.${part}`)}
              value={planned[`${part}Id`] ?? ''}
              options={[{ value: '', label: t('plan.nobody') }, ...team]}
            />
          ))}
        </div>
      </fieldset>
      <div className="row">
        <Submit working={t('plan.working')}>{t(props.interviewId ? 'plan.save' : 'plan.submit')}</Submit>
        <Done text={t('plan.saved')} />
      </div>
    </ActionForm>
  );
}
