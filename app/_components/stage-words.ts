import type { Locale } from '@/lib/i18n/locale.ts';
import { MESSAGES } from '@/lib/i18n/messages.ts';

export type StageWords = (typeof MESSAGES)['en']['snapshots']['stage'];

/** The stages in one language, for a component that loads no translations of its own. */
export const stageWords = (locale: Locale): StageWords => MESSAGES[locale].snapshots.stage;
