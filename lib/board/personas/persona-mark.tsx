import type { PersonaSign } from '../../journey/personas.ts';
import { personaToken } from '../../journey/tokens.ts';
import styles from './persona-mark.module.css';

/** A persona's sign beside its name; drawn by style alone, so that the letters are no part of any name. */
export function PersonaMark({ sign, large = false }: { sign: PersonaSign; large?: boolean }) {
  return (
    <span
      className={styles.mark}
      data-letters={sign.letters}
      data-long={sign.letters.length > 1 || undefined}
      data-large={large || undefined}
      style={{ background: `var(--${personaToken(sign.tone)})` }}
      aria-hidden="true"
    />
  );
}
