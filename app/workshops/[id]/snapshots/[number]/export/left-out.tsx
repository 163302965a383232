import { translations } from '@/lib/i18n/server.ts';
import type { Exportable } from '@/lib/services/exports.ts';

/** Whose words no file shows, and how many: said before anybody sends one. */
export async function LeftOut({ snapshot, whole }: { snapshot: Exportable; whole: boolean }) {
  const t = await translations('export');
  const { people, left } = snapshot;
  if (people === 0) return <p className="notice">{t('words.nobody')}</p>;
  if (left.people === 0) return <p className="notice">{t('words.none')}</p>;
  return (
    <div className="notice stack tight">
      <p>{t('words.left', { ...left, withheld: t('withheld') })}</p>
      {whole && <p>{t('words.leftWhole')}</p>}
    </div>
  );
}
