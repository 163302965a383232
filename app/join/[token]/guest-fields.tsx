import { translations } from '@/lib/i18n/server.ts';
import { Field } from '../../_components/field.tsx';

const FUNCTIONS = [
  'customerService',
  'sales',
  'marketing',
  'product',
  'it',
  'finance',
  'operations',
  'management',
  'partner',
] as const;

/** Name and function; the usual functions are offered, anything may be typed. */
export async function GuestFields() {
  const t = await translations('auth');
  return (
    <>
      <Field name="name" label={t('name')} autoComplete="name" maxLength={80} required />
      <Field
        name="functionName"
        label={t('join.function')}
        hint={t('join.functionHint')}
        list="functions"
        autoComplete="organization-title"
        maxLength={80}
        required
      />
      <datalist id="functions">
        {FUNCTIONS.map((key) => (
          <option key={key} value={t(`join.functions.${key}`)} />
        ))}
      </datalist>
    </>
  );
}
