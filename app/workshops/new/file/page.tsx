import type { Metadata } from 'next';
import Link from 'next/link';
import { z } from 'zod';
import { errorText } from '@/app/_lib/error-text.ts';
import { mayCreateWorkshops } from '@/lib/auth/can.ts';
import { AppError } from '@/lib/errors.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { MOST_IMPORT_BYTES } from '@/lib/services/imports.ts';
import { PlainFrame } from '../../../_components/plain-frame.tsx';
import { requireUser } from '../../../_lib/guard.ts';
import { page } from '../../../_lib/page.tsx';
import styles from './file.module.css';
import { FileForm } from './file-form.tsx';

const MB = 1024 * 1024;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations('export'))('import.title') };
}

/** Why a file that was sent without JavaScript was not taken in. */
const problems = z.object({
  problem: z.enum([
    'fileEmpty',
    'foreignOrigin',
    'forbidden',
    'invalidInput',
    'internal',
    'journeyFileDamaged',
    'journeyFileForeign',
    'journeyFileNewer',
    'journeyFileTooLarge',
  ]),
  where: z
    .string()
    .regex(/^[\w.-]{1,80}$/)
    .catch('?'),
  version: z.coerce.number().int().catch(0),
});

/** A workshop from a journey file: the file, a name, and what comes along. */
export default page(
  async ({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) => {
    const user = await requireUser();
    if (!mayCreateWorkshops(user)) throw new AppError('forbidden');
    const t = await translations('export');
    const told = problems.safeParse(await searchParams);
    const max = MOST_IMPORT_BYTES / MB;
    const locale = await currentLocale();
    return (
      <PlainFrame user={user}>
        <div className="stack tight">
          <h1>{t('import.title')}</h1>
          <p className={`soft ${styles.lead}`}>{t('import.text')}</p>
        </div>
        <FileForm
          problem={told.success ? errorText(locale, told.data.problem, { ...told.data, max }) : null}
          most={MOST_IMPORT_BYTES}
          words={{
            file: t('import.file'),
            fileHint: t('import.fileHint', { max }),
            name: t('import.name'),
            nameHint: t('import.nameHint'),
            submit: t('import.submit'),
            working: t('import.working'),
            choose: t('import.choose'),
            tooLarge: errorText(locale, 'journeyFileTooLarge', { max }),
            unreached: t('import.unreached'),
          }}
        />
        <section className={`panel stack tight ${styles.lead}`} aria-labelledby="what">
          <h2 id="what">{t('import.what')}</h2>
          <p>{t('import.has')}</p>
          <p className="soft">{t('import.hasNot')}</p>
        </section>
        <p>
          <Link href="/workshops/new" prefetch={false}>
            {t('import.back')}
          </Link>
        </p>
      </PlainFrame>
    );
  },
  { framed: true },
);
