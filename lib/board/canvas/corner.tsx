import { useValue } from '../signals.ts';
import { foldAll } from '../structure/view.ts';
import { useMapText } from '../ui/text.ts';
import styles from './corner.module.css';
import type { HeaderTools } from './header-cell.tsx';

/** Where the names of columns and lanes meet: what concerns all of them. */
export function Corner({ tools }: { tools: HeaderTools }) {
  const t = useMapText();
  const { board, structure, canStructure } = tools;
  const personas = useValue('personas', () => board.$journey.get().personas.length, [board]);
  const lanes = useValue('lanes', () => board.$layout.get().rows.length, [board]);
  const allFolded = useValue('folded', () => board.$layout.get().rows.every((r) => r.collapsed), [board]);
  const foldLabel = t(allFolded ? 'structure.unfoldAll' : 'structure.foldAll');
  return (
    <div className={styles.corner}>
      {canStructure && (
        <button
          type="button"
          className={styles.button}
          data-command={t('persona.edit')}
          onClick={structure.openPersonas}
        >
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path
              d="M8 2.500a2.700 2.700 0 1 1 0 5.400a2.700 2.700 0 0 1 0-5.400zM2.500 14c0-3.200 2.400-4.500 5.500-4.500s5.500 1.300 5.500 4.500"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.500"
            />
          </svg>
          <span>{t('persona.title')}</span>
          {personas > 0 && <span className={styles.count}>{personas}</span>}
        </button>
      )}
      {lanes > 0 && (
        <button
          type="button"
          className={styles.button}
          aria-label={foldLabel}
          title={foldLabel}
          onClick={() => foldAll(board, !allFolded)}
        >
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path
              d={allFolded ? 'M4 6l4-4 4 4M4 10l4 4 4-4' : 'M4 2l4 4 4-4M4 14l4-4 4 4'}
              fill="none"
              stroke="currentColor"
              strokeWidth="1.600"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </button>
      )}
    </div>
  );
}
