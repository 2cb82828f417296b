// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export interface Step {
  number: number;
  name: string;
  /** Milliseconds since the film began, and how long the step took. */
  began_ms: number;
  lasted_ms: number;
  pictures: string[];
}

/** Plays steps one after another, pictures every window after each, and writes the timeline. */
export class Timeline {
  readonly steps: Step[] = [];
  readonly #folder: string;
  readonly #windows: ReadonlyMap<string, Page>;
  readonly #began = performance.now();
  readonly #began_at = new Date().toISOString();

  constructor(folder: string, windows: ReadonlyMap<string, Page>) {
    this.#folder = folder;
    this.#windows = windows;
    mkdirSync(folder, { recursive: true });
  }

  /** `name` is a sentence in the past tense: what has been seen when `act` returns. Throws what `act` throws. */
  async step<T>(name: string, act: () => Promise<T>): Promise<T> {
    const number = this.steps.length + 1;
    const began = performance.now();
    let seen = `failed: ${name}`;
    try {
      const result = await act();
      seen = name;
      return result;
    } catch (error) {
      throw new Error(`step ${number}, "${name}": ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      const lasted_ms = Math.round(performance.now() - began);
      const pictures = await this.#picture(number, seen);
      this.steps.push({ number, name: seen, began_ms: Math.round(began - this.#began), lasted_ms, pictures });
      console.log(`   ${String(number).padStart(2)}  ${seen} (${lasted_ms} ms)`);
      this.write();
    }
  }

  /** timeline.json and timeline.txt, after every step, so that a film that breaks off leaves what it saw. */
  write(): void {
    const lasted_ms = Math.round(performance.now() - this.#began);
    const told = { began_at: this.#began_at, lasted_ms, steps: this.steps };
    writeFileSync(join(this.#folder, 'timeline.json'), `${JSON.stringify(told, null, 2)}\n`);
    writeFileSync(join(this.#folder, 'timeline.txt'), timeline_text(told));
  }

  async #picture(number: number, name: string): Promise<string[]> {
    const pictures: string[] = [];
    for (const [role, page] of this.#windows) {
      const file = `${String(number).padStart(2, '0')}-${role}-${file_name(name)}.png`;
      await page.screenshot({ path: join(this.#folder, file) });
      pictures.push(file);
    }
    return pictures;
  }
}

/** The timeline as people read it: when each step began and how long it took, in seconds. */
export function timeline_text(told: { began_at: string; lasted_ms: number; steps: readonly Step[] }): string {
  const seconds = (ms: number, places: number): string => (ms / 1000).toFixed(places);
  const lines = told.steps.map(({ number, name, began_ms, lasted_ms }) =>
    [String(number).padStart(2), `${seconds(began_ms, 1).padStart(6)} s`, `${seconds(lasted_ms, 2).padStart(6)} s`, name].join('   '),
  );
  const head = `An interview, played on ${told.began_at}, ${seconds(told.lasted_ms, 1)} s in all`;
  return [head, '', 'step  began at     took   what was seen', ...lines, ''].join('\n');
}

export function file_name(sentence: string): string {
  return sentence.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
}
