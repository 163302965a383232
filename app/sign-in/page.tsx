import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ownPath } from '@/lib/auth/origin.ts';
import { translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { hasAccounts } from '@/lib/services/users.ts';
import { ActionForm } from '../_components/action-form.tsx';
import { Field } from '../_components/field.tsx';
import { PlainFrame } from '../_components/plain-frame.tsx';
import { Submit } from '../_components/submit.tsx';
import { currentUser } from '../_lib/guard.ts';
import { page } from '../_lib/page.tsx';
import { sendSignInLink, signInByOidc, signInByPassword } from './actions.ts';
import { reasonFor } from './reason.ts';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations('auth'))('signIn.title') };
}

/** Signing in, and why the reader stands here. */
export default page(
  async ({ searchParams }: Props) => {
    const query = await searchParams;
    const back = ownPath(query.from);
    const { db, config } = runtime();
    if (!(await hasAccounts(db))) redirect('/welcome');
    const reason = reasonFor(query);
    if ((await currentUser()) && !reason?.warn) redirect(back);
    const t = await translations('auth');
    const common = await translations('common');
    const hidden = <input type="hidden" name="from" value={back} />;
    return (
      <PlainFrame narrow>
        <h1>{t('signIn.title')}</h1>
        {reason && (
          <p className={reason.warn ? 'notice warn' : 'notice'} role="status">
            {t(`reason.${reason.key}`)}
          </p>
        )}
        <ActionForm action={signInByPassword}>
          {hidden}
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
            type="password"
            autoComplete="current-password"
            required
          />
          <div>
            <Submit working={common('working')}>{t('signIn.submit')}</Submit>
          </div>
        </ActionForm>
        {config.oidc && (
          <ActionForm action={signInByOidc}>
            {hidden}
            <div>
              <Submit className="button">{t('signIn.oidc', { name: config.oidc.name })}</Submit>
            </div>
          </ActionForm>
        )}
        {config.smtp && config.baseUrl && (
          <details>
            <summary>{t('signIn.link')}</summary>
            <ActionForm action={sendSignInLink}>
              {hidden}
              <Field name="email" label={t('email')} type="email" autoComplete="email" required />
              <div>
                <Submit className="button">{t('signIn.sendLink')}</Submit>
              </div>
            </ActionForm>
          </details>
        )}
        <p className="soft small">{t('signIn.guests')}</p>
      </PlainFrame>
    );
  },
  { framed: true },
);
