import type { TemplateGuide } from './guide.ts';

export const subscription: TemplateGuide = {
  customer: [
    {
      text: {
        en: 'Tell me about the time you signed this contract. What was going on just then?',
        sv: 'Berätta om när du tecknade avtalet. Vad var det som hände just då?',
      },
      followUps: [
        { en: 'What did you do first?', sv: 'Vad gjorde du först?' },
        { en: 'Who else was involved?', sv: 'Vilka fler var inblandade?' },
        { en: 'What settled it for you?', sv: 'Vad fick dig att bestämma dig?' },
      ],
    },
    {
      text: {
        en: 'Think of the last invoice you received. What happened, from the moment it came?',
        sv: 'Tänk på den senaste fakturan du fick. Vad hände, från det att den kom?',
      },
      followUps: [
        { en: 'What did you look at first?', sv: 'Vad tittade du på först?' },
        { en: 'What did you do with what you wondered about?', sv: 'Vad gjorde du med det du undrade över?' },
        { en: 'What was that like?', sv: 'Hur var det?' },
      ],
    },
    {
      text: {
        en: 'Tell me about a time when things turned out differently from what you had expected.',
        sv: 'Berätta om en gång när det blev på ett annat sätt än du hade väntat dig.',
      },
      followUps: [
        { en: 'What had you expected?', sv: 'Vad hade du väntat dig?' },
        { en: 'What did you do then?', sv: 'Vad gjorde du då?' },
        { en: 'How did it end?', sv: 'Hur slutade det?' },
      ],
    },
    {
      text: {
        en: 'When did you last think about whether to stay with this company? Tell me about that day.',
        sv: 'När funderade du senast på om du skulle vara kvar hos företaget? Berätta om den dagen.',
      },
      followUps: [
        { en: 'What had happened before?', sv: 'Vad hade hänt innan?' },
        { en: 'Whom did you talk to about it?', sv: 'Vem pratade du med om det?' },
        { en: 'What decided it?', sv: 'Vad avgjorde?' },
      ],
    },
  ],
  employee: [
    {
      text: {
        en: 'Take me through your last working day: which customers did you meet, and about what?',
        sv: 'Ta med mig genom din senaste arbetsdag: vilka kunder mötte du, och om vad?',
      },
      followUps: [
        { en: 'What took the most time?', sv: 'Vad tog mest tid?' },
        {
          en: 'What did you have to look up or ask somebody?',
          sv: 'Vad fick du slå upp eller fråga någon om?',
        },
      ],
    },
    {
      text: {
        en: 'Tell me about the last customer who was upset. What had happened before they reached you?',
        sv: 'Berätta om den senaste kunden som var upprörd. Vad hade hänt innan de kom till dig?',
      },
      followUps: [
        { en: 'What could you do about it?', sv: 'Vad kunde du göra åt det?' },
        { en: 'What were you not allowed to do?', sv: 'Vad fick du inte göra?' },
        { en: 'What happened afterwards?', sv: 'Vad hände sedan?' },
      ],
    },
    {
      text: {
        en: 'When did you last find a way round the system or the rules to help somebody?',
        sv: 'När gick du senast runt systemet eller reglerna för att hjälpa någon?',
      },
      followUps: [
        { en: 'What was in the way?', sv: 'Vad stod i vägen?' },
        { en: 'Who else does it like that?', sv: 'Vilka fler gör så?' },
        { en: 'What would have happened otherwise?', sv: 'Vad hade hänt annars?' },
      ],
    },
  ],
};
