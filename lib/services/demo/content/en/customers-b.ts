/** Three more fictional customers of Fernmoor Energy. */
export const cafe = `
I: You run a café. How did you end up with Fernmoor?
K: We took over the lease and the contract sort of came with it. I signed without reading much, I had an oven to get through the door.
I: How was the start?
K: {c1|We opened on the Monday, the power was on, nobody rang and nobody messed about. That’s how it should be.}
I: What was that day like for you?
K: {c2|I remember thinking, well, this works.} It was the only thing that did that week.
I: Do you use the app?
K: I’ve tried. {c3|The café and the flat are on one login and the app only shows the flat. That’s two years of figures I can’t get at.}
I: How does that feel?
K: {c4|Wearing. As if it never struck them that a customer might have two meters.}
I: Tell me about the bill.
K: {c5|My bookkeeper rings me every month to ask what the lines mean. I pay her to do that.} It’s funny, in a way. It isn’t, though.
I: Has the price changed in that time?
K: Oh yes. {c6|My fixed rate ran out on a Friday, and on the Monday I was paying double. I hadn’t heard a word.}
I: What happened in you when you saw it?
K: {c7|I felt sick. Two ovens and a dishwasher, that’s three hundred and fifty a month I hadn’t planned for.}
I: Did you get in touch?
K: I emailed. {c8|The answer took eleven days and began with “Great to hear from you!”}
I: And now, will you stay?
K: {c9|I’m staying, but only because I can’t face switching.} I wouldn’t boast about that if I were them.
I: How does it feel to say that?
K: It doesn’t, much. It’s electricity. You shouldn’t have to feel anything about it.
I: What would have made the difference?
K: A phone call three weeks before. “It’s about to run out, shall we fix it again?” I’d have said yes on the spot.
I: Thank you. Good scones, by the way.
K: Cheers.
`;

export const pensioner = `
I: How long have you been with Fernmoor?
K: Since the spring. My old supplier packed up and wrote to say I had to choose. I chose the one with a telephone number on the first page.
I: What did they send you to begin with?
K: A welcome letter. {p1|It was signed with a name and a telephone number, not just “Best wishes, the team”.}
I: What did you think of it?
K: {p2|It was kind. I kept it in the folder.}
I: Tell me about the first bill.
K: Ah, that. {p3|I have been reading bills for fifty years and I cannot get out of this one what I used and what is tax.}
I: What did you do?
K: I got the magnifying glass, because it is grey on grey. Then I put it in the folder and paid it.
I: How did it feel to pay it?
K: {p4|It felt undignified. One likes to know what one is paying for.}
I: Have you been in contact with them?
K: I telephoned. {p5|First you must talk to a machine that asks what it’s about, and when I say “my bill” it tells me I can read about bills online.}
I: And how was that?
K: {p6|It made me sad. I was ringing because I am not online.}
I: Did you reach a person?
K: Eventually. {p7|She went through the whole bill with me, line by line, and she didn’t hurry.} Twenty minutes it took.
I: How was that?
K: {p8|I was quite cheered up again. That was properly good.} But I did think, they can’t be doing this with everybody?
I: Is there anything else you’d like to mention?
K: {p9|They charge two pounds fifty to send the bill on paper, and I can’t have it any other way.} It’s pennies. It’s the principle.
I: If you could change one thing?
K: Bigger letters and fewer words. You needn’t be old to want that.
I: Thank you very much.
K: It was nice to be asked.
`;

export const daughter = `
I: You look after your father’s electricity. How did that come about?
K: He had a stroke in the spring. All of a sudden I was the one who was meant to know what contract he had.
I: What was the first thing you did?
K: I rang Fernmoor and told them how it was. They needed the power of attorney, which is fair enough.
I: How did that go?
K: {d1|I’ve sent them the same power of attorney three times, and every time I ring I start again from nothing.}
I: What is it like to have to do that?
K: {d2|You stand there telling a fourth stranger about your dad’s stroke. It takes it out of you.}
I: What were the calls about?
K: A bill he’d paid twice. Their direct debit had gone out double.
I: How did it get sorted?
K: {d3|Nobody could say when the money was coming back, only that it was with finance.} It was with finance for nine weeks.
I: What was that time like for you?
K: {d4|I was angry in a way I’m just not, normally.} I started recording the calls, if you can believe it.
I: Then the price changed, you said.
K: In September. {d5|The increase came as a text to Dad’s phone, the one that was in his bedside drawer in rehab.}
I: What did you feel when you found it?
K: {d6|Resigned, mostly. I’d asked them to write to me.}
I: What happened when the contract ran out?
K: Then something happened. A woman rang. {d7|She had read everything before she called, and she said sorry. Then we fixed it again in ten minutes.}
I: How was that?
K: {d8|I had a little cry afterwards. It was the first time anyone there treated us like people.}
I: What would you like to say to the company?
K: {d9|Let whoever picks up see what’s happened, and let them sort it.} That’s all it is.
I: Thank you for sharing that.
K: Tell them it was the lady in Leeds. She ought to get flowers.
`;
