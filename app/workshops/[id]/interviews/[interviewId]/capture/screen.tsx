'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { sendPrompt, setAsked, setCovered } from '@/lib/notes/acts.ts';
import { followBeside } from '@/lib/notes/beside.ts';
import { clockAt } from '@/lib/notes/document.ts';
import type { NotesEditor } from '@/lib/notes/editor/editor.ts';
import type { OutlineItem } from '@/lib/notes/editor/outline.ts';
import type { NotesSession } from '@/lib/notes/session.ts';
import { Bar } from './bar.tsx';
import styles from './capture.module.css';
import type { CaptureProps } from './capture.tsx';
import { GuidePanel } from './guide-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { OutlinePanel } from './outline-panel.tsx';
import { PromptBar } from './prompts.tsx';
import { IncomingPrompts } from './prompts-incoming.tsx';
import { useHere } from './use-here.ts';
import { PANELS, type Panel, usePanels } from './use-panels.ts';

const NOTHING: OutlineItem[] = [];
const never = () => () => {};
const nothing = () => NOTHING;

/** Guide, notes and findings side by side; on a narrow screen one of them at a time. */
export function Screen({ session, ...props }: CaptureProps & { session: NotesSession }) {
  const t = useTranslations('interviews.capture');
  const { workshopId, interview, user, guide } = props;
  const { notes } = session;
  const router = useRouter();
  const follow = useMemo(() => followBeside(notes), [notes]);
  const beside = useSyncExternalStore(follow.subscribe, follow.get, follow.get);
  const [editor, setEditor] = useState<NotesEditor | null>(null);
  const { subscribe, get } = editor?.outline ?? { subscribe: never, get: nothing };
  const outline = useSyncExternalStore(subscribe, get, nothing);
  const names = useHere(session.awareness, user.id);
  const screen = useRef<HTMLDivElement>(null);
  const { panel, setPanel } = usePanels(screen, editor);
  const findings = outline.reduce((n, { kind }) => n + (kind === 'finding' ? 1 : 0), 0);

  const atMs = useCallback(() => {
    const { clock } = follow.get();
    const now = clock.since === null ? null : clockAt(clock, Date.now());
    return now === null ? null : Math.round(now);
  }, [follow]);
  const toggleAsked = useCallback(
    (lineId: string) => setAsked(notes, lineId, !follow.get().asked.includes(lineId)),
    [notes, follow],
  );
  const send = useCallback(
    (text: string) => sendPrompt(notes, { text, byId: user.id, atMs: atMs() }),
    [notes, user.id, atMs],
  );
  const goTo = useCallback(
    (lineId: string) => {
      setPanel('notes');
      // After the notes are on the screen again.
      requestAnimationFrame(() => editor?.goTo(lineId));
    },
    [editor, setPanel],
  );
  // The other one is done with the notes, or the guide is another one now.
  useEffect(() => {
    const off = session.onNotice(() => router.refresh());
    return () => void off();
  }, [session, router]);
  useEffect(() => {
    // The note-taker types at once; on a tablet its keyboard would cover the notes.
    if (!interview.asks && matchMedia('(hover: hover)').matches) editor?.focus();
  }, [editor, interview.asks]);

  const labels: Record<Panel, string> = {
    guide: t('tabGuide'),
    notes: t('tabNotes'),
    findings: t('tabFindings', { n: findings }),
  };
  return (
    <div ref={screen} className={styles.screen}>
      <Bar
        workshopId={workshopId}
        interview={interview}
        session={session}
        beside={beside}
        outline={outline}
        names={[...names.values()]}
      />
      {!interview.before && <p className={`notice ${styles.frozen}`}>{t('frozenTeam')}</p>}
      <IncomingPrompts
        notes={notes}
        prompts={beside.prompts}
        userId={user.id}
        names={names}
        screen={screen}
      />
      <fieldset className={styles.tabs} aria-label={t('tabs')}>
        {PANELS.map((one) => (
          <button key={one} type="button" aria-pressed={panel === one} onClick={() => setPanel(one)}>
            {labels[one]}
          </button>
        ))}
      </fieldset>
      <div className={styles.columns} data-shown={panel}>
        <GuidePanel
          workshopId={workshopId}
          guide={guide}
          covered={beside.covered}
          onCover={(questionId, on) => setCovered(notes, questionId, on, atMs())}
        />
        <NotesPanel
          {...props}
          session={session}
          atMs={atMs}
          editor={editor}
          onEditor={setEditor}
          onAsked={toggleAsked}
        />
        <OutlinePanel
          outline={outline}
          asked={beside.asked}
          touchpoints={props.touchpoints}
          onAsked={toggleAsked}
          onGoTo={goTo}
        />
      </div>
      <PromptBar prompts={beside.prompts} userId={user.id} onSend={send} screen={screen} editor={editor} />
    </div>
  );
}
