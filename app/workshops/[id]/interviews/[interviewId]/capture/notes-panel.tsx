import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { clock } from '@/lib/journey/clock.ts';
import { SPEAKERS } from '@/lib/notes/document.ts';
import { type NotesEditor, openNotesEditor } from '@/lib/notes/editor/editor.ts';
import type { NotesSession } from '@/lib/notes/session.ts';
import type { CaptureProps } from './capture.tsx';
import styles from './notes.module.css';
import { Offers } from './offers.tsx';
import { Signs } from './signs.tsx';

interface Props extends CaptureProps {
  session: NotesSession;
  /** The interview's clock; null while it does not run. */
  atMs(): number | null;
  editor: NotesEditor | null;
  onEditor(editor: NotesEditor | null): void;
  onAsked(lineId: string): void;
}

/** The note-taker's document, with who speaks and the signs above it. */
export function NotesPanel({
  session,
  interview,
  touchpoints,
  language,
  atMs,
  editor,
  onEditor,
  onAsked,
}: Props) {
  const t = useTranslations('interviews.capture');
  const place = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { alias } = interview;
  // What may come anew with the page while the notes stay as they are, caret and all.
  const given = useRef({ alias, language, touchpoints, t });
  given.current = { alias, language, touchpoints, t };

  useEffect(() => {
    if (!place.current) return;
    const { alias: name, language: lang, t: words } = given.current;
    const opened = openNotesEditor({
      element: place.current,
      notes: session.notes,
      awareness: session.awareness,
      touchpoints: () => given.current.touchpoints,
      atMs,
      onAsked,
      margin: {
        clock,
        speaker: {
          interviewee: '',
          interviewer: words('speakerInterviewer'),
          companion: words('speakerCompanion'),
        },
      },
      label: words('label', { alias: name }),
      language: lang,
    });
    onEditor(opened);
    return () => {
      onEditor(null);
      opened.destroy();
    };
  }, [session, atMs, onAsked, onEditor]);
  useStaysAtEnd(scroller, place);

  return (
    <section className={styles.panel} data-panel="notes" aria-label={t('tabNotes')}>
      <div className={styles.tools}>
        {editor && <Speakers editor={editor} alias={alias} />}
        <Signs />
      </div>
      <div ref={scroller} className={styles.scroller}>
        <div ref={place} className={styles.notes} data-hint={t('first')} />
      </div>
      {editor && <Offers editor={editor} label={t('touchpoints')} />}
    </section>
  );
}

function Speakers({ editor, alias }: { editor: NotesEditor; alias: string }) {
  const t = useTranslations('interviews.capture');
  const { subscribe, get } = editor.speaker;
  const speaker = useSyncExternalStore(subscribe, get, get);
  const names = { interviewee: alias, interviewer: t('interviewer'), companion: t('companion') };
  return (
    <fieldset className={styles.speakers} aria-label={t('speaker')}>
      {SPEAKERS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === speaker}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => one !== speaker && editor.turnSpeaker(one)}
        >
          {names[one]}
        </button>
      ))}
      <kbd className={styles.hint}>{t('speakerKey')}</kbd>
    </fieldset>
  );
}

/** How far from the end, CSS pixels, still counts as being there. */
const NEAR = 80;

/** Whoever reads along at the end stays there as the other one types; whoever has scrolled up is left alone. */
function useStaysAtEnd(
  scroller: React.RefObject<HTMLElement | null>,
  place: React.RefObject<HTMLElement | null>,
) {
  useEffect(() => {
    const [box, content] = [scroller.current, place.current];
    if (!box || !content) return;
    let atEnd = true;
    const look = () => {
      atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    };
    const keep = new ResizeObserver(() => {
      if (atEnd && !content.contains(document.activeElement)) box.scrollTop = box.scrollHeight;
    });
    keep.observe(content);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      keep.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [scroller, place]);
}
