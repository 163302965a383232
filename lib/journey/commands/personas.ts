import { comesKey, type JourneyDoc, readStructure } from '../document.ts';
import { PERSONA_TONES } from '../model.ts';
import { orderAt } from '../order.ts';
import { add } from './structure.ts';

/** Personas belong to the structure: the server refuses these commands from whoever may not change it. */

/** Adds a persona behind the others, in the tone least used (or the one given), and returns its id. */
export function addPersona(j: JourneyDoc, input: { name: string; tone?: number }): string {
  return j.doc.transact(() => {
    const { personas } = readStructure(j);
    const used = (tone: number) => personas.filter((p) => p.tone === tone).length;
    const tones = Array.from({ length: PERSONA_TONES }, (_, tone) => tone);
    const tone = input.tone ?? tones.reduce((best, next) => (used(next) < used(best) ? next : best));
    return add(j, 'personas', input.name, { tone, order: orderAt(personas, personas.length) });
  }, j.origin);
}

/** Moves a persona to `index` among the personas, itself not counted. */
export function movePersona(j: JourneyDoc, personaId: string, index: number): void {
  j.doc.transact(() => {
    const beside = readStructure(j).personas.filter((p) => p.id !== personaId);
    j.personas.get(personaId)?.set('order', orderAt(beside, index));
  }, j.origin);
}

/** Gives a persona another of the tones; no-op when it is gone. */
export function setPersonaTone(j: JourneyDoc, personaId: string, tone: number): void {
  const entry = j.personas.get(personaId);
  if (entry && entry.get('tone') !== tone) j.doc.transact(() => entry.set('tone', tone), j.origin);
}

/** Removes a persona. Cards and touchpoints that name it read as nobody's, and again as its when it comes back. */
export function removePersona(j: JourneyDoc, personaId: string): void {
  j.doc.transact(() => j.personas.delete(personaId), j.origin);
}

/** Says whether a persona comes to a touchpoint; one that nobody is said of is everybody's. */
export function setComesTo(j: JourneyDoc, touchpointId: string, personaId: string, comes: boolean): void {
  const entry = j.touchpoints.get(touchpointId);
  const key = comesKey(personaId);
  if (!entry || entry.has(key) === comes) return;
  j.doc.transact(() => (comes ? entry.set(key, true) : entry.delete(key)), j.origin);
}
