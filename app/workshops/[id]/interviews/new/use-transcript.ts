'use client';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { type ErrorCode, isAppError } from '@/lib/errors.ts';
import {
  type Cast,
  guessCast,
  type PartInTalk,
  readTranscript,
  speakersOf,
  TRANSCRIPT_LIMITS,
  type Transcript,
} from '@/lib/notes/transcript/index.ts';

type Source = { kind: 'paste'; text: string } | { kind: 'file'; name: string; bytes: Uint8Array };

export interface Refusal {
  code: ErrorCode;
  params: Record<string, string | number>;
  fileName?: string;
}

type Reading = { transcript: Transcript } | { refusal: Refusal } | null;

function read(source: Source): Reading {
  const fileName = source.kind === 'file' ? source.name : undefined;
  if (source.kind === 'paste' && source.text.trim() === '') return null;
  try {
    return { transcript: readTranscript(bytesOf(source), fileName) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { refusal: { code: error.code, params: error.params, ...(fileName && { fileName }) } };
  }
}

const bytesOf = (source: Source): Uint8Array =>
  source.kind === 'file' ? source.bytes : new TextEncoder().encode(source.text);

/** The transcript being taken in: its source, what was understood of it, and who is who. */
export function useTranscript() {
  const [source, setSource] = useState<Source>({ kind: 'paste', text: '' });
  const [corrections, setCorrections] = useState<Cast>({});
  const settled = useDeferredValue(source);
  const reading = useMemo(() => read(settled), [settled]);
  const transcript = reading && 'transcript' in reading ? reading.transcript : null;
  const speakers = useMemo(() => (transcript ? speakersOf(transcript.turns) : []), [transcript]);
  const cast: Cast = useMemo(() => ({ ...guessCast(speakers), ...corrections }), [speakers, corrections]);

  const take = useCallback((next: Source) => {
    setSource(next);
    setCorrections({});
  }, []);
  const takeFile = useCallback(
    async (file: File) => {
      // One byte more than allowed is enough to be refused; a recording of gigabytes is not read into memory.
      const bytes = new Uint8Array(await file.slice(0, TRANSCRIPT_LIMITS.bytes + 1).arrayBuffer());
      take({ kind: 'file', name: file.name, bytes });
    },
    [take],
  );

  return {
    source,
    transcript,
    refusal: reading && 'refusal' in reading ? reading.refusal : null,
    speakers,
    cast,
    setPart: (label: string, part: PartInTalk) => setCorrections((was) => ({ ...was, [label]: part })),
    takeText: (text: string) => setSource({ kind: 'paste', text }),
    takeFile,
    clear: () => take({ kind: 'paste', text: '' }),
    bytes: () => bytesOf(source),
  };
}

export type TranscriptState = ReturnType<typeof useTranscript>;
