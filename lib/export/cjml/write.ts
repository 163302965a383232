import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { Touchpoint } from '../../journey/model.ts';
import type { Review, TouchpointStory } from '../../review/review.ts';
import type { ExportInput } from '../export.ts';
import { printable } from '../printable.ts';
import { type Words, wordsOf } from '../tables/table.ts';
import { actorsOf, CUSTOMER } from './actors.ts';
import { notMapped } from './not-mapped.ts';

/**
 * A snapshot in the Customer Journey Modelling Language, version 2.0 (docs/formats/cjml.md): phases, actors,
 * touchpoints with channel and experience. What the language has no place for is listed in a comment.
 */
export async function writeCjml({ review: told, locale }: ExportInput): Promise<Uint8Array> {
  const review = printable(told);
  const words = wordsOf(locale);
  const { journey, map, number, label, note } = review.snapshot;
  const planned = map === 'toBe';
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  document.com(notMapped(review, words));
  const tree = document.ele('CJML', { version: '2.0' }).ele(planned ? 'plannedJourney' : 'actualJourney');
  tree.ele('journeyID').txt(`${planned ? 'PJ' : 'AJ'}${number}`);
  tree.ele('journeyTitle').txt(journey.meta.title || review.workshop.title);
  const phases = tree.ele('journeyPhases');
  journey.phases.forEach((phase, i) => {
    const element = phases.ele('journeyPhase', { phaseID: phaseId(i) });
    element.ele('phaseName').txt(phase.name);
    element.ele('phaseDescription').txt(words.t(`part.${phase.part}`));
  });
  tree.ele('journeyShortSummary').txt(label);
  if (note) tree.ele('journeyLongSummary').txt(note);
  const actors = actorsOf(review, words);
  const cast = tree.ele('actors');
  cast.ele('endUser', { actorID: CUSTOMER }).ele('actorName').txt(actors.customer);
  for (const { id, name } of actors.providers)
    cast.ele('serviceProvider', { actorID: id }).ele('companyName').txt(name);
  writeTouchpoints(tree.ele('touchpoints'), review, { planned, words, receiver: actors.of });
  return new TextEncoder().encode(`${document.end({ prettyPrint: true })}\n`);
}

const phaseId = (index: number): string => `P${index + 1}`;

interface Frame {
  planned: boolean;
  words: Words;
  receiver: (touchpoint: Touchpoint | undefined) => { id: string; name: string };
}

/** What the customer does on the way to a touchpoint comes before it, as actions. */
function writeTouchpoints(list: XMLBuilder, review: Review, frame: Frame): void {
  const touchpoints = new Map(review.snapshot.journey.touchpoints.map((it) => [it.id, it]));
  const kind = (name: 'Action' | 'CommunicationPoint') => `${frame.planned ? 'planned' : 'actual'}${name}`;
  let count = 0;
  const begun = (name: string, phase: number, label: string) => {
    count += 1;
    const element = list.ele(name);
    element.ele('touchpointID').txt(`T${count}`);
    element.ele('belongsTo', { phaseIDref: phaseId(phase) });
    const initiator = element.ele('initiator');
    initiator.ele('refersTo', { actorIDref: CUSTOMER });
    initiator.ele('initiatorLabel').txt(label);
    return element;
  };
  review.phases.forEach((phase, p) => {
    for (const story of phase.touchpoints) {
      for (const action of story.actions) begun(kind('Action'), p, action);
      const touchpoint = touchpoints.get(story.id);
      const point = begun(kind('CommunicationPoint'), p, story.name);
      const receiver = frame.receiver(touchpoint);
      const element = point.ele('receiver');
      element.ele('refersTo', { actorIDref: receiver.id });
      element.ele('receiverLabel').txt(receiver.name);
      if (touchpoint?.channel) point.ele('channel').ele('channelName').txt(touchpoint.channel);
      if (!frame.planned) writeExperience(point, story);
    }
  });
}

/** Only what somebody felt: a planned journey has no experience. */
function writeExperience(point: XMLBuilder, { meanValence, emotions }: TouchpointStory): void {
  if (meanValence === null) return;
  const told = emotions.map(({ emoji, voice }) => [emoji, voice.words].filter(Boolean).join(' '));
  const experience = point.ele('touchpointExperience');
  experience.ele('experienceDescription').txt(told.filter(Boolean).join('; '));
  experience.ele('experienceRating').txt(String(Math.round(meanValence * 100) / 100));
}
