import type { Metadata } from 'next';
import { z } from 'zod';
import { MESSAGES } from '@/lib/i18n/messages.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { listSnapshots } from '@/lib/services/snapshots.ts';
import { MAPS } from '@/lib/sync/protocol.ts';
import { requireActor } from '../../../../_lib/guard.ts';
import { parseInput } from '../../../../_lib/input.ts';
import { page } from '../../../../_lib/page.tsx';
import { snapshotPicture } from '../../../../_lib/snapshot-picture.ts';
import { workshopOf } from '../../../../_lib/workshop.ts';
import { framesOf } from './frame.ts';
import { Player } from './player.tsx';
import styles from './replay.module.css';
import { Steps } from './steps.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const asked = z.object({
  map: z.enum(MAPS).default('asIs'),
  /** The number of the snapshot that is shown; default the newest. */
  at: z.coerce.number().int().optional(),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations('compare'))('replay.title') };
}

/** How the map grew: its snapshots one after the other, drawn at one scale. */
export default page(async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const actor = await requireActor(id, 'snapshot.read');
  const { map, at } = parseInput(asked, await searchParams);
  const { db, work } = runtime();
  const locale = await currentLocale();
  const t = await translations('compare');
  const all = (await listSnapshots(db, actor)).toReversed();
  const frames = framesOf(
    all.filter((s) => s.map === map && s.head),
    locale,
  );
  const { capital, ratio, coverage, interviews, cards } = MESSAGES[locale].snapshots;
  const here = `/workshops/${id}/snapshots`;
  const found = frames.findIndex((frame) => frame.number === at);
  const first = found < 0 ? frames.length - 1 : found;
  const frame = frames[first];
  return (
    <main id="content" className={`page ${styles.page}`}>
      <header className="stack tight">
        <p>
          <a href={here}>{t('back')}</a>
        </p>
        <h1>{t('replay.title')}</h1>
        <p className="soft">{t('replay.intro')}</p>
      </header>
      {all.some((s) => s.map === 'toBe') && (
        <nav className="row" aria-label={t('replay.which')}>
          {MAPS.map((name) => (
            <a
              key={name}
              className="button"
              href={`?map=${name}`}
              aria-current={name === map ? 'page' : undefined}
            >
              {t(`replay.${name}`)}
            </a>
          ))}
        </nav>
      )}
      {frames.length < 2 || !frame ? (
        <p className="empty">{t('replay.few')}</p>
      ) : (
        <>
          <noscript>
            <Steps frames={frames} at={first} map={map} locale={locale} />
          </noscript>
          <Player
            workshopId={id}
            frames={frames}
            first={first}
            picture={
              await snapshotPicture(
                db,
                actor,
                { number: frame.number, since: frames[first - 1]?.number, locale },
                work,
              )
            }
            words={{ ...MESSAGES[locale].compare.replay, kind: MESSAGES[locale].compare.kind }}
            names={{ capital, ratio, coverage, interviews, cards }}
            contentLocale={(await workshopOf(id)).locale}
          />
        </>
      )}
    </main>
  );
});
