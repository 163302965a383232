import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/auth/password.ts';
import { translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { hasAccounts } from '@/lib/services/users.ts';
import { listWorkshops } from '@/lib/services/workshops.ts';
import { ActionForm } from '../_components/action-form.tsx';
import { Field } from '../_components/field.tsx';
import { FirstSteps } from '../_components/first-steps.tsx';
import { PlainFrame } from '../_components/plain-frame.tsx';
import { Submit } from '../_components/submit.tsx';
import { currentUser } from '../_lib/guard.ts';
import { page } from '../_lib/page.tsx';
import { makeFirstAccount } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations('auth'))('welcome.title') };
}

/** First run: the facilitator's account while there is none, then how to begin. */
export default page(
  async () => {
    const { db } = runtime();
    const t = await translations('auth');
    const common = await translations('common');
    if (!(await hasAccounts(db))) {
      return (
        <PlainFrame narrow>
          <div className="stack">
            <h1>{t('welcome.title')}</h1>
            <p className="soft">{t('welcome.text')}</p>
          </div>
          <ActionForm action={makeFirstAccount}>
            <Field name="name" label={t('name')} autoComplete="name" maxLength={80} required />
            <Field
              name="email"
              label={t('email')}
              type="email"
              autoComplete="username"
              maxLength={254}
              required
            />
            <Field
              name="password"
              label={t('password')}
              hint={t('passwordHint', { min: PASSWORD_MIN })}
              type="password"
              autoComplete="new-password"
              minLength={PASSWORD_MIN}
              maxLength={PASSWORD_MAX}
              required
            />
            <div>
              <Submit working={common('working')}>{t('welcome.submit')}</Submit>
            </div>
          </ActionForm>
        </PlainFrame>
      );
    }
    const user = await currentUser();
    if (!user || (await listWorkshops(db, user)).length > 0) redirect('/');
    return (
      <PlainFrame user={user}>
        <div className="stack">
          <h1>{t('welcome.doneTitle', { name: user.name })}</h1>
          <p className="soft">{t('welcome.doneText')}</p>
        </div>
        <FirstSteps />
      </PlainFrame>
    );
  },
  { framed: true },
);
