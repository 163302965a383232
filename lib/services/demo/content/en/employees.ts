/** Two fictional employees of Fernmoor Energy. */
export const agent = `
I: You work in customer service. What does an ordinary day look like?
K: Sixty calls, give or take. Four in ten are about a bill, more in the week they go out.
I: What happens when somebody rings about their bill?
K: {a1|I don’t see the same bill the customer is holding. I’ve got a list in another system, so we sit there reading lines out to each other.}
I: What’s that like?
K: Embarrassing. They think I’m new, and I’ve been here eight years.
I: What happens when something is wrong?
K: {a2|I’m allowed to see the mistake but not to fix it. I raise a ticket, and after that neither of us knows anything.}
I: Do they ring back?
K: They do, and they get somebody else. {a4|We’re measured on how short the calls are. Nobody asks whether it was solved.}
I: How do you find out that a price is changing?
K: {a3|We get the email the same morning the customers do. Last time a customer read me our own letter over the phone.}
I: Is there anything that works really well?
K: When I take my time. Now and then I ignore the clock and go through the whole bill. Those customers don’t ring again.
I: What would help you most?
K: One button that shows me what they see. And the right to credit up to two hundred without asking anyone.
I: Thank you, that’s very clear.
K: I’ve said it before. But sure.
`;

export const billing = `
I: You work in billing. What are you responsible for?
K: That a hundred and twenty thousand bills go out on the fourth of the month and match the meter readings.
I: What do you do when a meter hasn’t sent a reading?
K: The system estimates it from last year’s use at the address. The address, mind, not the person. Every house move goes haywire.
I: Who decides what the bill looks like?
K: {b1|Nobody owns the bill. Legal adds lines, marketing wants room for an offer, and we get to apologise for the result.}
I: How does that feel?
K: Let’s say I don’t show it to my mum.
I: Tell me about a correction. How does that work?
K: {b2|Credits are run once a month. If the ticket comes in on the fifth, it lies there four weeks before anybody opens it.}
I: And the reminders meanwhile?
K: They go out by themselves. That’s another system, it doesn’t know that the bill is disputed.
I: What works well?
K: {b3|The switch itself is fully automatic these days. I can’t remember the last time we had an error there.} We’re proud of that.
I: If you could change one thing?
K: That a disputed bill stops everywhere at once. It’s a field. It is one single field.
I: Have you suggested it?
K: It’s in a queue. Everything’s in a queue.
I: Thanks for your time.
`;
