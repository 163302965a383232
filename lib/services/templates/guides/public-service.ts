import type { TemplateGuide } from './guide.ts';

export const publicService: TemplateGuide = {
  customer: [
    {
      text: {
        en: 'Tell me how it all began. What had happened in your life?',
        sv: 'Berätta hur det hela började. Vad hade hänt i ditt liv?',
      },
      followUps: [
        { en: 'What did you do first?', sv: 'Vad gjorde du först?' },
        { en: 'Whom did you ask?', sv: 'Vem frågade du?' },
        {
          en: 'How did you find out that you should turn to us?',
          sv: 'Hur fick du veta att du skulle vända dig till oss?',
        },
      ],
    },
    {
      text: {
        en: 'Take me through your application, from the first paper until it was sent.',
        sv: 'Ta med mig genom din ansökan, från första papperet tills den var inskickad.',
      },
      followUps: [
        { en: 'Where did you get stuck?', sv: 'Var tog det stopp?' },
        { en: 'What did you do then?', sv: 'Vad gjorde du då?' },
        { en: 'Who helped you?', sv: 'Vem hjälpte dig?' },
      ],
    },
    {
      text: {
        en: 'What happened between sending it and getting an answer?',
        sv: 'Vad hände från att du skickat in den tills du fick svar?',
      },
      followUps: [
        { en: 'What did you know about how it was going?', sv: 'Vad visste du om hur det gick?' },
        { en: 'What did you have to put off meanwhile?', sv: 'Vad fick du skjuta upp under tiden?' },
        { en: 'What was that time like?', sv: 'Hur var den tiden?' },
      ],
    },
    {
      text: {
        en: 'Tell me about the day the decision came. What did you do when you had read it?',
        sv: 'Berätta om dagen då beslutet kom. Vad gjorde du när du hade läst det?',
      },
      followUps: [
        { en: 'How would you put it in your own words?', sv: 'Hur skulle du säga det med egna ord?' },
        { en: 'Whom did you talk to?', sv: 'Vem pratade du med?' },
        { en: 'What came of it?', sv: 'Vad blev det av det?' },
      ],
    },
  ],
  employee: [
    {
      text: {
        en: 'Tell me about the last case you worked on, from when it came to you.',
        sv: 'Berätta om det senaste ärendet du arbetade med, från att det kom till dig.',
      },
      followUps: [
        { en: 'What was missing?', sv: 'Vad saknades?' },
        { en: 'What did you wait for?', sv: 'Vad väntade du på?' },
      ],
    },
    {
      text: {
        en: 'Who rang or wrote to you last, and what did they want to know?',
        sv: 'Vem ringde eller skrev till dig senast, och vad ville de veta?',
      },
      followUps: [
        { en: 'What could you answer?', sv: 'Vad kunde du svara?' },
        { en: 'Why did they need to ask?', sv: 'Varför behövde de fråga?' },
        { en: 'What did they do afterwards?', sv: 'Vad gjorde de sedan?' },
      ],
    },
    {
      text: {
        en: 'Tell me about a decision you found hard to explain to the person it was about.',
        sv: 'Berätta om ett beslut som var svårt att förklara för den det gällde.',
      },
      followUps: [
        { en: 'What did you say?', sv: 'Vad sa du?' },
        { en: 'What would you rather have said?', sv: 'Vad hade du hellre sagt?' },
        { en: 'What happened then?', sv: 'Vad hände sedan?' },
      ],
    },
  ],
};
