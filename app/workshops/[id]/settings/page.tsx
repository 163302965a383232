import type { Metadata } from 'next';
import { translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { listInvitations } from '@/lib/services/invitations.ts';
import { listMembers } from '@/lib/services/members.ts';
import { requireActor } from '../../../_lib/guard.ts';
import { page } from '../../../_lib/page.tsx';
import { Links } from './links.tsx';
import { NewLinkForm } from './new-link-form.tsx';
import { People } from './people.tsx';
import styles from './settings.module.css';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations('workshop'))('settings.title') };
}

/** Who is in the workshop and as what, and the links that let others in. */
export default page(async ({ params }: Props) => {
  const { id } = await params;
  const actor = await requireActor(id, 'member.invite');
  const { db } = runtime();
  const [members, invitations] = await Promise.all([listMembers(db, actor), listInvitations(db, actor)]);
  const t = await translations('workshop');
  return (
    <main className="page">
      <h1>{t('settings.title')}</h1>
      <section className="stack" aria-labelledby="invite">
        <h2 id="invite">{t('settings.invite')}</h2>
        <p className={`soft ${styles.lead}`}>{t('settings.inviteText')}</p>
        <NewLinkForm workshopId={id} />
        <Links workshopId={id} invitations={invitations} />
      </section>
      <section className="stack" aria-labelledby="people">
        <h2 id="people">{t('settings.people', { count: members.length })}</h2>
        <People workshopId={id} members={members} me={actor.userId} />
      </section>
    </main>
  );
});
