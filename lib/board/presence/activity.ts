import type { Company } from './company.ts';
import type { Activity } from './presence.ts';

const STILL_AFTER_MS = 30_000;
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;

/** Tells the others whether this person does something, has stopped, or does not even see the page. */
export function watchActivity(company: Company): () => void {
  let now: Activity | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const be = (activity: Activity) => {
    if (activity === now) return;
    now = activity;
    company.tell({ activity, since: Date.now() });
  };
  const rest = () => {
    const left = seen + STILL_AFTER_MS - Date.now();
    if (left > 0) timer = setTimeout(rest, left);
    else {
      timer = undefined;
      if (now === 'here') be('still');
    }
  };
  let seen = 0;
  const onSign = () => {
    if (document.hidden) return;
    seen = Date.now();
    timer ??= setTimeout(rest, STILL_AFTER_MS);
    be('here');
  };
  const onVisibility = () => (document.hidden ? be('away') : onSign());
  for (const sign of SIGNS) window.addEventListener(sign, onSign, { passive: true, capture: true });
  document.addEventListener('visibilitychange', onVisibility);
  onVisibility();
  return () => {
    clearTimeout(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, onSign, { capture: true });
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
