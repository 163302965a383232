/**
 * The shapes to lay on the page so that no chain of parents runs in a circle: tldraw hangs for good on
 * one, and two people nesting frames into each other at once can make it. Of every circle the smallest
 * id is taken, so that all replicas break it alike.
 * @param parents shape id → its parent's id; parents outside the map (page, gone) end a chain.
 */
export function parentCycles(parents: ReadonlyMap<string, string>): Set<string> {
  const loose = new Set<string>();
  const done = new Set<string>();
  for (const start of parents.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && parents.has(at) && !done.has(at) && !onPath.has(at)) {
      onPath.add(at);
      path.push(at);
      at = parents.get(at);
    }
    if (at !== undefined && onPath.has(at)) {
      const circle = path.slice(path.indexOf(at));
      loose.add(circle.reduce((a, b) => (a < b ? a : b)));
    }
    for (const id of path) done.add(id);
  }
  return loose;
}
