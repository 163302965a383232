import type { Metadata } from 'next';
import { ActionForm } from '@/app/_components/action-form.tsx';
import { Submit } from '@/app/_components/submit.tsx';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { workshopOf } from '@/app/_lib/workshop.ts';
import { AppError } from '@/lib/errors.ts';
import { currentLocale, formats, translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { readSide } from '@/lib/services/snapshots.ts';
import { Changes } from '../../compare/changes.tsx';
import { compareContext, nameInText } from '../../compare/context.ts';
import { drawn } from '../../compare/drawn.ts';
import { restoreAction } from './actions.ts';
import styles from './restore.module.css';

interface Props {
  params: Promise<{ id: string; number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await params;
  return { title: (await translations('compare'))('restore.title', { number }) };
}

/** What restoring a snapshot would do, before it is done. */
export default page(async ({ params }: Props) => {
  const { id, number } = await params;
  const actor = await requireActor(id, 'snapshot.restore');
  if (!/^\d{1,9}$/.test(number)) throw new AppError('snapshotNotFound');
  const { db, rooms, work } = runtime();
  const locale = await currentLocale();
  const t = await translations('compare');
  const snapshot = await readSide(db, actor, Number(number), { rooms, work });
  const now = await readSide(db, actor, snapshot.map, { rooms, work });
  const context = compareContext(now, snapshot, locale);
  const { isSame } = context.comparison;
  const sides = { from: nameInText(t, now), to: nameInText(t, snapshot) };
  const { title } = await workshopOf(id);
  const date = (await formats()).dateTime(snapshot.takenAt, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <main id="content" className="page">
      <header className="stack tight">
        <p>
          <a href={`/workshops/${id}/snapshots`}>{t('back')}</a>
        </p>
        <h1>{t('restore.title', { number })}</h1>
        <p>{t('restore.intro', { label: snapshot.label, date })}</p>
      </header>
      <section className={styles.decide} aria-label={t('restore.title', { number })}>
        <ul className={styles.facts}>
          {snapshot.map === 'toBe' && <li>{t('restore.toBe')}</li>}
          <li>{t('restore.safe')}</li>
          <li>{t('restore.outside')}</li>
          <li>{t('restore.erased')}</li>
        </ul>
        <ActionForm action={restoreAction} className="row">
          <input type="hidden" name="workshopId" value={id} />
          <input type="hidden" name="number" value={number} />
          <Submit working={t('restore.working')}>{t('restore.confirm', { number })}</Submit>
          <a className="button" href={`/workshops/${id}/snapshots`}>
            {t('restore.cancel')}
          </a>
        </ActionForm>
      </section>
      {isSame ? (
        <p className="notice">{t('restore.same')}</p>
      ) : (
        <>
          <div className="stack tight">
            <h2 className={styles.would}>{t('restore.would')}</h2>
            <p className="soft">{t('restore.preview', { number })}</p>
          </div>
          <Changes context={context} svg={await drawn(context, work, t('picture.of', { title, ...sides }))} />
        </>
      )}
    </main>
  );
});
