// SPDX-License-Identifier: EUPL-1.2
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { launch_browser } from '../../tests/support/browser.ts';
import { draw_frame, type Film, type Looks } from './drawn_person.ts';

/** Fifteen pictures a second: two calls of thirty fill two cores. Both loops end where they begin. */
const rate = 15;
const film: Film = { width: 960, height: 720, frames: 45 };

const citizen: Looks = {
  skin: '#e6b592', hair: '#d9d6d0', long_hair: false, glasses: true, jumper: '#5b7a5e', collar: '#e9e2d3', wall: '#efe6d6', furniture: '#cdbb9c',
};
const adviser: Looks = {
  skin: '#b9805c', hair: '#2f2523', long_hair: true, glasses: false, jumper: '#2f4a7d', collar: '#f3f1ec', wall: '#c3d0dd', furniture: '#9fb2c6',
};

export interface Faces {
  citizen: string;
  adviser: string;
}

/** Draws two short films for fake cameras (YUV4MPEG2, which says its own rate) into the folder. */
export async function draw_faces(folder: string): Promise<Faces> {
  const { page, close } = await launch_browser('desk', { without_devices: true });
  try {
    const files: Faces = { citizen: join(folder, 'citizen.y4m'), adviser: join(folder, 'adviser.y4m') };
    for (const [file, looks] of [[files.citizen, citizen], [files.adviser, adviser]] as const) {
      const written = openSync(file, 'w');
      writeSync(written, `YUV4MPEG2 W${film.width} H${film.height} F${rate}:1 Ip A1:1 C420\n`);
      for (let frame = 0; frame < film.frames; frame += 1) {
        writeSync(written, 'FRAME\n');
        writeSync(written, Buffer.from(await page.evaluate(draw_frame, { looks, film, frame }), 'base64'));
      }
      closeSync(written);
    }
    return files;
  } finally {
    await close();
  }
}
