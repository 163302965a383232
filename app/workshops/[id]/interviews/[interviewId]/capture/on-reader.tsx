import Link from 'next/link';
import type { Actor } from '@/lib/auth/can.ts';
import { isAppError } from '@/lib/errors.ts';
import { translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { isBefore, lateLines } from '@/lib/services/interviews.ts';
import { LateLines } from './late-lines.tsx';

interface Props {
  actor: Actor;
  interview: { id: string; status: 'planned' | 'capturing' | 'raw' | 'clean' | 'shared' };
}

/** On an interview's page, for its team: the way to the notes, and what was written in them too late. */
export async function CaptureOnReader({ actor, interview }: Props) {
  const t = await translations('interviews');
  const { workshopId } = actor;
  if (isBefore(interview)) {
    return (
      <p>
        <Link
          className="button primary"
          href={`/workshops/${workshopId}/interviews/${interview.id}/capture`}
          prefetch={false}
        >
          {t('capture.open')}
        </Link>
      </p>
    );
  }
  const late = await lateOf(actor, interview.id);
  return late > 0 ? <LateLines workshopId={workshopId} interviewId={interview.id} late={late} /> : null;
}

/** The transcript is there to be read even while the live notes are not. */
async function lateOf(actor: Actor, interviewId: string): Promise<number> {
  const { db, rooms } = runtime();
  try {
    return await lateLines(db, actor, interviewId, rooms);
  } catch (error) {
    if (isAppError(error)) return 0;
    throw error;
  }
}
