import { useEditor } from 'tldraw';
import { boardOf } from '../board.ts';
import { helpOf } from '../gestures/help.ts';
import { useMapText } from '../ui/text.ts';
import styles from './help-button.module.css';

/** At the foot of the canvas, for whoever looks for help with the eyes; the question mark opens the same. */
export function HelpButton() {
  const editor = useEditor();
  const t = useMapText();
  return (
    <button
      type="button"
      className={styles.help}
      aria-label={t('keys.open')}
      title={`${t('keys.open')} (?)`}
      onClick={() => helpOf(boardOf(editor)).set(true)}
    >
      ?
    </button>
  );
}
