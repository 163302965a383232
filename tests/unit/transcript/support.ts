import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { isAppError } from '../../../lib/errors.ts';
import { readFile, readTranscript, type Transcript } from '../../../lib/notes/transcript/index.ts';
import { readTable } from '../../../lib/notes/transcript/table.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A fixture of this repository. */
export const fixture = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url))));

/** A file of the team's shared data, which is not redistributed; undefined where it is not at hand. */
export function shared(path: string): Uint8Array | undefined {
  const file = fileURLToPath(new URL(`../../../../shared/data/${path}`, import.meta.url));
  return existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
}

/** For the name of a test that is skipped without such a file. */
export const reason = (bytes: Uint8Array | undefined): string =>
  bytes ? '' : ' [not run: ../shared/data is not at hand]';

/** The code and params a transcript is refused with. */
export function refusal(bytes: Uint8Array, fileName?: string) {
  try {
    readTranscript(bytes, fileName);
  } catch (error) {
    if (isAppError(error)) return { code: error.code, ...error.params };
    throw error;
  }
  return { code: 'accepted' };
}

/** Every interview of a file: one, or all those of a table, whose text is parsed once for all. */
export async function interviewsIn(bytes: Uint8Array, name: string): Promise<Transcript[]> {
  const first = await readFile(bytes, name);
  if (!first.parts) return [first];
  const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: 'greedy' });
  return first.parts.map((part) => readTable(data, part));
}
