import Link from 'next/link';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { MESSAGES } from '@/lib/i18n/messages.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { TIME_ZONE } from '@/lib/i18n/translator.ts';
import { runtime } from '@/lib/runtime.ts';
import { listMembers } from '@/lib/services/members.ts';
import { InterviewsIntl } from '../intl.tsx';
import { ImportForm } from './import-form.tsx';

export async function generateMetadata() {
  return { title: (await translations('interviews'))('new.title') };
}

/** Takes a transcript in: paste or upload, see what was understood, say who is who, record the consent. */
export default page(async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  const actor = await requireActor(id, 'interview.create');
  const t = await translations('interviews');
  const locale = await currentLocale();
  const people = await listMembers(runtime().db, actor);
  const { interviews, errors } = MESSAGES[locale];
  return (
    <main id="content" className="page">
      <div className="stack tight">
        <p>
          <Link href={`/workshops/${id}/interviews`}>{t('new.back')}</Link>
        </p>
        <h1>{t('new.title')}</h1>
      </div>
      <InterviewsIntl locale={locale} messages={{ interviews, errors }} timeZone={TIME_ZONE}>
        <ImportForm
          workshopId={id}
          me={{ userId: actor.userId, role: actor.role }}
          people={people
            .filter((person) => person.role !== 'leader')
            .map(({ userId, name }) => ({ userId, name }))}
        />
      </InterviewsIntl>
    </main>
  );
});
