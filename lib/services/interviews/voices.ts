interface Voice {
  speaker: string;
  role: 'interviewer' | 'interviewee';
}

/**
 * What each voice of an interview is called from now on: the alias for who answered, "Interviewer" for who
 * asked, a number behind the second and further ones of each. The names in the file end here.
 */
export function voicesOf(turns: readonly Voice[], alias: string): (turn: Voice) => string {
  const names = new Map<string, string>();
  const counts = { interviewer: 0, interviewee: 0 };
  const key = (turn: Voice) => `${turn.role}\n${turn.speaker}`;
  for (const turn of turns) {
    if (names.has(key(turn))) continue;
    const number = ++counts[turn.role];
    const name = turn.role === 'interviewer' ? 'Interviewer' : alias;
    names.set(key(turn), number === 1 ? name : `${name} ${number}`);
  }
  return (turn) => names.get(key(turn)) ?? alias;
}
