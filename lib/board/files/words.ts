import type { useMapText } from '../ui/text.ts';
import type { PictureWords } from './pictures.ts';

export const pictureWords = (t: ReturnType<typeof useMapText>): PictureWords => ({
  sending: (count) => t('image.sending', { count }),
  unreadable: (name) => t('image.unreadable', { name }),
  tooMany: (max) => t('image.tooMany', { max }),
  tooLarge: (name, max) => t('image.tooLarge', { name, max }),
  offline: t('image.offline'),
});
