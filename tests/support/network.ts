// SPDX-License-Identifier: EUPL-1.2
import { request } from 'node:http';
import { createServer, connect } from 'node:net';

/** A TCP port that was free on 127.0.0.1 a moment ago. */
export function free_port(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** True when something on 127.0.0.1 takes connections on this port. */
export function takes_connections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const answer = (value: boolean): void => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.setTimeout(1000, () => answer(false));
  });
}

/** Status of a GET on 127.0.0.1, or 0 when nothing answers. `host` is the name that the caller would have typed. */
export function http_status(port: number, path: string, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve) => {
    const headers = { Host: `${host}:${port}` };
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false, timeout: 2000 }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', () => resolve(0));
    asked.on('timeout', () => asked.destroy());
    asked.end();
  });
}
