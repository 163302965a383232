import { useEffect, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';

/** Everybody else who has the notes open, by user id; the names are the server's. */
export function useHere(awareness: Awareness, ownId: string): ReadonlyMap<string, string> {
  const [here, setHere] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const look = () => {
      const found = new Map<string, string>();
      for (const { user } of awareness.getStates().values()) {
        if (user && user.id !== ownId) found.set(String(user.id), String(user.name));
      }
      setHere((held) => (JSON.stringify([...held]) === JSON.stringify([...found]) ? held : found));
    };
    look();
    awareness.on('change', look);
    return () => awareness.off('change', look);
  }, [awareness, ownId]);
  return here;
}
