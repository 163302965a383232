'use client';
import { useEffect, useRef } from 'react';
import { useFormStatus } from 'react-dom';
import { STAGES, type Stage } from '@/lib/journey/stages.ts';
import { ActionForm, useFormAnswer } from './action-form.tsx';
import { goToStage } from './stage-action.ts';
import styles from './stage-menu.module.css';
import type { StageWords } from './stage-words.ts';

/**
 * Where the group is on its way, in the head of every page of a workshop: the seven stages, and for the
 * facilitator the way to each. A `<details>`, so it opens without JavaScript.
 */
export function StageMenu({
  workshopId,
  stage,
  mayGo,
  words,
}: {
  workshopId: string;
  stage: Stage;
  mayGo: boolean;
  words: StageWords;
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  const at = STAGES.indexOf(stage);
  return (
    <details ref={menu} className={styles.menu}>
      <summary>
        <span className="visually-hidden">{words.now.replace('{stage}', words.names[stage])}</span>
        <span aria-hidden="true" className={styles.steps}>
          {STAGES.map((name, i) => (
            <i key={name} data-passed={i <= at || undefined} />
          ))}
        </span>
        <span aria-hidden="true" className={styles.name}>
          {words.names[stage]}
        </span>
      </summary>
      <section className={styles.panel} aria-label={words.title}>
        <h2>{words.title}</h2>
        <p className="soft small">{words.guide}</p>
        {mayGo ? (
          <ActionForm action={goToStage} className={styles.form}>
            <input type="hidden" name="workshopId" value={workshopId} />
            <Told workshopId={workshopId} words={words} />
            <Stages stage={stage} words={words} mayGo />
          </ActionForm>
        ) : (
          <Stages stage={stage} words={words} mayGo={false} />
        )}
      </section>
    </details>
  );
}

function Stages({ stage, words, mayGo }: { stage: Stage; words: StageWords; mayGo: boolean }) {
  const { pending } = useFormStatus();
  return (
    <ol className={styles.stages} aria-busy={pending || undefined}>
      {STAGES.map((name, i) => {
        const isHere = name === stage;
        const line = (
          <>
            <span className={styles.number} aria-hidden="true">
              {i + 1}
            </span>
            <span className={styles.what}>
              <strong>{words.names[name]}</strong>
              {isHere && <span className={styles.here}>{words.here}</span>}
              <span className="soft small">{words.texts[name]}</span>
            </span>
          </>
        );
        // The button of the stage that is reached stays one: it has the focus.
        return (
          <li
            key={name}
            aria-current={isHere ? 'step' : undefined}
            data-passed={i < STAGES.indexOf(stage) || undefined}
          >
            {mayGo ? (
              <button type="submit" name="stage" value={name} aria-disabled={pending || isHere || undefined}>
                {line}
              </button>
            ) : (
              <div>{line}</div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** What came of the last step, read out. */
function Told({ workshopId, words }: { workshopId: string; words: StageWords }) {
  const { pending } = useFormStatus();
  const answer = useFormAnswer<{ stage: Stage; kept: number | null }>();
  const done = answer?.data;
  return (
    <p role="status" className={`small ${styles.told}`}>
      {pending && words.working}
      {!pending && done && words.moved.replace('{stage}', words.names[done.stage])}{' '}
      {!pending && done?.kept && (
        <a href={`/workshops/${workshopId}/snapshots/${done.kept}`}>
          {words.kept.replace('{number}', String(done.kept))}
        </a>
      )}
    </p>
  );
}

/** Escape and a press elsewhere close it; Escape gives the focus back. */
function useClosing(menu: React.RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = (event: Event) => {
      const held = menu.current;
      if (!held?.open) return;
      const isInside = event.target instanceof Node && held.contains(event.target);
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape' || !isInside) return;
        held.querySelector('summary')?.focus();
      } else if (isInside) return;
      held.open = false;
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, [menu]);
}
