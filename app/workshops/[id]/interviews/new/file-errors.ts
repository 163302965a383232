import type { ErrorCode } from '@/lib/errors.ts';

/** Why a transcript is refused before it is sent: the only sentences of the errors the browser needs. */
export const FILE_ERRORS = [
  'fileEmpty',
  'fileTooLarge',
  'fileBinary',
  'fileEncoding',
  'fileUnsafe',
  'docxBroken',
  'csvColumns',
  'csvBroken',
  'vttMalformed',
  'cuesMalformed',
  'transcriptNoTurns',
  'transcriptTooLong',
  'turnTooLong',
  'internal',
] as const satisfies readonly ErrorCode[];
export type FileError = (typeof FILE_ERRORS)[number];

export const isFileError = (code: string): code is FileError =>
  (FILE_ERRORS as readonly string[]).includes(code);
