import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { readInvitation } from '@/lib/services/invitations.ts';
import { ownWorkshopBehind } from '@/lib/services/joining.ts';
import { ActionForm } from '../../_components/action-form.tsx';
import { PlainFrame } from '../../_components/plain-frame.tsx';
import { Submit } from '../../_components/submit.tsx';
import { signOut } from '../../_lib/auth/actions.ts';
import { currentUser } from '../../_lib/guard.ts';
import { page } from '../../_lib/page.tsx';
import { joinByName, joinSignedIn } from './actions.ts';
import { GuestFields } from './guest-fields.tsx';

interface Props {
  params: Promise<{ token: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations('auth'))('join.metaTitle') };
}

/** Where a link leads: which workshop, from whom, as what; then a name, and straight to the map. */
export default page(
  async ({ params }: Props) => {
    const { token } = await params;
    const { db } = runtime();
    const user = await currentUser();
    // Before the link is judged: whoever is in already comes back by it, used up or not.
    const workshopId = user && (await ownWorkshopBehind(db, user.id, token));
    if (workshopId) redirect(`/workshops/${workshopId}`);
    const invitation = await readInvitation(db, token);
    const t = await translations('auth');
    const common = await translations('common');
    const hidden = <input type="hidden" name="token" value={token} />;
    return (
      <PlainFrame narrow>
        <div className="stack">
          <p className="soft">
            {invitation.invitedBy ? t('join.by', { name: invitation.invitedBy }) : t('join.byNobody')}
          </p>
          <h1>{invitation.workshopTitle}</h1>
          {invitation.demo && (
            <p>
              <span className="chip">{common('fictional')}</span>
            </p>
          )}
          <p>{t(`join.role.${invitation.role}`)}</p>
        </div>
        {user ? (
          <div className="stack">
            <ActionForm action={joinSignedIn}>
              {hidden}
              <div>
                <Submit working={common('working')}>{t('join.as', { name: user.name })}</Submit>
              </div>
            </ActionForm>
            <form action={signOut} className="row">
              <p className="soft small">{t('join.notYou')}</p>
              <button className="button quiet" type="submit">
                {common('user.signOut')}
              </button>
            </form>
          </div>
        ) : (
          <ActionForm action={joinByName}>
            {hidden}
            <GuestFields />
            <div>
              <Submit working={common('working')}>{t('join.submit')}</Submit>
            </div>
            <p className="soft small">{t('join.privacy')}</p>
          </ActionForm>
        )}
      </PlainFrame>
    );
  },
  { framed: true },
);
