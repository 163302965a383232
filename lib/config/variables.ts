import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { StartError } from './start-error.ts';

export type Environment = Record<string, string | undefined>;

const url = (protocols: string[], say: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), say);

const bare = (value: string) => {
  const { pathname, search, hash, username } = new URL(value);
  return pathname === '/' && search === '' && hash === '' && username === '';
};

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every variable we read. A refusal's text follows the variable's name. */
const VARIABLES = z.object({
  PORT: z
    .string()
    .refine((v) => /^\d+$/.test(v) && Number(v) <= 65535, 'must be a number from 0 to 65535, such as 3000')
    .transform(Number)
    .default(3000),
  HOST: z.string().default(''),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: url(
    ['postgres:', 'postgresql:'],
    'must look like postgres://user:password@host:5432/database',
  ).optional(),
  REDIS_URL: url(['redis:', 'rediss:'], 'must look like redis://user:password@host:6379').optional(),
  BASE_URL: url(['http:', 'https:'], 'must be the address people open, such as https://journeys.example.org')
    .refine(
      (v) => !URL.canParse(v) || bare(v),
      'must be an address without a path, such as https://journeys.example.org',
    )
    .transform((v) => new URL(v).origin)
    .optional(),
  AUTH_SECRET: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must be at least 16 characters; make one with: openssl rand -base64 24')
    .optional(),
  OIDC_ISSUER: url(
    ['http:', 'https:'],
    'must be the address of your identity provider, such as https://login.example.org/realms/staff',
  )
    .transform((v) => v.replace(/\/+$/, ''))
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('OpenID Connect'),
  SMTP_URL: url(['smtp:', 'smtps:'], 'must look like smtps://user:password@mail.example.org:465').optional(),
  MAIL_FROM: z
    .string()
    .refine((v) => /@/.test(v), 'must be the sender of our mail, such as Journeys <journeys@example.org>')
    .optional(),
});
export type Variables = z.infer<typeof VARIABLES>;

/**
 * Our variables out of the environment, `NAME_FILE` standing for a file that holds NAME's value (Docker and
 * Kubernetes secrets). An empty value counts as absent.
 *
 * @throws StartError naming every variable that is wrong, a sentence each.
 */
export function readVariables(environment: Environment): Variables {
  const values: Record<string, string> = {};
  for (const name of Object.keys(VARIABLES.shape)) {
    const value = fromEnvironment(environment, name);
    if (value) values[name] = value;
  }
  const parsed = VARIABLES.safeParse(values);
  if (parsed.success) return parsed.data;
  const first = new Map(
    parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]).reverse() as [
      string,
      string,
    ][],
  );
  throw new StartError(
    [...first]
      .reverse()
      .map(([name, message]) => `${name} ${message}.`)
      .join('\n'),
  );
}

function fromEnvironment(environment: Environment, name: string): string | undefined {
  const direct = environment[name]?.trim();
  const file = environment[`${name}_FILE`]?.trim();
  if (!file) return direct;
  if (direct) throw new StartError(`${name} and ${name}_FILE are both set. Keep one of them.`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new StartError(
      `${name}_FILE names ${file}, which cannot be read. Check that the file is there and may be read.`,
      { cause },
    );
  }
}
