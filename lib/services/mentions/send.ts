import { createTransport } from 'nodemailer';
import type { Config } from '../../config.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Somebody waits for the answer of the form: a mail server that is silent for so long (ms) counts as away. */
const PATIENCE = 5_000;

/**
 * Hands the mails to the mail server, one for each person, so that nobody reads who else got one. A failure
 * is logged without an address.
 * @returns how many it did not take
 */
export async function sendMails(
  { url, from }: NonNullable<Config['smtp']>,
  mails: readonly Mail[],
): Promise<number> {
  const transport = createTransport({
    url,
    ...{
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      dnsTimeout: PATIENCE,
    },
    // Texts are ours and plain; nothing is ever fetched for one.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  try {
    const sent = await Promise.allSettled(mails.map((mail) => transport.sendMail({ from, ...mail })));
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
    transport.close();
  }
}
