// SPDX-License-Identifier: EUPL-1.2
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { BareLink } from './link.ts';
import { kiosk_of } from './pairing.ts';
import type { StartedServer } from './server.ts';
import { demo_accounts, StaffSession } from './staff.ts';

/** A kiosk's key and its end of the link, without a daemon: for tests of what the server says and refuses. */
export class BareKiosk {
  readonly kiosk_id: string;
  readonly url: string;
  readonly #key: KeyObject;

  private constructor(url: string, kiosk_id: string, key: KeyObject) {
    this.url = url;
    this.kiosk_id = kiosk_id;
    this.#key = key;
  }

  /** Pairs a key of its own for the kiosk of this commune, or for another one there, as a daemon and a technician do together. */
  static async pair(server: StartedServer, commune: string, another?: string): Promise<BareKiosk> {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const technician = await StaffSession.open(server.local_url, demo_accounts.technician);
    const public_key = publicKey.export({ format: 'jwk' }).x;
    const { code } = (await technician.post('/api/v1/kiosk-pairings', { public_key })).body as { code: string };
    const kiosk_id = another ?? (await kiosk_of(technician, commune));
    const claimed = await technician.post('/api/v1/kiosk-pairings/claim', { code, kiosk_id });
    if (claimed.status !== 200) throw new Error(`pairing was refused: ${JSON.stringify(claimed.body)}`);
    return new BareKiosk(server.local_url, kiosk_id, privateKey);
  }

  /** One that is paired already, with the public half of this key. */
  static paired(url: string, kiosk_id: string, key: KeyObject): BareKiosk {
    return new BareKiosk(url, kiosk_id, key);
  }

  /** Opens the link and proves the key; waits for the welcome unless `refused` is expected. */
  async open(hello: Record<string, unknown> = {}, protocol = { lowest: 1, highest: 2 }): Promise<BareLink> {
    const link = await BareLink.connect({ url: `${this.url}/api/v1/kiosk-link` });
    const { nonce } = (await link.next('challenge')) as unknown as { nonce: string };
    const signature = sign(null, Buffer.from(`parvis-kiosk-link:${nonce}`), this.#key).toString('base64url');
    const proof = { kiosk_id: this.kiosk_id, signature };
    link.send({ type: 'hello', protocol, language: 'fr', surface: 'kiosk', proof, ...hello });
    await link.next('welcome');
    keeps_alive(link);
    return link;
  }
}

/** Acronym -> offer, of all that the kiosk at this new link shows. */
export async function offers_at(link: BareLink): Promise<Map<string, string>> {
  const { tiles } = (await link.next('snapshot')) as unknown as { tiles: { offers: { offer_id: string; acronym: string }[] }[] };
  return new Map(tiles.flatMap((tile) => tile.offers).map(({ acronym, offer_id }) => [acronym, offer_id]));
}

const ping_every_ms = 5_000;

/** As every page and daemon does: a socket that says nothing is given up, and nobody is called to a kiosk that is away. */
function keeps_alive(link: BareLink): void {
  const heart = setInterval(() => link.send({ type: 'ping', received: link.messages.findLast((message) => message.seq !== undefined)?.seq ?? 0 }), ping_every_ms);
  heart.unref();
  link.socket.once('close', () => clearInterval(heart));
}
