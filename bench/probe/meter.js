// @ts-check
import { connect, createServer } from 'node:net';

/** A line to a server on this machine that counts what comes down it. */
export class Meter {
  bytes = 0;
  port = 0;

  /** @param {number} target port */
  static async open(target) {
    const meter = new Meter();
    const server = createServer({ noDelay: true }, (client) => {
      const line = connect({ port: target, host: '127.0.0.1', noDelay: true });
      line.on('data', (piece) => (meter.bytes += piece.length));
      line.pipe(client).pipe(line);
      line.on('error', () => client.destroy());
      client.on('error', () => line.destroy());
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    meter.port = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
    return meter;
  }
}
