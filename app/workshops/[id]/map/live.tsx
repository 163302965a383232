'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { IntlProvider } from 'use-intl';
import type { Refusal } from '@/lib/board/session.ts';
import { Closed } from '@/lib/board/ui/closed.tsx';
import { LostText } from '@/lib/board/ui/lost.tsx';
import { MapScreen } from '@/lib/board/ui/map-screen.tsx';
import { RefusedText } from '@/lib/board/ui/refused.tsx';
import { useView } from '@/lib/board/views/address.ts';
import { useLoadedView } from '@/lib/board/views/load.ts';
import { regionOf } from '@/lib/i18n/locale.ts';
import type { Messages } from '@/lib/i18n/messages.ts';
import type { Lost } from '@/lib/journey/merge/index.ts';
import { type JourneySession, openSession, type Remains, type SaveState } from '@/lib/sync/client/index.ts';
import { mapDocument } from '@/lib/sync/protocol.ts';
import { TakeSnapshot } from '../snapshots/take-snapshot.tsx';
import { carrying } from './carrying.ts';
import type { Coming, MapClientProps } from './map-client.tsx';

type LiveProps = Omit<MapClientProps, 'drawing' | 'asked' | 'title'> & Coming;

/** The live session of one person, opened anew when the server refused an edit or wrote the map anew. */
export default function Live({ messages, locale, timeZone, ...props }: LiveProps) {
  return (
    <IntlProvider
      locale={regionOf(locale)}
      messages={{ map: messages } as unknown as Messages}
      timeZone={timeZone}
    >
      <Sessions locale={locale} {...props} />
    </IntlProvider>
  );
}

function Sessions({
  workshopId,
  map,
  user,
  rights,
  locale,
  sources,
  snapshot,
  onEnter,
  onShown,
}: Omit<LiveProps, 'messages' | 'timeZone'>) {
  const [attempt, setAttempt] = useState(0);
  /** What the session before left for the next. */
  const left = useRef<Remains>(undefined);
  const [session, setSession] = useState<JourneySession | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [lost, setLost] = useState<Lost[]>([]);
  const { id, name } = user;
  const { write, structure } = rights;
  const readOnly = !write;

  useEffect(() => {
    // Reads attempt so that each begins with a fresh document.
    void attempt;
    const opened = openSession({
      document: mapDocument(workshopId, map),
      user: { id, name },
      readOnly,
      carry: carrying({ workshopId, map }, id, { write, structure }),
      after: left.current,
    });
    const anew = () => setAttempt((n) => n + 1);
    const offs = [
      opened.onRefused((refused) => {
        setRefusal(refused);
        anew();
      }),
      opened.onRenewed(anew),
      opened.onLost((more) => setLost((held) => [...held, ...more])),
    ];
    setSession(opened);
    return () => {
      for (const off of offs) off();
      setSession(null);
      left.current = opened.remains();
      opened.destroy();
    };
  }, [workshopId, map, id, name, readOnly, write, structure, attempt]);

  return (
    <>
      {session && (
        <OneSession key={attempt} session={session} readOnly={readOnly} onEnter={onEnter} onShown={onShown}>
          <MapScreen
            session={session}
            workshopId={workshopId}
            user={user}
            rights={rights}
            locale={locale}
            sources={sources}
            onShown={onShown}
            actions={
              snapshot && (
                <TakeSnapshot workshopId={workshopId} map={map} words={snapshot} className="button" />
              )
            }
          />
        </OneSession>
      )}
      {refusal && <RefusedText refusal={refusal} onClose={() => setRefusal(null)} />}
      {!refusal && lost.length > 0 && (
        <LostText
          lost={lost}
          onClose={() => {
            setLost([]);
            session?.forgetLost();
          }}
        />
      )}
    </>
  );
}

interface OneSessionProps extends Coming {
  session: JourneySession;
  readOnly: boolean;
  children: React.ReactNode;
}

/** The map from the moment its content is there; content that never came must not be drawn on. */
function OneSession({ session, readOnly, onEnter, onShown, children }: OneSessionProps) {
  const { subscribe, get } = session.state;
  const state = useSyncExternalStore(subscribe, get, get);
  const [shown, setShown] = useState(false);
  const { View, failed } = useLoadedView(useView());
  // The picture stays until the view is there to take its place.
  const there = (state.editable || (readOnly && state.loaded)) && (View !== null || failed);
  const appear = useCallback(() => setShown(true), []);
  useEffect(() => {
    if (there) appear();
  }, [there, appear]);
  useEffect(() => {
    if (shown) onEnter();
  }, [shown, onEnter]);
  const isOver = state.kind === 'closed';
  useEffect(() => {
    if (isOver) onShown();
  }, [isOver, onShown]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (wouldBeMissed(session.state.get())) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [session]);

  if (isOver) return <Closed />;
  return shown ? children : null;
}

/**
 * Whether leaving now deserves a question: work that only this tab has, or that waits on this device for a
 * server out of reach. What is on its way to one that answers is through before a dialog could be read.
 */
function wouldBeMissed({ kind, pending, keptOnDevice }: SaveState): boolean {
  return pending > 0 && !(keptOnDevice && kind === 'saving');
}
