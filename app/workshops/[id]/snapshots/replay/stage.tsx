import { memo, type ReactNode, useEffect, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale.ts';
import type { Fetched, Picture } from './pictures.ts';
import type { ReplayWords } from './player.tsx';
import styles from './replay.module.css';
import { useFrameSize } from './use-pictures.ts';

interface StageProps {
  known: ReadonlyMap<number, Fetched>;
  /** On the stage. */
  shown: Picture | undefined;
  /** The one that is asked for; undefined: it is on its way. */
  here: Fetched | undefined;
  number: number;
  words: ReplayWords;
  contentLocale: Locale;
  /** What can be done when it does not come. */
  children: ReactNode;
}

/** Said only of what takes longer than that, ms. */
const LONG = 700;

/** The picture, always at the scale of the largest; says so when the next one takes its time or does not come. */
export function Stage({ known, shown, here, number, words, contentLocale, children }: StageProps) {
  const { width, height } = useFrameSize(known);
  const [full, setFull] = useState(false);
  const isLate = useLate(here === undefined, number);
  const failed = here && 'why' in here ? here.why : null;
  return (
    <div className={styles.stage}>
      <section
        className={styles.scroller}
        data-scrolls-sideways=""
        data-full={full || undefined}
        aria-label={words.stage}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        lang={contentLocale}
      >
        <div
          className={styles.sheet}
          style={full ? { width, height } : { aspectRatio: `${width} / ${height}` }}
          data-waiting={here === undefined || undefined}
        >
          {shown && <Drawing svg={shown.svg} share={shown.width / width} />}
        </div>
      </section>
      <label className={styles.size}>
        <input type="checkbox" checked={full} onChange={(event) => setFull(event.target.checked)} />{' '}
        {words.size}
      </label>
      <div className={styles.news} role="status">
        {isLate && <p className="notice">{words.drawing.replace('{number}', String(number))}</p>}
        {failed !== null && (
          <div className="notice warn stack tight">
            <p>{words.failed.replace('{number}', String(number)).replace('{why}', failed)}</p>
            <div className="row">{children}</div>
          </div>
        )}
      </div>
    </div>
  );
}

/** Thousands of elements: written only when they are others. */
const Drawing = memo(function Drawing({ svg, share }: { svg: string; share: number }) {
  return (
    <div
      className={styles.drawing}
      style={{ width: `${share * 100}%` }}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote it in a thread, with everything escaped
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
});

function useLate(waiting: boolean, number: number): boolean {
  const [late, setLate] = useState<number | null>(null);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLate(number), LONG);
    return () => {
      clearTimeout(timer);
      setLate(null);
    };
  }, [waiting, number]);
  return waiting && late === number;
}
