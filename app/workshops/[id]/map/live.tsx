'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { IntlProvider } from 'use-intl';
import type { Refusal } from '@/lib/board/session.ts';
import { Closed } from '@/lib/board/ui/closed.tsx';
import { MapScreen } from '@/lib/board/ui/map-screen.tsx';
import { RefusedText } from '@/lib/board/ui/refused.tsx';
import type { Messages } from '@/lib/i18n/messages.ts';
import { type JourneySession, openSession } from '@/lib/sync/client/index.ts';
import { journeyDocument } from '@/lib/sync/protocol.ts';
import { TakeSnapshot } from '../snapshots/take-snapshot.tsx';
import type { MapClientProps } from './map-client.tsx';

type LiveProps = Omit<MapClientProps, 'children'> & { onLive: (live: boolean) => void };

/** The live session of one person, opened anew when the server refused an edit. */
export default function Live({ messages, locale, timeZone, ...props }: LiveProps) {
  return (
    <IntlProvider locale={locale} messages={{ map: messages } as unknown as Messages} timeZone={timeZone}>
      <Sessions locale={locale} {...props} />
    </IntlProvider>
  );
}

function Sessions({
  workshopId,
  user,
  rights,
  locale,
  sources,
  snapshot,
  onLive,
}: Omit<LiveProps, 'messages' | 'timeZone'>) {
  const [attempt, setAttempt] = useState(0);
  const [session, setSession] = useState<JourneySession | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { id, name } = user;
  const readOnly = !rights.write;

  useEffect(() => {
    // Reads attempt so that a refusal starts a session with a fresh document.
    void attempt;
    const opened = openSession({ document: journeyDocument(workshopId), user: { id, name }, readOnly });
    const off = opened.onRefused((refused) => {
      setRefusal(refused);
      setAttempt((n) => n + 1);
    });
    setSession(opened);
    return () => {
      off();
      setSession(null);
      opened.destroy();
    };
  }, [workshopId, id, name, readOnly, attempt]);

  return (
    <>
      {session && (
        <OneSession key={attempt} session={session} readOnly={readOnly} onLive={onLive}>
          <MapScreen
            session={session}
            workshopId={workshopId}
            user={user}
            rights={rights}
            locale={locale}
            sources={sources}
            actions={snapshot && <TakeSnapshot workshopId={workshopId} words={snapshot} className="button" />}
          />
        </OneSession>
      )}
      {refusal && <RefusedText refusal={refusal} onClose={() => setRefusal(null)} />}
    </>
  );
}

interface OneSessionProps {
  session: JourneySession;
  readOnly: boolean;
  onLive: (live: boolean) => void;
  children: React.ReactNode;
}

/** The map from the moment its content is there; content that never came must not be drawn on. */
function OneSession({ session, readOnly, onLive, children }: OneSessionProps) {
  const { subscribe, get } = session.state;
  const state = useSyncExternalStore(subscribe, get, get);
  const [shown, setShown] = useState(false);
  const there = state.editable || (readOnly && state.loaded);
  const appear = useCallback(() => setShown(true), []);
  useEffect(() => {
    if (there) appear();
  }, [there, appear]);
  useEffect(() => {
    onLive(shown);
  }, [shown, onLive]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const { pending, keptOnDevice } = session.state.get();
      if (pending > 0 && !keptOnDevice) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [session]);

  if (state.kind === 'closed') return <Closed />;
  return shown ? children : null;
}
