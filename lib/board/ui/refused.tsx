import type { Refusal } from '../session.ts';
import { Confirm } from './confirm.tsx';
import { useMapText } from './text.ts';

/** What the server did not take, so that the person can copy it; the map behind is already the server's. */
export function RefusedText({ refusal, onClose }: { refusal: Refusal; onClose: () => void }) {
  const t = useMapText();
  const text = refusal.texts.join('\n\n');
  return (
    <Confirm
      title={t('refused.title')}
      confirm={t(text ? 'refused.copy' : 'refused.goOn')}
      onConfirm={() => {
        if (text) void navigator.clipboard?.writeText(text).catch(() => undefined);
      }}
      onClose={onClose}
    >
      <p>{text ? t('refused.body') : t('refused.none')}</p>
      {text && <textarea readOnly rows={5} value={text} aria-label={t('panel.text')} />}
    </Confirm>
  );
}
