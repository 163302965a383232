import { z } from 'zod';
import type { Locale } from '@/lib/i18n/locale.ts';
import { translator } from '@/lib/i18n/translator.ts';
import type { SnapshotSummary } from '@/lib/services/snapshots.ts';

const number = z.coerce.number().int().positive();
const asked = z.object({ restored: number, safety: number.optional() });

interface RestoredNoticeProps {
  workshopId: string;
  /** The address's query: `restored` is the snapshot's number, `safety` the one of what was there before. */
  asked: Record<string, unknown>;
  snapshots: readonly SnapshotSummary[];
  locale: Locale;
}

/** Says to whoever has just restored a snapshot that it is done, and how to undo it. */
export function RestoredNotice({ workshopId, asked: query, snapshots, locale }: RestoredNoticeProps) {
  const t = translator(locale, 'compare');
  const told = asked.safeParse(query).data;
  const restored = snapshots.find((s) => s.number === told?.restored);
  if (!told || !restored) return null;
  const safety = snapshots.find((s) => s.number === told.safety && s.number !== told.restored);
  const map = restored.map === 'toBe' ? 'to-be' : 'map';
  return (
    <div className="notice stack tight" role="status">
      <p>
        <strong>{t('restore.done', { number: told.restored })}</strong>{' '}
        {safety && t('restore.undo', { number: safety.number })}
      </p>
      <p className="row">
        <a className="button" href={`/workshops/${workshopId}/${map}`}>
          {t('restore.open')}
        </a>
        {safety && (
          <a href={`/workshops/${workshopId}/snapshots/${safety.number}/restore`}>
            {t('restore.undoLink', { number: safety.number })}
          </a>
        )}
      </p>
    </div>
  );
}
