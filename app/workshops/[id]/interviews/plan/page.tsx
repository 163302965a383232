import Link from 'next/link';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { planAction } from './actions.ts';
import { planChoices } from './form-data.ts';
import styles from './plan.module.css';
import { PlanForm } from './plan-form.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ segment?: string; persona?: string; kind?: string }>;
}

export async function generateMetadata() {
  return { title: (await translations('interviews'))('plan.newTitle') };
}

/** A new interview on the plan; the address may say of which segment, persona and kind. */
export default page(async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const { segment, persona, kind } = await searchParams;
  const actor = await requireActor(id, 'interview.create');
  const t = await translations('interviews');
  const choices = await planChoices(actor);
  return (
    <main id="content" className={`page ${styles.page}`}>
      <div className="stack tight">
        <p>
          <Link href={`/workshops/${id}/interviews`}>{t('plan.back')}</Link>
        </p>
        <h1>{t('plan.newTitle')}</h1>
        <p className="soft">{t('plan.newText')}</p>
      </div>
      <PlanForm
        action={planAction}
        locale={await currentLocale()}
        label={t('plan.newTitle')}
        workshopId={id}
        planned={{
          alias: '',
          kind: kind === 'employee' ? 'employee' : 'customer',
          segment: typeof segment === 'string' ? segment.slice(0, 60) : '',
          personaId: choices.personas.find((p) => p.id === persona)?.id ?? null,
          plannedAt: null,
          interviewerId: actor.role === 'noteTaker' ? null : actor.userId,
          noteTakerId: actor.role === 'noteTaker' ? actor.userId : null,
        }}
        kindOpen
        {...choices}
      />
    </main>
  );
});
