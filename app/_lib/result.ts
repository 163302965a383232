import { unstable_rethrow } from 'next/navigation';
import { AppError, type ErrorCode, isAppError } from '@/lib/errors.ts';
import { currentLocale } from '@/lib/i18n/server.ts';
import { errorText } from './error-text.ts';

/** An error as it may leave the server: its code and what fills its sentence, nothing else. */
export interface Failure {
  code: ErrorCode;
  params: Record<string, string | number>;
  /** The sentence in the reader's language, so that clients need not carry every sentence. */
  message: string;
}

export type Result<T> = { ok: true; data: T } | { ok: false; error: Failure };

/**
 * What of a thrown error may be shown. Next's own signals (redirect, notFound) go on; whatever is not
 * an AppError is written to the log in full and shown as `internal`.
 */
export async function failure(error: unknown): Promise<Failure & { status: number }> {
  unstable_rethrow(error);
  const known = isAppError(error) ? error : new AppError('internal', {}, { cause: error });
  if (known.status >= 500) console.error(known);
  const { code, params, status } = known;
  return { code, params, status, message: errorText(await currentLocale(), code, params) };
}
