import net, { type AddressInfo } from 'node:net';

export interface Cable {
  port: number;
  /** Ends every connection and takes no more. */
  cut(): void;
  /** Connections stay open and carry nothing any more, in either direction: nobody is told. */
  swallow(): void;
  /** New connections carry again; those that were swallowed stay dead. */
  mend(): void;
  close(): void;
}

/** A TCP port on this machine that leads to another one. */
export async function cable(to: number): Promise<Cable> {
  let whole = true;
  const open = new Set<net.Socket>();
  const dead = new WeakSet<net.Socket>();
  const end = (closed: net.Socket, other: net.Socket) => {
    open.delete(closed);
    if (!dead.has(closed)) other.destroy();
  };
  const server = net.createServer((near) => {
    near.on('error', () => near.destroy());
    if (!whole) return near.destroy();
    const far = net.connect(to, '127.0.0.1');
    far.on('error', () => near.destroy());
    far.on('close', () => end(far, near));
    near.on('close', () => end(near, far));
    open.add(near);
    open.add(far);
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    whole = false;
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    swallow() {
      for (const socket of open) {
        dead.add(socket);
        socket.unpipe();
        // Read and thrown away: a dead line does not push back.
        socket.resume();
      }
    },
    mend() {
      whole = true;
    },
    close() {
      cut();
      server.close();
    },
  };
}
