import type { CardChangeKind } from '@/lib/journey/diff/card-changes.ts';
import { ChangeSign } from '@/lib/journey/svg/change-sign.tsx';
import styles from './compare.module.css';

/** A change's sign, as it stands in the picture; the word always stands beside it. */
export function Sign({ kind }: { kind: CardChangeKind }) {
  return (
    <svg className={styles.sign} width="20" height="20" viewBox="-11 -11 22 22" aria-hidden="true">
      <ChangeSign kind={kind} />
    </svg>
  );
}
