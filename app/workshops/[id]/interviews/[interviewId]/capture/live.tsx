'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type NotesSession, openNotesSession } from '@/lib/notes/session.ts';
import type { SaveState } from '@/lib/sync/client/index.ts';
import type { CaptureProps } from './capture.tsx';
import { Closed, Refused } from './ended.tsx';
import { Screen } from './screen.tsx';

interface Props extends CaptureProps {
  onThere(there: boolean): void;
}

/** The live session of one person, opened anew when the server did not take an edit. */
export default function Live({ onThere, ...props }: Props) {
  const [attempt, setAttempt] = useState(0);
  const [session, setSession] = useState<NotesSession | null>(null);
  const [refused, setRefused] = useState<string[] | null>(null);
  const { id, name } = props.user;
  const interviewId = props.interview.id;

  useEffect(() => {
    // Reads attempt so that each begins with a fresh document.
    void attempt;
    const opened = openNotesSession({ interviewId, user: { id, name }, readOnly: false });
    const off = opened.onRefused(({ texts }) => {
      setRefused(texts);
      setAttempt((n) => n + 1);
    });
    setSession(opened);
    return () => {
      off();
      setSession(null);
      opened.destroy();
    };
  }, [interviewId, id, name, attempt]);

  return (
    <>
      {session && <OneSession key={attempt} {...props} session={session} onThere={onThere} />}
      {refused && <Refused texts={refused} onClose={() => setRefused(null)} />}
    </>
  );
}

/** The screen from the moment the notes are there; what never came must not be written on. */
function OneSession({ session, onThere, ...props }: Props & { session: NotesSession }) {
  const { subscribe, get } = session.state;
  const phase = () => phaseOf(get());
  const now = useSyncExternalStore(subscribe, phase, phase);
  const shown = now !== 'coming';
  useEffect(() => onThere(shown), [shown, onThere]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (wouldBeMissed(session.state.get())) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [session]);
  if (now === 'over') return <Closed />;
  return now === 'open' ? <Screen {...props} session={session} /> : null;
}

/** All the screen goes by: what changes at every letter must not draw it anew. */
function phaseOf({ kind, editable }: SaveState): 'coming' | 'open' | 'over' {
  if (kind === 'closed') return 'over';
  return editable ? 'open' : 'coming';
}

/** As on the map: work that only this tab has, or that waits on this device for a server out of reach. */
function wouldBeMissed({ kind, pending, keptOnDevice }: SaveState): boolean {
  return pending > 0 && !(keptOnDevice && kind === 'saving');
}
