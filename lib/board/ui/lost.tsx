import type { Lost } from '../../journey/merge/index.ts';
import { Confirm } from './confirm.tsx';
import { lostLines } from './lost-lines.ts';
import { useMapText } from './text.ts';

/** What of one's unsaved work did not fit the map any more, to be copied; the rest is on the map behind. */
export function LostText({ lost, onClose }: { lost: readonly Lost[]; onClose: () => void }) {
  const t = useMapText();
  const lines = lostLines(t, lost);
  const text = lines.join('\n');
  const isExpired = lost.every(({ reason }) => reason === 'expired');
  return (
    <Confirm
      title={t('lost.title')}
      confirm={t('refused.copy')}
      onConfirm={() => {
        void navigator.clipboard?.writeText(text).catch(() => undefined);
      }}
      onClose={onClose}
    >
      <p>{t(isExpired ? 'lost.expired' : 'lost.body')}</p>
      <textarea readOnly rows={Math.min(10, lines.length + 2)} value={text} aria-label={t('lost.label')} />
    </Confirm>
  );
}
