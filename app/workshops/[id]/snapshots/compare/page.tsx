import type { Metadata } from 'next';
import { can } from '@/lib/auth/can.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { toBeOf } from '@/lib/services/maps.ts';
import { listSnapshots, readSide } from '@/lib/services/snapshots.ts';
import type { MapName } from '@/lib/sync/protocol.ts';
import { requireActor } from '../../../../_lib/guard.ts';
import { parseInput } from '../../../../_lib/input.ts';
import { page } from '../../../../_lib/page.tsx';
import { workshopOf } from '../../../../_lib/workshop.ts';
import { Changes } from './changes.tsx';
import { Choose } from './choose.tsx';
import styles from './compare.module.css';
import { compareContext, nameInText } from './context.ts';
import { drawn } from './drawn.ts';
import { asked, defaults } from './sides.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations('compare'))('title') };
}

/** Two snapshots, or one and the map as it is now, held against each other. */
export default page(async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const actor = await requireActor(id, 'snapshot.read');
  const wanted = parseInput(asked, await searchParams);
  const { db, rooms, work } = runtime();
  const locale = await currentLocale();
  const t = await translations('compare');
  const snapshots = (await listSnapshots(db, actor)).filter((s) => s.head);
  const maps: MapName[] = can(actor, 'map.read')
    ? (await toBeOf(db, id))
      ? ['asIs', 'toBe']
      : ['asIs']
    : [];
  const two = defaults(wanted, snapshots, maps);
  return (
    <main id="content" className="page">
      <header className="stack tight">
        <p>
          <a href={`/workshops/${id}/snapshots`}>{t('back')}</a>
        </p>
        <h1>{t('title')}</h1>
        <p className="soft">{t('intro')}</p>
      </header>
      {two ? (
        <>
          <Choose snapshots={snapshots} maps={maps} locale={locale} {...two} />
          {await compared(two)}
        </>
      ) : (
        <p className="empty">{t('empty')}</p>
      )}
    </main>
  );

  // Awaited above rather than an element: what it throws must reach the page's own problem page.
  async function compared({ from, to }: NonNullable<typeof two>) {
    if (from === to) return <p className="notice">{t('sameSide')}</p>;
    const a = await readSide(db, actor, from, { rooms, work });
    const b = await readSide(db, actor, to, { rooms, work });
    const context = compareContext(a, b, locale);
    const { title } = await workshopOf(id);
    const names = { from: nameInText(t, a), to: nameInText(t, b) };
    const erased = Math.max(a.sourcesErased, b.sourcesErased);
    return (
      <>
        <h2 className={styles.sides}>{t('sides', names)}</h2>
        {erased > 0 && <p className="notice">{t('erasedSince', { n: erased })}</p>}
        {a.map !== b.map && (
          <p>
            <a href={`/workshops/${id}/to-be/gap`}>{t('overlay')}</a>
          </p>
        )}
        <Changes context={context} svg={await drawn(context, work, t('picture.of', { title, ...names }))} />
      </>
    );
  }
});
