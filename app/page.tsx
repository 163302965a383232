import Link from 'next/link';
import { mayCreateWorkshops } from '@/lib/auth/can.ts';
import { translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { listWorkshops } from '@/lib/services/workshops.ts';
import { ActionForm } from './_components/action-form.tsx';
import { openDemo } from './_components/demo-action.ts';
import { FirstSteps } from './_components/first-steps.tsx';
import { PlainFrame } from './_components/plain-frame.tsx';
import { Submit } from './_components/submit.tsx';
import { WorkshopList } from './_components/workshop-list.tsx';
import { requireUser } from './_lib/guard.ts';
import { page } from './_lib/page.tsx';

/** Home: my workshops, the one where something happened last at the top. */
export default page(
  async () => {
    const user = await requireUser();
    const workshops = await listWorkshops(runtime().db, user);
    const t = await translations('home');
    const creates = mayCreateWorkshops(user);
    return (
      <PlainFrame user={user}>
        <div className="row apart">
          <h1>{t('title')}</h1>
          {creates && workshops.length > 0 && (
            <Link className="button primary" href="/workshops/new" prefetch={false}>
              {t('new')}
            </Link>
          )}
        </div>
        {workshops.length > 0 && <WorkshopList workshops={workshops} />}
        {workshops.length === 0 && <p className="soft">{t(creates ? 'empty' : 'emptyGuest')}</p>}
        {workshops.length === 0 && creates && <FirstSteps />}
        {workshops.length > 0 && creates && !workshops.some((w) => w.demo) && (
          <ActionForm action={openDemo} className="row">
            <p className="soft">{t('demo.offer')}</p>
            <Submit className="button quiet" working={t('demo.working')}>
              {t('demo.open')}
            </Submit>
          </ActionForm>
        )}
      </PlainFrame>
    );
  },
  { framed: true },
);
