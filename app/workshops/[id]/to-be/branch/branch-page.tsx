import Link from 'next/link';
import { type Actor, can } from '@/lib/auth/can.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { formatter } from '@/lib/i18n/translator.ts';
import { runtime } from '@/lib/runtime.ts';
import { listSnapshots, type SnapshotSummary } from '@/lib/services/snapshots.ts';
import { toBeOf } from '@/lib/services/to-be.ts';
import { ActionForm } from '../../../../_components/action-form.tsx';
import { Submit } from '../../../../_components/submit.tsx';
import { branchAction } from '../actions.ts';
import styles from './branch.module.css';

interface BranchPageProps {
  actor: Actor;
  /** The number of the snapshot an address asks for by `?from=`. */
  from: string | string[] | undefined;
}

/** What a to-be map is for, and for the facilitator the form that makes one of a snapshot. */
export async function BranchPage({ actor, from }: BranchPageProps) {
  const t = await translations('toBe');
  const toBe = await toBeOf(runtime().db, actor.workshopId);
  const mayBranch = can(actor, 'snapshot.restore');
  return (
    <main id="content" className="page narrow">
      <div className="stack">
        <h1>{t(toBe ? 'branch.againTitle' : 'branch.title')}</h1>
        <p>{t(toBe ? 'branch.againLead' : 'branch.lead')}</p>
        {!toBe && (
          <ol className={styles.steps}>
            {(['clean', 'aim', 'gap'] as const).map((step) => (
              <li key={step}>{t(`branch.steps.${step}`)}</li>
            ))}
          </ol>
        )}
        {mayBranch ? (
          <BranchForm actor={actor} from={from} again={toBe !== null} />
        ) : (
          <p className="empty">{t('branch.reader')}</p>
        )}
        {toBe && (
          <p>
            <Link href={`/workshops/${actor.workshopId}/to-be`} prefetch={false}>
              {t('branch.back')}
            </Link>
          </p>
        )}
      </div>
    </main>
  );
}

async function BranchForm({ actor, from, again }: BranchPageProps & { again: boolean }) {
  const t = await translations('toBe');
  const snapshots = await listSnapshots(runtime().db, actor);
  const asked = snapshots.find(({ number }) => String(number) === from);
  return (
    <ActionForm action={branchAction} className="panel stack" label={t('branch.title')}>
      <input type="hidden" name="workshopId" value={actor.workshopId} />
      <div className="field">
        <label htmlFor="branch-from">{t('branch.from')}</label>
        <select id="branch-from" name="from" defaultValue={asked?.number ?? 'now'} className={styles.from}>
          <option value="now">{t('branch.now')}</option>
          <Options snapshots={snapshots} />
        </select>
        <p className="hint">{t('branch.nowHint')}</p>
      </div>
      {again && (
        <label className={styles.over}>
          <input type="checkbox" name="over" value="yes" required />
          <span>{t('branch.over')}</span>
        </label>
      )}
      <div>
        <Submit working={t('branch.making')}>{t(again ? 'branch.againMake' : 'branch.make')}</Submit>
      </div>
    </ActionForm>
  );
}

async function Options({ snapshots }: { snapshots: readonly SnapshotSummary[] }) {
  const t = await translations('toBe');
  const format = formatter(await currentLocale());
  return snapshots.map(({ number, label, takenAt, map }) => {
    const named = t('branch.option', { number, label });
    const date = format.dateTime(takenAt, { dateStyle: 'medium' });
    const told = map === 'toBe' ? `${date}, ${t('branch.ofToBe')}` : date;
    return (
      <option key={number} value={number}>
        {`${named} (${told})`}
      </option>
    );
  });
}
