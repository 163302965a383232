import * as Y from 'yjs';
import { type JourneyDoc, openJourney } from '../../journey/document.ts';
import { Erased } from '../../journey/erased.ts';
import { Carrying, type CarryOptions } from './carrying.ts';
import { type DocumentOptions, type DocumentSession, openDocument } from './document.ts';
import { JourneyForgets } from './forgetting.ts';
import { Unsaved } from './unsaved.ts';

export interface SessionOptions extends DocumentOptions {
  /** Carries unsaved edits over when the document has been written anew; without it their words are offered. */
  carry?: CarryOptions;
}

/** One open map in the browser. */
export interface JourneySession extends DocumentSession {
  journey: JourneyDoc;
}

/** Opens a map. */
export function openSession({ carry, ...options }: SessionOptions): JourneySession {
  const journey = openJourney(new Y.Doc(), { session: options.document });
  const erased = new Erased();
  const session = openDocument(journey.doc, options, {
    unsaved: new Unsaved(journey, erased),
    forgets: new JourneyForgets(journey, erased),
    carrying: (parts) => new Carrying({ ...parts, journey, options: carry }),
  });
  return { ...session, journey };
}
