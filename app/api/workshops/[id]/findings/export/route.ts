import { requireActor } from '@/app/_lib/guard.ts';
import { defineRoute } from '@/app/_lib/route.ts';
import { currentLocale } from '@/lib/i18n/server.ts';
import { translator } from '@/lib/i18n/translator.ts';
import { type ExportWords, exportFindings, filterOf } from '@/lib/services/findings.ts';

/** The findings that answer to the query as a CSV file; see exportFindings for whose are in it. */
export const GET = defineRoute<{ id: string }, unknown>(async (request, { id }, { db, runtime }) => {
  const actor = await requireActor(id, 'interview.list');
  const filter = filterOf(Object.fromEntries(new URL(request.url).searchParams));
  const { csv } = await exportFindings(db, actor, filter, runtime.rooms, await words());
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="findings-${new Date().toISOString().slice(0, 10)}.csv"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
});

async function words(): Promise<ExportWords> {
  const t = translator(await currentLocale(), 'interviews');
  return {
    columns: {
      words: t('across.words'),
      kind: t('across.by.kind'),
      valence: t('across.column.valence'),
      severity: t('across.by.severity'),
      interview: t('across.by.interview'),
      who: t('across.by.who'),
      segment: t('across.by.segment'),
      speaker: t('across.column.speaker'),
      time: t('across.column.time'),
      tags: t('across.tags'),
      touchpoint: t('across.by.touchpoint'),
      onMap: t('across.by.placed'),
      mayQuoteOutside: t('across.column.quoteOutside'),
    },
    kind: {
      quote: t('mark.quote'),
      emotion: t('mark.emotion'),
      friction: t('mark.friction'),
      need: t('mark.need'),
      employee: t('mark.employee'),
    },
    who: { customer: t('kind.customer'), employee: t('kind.employee') },
    yes: t('across.yes'),
    no: t('across.no'),
  };
}
