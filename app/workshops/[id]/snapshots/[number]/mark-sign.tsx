import type { Mark } from '@/lib/journey/model.ts';
import type { ReviewContext } from './context.ts';

const NAMES = { 1: 'exceeded', 0: 'met', [-1]: 'missed' } as const;
const PATHS = { 1: 'M-4.5 0h9M0-4.5v9', 0: 'M-4 0h0', [-1]: 'M-4.5 0h9' } as const;

/** A touchpoint's mark as the curves draw it, with the word for whoever does not see it. */
export function MarkSign({ mark, t }: { mark: Mark | null; t: ReviewContext['t'] }) {
  const said = mark === null ? t('story.unmarked') : t('story.mark', { mark: t(`curves.${NAMES[mark]}`) });
  return (
    <svg
      className="mark-sign"
      data-mark={mark ?? 'none'}
      width="22"
      height="22"
      viewBox="-11 -11 22 22"
      role="img"
      aria-label={said}
    >
      <title>{said}</title>
      <circle r={mark === 0 ? 6 : 10} />
      {mark !== null && mark !== 0 && <path d={PATHS[mark]} />}
    </svg>
  );
}
