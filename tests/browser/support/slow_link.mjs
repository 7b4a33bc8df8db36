// A slow line between a browser and the server: each byte takes its time, and each way some more.
import { connect, createServer } from 'node:net';

// One direction of the line, which all connections share.
class Direction {
  #free = 0;

  constructor(bytesPerMilli, delay) {
    Object.assign(this, { bytesPerMilli, delay, bytes: 0 });
  }

  // Hands `chunk` on when the last of it has arrived.
  pass(chunk, arrive) {
    const now = performance.now();
    this.#free = Math.max(this.#free, now) + chunk.length / this.bytesPerMilli;
    this.bytes += chunk.length;
    setTimeout(arrive, this.#free - now + this.delay);
  }
}

// Listens in front of a server. Answers with the address, and the bytes that came down so far.
export async function slowLink(port, { kilobits, latency }) {
  const [up, down] = [0, 0].map(() => new Direction(kilobits / 8, latency / 2));
  const line = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to, way] of [[near, far, up], [far, near, down]]) {
      from.on('data', (chunk) => way.pass(chunk, () => to.writable && to.write(chunk)));
      from.on('end', () => way.pass(Buffer.alloc(0), () => to.end()));
      from.on('error', () => to.destroy());
    }
  });
  await new Promise((resolve) => { line.listen(0, '127.0.0.1', resolve); });
  return {
    address: `http://localhost:${line.address().port}`,
    bytes: () => down.bytes,
    close: () => line.close(),
  };
}
