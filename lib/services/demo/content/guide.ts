import type { TemplateGuide } from '../../templates/guides/guide.ts';

/** What the demo's interviews followed; two questions test what the company thought it knew. */
export const GUIDE: TemplateGuide = {
  customer: [
    {
      text: {
        en: 'Tell me how you came to change supplier. What was going on just then?',
        sv: 'Berätta hur det kom sig att du bytte elbolag. Vad var det som hände just då?',
      },
      followUps: [
        { en: 'How did you go about looking?', sv: 'Hur gick du till väga?' },
        { en: 'Who else was involved?', sv: 'Vilka fler var inblandade?' },
        { en: 'What settled it?', sv: 'Vad avgjorde?' },
      ],
    },
    {
      text: {
        en: 'Tell me about the first bill, from the moment it came.',
        sv: 'Berätta om den första fakturan, från det att den kom.',
      },
      followUps: [
        { en: 'What did you look at first?', sv: 'Vad tittade du på först?' },
        { en: 'What did you do then?', sv: 'Vad gjorde du då?' },
        { en: 'What was that like?', sv: 'Hur var det?' },
      ],
      tests: {
        kind: 'figure',
        text: {
          en: '41 % of all calls are about a bill (n = 9,800, third quarter)',
          sv: '41 % av alla samtal gäller en faktura (n = 9 800, kvartal 3)',
        },
      },
    },
    {
      text: {
        en: 'Think of a time when you needed something from the company. What happened?',
        sv: 'Tänk på en gång när du behövde något från bolaget. Vad hände?',
      },
      followUps: [
        { en: 'What had you expected?', sv: 'Vad hade du väntat dig?' },
        { en: 'How did it end?', sv: 'Hur slutade det?' },
      ],
      tests: {
        kind: 'belief',
        text: {
          en: 'Whoever rings wants a quick answer',
          sv: 'Den som ringer vill ha ett snabbt svar',
        },
      },
    },
    {
      text: {
        en: 'When did you last think about whether to stay? Tell me about that day.',
        sv: 'När funderade du senast på om du skulle vara kvar? Berätta om den dagen.',
      },
      followUps: [
        { en: 'What had happened before?', sv: 'Vad hade hänt innan?' },
        { en: 'What decided it?', sv: 'Vad avgjorde?' },
      ],
    },
  ],
  employee: [
    {
      text: {
        en: 'What does an ordinary day look like? Take me through the last one.',
        sv: 'Hur ser en vanlig dag ut? Ta med mig genom den senaste.',
      },
      followUps: [
        { en: 'What took the most time?', sv: 'Vad tog mest tid?' },
        { en: 'What did you have to ask somebody?', sv: 'Vad fick du fråga någon om?' },
      ],
    },
    {
      text: {
        en: 'Tell me about the last time somebody rang about their bill.',
        sv: 'Berätta om senaste gången någon ringde om sin faktura.',
      },
      followUps: [
        { en: 'What could you see?', sv: 'Vad kunde du se?' },
        { en: 'What were you not allowed to do?', sv: 'Vad fick du inte göra?' },
        { en: 'What happened afterwards?', sv: 'Vad hände sedan?' },
      ],
    },
    {
      text: {
        en: 'How do you find out that something is about to change?',
        sv: 'Hur får du veta att något ska ändras?',
      },
      followUps: [{ en: 'Tell me about the last time.', sv: 'Berätta om senaste gången.' }],
    },
  ],
};
