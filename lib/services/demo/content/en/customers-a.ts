/** Three fictional customers of Fernmoor Energy, which does not exist. Marks: see ../transcript.ts. */
export const house = `
I: Thanks for making the time. Let’s start at the beginning: what made you change supplier?
K: My neighbour, if I’m honest. He was crowing over the fence about what he pays. Forty quid a month less than me. So you go in and you look, don’t you.
I: How did you go about looking?
K: I put three of them in a spreadsheet. {h1|Fernmoor was the only one where I could work out what I’d actually pay, standing charge and all. I liked that.}
I: And then?
K: I signed up the same evening. {h2|Postcode, two questions, done. The kettle hadn’t even boiled.}
I: How did that feel?
K: {h3|Rather proud of myself, actually. I’d been putting it off for two years.}
I: What happened when the contract began?
K: Nothing at all, which is exactly right. {h4|I look at the app every morning and run the dishwasher when it’s cheap.}
I: Tell me about the first bill.
K: Oh, yes. That was January. {h5|I knew what it ought to be, I’d done the sums, and it was eighty pounds more without a word about why.}
I: What did you do?
K: Read it four times. {h7|There are eleven lines on that bill and I understand three of them.} And I work with numbers.
I: What was it like, sitting there?
K: {h6|I was livid. Not about the money, it was feeling that I’d been had.}
I: Did you find out what it was?
K: In the end I found a footnote. It was for five weeks, not four. Five weeks! Put that at the top, then.
I: Has anything happened since?
K: They put the price up in March. {h8|The increase was in the last paragraph of a letter called “News for our customers”.}
I: How did you take that?
K: {h9|I thought, they’re hoping I won’t read this.} You don’t get that trust back in a hurry.
I: If you could change just one thing?
K: The bill. Everything else is good, that’s what’s so daft about it.
I: Thank you. Is there anything I should have asked?
K: No. Well, ask them whether they can read it.
`;

export const student = `
I: You moved out of your parents’ place last autumn. When did electricity first cross your mind?
K: When the landlord said it wasn’t included. I thought it was like tap water, just sort of there.
I: So what did you do?
K: Googled it. {s1|They all say fixed, variable, tracker, and nobody tells you which one is for a room with a lamp and a laptop.}
I: What was that like?
K: {s2|I felt pretty thick, to be honest.} I went with whatever came up first.
I: And signing up?
K: That was the best bit of the whole thing. {s3|Three minutes on the bus. It was easier than ordering a pizza.}
I: What did you feel, there on the bus?
K: {s4|So relieved! One adult thing ticked off.}
I: Did you get the app?
K: Straight away. {s5|You can see exactly when I’ve had a long shower, it’s like a mirror.}
I: How do you find it?
K: {s6|Kind of fun? I’ve been trying to beat my own week.}
I: Tell me about the first bill.
K: It was nine pounds, so I thought, amazing. Then another one came.
I: Another one?
K: {s7|I got two bills for the same flat with two account numbers, and I was sure one of them was a scam.} So I didn’t pay it.
I: What happened then?
K: A reminder, with a fee. I rang my dad. He said one’s the gas, one’s the electric. They could have just said that.
I: Did you talk to the company?
K: No. {s8|I don’t ring people. If I can’t sort it on my phone at eleven at night, it’s not getting sorted.}
I: What would have helped?
K: A text beforehand. “You’ll get two bills, that’s normal.” Sorted.
I: Thanks for telling me.
`;

export const mover = `
I: You moved into the house in October. How did Fernmoor come into it?
K: The estate agent sent a link. We had a three-week-old, I clicked on everything that could be clicked.
I: What was the first thing you got from them?
K: A letter, a paper one. {m1|It said three things: when we switch, what it costs, who to ring. I put it on the fridge.}
I: How did it feel to get that?
K: {m2|Looked after. Somebody had worked out that I was too tired to read.}
I: And the switch itself?
K: {m3|We changed supplier at midnight, I was up with a bottle, and not one light flickered.}
I: What was that like?
K: {m4|Just relief. One less thing.}
I: Then the bill came.
K: Then the bill came. {m5|Eight hundred and forty pounds for November. They’d gone by the family who lived here before, and those people had a hot tub.}
I: What went on in you then?
K: {m6|I went cold. I thought, we can’t afford to live here.}
I: What did you do?
K: Rang them, obviously. {m7|Forty minutes in the queue, then I got put through, and then it cut off.} That happened twice.
I: What was it like to ring?
K: {m8|You’re sitting there with a sleeping baby on one arm, hating that music.} In the end I hung up.
I: Did you ever get through?
K: On the third day. Lovely lad, he saw straight away it was wrong. But he couldn’t fix it, that’s another department.
I: And then?
K: {m9|They said ten working days for the correction. It took seven weeks, and meanwhile I got a reminder for the wrong amount.}
I: What were those weeks like?
K: {m10|I logged in every single day to check. It sat in my stomach like a stone.}
I: If you could change one thing?
K: That somebody had asked how many we are before they guessed. {m11|One question, that’s all it would have taken.}
I: Thank you so much.
K: Thank you. It was good to say it to someone.
`;
