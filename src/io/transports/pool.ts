/** What became of one use of a connection, and whether the next may have it. */
export type Use<T> = { value: T; keep: boolean };

/** Connections that are kept and handed round: at most `size` at a time, the rest waits in order of coming. */
export type Pool<C> = {
  /** Gives a connection to `act`, a kept one if there is one; `isNew` where it is not. Throws what opening throws. */
  use<T>(act: (connection: C, isNew: boolean) => Promise<Use<T>>): Promise<T>;
  /** Closes those that are kept and not in use: one of them was dead, so the others may be. */
  renew(): void;
  /** Closes all, those in use too. */
  close(): void;
};

export function openPool<C>(ways: {
  size: number;
  open: () => Promise<C>;
  close: (connection: C) => void;
  /** False where the other side has gone while nobody looked. */
  isOpen: (connection: C) => boolean;
}): Pool<C> {
  const idle: C[] = [];
  const all = new Set<C>();
  const waiting: (() => void)[] = [];
  let used = 0;
  let isClosed = false;
  const drop = (connection: C): void => {
    all.delete(connection);
    ways.close(connection);
  };
  const takeIdle = (): C | undefined => {
    for (let kept = idle.pop(); kept !== undefined; kept = idle.pop()) {
      if (ways.isOpen(kept)) return kept;
      drop(kept);
    }
    return undefined;
  };
  return {
    async use(act) {
      if (used >= ways.size) await new Promise<void>((resolve) => waiting.push(resolve));
      else used += 1;
      try {
        const kept = takeIdle();
        const connection = kept ?? (await ways.open());
        all.add(connection);
        if (isClosed) {
          drop(connection);
          throw new Error('closed');
        }
        const { value, keep } = await act(connection, kept === undefined);
        if (keep && all.has(connection) && ways.isOpen(connection)) idle.push(connection);
        else drop(connection);
        return value;
      } finally {
        const next = waiting.shift();
        if (next) next();
        else used -= 1;
      }
    },
    renew() {
      for (const kept of idle.splice(0)) drop(kept);
    },
    close() {
      isClosed = true;
      for (const connection of all) drop(connection);
      idle.length = 0;
    },
  };
}
