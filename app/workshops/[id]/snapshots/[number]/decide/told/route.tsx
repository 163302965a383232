import { requireActor } from '@/app/_lib/guard.ts';
import { HtmlDocument } from '@/app/_lib/html/document.tsx';
import { HtmlBar } from '@/app/_lib/html/frame.tsx';
import { htmlRoute } from '@/app/_lib/html-route.tsx';
import { translator } from '@/lib/i18n/translator.ts';
import { numberIn } from '../fields.ts';
import { snapshotPath } from '../talk.ts';

const REASONS = ['failed', 'limited', 'nobody'] as const;

/** After a form was taken, where somebody who should have got a mail did not: what became of it, and the way back. */
export const GET = htmlRoute<{ id: string; number: string }>(async (request, params, { locale }) => {
  const { workshopId } = await requireActor(params.id, 'snapshot.read');
  const query = new URL(request.url).searchParams;
  const reason = REASONS.find((known) => known === query.get('mail')) ?? 'failed';
  const at = query.get('at') ?? '';
  const anchor = /^talk-[\w-]{1,100}$/.test(at) ? `#${at}` : '';
  const t = translator(locale, 'decisions');
  const product = translator(locale, 'common')('product');
  return (
    <HtmlDocument locale={locale} title={`${t('told.title')} · ${product}`} headers={request.headers}>
      <HtmlBar locale={locale} />
      <main id="content" className="page narrow">
        <div className="stack">
          <h1>{t(reason === 'nobody' ? 'told.title' : 'told.titleMail')}</h1>
          <p className="notice warn">{t(`told.${reason}`)}</p>
          <p>
            <a
              className="button primary"
              href={`${snapshotPath(workshopId, numberIn(params.number))}${anchor}`}
            >
              {t('told.back')}
            </a>
          </p>
        </div>
      </main>
    </HtmlDocument>
  );
});
