import { requireActor } from '@/app/_lib/guard.ts';
import { defineRoute } from '@/app/_lib/route.ts';
import { currentLocale } from '@/lib/i18n/server.ts';
import { translator } from '@/lib/i18n/translator.ts';
import { exportDecisions } from '@/lib/services/decisions.ts';
import { answers, shownOf } from '../shown.ts';

/** The decisions that the list shows, as a CSV file. */
export const GET = defineRoute<{ id: string }, unknown>(async (request, { id }, { db }) => {
  const actor = await requireActor(id, 'snapshot.export');
  const shown = shownOf(Object.fromEntries(new URL(request.url).searchParams));
  const { csv } = await exportDecisions(db, actor, answers(shown), await words());
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="decisions-${new Date().toISOString().slice(0, 10)}.csv"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
});

async function words() {
  const t = translator(await currentLocale(), 'decisions');
  return {
    columns: {
      subject: t('csv.subject'),
      about: t('csv.about'),
      choice: t('csv.choice'),
      text: t('csv.text'),
      owner: t('csv.owner'),
      functionName: t('csv.functionName'),
      dueOn: t('csv.dueOn'),
      status: t('csv.status'),
      snapshot: t('csv.snapshot'),
      by: t('csv.by'),
      at: t('csv.at'),
    },
    subject: {
      friction: t('subject.friction'),
      opportunity: t('subject.opportunity'),
      phase: t('subject.phase'),
      snapshot: t('subject.snapshot'),
    },
    choice: { do: t('choice.do'), ask: t('choice.ask'), notNow: t('choice.notNow') },
    status: { open: t('status.open'), done: t('status.done') },
  };
}
