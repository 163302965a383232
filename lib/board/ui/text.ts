import { useTranslations } from 'use-intl';

/** The map's sentences, in the reader's language. */
export const useMapText = () => useTranslations('map');
export type MapText = ReturnType<typeof useMapText>;
