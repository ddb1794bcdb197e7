// @ts-check
// node way.js PORT: an HTTP proxy that carries every tunnel asked for to one desk on this machine, whatever address was named. Prints its own port.
//
// A session is bound to the one address under which consultant and customer know the desk. That address is the metered link's, and
// only the viewer's bytes may go through it: the agent reaches the desk this way, as it does from behind an institution's proxy.
import { createServer } from 'node:http';
import { connect } from 'node:net';

const [desk] = process.argv.slice(2);

const server = createServer((_, answer) => answer.writeHead(405).end());
server.on('connect', (_, client, head) => {
  const line = connect({ port: Number(desk), host: '127.0.0.1', noDelay: true }, () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    line.write(head);
    line.pipe(client).pipe(line);
  });
  if ('setNoDelay' in client) /** @type {import('node:net').Socket} */ (client).setNoDelay(true);
  line.on('error', () => client.destroy());
  client.on('error', () => line.destroy());
});
server.listen(0, '127.0.0.1', () => console.log(/** @type {import('node:net').AddressInfo} */ (server.address()).port));
process.stdin.on('end', () => process.exit()).resume();
