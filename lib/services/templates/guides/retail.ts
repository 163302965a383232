import type { TemplateGuide } from './guide.ts';

export const retail: TemplateGuide = {
  customer: [
    {
      text: {
        en: 'Tell me about the last thing you bought from us. How did it begin?',
        sv: 'Berätta om det senaste du köpte hos oss. Hur började det?',
      },
      followUps: [
        {
          en: 'Where did you look, and what else did you consider?',
          sv: 'Var letade du, och vad mer hade du i tankarna?',
        },
        { en: 'Who was with you?', sv: 'Vem var med dig?' },
        { en: 'What made you come to us just then?', sv: 'Vad fick dig att komma till oss just då?' },
      ],
    },
    {
      text: {
        en: 'Take me through the visit, from when you came until you left. What did you do?',
        sv: 'Ta med mig genom besöket, från att du kom tills du gick. Vad gjorde du?',
      },
      followUps: [
        { en: 'What happened then?', sv: 'Vad hände sedan?' },
        { en: 'When did you stop and hesitate?', sv: 'När stannade du upp och tvekade?' },
        { en: 'What was that like?', sv: 'Hur var det?' },
      ],
    },
    {
      text: {
        en: 'What happened when you got it home?',
        sv: 'Vad hände när du hade fått hem det?',
      },
      followUps: [
        {
          en: 'What was as you had imagined, and what was not?',
          sv: 'Vad var som du hade tänkt dig, och vad var det inte?',
        },
        { en: 'What did you do about it?', sv: 'Vad gjorde du åt det?' },
        { en: 'Who got to hear of it?', sv: 'Vem fick höra om det?' },
      ],
    },
    {
      text: {
        en: 'Tell me about a time when you went somewhere else instead. What happened?',
        sv: 'Berätta om en gång när du gick någon annanstans i stället. Vad hände?',
      },
      followUps: [
        { en: 'What had happened here before that?', sv: 'Vad hade hänt hos oss innan dess?' },
        { en: 'What was different there?', sv: 'Vad var annorlunda där?' },
      ],
    },
  ],
  employee: [
    {
      text: {
        en: 'Tell me about the last customer you helped. What did they come for?',
        sv: 'Berätta om den senaste kunden du hjälpte. Vad kom de för?',
      },
      followUps: [
        { en: 'What had they already tried?', sv: 'Vad hade de redan försökt?' },
        { en: 'What did you need and not have at hand?', sv: 'Vad behövde du som du inte hade till hands?' },
      ],
    },
    {
      text: {
        en: 'Think of a customer who left without buying. What did you see?',
        sv: 'Tänk på en kund som gick utan att handla. Vad såg du?',
      },
      followUps: [
        { en: 'What did they say?', sv: 'Vad sa de?' },
        { en: 'What could you have done with a free hand?', sv: 'Vad hade du gjort med fria händer?' },
        { en: 'How often do you see that?', sv: 'Hur ofta ser du det?' },
      ],
    },
    {
      text: {
        en: 'Tell me about the last return or complaint you handled, from the beginning.',
        sv: 'Berätta om den senaste returen eller reklamationen du tog hand om, från början.',
      },
      followUps: [
        { en: 'What took time?', sv: 'Vad tog tid?' },
        { en: 'Whom did you have to ask?', sv: 'Vem fick du fråga?' },
        { en: 'How did the customer leave?', sv: 'Hur gick kunden därifrån?' },
      ],
    },
  ],
};
