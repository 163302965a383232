import { createTransport } from 'nodemailer';
import type { Config } from '../../config.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Somebody waits for the answer of the form: a mail that is not taken within so long (ms) counts as not taken. */
const PATIENCE = 8_000;
const CONNECTIONS = 5;

/**
 * Hands the mails to the mail server, one for each person, so that nobody reads who else got one. A failure
 * is logged without an address.
 * @returns how many it did not take
 */
export async function sendMails(
  { url, from }: NonNullable<Config['smtp']>,
  mails: readonly Mail[],
  patience = PATIENCE,
): Promise<number> {
  const transport = createTransport({
    ...{ url, pool: true, maxConnections: CONNECTIONS },
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    // Texts are ours and plain; nothing is ever fetched for one.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  const late = deadline(patience);
  try {
    const sent = await Promise.allSettled(
      mails.map((mail) => Promise.race([transport.sendMail({ from, ...mail }), late.passed])),
    );
    const failed = sent.filter((one) => one.status === 'rejected');
    for (const { reason } of failed) {
      // The message itself may name whom it was for.
      const { code = '', responseCode = '' } = reason as { code?: string; responseCode?: number };
      console.error(
        `A mail about a mention was not taken by the mail server: ${code} ${responseCode}`.trim(),
      );
    }
    return failed.length;
  } finally {
    late.off();
    transport.close();
  }
}

/** `passed` rejects after `ms`, unless it is called off. */
function deadline(ms: number): { passed: Promise<never>; off(): void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('The mail server is slow.'), { code: 'ETIMEDOUT' })),
      ms,
    );
  });
  return { passed, off: () => clearTimeout(timer) };
}
