// SPDX-License-Identifier: EUPL-1.2
// A friendly person, head and shoulders, for the fake cameras of the film. Drawn, so that nobody's face is used.

export interface Looks {
  skin: string;
  hair: string;
  long_hair: boolean;
  glasses: boolean;
  jumper: string;
  collar: string;
  /** The wall behind, and what stands in front of it. */
  wall: string;
  furniture: string;
}

export interface Film {
  width: number;
  height: number;
  frames: number;
}

/**
 * Draws one frame of an endless loop and gives it as I420 (full picture of brightness, then two quarter pictures of
 * colour), base64. Runs inside a browser's page, so everything that it needs is inside it.
 */
export function draw_frame({ looks, film, frame }: { looks: Looks; film: Film; frame: number }): string {
  const { width, height, frames } = film;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  const pen = context;
  const turn = (frame / frames) * 2 * Math.PI;
  const sway = Math.sin(turn) * 7;
  const nod = Math.sin(turn * 2) * 3;
  const speaking = Math.max(0, Math.sin(turn * 5)) * Math.max(0, Math.sin(turn));
  const blinking = frame % Math.floor(frames / 2) < 2;

  function shape(colour: string, path: () => void): void {
    pen.fillStyle = colour;
    pen.beginPath();
    path();
    pen.fill();
  }
  function oval(colour: string, x: number, y: number, across: number, down: number): void {
    shape(colour, () => pen.ellipse(x, y, across, down, 0, 0, 2 * Math.PI));
  }
  function line(colour: string, thickness: number, path: () => void): void {
    pen.strokeStyle = colour;
    pen.lineWidth = thickness;
    pen.lineCap = 'round';
    pen.beginPath();
    path();
    pen.stroke();
  }

  function draw_room(): void {
    const light = pen.createLinearGradient(0, 0, width, height);
    light.addColorStop(0, looks.wall);
    light.addColorStop(1, looks.furniture);
    pen.fillStyle = light;
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = looks.furniture;
    pen.fillRect(width * 0.06, height * 0.16, width * 0.2, height * 0.6);
    pen.fillStyle = looks.wall;
    for (const shelf of [0.2, 0.38, 0.56]) pen.fillRect(width * 0.075, height * shelf, width * 0.17, height * 0.14);
    ['#8c5a4a', '#4a6f8c', '#b08d4f', '#5f7f5a', '#7a5a86'].forEach((colour, book) => {
      pen.fillStyle = colour;
      pen.fillRect(width * (0.085 + book * 0.027), height * (0.24 + (book % 2) * 0.02), width * 0.02, height * (0.1 - (book % 2) * 0.02));
    });
  }

  function draw_hair_behind(): void {
    shape(looks.hair, () => {
      pen.moveTo(-128, 150);
      pen.bezierCurveTo(-190, -250, 190, -250, 128, 150);
      pen.bezierCurveTo(150, 205, 60, 200, 0, 190);
      pen.bezierCurveTo(-60, 200, -150, 205, -128, 150);
    });
  }

  function draw_shoulders(): void {
    shape(looks.jumper, () => {
      pen.moveTo(-290, 420);
      pen.bezierCurveTo(-280, 215, -200, 190, -80, 165);
      pen.lineTo(80, 165);
      pen.bezierCurveTo(200, 190, 280, 215, 290, 420);
    });
    shape(looks.skin, () => {
      pen.moveTo(-55, 80);
      pen.lineTo(-62, 172);
      pen.quadraticCurveTo(0, 235, 62, 172);
      pen.lineTo(55, 80);
    });
    shape(looks.collar, () => {
      pen.moveTo(-84, 163);
      pen.quadraticCurveTo(0, 275, 84, 163);
      pen.lineTo(104, 176);
      pen.quadraticCurveTo(0, 315, -104, 176);
    });
  }

  function draw_head(): void {
    if (!looks.long_hair) oval(looks.hair, 0, -62, 124, 118);
    oval(looks.skin, -112, 0, 20, 32);
    oval(looks.skin, 112, 0, 20, 32);
    oval(looks.skin, 0, 0, 112, 146);
    // The fringe follows the head's own outline.
    shape(looks.hair, () => {
      pen.moveTo(-114, -20);
      pen.bezierCurveTo(-118, -190, 118, -190, 114, -20);
      pen.bezierCurveTo(96, -84, 40, -104, -10, -98);
      pen.bezierCurveTo(-62, -92, -100, -66, -114, -20);
    });
    oval('rgba(214, 96, 84, 0.22)', -64, 44, 26, 18);
    oval('rgba(214, 96, 84, 0.22)', 64, 44, 26, 18);
    for (const side of [-1, 1]) {
      line(looks.hair, 8, () => pen.arc(side * 46, -28, 30, Math.PI * 1.25, Math.PI * 1.75));
      if (blinking) line('#4a3a34', 6, () => pen.arc(side * 46, -14, 20, Math.PI * 0.2, Math.PI * 0.8));
      else {
        oval('#ffffff', side * 46, -6, 21, 15);
        oval('#40342e', side * 46 + sway * 0.5, -6, 10, 11);
        oval('#ffffff', side * 46 + sway * 0.5 + 3, -10, 3, 3);
      }
      if (looks.glasses) line('#33383f', 5, () => pen.ellipse(side * 47, -5, 35, 29, 0, 0, 2 * Math.PI));
    }
    if (looks.glasses) line('#33383f', 5, () => pen.arc(0, -4, 13, Math.PI * 1.15, Math.PI * 1.85));
    line('rgba(90, 50, 40, 0.45)', 6, () => pen.arc(0, 30, 15, Math.PI * 0.15, Math.PI * 0.85));
    shape('#9c3f3f', () => {
      pen.moveTo(-42, 68);
      pen.quadraticCurveTo(0, 84, 42, 68);
      pen.quadraticCurveTo(0, 104 + speaking * 26, -42, 68);
    });
    line('#8a3535', 5, () => {
      pen.moveTo(-44, 67);
      pen.quadraticCurveTo(0, 86, 44, 67);
    });
  }

  draw_room();
  pen.save();
  const size = height / 640;
  pen.translate(width / 2, height * 0.4);
  pen.scale(size, size);
  if (looks.long_hair) draw_hair_behind();
  draw_shoulders();
  pen.translate(sway, nod);
  pen.rotate(sway / 260);
  draw_head();
  pen.restore();

  const { data } = pen.getImageData(0, 0, width, height);
  const planes = new Uint8Array((width * height * 3) / 2);
  const blue_at = width * height;
  const red_at = blue_at + blue_at / 4;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = (row * width + column) * 4;
      const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
      // BT.601, studio range: what a camera's file holds.
      planes[row * width + column] = 16 + 0.257 * red + 0.504 * green + 0.098 * blue;
      if (row % 2 === 1 || column % 2 === 1) continue;
      const quarter = (row / 2) * (width / 2) + column / 2;
      planes[blue_at + quarter] = 128 - 0.148 * red - 0.291 * green + 0.439 * blue;
      planes[red_at + quarter] = 128 + 0.439 * red - 0.368 * green - 0.071 * blue;
    }
  }
  let text = '';
  for (let at = 0; at < planes.length; at += 32_768) text += String.fromCharCode(...planes.subarray(at, at + 32_768));
  return btoa(text);
}
