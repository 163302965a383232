'use client';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { isAppError } from '@/lib/errors.ts';
import {
  type Cast,
  guessCast,
  type PartInTalk,
  readFile,
  readTranscript,
  speakersOf,
  TRANSCRIPT_LIMITS,
  type Transcript,
} from '@/lib/notes/transcript/index.ts';
import { type FileError, isFileError } from './file-errors.ts';

type Source =
  | { kind: 'paste'; text: string }
  | { kind: 'file'; name: string; bytes: Uint8Array; part?: string };

export interface Refusal {
  code: FileError;
  params: Record<string, string | number>;
  fileName?: string;
}

type Reading = { transcript: Transcript } | { refusal: Refusal } | null;

function refused(error: unknown, fileName?: string): Reading {
  const known = isAppError(error) && isFileError(error.code) ? error : null;
  // A chunk that did not arrive is the commonest of the rest; nothing is lost, and the page says so.
  const refusal = {
    code: known ? (known.code as FileError) : 'internal',
    params: known?.params ?? {},
  } as const;
  return { refusal: { ...refusal, ...(fileName && { fileName }) } };
}

function readPasted(text: string): Reading {
  if (text.trim() === '') return null;
  try {
    return { transcript: readTranscript(new TextEncoder().encode(text)) };
  } catch (error) {
    return refused(error);
  }
}

/** What a chosen file holds; `undefined` while it is being read. */
function useFile(source: Source): Reading | undefined {
  const [read, setRead] = useState<{ source: Source; reading: Reading }>();
  useEffect(() => {
    if (source.kind !== 'file') return;
    let current = true;
    readFile(source.bytes, source.name, source.part)
      .then((transcript): Reading => ({ transcript }))
      .catch((error: unknown) => refused(error, source.name))
      .then((reading) => current && setRead({ source, reading }));
    return () => {
      current = false;
    };
  }, [source]);
  if (source.kind !== 'file' || read?.source.kind !== 'file') return undefined;
  // Another interview of the same table: the one before stays until it is read, and with it the focus.
  return read.source.bytes === source.bytes ? read.reading : undefined;
}

/** The transcript being taken in: its source, what was understood of it, and who is who. */
export function useTranscript() {
  const [source, setSource] = useState<Source>({ kind: 'paste', text: '' });
  const [corrections, setCorrections] = useState<Cast>({});
  const settled = useDeferredValue(source);
  const pasted = useMemo(() => (settled.kind === 'paste' ? readPasted(settled.text) : null), [settled]);
  const fromFile = useFile(source);
  const reading = source.kind === 'paste' ? pasted : (fromFile ?? null);
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
      const bytes = new Uint8Array(await file.slice(0, TRANSCRIPT_LIMITS.docxBytes + 1).arrayBuffer());
      take({ kind: 'file', name: file.name, bytes });
    },
    [take],
  );

  return {
    source,
    transcript,
    busy: source.kind === 'file' && fromFile === undefined,
    refusal: reading && 'refusal' in reading ? reading.refusal : null,
    speakers,
    cast,
    setPart: (label: string, part: PartInTalk) => setCorrections((was) => ({ ...was, [label]: part })),
    takeText: (text: string) => setSource({ kind: 'paste', text }),
    takeFile,
    /** Of a table that holds several interviews, which one. */
    takePart: (part: string) => source.kind === 'file' && take({ ...source, part }),
    clear: () => take({ kind: 'paste', text: '' }),
  };
}

export type TranscriptState = ReturnType<typeof useTranscript>;
