import type { Locale } from '@/lib/i18n/locale.ts';
import { MESSAGES } from '@/lib/i18n/messages.ts';

export type TakeSnapshotWords = (typeof MESSAGES)['en']['snapshots']['take'] & {
  cancel: string;
  close: string;
};

/** The dialog's sentences in one language, for a component that loads no translations of its own. */
export function takeSnapshotWords(locale: Locale): TakeSnapshotWords {
  const { snapshots, common } = MESSAGES[locale];
  return { ...snapshots.take, cancel: common.cancel, close: common.close };
}
